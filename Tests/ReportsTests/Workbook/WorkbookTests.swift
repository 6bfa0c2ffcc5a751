import Almanac
import Canvas
import Foundation
import Reports
import Testing

/// Workbooks, as openpyxl reads them.
struct WorkbookTests {
  private static let day = Day(2026, 11, 30)

  private func read(_ document: Document) throws -> ReadSheet {
    try OfficeReader.read(Workbook(document, createdOn: Self.day).bytes, "xlsx")
  }

  private func table(
    _ kinds: [Document.Column.Kind], _ rows: [[String]], hasTotal: Bool = false
  ) -> Document.Block {
    .table(
      .init(
        columns: kinds.enumerated().map { .init("c\($0.offset)", share: 1, kind: $0.element) },
        rows: rows, hasTotal: hasTotal))
  }

  /// One cell in a column of a kind.
  private func cells(
    _ kind: Document.Column.Kind, _ texts: [String]
  ) throws -> [ReadSheet.Cell] {
    let sheet = try read(
      Document(
        language: .english, title: "", blocks: [table([kind], texts.map { [$0] })]))
    return sheet.rows.dropFirst().map { $0[0] }
  }

  struct Typed: Sendable {
    var text: String
    var kind: Document.Column.Kind
    var type: String
    var value: String
    var format = "@"
  }

  static let typed = [
    Typed(text: "0", kind: .number, type: "n", value: "0", format: "0"),
    Typed(text: "-17", kind: .number, type: "n", value: "-17", format: "0"),
    Typed(text: "21.50", kind: .number, type: "n", value: "21.5", format: "0.00"),
    Typed(text: "83.3%", kind: .number, type: "n", value: "0.833", format: "0.0%"),
    Typed(text: "100%", kind: .number, type: "n", value: "1", format: "0%"),
    Typed(text: "-", kind: .number, type: "s", value: "-"),
    Typed(text: "007", kind: .number, type: "s", value: "007"),
    Typed(text: "1,000", kind: .number, type: "s", value: "1,000"),
    Typed(text: "+3", kind: .number, type: "n", value: "3", format: "+0"),
    Typed(text: "1e5", kind: .number, type: "s", value: "1e5"),
    Typed(text: "12345678901234567", kind: .number, type: "s", value: "12345678901234567"),
    Typed(text: "余3天", kind: .number, type: "s", value: "余3天"),
    Typed(text: "2026-11-30", kind: .date(), type: "d", value: "2026-11-30", format: "yyyy-mm-dd"),
    Typed(text: "2024-02-29", kind: .date(), type: "d", value: "2024-02-29", format: "yyyy-mm-dd"),
    Typed(
      text: "11-30", kind: .date(year: 2026), type: "d", value: "2026-11-30",
      format: "yyyy-mm-dd"),
    Typed(
      text: "2025-12-31", kind: .date(year: 2026), type: "d", value: "2025-12-31",
      format: "yyyy-mm-dd"),
    Typed(text: "11-30", kind: .date(), type: "s", value: "11-30"),
    Typed(text: "02-29", kind: .date(year: 2026), type: "s", value: "02-29"),
    Typed(text: "11-02至11-27", kind: .date(year: 2026), type: "s", value: "11-02至11-27"),
    Typed(text: "1899-12-31", kind: .date(), type: "s", value: "1899-12-31"),
    Typed(text: "2026-017", kind: .text, type: "s", value: "2026-017"),
    Typed(text: "301", kind: .text, type: "s", value: "301"),
    Typed(text: "2026-11-30", kind: .text, type: "s", value: "2026-11-30"),
    Typed(text: "+3", kind: .text, type: "s", value: "+3"),
    Typed(text: "+1+cmd|x", kind: .number, type: "s", value: "+1+cmd|x"),
    Typed(text: "=1+1", kind: .text, type: "s", value: "=1+1"),
    Typed(text: "=1+1", kind: .number, type: "s", value: "=1+1"),
    Typed(text: "@SUM(A1)", kind: .date(), type: "s", value: "@SUM(A1)"),
    Typed(text: "-1+cmd|x", kind: .number, type: "s", value: "-1+cmd|x"),
    Typed(text: "<b>&\"'</b>", kind: .text, type: "s", value: "<b>&\"'</b>"),
    Typed(text: "灯🔥坏\u{1}\u{1B}[31m", kind: .text, type: "s", value: "灯🔥坏[31m"),
    Typed(text: "a\u{FFFF}\u{202E}b", kind: .text, type: "s", value: "ab"),
    Typed(text: "a\r\nb", kind: .text, type: "s", value: "a\nb"),
  ]

