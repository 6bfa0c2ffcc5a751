import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Hazards on paper: what is printed from the list, and a sheet of decisions that comes back.
struct PaperPanelTests {
  struct Case: Sendable {
    var keys: String
    var prints: [Screens.Report] = []
    var saves: [Screens.Report] = []
  }

  @Test(arguments: [
    Case(keys: "p1p⏎", prints: [.approval(["2026-002"])]),
    Case(keys: "81⏎1", prints: [.approval(["2026-002"])]),
    Case(keys: "８１⏎２１", saves: [.approval(["2026-002"])]),
    Case(keys: "p3e1", saves: [.rectification("2026-002")]),
    Case(keys: "p↓↓⏎p1", prints: [.rectification("2026-002")]),
    Case(
      keys: "  p3p⏎", prints: [.rectification("2026-002"), .rectification("2026-003")]),
    Case(keys: "  p1⏎⏎", prints: [.approval(["2026-002", "2026-003"])]),
    Case(keys: "p⎋p9p"), Case(keys: "p0"), Case(keys: "p1⏎⎋"), Case(keys: "p2⎋"),
  ])
  func printing(_ row: Case) throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-002")
    try desk.type(row.keys)
    #expect(desk.prints == row.prints)
    #expect(desk.exports == row.saves)
  }

  /// What came with an authority's document can be answered; what the office found itself cannot.
  @Test func theLetterToAnAuthority() throws {
    var desk = try Desk(.chinese, .supervisor, after: .autumn)
    let ordered = try #require(
      desk.ledger.openHazards.first { $0.report.source == .authorityOrder })
    try desk.openHazards()
    try desk.select(ordered.id)
    try desk.type("p0p1")
    #expect(desk.prints == [.letter(document: "消限〔2026〕12号")])
    let own = try #require(desk.ledger.openHazards.first { $0.report.source == .selfFound })
    try desk.openHazards()
    try desk.select(own.id)
    try desk.type("p0")
    #expect(!desk.view.contains("整改复函"))
  }

  struct Issue: Sendable {
    var keys: String
    var person = Office.Chair.supervisor
    var hazards: [Hazard.ID] = []
  }

  /// A notice is asked about once more, then issued and shown to be printed.
  @Test(arguments: [
    Issue(keys: "p5⏎p1", hazards: ["2026-002"]), Issue(keys: "８５１p⏎", hazards: ["2026-002"]),
    Issue(keys: "  p5⏎p1", hazards: ["2026-002", "2026-003"]),
    Issue(keys: "p5⎋"), Issue(keys: "p52"), Issue(keys: "p5⏎", person: .rectifier),
  ])
  func issuingANotice(_ row: Issue) throws {
    var desk = try Desk(.latin, row.person, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-002")
    try desk.type(row.keys)
    let notices = Array(desk.fold.rectificationNotices.values)
    #expect(notices.flatMap { $0.content.lines.map(\.hazard) } == row.hazards)
    #expect(desk.prints == notices.map { .notice($0.id) })
  }

  @Test func aNoticeThatIsRefusedSaysWhy() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-002")
    try desk.type("p5⏎⎋p5⏎")
    #expect(desk.fold.rectificationNotices.count == 1)
    #expect(desk.view.contains("not answered yet"), "\(desk.view)")
  }

  /// The sheet printed is that of the one chosen by number, of those for whom something waits.
  @Test func aSheetOfOneWhoDecides() throws {
    var desk = try Desk(.latin, .inspector, after: .autumn)
    let sheets = DecisionSheet.all(of: desk.ledger.openHazards, desk.fold.bureau, on: desk.today)
    let index = try #require(sheets.firstIndex { $0.leader.id == desk.office.person(.supervisor) })
    try desk.openPapers("2\(index + 1)p1")
    #expect(desk.prints == [.decisions(desk.office.person(.supervisor))])
  }

  /// The register goes on paper from the list of hazards.
  @Test(arguments: [
    ("8", Report.register(year: nil), "Hazard register, open ones"),
    ("9", .register(year: 2026), "Hazard register 2026"),
  ])
  func theRegister(_ digit: String, _ report: Report, _ title: String) throws {
    var desk = try Desk(.latin, .inspector, after: .autumn)
    try desk.openPapers(digit)
    #expect(desk.view.contains(title), "\(desk.view)")
    try desk.type("p1")
    #expect(desk.prints == [report])
  }

  struct Entry: Sendable {
    var keys: String
    /// What becomes of 002, which asks for 4 December, and of 003, which is handed in.
    var deadline = Day(2026, 11, 27)
    var state = Hazard.State.submitted
    var says: String?
  }

  @Test(arguments: [
    Entry(keys: "⏎11⏎⏎", deadline: Day(2026, 12, 4), state: .closed, says: "2 done"),
    Entry(keys: "⏎2⏎⏎⏎", deadline: Day(2026, 12, 4), says: "1 done"),
    Entry(keys: "⏎2^12-07⏎⏎⏎", deadline: Day(2026, 12, 7)),
    Entry(keys: "⏎２^１２-０７⏎⏎⏎", deadline: Day(2026, 12, 7)),
    Entry(keys: "⏎2^soon⏎", says: "Enter a day"),
    Entry(keys: "⏎03loose⏎⏎⏎", state: .rectifying),
    Entry(keys: "⏎03⏎", says: "Say why"),
    Entry(keys: "⏎10↑0↑0⏎", says: "No line is ticked"),
    Entry(keys: "⏎11⏎⎋⎋"), Entry(keys: "⏎11⎋⎋"), Entry(keys: "⏎11⏎↓"),
    Entry(keys: "^11-22⏎", says: "before the sheet was printed"),
    Entry(keys: "^11-24⏎", says: "lies after today"),
    Entry(keys: "^x⏎", says: "Enter a day"),
  ])
  func entering(_ row: Entry) throws {
    var desk = try Desk(.latin, .inspector, after: .autumn)
    try desk.openSheet()
    for (index, part) in row.keys.split(separator: "^", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { try desk.press([.control("u")]) }
      try desk.type(String(part))
    }
    #expect(desk.fold.hazards["2026-002"]?.deadline == row.deadline)
    #expect(desk.fold.hazards["2026-003"]?.state == row.state)
    if let says = row.says { #expect(desk.view.contains(says), "\(desk.view)") }
    let acts = desk.fold.enteredActs.values
    #expect(acts.allSatisfy { $0.entered == Entered(by: "zheng", paper: desk.today) })
    #expect(acts.allSatisfy { $0.decider == "he" })
  }

  /// Who mended it cannot enter that it was found mended: that line is refused, the others stand.
  @Test func whatIsRefusedIsListed() throws {
    var desk = try Desk(.latin, .rectifier, after: .autumn)
    try desk.openSheet("⏎11⏎⏎")
    #expect(desk.fold.hazards["2026-002"]?.deadline == Day(2026, 12, 4))
    #expect(desk.fold.hazards["2026-003"]?.state == .submitted)
    #expect(desk.view.contains("1 done, 1 not done") && desk.view.contains("Not done"))
  }

  /// A sheet printed some days ago is found by its own number while it still fits.
  @Test func ofAnEarlierDay() throws {
    for keys in ["", "11-20⏎"] {
      var desk = try Desk(.latin, .inspector, after: .autumn)
      let sheets = DecisionSheet.all(
        of: desk.ledger.openHazards, desk.fold.bureau, on: desk.today - 3)
      let index = try #require(sheets.firstIndex { $0.leader.id == "he" })
      desk.dropped.files = []
      try desk.openPapers("4" + (keys.isEmpty ? "\(sheets[index].number)⏎" : keys + "\(index + 1)"))
      try desk.press([.control("u")])
      try desk.type("11-21⏎1⏎⏎")
      #expect(desk.fold.enteredActs.values.map(\.entered.paper) == [Day(2026, 11, 21)])
    }
  }

  struct Scanned: Sendable {
    var keys: String
    var file: String?
  }

  @Test(arguments: [
    Scanned(keys: "1", file: "IMG_20261123_084501.jpg"),
    Scanned(keys: "３", file: "2026-004before.jpg"),
    Scanned(keys: "0"), Scanned(keys: "⏎"), Scanned(keys: "90"),
  ])
  func aScanFromTheFolder(_ row: Scanned) throws {
    var desk = try Desk(.latin, .inspector, after: .autumn)
    try desk.openPapers("4\(desk.sheet().number)⏎⏎\(row.keys)1⏎⏎")
    #expect(desk.fold.enteredActs.values.map(\.entered.scan?.name) == [row.file])
    try desk.select("2026-002")
    #expect(desk.view.contains("scan ") == (row.file != nil))
  }

  @Test func whoMayNotEnterIsNotOffered() throws {
    var desk = try Desk(.latin, .observer, after: .autumn)
    try desk.openPapers()
    #expect(!desk.view.contains("come back") && !desk.view.contains("Issue a"))
    #expect(desk.app.screen.claims(.enter, desk.app.context))
  }
}
