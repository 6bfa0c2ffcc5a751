import Testing

@testable import Terminal

@Suite struct UTF8DecoderTests {
  @Test func everyLengthIsPutTogether() {
    for text in ["a", "é", "灭", "\u{1F525}"] {
      var decoder = UTF8Decoder()
      let outputs = text.utf8.map { decoder.feed($0) }
      #expect(outputs.dropLast().allSatisfy { $0 == .more })
      #expect(outputs.last == text.unicodeScalars.first.map { .scalar($0) })
    }
  }

  struct Case: Sendable {
    var bytes: [UInt8]
    var last: UTF8Decoder.Output
  }

  /// Ill-formed sequences of the Unicode Standard, table 3-7.
  @Test(arguments: [
    Case(bytes: [0x80], last: .invalid(bytes: 1)),
    Case(bytes: [0xC0], last: .invalid(bytes: 1)),
    Case(bytes: [0xF5], last: .invalid(bytes: 1)),
    Case(bytes: [0xFF], last: .invalid(bytes: 1)),
    Case(bytes: [0xE7, 0x41], last: .invalidBefore("A", bytes: 1)),
    Case(bytes: [0xE7, 0x81, 0xE7], last: .invalid(bytes: 2)),
    Case(bytes: [0xE0, 0x80, 0x80], last: .invalid(bytes: 3)),
    Case(bytes: [0xED, 0xA0, 0x80], last: .invalid(bytes: 3)),
    Case(bytes: [0xF4, 0x90, 0x80, 0x80], last: .invalid(bytes: 4)),
    Case(bytes: [0xE7, 0xFF], last: .invalid(bytes: 2)),
  ])
  func garbage(_ row: Case) {
    var decoder = UTF8Decoder()
    #expect(row.bytes.map { decoder.feed($0) }.last == row.last)
  }

  @Test func findsItsWayAgain() {
    var decoder = UTF8Decoder()
    let outputs = ([0xE7, 0x81] + Array("灭a".utf8)).map { decoder.feed($0) }
    #expect(
      outputs == [.more, .more, .invalid(bytes: 2), .more, .scalar("灭"), .scalar("a")])
  }
}
