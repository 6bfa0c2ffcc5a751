/// A JSON text in the form in which the YAML parser takes all of JSON: characters that JSON writes as two
/// escapes, and tabs between its marks, are what YAML has otherwise.
///
/// Source: RFC 8259, section 7; YAML 1.2, section 5.7.
struct JSONText {
  /// The same document for the YAML parser, line by line.
  private(set) var asYAML = ""
  /// The first line with an alias or an anchor outside of strings, which JSON has not.
  private(set) var lineOfAlias: Int?

  private let scalars: [Unicode.Scalar]

  /// Nil for a text that does not begin as JSON does.
  init?(_ text: String) {
    scalars = Array(text.unicodeScalars)
    guard let first = scalars.first(where: { !$0.properties.isWhitespace }),
      "{[".unicodeScalars
        .contains(first)
    else { return nil }
    read()
  }

  private mutating func read() {
    var result = String.UnicodeScalarView()
    var isInString = false
    var line = 1
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "\"": isInString.toggle()
      case "\n": line += 1
      case "&" where !isInString, "*" where !isInString: lineOfAlias = lineOfAlias ?? line
      case "\\" where isInString:
        if let pair = pair(at: index) {
          result.append(pair)
          index += 12
        } else {
          result.append(contentsOf: scalars[index...].prefix(2))
          index += 2
        }
        continue
      case _: break
      }
      result.append(scalar == "\t" && !isInString ? " " : scalar)
      index += 1
    }
    asYAML = String(result)
  }

  /// The character of two escapes, `\ud842\udfb7`.
  private func pair(at start: Int) -> Unicode.Scalar? {
    guard let high = unit(at: start), let low = unit(at: start + 6),
      (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private func unit(at start: Int) -> UInt32? {
    guard start + 6 <= scalars.count, scalars[start] == "\\", scalars[start + 1] == "u" else {
      return nil
    }
    var digits = String.UnicodeScalarView()
    digits.append(contentsOf: scalars[start + 2..<start + 6])
    return UInt32(String(digits), radix: 16)
  }
}
