import Canvas

/// What is drawn for characters that some terminals make one cell wide and some two (East Asian Width A),
/// where the terminal makes them two: one cell of the same meaning. Stored text is never changed.
enum Substitutes {
  /// The text of a cell as drawn.
  static func narrow(_ cell: String) -> String {
    guard let scalar = cell.unicodeScalars.first, scalar.value > 0x7F,
      let substitute = table[scalar]
    else { return cell }
    return String(substitute)
  }

  /// The same for the blocks of bars, where it is not known that the terminal has them.
  static func plainBar(_ cell: String) -> String {
    switch cell {
    case Bar.full: "#"
    case Bar.rest: "."
    case _: cell
    }
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [
      "“": "\"", "”": "\"", "‘": "'", "’": "'", "…": ".", "—": "-", "–": "-", "―": "-", "·": ".",
      "•": "*", "×": "x", "÷": "/", "±": "+", "°": "o", "℃": "C", "№": "N", "§": "S", "¶": "P",
      "→": ">", "←": "<", "↑": "^", "↓": "v", "↔": "-", "⇒": ">", "≤": "<", "≥": ">", "≠": "#",
      "≈": "~", "≡": "=", "∞": "8", "√": "v", "✓": "v", "★": "*", "☆": "*", "●": "*", "○": "o",
      "◎": "o", "◆": "*", "◇": "o", "■": "#", "□": "o", "▲": "^", "△": "^", "▼": "v", "▽": "v",
      "※": "*", "′": "'", "″": "\"", "‰": "%", "─": "-", "━": "-", "│": "|", "┃": "|", "┌": "+",
      "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "═": "=",
      "║": "|", "█": "#", "▓": "#", "▒": "#",
      "░": ".",
    ]
    let ones: [(first: UInt32, count: UInt32)] = [(0x2460, 9), (0x2474, 9), (0x2488, 9)]
    for series in ones {
      for offset in 0..<series.count {
        table[scalar(series.first + offset)] = scalar(0x31 + offset)
      }
    }
    for offset in UInt32(0)..<9 { table[scalar(0x2160 + offset)] = scalar(0x31 + offset) }
    return table
  }()

  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? "?"
  }
}
