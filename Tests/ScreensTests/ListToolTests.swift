import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// What is alike on every list: another order, a filter, marks.
struct ListToolTests {
  /// The scenes that show a list with lines.
  static let lists = [
    "activities", "activity-totals", "annual", "assessment", "assets", "coverage", "duty-proposed",
    "entries", "exemptions", "expiries", "goals", "incidents", "nil-reports", "notices",
    "responsibility", "rules", "summary-figure-records", "summary-figures", "trips", "vehicles",
  ]

  private func desk(_ name: String, _ office: Office) throws -> Desk {
    let scene = try #require(Scene.all.first { $0.name == name }, "\(name)")
    return try scene.desk(office, Scene.Window.usual[0])
  }

  /// The list and what is told below it, without title and status.
  private func body(_ desk: Desk) -> [Substring] {
    desk.view.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).dropLast(3)
      .map { $0 }
  }

  /// `s` leads through several orders and back to the first, each told by its name; the filter takes and gives
  /// back lines.
  @Test(arguments: lists, Office.allCases)
  func sortedAndFiltered(_ name: String, _ office: Office) throws {
    var desk = try desk(name, office)
    let actions = desk.app.screen.actions(desk.app.context)
    #expect(!actions.filter { [.sort, .sortTurned].contains($0) }.isEmpty, "\(name)")
    #expect(actions.contains(.filter), "\(name)")
    try desk.press([.home])
    let first = body(desk)
    let key = try #require(desk.app.context.keyMap.keys(of: .sort).first)
    var names: [Bilingual] = []
    repeat {
      try desk.press([key])
      names.append(try #require(desk.app.news?.text, "\(name)"))
    } while names.count < 2 || names.last != names.first
    #expect(names.count > 2, "\(name) \(names)")
    // The first name came again: one step before it the lines stood as they did at first.
    for _ in 0..<(names.count - 2) { try desk.press([key]) }
    #expect(body(desk) == first, "\(name)\n\(desk.view)")

    try desk.type("/")
    try desk.press([.paste("no such line")])
    #expect(desk.view.contains(office("没有符合筛选的", "Nothing fits the filter")), "\(name)")
    try desk.press([.escape])
    #expect(body(desk) == first, "\(name)\n\(desk.view)")
  }

  /// Names by the alphabet, numbers the largest first, what is empty last.
  @Test func ordersOfColumns() throws {
    let context = try Desk(.latin).app.context
    let look = ActList.Look<(String, Int?)>(
      columns: [
        .init(Bilingual(verbatim: "Name"), width: 8), .init(Bilingual(verbatim: ""), width: 2),
        .init(Bilingual(verbatim: "Count"), width: 5, alignment: .trailing),
      ], nothing: Bilingual(verbatim: ""),
      cells: { [$0.0, "!", $0.1.map { "\($0)" } ?? ""] }, detail: { _ in [] })
    let orders = look.orders(context)
    let lines: [(String, Int?)] = [("b", nil), ("C", 9), ("a", 10), ("a", 9)]

    #expect(orders.map(\.name.en) == ["as they come", "name", "count"])
    #expect(orders[0].sorted(lines).map(\.0) == ["b", "C", "a", "a"])
    #expect(orders[1].sorted(lines).map(\.1) == [10, 9, nil, 9])
    #expect(orders[2].sorted(lines).map(\.0) == ["a", "C", "a", "b"])
  }

  /// Those marked are printed in one job.
  @Test func noticesPrintedTogether() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openNotices("")
    try desk.type("*")
    let all = desk.fold.rectificationNotices.count
    #expect(all > 0 && desk.view.contains("\(all) marked"), "\(desk.view)")
    try desk.type("p")
    try desk.press([.enter])
    #expect(desk.prints.count == all)
  }
}