  @Test func cellsAreTypedAsTheirColumnsAre() throws {
    for kind in [Document.Column.Kind.text, .number, .date(), .date(year: 2026)] {
      let rows = Self.typed.filter { $0.kind == kind }
      for (row, cell) in zip(rows, try cells(kind, rows.map(\.text))) {
        #expect(cell.type == row.type, "\(row.text)")
        #expect(cell.value == row.value, "\(row.text)")
        #expect(cell.format == row.format, "\(row.text)")
      }
    }
  }

  @Test func aRegisterIsFrozenFilteredAndRepeated() throws {
    let sheet = try read(Sample.register(rows: 300, hasTotal: true))
    #expect(sheet.names == ["隐患台账"])
    #expect(sheet.texts.prefix(3) == [["不得填写涉密内容"], ["隐患台账"], ["示例区统计局"]])
    #expect(sheet.texts[3] == ["编号", "隐患内容", "余天"])
    #expect(sheet.rows.count == 4 + 301)
    #expect(sheet.freeze == "A5")
    #expect(sheet.filter == "A4:C304")
    #expect(sheet.titles.replacing("$", with: "") == "4:4")
    #expect(sheet.texts[304] == ["合计", "", "300"])
    #expect(sheet.rows[304].allSatisfy(\.isBold) && !sheet.rows[303][0].isBold)
    #expect(sheet.paper == 9 && sheet.fit == [1, 0] && !sheet.isLandscape)
    #expect(sheet.header.hasSuffix("不得填写涉密内容"))
    #expect(sheet.footer == "— &P —" || sheet.footer == "— &[Page] —")
    #expect(sheet.title == "隐患台账" && sheet.created == "2026-11-30T00:00:00")
  }

  /// A filter on the last row of a table would take its total for one more row.
  @Test func aTotalIsNotFiltered() throws {
    let sheet = try read(
      Document(
        language: .english, title: "",
        blocks: [table([.text, .number], [["a", "1"], ["Total", "1"]], hasTotal: true)]))
    #expect(sheet.filter == "A1:B2")
  }

  @Test func columnsAreAsWideAsTheirWidestCell() throws {
    let text = "配电箱前堆放纸箱，无法开启"
    let sheet = try read(
      Document(
        language: .chinese, title: "t",
        blocks: [
          table(
            [.text, .text, .date(year: 2026), .text],
            [["疏散指示灯不亮的楼梯间", text, "11-30", String(repeating: "字", count: 90)]])
        ]))
    // Han characters take two cells, and a sheet's unit is a little narrower than a cell.
    #expect(sheet.widths[0] >= 22 && sheet.widths[0] < 30)
    #expect(sheet.widths[1] >= 26 && sheet.widths[1] < 34)
    #expect(sheet.widths[2] >= 10 && sheet.widths[2] < 16)
    #expect(sheet.widths[3] >= 48 && sheet.widths[3] < 56)
    // What does not fit is wrapped: 180 cells in 48.
    #expect(sheet.heights[2] >= 4 * 14 && sheet.heights[2] < 5 * 15)
    #expect(sheet.heights[1] < 20)
  }

  @Test func wideTablesLieOnTheLongSide() throws {
    let words = String(repeating: "字", count: 20)
    let wide = table([.text, .text, .text], [[words, words, words]])
    #expect(try read(Document(language: .chinese, title: "", blocks: [wide])).isLandscape)
    var asked = Sample.register(rows: 1)
    asked.isLandscape = true
    asked.fitsOnePage = true
    let sheet = try read(asked)
    #expect(sheet.isLandscape && sheet.fit == [1, 1])
    asked.size = .a3
    #expect(try read(asked).paper == 8)
  }

