import Testing

@testable import Reports

struct ContentLinesTests {
  /// RFC 5545 3.3.11's own example.
  @Test func escaping() {
    let text = "Project XYZ Final Review\nConference Room - 3B\nCome Prepared."
    #expect(
      ContentLines.escaped(text)
        == #"Project XYZ Final Review\nConference Room - 3B\nCome Prepared."#)
    #expect(ContentLines.escaped(#"a,b;c\d"#) == #"a\,b\;c\\d"#)
    #expect(ContentLines.escaped("a\u{1B}[31mb\u{7}\u{202E}\r\nc") == #"a[31mb\nc"#)
  }

  /// 75 octets stay on one line, 76 do not; a Han character has three.
  @Test func folding() {
    let letters = String(repeating: "x", count: 75)
    #expect(ContentLines.folded(letters) == letters)
    #expect(ContentLines.folded(letters + "y") == letters + "\r\n y")
    let han = String(repeating: "检", count: 26)
    #expect(
      ContentLines.folded(han)
        == String(repeating: "检", count: 25) + "\r\n 检")
  }

  /// Any text comes back from the folded and escaped line; no line is longer than 75 octets, and none
  /// ends inside a character.
  @Test func anyTextComesBack() {
    var dice = SplitMix(state: 2026)
    for round in 0..<2000 {
      let text = randomText(&dice).printable
      let file = ContentLines.text(["SUMMARY:" + ContentLines.escaped(text)])
      #expect(file.utf8.suffix(2).elementsEqual("\r\n".utf8))
      for piece in split(Array(file.utf8)) {
        #expect(piece.count <= 75, "\(round)")
        #expect(String(validating: piece, as: UTF8.self) != nil, "\(round)")
        #expect(!piece.contains { $0 == 10 || $0 == 13 }, "\(round)")
      }
      let lines = ContentLines.lines(in: file)
      #expect(lines.count == 1, "\(round)")
      let value = lines.first.map { String($0.unicodeScalars.dropFirst(8)) } ?? ""
      #expect(Array(ContentLines.unescaped(value).utf8) == Array(text.utf8), "\(round)")
    }
  }

  private func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    for (index, byte) in bytes.enumerated() {
      if byte == 13, bytes.dropFirst(index + 1).first == 10 { continue }
      if byte == 10, index > 0, bytes[index - 1] == 13 {
        lines.append([])
      } else {
        lines[lines.count - 1].append(byte)
      }
    }
    return lines
  }

  private func randomText(_ dice: inout SplitMix) -> String {
    let pieces: [Unicode.Scalar] = [
      "a", " ", ",", ";", "\\", "n", "N", ":", "\"", "\n", "\r", "\t", "检", "，", "é", "\u{301}",
      "\u{1F469}", "\u{200D}", "\u{1F4BB}", "\u{1B}", "\u{85}", "\u{2028}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...120, using: &dice) {
      text.append(pieces[Int.random(in: 0..<pieces.count, using: &dice)])
    }
    return String(text)
  }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
