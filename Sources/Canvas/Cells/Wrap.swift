extension Cells {
  /// Where Han text may be broken between two lines.
  public enum Breaks: Sendable {
    /// Between any two characters that punctuation does not hold together.
    case anywhere
    /// Between names, never in one.
    case betweenNames
  }

  /// The text in rows of at most so many cells.
  ///
  /// Han text breaks anywhere but before closing and after opening punctuation (避头尾, GB/T 15834);
  /// Latin text breaks at spaces, which the break swallows, and inside a word only where the word is
  /// longer than a row. Newlines are kept; an empty text is one empty row.
  public static func wrap(
    _ text: String, _ columns: Int, breaking breaks: Breaks = .anywhere
  ) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .flatMap { wrapLine($0, max(2, columns), breaks) }
  }

  private static func wrapLine(_ line: Substring, _ columns: Int, _ breaks: Breaks) -> [String] {
    var rows: [String] = []
    var start = line.startIndex
    var lastBreak = start
    var used = 0
    var index = start
    while index < line.endIndex {
      let character = line[index]
      let cells = width(character)
      if index > start, mayBreak(between: line[line.index(before: index)], and: character, breaks) {
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
  public static func longestWord(_ text: String, breaking breaks: Breaks = .anywhere) -> Int {
    var longest = 0
    var word = ""
    var last: Character?
    for character in text {
      let ends = last.map { mayBreak(between: $0, and: character, breaks) } ?? false
      if character.isNewline || ends {
        longest = max(longest, width(trimmed(word[...])))
        word = ""
      }
      if !character.isNewline { word.append(character) }
      last = character.isNewline ? nil : character
    }
    return max(longest, width(trimmed(word[...])))
  }

  private static func mayBreak(
    between left: Character, and right: Character, _ breaks: Breaks
  ) -> Bool {
    if right == " " || opening.contains(left) || closing.contains(right) { return false }
    if left == " " { return true }
    let isWithin = breaks == .betweenNames && !closing.contains(left) && isIdeographic(right)
    return !isWithin && (isIdeographic(left) || isIdeographic(right))
  }

  /// Where the Han names in a text stand that a break would cut, each of at least two characters.
  public static func names(in text: String) -> [Range<String.Index>] {
    text.ranges(of: /\p{Script=Han}{2,}/)
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
