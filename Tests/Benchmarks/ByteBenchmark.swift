import Canvas
import Foundation
import TestSupport

/// How much one key writes to the terminal at 80 by 24, against the bytes of the cells that it changed.
struct ByteBenchmark {
  private let tmux: Tmux

  init() throws { tmux = try Tmux() }

  func run() throws {
    defer { tmux.end() }
    tmux.run("set-option", "-g", "status", "off")
    let ledger = tmux.file("kept").path
    output(of: [
      Tmux.built("xunjian"), "demo", "--keep", ledger, "--now", "2026-11-23T10:42",
    ])
    tmux.type(
      "env LANG=C.UTF-8 \(Tmux.built("xunjian")) inspect 409 --round monthly/2026-11"
        + " --ledger \(ledger)/ledger.sqlite --as zheng --language zh --now 2026-11-23T10:42",
      "Enter")
    settle()
    tmux.run("pipe-pane", "cat >> \(tmux.file("bytes").path)")
    measure("tick an item", "1")
    measure("tick the next", "1")
    measure("take a tick back", "7")
    measure("open the help", "?")
    measure("close it", "Escape")
    tmux.type("F4")
    settle()
    measure("move a row in a list", "Down")
    measure("move a row back", "Up")
  }

  private var count: Int {
    ((try? Data(contentsOf: tmux.file("bytes"))) ?? Data()).count
  }

  /// Waits until the screen has stood still for a while.
  private func settle() {
    var last = cells
    var stood = 0
    while stood < 6 {
      Thread.sleep(forTimeInterval: 0.1)
      let present = cells
      stood = present == last ? stood + 1 : 0
      last = present
    }
  }

  private func measure(_ what: String, _ key: String) {
    let (before, bytes) = (cells, count)
    tmux.type(key)
    settle()
    let changed = zip(before, cells).filter { $0 != $1 }.map { $1.text.utf8.count }.reduce(0, +)
    let written = count - bytes
    let ratio = changed == 0 ? "" : String(format: "%6.1f x", Double(written) / Double(changed))
    print(
      what.padding(toLength: 34, withPad: " ", startingAt: 0)
        + String(format: "%8d B ", written) + ratio + "  of the \(changed) bytes of its cells, "
        + String(format: "%.0f ms at 9600 baud", Double(written) / 0.96))
  }

  /// A cell as it stands on the screen, with its look.
  private struct Cell: Equatable {
    var text: String
    var look: String
  }

  /// All cells in their rows; a wide character's second cell is empty.
  private var cells: [Cell] {
    let rows = tmux.run("capture-pane", "-p", "-e", "-N").split(
      separator: "\n", omittingEmptySubsequences: false)
    return rows.prefix(24).flatMap { row in Self.cells(of: row) }
  }

  private static func cells(of row: Substring) -> [Cell] {
    var cells: [Cell] = []
    var look = ""
    for (index, piece) in row.components(separatedBy: "\u{1B}[").enumerated() {
      var text = Substring(piece)
      if index > 0, let end = text.firstIndex(of: "m") {
        let codes = text[..<end]
        look = codes == "0" ? "" : look + ";" + codes
        text = text[text.index(after: end)...]
      }
      for character in text {
        cells.append(Cell(text: String(character), look: look))
        if Cells.width(String(character)) == 2 { cells.append(Cell(text: "", look: look)) }
      }
    }
    let missing = max(0, 80 - cells.count)
    return Array((cells + Array(repeating: Cell(text: " ", look: ""), count: missing)).prefix(80))
  }
}
