import Almanac
import ArgumentParser
import Canvas
import Domain
import Foundation
import Ledger
import Reports

/// The self-assessment on paper.
struct AssessmentReportCommand: ParsableCommand {
  static let configuration = about(
    "assessment", zh: "考评自评表，缺佐证的在前", en: "the self-assessment, what lacks evidence first")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let review = try session.loadedAssessment(of: year ?? session.today.year)
    try output.send(
      session.assessmentPaper(review), json: AssessmentJSON(review), on: session.today)
  }
}

/// Writes the self-assessment with a numbered folder of evidence for each item.
struct AssessmentExport: ParsableCommand {
  static let configuration = about(
    "export", zh: "写出自评表和编号的佐证文件夹",
    en: "write the self-assessment with numbered folders of evidence")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "写到哪个新文件夹", en: "the new folder to write to")) var to: String
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?

  func run() throws {
    let session = try Session(options)
    let review = try session.loadedAssessment(of: year ?? session.today.year)
    guard !FileManager.default.fileExists(atPath: to) else {
      throw ShellError.plain(
        .cannotCreate,
        Bilingual(
          zh: "已有 \(to)，没有写。请换一个新文件夹。", en: "There is \(to) already; name a new folder."))
    }
    do {
      try write(review, session)
    } catch {
      // What is not whole does not stay.
      try? FileManager.default.removeItem(atPath: to)
      throw error
    }
    let (count, lack) = (review.lines.count, review.lines.count { $0.isLacking })
    Output.line(
      Bilingual(
        zh: "已写到 \(to)：\(count) 项，缺佐证 \(lack) 项。",
        en: "Written to \(to): \(count) items, \(lack) lack evidence.")[session.language])
  }

  private func write(_ review: AssessmentReview, _ session: Session) throws {
    try makeFolder(to)
    let evidence = try EvidenceRecords(of: review.assessment.content.year, session)
    for (index, line) in review.lines.enumerated() {
      let folder = to + "/" + Self.folderName(index + 1, of: review.lines.count, line)
      try makeFolder(folder)
      try write(line, evidence, in: folder, session)
    }
    let name = Bilingual(zh: "自评表", en: "self-assessment")[session.language]
    let paper = try session.assessmentPaper(review)
    let sheet = try Paper(paper, createdOn: session.today)
    try Files.write(sheet.bytes, to: "\(to)/00-\(name).pdf")
    let table = try Rendering(paper, json: AssessmentJSON(review), on: session.today)
      .bytes(.csv, isFile: true)
    try Files.write(table, to: "\(to)/00-\(name).csv")
  }

  private func write(
    _ line: AssessmentReview.Line, _ records: EvidenceRecords, in folder: String,
    _ session: Session
  ) throws {
    for file in line.proofs.compactMap(\.file) {
      let path = session.ledger.photographs.path(of: file)
      try Files.write(Attachment.read(path), to: folder + "/" + Self.safe(file.name))
    }
    var figures: [String] = []
    for case (let evidence?, let words) in line.proofs.map({ ($0.evidence, $0.words) }) {
      guard case .document(let report) = evidence else {
        let found = try records.lines(showing: evidence)
        figures += [words[session.language]] + found.map { "  " + $0 }
        continue
      }
      try draw(report, in: folder, session)
    }
    guard !figures.isEmpty else { return }
    let name = Bilingual(zh: "台账数据", en: "figures")[session.language]
    try Files.write(
      Array((figures.joined(separator: "\n") + "\n").utf8), to: "\(folder)/\(name).txt")
  }

  /// Draws a document up by the command that its words are.
  private func draw(_ report: String, in folder: String, _ session: Session) throws {
    let path = folder + "/" + Self.safe(report) + ".pdf"
    var given = [
      "--format", "pdf", "--output", path, "--ledger", options.ledgerPath, "--language",
      session.language.rawValue,
    ]
    if let now = options.now { given += ["--now", "\(now)"] }
    if let person = options.person { given += ["--as", person] }
    var command = try Evidence.command(report, given)
    try command.run()
  }

  private func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false)
    } catch {
      throw ShellError.plain(
        .cannotCreate,
        Bilingual(zh: "无法新建文件夹 \(path)。", en: "The folder \(path) cannot be made."))
    }
  }

  /// As `03-1.2-组织领导`, the number as wide as the last one.
  static func folderName(_ number: Int, of count: Int, _ line: AssessmentReview.Line) -> String {
    let digits = max(2, "\(count)".count)
    let padded = String(repeating: "0", count: max(0, digits - "\(number)".count)) + "\(number)"
    return "\(padded)-\(safe(line.id))-\(safe(line.item.name))"
  }

  /// A name for a file: no separators, nothing a terminal obeys, at most 80 bytes.
  static func safe(_ text: String) -> String {
    let clean = Cells.clean(text).map { "/\\:*?\"<>|".contains($0) ? "_" : $0 }
    var name = ""
    for character in clean where name.utf8.count + character.utf8.count <= 80 {
      name.append(character)
    }
    return name.hasPrefix(".") ? "_" + name.dropFirst() : name
  }
}

/// The records of a year that show evidence; the year is read once.
private struct EvidenceRecords {
  private let session: Session
  private let year: Int
  private let annual: AnnualReview.Records
  private let bureau: Bureau

  init(of year: Int, _ session: Session) throws {
    (self.year, self.session) = (year, session)
    annual = try session.annualRecords(of: year)
    bureau = try session.ledger.bureau().asOf(session.clock.now)
  }

  /// Those that show a piece of evidence, a line each; none for what is a document.
  func lines(showing evidence: Evidence) throws -> [String] {
    let found: [FigureRecord] =
      switch evidence {
      case .figure(let key):
        try AnnualFigure.all.first { $0.key == key }.map { try records(behind: $0) } ?? []
      case .duty(let key):
        if case .plan(let plan)? = Coverage.Duty(key: key) {
          records(of: AnnualBasis(placesOf: plan, in: year))
        } else {
          []
        }
      case .document: []
      }
    return found.map { $0.line(in: session.language) }
  }

  private func records(of basis: AnnualBasis) -> [FigureRecord] {
    basis.found(in: annual, of: bureau, at: session.clock.now)
  }

  private func records(behind figure: AnnualFigure) throws -> [FigureRecord] {
    func all(_ figure: Figure) throws -> [FigureRecord] {
      try session.ledger.records(
        behind: .safety(figure), of: .period(.year(year)), at: session.clock.now)
    }
    switch figure.source {
    case .safety(let figure) where figure != .rounds: return try all(figure)
    case .walks(let kind):
      return try all(.inspections).among(kind, of: bureau)
    case _: return records(of: AnnualBasis(figure, of: year))
    }
  }
}
