import Almanac
import ArgumentParser
import Canvas
import Domain
import Reports

/// The annual report of the safety and stability programme.
struct AnnualReportCommand: ParsableCommand {
  static let configuration = about(
    "annual", zh: "平安建设年度工作总结（初稿）", en: "a draft of the annual report")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "年份，如 2026", en: "the year, as 2026")) var year: Int
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let review = try session.annualReview(of: session.pastYear(year))
    try output.send(
      session.annualReport(review), json: AnnualReviewJSON(review), on: session.today)
  }
}

extension Session {
  /// What the ledger holds of a year and of the one before.
  func annualRecords(of year: Int) throws -> AnnualReview.Records {
    let (summary, walks) = try ledger.summaryWithWalks(of: .year(year), at: clock.now)
    return AnnualReview.Records(
      summary: summary, walks: walks, activities: try activityBook(),
      rosters: try ledger.dutyRosters(),
      incidents: try ledger.incidentBook(),
      goals: try ledger.goals(of: (year - 1)...(year + 1), at: clock.now),
      vehicles: try ledger.vehicleBook(),
      weaknesses: try ledger.weaknesses(in: Day(year - 1, 1, 1)...Day(year, 12, 31)),
      shortcomings: try ledger.shortcomings(), rules: try ledger.rules())
  }

  /// The records behind a figure of a year.
  func annualRecords(behind basis: AnnualBasis) throws -> [FigureRecord] {
    basis.found(
      in: try annualRecords(of: basis.year), of: try ledger.bureau().asOf(clock.now),
      at: clock.now)
  }

  /// What a year came to.
  func annualReview(of year: Int) throws -> AnnualReview {
    try annualReview(annualRecords(of: year), of: year)
  }

  /// The same, where the year has been read.
  func annualReview(_ records: AnnualReview.Records, of year: Int) throws -> AnnualReview {
    AnnualReview(records, of: year, in: try ledger.bureau().asOf(clock.now), at: clock.now)
  }

  /// The draft of its report.
  func annualReport(_ review: AnnualReview) throws -> Document {
    AnnualReport.document(
      review, bureau: try ledger.bureau(), templates: templates, language: language)
  }
}

/// `report annual` in JSON; the keys are fixed, others script against them.
struct AnnualReviewJSON: Encodable {
  /// A figure with its values.
  struct FigureJSON: Encodable {
    var key: String
    var part: AnnualFigure.Part
    var name: Bilingual
    /// Null where the ledger has no record of such a thing.
    @Nullable var value: Int?
    @Nullable var before: Int?
    var definition: Bilingual
  }

  /// What fell short, by rule or stated.
  struct ShortcomingJSON: Encodable {
    var rule: String
    var text: Bilingual
    @Nullable var measure: Bilingual?
    /// The number of a stated one; null where a rule found it.
    @Nullable var shortcoming: StatedShortcoming.ID?
  }

  var year: Int
  var countedOn: Day
  var staff: Int
  var quiet: Bool
  var figures: [FigureJSON]
  var shortcomings: [ShortcomingJSON]
  /// Who held the seats of the leading group, by seat.
  var group: [String: [Person.ID]]
  /// What the plan of the next year has.
  var nextGoals: [String]

  init(_ review: AnnualReview) {
    (year, countedOn, staff) = (review.year, review.countedOn, review.staff)
    quiet = review.isDeclaredQuiet
    figures = review.lines.map { line in
      FigureJSON(
        key: line.figure.key, part: line.figure.part, name: line.figure.name, value: line.value,
        before: line.before, definition: line.figure.definition)
    }
    shortcomings = review.shortcomings.map {
      ShortcomingJSON(
        rule: $0.rule, text: $0.words, measure: $0.measure, shortcoming: $0.stated?.id)
    }
    group = Dictionary(
      uniqueKeysWithValues: review.group.map { ($0.key.description, $0.value) })
    nextGoals = review.nextGoals.map(\.text)
  }
}
