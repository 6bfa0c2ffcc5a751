import Almanac
import Canvas
import Foundation
import Reports

/// What poppler (`poppler-utils`) reads from a paper, page by page.
struct Pages {
  struct Word {
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  /// The text of each page, its lines in reading order.
  var texts: [String]
  var words: [[Word]]
  /// The lines of pdfinfo by name.
  var info: [String: String]

  init(_ document: Document) throws {
    let paper = try Paper(document, createdOn: Day(2026, 11, 30))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(paper.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try self.init(file: file)
  }

  init(file: URL) throws {
    texts = try Pages.run("pdftotext", "-raw", file.path, "-")
      .split(separator: "\u{C}", omittingEmptySubsequences: true).map(String.init)
    words = try Pages.run("pdftotext", "-bbox", file.path, "-")
      .components(separatedBy: "<page ").dropFirst().map(Pages.words)
    info = [:]
    for line in try Pages.run("pdfinfo", "-isodates", file.path).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      if parts.count == 2 { info[parts[0]] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
  }

  /// How often each page has a text.
  func count(of text: String) -> [Int] {
    texts.map { $0.components(separatedBy: text).count - 1 }
  }

  private static func words(in page: String) -> [Word] {
    page.matches(
      of: /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</
    ).compactMap { match in
      guard let left = Double(match.1), let top = Double(match.2), let right = Double(match.3),
        let bottom = Double(match.4)
      else { return nil }
      return Word(text: String(match.5), left: left, top: top, right: right, bottom: bottom)
    }
  }

  private static func run(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

/// Documents for tests.
enum Sample {
  static func register(rows: Int, hasTotal: Bool = false, text: String = "疏散指示灯不亮") -> Document {
    Document(
      language: .chinese, title: "隐患台账", subtitle: ["示例区统计局"], running: "不得填写涉密内容",
      blocks: [
        .table(
          .init(
            columns: [
              .init("编号", share: 2), .init("隐患内容", share: 6),
              .init("余天", share: 1, alignment: .trailing),
            ],
            rows: (0..<rows).map { ["R\(1000 + $0)E", text, "\($0)"] }
              + (hasTotal ? [["合计", "", "\(rows)"]] : []), hasTotal: hasTotal))
      ])
  }

  static func forms(_ count: Int, items: Int) -> Document {
    let table = Document.Table(
      columns: [.init("序号", share: 1), .init("检查内容", share: 6)],
      rows: (1...items).map { ["\($0)", "插座无松动"] })
    return Document(
      language: .chinese, title: "检查表",
      blocks: (1...count).flatMap { number -> [Document.Block] in
        [.heading("房间\(number)　表号\(number)"), .table(table), .signatures(["开始时间", "结束时间"])]
      }, keepsHeadedWhole: true)
  }

  static func letter(lines: Int) -> Document {
    Document(
      language: .chinese, title: "情况报告",
      blocks: [.paragraph((1...lines).map { "第\($0)行。" }.joined(separator: "\n"))]
        + [.signatures(["填报人", "审核人"])])
  }
}
