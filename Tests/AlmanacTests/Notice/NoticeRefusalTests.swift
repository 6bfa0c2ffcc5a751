import Almanac
import Testing

/// What is refused, with the line and the words.
struct NoticeRefusalTests {
  struct Case: Sendable {
    /// What to replace in the notice of 2026, and by what.
    var old: String
    var new: String
    var line: Int?
    /// Words of the message in English.
    var says: String
  }

  @Test(arguments: [
    Case(old: "1月4日（周日）", new: "1月4日（周六）", line: 1, says: "2026-01-04 is a Sunday"),
    Case(old: "1日（周四）至3日", new: "1日（周三）至3日", line: 1, says: "2026-01-01 is a Thursday"),
    Case(old: "共9天", new: "共8天", line: 2, says: "it says 8 days, the dates make 9"),
    Case(old: "2月14日（周六）", new: "2月13日", line: 2, says: "2026-02-13 is a Friday, worked anyway"),
    Case(old: "2月14日（周六）", new: "2月15日", line: 2, says: "2026-02-15 is both off and worked"),
    Case(old: "2月28日（周六）", new: "2月14日（周六）", line: 2, says: "named twice"),
    Case(old: "5月9日（周六）", new: "5月31日（周日）", line: 4, says: "more than two weeks"),
    Case(old: "6月19日（周五）", new: "6月31日", line: 5, says: "no such day"),
    Case(old: "10月1日（周四）至7日（周三）", new: "10月7日至1日", line: 7, says: "does not end after"),
    Case(old: "正月初七", new: "正月初八", line: 2, says: "2026-02-23 is not the lunar date"),
    Case(old: "4月4日（周六）至6日（周一）", new: "4月6日至8日", line: 3, says: "2026-04-05 is off by law"),
    Case(
      old: "9月25日（周五）至27日（周日）", new: "9月25日放假，9月29日补休", line: 6,
      says: "do not follow one another"),
    Case(
      old: "9月25日（周五）至27日（周日）放假，共3天", new: "9月25日至10月1日放假，共7天", line: 7,
      says: "2026-10-01 is off in two breaks"),
    Case(old: "端午节", new: "清明节", line: 5, says: "Qingming is arranged twice"),
    Case(old: "端午节", new: "端五节", line: 5, says: "cannot be read"),
    Case(old: "5月9日（周六）上班", new: "5月9日（周六）上斑", line: 4, says: "“5月9日（周六）上斑”"),
    Case(old: "放假，共3天。\n四", new: "放架，共3天。\n四", line: 3, says: "cannot be read"),
    Case(old: "6月19日（周五）至21日（周日）放假，共3天", new: "放假3天", line: 5, says: "no day off"),
    Case(
      old: "共3天。1月4日（周日）上班", new: "不调休。1月4日（周日）上班", line: 1,
      says: "no day is exchanged"),
    Case(
      old: "5月1日（周五）至5日（周二）", new: "5月1日至5日，与周末连休，5月7日起上班", line: 4,
      says: "the dates make it 2026-05-06"),
    Case(old: "1月1日（周四）", new: "2024年1月1日", line: nil, says: "2024"),
    Case(
      old: "五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n", new: "", line: nil,
      says: "does not arrange Dragon Boat"),
  ])
  func refused(_ row: Case) throws {
    let text = try Fixtures.notice("2026")
    #expect(text.contains(row.old))
    let damaged = text.replacing(row.old, with: row.new)
    let known = try Fixtures.facts()
    let error = try #require(throws: NoticeError.self) {
      try Notice(damaged, year: 2026, known: known)
    }
    let words = error.message
    #expect(words.en.contains(row.says), "\(words.en)")
    if let line = row.line {
      #expect(words.en.hasPrefix("Line \(line), “"), "\(words.en)")
      #expect(words.zh.hasPrefix("第\(line)行“"), "\(words.zh)")
    }
  }

  struct Part: Sendable {
    var text: String
    var says: String
  }

  /// A part is read by the same rules: what cannot be read is quoted, never passed over.
  @Test(arguments: [
    Part(text: "一、元但：1月1日至3日放假。\n二、春节：2月15日至23日放假。", says: "Line 1, “1月1日至3日放假”"),
    Part(text: "元旦：放假3天。", says: "no day off"),
    Part(text: "元旦：1月1日至3日放架。", says: "cannot be read"),
    Part(
      text: "清明节：4月4日至6日放假。端五节：6月19日至21日放假。", says: "do not follow one another"),
    Part(text: "一、元旦：1月1日（周五）放假。", says: "2026-01-01 is a Thursday"),
    Part(
      text: "国务院办公厅关于2026年部分节假日安排的通知\n一、元旦：1月1日至3日放假，共3天。1月4日上班。",
      says: "does not arrange"),
  ])
  func aPart(_ row: Part) throws {
    let known = try Fixtures.facts()
    let error = try #require(throws: NoticeError.self) {
      try Notice(row.text, year: 2026, known: known, isWhole: false)
    }
    #expect(error.message.en.contains(row.says), "\(error.message.en)")
  }

  struct Year: Sendable {
    var text: String
    var asked: Int?
    var error: NoticeError?
  }

  @Test(arguments: [
    Year(text: "一、元旦：1月1日放假。", asked: nil, error: .yearMissing),
    Year(text: "没有安排", asked: 2026, error: .noArrangement),
    Year(text: "", asked: 2026, error: .noArrangement),
    Year(text: "一、元旦：1月1日放假。", asked: 2200, error: .yearUnknown(2200)),
    Year(
      text: "现将2025年元旦的安排通知如下。一、元旦：1月1日放假。", asked: 2026,
      error: .twoYears(2026, 2025, NoticeQuote(line: 1, text: "2025年元旦的安排通知"))),
    Year(text: "一、元旦：2026年1月1日至3日放假。", asked: nil, error: nil),
    Year(text: "元旦：2025年12月31日至1月2日放假。", asked: nil, error: nil),
    Year(text: "国务院办公厅关于调整2026年元旦假期的通知\n1月1日至3日放假。", asked: nil, error: nil),
  ])
  func years(_ row: Year) throws {
    if let error = row.error {
      #expect(throws: error) { try Notice(row.text, year: row.asked, known: Fixtures.facts()) }
    } else {
      let notice = try Notice(row.text, year: row.asked, known: Fixtures.facts())
      #expect(notice.year == 2026 && notice.isAmendment)
    }
  }

  /// A make-up day of another holiday that the amendment would make a day off.
  @Test func anAmendmentThatClashes() throws {
    let known = try Fixtures.facts()
    let notice = try Notice(
      "调整2026年中秋节假期：中秋节9月19日至27日放假调休，共9天。", known: known)
    #expect(throws: NoticeError.clash(Day(2026, 9, 20))) { try notice.arrangement(over: known) }
  }
}
