extension Cells {
  /// The text in rows of at most so many cells.
  ///
  /// Han text breaks anywhere but before closing and after opening punctuation (避头尾, GB/T 15834);
  /// Latin text breaks at spaces, which the break swallows, and inside a word only where the word is
  /// longer than a row. Newlines are kept; an empty text is one empty row.
  public static func wrap(_ text: String, _ columns: Int) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .flatMap { wrapLine($0, max(2, columns)) }
  }

  private static func wrapLine(_ line: Substring, _ columns: Int) -> [String] {
    var rows: [String] = []
    var start = line.startIndex
    var lastBreak = start
    var used = 0
    var index = start
    while index < line.endIndex {
      let character = line[index]
      let cells = width(character)
      if index > start, mayBreak(between: line[line.index(before: index)], and: character) {
        lastBreak = index
      }
      if used + cells > columns, character != " ", index > start {
        let end = lastBreak > start ? lastBreak : index
        rows.append(trimmed(line[start..<end]))
        start = end
        lastBreak = start
        used = width(String(line[start..<index]))
      }
      used += cells
      index = line.index(after: index)
    }
    rows.append(trimmed(line[start...]))
    return rows
  }

  /// The cells of the longest piece of a text that ``wrap(_:_:)`` leaves whole where it can.
  public static func longestWord(_ text: String) -> Int {
    var longest = 0
    var word = ""
    var last: Character?
    for character in text {
      if character.isNewline || last.map({ mayBreak(between: $0, and: character) }) ?? false {
        longest = max(longest, width(trimmed(word[...])))
        word = ""
      }
      if !character.isNewline { word.append(character) }
      last = character.isNewline ? nil : character
    }
    return max(longest, width(trimmed(word[...])))
  }

  private static func mayBreak(between left: Character, and right: Character) -> Bool {
    if right == " " || opening.contains(left) || closing.contains(right) { return false }
    return left == " " || isIdeographic(left) || isIdeographic(right)
  }

  private static func isIdeographic(_ character: Character) -> Bool { width(character) == 2 }

  private static func trimmed(_ row: Substring) -> String {
    var row = row
    while row.last == " " { row.removeLast() }
    return String(row)
  }

  private static let closing: Set<Character> = Set("。，、；：？！）》〉】」』〕］｝”’…—%℃.,;:?!)]}")
  private static let opening: Set<Character> = Set("（《〈【「『〔［｛“‘([{")
}
