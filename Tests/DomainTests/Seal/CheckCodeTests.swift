import Domain
import Testing

/// The code on a sealed month's pages, as printed and as typed from paper.
struct CheckCodeTests {
  /// The text of Python's `base64.b32encode(b"foobarfoobarf")`, without its last letter.
  @Test func isTheBase32OfTheFirstHundredBits() throws {
    let code = try #require(CheckCode(hash: Array("foobarfoobarf".utf8)))
    #expect(code.description == "MZXW-6YTB-OJTG-633C-MFZG")
    #expect(CheckCode(hash: Array("foobarfoobarfurther".utf8)) == code)
    #expect(CheckCode(hash: Array("foobarfoobar".utf8)) == nil, "too few bits")
  }

  /// SHA-256 of nothing, as FIPS 180-4's examples have it, by the same Python.
  @Test func readsAHash() throws {
    let hash: [UInt8] = [
      0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f,
    ]
    #expect(CheckCode(hash: hash)?.description == "4OYM-IQUY-7QOB-JGX3-6TEJ")
  }

  struct Case: Sendable {
    var typed: String
    var isCode: Bool
  }

  static let cases = [
    Case(typed: "MZXW-6YTB-OJTG-633C-MFZG", isCode: true),
    Case(typed: "mzxw6ytbojtg633cmfzg", isCode: true),
    Case(typed: " MZXW 6YTB OJTG 633C MFZG ", isCode: true),
    Case(typed: "ＭＺＸＷ－６ＹＴＢ－ＯＪＴＧ－６３３Ｃ－ＭＦＺＧ", isCode: true),
    Case(typed: "MZXW—6YTB—0JTG—633C—MFZG", isCode: true),
    Case(typed: "MZXW-6YTB-OJTG-633C-MFZ", isCode: false),
    Case(typed: "MZXW-6YTB-OJTG-633C-MFZGA", isCode: false),
    Case(typed: "MZXW-6YTB-OJTG-633C-MFZ9", isCode: false),
    Case(typed: "", isCode: false),
    Case(typed: "校验码", isCode: false),
  ]

  @Test func isReadAsPeopleTypeIt() throws {
    let code = try #require(CheckCode(hash: Array("foobarfoobarf".utf8)))
    for row in Self.cases {
      #expect(CheckCode(row.typed) == (row.isCode ? code : nil), "\(row.typed)")
    }
  }
}
