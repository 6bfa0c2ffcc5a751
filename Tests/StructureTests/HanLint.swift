/// Finds string literals with Han characters that stand outside `Bilingual(…)` and the two functions that
/// make a command's help out of both languages.
///
/// A small scanner, not a parser: it knows comments, strings (of one line, of many, raw), what is
/// interpolated in them, and parentheses.
struct HanLint {
  /// What takes a text in both languages at once.
  static let bilingual: Set<String> = ["Bilingual", "help", "about"]

  private let text: [Character]
  private var index = 0
  private var line = 1
  /// The open parentheses, and whether each belongs to a text in both languages.
  private var parentheses: [Bool] = []
  private var word = ""
  private var found: [Int] = []

  /// The lines, from 1, on which such a literal stands.
  static func lines(in text: String) -> [Int] {
    var lint = HanLint(text: Array(text))
    lint.scan(untilParenthesis: false)
    return lint.found
  }

  private init(text: [Character]) { self.text = text }

  private var isInside: Bool { parentheses.contains(true) }

  private func at(_ piece: String) -> Bool {
    text[index...].starts(with: piece)
  }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count where index < text.count {
      if text[index].isNewline { line += 1 }
      index += 1
    }
  }

  /// Scans code to the end, or to the parenthesis that ends an interpolation.
  private mutating func scan(untilParenthesis: Bool) {
    let depth = parentheses.count
    while index < text.count {
      if at("//") {
        while index < text.count, !text[index].isNewline { skip(1) }
      } else if at("/*") {
        skipComment()
      } else if let fence = fence() {
        string(fence: fence)
      } else if text[index] == "(" {
        parentheses.append(Self.bilingual.contains(word))
        word = ""
        skip(1)
      } else if text[index] == ")" {
        if untilParenthesis, parentheses.count == depth { return }
        if !parentheses.isEmpty { parentheses.removeLast() }
        word = ""
        skip(1)
      } else {
        let isPart = text[index].isLetter || text[index].isNumber || text[index] == "_"
        word = isPart ? word + String(text[index]) : ""
        skip(1)
      }
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if at("/*") {
        depth += 1
        skip(2)
      } else if at("*/") {
        depth -= 1
        skip(2)
      } else {
        skip(1)
      }
    } while depth > 0 && index < text.count
  }

  /// The number signs before a string that begins here.
  private func fence() -> String? {
    let signs = text[index...].prefix { $0 == "#" }
    let next = index + signs.count
    return next < text.count && text[next] == "\"" ? String(signs) : nil
  }

  private mutating func string(fence: String) {
    skip(fence.count)
    let quotes = at("\"\"\"") ? "\"\"\"" : "\""
    skip(quotes.count)
    word = ""
    while index < text.count, !at(quotes + fence) {
      if at("\\" + fence + "(") {
        skip(fence.count + 2)
        scan(untilParenthesis: true)
        skip(1)
      } else if at("\\" + fence) {
        skip(fence.count + 2)
      } else {
        if isHan(text[index]), !isInside, found.last != line { found.append(line) }
        skip(1)
      }
    }
    skip(quotes.count + fence.count)
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.contains {
      (0x3400...0x9FFF).contains($0.value) || (0xF900...0xFAFF).contains($0.value)
        || (0x20000...0x3FFFF).contains($0.value)
    }
  }
}
