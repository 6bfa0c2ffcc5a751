import Almanac
@testable import Domain

/// A small office in November 2026, its figures counted by hand in the tests.
///
/// Monthly check of the offices 301, 302 (excused in November) and 401 (locked) from October on; weekly
/// check of the archive room W1 from 2 November on, due on Fridays.
struct SmallOffice {
  var language: Language
  var isPractice = false

  static let month = Month(2026, 11)
  static let printed = Day(2026, 12, 2)

  func name(_ text: Bilingual) -> String { text[language] }

  var summary: MonthlySummary {
    let walks = walks.map(Fulfilment.init)
    return MonthlySummary(
      month: Self.month, today: Self.printed,
      book: RoundBook(
        bureau: bureau,
        fulfilments: Dictionary(uniqueKeysWithValues: walks.map { ($0.occurrence, $0) }),
        notes: notes, drafts: [:]),
      fulfilments: walks, hazards: hazards)
  }

  /// The same office with nothing planned, walked or found.
  var idleSummary: MonthlySummary {
    var idle = bureau
    idle.plans = []
    return MonthlySummary(
      month: Self.month, today: Self.printed,
      book: RoundBook(bureau: idle, fulfilments: [:], notes: [:], drafts: [:]), fulfilments: [],
      hazards: [])
  }

  var bureau: Bureau {
    Bureau(
      organization: Organization(
        name: name(Bilingual(zh: "示例区统计局", en: "Sample District Bureau"))),
      isPractice: isPractice,
      sections: [
        Section(id: "gen", name: name(Bilingual(zh: "综合科", en: "General"))),
        Section(id: "sta", name: name(Bilingual(zh: "统计科", en: "Statistics"))),
      ],
      persons: [
        Person(id: "chen", name: name(Bilingual(zh: "陈平", en: "Chen Ping")), roles: [.inspector]),
        Person(id: "li", name: name(Bilingual(zh: "李安", en: "Li An")), roles: [.inspector]),
        Person(id: "wu", name: name(Bilingual(zh: "吴宁", en: "Wu Ning")), roles: [.inspector]),
        Person(id: "zhou", name: name(Bilingual(zh: "周局长", en: "Zhou Wei")), roles: [.leader]),
      ],
      places: [
        Place(id: "301", name: "301", kind: .office, section: "gen"),
        Place(id: "302", name: "302", kind: .office, section: "gen"),
        Place(id: "401", name: "401", kind: .office, section: "sta"),
        Place(
          id: "W1", name: name(Bilingual(zh: "档案室", en: "Archive")), kind: .archiveRoom,
          section: "gen"),
      ],
      plans: [
        Self.plan(
          "monthly", Bilingual(zh: "月检", en: "Monthly check"), .monthly, .kinds([.office]),
          from: Day(2026, 10, 1)),
        Self.plan(
          "weekly", Bilingual(zh: "档案周查", en: "Weekly archive check"), .weekly, .places(["W1"]),
          from: Day(2026, 11, 2)),
      ],
      checklists: [ChecklistOutline(Self.checklist)], seasons: [], alerts: [],
      calendar: WorkCalendar(
        facts: HolidayFacts(rows: [
          .init(Day(2026, 1, 1), .off, holidays: [.newYear], year: 2026)
        ])))
  }

  private static func plan(
    _ id: Plan.ID, _ title: Bilingual, _ kind: Trigger.Kind, _ scope: Plan.Scope, from: Day
  ) -> PlanHistory {
    PlanHistory(
      Plan(
        id: id, title: title, trigger: Trigger(kind), uses: [Plan.Use("list")], scope: scope,
        from: from),
      recorded: Day(2026, 1, 1))
  }

  static let checklist = Checklist(
    id: "list", version: 1, title: Bilingual(zh: "日常检查", en: "Check"),
    placeKinds: [.office, .archiveRoom],
    sections: [
      ChecklistSection(
        id: "all", title: Bilingual(zh: "用电", en: "Power"),
        items: [
          Item(
            id: "sockets", text: Bilingual(zh: "插座、插头无松动", en: "Sockets and plugs not loose"),
            category: .electrical),
          Item(
            id: "climate", text: Bilingual(zh: "库房温度", en: "Storeroom temperature"),
            kind: .reading(unit: Bilingual(verbatim: "℃"), min: 14, max: 24), category: .archive),
          Item(
            id: "door", text: Bilingual(zh: "房门状态", en: "State of the door"),
            kind: .choice([
              .init(id: "good", text: Bilingual(zh: "完好", en: "sound"), isFinding: false),
              .init(id: "bad", text: Bilingual(zh: "损坏", en: "broken"), isFinding: true),
            ]), category: .theft),
        ])
    ])

  /// W46 was walked after its miss day (16 November), W47 on the Saturday after its due day; W48 and
  /// October's and November's 401 never were.
  var walks: [Inspection] {
    [
      walk("monthly", "301", "2026-10", Day(2026, 10, 20), by: ["chen"], findings: 1),
      walk("monthly", "302", "2026-10", Day(2026, 10, 20), by: ["chen"]),
      walk(
        "monthly", "301", "2026-11", Day(2026, 11, 10), by: ["chen", "li"], ledBy: "zhou",
        findings: 2),
      walk("weekly", "W1", "2026-W45", Day(2026, 11, 6), by: ["chen"]),
      walk("weekly", "W1", "2026-W46", Day(2026, 11, 17), by: ["chen"], findings: 1),
      walk("weekly", "W1", "2026-W47", Day(2026, 11, 21), by: ["wu"]),
    ]
  }

  var notes: [OccurrenceKey: OccurrenceNote] {
    var excused = OccurrenceNote(key: .init(plan: "monthly", place: "302", period: "2026-11"))
    excused.excused = name(Bilingual(zh: "装修停用", en: "being renovated"))
    var locked = OccurrenceNote(key: .init(plan: "monthly", place: "401", period: "2026-11"))
    let stamp = Stamp(
      at: Moment(Day(2026, 11, 30), second: 0), day: Day(2026, 11, 30), actor: "chen")
    locked.apply(
      .noEntry(reason: name(Bilingual(zh: "门锁无人", en: "locked")), day: stamp.day), stamp)
    return [excused.key: excused, locked.key: locked]
  }

  func walk(
    _ plan: Plan.ID, _ place: Place.ID, _ period: String, _ day: Day, by inspectors: [Person.ID],
    ledBy: Person.ID? = nil, findings: Int = 0
  ) -> Inspection {
    let found = Answer.fail(Finding(text: name(Bilingual(zh: "插座松动", en: "loose socket"))))
    let answers = (1...3).map { number in
      SignedInspection.Answered(
        number: number, item: ItemKey(checklist: "list", item: "sockets"),
        answer: number <= findings ? found : .pass)
    }
    let start = Moment(day, hour: 9, minute: 0)
    return Inspection(
      id: Identifier("\(plan)-\(place)-\(period)"),
      content: SignedInspection(
        occurrence: OccurrenceKey(plan: plan, place: place, period: period),
        title: Bilingual(zh: "检查", en: "Check"), section: "gen",
        checklists: [ChecklistPin(id: "list", version: 1, hash: "h1")], answers: answers,
        inspectors: inspectors, ledBy: ledBy, from: start, to: start + 600, entry: .onSite),
      day: day, recorded: start + 600, recorder: inspectors[0], corrections: [])
  }
}
