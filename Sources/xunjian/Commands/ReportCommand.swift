import Almanac
import ArgumentParser
import Canvas
import Domain
import Foundation
import Reports
import Screens

/// Everything that goes on paper.
struct ReportCommand: ParsableCommand {
  static let configuration = about(
    "report", zh: "打印与导出", en: "print and export",
    [
      MonthReportCommand.self, QuarterReportCommand.self, YearReportCommand.self,
      AnnualReportCommand.self, RegisterReport.self, RecordReport.self, BlankReport.self,
      HolidayReport.self,
      YearPlanReport.self, RectificationReport.self, ListedReport.self, ApprovalReport.self,
      DecisionsReport.self, CompletionReportCommand.self, NoticeReport.self, ReplyReport.self,
      LetterReport.self, NumbersReport.self, DutyReport.self, ActivitiesReport.self,
      IncidentsReport.self, IncidentPaperReport.self,
      CoverageReport.self, AssessmentReportCommand.self, ExpiriesReport.self, RulesReport.self,
      FireFileReport.self, AssetsReport.self, WeaknessesReport.self,
      LeadingGroupReport.self, ResponsibilityLetterReport.self, GoalsReport.self,
      VehiclesReport.self, TripReport.self,
      JobReport.self,
    ])
}

/// How a document leaves the program: a format, a file, a printer.
struct DocumentOutput: ParsableArguments {
  typealias Format = FileFormat

  @Option(help: help(zh: "格式", en: "format")) var format: Format = .text
  @Option(
    help: help(zh: "存为文件；- 为标准输出", en: "write to this file; - for standard output"))
  var output: String?
  @Flag(help: help(zh: "文件已有时换掉它", en: "take the place of a file that is there"))
  var force = false
  @Flag(help: help(zh: "打印（lp）", en: "print with lp")) var print = false
  @Option(help: help(zh: "打印机", en: "the printer")) var printer: String?
  @Option(help: help(zh: "打印份数", en: "copies to print")) var copies = 1
  @Flag(help: help(zh: "双面打印", en: "print on both sides")) var duplex = false

  func validate() throws {
    guard (1...99).contains(copies) else {
      throw ValidationError(
        Bilingual(zh: "--copies 请填 1 至 99。", en: "--copies takes 1 to 99.")[Speech.language])
    }
  }

  /// Sends a document where it was asked for.
  ///
  /// - Parameter json: What `--format json` prints.
  func send(_ document: Document, json: any Encodable, on day: Day) throws {
    if print { return try sendToPrinter(document, on: day) }
    let file = output == "-" ? nil : output
    if let file, !force, FileManager.default.fileExists(atPath: file) {
      throw ShellError.plain(
        .cannotCreate,
        Bilingual(
          zh: "已有文件：\(file)，没有覆盖。请换一个名字，或加 --force。",
          en:
            "There is a file \(file) already; it was not overwritten. Name another, or add --force."
        ))
    }
    if [.xlsx, .docx, .pdf].contains(format) { try refuseTerminal() }
    var note: Bilingual?
    let bytes =
      try format == .pdf
      ? pdf(of: document, on: day, note: &note)
      : Rendering(document, json: json, on: day).bytes(format, isFile: output != nil)
    guard let file else {
      if let note { Output.error(note) }
      return Output.bytes(bytes)
    }
    try Files.write(bytes, to: file)
    let saved = Bilingual(zh: "已存为 \(file)。", en: "Saved as \(file).")
    Self.say(saved, note)
  }

  /// Says what became of a document in one line, with what is to be said of it.
  private static func say(_ fate: Bilingual, _ note: Bilingual?) {
    let rest = note.map { Bilingual(zh: "", en: " ") + $0 } ?? Bilingual(verbatim: "")
    Output.line((fate + rest)[Speech.language])
  }

  /// - Parameter note: Set to what is to be said of it: the fonts used in place of official ones.
  private func pdf(
    of document: Document, on day: Day, note: inout Bilingual?
  ) throws -> [UInt8] {
    let paper = try Progress.shown { try Paper(document, createdOn: day, $0) }
    if !paper.uncovered.isEmpty {
      Output.error(
        Bilingual(
          zh: "这些字没有字体，印成了方框：\(paper.uncovered)",
          en: "No font has these characters; they are printed as boxes: \(paper.uncovered)"))
    }
    note = paper.substitutes.note
    return paper.bytes
  }

  /// The seconds for which a command waits to tell what became of its job.
  static let patience = 10

  /// Prints, waits a little for what becomes of the job, and says it, or how to ask.
  private func sendToPrinter(_ document: Document, on day: Day) throws {
    let order = PrintOrder(
      printer: printer ?? Settings.present.printer, copies: copies, isDuplex: duplex)
    let (job, note) = try Progress.shown { meter in
      let paper = try Paper(document, createdOn: day, meter)
      let job = try Printer.print(paper, title: document.title, order, meter.measuring(.send))
      return (job, paper.substitutes.note)
    }
    Self.say(Bilingual(zh: "已送打印机。", en: "Sent to the printer."), note)
    guard let job else { return }
    let fate = job.awaited(seconds: Self.patience)
    let words = job.words(fate) + Bilingual(zh: "。", en: ". ")
    guard !fate.isFailure else {
      throw ShellError.plain(.inputOutput, words + job.how)
    }
    Output.line((fate == .completed ? words : words + job.how)[Speech.language])
  }

  /// - Throws: ``ShellError`` where bytes that are no text would go to a terminal.
  private func refuseTerminal() throws {
    guard output == nil, isatty(STDOUT_FILENO) != 0 else { return }
    let name = format.rawValue.uppercased()
    throw ShellError.plain(
      .usage,
      Bilingual(zh: "请用 --output 指明 \(name) 文件。", en: "Name the \(name) file with --output."))
  }
}

extension FileFormat: ExpressibleByArgument {}
