import Almanac
import Domain
import Testing

/// Loading a notice: who may, what it changes, and what it leaves as it was.
struct LoadNoticeTests {
  /// A notice for 2027 made up in the style of the real ones; its days worked out by hand.
  static let text = """
    国务院办公厅关于2027年部分节假日安排的通知
    国办发明电〔2026〕9号
    经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
    一、元旦：2027年1月1日（周五）至3日（周日）放假，共3天。
    二、春节：2月5日（农历除夕、周五）至13日（农历正月初八、周六）放假调休，共9天。1月31日（周日）、2月20日（周六）上班。
    三、清明节：4月3日（周六）至5日（周一）放假，共3天。
    四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。
    五、端午节：6月9日（周三）放假1天，不调休。
    六、中秋节：9月15日（周三）放假1天，不调休。
    七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
    """
  static let amendment = """
    国务院办公厅关于调整2027年劳动节假期安排的通知
    一、2027年5月1日至3日放假，共3天。
    """

  static func world() throws -> CommandTests.World {
    var world = try CommandTests.World()
    world.fold = try refolded(world.fold)
    return world
  }

  /// The small office with the facts of 2007–2026 under it.
  private static func refolded(_ fold: Fold) throws -> Fold {
    var refolded = Fold(calendar: try ScheduleFixtures.calendar())
    let stamp = Stamp(
      at: Moment(Day(2026, 11, 1), second: 0), day: Day(2026, 11, 1), actor: "setup")
    for plan in fold.plans.values {
      var enabled = plan.present
      enabled.isEnabled = true
      refolded.apply(.plan(plan.id), .plan(.set(enabled)), stamp)
    }
    for checklists in fold.checklists.values {
      for version in checklists {
        refolded.apply(.checklist(version.content.id), .checklist(version), stamp)
      }
    }
    for person in fold.persons.values { refolded.apply(.person(person.id), .person(person), stamp) }
    for place in fold.places.values { refolded.apply(.place(place.id), .place(place), stamp) }
    refolded.apply(
      .plan("before"),
      .plan(
        .set(
          Plan(
            id: "before", title: Bilingual(zh: "节前排查", en: "Pre-holiday check"),
            trigger: Trigger(.preholiday, lead: 3), uses: WalkFixtures.monthly.uses))), stamp)
    return refolded
  }

  static func notice(_ text: String, over world: CommandTests.World) throws -> Notice {
    try Notice(text, known: world.fold.calendar.facts)
  }

