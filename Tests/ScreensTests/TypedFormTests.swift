import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// What is typed in a form outlives the program until the form is sent or left by Esc; a secret never does.
struct TypedFormTests {
  struct Case: Sendable {
    /// What it is about, for the comment.
    var name: String
    var chair = Office.Chair.supervisor
    /// Leads from the form's first field to the one in which words are typed.
    var keys: [Key] = []
    var open: @Sendable (inout Desk) throws -> Void
  }

  private static let cases = [
    Case(name: "report", keys: [.tab]) { desk in
      try desk.openHazards()
      try desk.type("n")
    },
    Case(name: "reject") { desk in
      try desk.openHazards()
      try desk.select("2026-003")
      try desk.type("r")
    },
    Case(name: "finding", chair: .inspector) { desk in
      try desk.open("monthly", .office)
      try desk.type("2")
    },
    Case(name: "not applicable", chair: .inspector) { desk in
      try desk.open("monthly", .office)
      try desk.type("3\(NotApplicableReason.allCases.count)")
    },
    Case(name: "no entry", chair: .inspector) { desk in
      try desk.open("monthly", .office)
      try desk.type("x")
    },
    Case(name: "excuse") { desk in
      try desk.open(round: "monthly")
      try desk.type("m")
    },
    Case(name: "from paper", chair: .inspector, keys: [.backTab, .backTab]) { desk in
      try desk.open(round: "monthly")
      try desk.type("e")
    },
    Case(name: "seal") { desk in
      try desk.press([.function(6)])
      try desk.type("s")
    },
    Case(name: "alert", keys: [.tab]) { desk in try desk.type("w16") },
    Case(name: "notice withdrawn") { desk in
      if desk.fold.rectificationNotices.isEmpty {
        try desk.openNotices("⏎3")
      } else {
        try desk.openHazards()
        try desk.type("p7⏎3")
      }
    },
    Case(name: "notice answered") { desk in
      if desk.fold.rectificationNotices.isEmpty {
        try desk.openNotices()
        let notice = try #require(desk.fold.rectificationNotices.keys.first)
        let head = try #require(
          desk.fold.bureau.persons.first {
            $0.roles.contains(.sectionHead)
              && $0.section == desk.fold.rectificationNotices[notice]?.content.section
          })
        try desk.type("⏎2")
        try desk.press([.control("u"), .paste(head.id.rawValue), .enter, .enter])
        try desk.type("⏎2")
      } else {
        try desk.openHazards()
        try desk.type("p7⏎2")
      }
    },
    Case(name: "duty", chair: .inspector, keys: [.tab, .tab, .tab]) { desk in
      try desk.openDuty(desk.fold.rosters["2027-new-year"] == nil ? "⏎1⏎1" : "⏎1")
    },
    Case(name: "responsibility", chair: .inspector, keys: [.tab, .tab]) { desk in
      try desk.openByName(.responsibility)
      try desk.type("⏎1")
    },
    Case(name: "goal", keys: [.tab]) { desk in
      try desk.openByName(.goals)
      try desk.type("n")
    },
    Case(name: "incident", keys: [.tab, .tab, .tab]) { desk in
      try desk.openByName(.incidents)
      try desk.type("n")
    },
    Case(name: "asset", keys: [.tab, .tab]) { desk in
      try desk.openByName(.assets)
      try desk.type("n")
    },
    Case(name: "expiry", keys: [.tab]) { desk in
      try desk.openByName(.expiries)
      try desk.type("n")
    },
    Case(name: "trip", keys: [.tab]) { desk in
      try desk.openByName(.vehicles)
      try desk.type("n")
    },
    Case(name: "rule", keys: [.tab]) { desk in
      try desk.openByName(.rules)
      try desk.type("n")
    },
  ]

  /// Typed, killed, opened again: the words stand there and a sentence says so; Esc drops them for good.
  @Test func everyFormComesBack() throws {
    for row in Self.cases {
      var desk = try Desk(.latin, row.chair, after: .autumn)
      try row.open(&desk)
      try desk.press(row.keys)
      #expect(desk.app.unsent == nil, "\(row.name): nothing typed yet")
      try desk.press([.paste("half a sentence")])
      let unsent = desk.app.unsent
      let form = try #require(unsent, "\(row.name)")
      let isThere = form.texts.values.contains { $0.hasSuffix("half a sentence") }
      #expect(isThere, "\(row.name): \(form)")

      var again = try Desk(.latin, row.chair, after: .autumn)
      again.kept[form.form] = form
      try row.open(&again)
      #expect(again.app.unsent == form, "\(row.name)")
      #expect(again.view.contains("What you had begun to type is back"), "\(row.name)")
      try again.press(row.keys)
      #expect(again.view.contains("half a sentence"), "\(row.name)\n\(again.view)")

      try again.press([.escape])
      #expect(again.kept.isEmpty && again.app.unsent == nil, "\(row.name)")
      try again.press([.escape, .escape, .function(2)])
      try row.open(&again)
      #expect(!again.view.contains("half a sentence"), "\(row.name)")
    }
  }

  /// A sheet half ticked and a reason half written: the date is asked for again, with what was typed there;
  /// then the words stand at their line, the ticks at theirs, and both are entered.
  @Test func aSheetHalfTicked() throws {
    var desk = try Desk(.latin, .inspector, after: .autumn)
    try desk.openSheet()
    #expect(desk.app.unsent == nil)
    try desk.type("⏎13still lo")
    let form = try #require(desk.app.unsent)

    var again = try Desk(.latin, .inspector, after: .autumn)
    again.kept[form.form] = form
    try again.openSheet()
    #expect(again.app.unsent == form)
    #expect(again.view.contains("What you had begun to type is back"))
    try again.type("⏎")
    #expect(again.view.contains("still lo") && again.view.contains("[v]"), "\(again.view)")
    try again.type("ose⏎⏎⏎")
    #expect(again.fold.hazards["2026-002"]?.deadline == Day(2026, 12, 4))
    #expect(again.fold.hazards["2026-003"]?.state == .rectifying)
    #expect(again.kept.isEmpty && again.app.unsent == nil)
  }

  /// A sheet left by Esc is dropped with its ticks.
  @Test func aSheetLeft() throws {
    var desk = try Desk(.latin, .inspector, after: .autumn)
    try desk.openSheet("⏎1")
    let form = try #require(desk.app.unsent)
    desk.kept[form.form] = form
    try desk.type("⎋⎋")
    #expect(desk.kept.isEmpty && desk.app.unsent == nil)
  }

  /// What a form proposes by itself is not what was typed.
  @Test func proposalsAreNotKept() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-003")
    try desk.type("r")
    #expect(desk.app.screen.typed(desk.app.context)?.texts["deadline"] != nil)
    #expect(desk.app.unsent == nil)
  }

  /// A refusal leaves the form with its words and what was kept of them; once written both are gone.
  @Test func keptUntilItIsWritten() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-003")
    try desk.type("r")
    try desk.type("still loose")
    try desk.press([.tab, .control("u")])
    try desk.type("-3⏎")
    let form = try #require(desk.app.unsent, "\(desk.view)")
    #expect(form.texts["reason"] == "still loose")
    desk.kept[form.form] = form
    try desk.press([.control("u")])
    try desk.type("+30⏎")
    #expect(desk.app.unsent == nil && desk.kept.isEmpty, "\(desk.view)")
    #expect(desk.fold.hazard("2026-003")?.state == .rectifying)
  }

  /// An answer with words of one's own is kept until it is saved in the draft.
  @Test func anAnswerIsSavedElsewhere() throws {
    var desk = try Desk(.latin, .inspector)
    try desk.open("monthly", .office)
    try desk.type("20")
    try desk.press([.paste("a loose cable")])
    try desk.type("⏎")
    #expect(desk.kept.isEmpty)
    #expect(desk.saves.last?.entries.count == 1)
  }

  /// A passphrase is no text of a form.
  @Test func secretsAreNeverKept() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    desk.passphrase = try Passphrase(choosing: "a long secret phrase")
    try desk.openHazards()
    try desk.select("2026-003")
    try desk.type("v")
    try desk.press([.paste("a long secret phrase")])
    #expect(desk.app.overlay is PassphrasePanel && desk.app.unsent == nil)
    let keeps = desk.effects.filter { if case .keep = $0 { true } else { false } }
    #expect(keeps.isEmpty)
  }
}
