/// How iCalendar writes and reads lines.
///
/// Source: RFC 5545, 3.1 (lines folded at 75 octets) and 3.3.11 (escaping of text).
enum ContentLines {
  /// The octets of a line, its end left out.
  static let longest = 75

  /// Lines as they stand in a file: folded between characters, each ended with CR LF.
  static func text(_ lines: [String]) -> String {
    lines.map { folded($0) + "\r\n" }.joined()
  }

  /// A line broken into pieces of at most 75 octets, each but the first after a space.
  static func folded(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > longest {
        text.append(contentsOf: "\r\n ".unicodeScalars)
        octets = 1
      }
      text.append(scalar)
      octets += width
    }
    return String(text)
  }

  /// The lines of a file, unfolded.
  static func lines(in text: String) -> [String] {
    var lines: [[UInt8]] = [[]]
    var rest = Array(text.utf8)[...]
    let (end, fold) = (Array("\r\n".utf8), Array("\r\n ".utf8))
    while let byte = rest.first {
      if rest.starts(with: fold) {
        rest.removeFirst(fold.count)
      } else if rest.starts(with: end) {
        rest.removeFirst(end.count)
        lines.append([])
      } else {
        lines[lines.count - 1].append(byte)
        rest.removeFirst()
      }
    }
    return lines.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A text as the value of a property: what cannot be seen left out, `\`, `;`, `,` and ends of line
  /// escaped.
  static func escaped(_ text: String) -> String {
    var value = String.UnicodeScalarView()
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "\n": value.append(contentsOf: "\\n".unicodeScalars)
      case "\\", ";", ",": value.append(contentsOf: ["\\", scalar])
      case _: value.append(scalar)
      }
    }
    return String(value)
  }

  /// The text of a value.
  static func unescaped(_ value: String) -> String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      text.append(isEscaped && (scalar == "n" || scalar == "N") ? "\n" : scalar)
      isEscaped = false
    }
    return String(text)
  }
}
