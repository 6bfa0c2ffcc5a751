import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let calendar = [
    Scene("calendar") { try $0.openCalendar() },
    Scene("calendar-practice", isPractice: true) { try $0.openCalendar("[") },
    Scene("calendar-break") { try $0.openCalendar("/2026-02-20⏎") },
    Scene("calendar-season") { desk in
      try desk.record(
        .set(
          .season(
            SeasonEntry(start: Day(2026, 4, 15), end: Day(2026, 10, 15))
              .season(among: []))), by: .inspector)
      try desk.openCalendar("/2026-10-01⏎")
    },
    Scene("calendar-provisional") { try $0.openCalendar("/2027-02-06⏎") },
    Scene("calendar-jump") { try $0.openCalendar("/12-") },
    Scene("calendar-jump-trouble") { try $0.openCalendar("/12-32⏎") },
    Scene("calendar-year") { try $0.openCalendar("y") },
    Scene("calendar-year-provisional") { try $0.openCalendar("y]") },
    Scene("calendar-day") { try $0.openCalendar("⏎") },
    Scene("calendar-day-off") { try $0.openCalendar("/2027-02-06⏎⏎") },
    Scene("help-calendar") { try $0.openCalendar("?") },
    Scene("least-calendar", in: Window(columns: 60, rows: 16)) { try $0.openCalendar() },
    Scene("least-calendar-year", in: Window(columns: 60, rows: 16)) { desk in
      try desk.openCalendar("y")
    },
  ]
}

extension Desk {
  /// Opens the calendar and types keys there.
  mutating func openCalendar(_ keys: String = "") throws {
    try press([.function(5)])
    try type(keys)
  }
}
