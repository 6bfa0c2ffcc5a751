import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// The register of activities at the keyboard: how few keys an entry costs, what is kept, what is offered.
struct ActivityScreenTests {
  private func latest(_ desk: Desk) throws -> Activity {
    try #require(desk.fold.activities().last)
  }

  /// From Today a circular passed on costs at most twenty keys beyond what is typed in words.
  @Test(arguments: Office.allCases)
  func aCircularInFewKeys(_ office: Office) throws {
    var desk = try Desk(office, after: .none)
    let name = office("陈静", desk.app.context.bureau.name(office.person(.rectifier)))
    let pieces: [(keys: String, isText: Bool)] = [
      ("51⏎⇥", false), ("Notice", true), ("⇥1⇥⇥⇥", false), (name, true), ("⏎", false),
    ]
    for piece in pieces { try desk.type(piece.keys) }
    let count = pieces.filter { !$0.isText }.reduce(0) { $0 + $1.keys.count }
    #expect(count <= 20, "\(count)")
    let content = try latest(desk).content
    #expect(content.kind == "circular" && content.day == Desk.now.day && content.title == "Notice")
    #expect(content.values == ["channel": .words("oa")] && content.persons.count == 1)
    #expect(desk.view.contains("HD2026-001"))
  }

  /// A number that no other kind's begins with is taken at once; 1 waits, for there is 10.
  @Test func kindsByNumber() throws {
    var desk = try Desk(.latin, after: .none)
    try desk.type("516")
    #expect(desk.view.contains("Lessons"))
    try desk.type("⎋5")
    #expect(desk.view.contains("Which kind"))
    try desk.type("dri⏎")
    #expect(desk.view.contains("Lessons"))
    try desk.type("⎋51⏎")
    #expect(desk.view.contains("Document number"))
  }

  /// What is wrong is said where it is; all that was typed stays.
  @Test func refusedValuesStay() throws {
    var desk = try Desk(.latin, after: .none)
    try desk.type("52⇥Meeting⇥⇥⇥many⏎")
    #expect(desk.view.contains("takes a whole number") && desk.view.contains("[many"))
    #expect(desk.fold.activities().isEmpty)
    try desk.press([.control("u")])
    try desk.type("12⏎")
    #expect(try latest(desk).content.values == ["heads": .count(12)])
  }

  /// A form left by a lost line is there again when its kind is opened.
  @Test func whatIsTypedIsKept() throws {
    var desk = try Desk(.latin, after: .none)
    try desk.type("52⇥Half a title")
    let kept = try #require(desk.app.unsent)
    #expect(kept.form == "activity meeting" && kept.texts["title"] == "Half a title")
    var again = try Desk(.latin, after: .none)
    again.kept[kept.form] = kept
    try again.type("52")
    #expect(again.view.contains("Half a title") && again.view.contains("is back"))
    try again.type("⏎")
    #expect(try latest(again).content.title == "Half a title")
    #expect(again.kept.isEmpty)
  }

  /// Who may only look records nothing.
  @Test func whoIsOfferedWhat() throws {
    for role in Role.allCases {
      let newcomer = Person(id: "newcomer", name: "Ann", roles: [role])
      var desk = try Desk(.latin, newcomer: newcomer, after: .none)
      try desk.keepActivities()
      try desk.openActivities()
      let offered = desk.app.screen.actions(desk.app.context)
      #expect(offered.contains(.recordActivity) == newcomer.may(.keepActivities), "\(role)")
      try desk.type("⏎⏎")
      #expect(desk.view.contains("I have read it"), "\(role)")
      #expect(desk.view.contains("Correct it") == newcomer.may(.correctActivity), "\(role)")
    }
  }

  /// The lines of Today lead to the entry, where Enter twice reads it or carries it out.
  @Test func fromTodayToWhatWaits() throws {
    var desk = try Desk(.latin, .head, after: .none)
    try desk.keepActivities()
    try desk.press([.function(2)])
    #expect(
      desk.view.contains("Resolutions to carry out: 1")
        && desk.view.contains("Circulars to read: 1"))
    func open(_ words: String) throws {
      for _ in 0..<20
      where !desk.view.split(separator: "\n").contains(where: {
        $0.hasPrefix(">") && $0.contains(words)
      }) {
        try desk.press([.down])
      }
      try desk.type("⏎⏎⏎")
    }
    try open("Circulars to read")
    #expect(desk.fold.register["HD2026-004"]?.unread.isEmpty == true)
    try desk.press([.function(2)])
    #expect(!desk.view.contains("Circulars to read"))
    try open("Resolutions to carry out")
    try desk.type("done⏎")
    #expect(desk.fold.register["HD2026-003"]?.closing(1)?.note == "done")
    try desk.press([.function(2)])
    #expect(!desk.view.contains("Resolutions to carry out"))
  }

  @Test func correctedAndWithdrawn() throws {
    var desk = try Desk(.latin, after: .none)
    try desk.keepActivities()
    try desk.openActivities("↓↓⏎⏎1⇥⇥")
    try desk.press([.control("u")])
    try desk.type("4⏎")
    #expect(desk.view.contains("Give the reason"))
    // The field that lacks something has the focus.
    try desk.type("miscounted⏎")
    let corrected = try #require(desk.fold.register["HD2026-002"])
    #expect(corrected.content.values["enterprises"] == .count(4))
    #expect(corrected.corrections.map(\.reason) == ["miscounted"])
    #expect(desk.view.contains("miscounted"))
    try desk.type("⏎2twice⏎")
    #expect(desk.fold.register["HD2026-002"]?.reason == "twice")
    #expect(desk.view.contains("withdrawn"))
  }

  /// A file of the drop folder is its paper.
  @Test func aPaperOfTheDropFolder() throws {
    var desk = try Desk(.latin, after: .none)
    let file = try #require(desk.dropped.files.first)
    try desk.type("53⇥A lecture⇥⇥⇥⇥⇥" + file.name + "⏎")
    #expect(try latest(desk).content.file?.name == file.name)
    try desk.type("n3⇥A lecture⇥⇥⇥⇥⇥nowhere.pdf⏎")
    #expect(desk.view.contains("There is no “nowhere.pdf” in the drop folder"))
  }

  /// The totals of a period lead to the entries behind each figure, and to other periods.
  @Test func totalsAndWhatStandsBehind() throws {
    var desk = try Desk(.latin, after: .none)
    try desk.keepActivities()
    try desk.openActivities("t")
    #expect(desk.view.contains("Activities of 2026-11"))
    try desk.press([.left])
    #expect(desk.view.contains("Activities of 2026-10"))
    try desk.type("⏎")
    #expect(desk.view.contains("Visit to enterprises, 2026-10: 1"))
    try desk.type("⎋]]")
    #expect(desk.view.contains("not over yet"))
    for name in ["quarter 4 of 2026", "second half of 2026", "2026", "2026-11"] {
      try desk.type("y")
      #expect(desk.view.contains("Activities of \(name)"))
    }
    try desk.type("p")
    #expect(desk.view.contains("office"))
  }
}
