import Almanac
import Domain
import Testing

/// Folding is total: what makes no sense any more changes nothing.
struct HazardApplyTests {
  static let events: [(event: HazardEvent, from: Set<Hazard.State>, to: Hazard.State?)] = [
    (
      .assigned(to: "other", deadline: HazardFixtures.later),
      [.reported, .assigned, .rectifying, .submitted], .assigned
    ),
    (.accepted, [.assigned], .rectifying),
    (.declined(reason: "r"), [.assigned], .reported),
    (
      .transferred(to: "other", section: nil, outside: nil, reason: "r"), [.assigned, .rectifying],
      .assigned
    ),
    (
      .extensionRequested(.init(deadline: HazardFixtures.later, reason: "r")),
      [.assigned, .rectifying], nil
    ),
    (
      .extended(to: HazardFixtures.later, reason: "r", document: nil),
      [.reported, .assigned, .rectifying], nil
    ),
    (.extensionRefused(reason: "r"), [], nil),
    (.submitted(measures: "m", cost: nil, photos: ["p"]), [.assigned, .rectifying], .submitted),
    (.verified(note: nil), [.submitted], .verified),
    (.rejected(reason: "r", deadline: HazardFixtures.later), [.submitted], .rectifying),
    (.closed, [.verified], .closed),
    (
      .withdrawn(reason: "r"), [.reported, .assigned, .rectifying, .submitted, .verified],
      .withdrawn
    ),
  ]

  @Test func everyEventInEveryState() throws {
    for state in Hazard.State.allCases {
      for row in Self.events {
        let before = try HazardFixtures.hazard(state)
        var after = before
        after.apply(row.event, HazardFixtures.stamp("late", on: HazardFixtures.later))
        if row.from.contains(state) {
          // What was handed in and goes to another stays handed in.
          let to = state == .submitted && row.to == .assigned ? state : row.to ?? state
          #expect(after.state == to, "\(row.event.type) in \(state)")
          #expect(after != before, "\(row.event.type) in \(state)")
        } else {
          #expect(after == before, "\(row.event.type) in \(state)")
        }
      }
    }
  }

  @Test func aSecondReportChangesNothing() throws {
    let before = try HazardFixtures.hazard(.assigned)
    var after = before
    after.apply(.reported(HazardFixtures.report(.fire)), HazardFixtures.stamp())
    #expect(after == before)
  }

  @Test func onlyAReportBegins() {
    for row in Self.events {
      #expect(Hazard(id: "2026-001", beginning: row.event, HazardFixtures.stamp()) == nil)
    }
  }

  @Test func theWholeWay() throws {
    typealias My = HazardFixtures
    let second = Day(2026, 12, 4)
    let third = Day(2026, 12, 9)
    var hazard = try My.hazard(.reported, My.report(deadline: Day(2026, 11, 19)))
    func step(_ event: HazardEvent, _ person: Person.ID, _ day: Day) {
      hazard.apply(event, My.stamp(person, on: day))
    }
    step(.assigned(to: "fixer", deadline: My.deadline), "officeHead", Day(2026, 11, 18))
    step(.extensionRequested(.init(deadline: second, reason: "r")), "fixer", Day(2026, 11, 24))
    #expect(hazard.isWaiting)
    step(.extended(to: second, reason: "r", document: nil), "supervisor", Day(2026, 11, 25))
    #expect(!hazard.isWaiting && hazard.requested == nil)
    step(.submitted(measures: "first try", cost: nil, photos: ["a"]), "fixer", Day(2026, 12, 1))
    step(.rejected(reason: "loose", deadline: third), "supervisor", Day(2026, 12, 2))
    #expect(hazard.rectified == nil && hazard.state == .rectifying && !hazard.isWaiting)
    step(.submitted(measures: "second try", cost: nil, photos: ["b"]), "fixer", Day(2026, 12, 10))
    #expect(hazard.isOverdue(on: third + 1) && !hazard.isOverdue(on: third))
    step(.verified(note: nil), "officeHead", Day(2026, 12, 11))
    step(.closed, "supervisor", Day(2026, 12, 12))

    #expect(hazard.originalDeadline == Day(2026, 11, 19))
    #expect(
      hazard.deadlines == [
        .init(last: Day(2026, 11, 19), set: My.found),
        .init(last: My.deadline, set: Day(2026, 11, 18)),
        .init(last: second, set: Day(2026, 11, 25)), .init(last: third, set: Day(2026, 12, 2)),
      ])
    #expect(hazard.extensions == 1 && hazard.rejections == 1)
    #expect(hazard.measures == "second try")
    #expect(hazard.rectified == .init(person: "fixer", day: Day(2026, 12, 10)))
    #expect(hazard.verified == .init(person: "officeHead", day: Day(2026, 12, 11)))
    #expect(hazard.closed == .init(person: "supervisor", day: Day(2026, 12, 12)))
    #expect(hazard.daysLeft(on: third + 30) == nil && !hazard.isOverdue(on: third + 30))
  }

  @Test func sightingsGatherWhileOpen() throws {
    let sighting = HazardSighting(
      inspection: "i", item: ItemKey(checklist: "office", item: "o1"), text: "still there")
    for state in Hazard.State.allCases {
      var hazard = try HazardFixtures.hazard(state)
      hazard.apply(.sighted(sighting), HazardFixtures.stamp())
      #expect(hazard.sightings == (hazard.isOpen ? [sighting] : []), "\(state)")
      #expect(hazard.state == state)
    }
  }
}
