import Almanac

/// A document of an authority with the hazards that came with it (来文).
public struct SourceDocument: Hashable, Sendable {
  /// Its number, or all that is known of it.
  public var number: String
  /// The hazards, in their order.
  public var hazards: [Hazard]
}

extension [Hazard] {
  /// The documents that words name, each with its hazards, in their order; one alone where the words are its
  /// whole number.
  public func documents(named words: String) -> [SourceDocument] {
    var found: [SourceDocument] = []
    for hazard in self where hazard.came(with: words) {
      guard let number = hazard.documentNumber else { continue }
      if let index = found.firstIndex(where: { $0.number == number }) {
        found[index].hazards.append(hazard)
      } else {
        found.append(SourceDocument(number: number, hazards: [hazard]))
      }
    }
    let whole = found.filter { Hazard.plain($0.number) == Hazard.plain(words) }
    return whole.isEmpty ? found : whole
  }
}

extension Hazard {
  /// Whether it came with a document of a number, whichever brackets stand about the year.
  public func came(with document: String) -> Bool {
    let wanted = Self.plain(document)
    return !wanted.isEmpty
      && report.sourceDocument.map { Self.plain($0).contains(wanted) } ?? false
  }

  /// A text without spaces, all brackets alike.
  fileprivate static func plain(_ text: String) -> String {
    text.map { character -> String in
      switch character {
      case "[", "(", "\u{3014}", "\u{FF08}", "\u{FF3B}", "\u{3010}": "["
      case "]", ")", "\u{3015}", "\u{FF09}", "\u{FF3D}", "\u{3011}": "]"
      case _: character.isWhitespace ? "" : String(character)
      }
    }.joined()
  }

  /// Who issued the document that it came with: what its words begin with, up to a space or comma, unless
  /// that is a number already or the document's title.
  public var issuer: String? {
    guard let words = report.sourceDocument else { return nil }
    let first = words.prefix { !$0.isWhitespace && !",\u{FF0C}\u{3001}".contains($0) }
    let isNumber = first.contains { $0.isNumber || "\u{3014}[".contains($0) }
    let isTitle = Self.documents.contains { first.hasSuffix($0) }
    return first.isEmpty || isNumber || isTitle ? nil : String(first)
  }

  /// What titles of documents end with.
  private static let documents = [
    "\u{4E66}", "\u{62A5}\u{544A}", "\u{51FD}", "\u{901A}\u{62A5}", "\u{901A}\u{77E5}",
    "\u{610F}\u{89C1}", "\u{5355}", "\u{8868}", "\u{7EAA}\u{8981}",
  ]

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
