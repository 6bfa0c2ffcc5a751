import Almanac
import ArgumentParser
import Canvas
import Domain
import Reports

/// What is asked of the office in a year, what was done and what is lacking.
struct CoverageReport: ParsableCommand {
  static let configuration = about(
    "coverage", zh: "安全职责对照表：法定和本局要求、已做的、缺的",
    en: "safety duties by law and own rules, what was done and what is lacking")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let year = try session.pastYear(year ?? session.today.year)
    let coverage = try session.coverage(of: year)
    try output.send(
      session.coveragePaper(coverage), json: CoverageJSON(coverage), on: session.today)
  }
}

extension Session {
  /// A year that has begun.
  ///
  /// - Throws: `ShellError`, for a wrong year.
  func pastYear(_ year: Int) throws -> Int {
    guard (2000...today.year).contains(year) else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "\(year) 年还没有到；请写年份，如 \(today.year)。",
          en: "\(year) has not come yet; name a year, as \(today.year)."))
    }
    return year
  }

  /// What is asked in a year and what was done.
  func coverage(of year: Int) throws -> Coverage {
    try coverage(annualRecords(of: year), of: year)
  }

  /// The same, where the year has been read.
  func coverage(_ annual: AnnualReview.Records, of year: Int) throws -> Coverage {
    let bureau = try ledger.bureau().asOf(clock.now)
    return Coverage(
      .init(
        annual: annual, expiries: try ledger.expiries(), rules: try ledger.rules(),
        checklists: try bureau.checklists.compactMap { try ledger.checklist($0.id)?.content }),
      of: year, in: bureau, at: clock.now)
  }

  /// It on paper.
  func coveragePaper(_ coverage: Coverage) throws -> Document {
    CoveragePaper.document(coverage, bureau: try ledger.bureau(), language: language)
  }
}

/// `report coverage` in JSON; the keys are fixed, others script against them.
struct CoverageJSON: Encodable {
  struct Duty: Encodable {
    var duty: String
    var name: Bilingual
    @Nullable var law: Bilingual?
    @Nullable var own: Bilingual?
    @Nullable var asked: Int?
    @Nullable var done: Int?
    var state: Coverage.State
    var gaps: [Bilingual]
  }

  struct Clause: Encodable {
    var basis: Bilingual
    var items: Int
    var plans: [Bilingual]
    var inspections: Int
  }

  var year: Int
  var countedOn: Day
  var duties: [Duty]
  var clauses: [Clause]

  init(_ coverage: Coverage) {
    (year, countedOn) = (coverage.year, coverage.countedOn)
    duties = coverage.byGaps.map { line in
      Duty(
        duty: line.id, name: line.name, law: line.law, own: line.own, asked: line.asked,
        done: line.done, state: line.state, gaps: line.gaps)
    }
    clauses = coverage.clauses.map {
      Clause(basis: $0.basis, items: $0.items, plans: $0.plans, inspections: $0.walks)
    }
  }
}
