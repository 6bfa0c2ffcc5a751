import Almanac
import Domain
import Intake
import Testing

/// The forms in which XML may write the same message, and what a message must have.
struct CAPFormTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var passage: String
    var to: String

    var testDescription: String { name }
    var text: String { CAPFixtures.good.replacing(passage, with: to) }
  }

  /// However it is written, it reads the same.
  @Test(arguments: [
    Case(name: "no declaration", passage: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", to: ""),
    Case(
      name: "byte order mark", passage: "<?xml version=\"1.0\"", to: "\u{FEFF}<?xml version=\"1.0\""
    ),
    Case(name: "single quotes", passage: "\"UTF-8\"", to: "'utf-8' standalone='yes'"),
    Case(name: "Windows line ends", passage: "\n", to: "\r\n"),
    Case(
      name: "a comment with a DOCTYPE in it", passage: "<scope>",
      to: "<!-- <!DOCTYPE alert> <identifier>Y</identifier> -->\n<scope>"),
    Case(
      name: "a style sheet", passage: "<alert ",
      to: "<?xml-stylesheet href=\"file:///etc/passwd\"?>\n<alert "),
    Case(
      name: "CDATA", passage: "示例区气象台发布台风黄色预警信号",
      to: "<![CDATA[示例区气象台]]>发布<![CDATA[台风黄色预警信号]]>"),
    Case(name: "references", passage: "office", to: "&#111;ff&#x69;ce"),
    Case(name: "white space", passage: "X-1", to: "\n    X-1\t"),
    Case(
      name: "another's element", passage: "<scope>",
      to: "<x:identifier xmlns:x=\"urn:x\">Y</x:identifier><scope>"),
    Case(
      name: "a signature with its own namespace", passage: "</alert>",
      to:
        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><sent>x</sent></Signature></alert>"
    ),
    Case(
      name: "attributes nobody asked for", passage: "<info>", to: "<info xml:lang=\"zh\" id = '1' >"
    ),
    Case(name: "an empty element", passage: "<scope>Public</scope>", to: "<scope/><note />"),
  ])
  func readsTheSame(_ row: Case) throws {
    #expect(try CAPFixtures.read(row.text) == CAPFixtures.read(CAPFixtures.good))
  }

  @Test func prefixes() throws {
    let prefixed = CAPFixtures.good.replacing("</", with: "</cap:")
      .replacing(/<([a-z])/, with: { "<cap:\($0.output.1)" })
      .replacing("xmlns=", with: "xmlns:cap=")
    #expect(try CAPFixtures.read(prefixed) == CAPFixtures.read(CAPFixtures.good))
  }

  @Test func whatItReads() throws {
    let read = try CAPFixtures.read(CAPFixtures.good)
    #expect(
      read
        == CAPMessage(
          id: "X-1", sender: "office", sent: Moment(Day(2026, 9, 22), hour: 16, minute: 0),
          status: .actual, purpose: .alert,
          infos: [
            CAPMessage.Info(
              language: "zh-CN", kind: .typhoon, colour: .yellow, issuer: "示例区气象台",
              headline: "示例区气象台发布台风黄色预警信号", areas: ["示例区"],
              expires: Moment(Day(2026, 9, 23), hour: 16, minute: 0))
          ]))
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var passage: String
    var to: String
    var says: String

    var testDescription: String { "\(passage) → \(to)" }
  }

  @Test(arguments: [
    Bad(passage: "<identifier>X-1</identifier>", to: "", says: "line 2: identifier: it is missing"),
    Bad(passage: "X-1", to: " ", says: "identifier: it is missing"),
    Bad(passage: "X-1", to: "X 1", says: "identifier: an identifier has no space"),
    Bad(passage: "X-1", to: "X,1", says: "identifier: an identifier has no space"),
    Bad(passage: "<sender>office</sender>", to: "", says: "sender: it is missing"),
    Bad(
      passage: "<sender>office</sender>", to: "<sender>a</sender><sender>b</sender>",
      says: "sender: it is given twice"),
    Bad(
      passage: "<sent>2026-09-22T16:00:00+08:00</sent>", to: "<sent>2026-09-22</sent>",
      says: "sent: “2026-09-22” is no time"),
    // Without a zone nobody knows when it is.
    Bad(
      passage: "16:00:00+08:00</sent>", to: "16:00:00</sent>",
      says: "sent: “2026-09-22T16:00:00” has no time zone"),
    Bad(
      passage: "16:00:00+08:00</expires>", to: "16:00:00</expires>",
      says: "expires: “2026-09-23T16:00:00” has no time zone"),
    Bad(
      passage: "<expires>", to: "<effective>2026-09-22T16:00:00</effective><expires>",
      says: "effective: “2026-09-22T16:00:00” has no time zone"),
    Bad(
      passage: "<expires>", to: "<effective>now</effective><expires>",
      says: "effective: “now” is no time"),
    Bad(passage: "Actual", to: "Real", says: "status: “Real” is none of: Actual Exercise System"),
    Bad(passage: "<msgType>Alert", to: "<msgType>alert", says: "msgType: “alert” is none of"),
    Bad(passage: "<event>台风</event>", to: "", says: "line 9: event: it is missing"),
    Bad(passage: "2026-09-23T16", to: "soon", says: "expires: “soon"),
    Bad(passage: "cap:1.2", to: "cap:1.1", says: "not a CAP 1.2 message"),
    Bad(
      passage: "<scope>", to: "<references>X-0</references><scope>",
      says: "references: must be sender,identifier,sent"),
  ])
  func whatItMustHave(_ row: Bad) {
    let error = #expect(throws: IntakeError.self) {
      try CAPFixtures.read(CAPFixtures.good.replacing(row.passage, with: row.to))
    }
    #expect(error?.message.en.contains(row.says) ?? false, "\(error?.message.en ?? "")")
  }

  @Test func blocksAndReferencesByPurpose() throws {
    let info = try #require(
      CAPFixtures.good.firstMatch(of: /(?s)<info>.*<\/info>/).map { String($0.output) })
    func text(_ purpose: String, references: String = "", info: String = "") -> String {
      CAPFixtures.good.replacing("<msgType>Alert", with: "<msgType>\(purpose)")
        .replacing("<scope>", with: references + "<note>over</note><scope>")
        .replacing(Self.block, with: info)
    }
    let reference = "<references> s,X-0,2026-09-22T08:00:00+08:00\n t,X-9,t </references>"
    let cancel = try CAPFixtures.read(text("Cancel", references: reference))
    #expect(cancel.references.map(\.identifier) == ["X-0", "X-9"])
    #expect(cancel.references.map(\.sender) == ["s", "t"])
    #expect(cancel.infos.isEmpty && cancel.note == "over")
    #expect(throws: IntakeError.self) { try CAPFixtures.read(text("Cancel", info: info)) }
    #expect(throws: IntakeError.self) { try CAPFixtures.read(text("Alert")) }
    #expect(throws: IntakeError.self) {
      try CAPFixtures.read(text("Update", references: reference))
    }
    #expect(try CAPFixtures.read(text("Update", info: info)).references == [])
    #expect(try CAPFixtures.read(text("Ack", references: reference)).purpose == .acknowledgement)
  }

  private static let block: String =
    CAPFixtures.good.firstMatch(of: /(?s)<info>.*<\/info>/).map { String($0.output) } ?? "-"
}
