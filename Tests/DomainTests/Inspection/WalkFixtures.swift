import Almanac
import Domain
import Testing

/// One checklist, one room, one monthly round, ready to be signed.
enum WalkFixtures {
  static let socket = ItemKey(checklist: "office", item: "socket")
  static let exit = ItemKey(checklist: "office", item: "exit")
  static let warmth = ItemKey(checklist: "office", item: "warmth")

  static let checklist = Checklist(
    id: "office", version: 1, title: Bilingual(verbatim: "Office"), placeKinds: [.office],
    sections: [
      ChecklistSection(
        id: "all", title: Bilingual(verbatim: "All"),
        items: [
          Item(id: "socket", text: Bilingual(verbatim: "sockets"), category: .electrical),
          Item(
            id: "exit", text: Bilingual(verbatim: "exits"), category: .fire,
            basis: Bilingual(verbatim: "art. 28")),
          Item(
            id: "warmth", text: Bilingual(verbatim: "warmth"),
            kind: .reading(unit: Bilingual(verbatim: "C"), min: 14, max: 24), category: .archive),
        ])
    ])

  static let room = Place(id: "301", name: "Room 301", kind: .office, section: "finance")
  static let monthly = Plan(
    id: "monthly", title: Bilingual(verbatim: "Monthly"), trigger: Trigger(.monthly),
    uses: [Plan.Use("office")])
  static let occurrence = Occurrence(
    plan: "monthly", place: "301", period: "2026-11", start: Day(2026, 11, 1),
    due: Day(2026, 11, 30), miss: Day(2026, 12, 1))
  static let version = ChecklistVersion(hash: "h1", content: checklist)
  static let questionnaire = Questionnaire(
    plan: monthly, checklists: ["office": version], place: room, isOncePlace: false)
  static let clean: [ItemKey: Answer] = [
    socket: .pass, exit: .pass, warmth: .reading("20.5"),
  ]
  static let day = Day(2026, 11, 23)
  static let inspector = Person(id: "wang", name: "Wang", section: "office", roles: [.inspector])
  static let head = Person(
    id: "zhao", name: "Zhao", section: "finance", roles: [.sectionHead, .inspector])

  static func walk(
    on day: Day = day, from: (Int, Int) = (9, 0), to: (Int, Int) = (9, 12),
    inspectors: [Person.ID] = ["wang", "li"], form: String? = nil, seconds: Int? = 240
  ) -> Signing.Walk {
    Signing.Walk(
      inspectors: inspectors, ledBy: "boss", from: Moment(day, hour: from.0, minute: from.1),
      to: Moment(day, hour: to.0, minute: to.1), form: form, seconds: seconds)
  }

  static func signing(
    _ answers: [ItemKey: Answer] = clean, walk: Signing.Walk = walk(), open: [Hazard] = [],
    existing: Inspection.ID? = nil, firstOff: Day? = nil
  ) throws -> Signing {
    Signing(
      occurrence: occurrence, place: room, title: Bilingual(verbatim: "November"),
      questionnaire: questionnaire, answers: answers, walk: walk, openHazards: open,
      existing: existing, calendar: try ScheduleFixtures.calendar(), firstOff: firstOff)
  }

  static func situation(
    _ actor: Person = inspector, on day: Day = day, entered: Entered? = nil
  ) -> Situation {
    Situation(
      now: Moment(day, hour: 10, minute: 0), actor: actor, entered: entered,
      numbering: Numbering(year: 2026, hazard: 17, inspection: 341))
  }

  /// What an act leaves behind when it is folded.
  static func record(
    _ answers: [ItemKey: Answer], walk: Signing.Walk = walk(), by actor: Person = inspector
  ) throws -> (Inspection, [Hazard]) {
    let situation = situation(actor)
    var record: Inspection?
    var hazards: [Hazard] = []
    for line in try signing(answers, walk: walk).decide(in: situation) {
      var stamp = situation.stamp
      stamp.day = line.day ?? stamp.day
      if case .inspection(let event) = line.event {
        record = Inspection(id: Inspection.ID(line.subject.id), beginning: event, stamp)
      }
      if case .hazard(let event) = line.event,
        let hazard = Hazard(id: Hazard.ID(line.subject.id), beginning: event, stamp)
      {
        hazards.append(hazard)
      }
    }
    return (try #require(record), hazards)
  }
}
