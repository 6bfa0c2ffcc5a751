import Foundation
import Testing

/// Scans of decisions on paper at the command line.
struct ScanTests {
  private static let pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"

  private func office() throws -> (office: Office, scan: String) {
    let office = try Office()
    for _ in 1...2 {
      let report = "hazard report --place 305 --text 插座松动 --category electrical"
      try #require(office(report, as: "zhang").status == 0)
    }
    return (office, try office.folder.file("决定.pdf", holding: Self.pdf).path)
  }

  @Test func keptOnceShownAndVerified() throws {
    let (office, scan) = try office()
    let act =
      "hazard assign 2026-001 2026-002 --to liu --deadline +5 --for li --paper today --scan \(scan)"
    let run = try office(act, as: "zhang")
    #expect(run.status == 0, "\(run.trouble)")
    let entries = try office("entry list --json").json().list
    #expect(entries.map { $0["scan"]["name"].string } == ["决定.pdf", "决定.pdf"])
    #expect(try office("entry list").output.contains("决定.pdf  \(Self.pdf.utf8.count) B"))
    let number = try #require(entries[0]["act"].string)
    let shown = try office("entry show \(number) --json").json()["scan"]
    #expect(shown["state"].string == "sound" && shown["kind"].string == "pdf")
    let path = try #require(shown["path"].string)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.pdf)
    #expect(try office("entry show \(number)").output.contains("相符"))
    #expect(try office("entry show \(number) --open").trouble.contains("没有桌面"))
    let timeline = try office("hazard show 2026-002 --json").json()["timeline"].list
    #expect(timeline.last?["scan"]["checksum"].string == shown["checksum"].string)
    #expect(try office("hazard show 2026-002").output.contains("张伟 代录，纸上日期 2026-11-23，扫描件 决定.pdf"))
    #expect(try office("verify").status == 0)
    let backup = try office("backup \(office.folder.path)/copies")
    #expect(backup.status == 0, "\(backup.trouble)")
    try Data("x".utf8).write(to: URL(fileURLWithPath: path))
    let bad = try office("verify")
    #expect(bad.status == 1 && bad.output.contains("的扫描件“决定.pdf”与附上时不符"))
  }

  @Test func ofASheetAndOfASectionsSignature() throws {
    let (office, scan) = try office()
    let number = try #require(
      try office("report decisions --for li --format json").json()["number"].string)
    let decide = "hazard decide 1=agree --sheet \(number) --for li --paper today --scan \(scan)"
    #expect(try office(decide, as: "zhang").status == 0)
    let walk = "inspect 301 --round monthly/2026-11 --pass all --sign"
    #expect(try office(walk, as: "zhang").status == 0)
    let section = try #require(
      try office("place list --json").json().list.first { $0["id"].string == "301" }?["section"]
        .string)
    let head = try #require(
      try office("person list --json").json().list.first {
        $0["section"].string == section && $0["roles"].strings.contains("sectionHead")
      }?["id"].string)
    let sign = try office(
      "round sign monthly/2026-11 --section \(section) --for \(head) --paper today --scan \(scan)",
      as: "zhang")
    #expect(sign.status == 0, "\(sign.trouble)")
    let entries = try office("entry list --json").json().list
    #expect(entries.count == 2 && entries.allSatisfy { $0["scan"]["kind"].string == "pdf" })
    #expect(try office("verify").status == 0)
  }

  @Test func whatIsNotTaken() throws {
    let (office, scan) = try office()
    let text = try office.folder.file("x.pdf", holding: "a letter").path
    for (more, status, says) in [
      ("--for li --paper today --scan \(text)", 65, "内容不是 PDF、JPEG 或 PNG"),
      ("--for li --paper today --scan \(text).no", 66, "x.pdf.no"),
      ("--scan \(scan)", 64, "--scan 要与 --for、--paper 一起用"),
    ] as [(String, Int32, String)] {
      let run = try office("hazard assign 2026-001 --to liu --deadline +5 " + more, as: "zhang")
      #expect(run.status == status && run.trouble.contains(says), "\(more): \(run)")
    }
    #expect(try office("entry list --json").json().list.isEmpty)
    let folder = URL(fileURLWithPath: office.ledger + ".photos")
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }
}
