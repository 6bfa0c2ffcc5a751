/// What a person typed to narrow a list: words that must all be found.
///
/// A word is found in a text that contains it, in either case; or, if it is of ASCII letters and digits,
/// where it spells characters that follow each other by any reading, in full, by initials or in
/// between: `bgs`, `bangongshi` and `bgshi` all find 办公室.
public struct Filter: Sendable {
  private let words: [[UInt32]]
  private let pinyin: PinyinTable

  /// What a person typed, and the readings to find it by.
  public init(_ query: String, _ pinyin: PinyinTable) {
    self.pinyin = pinyin
    words = query.split { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }.map { Self.folded($0) }
  }

  /// Whether nothing was typed, so that everything matches.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether every word is found in the text.
  public func matches(_ text: String) -> Bool {
    guard !words.isEmpty else { return true }
    let text = Self.folded(text)
    return words.allSatisfy { word in
      text.indices.contains { found(word[...], in: text[$0...]) }
    }
  }

  /// Whether a word is spelled by the beginning of a text.
  private func found(_ word: ArraySlice<UInt32>, in text: ArraySlice<UInt32>) -> Bool {
    guard let letter = word.first else { return true }
    guard let character = text.first else { return false }
    let rest = text.dropFirst()
    if letter == character, found(word.dropFirst(), in: rest) { return true }
    guard Self.isSpelling(letter) else { return false }
    if Self.isSkipped(character) { return found(word, in: rest) }
    return pinyin.readings(of: character).contains { reading in
      let shared = zip(word, reading).prefix { $0 == UInt32($1) }.count
      return shared > 0
        && (1...shared).contains { found(word.dropFirst($0), in: rest) }
    }
  }

  private static func isSpelling(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || (0x30...0x39).contains(scalar)
  }

  /// Whether a word may run on across this: a space, a hyphen, a middle dot.
  private static func isSkipped(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x2D || scalar == 0xB7 || scalar == 0x3000
  }

  /// Scalars in lower case, full-width letters and digits as ASCII.
  private static func folded(_ text: some StringProtocol) -> [UInt32] {
    text.unicodeScalars.map { scalar in
      let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      return (0x41...0x5A).contains(narrow) ? narrow + 32 : narrow
    }
  }
}
