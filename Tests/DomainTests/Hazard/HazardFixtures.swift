import Almanac
import Domain
import Testing

/// A hazard led to any state by its own events, and people of one role each.
enum HazardFixtures {
  static let found = Day(2026, 11, 16)
  static let today = Day(2026, 11, 23)
  static let deadline = Day(2026, 11, 27)
  static let later = Day(2026, 12, 4)

  /// The one to whom it is assigned.
  static let fixer = Person(id: "fixer", name: "fixer", roles: [.rectifier])
  static let supervisor = person(.supervisor)

  static func person(_ role: Role) -> Person {
    Person(id: Person.ID(role.rawValue), name: role.rawValue, roles: [role])
  }

  static func stamp(_ person: Person.ID = "supervisor", on day: Day = today) -> Stamp {
    Stamp(at: Moment(day, hour: 9, minute: 0), day: day, actor: person)
  }

  static func situation(
    _ actor: Person, on day: Day = today, entered: Entered? = nil
  ) -> Situation {
    Situation(
      now: Moment(day, hour: 10, minute: 0), actor: actor, entered: entered,
      numbering: Numbering(year: day.year, hazard: 18, inspection: 342))
  }

  static func report(
    _ category: HazardCategory = .electrical, source: Hazard.Source = .selfFound,
    document: String? = nil, deadline: Day? = nil, onSpot: String? = nil
  ) -> HazardReport {
    HazardReport(
      place: "301", section: "office", text: "broken socket", category: category, source: source,
      sourceDocument: document, finders: ["inspector"], deadline: deadline, onSpot: onSpot)
  }

  /// What leads from a report to each state.
  static func way(to state: Hazard.State) -> [(HazardEvent, Person.ID)] {
    let assigned: [(HazardEvent, Person.ID)] = [
      (.assigned(to: fixer.id, deadline: deadline), "supervisor")
    ]
    let submitted =
      assigned + [
        (.accepted, fixer.id), (.submitted(measures: "replaced", cost: nil, photos: []), fixer.id),
      ]
    switch state {
    case .reported: return []
    case .assigned: return assigned
    case .rectifying: return assigned + [(.accepted, fixer.id)]
    case .submitted: return submitted
    case .verified: return submitted + [(.verified(note: nil), "officeHead")]
    case .closed:
      return submitted + [(.verified(note: nil), "officeHead"), (.closed, "supervisor")]
    case .withdrawn: return [(.withdrawn(reason: "entered twice"), "supervisor")]
    }
  }

  static func hazard(
    _ state: Hazard.State, _ report: HazardReport = report()
  ) throws -> Hazard {
    var hazard = try #require(
      Hazard(id: "2026-017", beginning: .reported(report), stamp("inspector", on: found)))
    for (event, person) in way(to: state) { hazard.apply(event, stamp(person)) }
    return hazard
  }

  static let order = Oversight.AuthorityAct(
    authority: "fire brigade", document: "No. 7 of 2026", day: today)

  /// A well-formed command of each kind.
  static func command(_ kind: HazardCommand.Kind) -> HazardCommand {
    switch kind {
    case .assign: .assign(to: fixer.id, deadline: deadline)
    case .accept: .accept
    case .decline: .decline(reason: "not mine")
    case .transfer: .transfer(to: "other", reason: "on leave")
    case .requestExtension: .requestExtension(.init(deadline: later, reason: "part ordered"))
    case .extend: .extend(to: later, reason: "part ordered")
    case .refuseExtension: .refuseExtension(reason: "it cannot wait")
    case .submit: .submit(measures: "replaced")
    case .verify: .verify()
    case .reject: .reject(reason: "still loose", deadline: later)
    case .close: .close
    case .withdraw: .withdraw(reason: "entered twice")
    case .note: .oversee(.note("mend it before the rain"))
    case .remind: .oversee(.remind("two days left"))
    case .safeguard: .oversee(.safeguard(.init(measures: "switched off", watcher: "other")))
    case .study:
      .oversee(
        .study(
          .init(
            severity: .major, basis: "GB 35181", participants: ["supervisor", "other"],
            day: today)))
    case .takeCase: .oversee(.takeCase("leader"))
    case .commit:
      .oversee(.commit(.init(measures: "rewire", funds: "8000", contingency: "evacuate")))
    case .reportUp: .oversee(.reportUp(order))
    case .list: .oversee(.list(order))
    case .delist: .oversee(.delist(order))
    case .patch: .oversee(.patch(Patch(version: "1.2.4", proof: "second scan")))
    case .merge: .merge(into: "2026-002")
    case .revoke: .revoke
    case .photograph: .photograph([])
    }
  }
}