  @Test func onlyAnAdministratorLoads() throws {
    var world = try Self.world()
    let notice = try Self.notice(Self.text, over: world)
    #expect(throws: NotPermitted(.administer)) {
      try world.perform(.loadNotice(notice), by: "boss")
    }
    #expect(world.fold.bureau.notices == [])
    #expect(try world.perform(.loadNotice(notice), by: "admin") == ["calendar.loaded"])
    #expect(world.fold.bureau.notices.map(\.arrangement.text) == [Self.text])
    #expect(!world.fold.bureau.calendar.isProvisional(2027))
    #expect(world.fold.bureau.calendar.isWorkday(Day(2027, 1, 31)))
    #expect(!world.fold.bureau.calendar.isWorkday(Day(2027, 2, 12)))
  }

  @Test func loadedTwiceItChangesNothing() throws {
    var world = try Self.world()
    let notice = try Self.notice(Self.text, over: world)
    try world.perform(.loadNotice(notice), by: "admin")
    #expect(try world.perform(.loadNotice(notice), by: "admin") == [])
    #expect(try world.fold.bureau.change(loading: notice, on: Day(2026, 11, 23)).isEmpty)
    #expect(world.fold.bureau.notices.count == 1)
  }

  /// An amendment changes one holiday; both notices stay in the record.
  @Test func amendmentsLoadOverTheFirst() throws {
    var world = try Self.world()
    let early = try Self.notice(Self.amendment, over: world)
    #expect(throws: NoticeError.nothingToAmend(year: 2027)) {
      try world.perform(.loadNotice(early), by: "admin")
    }
    try world.perform(.loadNotice(Self.notice(Self.text, over: world)), by: "admin")
    let amendment = try Self.notice(Self.amendment, over: world)
    let change = try world.fold.bureau.change(loading: amendment, on: Day(2026, 11, 23))
    #expect(change.breakLines.map(\.zh) == ["劳动节 05-01 至 05-05 -> 05-01 至 05-03"])
    try world.perform(.loadNotice(amendment), by: "admin")
    let calendar = world.fold.bureau.calendar
    #expect(world.fold.bureau.notices.map(\.arrangement.isAmendment) == [false, true])
    #expect(calendar.isWorkday(Day(2027, 5, 4)) && !calendar.isWorkday(Day(2027, 4, 25)))
    #expect(calendar.isWorkday(Day(2027, 10, 9)))
  }

  /// Loading the first notice again would give Labour Day back its five days: that is said before.
  @Test func whatLoadingAgainTakesBackIsSaid() throws {
    var world = try Self.world()
    let first = try Self.notice(Self.text, over: world)
    func remark(_ notice: Notice) throws -> String? {
      try world.fold.bureau.change(loading: notice, on: Day(2026, 11, 23)).remark?.en
    }
    #expect(try remark(first) == nil)
    try world.perform(.loadNotice(first), by: "admin")
    #expect(try remark(first) == nil, "it changes nothing")
    let amendment = try Self.notice(Self.amendment, over: world)
    #expect(try remark(amendment) == nil)
    try world.perform(.loadNotice(amendment), by: "admin")
    #expect(
      try remark(first) == """
        note: this notice is in the record already. Loading it takes back later changes: \
        国务院办公厅关于调整2027年劳动节假期安排的通知.
        """)
    // Another text for the whole year, of another number, takes it back as well.
    let other = try Self.notice(Self.text.replacing("9号", with: "10号"), over: world)
    #expect(
      try remark(other)
        == "note: Loading it takes back later changes: 国务院办公厅关于调整2027年劳动节假期安排的通知.")
    // A later amendment of another holiday takes nothing back, and stays when the former is repeated.
    let autumn = try Self.notice(
      "国务院办公厅关于调整2027年国庆节假期安排的通知\n国庆节：10月1日至3日放假，共3天。", over: world)
    #expect(try remark(autumn) == nil)
    try world.perform(.loadNotice(autumn), by: "admin")
    #expect(try remark(amendment) == nil)
  }

  /// Worked out by hand: 2027-01-29 is a Friday, 01-31 a Sunday that becomes worked; the third working day
  /// before 2027-10-01 moves for 09-26 lies before it only.
  @Test func whatWouldChangeIsShown() throws {
    let world = try Self.world()
    let change = try world.fold.bureau.change(
      loading: Self.notice(Self.text, over: world), on: Day(2026, 11, 23))
    #expect(!change.isEmpty)
    #expect(
      change.breakLines.map(\.zh) == [
        "春节 02-05 至 02-08 -> 02-05 至 02-14，01-31、02-20 上班",
        "劳动节 05-01 至 05-02 -> 05-01 至 05-05，04-25 上班",
        "国庆 10-01 至 10-03 -> 10-01 至 10-07，09-26、10-09 上班",
      ])
    let monthly = change.rounds.filter { $0.key.plan == "monthly" }
    #expect(monthly.map(\.key.period) == ["2027-01"])
    #expect(monthly.first?.before?.due == Day(2027, 1, 29))
    #expect(monthly.first?.after?.due == Day(2027, 1, 31))
    // Nothing of the checks before breaks moves: each begins on the day the law has.
    #expect(change.rounds.filter { $0.key.plan == "before" } == [])
  }

  @Test func whenToRemind() throws {
    let calendar = try ScheduleFixtures.calendar()
    #expect(calendar.yearToLoad(on: Day(2026, 10, 31)) == nil)
    #expect(calendar.yearToLoad(on: Day(2026, 11, 1)) == 2027)
    #expect(calendar.yearToLoad(on: Day(2026, 12, 31)) == 2027)
    #expect(calendar.yearToLoad(on: Day(2027, 1, 1)) == 2027)
    let notice = try Notice(Self.text, known: calendar.facts)
    let later = calendar.loading(
      try notice.arrangement(over: calendar.facts), of: 2027, recorded: Day(2026, 11, 23))
    #expect(later.yearToLoad(on: Day(2026, 12, 31)) == nil)
    #expect(later.yearToLoad(on: Day(2027, 10, 31)) == nil)
    #expect(later.yearToLoad(on: Day(2027, 11, 1)) == 2028)
  }

  /// Whenever the notice and its amendment are loaded, what had begun keeps its id and its dates, nothing is
  /// lost, and what begins later falls as the notice has it.
  @Test(arguments: 0..<40)
  func whatHasBegunKeepsItsDates(step: Int) throws {
    let before = try ScheduleFixtures.calendar()
    let recorded = Day(2026, 11, 10) + step * 6
    let notice = try Notice(Self.text, known: before.facts)
    let after = before.loading(
      try notice.arrangement(over: before.facts), of: 2027, recorded: recorded)
    let plain = WorkCalendar(facts: after.facts)
    for kind in [
      Trigger.Kind.daily, .weekly, .monthly, .quarterly, .preholiday, .postholiday,
    ] {
      let history = PlanHistory(plan(Trigger(kind)), recorded: always)
      func periods(_ calendar: WorkCalendar) -> [String: Period] {
        let found = Schedule.periods(
          of: history, calendar: calendar, seasons: [], alerts: [],
          in: Day(2026, 12, 1)...Day(2027, 12, 31))
        return Dictionary(uniqueKeysWithValues: found.map { ($0.key, $0) })
      }
      let (old, new, later) = (periods(before), periods(after), periods(plain))
      for (key, period) in old where period.start <= recorded {
        #expect(new[key] == period, "\(kind) \(key) loaded on \(recorded)")
      }
      for (key, period) in later
      where period.start > recorded && old[key].map({ $0.start > recorded }) ?? true {
        #expect(new[key] == period, "\(kind) \(key) loaded on \(recorded)")
      }
      let known = Set(old.keys).union(later.keys)
      #expect(Set(new.keys).isSubset(of: known))
    }
  }
}
