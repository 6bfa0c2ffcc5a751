import Almanac
import Canvas
import Foundation
@testable import Reports
import Testing

/// Pictures and charts of a workbook, as openpyxl reads them.
struct DrawingTests {
  private static let images = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "IntakeTests/Fixtures/images")

  private func read(_ document: Document) throws -> ReadSheet {
    try OfficeReader.read(Workbook(document, createdOn: Day(2026, 11, 30)).bytes, "xlsx")
  }

  private func picture(_ name: String, _ encoding: Document.Picture.Encoding) -> Document.Picture {
    Document.Picture(
      caption: "1  \(name)", file: Self.images.appending(path: name).path, encoding: encoding,
      width: 24, height: 16)
  }

  /// Before and after side by side with their captions; the file's own bytes are in the workbook.
  @Test func photographs() throws {
    let (before, after) = (picture("plain.jpg", .jpeg), picture("palette.png", .png))
    let gone = Document.Picture(caption: "2  缺", file: nil)
    var turned = picture("plain.jpg", .jpeg)
    turned.orientation = 6
    let sheet = try read(
      Document(
        language: .chinese, title: "整改单",
        blocks: [
          .table(
            .init(columns: [.init("a", share: 1), .init("b", share: 1)], rows: [["1", "2"]])),
          .pictures(.init(columns: ["整改前", "整改后"], rows: [[before, after], [gone, turned]])),
        ]))
    #expect(sheet.images.count == 3)
    let sizes = try ["plain.jpg", "palette.png"].map {
      try Data(contentsOf: Self.images.appending(path: $0)).count
    }
    #expect(Set(sheet.pictures) == Set(sizes))
    let texts = sheet.texts
    #expect(texts.contains(["整改前", "整改后"]))
    #expect(
      texts.contains(["1  plain.jpg", "1  palette.png"])
        && texts.contains(["2  缺", "1  plain.jpg（按原文件方向）"]))
    // The row is high enough for the picture: 13 lines.
    #expect(sheet.heights.contains { abs($0 - 198) < 1 })
    #expect(sheet.author == "xunjian")
  }

  /// A chart's series are the cells of its table, without the total, and those of the period before.
  @Test func charts() throws {
    let table = Document.Table(
      columns: [
        .init("月份", share: 1), .init("本期", share: 1, kind: .number),
        .init("上期", share: 1, kind: .number),
      ], rows: [["10", "2", "1"], ["11", "6", "3"], ["合计", "8", "4"]], hasTotal: true, bars: 1,
      beside: 2)
    let sheet = try read(
      Document(language: .chinese, title: "比较 [1]", blocks: [.heading("一"), .table(table)]))
    let name = "'比较 1'!"
    #expect(
      sheet.charts == [
        [
          ["\(name)$B$4:$B$5", "\(name)$A$4:$A$5"], ["\(name)$C$4:$C$5", "\(name)$A$4:$A$5"],
        ]
      ])
    #expect(sheet.rows[3][1].value == "2" && sheet.rows[4][1].value == "6")
  }

  /// A quarter's summary has a chart for each of its tables with bars, of the same cells.
  @Test func aQuarterIsCharted() throws {
    let office = SmallOffice(language: .chinese)
    let document = PeriodReport.document(
      PeriodReportTests().summary(.quarter(4, of: 2026), on: SmallOffice.printed),
      templates: .shipped, language: .chinese)
    #expect(!office.hazards.isEmpty)
    let barred = document.tables.filter { $0.bars != nil }
    let sheet = try read(document)
    #expect(barred.count == 3 && sheet.charts.count == 3)
    for (table, chart) in zip(barred, sheet.charts) {
      let range = try #require(chart[0][0].split(separator: "!").last)
      let ends = range.split(separator: ":").map { $0.split(separator: "$") }
      let column = Int(try #require(ends[0][0].utf8.first)) - 65
      let rows = try #require(Int(ends[0][1])) - 1...(try #require(Int(ends[1][1]))) - 1
      #expect(column == table.bars)
      #expect(rows.map { sheet.rows[$0][column].value } == table.rows.map { $0[column] })
    }
  }

  struct Density: Sendable {
    var bytes: [UInt8]
    var encoding: Document.Picture.Encoding
    var dots: [Double]
  }

  @Test(arguments: [
    Density(
      bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + "JFIF\0".utf8 + [1, 2, 1, 1, 44, 0, 72, 0, 0],
      encoding: .jpeg, dots: [300, 72]),
    Density(
      bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + "JFIF\0".utf8 + [1, 2, 2, 0, 100, 0, 100, 0, 0],
      encoding: .jpeg, dots: [254, 254]),
    Density(
      bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + "JFIF\0".utf8 + [1, 2, 0, 0, 1, 0, 1, 0, 0],
      encoding: .jpeg, dots: [96, 96]),
    Density(bytes: [0xFF, 0xD8], encoding: .jpeg, dots: [96, 96]),
    Density(
      bytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9] + "pHYs".utf8 + [
        0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1,
      ],
      encoding: .png, dots: [300, 300]),
  ])
  func dotsOfAnInch(_ row: Density) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(row.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var picture = Document.Picture(caption: "", file: file.path)
    picture.encoding = row.encoding
    let density = PictureDensity(of: picture, in: file.path)
    #expect([density.across, density.down].map { $0.rounded() } == row.dots)
  }
}
