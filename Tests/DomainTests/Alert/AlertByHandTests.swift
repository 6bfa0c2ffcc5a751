import Almanac
import Domain
import Testing

/// Alerts entered, raised, lowered and lifted by hand.
struct AlertByHandTests {
  private func alert(
    _ kind: Alert.Kind, _ colour: Alert.Colour? = nil, level: String? = nil, issuer: String = "",
    at now: Moment
  ) -> Command {
    .openAlert(
      Alert(
        id: Alert.newID(kind, at: now), kind: kind, colour: colour, level: level, issuer: issuer,
        issued: now, recorded: now.day))
  }

  @Test func aSecondOfItsKindRaisesTheFirst() throws {
    var world = try AlertWorld()
    let now = at(22, 9)
    #expect(
      try world.perform(alert(.typhoon, .blue, at: now), at: now)
        == ["alert.opened alert/typhoon-2026-09-22-0900"])
    // In the same minute: the first was a slip of the finger.
    #expect(
      try world.perform(alert(.typhoon, .red, at: now), at: now)
        == ["alert.received alert/typhoon-2026-09-22-0900-2"])
    #expect(world.alerts(at: now) == ["typhoon-2026-09-22-0900 red"])
    let title = Alert(id: "x", kind: .typhoon, colour: .red, issued: now, recorded: now.day).title
    #expect(throws: AlertError.alreadyInForce(title)) {
      try world.perform(alert(.typhoon, .red, at: at(22, 10)), at: at(22, 10))
    }
    try world.perform(alert(.rainstorm, .red, at: now), at: now)
    #expect(world.alerts(at: now).count == 2)
  }

  @Test func byHandAndByMessageAreOneAlert() throws {
    var world = try AlertWorld()
    try world.take(message("a", sent: at(22, 9), expires: at(22, 20)))
    try world.perform(alert(.typhoon, .orange, at: at(22, 12)), at: at(22, 12))
    #expect(world.alerts(at: at(22, 13)) == ["a orange"])
    try world.take(message("b", .update, of: ["a"], .red, sent: at(22, 14), expires: at(22, 22)))
    #expect(world.alerts(at: at(22, 15)) == ["a red"])
    try world.take(message("c", .cancel, of: ["b"], nil, sent: at(22, 18)))
    #expect(world.alerts(at: at(22, 19)) == ["a red x"])
    // A new one is a new alert.
    try world.perform(alert(.typhoon, .blue, at: at(23, 9)), at: at(23, 9))
    #expect(world.alerts(at: at(23, 10)) == ["a red x", "typhoon-2026-09-23-0900 blue"])
  }

  @Test func liftingByHandCountsUntilALaterMessage() throws {
    var world = try AlertWorld()
    try world.take(
      message("a", sent: at(22, 9)), message("b", .update, of: ["a"], sent: at(22, 11)))
    // Any of its messages names it; what was lifted is the one that decided.
    #expect(try world.perform(.liftAlert("b"), at: at(22, 12)) == ["alert.lifted alert/b"])
    #expect(world.alerts(at: at(22, 13)) == ["a blue x"])
    #expect(throws: AlertError.alreadyLifted) {
      try world.perform(.liftAlert("a"), at: at(22, 13))
    }
    try world.take(message("c", .update, of: ["a"], .white, sent: at(22, 10)), at: at(22, 14))
    #expect(world.alerts(at: at(22, 15)) == ["a blue x"])
    try world.take(message("d", .update, of: ["b"], .red, sent: at(22, 16)))
    #expect(world.alerts(at: at(22, 17)) == ["a red"])
    #expect(try world.perform(.liftAlert("a"), at: at(22, 18)) == ["alert.lifted alert/d"])
  }

  /// The agency knows nothing of what was entered by hand: its update names its own message.
  @Test func whatWasRaisedByHandEndsWhenTheAgencyMovesItAway() throws {
    var world = try AlertWorld()
    try world.take(message("a", sent: at(22, 9)))
    try world.perform(alert(.typhoon, .orange, at: at(22, 12)), at: at(22, 12))
    try world.take(message("o", .update, of: ["a"], .red, sent: at(22, 14), areas: ["邻城区"]))
    #expect(world.alerts(at: at(22, 15)) == ["a orange x"])
    #expect(
      world.rounds(at: at(22, 15)) == [
        "alert-a 09-22 09-22: 301 lifted, 302 lifted, house lifted",
        "alert-a-after 09-22 09-23: 301 open, 302 open",
      ])
  }

  @Test func anExpiredOneCannotBeLifted() throws {
    var world = try AlertWorld()
    try world.take(message("a", sent: at(22, 9), expires: at(22, 12)))
    #expect(throws: AlertError.alreadyLifted) { try world.perform(.liftAlert("a"), at: at(22, 12)) }
    #expect(try world.perform(.liftAlert("a"), at: at(22, 11, 59)) == ["alert.lifted alert/a"])
  }

  @Test func responseLevels() throws {
    var world = try AlertWorld()
    #expect(throws: AlertError.levelMissing) {
      try world.perform(alert(.response, at: at(22, 9)), at: at(22, 9))
    }
    #expect(throws: AlertError.levelOfWeather(.typhoon)) {
      try world.perform(alert(.typhoon, level: "I", at: at(22, 9)), at: at(22, 9))
    }
    #expect(throws: AlertError.levelOfWeather(.typhoon)) {
      try world.perform(alert(.typhoon, .red, level: "I", at: at(22, 9)), at: at(22, 9))
    }
    #expect(throws: AlertError.colourOfResponse) {
      try world.perform(alert(.response, .red, level: "I", at: at(22, 9)), at: at(22, 9))
    }
    try world.perform(
      alert(.response, level: "III", issuer: "district", at: at(22, 9)), at: at(22, 9))
    try world.perform(alert(.response, level: "I", at: at(22, 10)), at: at(22, 10))
    try world.perform(alert(.response, level: "II", issuer: "city", at: at(22, 11)), at: at(22, 11))
    #expect(
      world.alerts(at: at(22, 12)) == [
        "response-2026-09-22-0900 I", "response-2026-09-22-1100 II",
      ])
    #expect(world.fold.bureau.alerts.map(\.issuer) == ["district", "city"])
    // Level I has two hours from its order and adds the section of its level.
    #expect(
      world.rounds(at: at(22, 12)).prefix(2) == [
        "alert-response-2026-09-22-0900 09-22 09-22: 301 open, 302 open, house open",
        "alert-response-2026-09-22-0900-during 09-22 09-22: house open",
      ])
  }
}
