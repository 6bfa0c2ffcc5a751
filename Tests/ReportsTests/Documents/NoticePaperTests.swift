import Almanac
import Canvas
@testable import Domain
@testable import Reports
import Testing

/// A rectification notice, its answer, and the letter to an authority: in words, and as pages.
struct NoticePaperTests {
  private let office = SmallOffice(language: .chinese)

  private func notice(_ numbers: [String], number: String? = "安整〔2026〕3号") throws
    -> RectificationNotice
  {
    let lines = numbers.map {
      RectificationNotice.Line(
        hazard: Hazard.ID($0), demand: Bilingual(verbatim: "立即整改"), deadline: Day(2026, 12, 5))
    }
    return try #require(
      RectificationNotice(
        id: "整2026-003",
        beginning: .issued(
          .init(
            number: number, section: "gen", signer: "zhou", date: Day(2026, 11, 30), lines: lines)))
    )
  }

  private func text(_ document: Document) -> String {
    TextPages(document, columns: 100).pages.joined().joined(separator: "\n")
  }

  @Test func twoCopiesEachOnOneSheet() throws {
    let document = RectificationNoticePaper.document(
      try notice(["2026-001", "2026-004"]), hazards: office.hazards, bureau: office.bureau,
      templates: .shipped, language: .chinese)
    let pages = try Pages(document).texts
    #expect(pages.count == 2)
    let name = office.bureau.organization.name
    for (page, strip) in zip(pages, [("第一联", "签收回执"), ("第二联", "存根")]) {
      let page = page.filter { !$0.isWhitespace }
      for words in [
        "\(name)隐患整改通知书", "安整〔2026〕3号", strip.0, strip.1, "立即整改", "2026年11月30日", "沿此线裁开",
        "2026-001", "2026-004",
      ] { #expect(page.contains(words), "\(words)") }
    }
    #expect(!pages[0].contains("存根") && !pages[1].contains("签收回执"))
  }

  /// The date ends four characters from the right edge, and the unit stands over its middle.
  @Test func unitAndDate() throws {
    let document = Document(
      language: .chinese, title: "",
      blocks: [.paragraph("正文"), .closing(.init(unit: "统计局", date: "2026年11月30日", isSealed: true))])
    let words = try #require(try Pages(document).words.first)
    let unit = try #require(words.first { $0.text == "统计局" })
    let date = words.filter { $0.text.count > 1 && "2026年11月30日".contains($0.text) }
    let (left, right) = (date.map(\.left).min() ?? 0, date.map(\.right).max() ?? 0)
    let sheet = Sheet(document)
    #expect(abs(sheet.left + sheet.width - right - 4 * 15.75) < 2)
    #expect(abs((unit.left + unit.right) / 2 - (left + right) / 2) < 2)
    let body = try #require(words.first { $0.text.hasPrefix("正文") })
    // Two empty lines of 28.97 pt for the seal.
    #expect(abs(unit.top - body.top - 3 * 28.97) < 2)
    #expect(
      text(document) == """
            正文


        \(String(repeating: " ", count: 82))统计局
        \(String(repeating: " ", count: 78))2026年11月30日
        """)
  }

  @Test func aBlankNumberIsFilledInByHand() throws {
    let words = text(
      RectificationNoticePaper.document(
        try notice(["2026-001"], number: nil), hazards: office.hazards, bureau: office.bureau,
        templates: .shipped, language: .chinese))
    #expect(words.contains("文号：______________") && !words.contains("安整"))
  }

  @Test func anAnswerAndTheFormForIt() throws {
    var notice = try notice(["2026-001"])
    func reply() -> String {
      text(
        RectificationReply.document(
          notice, hazards: office.hazards, bureau: office.bureau, templates: .shipped,
          language: .chinese))
    }
    #expect(reply().contains("____年__月__日"))
    let stamp = Stamp(
      at: Moment(Day(2026, 12, 1), second: 0), day: Day(2026, 12, 1), actor: "zhou")
    notice.apply(.received(on: Day(2026, 12, 1)), stamp)
    notice.apply(.answered([.init(hazard: "2026-001", done: "已换")], on: Day(2026, 12, 2)), stamp)
    #expect(reply().contains("已于2026年12月1日签收") && reply().contains("2026年12月2日"))
    #expect(reply().contains("已换") && !reply().contains("____年"))
  }

  struct Source: Sendable {
    var words: String
    var document: String
    var came: Bool
    var issuer: String?
    var number: String
  }

  @Test(arguments: [
    Source(
      words: "消防大队 消〔2026〕7号", document: "消[2026]7号", came: true, issuer: "消防大队",
      number: "消〔2026〕7号"),
    Source(
      words: "消防大队，消〔2026〕17号", document: "消〔2026〕7号", came: false, issuer: "消防大队",
      number: "消〔2026〕17号"),
    Source(
      words: "消[2026]7号 2026-11-02", document: "消（2026）7号", came: true, issuer: nil,
      number: "消〔2026〕7号"),
    Source(
      words: "网络安全检测报告 2026-0088", document: "0088", came: true, issuer: nil,
      number: "网络安全检测报告 2026-0088"),
    Source(
      words: "消防大队 限期整改书", document: " ", came: false, issuer: "消防大队", number: "消防大队 限期整改书"),
  ])
  func whoseDocument(_ row: Source) throws {
    var hazard = try #require(office.hazards.first)
    hazard.report.sourceDocument = row.words
    #expect(hazard.came(with: row.document) == row.came)
    #expect(hazard.issuer == row.issuer)
    #expect(hazard.documentNumber == row.number)
  }

  /// A number is one document, a part of it as many as have it; which are told in the order of their hazards.
  @Test(arguments: [
    ("2026", ["消〔2026〕7号", "消〔2026〕17号", "网络安全检测报告 2026-0088"]),
    ("消[2026]7号", ["消〔2026〕7号"]), ("7号", ["消〔2026〕7号", "消〔2026〕17号"]),
    ("0088", ["网络安全检测报告 2026-0088"]), ("消〔2025〕7号", []), (" ", []),
  ])
  func whichDocument(_ words: String, _ numbers: [String]) {
    let sources = [
      "消防大队 消〔2026〕7号", "消防大队 消〔2026〕17号", nil, "消[2026]7号 2026-11-02",
      "网络安全检测报告 2026-0088",
    ]
    let hazards = zip(office.hazards, sources).map { hazard, source in
      var hazard = hazard
      hazard.report.sourceDocument = source
      return hazard
    }
    let found = hazards.documents(named: words)
    #expect(found.map(\.number) == numbers)
    if numbers == ["消〔2026〕7号"] {
      #expect(found[0].hazards.map(\.id) == [hazards[0].id, hazards[3].id])
    }
  }

  /// As of 30 November: 000, 002, 003 and 007 are closed, 006 is withdrawn, the other three are open.
  @Test func theLetterCountsWhatItLists() throws {
    for language in [Language.chinese, .english] {
      let office = SmallOffice(language: language)
      let document = AuthorityLetter.document(
        .init(source: "消[2026]7号", addressee: "消防大队"), hazards: office.hazards,
        bureau: office.bureau, today: Day(2026, 11, 30), templates: .shipped,
        language: language)
      let words = text(document).filter { !$0.isWhitespace }
      let wanted =
        language == .chinese
        ? ["消防大队：", "消〔2026〕7号", "共8项，已整改并复查合格4项，正在整改3项，经核实作废1项", "附件：隐患整改情况表"]
        : ["消防大队:", "hazards(8),4mendedandverified,3beingmended,1withdrawnafterchecking"]
      for part in wanted { #expect(words.contains(part), "\(part) in \(words)") }
      let table = document.blocks.compactMap { block -> Document.Table? in
        if case .table(let table) = block { table } else { nil }
      }
      #expect(table.map(\.rows.count) == [8])
    }
  }
}
