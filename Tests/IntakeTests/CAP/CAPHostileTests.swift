import Almanac
import Domain
import Intake
import Testing

/// Files meant to do harm, and files cut off anywhere: refused with one error, and never a crash.
struct CAPHostileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// A part of the message.
    var says: String
    var line: Int? = 1

    var testDescription: String { name }
  }

  private static func good(_ passage: String, _ replacement: String) -> String {
    CAPFixtures.good.replacing(passage, with: replacement)
  }

  /// What stands before the root instead of the XML declaration's line.
  private static func prolog(_ text: String) -> String {
    good("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", text)
  }

  @Test(arguments: [
    Case(
      name: "external entity",
      text: prolog("<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"),
      says: "DOCTYPE"),
    Case(
      name: "external DTD", text: prolog("<!DOCTYPE alert SYSTEM \"http://example.invalid/a\">\n"),
      says: "DOCTYPE"),
    Case(
      name: "parameter entity",
      text: prolog("<!DOCTYPE a [<!ENTITY % p SYSTEM \"canary.txt\"> %p;]>\n"), says: "DOCTYPE"),
    Case(
      name: "DOCTYPE behind a comment and an instruction",
      text: prolog("<?xml version='1.0'?>\n<!-- <alert> -->\n<?pi <alert?>\n<!DOCTYPE alert>\n"),
      says: "DOCTYPE", line: 4),
    Case(name: "DOCTYPE in lower case", text: prolog("<!doctype alert>\n"), says: "DOCTYPE"),
    Case(
      name: "DOCTYPE behind the root", text: CAPFixtures.good + "<!DOCTYPE alert>",
      says: "DOCTYPE", line: 20),
    Case(
      name: "DOCTYPE inside the root", text: good("<scope>", "<!DOCTYPE x>\n  <scope>"),
      says: "malformed", line: 8),
    Case(
      name: "an entity that nobody declared",
      text: good("示例区气象台发布台风黄色预警信号", "&leak;"), says: "no entity “&leak;”", line: 14),
    Case(
      name: "a reference to NUL", text: good("office", "a&#0;b"), says: "no entity “&#0;”",
      line: 4),
    Case(
      name: "a reference beyond Unicode", text: good("office", "&#x110000;"),
      says: "no entity “&#x110000;”", line: 4),
    Case(name: "a bare ampersand", text: good("office", "a & b"), says: "malformed", line: 4),
    Case(name: "NUL", text: good("office", "a\0b"), says: "malformed", line: 4),
    Case(name: "an escape sequence", text: good("office", "\u{1B}[2J"), says: "malformed", line: 4),
    Case(
      name: "another encoding", text: good("UTF-8", "GB18030"), says: "not UTF-8"),
    Case(name: "UTF-16 declared", text: good("UTF-8", "UTF-16"), says: "not UTF-8"),
    Case(name: "text before the root", text: prolog("hello\n"), says: "malformed"),
    Case(
      name: "text behind the root", text: CAPFixtures.good + "hello", says: "malformed", line: 20),
    Case(
      name: "two roots", text: CAPFixtures.good + "<alert/>", says: "malformed", line: 20),
    Case(
      name: "a prefix that stands for nothing", text: good("<scope>", "<c:scope>"),
      says: "malformed", line: 8),
    Case(
      name: "an attribute given twice", text: good("<info>", "<info a=\"1\" a=\"2\">"),
      says: "malformed", line: 9),
    Case(
      name: "an attribute with a tag", text: good("<info>", "<info a=\"<b>\">"),
      says: "malformed", line: 9),
    Case(
      name: "a thousand levels", text: String(repeating: "<a>", count: 1000), says: "malformed"),
    Case(name: "empty", text: "", says: "empty", line: nil),
    Case(name: "white space", text: " \n\n", says: "malformed", line: 3),
    Case(name: "JSON", text: "{\"alert\": 1}", says: "malformed"),
  ])
  func refused(_ row: Case) {
    let error = #expect(throws: IntakeError.self) { try CAPFixtures.read(row.text) }
    #expect(error?.message.en.contains(row.says) ?? false, "\(error?.message.en ?? "")")
    #expect(error?.line == row.line)
    #expect(error?.file == "a.xml")
  }

  @Test func bytesThatAreNotUTF8() {
    let utf16 = Array(CAPFixtures.good.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var latin = Array(CAPFixtures.good.utf8)
    latin[200] = 0xFF
    // An overlong form of “<”, which hides a tag from a scan of bytes.
    let overlong = Array(CAPFixtures.good.utf8) + [0xC0, 0xBC]
    for bytes in [[0xFF, 0xFE] + utf16, utf16, latin, overlong] {
      let error = #expect(throws: IntakeError.self) { try CAPFile.read(bytes, file: "a.xml") }
      #expect(
        error?.problem.en.contains("UTF-8") ?? error?.problem.en.contains("malformed") ?? false)
    }
  }

  @Test func theLimitIsExact() throws {
    let room = CAPFile.maximumBytes - CAPFixtures.good.utf8.count - 7
    let padded = CAPFixtures.good + "<!--" + String(repeating: " ", count: room) + "-->"
    #expect(padded.utf8.count == 256 * 1024)
    #expect(try CAPFixtures.read(padded).id == "X-1")
    let error = #expect(throws: IntakeError.self) { try CAPFixtures.read(padded + " ") }
    #expect(error?.problem.en.contains("larger than 256 KiB") ?? false)
  }

  /// A file that is still being written is never taken for a whole one.
  @Test(arguments: ["03-typhoon-yellow-update.xml", "08-heat-orange-bilingual.xml"])
  func cutAnywhere(_ name: String) throws {
    let whole = try CAPFixtures.bytes(name)
    let end = whole.lastIndex(of: UInt8(ascii: ">")) ?? 0
    for count in 0...end {
      let error = #expect(throws: IntakeError.self, "\(count)") {
        try CAPFile.read(Array(whole[..<count]), file: name)
      }
      guard error != nil else { return }
    }
    #expect(throws: Never.self) { try CAPFile.read(Array(whole[...end]), file: name) }
  }

  /// Each byte of a sample changed by chance: read or refused, never a crash.
  @Test func anyByteChanged() throws {
    let whole = try CAPFixtures.bytes("01-typhoon-white.xml")
    var seed: UInt64 = 61
    for index in whole.indices {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var bytes = whole
      bytes[index] = UInt8(truncatingIfNeeded: seed >> 33)
      if let read = try? CAPFile.read(bytes, file: "a.xml") {
        #expect(!read.id.rawValue.isEmpty && !read.infos.isEmpty)
      }
    }
  }

  /// As many tags as the limit allows take no longer than so many bytes must.
  @Test func manyTags() {
    let many = "<a>" + String(repeating: "<b/>", count: 60_000) + "</a>"
    let error = #expect(throws: IntakeError.self) { try CAPFixtures.read(many) }
    #expect(error?.problem.en.contains("not a CAP") ?? false)
  }
}
