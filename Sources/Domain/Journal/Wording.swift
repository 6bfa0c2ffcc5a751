import Almanac

/// What people may type into the ledger: the one rule for all names, and the one for all free texts.
///
/// A sign that cannot be seen makes two names differ that look the same; one that turns the direction of
/// writing lets a text read otherwise than it is kept (Unicode Technical Report 36, section 2.5).
public enum Wording {
  /// The most characters of a name: one line of a form.
  public static let longestName = 60
  /// The most characters of a free text: a finding, a reason, a note, measures.
  public static let longestText = 1000

  /// The name without white space at its ends, as of a section, a person or a place.
  ///
  /// - Throws: ``WordingError`` for a blank one, one too long, or one with a sign that cannot be seen.
  public static func name(_ typed: String) throws(WordingError) -> String {
    let name = trimmed(typed)
    guard !name.isEmpty else { throw .blank }
    return try line(name, upTo: longestName)
  }

  /// The same check of one line that may be longer than a name or empty, as of a file.
  ///
  /// - Throws: ``WordingError``.
  public static func line(
    _ typed: String, upTo limit: Int = longestText
  ) throws(WordingError) -> String {
    let scalars = typed.unicodeScalars
    for (index, scalar) in scalars.enumerated() where !isVisible(scalar) {
      throw .invisible(scalar.value, column: index + 1)
    }
    guard scalars.count <= limit else { throw .tooLong(scalars.count, limit: limit) }
    return typed
  }

  /// The free text in one line: a line break or tab becomes a space, signs that cannot be seen go, and
  /// so does white space at its ends.
  ///
  /// - Throws: ``WordingError/tooLong(_:limit:)``.
  public static func text(_ typed: String) throws(WordingError) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      if isVisible(scalar) {
        scalars.append(scalar)
      } else if scalar.properties.isWhitespace, scalars.last != " " {
        scalars.append(" ")
      }
    }
    let text = trimmed(String(scalars))
    let count = text.unicodeScalars.count
    guard count <= longestText else { throw .tooLong(count, limit: longestText) }
    return text
  }

  /// Whether a scalar takes room on paper: no control, no mark of direction, no joiner or space of no
  /// width, no filler, no end of a line. Letters newer than this program's tables do.
  public static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
    case _:
      return !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
        && scalar != "\u{2800}"
    }
  }
}

/// A text without what cannot be seen; nil where nothing is left of it.
func worded(_ text: String?) throws -> String? {
  try text.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
}

/// Whether a text can be the id of a subject, which people type in commands: not empty, at most 40
/// characters, no white space, slash or sign that cannot be seen, and no hyphen first.
public func isWellFormed(id: String) -> Bool {
  !id.isEmpty && id.unicodeScalars.count <= 40 && !id.hasPrefix("-")
    && id.unicodeScalars.allSatisfy {
      $0 != "/" && Wording.isVisible($0) && !$0.properties.isWhitespace
    }
}

/// A reason a name or a text was refused.
public enum WordingError: Refusal, Hashable {
  case blank
  /// A scalar's value and its place from 1.
  case invisible(UInt32, column: Int)
  case tooLong(Int, limit: Int)

  /// Always ``RefusalKind/badData``.
  public var kind: RefusalKind { .badData }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .blank: Bilingual(zh: "名称不能为空，请填写。", en: "The name is blank; fill it in.")
    case .invisible(let value, let column):
      Bilingual(
        zh: "第\(column)个字符（\(Self.code(value))）是换行、控制符或看不见的字符，请删去重打。",
        en: """
          Character \(column) (\(Self.code(value))) is a line break, a control or cannot be seen; \
          delete it and type the text again.
          """)
    case .tooLong(let count, let limit):
      Bilingual(
        zh: "太长（\(count)字），至多\(limit)字，请缩短。",
        en: "Too long (\(count) characters); \(limit) at most: shorten it.")
    }
  }

  /// `U+200B`: four hexadecimal digits at least.
  private static func code(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// The text without white space at either end.
public func trimmed(_ text: String) -> String {
  var rest = Substring(text)
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
