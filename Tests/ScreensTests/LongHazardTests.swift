import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

extension Desk {
  /// A hazard told in about three hundred characters, assigned.
  mutating func writeLongHazard() throws {
    let words = office(
      "三楼东侧走廊尽头的配电箱前堆放旧桌椅和纸箱，箱门不能完全打开，", "Old desks and cartons block the switchboard; ")
    let text = String(repeating: words, count: 300 / words.count) + office("急需清理", "clear it")
    write([
      Happening(
        .hazard("2026-009"),
        .hazard(
          .reported(
            HazardReport(
              place: try key("monthly", .office).place, section: nil, text: text,
              category: .electrical))))
    ])
    try record(
      .hazard("2026-009", .assign(to: office.person(.rectifier), deadline: today + 3)),
      by: .supervisor)
  }
}

/// Words without end leave the pane below or beside the list its facts, and can be read whole with one key.
struct LongHazardTests {
  @Test(arguments: Office.allCases)
  func whatMattersStaysInSight(_ office: Office) throws {
    for window in [(60, 16), (80, 24), (110, 24), (120, 40)] {
      var desk = try Desk(
        office, .supervisor, columns: window.0, rows: window.1, after: .autumn)
      try desk.writeLongHazard()
      try desk.openHazards()
      try desk.select("2026-009")
      // The pane begins below the list or, in a wide window, beside it.
      let rows = desk.view.split(separator: "\n")
      let pane = rows.suffix(from: window.0 < 110 ? 8 : 3).joined(separator: "\n")
      #expect(pane.contains((desk.today + 3).description), "\(window)\n\(desk.view)")
      #expect(pane.contains(desk.fold.bureau.name(office.person(.rectifier))), "\(window)")
      if window.1 == 24 { #expect(pane.contains("11-23 09:00"), "\(window)\n\(desk.view)") }
      guard window.1 < 40 else { continue }
      #expect(desk.view.contains(office("d 看全部", "d shows all")), "\(window)\n\(desk.view)")

      try desk.type("d")
      #expect(desk.app.screen is HazardScreen)
      var seen = desk.view
      for _ in 0..<30 {
        try desk.press([.down])
        seen += desk.view
      }
      #expect(seen.contains(office("急需清理", "clear it")) && seen.contains("11-23 09:00"))
      try desk.type("q")
      let screen = try #require(desk.app.screen as? HazardsScreen)
      #expect(screen.selected?.id == "2026-009")
    }
  }

  /// What another writes meanwhile is there at once.
  @Test func theWholeTextIsLive() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-003")
    try desk.type("5")
    #expect(!desk.view.contains("still loose"))
    try desk.record(
      .hazard("2026-003", .reject(reason: "still loose", deadline: desk.today + 5)),
      by: .supervisor)
    #expect(desk.view.contains("still loose") && desk.view.contains("rectifying"))
    try desk.type("q")
    #expect((desk.app.screen as? HazardsScreen)?.marked.isEmpty == true)
  }
}
