import Testing

@testable import Canvas

@Suite struct DocumentTests {
  static let table = Document.Table(
    columns: [
      Document.Column("部门", share: 2),
      Document.Column("隐患内容", share: 4),
      Document.Column("数", share: 1, alignment: .trailing),
    ],
    rows: [["综合科", "插线板串接使用，未拆除", "5"], ["办公室", "无", "12"], ["合计", "", "17"]],
    hasTotal: true)

  static func document(_ blocks: [Document.Block], running: String = "") -> Document {
    Document(
      language: .chinese, title: "月报", subtitle: ["2026年11月"], running: running, blocks: blocks)
  }

  @Test func onePageWithoutEnd() {
    let document = Self.document([
      .heading("一、总体"), .paragraph("应查310间次，已查141间次。"), .table(Self.table),
      .signatures(["填报", "审核"]),
    ])
    #expect(
      TextPages(document, columns: 28).pages == [
        [
          "            月报",
          "         2026年11月",
          "",
          "一、总体",
          "    应查310间次，已查141间",
          "次。",
          "部门    隐患内容          数",
          "----------------------------",
          "综合科  插线板串接使用，   5",
          "        未拆除",
          "办公室  无                12",
          "----------------------------",
          "合计                      17",
          "----------------------------",
          "",
          "填报：______  审核：______",
        ]
      ])
  }

  /// Read out, each cell of a table is named, and an empty one is not told.
  @Test func tablesAreReadOutRowByRow() {
    let pair = Document.Table(
      columns: [Document.Column("项目", share: 1), Document.Column("内容", share: 1)],
      rows: [["编号", "检2026-0001"]])
    let document = Self.document([.table(Self.table), .table(pair)])
    #expect(
      TextPages(document, columns: 60, isReadOut: true).pages[0].suffix(4) == [
        "综合科，隐患内容 插线板串接使用，未拆除，数 5", "办公室，隐患内容 无，数 12", "合计，数 17",
        "编号: 检2026-0001",
      ])
  }

  @Test func tablesRunOnUnderTheirHeading() {
    let document = Self.document([.table(Self.table)], running: "练习")
    #expect(
      TextPages(document, columns: 28, rows: 9).pages == [
        [
          "            练习",
          "            月报",
          "         2026年11月",
          "部门    隐患内容          数",
          "----------------------------",
          "综合科  插线板串接使用，   5",
          "        未拆除",
          "",
          "      第 1 页 共 2 页",
        ],
        [
          "            练习",
          "部门    隐患内容          数",
          "----------------------------",
          "办公室  无                12",
          "----------------------------",
          "合计                      17",
          "----------------------------",
          "",
          "      第 2 页 共 2 页",
        ],
      ])
  }

  @Test func headingsStayWithWhatFollows() {
    let document = Self.document([
      .paragraph("一"), .heading("二"), .paragraph("三"), .pageBreak, .paragraph("四"),
    ])
    let pages = TextPages(document, columns: 20, rows: 6).pages
    #expect(
      pages.map { $0.filter { !$0.isEmpty && !$0.contains("页") } } == [
        ["        月报", "     2026年11月", "    一"], ["二", "    三"], ["    四"],
      ])
  }

  @Test func noLineIsWiderThanThePage() {
    let long = String(repeating: "隐患abc ", count: 20)
    var table = Self.table
    table.rows = [[long, long, long], [long, "", "\u{1B}[2J"]]
    let document = Self.document([.heading(long), .table(table), .signatures([long, long])])
    for columns in [8, 17, 40, 79] {
      let lines = TextPages(document, columns: columns, rows: 12).pages.flatMap { $0 }
      #expect(lines.allSatisfy { Cells.width($0) <= columns })
      #expect(lines.allSatisfy { !$0.contains("\u{1B}") })
    }
  }

  @Test func markdown() {
    var table = Self.table
    table.rows = [["a|b", "*x*\ny", "-1"]]
    let document = Self.document([
      .heading("一"), .paragraph("# 不是标题"), .table(table), .signatures(["填报"]), .pageBreak,
    ])
    #expect(
      document.markdown == """
        # 月报

        2026年11月

        ## 一

        \\# 不是标题

        | 部门 | 隐患内容 | 数 |
        | --- | --- | ---: |
        | a\\|b | \\*x\\*<br>y | -1 |

        | 填报 |
        | --- |
        |   |

        ---

        """)
  }

  struct Field: Sendable {
    var text: String
    var written: String
  }

  @Test(arguments: [
    Field(text: "综合科", written: "综合科"),
    Field(text: "a,b", written: "\"a,b\""),
    Field(text: "\"a\"", written: "\"\"\"a\"\"\""),
    Field(text: "a\nb", written: "\"a\nb\""),
    Field(text: "=1+1", written: "'=1+1"),
    Field(text: "@x", written: "'@x"),
    Field(text: "-1", written: "-1"),
    Field(text: "+3.5%", written: "+3.5%"),
    Field(text: "-1+cmd|x", written: "'-1+cmd|x"),
    Field(text: "=HYPERLINK(\"x\",1)", written: "\"'=HYPERLINK(\"\"x\"\",1)\""),
    Field(text: "＝1", written: "'＝1"),
    Field(text: "\t=1+1", written: "' =1+1"),
    Field(text: "\r\n=1+1", written: "\"'\n=1+1\""),
    Field(text: "\u{FEFF}=1+1", written: "'=1+1"),
    Field(text: "\u{0}=1+1", written: "'=1+1"),
    Field(text: "\u{1B}[31m红\u{202E}", written: "[31m红"),
    Field(text: "", written: ""),
  ])
  func csvField(_ row: Field) {
    let table = Document.Table(columns: [Document.Column("x", share: 1)], rows: [[row.text]])
    #expect(Self.document([.table(table)]).csv == "x\r\n\(row.written)\r\n")
  }

  @Test func csvHasTablesAndHeadings() {
    let document = Self.document([.heading("一"), .paragraph("无"), .table(Self.table), .pageBreak])
    #expect(
      document.csv
        == "一\r\n部门,隐患内容,数\r\n综合科,插线板串接使用，未拆除,5\r\n办公室,无,12\r\n合计,,17\r\n")
  }

  /// Dates and numbers stay whole as long as other columns can give way.
  @Test func columnsKeepTheirWordsWhole() {
    let table = Document.Table(
      columns: [
        Document.Column("编号", share: 1), Document.Column("描述", share: 20),
        Document.Column("期限", share: 1),
      ], rows: [["2026-017", "插线板串接使用，未拆除", "2026-11-30"]])
    #expect(table.longestWords == [8, 4, 10])
    #expect(table.widths(in: 26, least: [8, 4, 10]) == [8, 8, 10])
    // Where not even the words have room, each column gets its share.
    #expect(table.widths(in: 11, least: [8, 4, 10]) == [0, 10, 0])
    #expect(Cells.longestWord("见 https://example.org/a 和。") == 21)
    #expect(Cells.longestWord("一\n12345\n二。") == 5)
    #expect(Cells.longestWord("") == 0)
  }

  /// A table with too many columns for the width is read row by row.
  @Test func manyColumnsStandBelowEachOther() {
    let table = Document.Table(
      columns: ["编号", "场所", "隐患描述", "期限", "状态"].map { Document.Column($0, share: 1) },
      rows: [
        ["2026-017", "305 办公室", "插座面板松动", "2026-11-30", ""],
        ["2026-018", "401", "灯管不亮", "2026-12-01", "已交办\n催办1次"],
      ])
    #expect(
      TextPages(Self.document([.table(table)]), columns: 36).pages[0].dropFirst(2) == [
        "------------------------------------",
        "编号：2026-017  场所：305 办公室",
        "隐患描述：插座面板松动",
        "期限：2026-11-30",
        "------------------------------------",
        "编号：2026-018  场所：401",
        "隐患描述：灯管不亮  期限：2026-12-01",
        "状态：已交办 催办1次",
        "------------------------------------",
      ])
  }
}
