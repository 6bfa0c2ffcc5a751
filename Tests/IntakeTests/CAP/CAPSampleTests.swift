import Almanac
import Domain
import Foundation
import Intake
import Testing

/// The samples read as `expected.tsv`, which stands beside them, has it.
struct CAPSampleTests {
  @Test func eachSampleReadsAsExpected() throws {
    let rows = try CAPFixtures.expected()
    #expect(rows.count == 12)
    for row in rows {
      let name = try #require(row["file"])
      let bytes = try CAPFixtures.bytes(name)
      guard row["parse"] == "ok" else {
        #expect(throws: IntakeError.self, "\(name)") { try CAPFile.read(bytes, file: name) }
        continue
      }
      let read = try CAPFile.read(bytes, file: name)
      let info = try #require(read.infos.first)
      #expect(read.status.rawValue == row["status"], "\(name)")
      #expect(read.purpose.rawValue == row["msgType"], "\(name)")
      #expect(info.kind.name.zh == row["event"], "\(name)")
      // 解除 is a cancellation's, whose colour does not count.
      if row["colour"] != "解除" { #expect(info.colour?.name.zh == row["colour"], "\(name)") }
      #expect(info.expires?.description == row["expires"], "\(name)")
      let named = try read.references.map { try number(of: $0.identifier.rawValue) }
      #expect(named == references(row["refs"] ?? ""), "\(name)")
    }
  }

  private func references(_ text: String) -> [String] {
    text == "-" ? [] : text.split(separator: " ").map(String.init)
  }

  /// The number of the sample with an identifier.
  private func number(of identifier: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: CAPFixtures.folder.path)
    let found = try names.filter { $0.hasSuffix(".xml") }.first { name in
      String(decoding: try CAPFixtures.bytes(name), as: UTF8.self)
        .contains("<identifier>\(identifier)</identifier>")
    }
    return String(try #require(found).prefix(2))
  }

  @Test func theBadOnesAreNamedWithTheirLine() throws {
    func refused(_ name: String) throws -> IntakeError? {
      let bytes = try CAPFixtures.bytes(name)
      return #expect(throws: IntakeError.self) { try CAPFile.read(bytes, file: name) }
    }
    #expect(
      try refused("90-bad-malformed.xml")?.message.en
        == "90-bad-malformed.xml: line 16: malformed XML: tags that do not match, "
        + "an unfinished file or a bad character")
    for name in ["91-bad-xxe.xml", "92-bad-entity-expansion.xml"] {
      #expect(
        try refused(name)?.message.en
          == "\(name): line 2: it has a DOCTYPE, which is refused for safety")
    }
  }

  @Test func twoLanguagesAreTwoBlocksOfOneMessage() throws {
    let read = try CAPFile.read(CAPFixtures.bytes("08-heat-orange-bilingual.xml"), file: "8")
    #expect(read.infos.map(\.language) == ["zh-CN", "en-US"])
    #expect(read.infos.map(\.kind) == [.heat, .heat])
    #expect(read.infos.map(\.colour) == [.orange, .orange])
    #expect(read.infos.map(\.areas) == [["示例区"], ["Sample District"]])
  }
}
