import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let duty = [
    Scene("duty-none") { try $0.openDuty() },
    Scene("duty-proposed") { try $0.openDuty("⏎1") },
    Scene("duty-menu") { try $0.openDuty("⏎1⏎") },
    Scene("duty-change") { desk in
      try desk.openDuty("⏎1⏎1⇥")
      try desk.press([.control("u")])
      try desk.type(desk.office("黄", "Dong"))
    },
    Scene("duty-adopted") { try $0.openDuty("⏎1⏎2") },
    Scene("duty-swap") { desk in
      try desk.openDuty("⏎1⏎2⏎2⇥⇥")
      try desk.type("2027-01-02")
    },
    Scene("duty-sent") { desk in
      try desk.openDuty("⏎1⏎2⏎4")
      try desk.type(desk.office("示例区总值班室", "District duty office") + "⏎")
    },
    Scene("duty-changed") { desk in
      try desk.openDuty("⏎1⏎2⏎4")
      try desk.type(desk.office("示例区总值班室", "District duty office") + "⏎")
      try desk.type("↓⏎1⇥")
      try desk.press([.control("u")])
      try desk.type(desk.office("周婷", "Dong Ming") + "⇥⇥⇥" + desk.office("出差", "travels") + "⏎")
    },
    Scene("duty-gap") { desk in
      try desk.openDuty("⏎1⏎1⇥")
      try desk.press([.control("u")])
      try desk.type("⏎")
    },
    Scene("duty-asked", .rectifier) { desk in
      try desk.adoptAlertDuty()
      try desk.type(":" + desk.app.context(Action.duty.entry.label) + "⏎⏎")
    },
    Scene("duty-log", .rectifier) { desk in
      try desk.adoptAlertDuty()
      try desk.type(":" + desk.app.context(Action.duty.entry.label) + "⏎⏎4⇥⇥")
      try desk.type(desk.office("物业来送钥匙", "The caretaker brought keys"))
    },
    Scene("duty-paper") { try $0.openDuty("⏎1⏎28") },
    Scene("today-duty") { try $0.adoptAlertDuty() },
    Scene("today-swap", .rectifier) { try $0.adoptAlertDuty() },
    Scene("day-duty") { desk in
      try desk.adoptAlertDuty()
      try desk.press([.function(5)])
      try desk.type("⏎")
    },
  ]
}

extension Desk {
  /// Opens the roster of the next break.
  mutating func openDuty(_ keys: String = "") throws {
    try type(":" + app.context(Action.duty.entry.label) + "⏎")
    try type(keys)
  }

  /// Two days of alert duty from today on, the rectifier on the first, who is asked to swap by the head.
  mutating func adoptAlertDuty() throws {
    let id = DutyRoster.ID("alert-\(today - 1)")
    let (first, second) = (office.person(.rectifier), office.person(.head))
    var rules = DutyRules(from: today)
    rules.phone = "0000-1100"
    try record(.setDutyRules(rules), by: .inspector)
    try record(.proposeDuty(.days(.alert, (today - 1)...(today + 1))), by: .inspector)
    for (day, person) in [(today - 1, first), (today, second), (today + 1, first)] {
      try record(
        .duty(id, .change(DutyEdit(day: day, onDuty: [person]))), by: .inspector)
    }
    try record(.duty(id, .adopt), by: .inspector)
    let swap = DutySwap(
      .init(day: today, shift: .whole, person: second),
      .init(day: today + 1, shift: .whole, person: first), reason: office("就医", "sees a doctor"))
    try record(.duty(id, .swap(swap)), by: .head)
  }
}
