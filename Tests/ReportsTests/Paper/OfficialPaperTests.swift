import Almanac
import Canvas
import Foundation
@testable import Reports
import Testing

/// What GB/T 9704-2012 asks of an official paper, measured on its pages, and what a file says of itself.
struct OfficialPaperTests {
  private static let millimetre = 72 / 25.4

  private static let letter = Document(
    language: .chinese, title: "示例区统计局关于安全隐患整改情况的复函",
    subtitle: ["示统安〔2026〕7号"], running: "严禁录入涉密信息", author: "示例区统计局",
    blocks: [
      .addressee("区应急管理局："), .heading("一、总体情况"), .subheading("（一）整改情况"),
      .paragraph(String(repeating: "已按要求逐项整改", count: 6) + "。"),
      .closing(.init(unit: "示例区统计局", date: "2026年11月30日", isSealed: true, annex: "附件：情况表")),
      .imprint(["抄送：区消防救援大队。"]), .pageBreak, .annex("附件"), .title("情况表", []),
      .table(.init(columns: [.init("序号", share: 1)], rows: [["1"]])),
    ])

  private func poppler(_ tool: [String], _ document: Document) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(Paper(document, createdOn: Day(2026, 11, 30)).bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = tool.map { $0 == "FILE" ? file.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// To whom it is sent stands at the foot of the last page, its last rule on the lower edge of the text block
  /// (37 mm from the top, 225 mm high), whether there is much or little above it.
  @Test(arguments: [1, 60, 120])
  func whomItIsSentToStandsAtTheFoot(_ sentences: Int) throws {
    let document = Document(
      language: .chinese, title: "汇总",
      blocks: [
        .paragraph(String(repeating: "已按要求逐项整改。", count: sentences)),
        .imprint(["报送：区政府办。", "抄送：区消防救援大队。"]),
      ])
    let press = try Press(sheet: Sheet(document), language: .chinese)
    let pages = try Paper.composed(document, on: press)
    let sheet = try #require(pages.last?.sheet)
    let rules = try #require(pages.last?.marks).compactMap { mark -> Double? in
      if case .rule(_, let fromY, _, let toY) = mark, fromY == toY { fromY } else { nil }
    }
    #expect(rules.count == 3)
    #expect(abs((rules.max() ?? 0) - 225 * Self.millimetre) < 0.1)
    #expect(abs(sheet.height - 225 * Self.millimetre) < 0.1)
    #expect(pages.dropLast().allSatisfy { page in page.marks.allSatisfy { !$0.isRule } })
    #expect(try Pages(document).texts.last?.contains("抄送：区消防救援大队。") == true)
  }

  /// Titles, headings and annexes are in the reader's list of contents, each below its own.
  @Test func bookmarks() throws {
    let xml = try poppler(["pdftohtml", "-xml", "-stdout", "-i", "FILE"], Self.letter)
    let outline = try #require(xml.components(separatedBy: "<outline>").dropFirst().first)
    let tokens = xml.components(separatedBy: "<outline>").dropFirst().joined(separator: "<outline>")
      .matches(of: /<outline>|<\/outline>|page="(\d+)">([^<]*)</)
    var depth = 0
    var items: [String] = []
    for token in tokens {
      if token.0 == "<outline>" {
        depth += 1
      } else if token.0 == "</outline>" {
        depth -= 1
      } else {
        items.append("\(depth) \(token.1 ?? "") \(token.2 ?? "")")
      }
    }
    #expect(!outline.isEmpty)
    #expect(
      items == [
        "0 1 示例区统计局关于安全隐患整改情况的复函", "1 1 一、总体情况", "2 1 （一）整改情况", "0 2 附件",
        "0 2 情况表",
      ])
  }

  @Test func theFileSaysWhoseItIs() throws {
    let info = try Pages(Self.letter).info
    #expect(info["Title"] == "示例区统计局关于安全隐患整改情况的复函")
    #expect(info["Author"] == "示例区统计局" && info["Subject"] == "示统安〔2026〕7号")
    let once = try Paper(Self.letter, createdOn: Day(2026, 11, 30))
    #expect(try once == Paper(Self.letter, createdOn: Day(2026, 11, 30)))
  }

