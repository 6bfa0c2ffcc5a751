import Almanac
import Canvas
import Domain

/// The rows of a screen as they are read out, from top to bottom.
struct PlainPicture {
  /// What a line is to the list of the screen.
  enum Part {
    case list
    case about
    /// What stands below the list about its selected line.
    case detail
  }

  var lines: [(row: Int, words: String, part: Part)]
  /// The selected line of the list.
  var selected: String?
  /// Whether it has no list and no field: it is read and turned.
  var isPage: Bool

  init(_ picture: Grid, _ app: App) {
    let end = picture.choices.last ?? 0
    lines = app.context.body.compactMap { row in
      let words = Self.told(picture.reading(ofRow: row))
      guard !words.isEmpty else { return nil }
      if let number = picture.choices.firstIndex(of: row) {
        return (row, app.opensByNumber ? "\(number + 1). \(words)" : words, .list)
      }
      let isRule = picture.text(ofRow: row).hasPrefix("--")
      return (row, words, row > end && !isRule ? .detail : .about)
    }
    selected = lines.first { $0.row == picture.focus?.row }?.words
    isPage = picture.choices.isEmpty && picture.cursor == nil
  }

  /// A row without what only the eye needs: the mark of the selection, rules, bars, marks that stand beside
  /// the words for them, room between columns.
  static func told(_ row: String) -> String {
    var words = trimmed(row.hasPrefix(">") ? String(row.dropFirst()) : row)
    if words.hasPrefix("--") {
      words = trimmed(
        String(words.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed()))
    }
    if words.hasPrefix("> ") { words.removeFirst(2) }
    let pieces = words.split(separator: "  ", omittingEmptySubsequences: true).map {
      unmarked(trimmed(String($0)))
    }
    return words == "-" ? "" : pieces.filter { !isBar($0) }.joined(separator: "  ")
  }

  private static func isBar(_ piece: String) -> Bool { piece.allSatisfy { "[#.]".contains($0) } }

  /// A piece without the mark before its words, or between its number and its words.
  private static func unmarked(_ piece: String) -> String {
    let number = piece.prefix { $0.isNumber }
    let rest = number.isEmpty || !piece.dropFirst(number.count).hasPrefix(" ") ? "" : "\(number) "
    let words = piece.dropFirst(rest.count)
    guard let mark = marks.first(where: (words + " ").hasPrefix) else { return piece }
    return rest + words.dropFirst(mark.count)
  }

  private static let marks = ["[v] ", "[X] ", "[ ] ", "[!] ", "[-] ", "!! ", "! "]
}

extension Grid {
  /// The rows of the panel, each without its frame.
  private var unframed: [String] {
    (panel?.lines ?? []).map(Self.unframed)
  }

  private static func unframed(_ line: String) -> String {
    let isFramed = line.hasPrefix("|") && line.hasSuffix("|")
    return isFramed ? String(line.dropFirst().dropLast()) : line
  }

  /// The words of the panel over the picture, without its frame, with numbers where one of them is chosen
  /// by its number.
  func panelLines(_ app: App) -> [String] {
    let lines = unframed.map(PlainPicture.told).filter { !$0.isEmpty && !$0.hasPrefix("+-") }
    guard app.overlay?.picksByNumber ?? false else { return lines }
    return lines.prefix(1) + lines.dropFirst().enumerated().map { "\($0 + 1). \($1)" }
  }

  /// The field or line that the next answer is for: where the cursor stands, or what a panel marks.
  var asked: String? {
    if let cursor {
      let isInside = panel.map { $0.lines.indices.contains(cursor.row - $0.row) } ?? false
      let columns = isInside ? panel?.columns : nil
      return PlainPicture.told(Self.unframed(reading(ofRow: cursor.row, columns: columns)))
    }
    return unframed.first { trimmed($0).hasPrefix("> ") }.map(PlainPicture.told)
  }

  /// The keys that work now.
  var footer: String { PlainPicture.told(text(ofRow: rows - 1)) }
}
