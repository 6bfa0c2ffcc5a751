import Foundation
import TestSupport
import Testing

@testable import xunjian

/// Documents of offices by chance: each can be had in each format, however strange the names, however empty
/// the month, however long the table.
///
/// A dozen offices in the suite; `XUNJIAN_OFFICES=1000` takes as many as it says.
struct StrangeOfficeTests {
  private static let count =
    ProcessInfo.processInfo.environment["XUNJIAN_OFFICES"].flatMap { UInt64($0) } ?? 12
  private static let formats = ["text", "md", "csv", "json", "xlsx", "docx", "pdf"]

  @Test func everyDocumentComesOut() throws {
    for seed in 1...Self.count {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("strange-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let office = try StrangeOffice(seed: seed, in: folder)
      var dice = TestSupport.Dice(seed: seed)
      for report in office.reports.shuffled(using: &dice).prefix(4) {
        let format = Self.formats.randomElement(using: &dice) ?? "text"
        let file = folder + "/document.\(format)"
        let words =
          ["report"] + report.split(separator: " ").map(String.init)
          + ["--format", format, "--output", file, "--force"]
        let run = Self.run(words, of: office, in: seed % 3 == 0 ? "en" : "zh")
        #expect(run.status == 0, "office \(seed): \(words): \(run.trouble)")
        let bytes = FileManager.default.contents(atPath: file) ?? Data()
        #expect(isSound(bytes, format: format), "office \(seed): \(words)")
      }
    }
  }

  /// Whether bytes are what a format's readers take.
  ///
  /// Sources: ISO 32000 7.5.2, 7.5.5 (`%PDF`, `%%EOF`); APPNOTE.TXT 4.3.6 (`PK`, end of central directory).
  private func isSound(_ bytes: Data, format: String) -> Bool {
    switch format {
    case "pdf": bytes.starts(with: Data("%PDF-".utf8)) && bytes.suffix(8).contains(0x25)
    case "xlsx", "docx":
      bytes.starts(with: [0x50, 0x4B, 3, 4]) && bytes.suffix(22).starts(with: [0x50, 0x4B, 5, 6])
    case "json": (try? JSONSerialization.jsonObject(with: bytes)) != nil
    default:
      String(data: bytes, encoding: .utf8).map { text in
        !text.isEmpty
          && text.unicodeScalars.allSatisfy { $0.value >= 0x20 || [0x0A, 0x0D].contains($0.value) }
      } ?? false
    }
  }

  private static func run(
    _ words: [String], of office: StrangeOffice, in language: String
  ) -> (status: Int32, trouble: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tmux.built("xunjian"))
    process.arguments =
      words + ["--ledger", office.ledger, "--now", "\(office.now.day)T16:30"]
      + ["--language", language]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"]
    let trouble = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = trouble
    guard (try? process.run()) != nil else { return (-1, "not started") }
    let said = trouble.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
