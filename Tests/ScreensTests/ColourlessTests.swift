import Canvas
import Testing

@testable import Screens

/// With every style taken away the words and marks still tell what the styles told.
struct ColourlessTests {
  /// The marks of the four answers an item can have.
  @Test func answersDifferInTheirMarks() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    let rows = { (desk: Desk) in desk.view.split(separator: "\n").map(String.init) }
    #expect(rows(desk)[3].contains(" 1 [ ] "))
    try desk.type("1")
    #expect(rows(desk)[3].contains(" 1 [v] "))
    try desk.type("k2⏎")
    #expect(rows(desk)[3].contains(" 1 [X] "))
    try desk.type("k0k31⏎")
    #expect(rows(desk)[3].contains(" 1 [-] "))
  }

  /// Every screen that no dialog covers, by the name of its scene.
  private func grids() throws -> [(String, Grid)] {
    try Scene.all.compactMap { scene in
      let app = try scene.desk(.latin, Scene.Window.usual[0]).app
      return app.overlay == nil ? (scene.name, app.view) : nil
    }
  }

  /// What is drawn as selected has a mark of its own; so has the open tab.
  @Test func whatIsSelectedIsMarked() throws {
    for (name, grid) in try grids() {
      let rows = (0..<grid.rows).map { Array(grid.cells(inRow: $0)) }
      let selected = rows.filter { row in row.contains { $0.style == .selected } }
      let marked = selected.filter { row in row.contains { [">", "["].contains($0.text) } }
      #expect(selected.isEmpty || !marked.isEmpty, "\(name)")
      for row in rows {
        let tab = row.filter { $0.style == .activeTab }.map(\.text).joined()
        #expect(tab.isEmpty || tab.hasPrefix("[") && tab.hasSuffix("]"), "\(name): \(tab)")
      }
    }
  }

  /// What is drawn as good is ticked, says off on the calendar, or names what was recorded.
  @Test func whatIsGoodSaysSo() throws {
    for (name, grid) in try grids() where !grid.text.contains("+--") {
      for row in 0..<grid.rows {
        let good = grid.cells(inRow: row).filter { $0.style == .good }.map(\.text).joined()
        #expect(
          good.isEmpty || ["[v]", "off", "prov.", "x", "->"].contains { good.contains($0) },
          "\(name): \(good)")
      }
    }
  }

  /// What is drawn as bad says so: in the marks or words of overdue and failed things.
  @Test func whatIsBadSaysSo() throws {
    // A panel may cover what is said.
    for (name, grid) in try grids() where !grid.text.contains("+--") {
      for row in 0..<grid.rows {
        let bad = grid.cells(inRow: row).filter { $0.style == .bad }.map(\.text).joined()
        #expect(
          bad.isEmpty || ["!!", "overdue", "[X]"].contains { bad.contains($0) },
          "\(name): \(bad)")
      }
    }
  }
}
