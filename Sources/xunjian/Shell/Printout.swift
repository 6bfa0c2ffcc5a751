import Almanac
import Canvas
import Domain
import Foundation
import Ledger
import Reports
import Screens

/// A document of the ledger on its way to paper or into a file.
struct Printout {
  let document: Document
  private let day: Day
  /// The name of its file, and of its job at the printer.
  private let name: String

  /// - Throws: ``RecordError`` or ``HazardError`` for what is not there, or what the ledger throws.
  init(_ report: Screens.Report, of session: Session) throws {
    day = session.today
    switch report {
    case .month(let month, let edition):
      name = "xunjian-\(month).pdf"
      document = try session.monthPaper(month, edition: edition).document(in: session.language)
    case .period(let period):
      name = "xunjian-\(period).pdf"
      document = PeriodReport.document(
        try session.ledger.summary(of: period, at: session.clock.now), language: session.language)
    case .record(let id):
      name = "xunjian-\(id).pdf"
      document = try session.document(of: session.record(id.rawValue))
    case .sectionRecord(let key, let section):
      let round = try session.round(key.description)
      name = "xunjian-\(key.plan)-\(key.period)-\(section?.rawValue ?? "").pdf"
      document = try session.document(of: session.sheets(of: [section], in: round), round: round)
    case .approval(let ids):
      name = "xunjian-approval-\(ids.first?.rawValue ?? "").pdf"
      document = try session.approval(of: ids.map(session.hazard))
    case .decisions(let id):
      let leader = try session.person(id.rawValue)
      let sheet = try session.decisionSheet(for: leader, on: session.today)
      name = "xunjian-decisions-\(sheet.number).pdf"
      document = DecisionPage.document(
        sheet, bureau: try session.ledger.bureau(), language: session.language)
    case .completion(let month):
      name = "xunjian-completion-\(month).pdf"
      document = CompletionReport.document(
        try session.ledger.completion(
          of: CompletionByMonth.year(through: month), at: session.clock.now),
        bureau: try session.ledger.bureau(), language: session.language)
    case .listed:
      name = "xunjian-listed.pdf"
      document = try session.listed()
    case .duty(let id, let paper):
      let roster = try session.roster(id.rawValue)
      name = "xunjian-duty-\(id).pdf"
      document = paper.document(roster, try session.ledger.bureau(), session.language)
    case .rectification(let id):
      name = "xunjian-\(id).pdf"
      document = try session.rectification(of: session.hazard(id))
    case .notice(let id):
      name = "xunjian-\(id).pdf"
      document = try session.paper(of: session.notice(id.rawValue))
    }
  }

  /// Sends it to the printer.
  ///
  /// - Throws: `CancellationError` where the person stops it, or what setting the pages and `lp` throw.
  func print(_ meter: Meter) throws {
    try Printer.print(
      paper(meter), title: name, on: Settings.present.printer, meter.measuring(.send))
  }

  /// Saves it as PDF in the present folder, under a name that no file has yet.
  ///
  /// - Returns: The file's name.
  /// - Throws: `CancellationError` where the person stops it, or what setting the pages and writing throw.
  func save(_ meter: Meter) throws -> String {
    let free = Files.unusedName(like: name)
    try Files.write(paper(meter).bytes, to: free)
    return free
  }

  private func paper(_ meter: Meter) throws -> Paper {
    do {
      return try Paper(document, createdOn: day, progress: meter.measuring(.typeset))
    } catch .stopped {
      throw CancellationError()
    }
  }
}

extension DutyPaper {
  /// The paper of a roster.
  func document(_ roster: DutyRoster, _ bureau: Bureau, _ language: Language) -> Document {
    switch self {
    case .roster: DutyRosterPaper.document(roster, bureau: bureau, language: language)
    case .changes: DutyChangesPaper.document(roster, bureau: bureau, language: language)
    case .log: DutyLogPaper.document(roster, bureau: bureau, language: language)
    }
  }
}

extension Session {
  /// A record as it is printed.
  func document(of record: Inspection) throws -> Document {
    InspectionRecord.document(
      inspection: record, history: try ledger.timeline(.inspection(record.id)),
      checklists: try ledger.checklists(of: record), bureau: try ledger.bureau(),
      language: language)
  }
}

/// The printers of CUPS, through `lp`.
enum Printer {
  /// Prints a paper; returns when the printing system has taken it.
  ///
  /// - Parameters:
  ///   - printer: The printer's name; the system's default when nil.
  ///   - isDuplex: Whether both sides are printed, turned over at the long edge.
  ///   - progress: Told while `lp` is waited for; what it throws ends that.
  /// - Throws: ``ShellError`` with what `lp` said, or what `progress` throws.
  static func print(
    _ paper: Paper, title: String, on printer: String?, copies: Int = 1, isDuplex: Bool = false,
    _ progress: Meter.Progress = { _, _ in }
  ) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("xunjian-\(UUID().uuidString).pdf")
    try Files.write(paper.bytes, to: file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["lp", "-s", "-t", title]
      + options(paper.size, on: printer, copies: copies, isDuplex: isDuplex) + [file.path]
    let trouble = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = trouble
    do { try process.run() } catch { throw ShellError.cannotPrint(error.localizedDescription) }
    defer { if process.isRunning { process.terminate() } }
    while process.isRunning {
      try progress(0, 0)
      usleep(20_000)
    }
    let words = String(decoding: trouble.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw ShellError.cannotPrint(words.split(separator: "\n").first.map(String.init) ?? "lp")
    }
  }

  /// What `lp` is told besides the title and the file.
  ///
  /// Source: lp(1) of CUPS, and the keywords of PWG 5100.13 for media and sides.
  static func options(
    _ size: Document.PaperSize, on printer: String?, copies: Int, isDuplex: Bool
  ) -> [String] {
    var options = ["-o", "media=\(size.rawValue.uppercased())", "-o", "print-scaling=none"]
    if copies > 1 { options += ["-n", "\(copies)"] }
    if isDuplex { options += ["-o", "sides=two-sided-long-edge"] }
    if let printer { options += ["-d", printer] }
    return options
  }

  /// The queues that can be printed on; none where there is no printing system.
  static func names() -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["lpstat", "-e"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [] }
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return words.split(separator: "\n").map(String.init)
  }
}
