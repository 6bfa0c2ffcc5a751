import Almanac
import Canvas
import Testing

@testable import Domain
@testable import Reports

/// The wording of documents: the program's own, what an office edits, and what is wrong with it.
struct TemplateTests {
  private static let every = TemplateKind.allCases.flatMap { kind in
    Language.allCases.map { (kind, $0) }
  }

  @Test func theProgramsOwnAreSound() {
    for (kind, language) in Self.every {
      let name = kind.file(in: language)
      let text = Templates.shippedText(name)
      #expect(!text.isEmpty, "\(name)")
      #expect(Templates.problems(in: text, file: name, of: kind).isEmpty, "\(name)")
      #expect(Set(TemplateFile(text, file: name, of: kind).pieces.keys) == Set(kind.pieces))
      // What its notes offer is what there is.
      for tag in kind.values + kind.conditions { #expect(text.contains(tag), "\(name): \(tag)") }
    }
  }

  struct Case: Sendable {
    var text: String
    var line: Int?
    var reason: TemplateProblem.Reason
  }

  @Test(arguments: [
    Case(
      text: "# title\n好\n{{organisation}}", line: 3,
      reason: .unknownTag("organisation", nearest: "organization")),
    Case(text: "# titel\n好", line: 1, reason: .unknownPiece("titel", nearest: "title")),
    Case(text: "# title\n好\n\n# title\n坏", line: 4, reason: .twice("title")),
    Case(text: "{{! 注 }}\n\n好\n# title", line: 3, reason: .outside),
    Case(text: "# opening\n{{count", line: 2, reason: .unclosedTag),
    Case(text: "# opening\n{{#isUnfinished}}\n好", line: 2, reason: .unclosedPart("isUnfinished")),
    Case(
      text: "# opening\n{{#isUnfinished}}好{{/count}}", line: 2,
      reason: .closes("count", open: "isUnfinished")),
    Case(text: "# opening\n好{{/count}}", line: 2, reason: .closes("count", open: nil)),
    Case(text: "# opening\n{{isUnfinished}}", line: 2, reason: .condition("isUnfinished")),
    Case(text: "# opening\n{{>partial}}", line: 2, reason: .unusable(">partial")),
    Case(text: "# opening\n{{{count}}}", line: 2, reason: .unusable("{count")),
    Case(text: "# opening\n{{=<% %>=}}", line: 2, reason: .unusable("=<% %>=")),
  ])
  func mistakes(_ row: Case) throws {
    let found = Templates.problems(in: row.text, file: "letter.zh.mustache", of: .letter)
    let first = try #require(found.first)
    #expect(first.line == row.line && first.reason == row.reason, "\(found)")
    #expect(first.message.zh.hasPrefix("letter.zh.mustache 第\(row.line ?? 0)行："))
  }

  /// A broken template is told and left out; a sound one stands beside it.
  @Test func brokenOnesAreLeftOut() {
    let templates = Templates(
      shipped: Templates.shippedText,
      edited: [
        "month.zh.mustache": "# title\n{{mouth}}", "notice.zh.mustache": "# title\n{{section}}通知",
      ])
    #expect(templates.problems.map(\.file) == ["month.zh.mustache"])
    #expect(!templates.isEdited(.month, in: .chinese) && templates.isEdited(.notice, in: .chinese))
    #expect(!templates.isEdited(.notice, in: .english))
  }

  /// What an edited template leaves out keeps the program's words; its own lines become paragraphs and
  /// headings of their levels, and what is filled in is never read as a tag.
  @Test func piecesAndParagraphs() {
    let templates = Templates(
      shipped: Templates.shippedText,
      edited: [
        "letter.zh.mustache": """
        # opening
        一、总体情况

        （一）整改情况

        收到{{document}}，
        共{{count}}项。{{#isUnfinished}}抓紧。{{/isUnfinished}}{{^isUnfinished}}已完。{{/isUnfinished}}

        一、长的也是段落，因为它有句号。
        # closing
        <此复>

        """
      ])
    #expect(templates.problems.isEmpty)
    let words = templates.words(
      .letter,
      ["document": "{{count}}&<1>", "count": 2, "isUnfinished": false, "organization": "甲局"],
      in: .chinese)
    #expect(
      words.blocks("opening") == [
        .heading("一、总体情况"), .subheading("（一）整改情况"), .paragraph("收到{{count}}&<1>，共2项。已完。"),
        .paragraph("一、长的也是段落，因为它有句号。"),
      ])
    #expect(words.blocks("closing") == [.paragraph("<此复>")])
    #expect(words.line("title") == "甲局关于安全隐患整改情况的复函")
  }

  /// A sealed month keeps its wording, whatever is edited since; one sealed before wording was kept has the
  /// program's own.
  @Test func aSealedMonthKeepsItsWording() {
    let summary = SmallOffice(language: .chinese).summary
    func title(_ templates: Templates) -> String {
      MonthReport.document(summary, templates: templates, language: .chinese).title
    }
    func edited(_ words: String) -> Templates {
      Templates(
        shipped: Templates.shippedText, edited: ["month.zh.mustache": "# title\n\(words){{month}}"])
    }
    let then = edited("甲")
    #expect(title(then) == "甲2026年11月" && title(edited("乙")) == "乙2026年11月")
    #expect(title(edited("乙").pinned(to: then.pinned)) == "甲2026年11月")
    #expect(title(edited("乙").pinned(to: nil)) == "示例区统计局2026年11月安全检查情况汇总")
    #expect(title(edited("乙").pinned(to: Templates.shipped.pinned)) == "示例区统计局2026年11月安全检查情况汇总")
  }

  /// A month sealed before provisional dates were marked on every page keeps its paper.
  @Test func earlierSealsKeepTheirPaper() throws {
    let summary = SmallOffice(language: .chinese).summary
    let code = try #require(CheckCode(hash: Array(repeating: UInt8(7), count: 32)))
    let day = Day(2026, 12, 1)
    func running(_ form: Int?) -> String {
      let sealed = SealedMonth(
        number: 1, reason: nil, isForced: false, form: form, heads: [], summary: summary)
      let stamp = Stamp(at: Moment(day, second: 0), day: day, actor: "zhou")
      return MonthReport.document(
        summary, sealed: (Seal(sealed, stamp), code), templates: .shipped, language: .chinese
      ).running
    }
    #expect(!running(nil).contains("预排") && !running(2).contains("预排"))
    #expect(running(Seal.presentForm).contains("预排"))
  }

  @Test func nearestNames() {
    #expect(Templates.nearest(to: "recieved", among: ["received", "count"]) == "received")
    #expect(Templates.nearest(to: "x", among: []) == "")
  }
}
