import Almanac

extension Hazard {
  /// Whether it came with a document of a number, whichever brackets stand about the year.
  public func came(with document: String) -> Bool {
    func plain(_ text: String) -> String {
      text.map { character -> String in
        switch character {
        case "[", "(", "\u{3014}", "\u{FF08}", "\u{FF3B}", "\u{3010}": "["
        case "]", ")", "\u{3015}", "\u{FF09}", "\u{FF3D}", "\u{3011}": "]"
        case _: character.isWhitespace ? "" : String(character)
        }
      }.joined()
    }
    let wanted = plain(document)
    return !wanted.isEmpty && report.sourceDocument.map { plain($0).contains(wanted) } ?? false
  }

  /// Who issued the document that it came with: what its words begin with, up to a space or comma, unless
  /// that is a number already.
  public var issuer: String? {
    guard let words = report.sourceDocument else { return nil }
    let first = words.prefix { !$0.isWhitespace && !",\u{FF0C}\u{3001}".contains($0) }
    let isNumber = first.contains { $0.isNumber || "\u{3014}[".contains($0) }
    return first.isEmpty || isNumber ? nil : String(first)
  }

  /// The number of the document that it came with, as `统应急〔2026〕5号`: the word that has a year in brackets;
  /// all the words where none has, nil where it came with no document.
  public var documentNumber: String? {
    guard let words = report.sourceDocument.map(trimmed), !words.isEmpty else { return nil }
    let parts = words.split { $0.isWhitespace || ",\u{FF0C}\u{3001}".contains($0) }
    return Self.officialNumber(parts.first { Self.hasYear($0) }.map(String.init) ?? words)
  }

  /// The number of a document with its year in the brackets that official papers have (GB/T 9704-2012 7.2.5).
  public static func officialNumber(_ text: String) -> String {
    String(
      text.map { character -> Character in
        switch character {
        case "[", "\u{FF3B}", "\u{3010}": "\u{3014}"
        case "]", "\u{FF3D}", "\u{3011}": "\u{3015}"
        case _: character
        }
      })
  }

  /// Whether four digits stand in brackets.
  private static func hasYear(_ word: Substring) -> Bool {
    let opening = word.firstIndex { "[(\u{3014}\u{FF08}\u{FF3B}\u{3010}".contains($0) }
    guard let opening else { return false }
    let year = word[word.index(after: opening)...].prefix { $0.isNumber }
    return year.count == 4
  }
}
