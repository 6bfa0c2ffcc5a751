import Almanac

/// What is noted at one item number, as typed: `3`, `3:1`, `7:描述`, `4=20.5`, `5+` for good.
public struct TypedMark: Hashable, Sendable {
  /// What follows the number.
  public enum Detail: Hashable, Sendable {
    case nothing
    /// After a colon, digits: the number of a phrase or a reason.
    case number(Int)
    /// After a colon: words of their own.
    case words(String)
    /// After an equals sign: a reading, an option, an open hazard's number.
    case value(String)
  }

  /// The item's number on the form, from 1.
  public var item: Int
  /// What stands after the number.
  public var detail: Detail
  /// Whether a plus follows the number: it never applies here (长期不适用).
  public var always: Bool

  /// A mark at an item.
  public init(item: Int, detail: Detail = .nothing, always: Bool = false) {
    self.item = item
    self.detail = detail
    self.always = always
  }

  /// Reads a list as `3:1,7:描述`, parted by commas of any kind or spaces.
  ///
  /// - Throws: ``TypedMarkError``.
  public static func list(_ text: String) throws(TypedMarkError) -> [TypedMark] {
    var reader = TypedMarkReader(text)
    let marks = try reader.marks()
    guard marks.allSatisfy({ !$0.isNegative }) else { throw .notAnItem(text, column: 1) }
    return marks.map(\.mark)
  }

  /// Reads one text, `10=words`, in which commas, spaces and digits are words.
  ///
  /// - Throws: ``TypedMarkError``.
  public static func text(_ typed: String) throws(TypedMarkError) -> TypedMark {
    guard let sign = typed.firstIndex(where: { $0.halfWidth == "=" }) else {
      throw .notAnItem(typed, column: 1)
    }
    let number = trimmed(String(typed[..<sign].map(\.halfWidth)))
    guard (1...3).contains(number.count), number.allSatisfy(\.isDigit), let item = Int(number),
      item > 0
    else { throw .notAnItem(number, column: 1) }
    let words = trimmed(String(typed[typed.index(after: sign)...]))
    guard !words.isEmpty else { throw .noWords(item: item, column: 1) }
    return TypedMark(item: item, detail: .value(words))
  }

  /// Whether it gives words of their own, which may go on after a comma or a space.
  var takesMoreWords: Bool {
    switch detail {
    case .words, .value: true
    case .nothing, .number: false
    }
  }

  /// The mark with more words, as typed.
  func adding(_ more: String) -> TypedMark {
    switch detail {
    case .words(let words): TypedMark(item: item, detail: .words(words + more), always: always)
    case .value(let value): TypedMark(item: item, detail: .value(value + more), always: always)
    case .nothing, .number: self
    }
  }
}

/// A reason a typed mark was refused, with the column where it stands, from 1.
public enum TypedMarkError: Refusal, Hashable {
  case notAnItem(String, column: Int)
  case noWords(item: Int, column: Int)

  /// Always bad data.
  public var kind: RefusalKind { .badData }

  /// What is wrong, and what to do.
  public var message: Bilingual {
    switch self {
    case .notAnItem(let text, let column):
      Bilingual(
        zh: "第\(column)字“\(text)”不是检查项序号；写法如 3、3:1、7:描述。",
        en: "“\(text)” at column \(column) is no item number; write 3, 3:1 or 7:words.")
    case .noWords(let item, let column):
      Bilingual(
        zh: "第\(column)字：第\(item)项的冒号或等号后面没有内容。",
        en: "Nothing follows the colon or equals sign of item \(item) at column \(column).")
    }
  }
}

/// Reads marks one after the other; words of their own go on until the next mark.
struct TypedMarkReader {
  /// A mark and how it was written.
  struct Found: Hashable {
    var mark: TypedMark
    /// Begins with a minus sign.
    var isNegative: Bool
    /// Follows a comma, not a space.
    var followsComma: Bool
    var column: Int
  }

  private let typed: [Character]
  private let plain: [Character]
  private let offset: Int
  private var position = 0

  /// - Parameter offset: The characters of the line before this text.
  init(_ text: String, offset: Int = 0) {
    typed = Array(text)
    plain = typed.map(\.halfWidth)
    self.offset = offset
  }

  mutating func marks() throws(TypedMarkError) -> [Found] {
    var found: [Found] = []
    var gap = skipGap()
    while position < plain.count {
      let start = position
      let piece = nextPiece()
      if let mark = try mark(in: piece, column: offset + start + 1) {
        let isNegative = plain[start] == "-"
        found.append(
          Found(
            mark: mark, isNegative: isNegative, followsComma: gap.contains(where: \.isListComma),
            column: offset + start + 1))
      } else if let last = found.last, last.mark.takesMoreWords {
        found[found.count - 1].mark = last.mark.adding(String(gap) + String(typed[piece]))
      } else {
        throw .notAnItem(String(typed[piece]), column: offset + start + 1)
      }
      gap = skipGap()
    }
    return found
  }

  /// Skips commas and spaces, and gives them as typed.
  private mutating func skipGap() -> [Character] {
    let start = position
    while position < plain.count, plain[position].isListComma || plain[position].isWhitespace {
      position += 1
    }
    return Array(typed[start..<position])
  }

  private mutating func nextPiece() -> Range<Int> {
    let start = position
    while position < plain.count, !plain[position].isListComma, !plain[position].isWhitespace {
      position += 1
    }
    return start..<position
  }

  /// The mark that a piece is; nil if it is none.
  private func mark(in piece: Range<Int>, column: Int) throws(TypedMarkError) -> TypedMark? {
    var start = piece.lowerBound
    if plain[start] == "-" { start += 1 }
    var end = plain[start..<piece.upperBound].firstIndex { !$0.isDigit } ?? piece.upperBound
    guard (1...3).contains(end - start), let item = Int(String(plain[start..<end])), item > 0
    else { return nil }
    let always = end < piece.upperBound && plain[end] == "+"
    if always { end += 1 }
    guard end < piece.upperBound else { return TypedMark(item: item, always: always) }
    guard plain[end] == ":" || plain[end] == "=" else { return nil }
    guard end + 1 < piece.upperBound else { throw .noWords(item: item, column: column) }
    let rest = (end + 1)..<piece.upperBound
    if plain[end] == "=" {
      return TypedMark(item: item, detail: .value(String(plain[rest])), always: always)
    }
    let isNumber = plain[rest].allSatisfy(\.isDigit) && rest.count <= 2
    if isNumber, let number = Int(String(plain[rest])) {
      return TypedMark(item: item, detail: .number(number), always: always)
    }
    return TypedMark(item: item, detail: .words(String(typed[rest])), always: always)
  }
}

extension Character {
  /// An ASCII digit.
  var isDigit: Bool { isASCII && isNumber }

  /// A comma of a list, once made plain.
  var isListComma: Bool { self == "," || self == "\u{3001}" || self == ";" }

  /// The plain form of a full-width character (U+FF01–U+FF5E, U+3000) or of a dash.
  var halfWidth: Character {
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? self
    case 0x3000: return " "
    case 0x2010...0x2015, 0x2212: return "-"
    default: return self
    }
  }
}
