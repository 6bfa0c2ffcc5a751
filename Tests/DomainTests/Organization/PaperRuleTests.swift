import Almanac
import Domain
import Testing

/// How the office's documents are numbered, sent and signed.
struct PaperRuleTests {
  struct Style: Sendable {
    var typed: String
    var number: String?
  }

  @Test(arguments: [
    Style(typed: "穗统安〔{年}〕{序号}号", number: "穗统安〔2026〕11号"),
    Style(typed: " 穗统安[{year}]{number}号 ", number: "穗统安〔2026〕11号"),
    Style(typed: "穗统安【｛年｝】｛序号｝号", number: "穗统安〔2026〕11号"),
    Style(typed: "{number}/{year}", number: "11/2026"),
    Style(typed: "穗统安〔2026〕{序号}号"), Style(typed: "穗统安〔{年}〕号"),
    Style(typed: "〔{年}〕{序号}{序号}"), Style(typed: "〔{年}〕{序号}{月}"), Style(typed: ""),
  ])
  func numberStyles(_ row: Style) {
    #expect((try? NumberStyle(typed: row.typed))?.number("11", of: 2026) == row.number)
  }

  @Test func aNoticeIsNumberedAsTheOfficeDoes() throws {
    var rule = PaperRule()
    var numbering = Numbering(year: 2026, device: "B", hazard: 1, inspection: 1)
    #expect(numbering.takeNotice(rule.noticeStyle).number == "安整〔2026〕B1号")
    rule.notice = try NumberStyle(typed: "穗安〔{年}〕{序号}号")
    #expect(numbering.takeNotice(rule.noticeStyle).number == "穗安〔2026〕B2号")
    rule.leavesNumbersBlank = true
    let blank = numbering.takeNotice(rule.noticeStyle)
    #expect(blank.number == nil && blank.id == "整2026-B003")
  }

  @Test func signersAreRolesOrNames() {
    #expect(PaperRule.signer("officeHead")?.zh == "办公室主任")
    #expect(PaperRule.signer("张伟")?.en == "张伟")
    #expect(PaperRule.signer(nil) == nil)
  }
}
