import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Long work is watched, timed and stopped; a check of the ledger is started from any screen by anyone.
struct WorkTests {
  struct Case: Sendable {
    var work: Work
    var says: String
  }

  /// What is left is what is still to do at the pace so far, in whole seconds and never too few.
  @Test(arguments: [
    Case(work: Work(.send), says: ""),
    Case(work: Work(.verify, done: 0, of: 1000, taken: 900), says: "0%"),
    // Too early to tell.
    Case(work: Work(.verify, done: 100, of: 1000, taken: 499), says: "10%"),
    // A second for a quarter: three more.
    Case(work: Work(.verify, done: 250, of: 1000, taken: 1000), says: "25%, about 3 s to go"),
    Case(work: Work(.verify, done: 999, of: 1000, taken: 9990), says: "99%, about 1 s to go"),
    Case(work: Work(.verify, done: 1000, of: 1000, taken: 9990), says: "100%"),
    Case(work: Work(.backUp, done: 1, of: 8, taken: 11_000), says: "12%, about 1 min 17 s to go"),
    // More than was counted on at first.
    Case(work: Work(.typeset, done: 130, of: 100, taken: 900), says: "100%"),
  ])
  func estimate(_ row: Case) {
    #expect(row.work.progress[.english] == row.says)
  }

  /// Sentences are added when work begins and then each ten seconds at most, however often it is looked at.
  @Test func toldInSentences() {
    var spoken = SpokenWork()
    let said = stride(from: 0, through: 25_000, by: 100).compactMap { taken in
      spoken.sentence(Work(.verify, done: taken, of: 100_000, taken: taken))?.en
    }
    #expect(
      said == [
        "Checking the ledger ... (Ctrl-C stops it)",
        "Checking the ledger 10%, about 1 min 30 s to go",
        "Checking the ledger 20%, about 1 min 20 s to go",
      ])
    // Other work begins anew; where nothing is known, how long it has taken.
    #expect(spoken.sentence(Work(.send))?.zh == "正在送往打印机……（Ctrl-C 停止）")
    #expect(spoken.sentence(Work(.send, taken: 9_999)) == nil)
    #expect(spoken.sentence(Work(.send, taken: 10_000))?.zh == "正在送往打印机 已 10 秒")
    // A second pass of the same work is no other work.
    #expect(spoken.sentence(Work(.send, taken: 5)) == nil)
    #expect(spoken.sentence(Work(.send, taken: 10_005)) != nil)
  }

  /// Esc and Ctrl-C ask for a stop, which stands when more of it is shown; other keys do nothing.
  @Test(arguments: [
    (Key.escape, true), (.control("c"), true), (.enter, false), (.character("q"), false),
  ])
  func stopping(_ key: Key, _ stops: Bool) throws {
    var desk = try Desk(.latin)
    try desk.carryOut(desk.app.update(.working(Work(.verify, done: 1, of: 9))))
    #expect(!desk.app.wantsStop)
    try desk.press([key])
    try desk.carryOut(desk.app.update(.working(Work(.verify, done: 2, of: 9))))
    #expect(desk.app.wantsStop == stops && desk.view.contains("22%"))
    try desk.carryOut(desk.app.update(.working(nil)))
    #expect(!desk.app.wantsStop && desk.app.overlay == nil)
  }

  /// What ends the work takes no other panel away.
  @Test func theEndLeavesOtherPanels() throws {
    var desk = try Desk(.latin)
    try desk.type("?")
    try desk.carryOut(desk.app.update(.working(nil)))
    #expect(desk.app.overlay is HelpOverlay)
  }

  /// On every tab, in a room and on a record, by name or initials, for whoever sits there.
  @Test(arguments: Office.Chair.allCases)
  func startedByName(_ chair: Office.Chair) throws {
    for tab in [2, 3, 4, 5, 6] {
      var desk = try Desk(.chinese, chair, after: .autumn)
      try desk.press([.function(tab)])
      try desk.type(":hytz⏎")
      guard case .verify? = desk.effects.last else {
        Issue.record("\(chair) \(tab)")
        continue
      }
      try desk.press([.function(9)])
      try desk.type("备份⏎")
      guard case .backUp? = desk.effects.last else {
        Issue.record("\(chair) \(tab)")
        continue
      }
    }
  }

  /// A long list of problems is scrolled to its end; each is told with its row.
  @Test func everyProblemCanBeRead() throws {
    var desk = try Desk(.latin)
    let problems = (1...40).map {
      LedgerCheck.Finding(row: $0 * 7, what: Bilingual(verbatim: "broken"))
    }
    try desk.carryOut(
      desk.app.update(
        .verified(
          LedgerCheck(
            events: 300, signed: 0, unsigned: 300, seals: 0, problems: problems, notices: []))))
    var seen = ""
    for _ in 0..<60 {
      seen += desk.view
      try desk.press([.down])
    }
    #expect(seen.contains("40 problems found"))
    for problem in problems { #expect(seen.contains("Line \(problem.row ?? 0): broken")) }
    #expect(seen.contains("Any key closes"))
    try desk.press([.enter])
    #expect(desk.app.overlay == nil)
  }

  /// A window made larger or smaller erases nothing that was said.
  @Test func newsStaysWhenTheWindowChanges() throws {
    var desk = try Desk(.latin)
    try desk.carryOut(desk.app.update(.told(Bilingual(zh: "已送打印机", en: "sent to the printer"))))
    try desk.press([.resize(columns: 100, rows: 30), .resize(columns: 60, rows: 16)])
    #expect(desk.view.contains("sent to the printer"))
    try desk.press([.down])
    #expect(!desk.view.contains("sent to the printer"))
  }
}