  /// The fonts that the paper says it used are those that are in the file, and no others.
  @Test func fontsAreTold() throws {
    let paper = try Paper(Self.letter, createdOn: Day(2026, 11, 30))
    func plain(_ text: some StringProtocol) -> String {
      String(text).filter { $0.isLetter || $0.isNumber }.lowercased()
    }
    let fonts = try poppler(["pdffonts", "FILE"], Self.letter).split(separator: "\n").dropFirst(2)
      .map { plain($0.split(separator: " ")[0].split(separator: "+").last ?? "") }
    #expect(!fonts.isEmpty)
    for substitute in paper.substitutes {
      // NotoSansCJKjp carries all regions: the file's name for it ends otherwise.
      let family = plain(substitute.used.replacing(#/ (SC|JP|TC|HK|KR)$/#, with: ""))
      #expect(fonts.contains { $0.hasPrefix(family) }, "\(substitute.used) of \(fonts)")
    }
    let wanted = Set(paper.substitutes.map(\.wanted.zh))
    #expect(wanted.isSubset(of: ["小标宋", "仿宋", "黑体", "楷体", "宋体"]))
    let note = try #require(paper.substitutes.note)
    for name in wanted { #expect(note.zh.contains(name)) }
    #expect(
      try Paper(Document(language: .english, title: "x"), createdOn: Day(2026, 11, 30)).substitutes
        .isEmpty)
    #expect(Typeface.body.isOfficial("FangSong_GB2312", in: .chinese))
    #expect(Typeface.subheading.isOfficial("楷体", in: .chinese))
    #expect(!Typeface.heading.isOfficial("Noto Sans CJK SC", in: .chinese))
  }

  /// Where each part stands: in lines of 225/22 mm and characters of 15.75 pt.
  @Test func theParts() throws {
    let pages = try Pages(Self.letter).words
    let (left, pitch, size) = (28 * Self.millimetre, 225 * Self.millimetre / 22, 15.75)
    let right = (28 + 156) * Self.millimetre
    func word(_ start: String, page: Int = 0) throws -> Pages.Word {
      try #require(pages[page].first { $0.text.hasPrefix(start) }, "\(start)")
    }
    let title = try word("示例区统计局关于")
    #expect(abs((title.left + title.right) / 2 - (left + right) / 2) < 1)
    #expect(try abs(word("区应急").left - left) < 1)
    for start in ["一、", "（一）", "已按", "附件：情况表"] {
      #expect(try abs(word(start).left - left - 2 * size) < 1, "\(start)")
    }
    // The annex an empty line below the text's last line, the unit two below the annex, for the seal.
    let annex = try word("附件：情况表")
    let last = try #require(
      pages[0].filter { $0.text.contains("整改") && $0.bottom < annex.top }.last)
    #expect(abs(annex.top - last.top - 2 * pitch) < 1)
    let unit = try #require(pages[0].last { $0.text == "示例区统计局" })
    #expect(abs(unit.top - annex.top - 3 * pitch) < 1)
    // Copies one character in, at the end; the annex's mark from the left edge at the head of its page.
    #expect(try abs(word("抄送").left - left - 14) < 1)
    #expect(try abs(word("附件", page: 1).left - left) < 1)
    #expect(try word("附件", page: 1).top < (37 + 12) * Self.millimetre)
    // The page's number outside: on the right of an odd page, on the left of an even one.
    let numbers = pages.map { page in page.filter { $0.top > (37 + 225) * Self.millimetre } }
    #expect(
      numbers[0].map(\.text) == ["—", "1", "—"] && numbers[1].map(\.text) == ["—", "2", "—"])
    #expect(abs((numbers[0].last?.right ?? 0) - (right - 14)) < 1)
    #expect(abs((numbers[1].first?.left ?? 0) - (left + 14)) < 1)
  }
}

extension Mark {
  fileprivate var isRule: Bool { if case .rule = self { true } else { false } }
}
