import Almanac
import Canvas
import Reports
import Testing

/// A4 is 210 mm × 297 mm (ISO 216); the text block is that of GB/T 9704-2012 5.2, in points of 1/72 inch.
struct PaperTests {
  let millimetre = 72 / 25.4

  @Test func everyPageOfALongTableHasItsHeadingAndEveryRowStandsOnce() throws {
    let pages = try Pages(Sample.register(rows: 90))

    #expect(pages.texts.count > 1)
    #expect(pages.count(of: "隐患内容") == pages.texts.map { _ in 1 })
    #expect(pages.count(of: "不得填写涉密内容") == pages.texts.map { _ in 1 })
    #expect(pages.count(of: "隐患台账").reduce(0, +) == 1)
    let numbers = pages.texts.flatMap { $0.matches(of: /R(\d{4})E/).compactMap { Int($0.1) } }
    #expect(numbers == Array(1000..<1090))
    for (index, text) in pages.texts.enumerated() { #expect(text.contains("— \(index + 1) —")) }
  }

  @Test func aTotalNeverStandsAlone() throws {
    for rows in 25...60 {
      let last = try #require(try Pages(Sample.register(rows: rows, hasTotal: true)).texts.last)
      #expect(last.contains("合计"), "\(rows) rows")
      #expect(last.contains("R\(1000 + rows - 1)E"), "\(rows) rows")
    }
  }

  /// Rooms with few items share a page, two or more; none is cut while a page holds it.
  @Test func aFormIsCutOnlyWhereAPageDoesNotHoldIt() throws {
    for items in [4, 7, 12, 20, 40] {
      let pages = try Pages(Sample.forms(5, items: items))
      let heads = pages.count(of: "表号")
      #expect(heads.reduce(0, +) == 5, "\(items) items")
      if items < 40 { #expect(heads == pages.count(of: "结束时间"), "\(items) items") }
      #expect((heads.dropFirst().max() ?? 0 >= 2) == (items <= 7), "\(items) items")
    }
  }

  @Test func signaturesNeverStandAlone() throws {
    for lines in 10...40 {
      let last = try #require(try Pages(Sample.letter(lines: lines)).texts.last)
      #expect(last.contains("审核人："), "\(lines) lines")
      #expect(last.contains("第\(lines)行"), "\(lines) lines")
      #expect(lines == 1 || last.contains("第\(lines - 1)行"), "\(lines) lines")
    }
  }

  @Test func everythingStandsInsideTheTextBlock() throws {
    var register = Sample.register(
      rows: 40, text: "配电箱前堆放纸箱、ABCDEFGHIJKLMNOPQRSTUVWXYZ".repeated(3))
    for isLandscape in [false, true] {
      register.isLandscape = isLandscape
      let left = (isLandscape ? 25 : 28) * millimetre
      let right = (isLandscape ? 25 + 247 : 28 + 156) * millimetre
      for page in try Pages(register).words {
        for word in page {
          #expect(word.left >= left - 0.5 && word.right <= right + 0.5, "\(word)")
        }
      }
    }
  }

  @Test func aChineseLineHasTwentyEightCharactersAndTheFirstStandsTwoIn() throws {
    let document = Document(
      language: .chinese, title: "通知", blocks: [.paragraph("安".repeated(26 + 28 + 1))])
    let lines = try Pages(document).words[0].filter { $0.text.hasPrefix("安") }

    #expect(lines.map(\.text.count) == [26, 28, 1])
    let lefts = lines.map(\.left)
    #expect(abs(lefts[0] - (28 * millimetre + 2 * 15.75)) < 0.5)
    #expect(abs(lefts[1] - 28 * millimetre) < 0.5)
  }

  @Test func aFullPageHasTwentyTwoLines() throws {
    var document = Sample.letter(lines: 60)
    document.title = ""
    let lines = try Pages(document).texts[0].matches(of: /第\d+行/)

    #expect(lines.count == 22)
  }

  struct Orientation: Sendable {
    var isLandscape: Bool
    var size: String
  }

  @Test(arguments: [
    Orientation(isLandscape: false, size: "595.276 x 841.89 pts (A4)"),
    Orientation(isLandscape: true, size: "841.89 x 595.276 pts (A4)"),
  ])
  func paperIsA4(_ row: Orientation) throws {
    var document = Sample.register(rows: 3)
    document.isLandscape = row.isLandscape
    #expect(try Pages(document).info["Page size"] == row.size)
  }

  @Test func theFileNamesItsTitleAndDay() throws {
    let info = try Pages(Sample.register(rows: 1)).info

    #expect(info["Title"] == "隐患台账")
    #expect(info["Creator"] == "xunjian")
    #expect(info["CreationDate"]?.hasPrefix("2026-11-30T00:00:00+08") == true)
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    let document = Sample.register(rows: 50)
    let first = try Paper(document, createdOn: Day(2026, 11, 30))

    #expect(try Paper(document, createdOn: Day(2026, 11, 30)) == first)
    #expect(try Paper(document, createdOn: Day(2026, 12, 1)).bytes != first.bytes)
  }

  @Test func aCellTallerThanAPageIsCutBetweenLines() throws {
    let text = (1...100).map { "第\($0)处" }.joined(separator: "\n")
    let pages = try Pages(Sample.register(rows: 2, text: text))

    #expect(pages.count(of: "隐患内容") == pages.texts.map { _ in 1 })
    let found = pages.texts.flatMap { $0.matches(of: /第(\d+)处/).compactMap { Int($0.1) } }
    #expect(found == Array(1...100) + Array(1...100))
    for page in pages.words {
      for word in page where word.text.hasPrefix("第") {
        #expect(word.bottom <= (37 + 225) * millimetre + 1, "\(word)")
      }
    }
  }

  /// Names that two lines share are parted between them, not within one, as words of a text are.
  @Test func namesStayWhole() throws {
    let names = ["何敏、宋志远、罗成林", "罗成林、何敏、宋志远", "宋志远、罗成林、何敏"]
    func lines(_ kind: Document.Column.Kind) throws -> [Substring] {
      let columns = [
        Document.Column("谁", share: 1, kind: kind), Document.Column("备注", share: 4),
      ]
      let table = Document.Table(columns: columns, rows: names.map { [$0, ""] })
      return try Pages(Document(language: .chinese, title: "值班", blocks: [.table(table)])).texts
        .flatMap { $0.split(separator: "\n") }
    }
    func isWhole(_ line: Substring) -> Bool {
      line.split(separator: "、").allSatisfy { ["何敏", "宋志远", "罗成林"].contains($0) }
    }
    let listed = try lines(.names).filter { $0.contains { "何敏宋志远罗成林".contains($0) } }
    #expect(listed.count > 3 && listed.allSatisfy(isWhole), "\(listed)")
    let text = try lines(.text).filter { $0.contains { "何敏宋志远罗成林".contains($0) } }
    #expect(!text.allSatisfy(isWhole))
  }

  @Test func aTableWithoutRowsSaysSo() throws {
    let text = try Pages(Sample.register(rows: 0)).texts[0]
    #expect(text.contains("隐患内容"))
    #expect(text.contains("（无）"))
  }

  @Test func aPageBreakBeginsAPageAndTwoLeaveNoEmptyOne() throws {
    let document = Document(
      language: .chinese, title: "甲",
      blocks: [.paragraph("上文"), .pageBreak, .pageBreak, .paragraph("下文"), .pageBreak])
    let pages = try Pages(document)

    #expect(pages.texts.count == 2)
    #expect(pages.texts[0].contains("上文"))
    #expect(pages.texts[1].contains("下文"))
  }

  @Test func englishSpeaksEnglish() throws {
    let document = Document(
      language: .english, title: "Monthly safety summary",
      blocks: [
        .heading("Hazards"), .paragraph("Three hazards were found by 张三."), .pageBreak,
        .table(.init(columns: [.init("Number", share: 1)], rows: [])),
        .signatures(["Filled in by"]),
      ])
    let pages = try Pages(document)

    for words in ["2 pages", "Hazards", "by 张三."] { #expect(pages.texts[0].contains(words)) }
    for words in ["(none)", "Filled in by:"] { #expect(pages.texts[1].contains(words)) }
  }

  @Test func charactersThatNoFontHasAreNamedAndTheRestIsPrinted() throws {
    let unknown: Character = "\u{F0F5A}"
    let document = Document(
      language: .chinese, title: "甲", blocks: [.paragraph("上文\(unknown)下文\u{1}。")])
    let paper = try Paper(document, createdOn: Day(2026, 11, 30))

    #expect(paper.uncovered == String(unknown))
    #expect(try Pages(document).texts[0].contains("下文。"))
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
