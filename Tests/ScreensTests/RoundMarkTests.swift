import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Rooms of a round put in order, and several excused for one reason.
struct RoundMarkTests {
  private func excused(_ desk: Desk) -> Int {
    desk.view.split(separator: "\n").count { $0.contains("[-]") }
  }

  /// The numbers of the rooms in sight, from above; the window is wide enough to show them.
  private func listed(_ desk: Desk) -> [String] {
    desk.view.split(separator: "\n").dropFirst(4)
      .prefix { row in row.dropFirst().first.map { $0 == " " || $0 == "*" } ?? false }
      .map { String($0.dropFirst(2).prefix { $0 != " " }) }.filter { !$0.isEmpty }
  }

  @Test(arguments: Office.allCases)
  func threeForOneReason(_ office: Office) throws {
    var desk = try Desk(office, .supervisor)
    try desk.open(round: "monthly")
    let before = excused(desk)
    try desk.type("   ")
    #expect(desk.view.contains(office("已选 3 条", "3 marked")))
    try desk.type("m")
    #expect(desk.view.contains(office("3 间免查的原因", "reason to excuse 3 rooms")))
    try desk.type(office("停用改造", "being rebuilt") + "⏎")
    #expect(excused(desk) == before + 3)
    #expect(desk.view.contains(office("已办 3 条，未办 0 条", "3 done, 0 not done")))
    #expect(!desk.view.contains(office("已选", "marked")))
  }

  /// Without a reason none is excused, and what was marked stays to be given one.
  @Test func noReason() throws {
    var desk = try Desk(.latin, .supervisor)
    try desk.open(round: "monthly")
    try desk.type("  m⏎")
    #expect(excused(desk) == 0)
    #expect(desk.view.contains("reason to excuse 2 rooms"))
    try desk.type("closed⏎")
    #expect(excused(desk) == 2)
  }

  /// All that the filter shows; a room that is settled takes no mark.
  @Test func allOfAFilter() throws {
    var desk = try Desk(.latin, .supervisor)
    try desk.open(round: "monthly")
    try desk.type("/30⏎*")
    let shown = listed(desk).count
    #expect(shown > 1 && desk.view.contains("\(shown) marked"))
    try desk.type("mclosed⏎")
    #expect(excused(desk) == shown)
    try desk.type(" ")
    #expect(desk.view.contains("Nothing is left to walk in this room"))
  }

  /// Who may not excuse is offered no marks.
  @Test func notTheInspector() throws {
    var desk = try Desk(.latin)
    try desk.open(round: "monthly")
    let actions = desk.app.screen.actions(desk.app.context)
    #expect(!actions.contains(.mark) && !actions.contains(.excuse))
    #expect(actions.contains(.sortRooms))
  }

  @Test(arguments: ["o", "6"])
  func sorted(_ key: String) throws {
    var desk = try Desk(.latin, .supervisor, columns: 120, rows: 60)
    try desk.open(round: "monthly")
    try desk.type(" mclosed⏎")
    let plan = listed(desk)
    #expect(desk.view.split(separator: "\n")[4].contains("[-]"))
    // What is left to walk comes before what is excused.
    try desk.type(key)
    #expect(desk.view.contains("by state"))
    #expect(listed(desk) == Array(plan.dropFirst()) + [plan[0]])
    try desk.type(key)
    #expect(desk.view.contains("by section"))
    try desk.type(key)
    #expect(listed(desk) == plan.sorted())
    try desk.type(key)
    #expect(listed(desk) == plan)
  }
}

/// A sheet of more lines than a small window has.
struct LongSheetTests {
  @Test(arguments: Office.allCases)
  func theSelectedLineStaysInSight(_ office: Office) throws {
    var desk = try Desk(office, columns: 60, rows: 16, after: .autumn)
    let place = try desk.key("monthly", .archiveRoom).place
    let rectifier = office.person(.rectifier)
    for number in 5...14 {
      let id = Hazard.ID("2026-" + (number < 10 ? "00" : "0") + "\(number)")
      try desk.record(
        .report(
          HazardReport(
            place: place, text: "x\(number)", category: .fire)), by: .inspector)
      try desk.record(
        .hazard(id, .assign(to: rectifier, deadline: Day(2026, 11, 30))), by: .inspector)
      try desk.record(
        .hazard(
          id, .requestExtension(Hazard.Request(deadline: Day(2026, 12, 4), reason: "late"))),
        by: .rectifier)
    }
    try desk.openSheet("⏎")
    let lines = try desk.sheet().lines
    try #require(lines.count > 10)
    for line in lines {
      let rows = desk.view.split(separator: "\n")
      let selected = try #require(rows.first { $0.contains("| > ") }, "\(desk.view)")
      #expect(selected.contains(line.hazard.id.rawValue))
      #expect(rows.contains { $0.contains("\(line.number)/\(lines.count)") })
      #expect(desk.view.contains("Esc"))
      #expect(rows.contains { $0.contains(office("0 不办", "0 nothing")) })
      try desk.press([.down])
    }
    try desk.press([.home])
    try desk.type(String(repeating: "1", count: lines.count))
    #expect(desk.view.contains("| > \(lines.count)"))
  }
}
