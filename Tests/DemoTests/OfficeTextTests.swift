import Testing

@testable import xunjian

/// Texts as the programs of a Chinese office save them.
struct OfficeTextTests {
  struct Encoded: Sendable {
    var bytes: [UInt8]
    var text: String?
  }

  /// What a Chinese spreadsheet saves as plain CSV, byte by byte as Python's codec writes it: characters of
  /// two bytes, a name with one of four, and punctuation.
  @Test(arguments: [
    Encoded(bytes: [0xCD, 0xA8, 0xB1, 0xA8], text: "通报"),
    Encoded(
      bytes: [
        0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xB8, 0xBA, 0xD4, 0xF0, 0xC8, 0xCB, 0x0A, 0xC3, 0xF0,
        0xBB, 0xF0, 0xC6, 0xF7, 0x2C, 0xB6, 0xA1, 0x82, 0x31, 0xA6, 0x34, 0x0A,
      ], text: "名称,负责人\n灭火器,丁㬎\n"),
    Encoded(bytes: Array("名称\n灭火器\n".utf8), text: "名称\n灭火器\n"),
    Encoded(bytes: [0x61, 0x2C, 0x80, 0x0A], text: nil),
    Encoded(bytes: [0xFF, 0xFE, 0x1A, 0x90, 0xA5, 0x62], text: nil),
    // A text in UTF-8 of which a byte is lost: GB 18030 would make other characters of it.
    Encoded(bytes: Array("名称\n灭火器\n".utf8.dropFirst()), text: nil),
  ])
  func asChineseSpreadsheetsSaveIt(_ row: Encoded) {
    #expect(OfficeText.decoded(row.bytes) == row.text)
    #expect(OfficeText.utf8(row.bytes) == row.text.map { Array($0.utf8) } ?? row.bytes)
  }
}
