import Almanac
import Domain
import Foundation
import Intake

/// The agencies' sample messages, and a small good one that tests change.
enum CAPFixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/alerts")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// Every row of `expected.tsv` by its columns.
  static func expected() throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appending(path: "expected.tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>X-1</identifier>
      <sender>office</sender>
      <sent>2026-09-22T16:00:00+08:00</sent>
      <status>Actual</status>
      <msgType>Alert</msgType>
      <scope>Public</scope>
      <info>
        <language>zh-CN</language>
        <event>台风</event>
        <expires>2026-09-23T16:00:00+08:00</expires>
        <senderName>示例区气象台</senderName>
        <headline>示例区气象台发布台风黄色预警信号</headline>
        <area>
          <areaDesc>示例区</areaDesc>
        </area>
      </info>
    </alert>

    """

  static func read(_ text: String) throws(IntakeError) -> CAPMessage {
    try CAPFile.read(Array(text.utf8), file: "a.xml")
  }
}
