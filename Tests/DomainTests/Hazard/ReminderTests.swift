import Almanac
import Domain
import Testing

/// Words ready for a messenger: never longer than it shows.
struct ReminderTests {
  static let bureau = Bureau(
    organization: Organization(name: "示例区统计局"), isPractice: true,
    sections: [Section(id: "general", name: "综合科")],
    persons: [Person(id: "fixer", name: "李娜", roles: [.rectifier])],
    places: [Place(id: "301", name: "301 会议室", kind: .meetingRoom)], plans: [], checklists: [],
    seasons: [], alerts: [], calendar: WorkCalendar())

  struct Case: Sendable {
    var state = Hazard.State.rectifying
    var day: Day
    var zh: String
    var en: String
  }

  @Test(arguments: [
    Case(
      day: Day(2026, 11, 24), zh: "综合科 李娜：2026-017 301 会议室 插座松动，期限11-27，剩3天，请抓紧。",
      en: "综合科 李娜: 2026-017 301 会议室 插座松动, due 11-27, 3 d left."),
    Case(
      day: Day(2026, 11, 27), zh: "综合科 李娜：2026-017 301 会议室 插座松动，期限11-27，今天到期，请抓紧。",
      en: "综合科 李娜: 2026-017 301 会议室 插座松动, due 11-27, due today."),
    Case(
      day: Day(2026, 12, 4), zh: "综合科 李娜：2026-017 301 会议室 插座松动，期限11-27，已逾期7天，请抓紧。",
      en: "综合科 李娜: 2026-017 301 会议室 插座松动, due 11-27, 7 d overdue."),
    Case(
      state: .reported, day: Day(2026, 11, 24),
      zh: "综合科：2026-017 301 会议室 插座松动，未定期限，待交办，请抓紧。",
      en: "综合科: 2026-017 301 会议室 插座松动, no deadline, to be assigned."),
  ])
  func words(_ row: Case) throws {
    var report = HazardFixtures.report()
    report.section = "general"
    report.text = "插座松动"
    let text = Reminder(
      try HazardFixtures.hazard(row.state, report), Self.bureau, on: row.day
    ).text
    #expect(text.zh == row.zh && text.en == row.en)
  }

  @Test func aLongFindingIsCut() throws {
    var report = HazardFixtures.report()
    report.text = String(repeating: "插座面板松动", count: 30)
    let text = Reminder(
      try HazardFixtures.hazard(.assigned, report), Self.bureau, on: Day(2026, 11, 24)
    ).text
    #expect(text.zh.count == 70 && text.zh.hasSuffix("..，期限11-27，剩3天，请抓紧。"))
    #expect(text.en.count == 70 && text.en.hasSuffix(".., due 11-27, 3 d left."))
  }

  @Test func longNamesGiveWayBeforeTheDaysLeft() throws {
    var bureau = Self.bureau
    bureau.sections = [Section(id: "general", name: "Office of General Affairs")]
    bureau.persons = [Person(id: "fixer", name: "Peng Guodong", roles: [.rectifier])]
    bureau.places = [Place(id: "301", name: "301 General Office", kind: .office)]
    var report = HazardFixtures.report()
    report.section = "general"
    report.text = "Printer and shredder share one strip"
    let text = Reminder(
      try HazardFixtures.hazard(.assigned, report), bureau, on: Day(2026, 11, 24)
    ).text.en
    #expect(text == "Peng Guodong: 2026-017 Printer and shredder sh.., due 11-27, 3 d left.")
  }
}
