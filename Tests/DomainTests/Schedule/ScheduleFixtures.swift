import Almanac
import Domain
import Foundation

/// The facts of 2007–2026, and short ways to write plans and periods in tables.
enum ScheduleFixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static func calendar() throws -> WorkCalendar {
    WorkCalendar(facts: try HolidayFacts(tsv: text("holidays.tsv")))
  }
}

/// The first day of recorded time: what was entered then is never born missed.
let always = Day(1, 1, 1)

func plan(
  _ trigger: Trigger, id: Plan.ID = "p", places: [Place.ID]? = nil, from: Day? = nil,
  to: Day? = nil, scope: Plan.Scope = .all, isEnabled: Bool = true
) -> Plan {
  Plan(
    id: id, title: Bilingual(verbatim: id.rawValue), trigger: trigger, uses: [],
    scope: places.map { .places($0) } ?? scope, from: from, to: to, isEnabled: isEnabled)
}

func place(
  _ id: Place.ID, kind: PlaceKind = .office, from: Day? = nil, to: Day? = nil,
  closures: [Place.Closure]? = nil, recorded: Day? = nil
) -> Place {
  var place = Place(id: id, name: id.rawValue, kind: kind, from: from, to: to)
  place.closures = closures
  place.recorded = recorded
  return place
}

/// Whether a plan names a place or names none.
func names(_ plan: Plan, _ place: Place) -> Bool { plan.scope.names(place) }

extension Period {
  /// As `2026-11 11-01 11-30 12-01`.
  var line: String {
    "\(key) \(start.monthAndDay) \(due.monthAndDay) \(miss?.monthAndDay ?? "-")"
  }
}

extension Occurrence {
  /// As `2026-11 301`.
  var line: String { "\(period) \(place)" }
}
