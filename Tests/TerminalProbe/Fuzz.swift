import Canvas
import Foundation
import Terminal

/// Draws random rows with random overlays, a frame for each space typed.
@MainActor
func fuzz(_ driver: TerminalDriver, _ file: URL) {
  let pool = Array("abc |#-0123456789中文隐患整改灭火器（），。：【】中文隐患整改灭火器e\u{301}\u{1F525}①…“")
  var random = Sequence32(state: 20_261_123)
  func text(_ count: Int) -> String {
    String((0..<count).map { _ in pool[random.below(pool.count)] })
  }
  let size = driver.size
  var grid = Grid(columns: size.columns, rows: size.rows)
  grid.cursor = Position(row: 3, column: 5)
  repeat {
    for row in 0..<size.rows where random.below(3) == 0 { grid.write(text(90), row: row) }
    for row in 0..<size.rows {
      grid.write(text(1 + random.below(12)), row: row, column: random.below(size.columns))
    }
    var panel = Grid(columns: 1 + random.below(30), rows: 3)
    for row in 0..<3 { panel.write(text(30), row: row) }
    grid.draw(panel, row: random.below(size.rows), column: random.below(size.columns) - 5)
    driver.draw(grid)
    let rows = (0..<size.rows).map { grid.text(ofRow: $0) + "\n" }.joined()
    try? Data(rows.utf8).write(to: file, options: .atomic)
  } while isSpaceNext(driver)
}

/// Waits for a space, for as long as a whole suite may keep the test waiting. A busy terminal may tell its
/// size late: the frame is drawn again then, as the program does.
@MainActor
private func isSpaceNext(_ driver: TerminalDriver) -> Bool {
  while let key = driver.read(timeout: 3_600_000) {
    if key == .character(" ") { return true }
    if case .resize = key { driver.redraw() }
    if key == .hangUp { return false }
  }
  return false
}

/// Numbers that are the same on every run (xorshift32).
struct Sequence32 {
  var state: UInt32

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 17
    state ^= state << 5
    return Int(state % UInt32(limit))
  }
}
