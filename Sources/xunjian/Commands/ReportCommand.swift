import Almanac
import ArgumentParser
import Canvas
import Domain
import Foundation
import Reports

/// Everything that goes on paper.
struct ReportCommand: ParsableCommand {
  static let configuration = about(
    "report", zh: "打印与导出", en: "print and export",
    [
      MonthReportCommand.self, QuarterReportCommand.self, YearReportCommand.self,
      RegisterReport.self, RecordReport.self, BlankReport.self, HolidayReport.self,
      YearPlanReport.self, RectificationReport.self, ListedReport.self, ApprovalReport.self,
      DecisionsReport.self, CompletionReportCommand.self, NoticeReport.self, ReplyReport.self,
      LetterReport.self, DutyReport.self,
    ])
}

/// How a document leaves the program: a format, a file, a printer.
struct DocumentOutput: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case md
    case csv
    case json
    case xlsx
    case docx
    case pdf

    /// Whether a spreadsheet is to open it.
    var isTable: Bool { self == .csv || self == .xlsx }
  }

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
  /// - Parameter json: What `--format json` prints; nil where there is none.
  func send(_ document: Document, json: (any Encodable)?, on day: Day) throws {
    if print {
      try Printer.print(
        Paper(document, createdOn: day), title: document.title,
        on: printer ?? Settings.present.printer, copies: copies, isDuplex: duplex)
      return Output.line(Bilingual(zh: "已送打印机。", en: "Sent to the printer.")[Speech.language])
    }
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
    let bytes = try bytes(document, json: json, on: day)
    guard let file else { return Output.bytes(bytes) }
    try Files.write(bytes, to: file)
  }

  /// Spreadsheets take a CSV file without it for GBK on a Chinese Windows.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func bytes(_ document: Document, json: (any Encodable)?, on day: Day) throws -> [UInt8] {
    switch format {
    case .text:
      let pages = TextPages(document, columns: 80).pages
      return Array(pages.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n").utf8)
    case .md: return Array(document.markdown.utf8)
    case .csv: return (output == nil ? [] : Self.byteOrderMark) + Array(document.csv.utf8)
    case .json:
      guard let json else {
        throw ShellError.plain(
          .usage, Bilingual(zh: "此文件没有 JSON 格式。", en: "There is no JSON of this document."))
      }
      return Array((try Output.text(of: json) + "\n").utf8)
    case .xlsx:
      try refuseTerminal()
      return try Workbook(document, createdOn: day).bytes
    case .docx:
      try refuseTerminal()
      return try Shipped.letter(document, createdOn: day).bytes
    case .pdf:
      try refuseTerminal()
      let paper = try Paper(document, createdOn: day)
      if !paper.uncovered.isEmpty {
        Output.error(
          Bilingual(
            zh: "这些字没有字体，印成了方框：\(paper.uncovered)",
            en: "No font has these characters; they are printed as boxes: \(paper.uncovered)"))
      }
      return paper.bytes
    }
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
