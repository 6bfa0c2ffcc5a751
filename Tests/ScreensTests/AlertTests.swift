import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Alerts on Today: entered, raised and lifted by digits alone, and ending by the clock.
struct AlertTests {
  struct Case: Sendable {
    var keys: String
    /// The alerts in force afterwards.
    var inForce: [String]
  }

  /// In autumn a cold alert (orange) and a gale alert (blue) are in force.
  @Test(arguments: [
    Case(keys: "", inForce: ["cold orange", "gale blue"]),
    Case(keys: "815", inForce: ["cold orange", "gale blue", "typhoon red"]),
    Case(keys: "w15", inForce: ["cold orange", "gale blue", "typhoon red"]),
    Case(keys: "865", inForce: ["cold orange", "gale red"]),
    Case(keys: "842", inForce: ["cold blue", "gale blue"]),
    Case(keys: "843843", inForce: ["cold yellow", "gale blue"]),
    Case(keys: "893⏎", inForce: ["cold orange", "gale blue", "response III"]),
    Case(keys: "893district⏎", inForce: ["cold orange", "gale blue", "response III district"]),
    // The issuer entered last is offered.
    Case(keys: "893district⏎891⏎", inForce: ["cold orange", "gale blue", "response I district"]),
    Case(keys: "893⎋", inForce: ["cold orange", "gale blue"]),
    Case(keys: "91", inForce: ["gale blue"]), Case(keys: "92", inForce: ["cold orange"]),
    Case(keys: "93", inForce: ["cold orange", "gale blue"]),
    Case(keys: "W1W1", inForce: []), Case(keys: "91919", inForce: []),
    Case(keys: "9⎋", inForce: ["cold orange", "gale blue"]),
  ])
  func byKeys(_ row: Case) throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.type(row.keys)
    let found = desk.app.context.bureau.alertsInForce.map { alert in
      [alert.kind.rawValue, alert.colour?.rawValue ?? alert.level ?? "", alert.issuer]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    #expect(found == row.inForce)
  }

  @Test func enterOnAnAlertOpensItsRound() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.type("⏎")
    #expect(desk.app.screen.title(desk.app.context).contains("Cold orange alert"))
  }

  /// At the minute at which an alert expires Today is asked for anew.
  @Test func expiryIsNoticed() throws {
    var desk = try Desk(.latin)
    try desk.receiveAlerts()
    let expires = Moment(Desk.now.day, hour: 20, minute: 0)
    #expect(desk.app.update(.tick(expires + -1)).isEmpty)
    let asked = desk.app.update(.tick(expires))
    #expect(asked.contains { if case .load(.agenda) = $0 { true } else { false } })
  }
}

extension Desk {
  /// A typhoon in force until eight in the evening, and an update whose alert has not come.
  mutating func receiveAlerts() throws {
    for (id, purpose, kind) in [
      ("t-1", .alert, .typhoon), ("r-2", .update, .rainstorm),
    ] as [(Alert.ID, AlertMessage.Purpose, Alert.Kind)] {
      let info = CAPMessage.Info(
        kind: kind, colour: .orange, issuer: office("示例区气象台", "Weather office"), headline: "",
        expires: Moment(Self.now.day, hour: 20, minute: 0))
      try record(
        .receiveAlert(
          CAPMessage(
            id: id, sender: "s", sent: Self.now + -3600, status: .actual, purpose: purpose,
            references: purpose == .update ? [.init(sender: "s", identifier: "r-1")] : [],
            infos: [info])), by: .inspector)
    }
  }
}
