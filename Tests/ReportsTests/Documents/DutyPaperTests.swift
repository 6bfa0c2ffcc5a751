import Almanac
import Canvas
import Reports
import Testing

@testable import Domain

/// The duty roster, the note on its changes and its log, in words.
struct DutyPaperTests {
  /// New Year 2027, before its notice: the statutory 1st and the weekend, of which Saturday is divided.
  private static func roster(_ events: DutyEvent...) throws -> DutyRoster {
    let days = [Day(2027, 1, 1), Day(2027, 1, 2), Day(2027, 1, 3)]
    let content = DutyRoster.Content(
      kind: .holiday, name: Bilingual(zh: "2027年元旦", en: "New Year 2027"), first: days[0],
      last: days[2],
      rows: [
        DutyRow(day: days[0], shift: .whole, leading: ["zhou"], onDuty: ["chen"]),
        DutyRow(day: days[1], shift: .day, leading: ["zhou"], onDuty: ["li"], phone: "0000-1"),
        DutyRow(day: days[1], shift: .night, leading: ["zhou"], onDuty: ["wu"], remark: "备勤"),
        DutyRow(day: days[2], shift: .whole, leading: ["zhou"], onDuty: ["chen", "li"]),
      ])
    let day = Day(2026, 12, 22)
    let stamp = Stamp(at: Moment(day, hour: 9, minute: 0), day: day, actor: "wu")
    var roster = try #require(
      DutyRoster(id: "2027-new-year", beginning: .proposed(content), stamp))
    for event in events { roster.apply(event, stamp) }
    return roster
  }

  private static func bureau(_ language: Language) -> Bureau {
    var bureau = SmallOffice(language: language, isPractice: true).bureau
    var rules = DutyRules(from: Day(2026, 1, 1))
    rules.phone = "0000-1100"
    rules.source = "示例〔2026〕1号"
    bureau.dutyRules = [rules]
    return bureau
  }

  private func text(_ document: Document) -> String {
    TextPages(document, columns: 100).pages.joined().joined(separator: "\n")
  }

  private func rows(_ document: Document) -> [[String]] {
    document.blocks.compactMap { if case .table(let table) = $0 { table.rows } else { nil } }
      .flatMap { $0 }
  }

  @Test func theRoster() throws {
    let document = DutyRosterPaper.document(
      try Self.roster(.adopted), bureau: Self.bureau(.chinese), language: .chinese)
    #expect(document.title == "示例区统计局2027年元旦值班表")
    #expect(document.subtitle == ["2027年1月1日至2027年1月3日"])
    #expect(document.running.contains("演练") && document.running.contains("预排"))
    #expect(
      rows(document) == [
        ["2027-01-01", "周五", "法定节假日", "全天", "周局长", "陈平", "0000-1100", ""],
        ["2027-01-02", "周六", "公休日", "白班", "周局长", "李安", "0000-1", ""],
        ["2027-01-02", "周六", "公休日", "夜班", "周局长", "吴宁", "0000-1100", "备勤"],
        ["2027-01-03", "周日", "公休日", "全天", "周局长", "陈平、李安", "0000-1100", ""],
      ])
    let words = text(document)
    #expect(words.contains("制表人：吴宁　2026年12月22日") && words.contains("示例区统计局"))
    #expect(words.contains("双带班日：法定节假日、调休休息日；依据：示例〔2026〕1号。"))
    #expect(
      words.contains(
        "值班时间：全天08:30至次日08:30，白班08:30至17:30，夜班17:30至次日08:30。"))
    let proposed = DutyRosterPaper.document(
      try Self.roster(), bureau: Self.bureau(.english), language: .english)
    #expect(proposed.subtitle.last == "(proposed, not adopted yet)")
    #expect(proposed.title == "Sample District Bureau: Duty Roster, New Year 2027")
    #expect(rows(proposed)[0][2...3] == ["statutory", "24 h"])
  }

  @Test func theNoteOnChanges() throws {
    let sent = DutyEvent.sent(DutySending(to: "区总值班室", on: Day(2026, 12, 22)))
    let row = DutyRow(day: Day(2027, 1, 1), shift: .whole, leading: ["zhou"], onDuty: ["wu"])
    let document = DutyChangesPaper.document(
      try Self.roster(.adopted, sent, .changed(row, reason: "出差")), bureau: Self.bureau(.chinese),
      language: .chinese)
    #expect(document.title == "示例区统计局关于调整2027年元旦值班安排的说明")
    #expect(document.blocks.first == .addressee("区总值班室："))
    #expect(
      rows(document) == [
        ["2027-01-01", "全天", "带班：周局长\n值班：陈平", "带班：周局长\n值班：吴宁", "出差", "2026-12-22"]
      ])
    let nothing = DutyChangesPaper.document(
      try Self.roster(.adopted), bureau: Self.bureau(.chinese), language: .chinese)
    #expect(nothing.blocks == [.paragraph("值班表报送后没有调整。")])
  }

  @Test func theLog() throws {
    let at = Moment(Day(2027, 1, 2), hour: 8, minute: 30)
    let document = DutyLogPaper.document(
      try Self.roster(
        .adopted, .handedOver(Handover(at: at, from: ["chen"], to: ["li"], visitors: "物业")),
        .checked(
          PresenceCheck(at: at, person: "li", outcome: .unreachable, note: "电话", by: "zhou"))),
      incidents: IncidentBook().figures(
        of: Day(2027, 1, 1)...Day(2027, 1, 3), Self.bureau(.chinese), at: at),
      bureau: Self.bureau(.chinese), language: .chinese)
    #expect(
      document.blocks.contains(
        .paragraph("没有登记事故（事件），但零报告不全：应零报告1次，未申报1次（2027-01-01 17:00），尚有2次未到时间。")))
    #expect(
      rows(document) == [
        ["2027-01-02 08:30", "陈平", "李安", "物业", "", "", ""],
        ["2027-01-02 08:30", "李安", "联系不上", "电话", "周局长"],
      ])
  }

  /// The set for the break has the adopted roster with room to sign, and none that is only proposed.
  @Test func theSetForTheBreak() throws {
    let bureau = Self.bureau(.chinese)
    let holiday = try #require(bureau.calendar.holiday("2027-new-year"))
    func set(_ roster: DutyRoster?) -> String {
      text(
        HolidaySet.document(
          of: holiday, walks: [], hazards: [], roster: roster, bureau: bureau,
          today: holiday.lastWorkdayBefore, templates: .shipped,
          language: .chinese))
    }
    let adopted = set(try Self.roster(.adopted))
    #expect(adopted.contains("交接班签名") && adopted.contains("李安"))
    #expect(adopted.contains("电话：0000-1100"))
    for roster in [nil, try Self.roster()] {
      let empty = set(roster)
      #expect(empty.contains("带班领导（二）") && !empty.contains("李安"))
    }
  }

  @Test func onAPhone() throws {
    let bureau = Self.bureau(.english)
    let window = Day(2027, 1, 1)...Day(2027, 1, 2)
    func events(_ person: Person.ID?) throws -> [String] {
      OfficeCalendar(
        bureau: bureau, rounds: [], hazards: [], rosters: [try Self.roster(.adopted)],
        window: window, for: bureau.person(person), language: .english
      ).events(of: [.duty]).map(\.name)
    }
    #expect(
      try events(nil) == [
        "duty-2027-new-year-2027-01-01-whole", "duty-2027-new-year-2027-01-02-day",
        "duty-2027-new-year-2027-01-02-night",
      ])
    #expect(try events("li") == ["duty-2027-new-year-2027-01-02-day"])
  }
}