  @Test func paragraphsSignaturesAndSeveralTables() throws {
    let sheet = try read(
      Document(
        language: .chinese, title: "月报", running: "[演练]",
        blocks: [
          .heading("一、数据"), table([.text, .number], [["甲", "1"]]),
          .paragraph("=说明，一段话"), .pageBreak, table([.text, .text, .text], []),
          .signatures(["填报人", "审核人"]),
        ]))
    #expect(
      sheet.texts == [
        ["[演练]"], ["月报"], ["一、数据"], ["c0", "c1"], ["甲", "1"], ["=说明，一段话"],
        ["c0", "c1", "c2"], ["（无）"],
        ["填报人：______________    审核人：______________"],
      ])
    #expect(sheet.rows[5][0].type == "s")
    #expect(sheet.freeze == "" && sheet.filter == "" && sheet.titles == "")
    #expect(sheet.breaks == [6])
    #expect(sheet.merged == ["A1:C1", "A2:C2", "A3:C3", "A6:C6", "A8:C8", "A9:C9"])
  }

  @Test func nothingAtAllIsAWorkbook() throws {
    let sheet = try read(Document(language: .chinese, title: ""))
    #expect(sheet.names == ["表"] && sheet.texts.allSatisfy(\.isEmpty))
    #expect(
      try read(Document(language: .english, title: "", blocks: [table([], [])])).names == ["Sheet"])
  }

  struct Name: Sendable {
    var title: String
    var name: String
  }

  @Test(arguments: [
    Name(title: "a/b\\c?d*e[f]g:h", name: "abcdefgh"),
    Name(title: "'quoted'", name: "quoted"),
    Name(title: "History", name: "表"),
    Name(
      title: "示例区统计局二〇二六年十一月安全检查情况汇总表（含各科室整改情况）",
      name: "示例区统计局二〇二六年十一月安全检查情况汇总表（含各科室整改情"),
    // An emoji is two units of UTF-16, and 31 may not cut it in two.
    Name(title: String(repeating: "🔥", count: 20), name: String(repeating: "🔥", count: 15)),
  ])
  func sheetNames(_ row: Name) throws {
    let sheet = try read(Document(language: .chinese, title: row.title))
    #expect(sheet.names == [row.name])
  }

  /// Each table of records has a sheet of its own, under its heading's name; forms and particulars have none.
  @Test func tablesByThemselves() throws {
    func table(_ columns: Int) -> Document.Block {
      .table(
        .init(
          columns: (0..<columns).map { .init("c\($0)", share: 1) },
          rows: [(0..<columns).map { "r\($0)" }]))
    }
    var document = Document(
      language: .chinese, title: "汇总",
      blocks: [
        table(2), .heading("一、轮次"), table(3), table(3), .heading("二、隐患"), .paragraph("无"),
        table(4),
      ])
    #expect(try read(document).names == ["汇总", "一、轮次", "一、轮次 2", "二、隐患"])
    document.fitsOnePage = true
    #expect(try read(document).names == ["汇总"])
    document = Document(language: .chinese, title: "台账", blocks: [table(3)])
    #expect(try read(document).names == ["台账"])
  }

  @Test func aTextLongerThanACellHoldsIsCut() throws {
    let cell = try cells(.text, [String(repeating: "长", count: 40000)])[0]
    #expect(cell.value.count == 32767 && cell.value.hasSuffix("长.."))
  }

  @Test func sameInputSameBytes() throws {
    let document = Sample.register(rows: 20)
    let first = try Workbook(document, createdOn: Self.day)
    let second = try Workbook(document, createdOn: Self.day)
    #expect(first == second)
    #expect(try Workbook(document, createdOn: Day(2026, 12, 1)) != first)
  }

  /// In a process of its own, for the library is looked up once in a process.
  @Test func aMissingLibraryIsNamed() async {
    await #expect(processExitsWith: .exitCode(78)) {
      var files = rlimit(rlim_cur: 0, rlim_max: 0)
      guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 else { exit(1) }
      do {
        _ = try Workbook(Sample.register(rows: 1), createdOn: Day(2026, 11, 30))
        exit(2)
      } catch ExportError.libraryMissing(.xlsx, "libxlsxwriter.so.4") {
        exit(78)
      } catch {
        exit(3)
      }
    }
  }

  @Test func theMessageSaysWhatToInstall() {
    for language in Language.allCases {
      let xlsx = ExportError.libraryMissing(.xlsx, "libxlsxwriter.so.4").message[language]
      #expect(xlsx.contains("libxlsxwriter.so.4") && xlsx.contains("libxlsxwriter4"))
    }
  }
}
