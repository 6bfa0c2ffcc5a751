import Almanac
import Canvas
import Foundation
import Reports
import Resources
import Testing

/// Letters, as python-docx reads them.
struct LetterTests {
  private static let day = Day(2026, 11, 30)
  private static let images = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "IntakeTests/Fixtures/images")

  static func letter(_ document: Document, on day: Day = day) throws -> Letter {
    try Letter(document, createdOn: day) { part in
      guard let found = xj_resource_named("docx/" + part) else { return "" }
      let bytes = UnsafeBufferPointer(start: found.pointee.bytes, count: Int(found.pointee.count))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private func read(_ document: Document) throws -> ReadLetter {
    try OfficeReader.read(Self.letter(document).bytes, "docx")
  }

  /// GB/T 9704-2012 5.2: A4, head 37 mm, binding side 28 mm, text block 156 mm × 225 mm.
  @Test func thePageIsThatOfOfficialDocuments() throws {
    let letter = try read(Sample.letter(lines: 3))
    #expect(letter.page == [210, 297, 37, 35, 28, 26])
    #expect(!letter.isLandscape)
    // 22 lines fit 225 mm (637.8 pt), and 28 characters of 16 pt, made narrower, fit 156 mm (442.2 pt).
    let pitch = try #require(letter.lines["Normal"])
    #expect(22 * pitch <= 637.8 && 23 * pitch > 637.8)
    #expect(28 * (16 + letter.spacing) <= 442.2 && 29 * (16 + letter.spacing) > 442.2)
  }

  @Test func theStylesNameTheOfficialFonts() throws {
    let fonts = try read(Sample.letter(lines: 1)).fonts
    for (style, font, size) in [
      ("Title", "方正小标宋简体", 22.0), ("Normal", "仿宋_GB2312", 16), ("Heading 1", "黑体", 16),
      ("Heading 2", "楷体_GB2312", 16), ("Table Text", "仿宋_GB2312", 10.5),
      ("Table Heading", "黑体", 10.5), ("Footer", "宋体", 14),
    ] {
      #expect(fonts[style]?.eastAsia == font, "\(style)")
      #expect(fonts[style]?.size == size, "\(style)")
    }
    #expect(fonts["Normal"]?.ascii == "Times New Roman")
  }

  /// The parts of an official paper besides its text, each in a style of its own.
  @Test func whatAnOfficialPaperHas() throws {
    let letter = try read(
      Document(
        language: .chinese, title: "复函", author: "示例区统计局",
        blocks: [
          .addressee("区应急局："), .subheading("（一）情况"),
          .closing(.init(unit: "统计局", date: "2026年11月30日", isSealed: true, annex: "附件：表")),
          .imprint(["报送：甲。", "抄送：乙。"]), .annex("附件"),
        ]))
    #expect(
      letter.words == [
        .init(style: "Title", text: "复函"), .init(style: "Addressee", text: "区应急局："),
        .init(style: "Heading 2", text: "（一）情况"), .init(style: "Normal", text: ""),
        .init(style: "Normal", text: "附件：表"), .init(style: "Closing Line", text: ""),
        .init(style: "Closing Line", text: "统计局"),
        .init(style: "Closing Line", text: "2026年11月30日"), .init(style: "Imprint", text: "报送：甲。"),
        .init(style: "Imprint", text: "抄送：乙。"), .init(style: "Annex Mark", text: "附件"),
      ])
    #expect(letter.fonts["Annex Mark"]?.eastAsia == "黑体")
  }

  @Test func whatIsSaidStandsInItsStyle() throws {
    let letter = try read(
      Document(
        language: .chinese, title: "情况报告", subtitle: ["示例区统计局"], running: "不得填写涉密内容",
        blocks: [
          .heading("一、数据"), .paragraph("第一段。\n第二段。"), .pageBreak, .heading("二、其他"),
          .signatures(["填报人", "审核人："]),
        ]))
    #expect(
      letter.words == [
        .init(style: "Title", text: "情况报告"), .init(style: "Subtitle", text: "示例区统计局"),
        .init(style: "Heading 1", text: "一、数据"), .init(style: "Normal", text: "第一段。"),
        .init(style: "Normal", text: "第二段。"), .init(style: "Heading 1", text: "二、其他"),
      ])
    #expect(letter.breaks == 1)
    #expect(letter.header == "不得填写涉密内容\t共 1 页")
    #expect(letter.footer == "— 1 —")
    #expect(letter.title == "情况报告" && letter.created == "2026-11-30T00:00:00")
    let signatures = try #require(letter.tables.first)
    #expect(signatures.style == "Normal Table")
    #expect(signatures.rows == [["填报人：\t", "审核人：\t"]])
    #expect(signatures.columns == [4422, 4422])
    #expect(letter.lineEnds.count == 2 && letter.lineEnds.allSatisfy { $0 > 3500 && $0 < 4422 })
  }

  @Test func aTableHasARepeatedHeadingAndWholeRows() throws {
    let letter = try read(Sample.register(rows: 300, hasTotal: true))
    let table = try #require(letter.tables.first)
    #expect(letter.tables.count == 1 && table.style == "Table Grid")
    #expect(table.rows.count == 302)
    #expect(table.rows[0] == ["编号", "隐患内容", "余天"])
    #expect(table.rows[300] == ["R1299E", "疏散指示灯不亮", "299"])
    #expect(table.rows[301] == ["合计", "", "300"])
    #expect(table.repeated == [true] + Array(repeating: false, count: 301))
    #expect(!table.whole.contains(false))
    #expect(table.styles[0] == Array(repeating: "Table Heading", count: 3))
    #expect(table.styles[1] == Array(repeating: "Table Text", count: 3))
    #expect(table.styles[301] == Array(repeating: "Table Heading", count: 3))
    #expect(table.sides[1].last?.hasPrefix("RIGHT") == true)
    // Shares 2, 6 and 1 of 156 mm, which are 8844 twips.
    #expect(table.columns.reduce(0, +) == 8844)
    #expect(table.columns.map { Int((Double($0) / 8844 * 9).rounded()) } == [2, 6, 1])
  }

  @Test func aLandscapeDocumentLiesOnTheLongSide() throws {
    var document = Sample.register(rows: 1)
    document.isLandscape = true
    let letter = try read(document)
    #expect(letter.isLandscape && letter.page == [297, 210, 28, 28, 25, 25])
    #expect(letter.tables[0].columns.reduce(0, +) == 14003)
    document.size = .a3
    #expect(try read(document).page == [420, 297, 28, 28, 25, 25])
    document.fitsOnePage = true
    #expect(try read(document).fonts["Table Text"]?.size == 8)
  }

  /// Many columns: type is set smaller, as on paper, and each column is as wide as its longest word.
  @Test func aWideTableKeepsItsWordsWhole() throws {
    let columns = (0..<14).map { Document.Column("c\($0)", share: $0 == 0 ? 9 : 1) }
    let row = Array(repeating: "2026-11-30", count: 14)
    let letter = try read(
      Document(
        language: .chinese, title: "", blocks: [.table(.init(columns: columns, rows: [row]))],
        isLandscape: true, keepsWordsWhole: true))
    let size = try #require(letter.fonts["Table Text"]?.size)
    #expect(size < 10.5 && size >= 6)
    // Ten digits of half an em, in points, and the margins of a cell.
    let least = try #require(letter.tables[0].columns.min())
    #expect(Double(least) / 20 >= 10 * 0.5 * size)
  }

  @Test func barsAreDrawnInCharacters() throws {
    let letter = try read(
      Document(
        language: .chinese, title: "",
        blocks: [
          .table(
            .init(
              columns: [.init("月份", share: 1), .init("项", share: 1)],
              rows: [["1月", "4"], ["2月", "2"], ["3月", "0"]], bars: 1))
        ]))
    #expect(letter.tables[0].rows[0] == ["月份", "项", "图示"])
    #expect(letter.tables[0].rows.dropFirst().map { $0[2].count } == [10, 5, 0])
  }

  @Test func englishHasItsOwnSizes() throws {
    let letter = try read(
      Document(language: .english, title: "Report", blocks: [.paragraph("One & two.")]))
    #expect(letter.spacing == 0)
    #expect(letter.fonts["Normal"]?.size == 11 && letter.fonts["Title"]?.size == 18)
    #expect(letter.words.last == .init(style: "Normal", text: "One & two."))
  }

  struct Hostile: Sendable {
    var text: String
    var read: String
  }

  @Test(arguments: [
    Hostile(text: "=1+1", read: "=1+1"),
    Hostile(text: "</w:t></w:r><w:r><w:t>&amp;\"'", read: "</w:t></w:r><w:r><w:t>&amp;\"'"),
    Hostile(text: "灯🔥坏\u{0}\u{1B}[31m", read: "灯🔥坏[31m"),
    Hostile(text: "a\u{FFFE}\u{FFFF}\u{202E}b", read: "ab"),
    Hostile(text: "{{title}} {{#blocks}} {{{day}}}", read: "{{title}} {{#blocks}} {{{day}}}"),
    Hostile(text: "]]><!--", read: "]]><!--"),
  ])
  func hostileText(_ row: Hostile) throws {
    let letter = try read(
      Document(
        language: .chinese, title: row.text, subtitle: [row.text], running: row.text,
        blocks: [
          .heading(row.text), .paragraph(row.text),
          .table(.init(columns: [.init(row.text, share: 1)], rows: [[row.text]])),
          .signatures([row.text]),
        ]))
    #expect(letter.words.map(\.text) == Array(repeating: row.read, count: 4))
    #expect(letter.tables[0].rows == [[row.read], [row.read]])
    #expect(letter.tables[1].rows == [[row.read + "：\t"]])
    #expect(letter.header == row.read + "\t共 1 页" && letter.title == row.read)
  }

  @Test func nothingAtAllIsALetter() throws {
    let letter = try read(Document(language: .chinese, title: ""))
    #expect(letter.words.isEmpty && letter.tables.isEmpty && letter.footer == "— 1 —")
    let none = try read(
      Document(
        language: .chinese, title: "t",
        blocks: [
          .table(.init(columns: [.init("a", share: 1), .init("b", share: 1)], rows: [])),
          .table(.init(columns: [], rows: [])), .signatures([]),
          .pictures(.init(columns: ["前"], rows: [])),
        ]))
    #expect(none.tables.map(\.rows) == [[["a", "b"], ["（无）", "（无）"]]])
  }

  @Test func photographsAreEmbeddedAsTheyAre() throws {
    func picture(
      _ name: String?, _ encoding: Document.Picture.Encoding = .jpeg, _ orientation: Int = 1
    ) -> Document.Picture {
      .init(
        caption: name ?? "gone", file: name.map { Self.images.appending(path: $0).path },
        encoding: encoding, width: 24, height: 16, orientation: orientation)
    }
    let letter = try read(
      Document(
        language: .chinese, title: "",
        blocks: [
          .pictures(
            .init(
              columns: ["整改前", "整改后"],
              rows: [
                [picture("plain.jpg"), picture("palette.png", .png)],
                [picture("plain.jpg", .jpeg, 6), picture("plain.jpg", .jpeg, 2)],
                [picture(nil), picture("none.jpg")], [picture("palette.png", .jpeg), nil],
              ]))
        ]))
    #expect(
      letter.media.keys.sorted() == [
        "picture1.jpeg", "picture2.png", "picture3.jpeg", "picture4.jpeg",
      ])
    #expect(letter.media["picture1.jpeg"]?.prefix(2) == [0xFF, 0xD8])
    #expect(letter.media["picture2.png"] == [0x89, 0x50, 0x4E, 0x47])
    // 221 pt are a column's, less 7 for its margins; 24 by 16 fill it, and turned they are 62 mm high.
    #expect(letter.shapes == [[214, 143], [214, 143], [176, 117], [214, 143]])
    #expect(letter.turns == ["0", "0", "5400000", "0 flipH"])
    let rows = letter.tables[0].rows
    #expect(rows[0] == ["整改前", "整改后"] && letter.tables[0].repeated[0])
    #expect(rows[3] == ["gone", "none.jpg"] && rows[4] == ["palette.png", ""])
  }

  @Test func sameInputSameBytesInAnyTimeZone() async throws {
    let document = Sample.register(rows: 20)
    #expect(try Self.letter(document) == Self.letter(document))
    #expect(try Self.letter(document, on: Day(2026, 12, 1)) != Self.letter(document))
    #expect(try read(document).times == ["1980-1-1-0-0-0"])
  }

  /// In a process of its own, for the library is looked up once in a process.
  @Test func aMissingLibraryIsNamed() async {
    await #expect(processExitsWith: .exitCode(78)) {
      var files = rlimit(rlim_cur: 0, rlim_max: 0)
      guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 else { exit(1) }
      do {
        _ = try LetterTests.letter(Sample.register(rows: 1))
        exit(2)
      } catch ExportError.libraryMissing(.docx, "libarchive.so.13") {
        exit(78)
      } catch {
        exit(3)
      }
    }
  }

  @Test func theMessageSaysWhatToInstall() {
    for language in Language.allCases {
      let docx = ExportError.libraryMissing(.docx, "libarchive.so.13").message[language]
      #expect(docx.contains("libarchive.so.13") && docx.contains("libarchive13"))
    }
  }
}
