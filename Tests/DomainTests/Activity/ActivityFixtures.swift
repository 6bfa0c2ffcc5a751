import Almanac
import Domain
import Testing

/// A small office that keeps a register of activities, and two kinds of them.
enum Register {
  static let today = Day(2026, 11, 23)
  static let recorder = person("rec", .inspector)
  static let other = person("oth", .inspector)
  static let supervisor = person("sup", .supervisor)
  static let administrator = person("adm", .administrator)
  static let observer = person("obs", .observer)
  static let gone: Person = {
    var gone = person("gone", .inspector)
    gone.to = Day(2026, 6, 30)
    return gone
  }()

  static let persons = [recorder, other, supervisor, administrator, observer, gone]

  static func person(_ id: String, _ roles: Role...) -> Person {
    Person(id: Identifier(id), name: "Name of \(id)", roles: Set(roles))
  }

  static let circular = ActivityKind(
    id: "circular", name: Bilingual(zh: "通报", en: "Circular"),
    fields: [
      ActivityField(
        id: "channel", name: Bilingual(zh: "渠道", en: "Channel"), kind: .choice,
        choices: [
          .init(id: "oa", name: Bilingual(zh: "公文", en: "Documents")),
          .init(id: "app", name: Bilingual(zh: "应用", en: "App")),
        ]),
      ActivityField(id: "number", name: Bilingual(zh: "文号", en: "Number"), kind: .text),
    ], isCirculated: true)

  static let meeting = ActivityKind(
    id: "meeting", name: Bilingual(zh: "会议", en: "Meeting"),
    fields: [
      ActivityField(id: "heads", name: Bilingual(zh: "人数", en: "Heads"), kind: .count),
      ActivityField(id: "safety", name: Bilingual(zh: "讲安全", en: "Safety"), kind: .flag),
      ActivityField(id: "chair", name: Bilingual(zh: "主持", en: "Chair"), kind: .persons),
    ], hasResolutions: true, target: 4, keyUnitTarget: 8)

  static func bureau(
    kinds: [ActivityKind] = [circular, meeting], isKeyFireUnit: Bool = false
  ) -> Bureau {
    var organization = Organization(name: "Office")
    organization.isKeyFireUnit = isKeyFireUnit
    return Bureau(
      organization: organization, isPractice: true, sections: [], persons: persons, places: [],
      plans: [], checklists: [], seasons: [], alerts: [], calendar: WorkCalendar(),
      activityKinds: kinds)
  }

  static func situation(_ actor: Person, on day: Day = today) -> Situation {
    Situation(
      now: Moment(day, hour: 10, minute: 0), actor: actor,
      numbering: Numbering(year: day.year, hazard: 1, inspection: 1, activity: 7))
  }

  static func stamp(_ actor: Person = recorder, on day: Day = today) -> Stamp {
    Stamp(at: Moment(day, hour: 10, minute: 0), day: day, actor: actor.id)
  }

  /// A ledger in memory in which the persons are known.
  static func fold(kinds: [ActivityKind] = []) -> Fold {
    var fold = Fold(calendar: WorkCalendar())
    for person in persons { fold.apply(.person(person.id), .person(person), stamp()) }
    for kind in kinds { fold.apply(.activityKind(kind.id), .activityKind(kind), stamp()) }
    return fold
  }

  static let content = Activity.Content(
    kind: "meeting", day: Day(2026, 11, 20), title: "Monthly meeting",
    values: ["heads": .count(12)], persons: ["rec", "oth"],
    resolutions: [
      .init(text: "count the strips", owner: "oth", due: Day(2026, 11, 25)),
      .init(text: "mend the lamp", owner: "rec", due: Day(2026, 11, 30)),
    ])

  /// An entry led to a state by its own events.
  static func activity(
    _ content: Activity.Content = content, _ events: ActivityEvent...
  ) throws -> Activity {
    var activity = try #require(
      Activity(id: "HD2026-001", beginning: .recorded(content), stamp()))
    for event in events { activity.apply(event, stamp()) }
    return activity
  }
}
