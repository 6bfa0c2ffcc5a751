import Almanac
import Domain
import Testing

/// What messages make of an alert: opened, raised, lowered, lifted, expired, left alone.
struct AlertLifeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var messages: [CAPMessage]
    var now: Moment
    var alerts: [String]
    var states: [String]

    var testDescription: String { name }
  }

  static let first = message("a", sent: at(22, 16), expires: at(24, 16))
  static let raised = message("b", .update, of: ["a"], .red, sent: at(23, 9), expires: at(24, 9))
  static let lowered = message(
    "c", .update, of: ["b"], .yellow, sent: at(23, 20), expires: at(24, 20))
  private static func lifting(
    _ id: Alert.ID, _ purpose: AlertMessage.Purpose, of references: [Alert.ID], sent: Moment,
    areas: [String] = ["示例区"]
  ) -> CAPMessage {
    var read = message(id, purpose, of: references, .blue, sent: sent, areas: areas)
    read.infos[0].lifts = true
    return read
  }
  static let cancelled = message("d", .cancel, of: ["c"], nil, sent: at(24, 7), hasInfo: false)

  @Test(arguments: [
    Case(
      name: "opened", messages: [first], now: at(22, 17), alerts: ["a blue"],
      states: ["a inForce"]),
    Case(
      name: "raised", messages: [first, raised], now: at(23, 10), alerts: ["a red"],
      states: ["a superseded", "b inForce"]),
    Case(
      name: "lowered by an update", messages: [first, raised, lowered], now: at(23, 21),
      alerts: ["a yellow"], states: ["a superseded", "b superseded", "c inForce"]),
    Case(
      name: "cancelled without a block", messages: [first, raised, lowered, cancelled],
      now: at(24, 8), alerts: ["a yellow x"],
      states: ["a superseded", "b superseded", "c lifted", "d lifted"]),
    Case(
      name: "an update whose words lift it",
      messages: [first, lifting("u", .update, of: ["a"], sent: at(23, 9))], now: at(23, 10),
      alerts: ["a blue x"], states: ["a lifted", "u lifted"]),
    Case(
      name: "an update whose words lift it for another district",
      messages: [first, lifting("u", .update, of: ["a"], sent: at(23, 9), areas: ["邻城区"])],
      now: at(23, 10), alerts: ["a blue"], states: ["a inForce", "u ignored"]),
    Case(
      name: "words that lift what is not known open nothing",
      messages: [
        lifting("u", .update, of: [], sent: at(23, 9)),
        lifting("v", .alert, of: [], sent: at(23, 9)),
      ], now: at(23, 10), alerts: [], states: ["u waiting", "v waiting"]),
    Case(
      name: "a minute before it expires", messages: [first], now: at(24, 15, 59),
      alerts: ["a blue"], states: ["a inForce"]),
    Case(
      name: "at the minute it expires", messages: [first], now: at(24, 16),
      alerts: ["a blue x"], states: ["a expired"]),
    Case(
      name: "the update's expiry counts", messages: [first, raised], now: at(24, 9),
      alerts: ["a red x"], states: ["a superseded", "b expired"]),
    Case(
      name: "an update without its alert waits", messages: [raised], now: at(23, 10), alerts: [],
      states: ["b waiting"]),
    Case(
      name: "two updates wait, the link between them missing", messages: [lowered], now: at(23, 21),
      alerts: [], states: ["c waiting"]),
    Case(
      name: "a cancellation before all else", messages: [cancelled, lowered, raised, first],
      now: at(24, 8), alerts: ["a yellow x"],
      states: ["a superseded", "b superseded", "c lifted", "d lifted"]),
    Case(
      name: "an exercise", messages: [message("e", sent: at(22, 9), status: .exercise)],
      now: at(22, 10), alerts: [], states: ["e ignored"]),
    Case(
      name: "an exercise that refers to an alert in earnest",
      messages: [
        first, message("e", .update, of: ["a"], .red, sent: at(23, 9), status: .exercise),
      ], now: at(23, 10), alerts: ["a blue"], states: ["a inForce", "e ignored"]),
    Case(
      name: "an answer to a message",
      messages: [first, message("k", .acknowledgement, of: ["a"], sent: at(23, 9))],
      now: at(23, 10), alerts: ["a blue"], states: ["a inForce", "k ignored"]),
    Case(
      name: "another district", messages: [message("o", sent: at(22, 9), areas: ["邻城区"])],
      now: at(22, 10), alerts: [], states: ["o ignored"]),
    Case(
      name: "moved to another district only",
      messages: [
        first, message("o", .update, of: ["a"], .red, sent: at(23, 9), areas: ["邻城区"]),
      ], now: at(23, 10), alerts: ["a blue x"], states: ["a lifted", "o ignored"]),
    Case(
      name: "moved away after it was raised",
      messages: [
        first, raised,
        message("o", .update, of: ["a", "b"], .red, sent: at(23, 10), areas: ["邻城区"]),
      ], now: at(23, 11), alerts: ["a red x"], states: ["a superseded", "b lifted", "o ignored"]),
    Case(
      name: "split: an update for the office, another for its neighbours",
      messages: [
        first, raised,
        message("o", .update, of: ["a"], .yellow, sent: at(23, 9, 1), areas: ["邻城区"]),
      ], now: at(23, 10), alerts: ["a red"], states: ["a superseded", "b inForce", "o ignored"]),
    Case(
      name: "an exercise that moves it away",
      messages: [
        first,
        message(
          "o", .update, of: ["a"], sent: at(23, 9), areas: ["邻城区"], status: .exercise),
      ], now: at(23, 10), alerts: ["a blue"], states: ["a inForce", "o ignored"]),
    Case(
      name: "lifted for another district only",
      messages: [
        first, message("o", .cancel, of: ["a"], nil, sent: at(23, 9), areas: ["邻城区"]),
      ], now: at(23, 10), alerts: ["a blue"], states: ["a inForce", "o ignored"]),
    Case(
      name: "another district's alert reaches this one",
      messages: [
        message("o", sent: at(22, 9), areas: ["邻城区"]),
        message("u", .update, of: ["o"], .orange, sent: at(23, 9)),
      ], now: at(23, 10), alerts: ["o orange"], states: ["o ignored", "u inForce"]),
    Case(
      name: "a cancellation of another district's alert",
      messages: [
        message("o", sent: at(22, 9), areas: ["邻城区"]),
        message("u", .cancel, of: ["o"], nil, sent: at(23, 9), hasInfo: false),
      ], now: at(23, 10), alerts: [], states: ["o ignored", "u ignored"]),
    Case(
      name: "a link that covers another district still links",
      messages: [
        first, message("o", .update, of: ["a"], .red, sent: at(23, 9), areas: ["邻城区"]),
        message("u", .update, of: ["o"], .orange, sent: at(23, 12)),
      ], now: at(23, 13), alerts: ["a orange"],
      states: ["a superseded", "o ignored", "u inForce"]),
    Case(
      name: "an update that names nothing stands for its alert",
      messages: [message("u", .update, .orange, sent: at(23, 9))], now: at(23, 10),
      alerts: ["u orange"], states: ["u inForce"]),
    Case(
      name: "the later of two updates of one message counts, whichever came first",
      messages: [
        first, message("y", .update, of: ["a"], .red, sent: at(23, 12)),
        message("x", .update, of: ["a"], .yellow, sent: at(23, 9)),
      ], now: at(23, 13), alerts: ["a red"],
      states: ["a superseded", "x superseded", "y inForce"]),
    Case(
      name: "a clock that runs behind: an update is later than what it refers to",
      messages: [
        message("a", sent: at(22, 16)),
        message("u", .update, of: ["a"], .red, sent: at(22, 15)),
      ], now: at(22, 17), alerts: ["a red"], states: ["u inForce", "a superseded"]),
    Case(
      name: "an update of two alerts goes on with both",
      messages: [
        message("a", sent: at(22, 16)), message("b", sent: at(22, 17)),
        message("u", .update, of: ["a", "b"], .orange, sent: at(23, 9)),
      ], now: at(23, 10), alerts: ["a orange", "b orange"],
      states: ["a superseded", "b superseded", "u inForce"]),
    Case(
      name: "messages that refer to each other in a circle",
      messages: [
        message("u", .update, of: ["v"], sent: at(22, 16)),
        message("v", .update, of: ["u"], sent: at(22, 17)),
      ], now: at(22, 18), alerts: [], states: ["u waiting", "v waiting"]),
    Case(
      name: "sent again after the cancellation, it counts again",
      messages: [
        first, message("d", .cancel, of: ["a"], nil, sent: at(23, 7)),
        message("u", .update, of: ["a", "d"], .orange, sent: at(23, 9)),
      ], now: at(23, 10), alerts: ["a orange"],
      states: ["a superseded", "d lifted", "u inForce"]),
  ])
  func life(_ row: Case) throws {
    var world = try AlertWorld()
    for message in row.messages { try world.take(message) }
    #expect(world.alerts(at: row.now) == row.alerts)
    #expect(world.states(at: row.now) == row.states)
  }

  @Test func aRepeatedMessageDoesNothingTwice() throws {
    var world = try AlertWorld()
    let read = CAPMessage(
      id: "a", sender: "s", sent: at(22, 16), status: .actual, purpose: .alert, infos: [])
    #expect(try world.perform(.receiveAlert(read), at: at(22, 17)) == ["alert.received alert/a"])
    #expect(try world.perform(.receiveAlert(read), at: at(22, 18)) == [])
    var other = read
    other.sent = at(22, 18)
    #expect(throws: AlertError.takenIdentifier("a")) {
      try world.perform(.receiveAlert(other), at: at(22, 19))
    }
    #expect(throws: NotPermitted(.raiseAlert)) {
      try world.perform(.receiveAlert(Self.first), at: at(22, 19), by: "wang")
    }
  }

  struct Drill: Sendable {
    var name: String
    var messages: [CAPMessage]
    var now = at(22, 10)
    var shown: [String]
  }

  static let drill = message("e", sent: at(22, 9), expires: at(23, 9), status: .exercise)

  /// Exercises and tests are shown as such until they run out, are changed or called off.
  @Test(arguments: [
    Drill(name: "an exercise", messages: [drill], shown: ["[exercise] Typhoon blue alert"]),
    Drill(
      name: "just before its end", messages: [drill], now: at(23, 8, 59),
      shown: [
        "[exercise] Typhoon blue alert"
      ]),
    Drill(name: "at its end", messages: [drill], now: at(23, 9), shown: []),
    Drill(
      name: "a test that names no end is over with its day",
      messages: [message("t", sent: at(22, 9), status: .test)], now: at(22, 23, 59),
      shown: ["[test] Typhoon blue alert"]),
    Drill(
      name: "the next day", messages: [message("t", sent: at(22, 9), status: .test)],
      now: at(23, 0), shown: []),
    Drill(
      name: "changed",
      messages: [
        drill, message("f", .update, of: ["e"], .red, sent: at(22, 9, 30), status: .exercise),
      ],
      shown: ["[exercise] Typhoon red alert"]),
    Drill(
      name: "called off",
      messages: [
        drill, message("f", .cancel, of: ["e"], nil, sent: at(22, 9, 30), status: .exercise),
      ],
      shown: []),
    Drill(
      name: "another district's",
      messages: [message("e", sent: at(22, 9), areas: ["邻城区"], status: .exercise)], shown: []),
    Drill(
      name: "in earnest, drafts, answers",
      messages: [
        first, message("d", sent: at(22, 9), status: .draft),
        message("s", sent: at(22, 9), status: .system),
        message("k", .acknowledgement, of: ["e"], sent: at(22, 9), status: .exercise),
      ], shown: []),
  ])
  func drills(_ row: Drill) throws {
    var world = try AlertWorld()
    for message in row.messages { try world.take(message) }
    let shown = AlertLog(world.fold.bureau.messages).drills(at: row.now)
    #expect(shown.map(\.markedTitle.en) == row.shown)
    #expect(world.alerts(at: row.now).allSatisfy { $0 == "a blue" })
  }

  /// Why a message does not count is said in lists.
  @Test func whatIsIgnoredSaysWhy() throws {
    var world = try AlertWorld()
    try world.take(
      message("a", sent: at(22, 9), areas: ["邻城区"]),
      message("d", sent: at(22, 9), status: .draft),
      message("e", sent: at(22, 9), status: .exercise),
      message("k", .acknowledgement, of: ["a"], sent: at(22, 9)),
      message("s", sent: at(22, 9), status: .system), message("t", sent: at(22, 9), status: .test))
    let entries = AlertLog(world.fold.bureau.messages).entries(at: at(22, 10))
    #expect(
      entries.map(\.standing.zh) == ["不涉及", "草稿", "演练", "回执", "系统内部", "测试"])
    #expect(entries.allSatisfy { $0.state == .ignored })
  }

  /// The same messages in any order give the same alerts, states and rounds.
  @Test func anyOrderGivesTheSame() throws {
    let chain = [
      Self.first, Self.raised, Self.lowered, Self.cancelled,
      message("e", .update, of: ["a"], .red, sent: at(23, 10), status: .test),
      message("o", .update, of: ["c"], .red, sent: at(23, 22), areas: ["邻城区"]),
      message("g", sent: at(22, 8), expires: at(22, 20)),
    ]
    var random = ScheduleInvariantTests.Seeded(state: 7)
    let moments = [at(23, 9, 30), at(23, 21), at(24, 6, 59), at(24, 8)]
    var expected: [String]?
    for _ in 0..<60 {
      var world = try AlertWorld()
      for message in chain.shuffled(using: &random) { try world.take(message, at: at(24, 7, 30)) }
      let seen = moments.flatMap {
        world.alerts(at: $0) + world.states(at: $0) + world.rounds(at: $0)
      }
      #expect(seen == expected ?? seen)
      expected = seen
    }
    #expect(expected?.contains("a yellow x") ?? false)
  }
}
