import Canvas
import Domain
import Testing

@testable import Screens

/// What was entered for a person, looked at by that person.
struct EntryTests {
  @Test(arguments: Office.allCases)
  func confirmingAndDisputing(_ office: Office) throws {
    var desk = try Desk(office, .supervisor, after: .autumn)
    // What cannot be taken back is asked first.
    try desk.openEntries("1")
    #expect(desk.fold.enteredActs.values.allSatisfy { $0.state == .waiting })
    #expect(desk.view.contains(office("确认以后不能再提异议", "can no longer be disputed")))
    try desk.type("⎋")
    #expect(desk.fold.enteredActs.values.allSatisfy { $0.state == .waiting })
    try desk.type("1⏎")
    #expect(desk.view.contains(office("代录已确认", "entry confirmed")))
    // What waits is first again.
    try desk.type("2⏎")
    #expect(desk.view.contains(office("请写明哪里与决定不符", "Say what is not as you decided")))
    try desk.type("wrong⏎")
    let states = desk.fold.enteredActs.values.map(\.state)
    #expect(Set(states) == [.confirmed, .disputed] && states.count == 2)
    // A dispute may be followed by a confirmation, and nothing after that.
    try desk.type("⏎⏎")
    #expect(desk.fold.enteredActs.values.allSatisfy { $0.state == .confirmed })
    try desk.type("12⏎")
    #expect(desk.fold.enteredActs.values.allSatisfy { $0.answer?.reason == nil })
    try desk.type("⎋")
    #expect(!desk.view.contains(office("条代录等您确认", "wait for your word")))
  }

  @Test func theScanIsShownOnTheDesktop() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.record(
      .hazard("2026-003", .verify()), by: .supervisor, entered: .head, scan: desk.dropped.files[0])
    try desk.type(":entered for⏎3o")
    let seen = desk.effects.compactMap { effect -> String? in
      if case .view(let file) = effect { file.name } else { nil }
    }
    #expect(seen == ["IMG_20261123_084501.jpg", "IMG_20261123_084501.jpg"])
  }

  /// What was disputed stays in reach, from the palette, when nothing waits any more.
  @Test func fromThePalette() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openEntries("2wrong⏎2wrong⏎⎋")
    #expect(!desk.view.contains("wait for your word"))
    try desk.type(":entered for⏎11")
    #expect(desk.fold.enteredActs.values.contains { $0.state == .confirmed })
  }

  /// The line stands only on the decider's Today, and opens the list.
  @Test func theLineIsTheDecidersOwn() throws {
    for (chair, isShown) in [(Office.Chair.supervisor, true), (.inspector, false), (.head, false)] {
      var desk = try Desk(.latin, chair, after: .autumn)
      try desk.enterForSupervisor()
      #expect(desk.view.contains("wait for your word: 2") == isShown)
    }
  }
}
