/// A notice's words with the forms that printing and pasting vary made one: full-width digits and marks
/// plain, spaces, quotation marks and line breaks left out. Each mark knows the line it came from.
struct NoticeText {
  /// One character that counts.
  struct Mark {
    var scalar: Unicode.Scalar
    /// From 1.
    var line: Int
    /// Whether nothing but space stands before it on its line.
    var startsLine: Bool
    /// Where it stands in ``source``.
    var index: Int
  }

  let marks: [Mark]
  private let source: [Unicode.Scalar]

  init(_ text: String) {
    source = Array(text.unicodeScalars)
    var marks: [Mark] = []
    var line = 1
    var startsLine = true
    for (index, raw) in source.enumerated() {
      let isReturn = raw == "\r" && !(index + 1 < source.count && source[index + 1] == "\n")
      if raw == "\n" || isReturn || raw == "\u{2028}" {
        line += 1
        startsLine = true
      } else if let scalar = Self.plain(raw) {
        marks.append(Mark(scalar: scalar, line: line, startsLine: startsLine, index: index))
        startsLine = false
      }
    }
    self.marks = marks
  }

  subscript(position: Int) -> Unicode.Scalar? {
    marks.indices.contains(position) ? marks[position].scalar : nil
  }

  /// The words of a stretch as they were given, on one line and not too long.
  func quote(_ range: Range<Int>) -> NoticeQuote {
    let range = range.clamped(to: marks.indices)
    guard let first = range.first, let last = range.last else {
      return NoticeQuote(line: marks.last?.line ?? 1, text: "")
    }
    var text = String.UnicodeScalarView()
    for scalar in source[marks[first].index...marks[last].index]
    where !scalar.properties.isWhitespace && scalar.value >= 0x20 {
      text.append(scalar)
    }
    let whole = String(text)
    return NoticeQuote(
      line: marks[first].line, text: whole.count > 60 ? whole.prefix(59) + "…" : whole)
  }

  /// The words of a stretch, plain.
  func plain(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for mark in marks[range.clamped(to: marks.indices)] { text.append(mark.scalar) }
    return String(text)
  }

  /// The one form of a character, or nil for one that says nothing.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: plain(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x3002, 0xFF61: "."
    case 0xFF64, 0xFE51: "\u{3001}"
    case 0x2010...0x2015, 0x2212, 0x2500, 0x301C, 0x7E: "-"
    case 0x3010, 0x3014, 0x5B: "("
    case 0x3011, 0x3015, 0x5D: ")"
    // The radicals that copying from some PDF files leaves in the place of 日 and 月.
    case 0x2F47: Unicode.Scalar(0x65E5 as UInt16)
    case 0x2F49: Unicode.Scalar(0x6708 as UInt16)
    case 0x22, 0x27, 0x2018...0x201F, 0x300C...0x300F, 0x2A, 0x200B...0x200F, 0xFEFF: nil
    case 0...0x20: nil
    default: scalar.properties.isWhitespace ? nil : scalar
    }
  }
}

/// Words of a notice with the line on which they begin, from 1.
public struct NoticeQuote: Hashable, Sendable {
  /// The line in the text as given, from 1.
  public let line: Int
  /// The words, without line breaks; long ones end in an ellipsis.
  public let text: String

  /// Words on a line.
  public init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
