import Canvas
import Foundation
import Terminal

/// Writes each key as a line; `q` ends, Ctrl-Z stops, `!` crashes, `M` turns the mouse on.
@MainActor
func logKeys(_ driver: TerminalDriver, _ file: URL) {
  var lines = ["ready"]
  var grid = Grid(columns: driver.size.columns, rows: driver.size.rows)
  while true {
    try? Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file, options: .atomic)
    grid.write(Cells.fit(lines.last ?? "", 40), row: 2, style: .bad)
    let end = grid.write("备注 [灭火器", row: 4)
    grid.cursor = Position(row: 4, column: end)
    if !driver.hasPending { driver.draw(grid) }
    guard let key = driver.read(timeout: 60_000) else { continue }
    lines.append("\(key)")
    switch key {
    case .character("q"), .hangUp: return
    case .character("!"): abort()
    case .character("M"): driver.setMouse(true)
    case .control("z"): driver.suspend(saying: "stopped")
    case .resize(let columns, let rows): grid = Grid(columns: columns, rows: rows)
    default: break
    }
  }
}
