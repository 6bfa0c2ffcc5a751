import Almanac
import Domain
import Testing

/// A small office with three leaders and six on duty, and the new year's break of 2026: the 1st to the 3rd of
/// January, one statutory day.
enum DutyFixtures {
  static let administrator = person("admin", .administrator)
  static let head = person("head", .officeHead)
  static let leader = person("boss", .leader)
  static let one = person("p1", .inspector)
  static let two = person("p2", .rectifier)
  static let other = person("p3", .sectionHead)
  static let observer = person("eye", .observer)

  static func person(_ id: String, _ roles: Role...) -> Person {
    Person(id: Identifier(id), name: id, roles: Set(roles))
  }

  static func bureau(
    _ persons: [Person] = [
      administrator, head, leader, person("boss2", .supervisor), person("boss3", .leader), one,
      two, other, person("p4", .inspector), observer,
    ], rules: (inout DutyRules) -> Void = { _ in }
  ) throws -> Bureau {
    var all = DutyRules(from: Day(2000, 1, 1))
    all.phone = "3-1100"
    rules(&all)
    return Bureau(
      organization: Organization(name: "Office"), isPractice: true, sections: [],
      persons: persons, places: [], plans: [], checklists: [], seasons: [], alerts: [],
      calendar: try ScheduleFixtures.calendar(), dutyRules: [all])
  }

  static let days = Day(2026, 1, 1)...Day(2026, 1, 3)

  /// One on duty and two who lead, p1 on the 1st and 3rd, p2 on the 2nd.
  static let content = DutyRoster.Content(
    kind: .holiday, name: Bilingual(verbatim: "New Year 2026"), first: days.lowerBound,
    last: days.upperBound,
    rows: zip(days, ["p1", "p2", "p1"]).map { day, id in
      DutyRow(day: day, shift: .whole, leading: ["boss", "boss2"], onDuty: [Identifier(id)])
    })

  static let before = Day(2025, 12, 24)

  static func situation(_ actor: Person, _ at: Moment = Moment(before, hour: 10, minute: 0))
    -> Situation
  {
    Situation(now: at, actor: actor, numbering: Numbering(year: 2026, hazard: 1, inspection: 1))
  }

  static func stamp(_ actor: Person.ID = "head", on day: Day = before) -> Stamp {
    Stamp(at: Moment(day, hour: 10, minute: 0), day: day, actor: actor)
  }

  /// A roster led to a state by its own events.
  static func roster(_ events: DutyEvent...) throws -> DutyRoster {
    var roster = try #require(
      DutyRoster(id: "2026-new-year", beginning: .proposed(content), stamp()))
    for event in events { roster.apply(event, stamp()) }
    return roster
  }
}
