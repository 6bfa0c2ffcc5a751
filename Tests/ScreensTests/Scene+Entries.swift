import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let entries = [
    Scene("today-entries", .supervisor) { try $0.enterForSupervisor() },
    Scene("entries", .supervisor) { try $0.openEntries() },
    Scene("entries-filter", .supervisor) { try $0.openEntries("/002") },
    Scene("entries-marked", .supervisor) { try $0.openEntries("6*") },
    Scene("entries-confirm-all", .supervisor) { try $0.openEntries("*1") },
    Scene("entries-asking", .supervisor) { try $0.openEntries("1") },
    Scene("entries-confirmed", .supervisor) { try $0.openEntries("11") },
    Scene("entries-dispute", .supervisor) { desk in
      try desk.openEntries("2")
      try desk.type(desk.office("期限不是这一天", "not this day"))
    },
    Scene("entries-scan", .supervisor) { desk in
      try desk.record(
        .hazard("2026-003", .verify()), by: .supervisor, entered: .head, scan: desk.dropped.files[0]
      )
      try desk.type(":" + desk.app.context(Action.entries.entry.label) + "⏎")
    },
    Scene("entries-disputed", .supervisor) { try $0.openEntries("2⏎") },
    Scene("hazard-entry-disputed", .supervisor) { desk in
      try desk.openEntries("⏎⏎2" + desk.office("期限不是这一天", "not this day") + "⏎⎋")
      try desk.press([.function(4)])
      try desk.type("/002⏎")
    },
  ]
}

extension Desk {
  /// Has two decisions of the supervisor entered from paper: an extension, and a rejection.
  mutating func enterForSupervisor() throws {
    let later = Day(2026, 12, 4)
    try record(
      .hazard("2026-002", .extend(to: later, reason: office("等待采购", "on order"))),
      by: .supervisor, entered: .inspector)
    try record(
      .hazard("2026-003", .reject(reason: office("仍关不严", "does not close"), deadline: later)),
      by: .supervisor, entered: .inspector)
  }

  /// Opens what was entered for the supervisor.
  mutating func openEntries(_ keys: String = "") throws {
    try enterForSupervisor()
    try type(":" + app.context(Action.entries.entry.label) + "⏎")
    try type(keys)
  }
}
