import Foundation
import Testing

/// The rectification sheet from the program itself, looked at with poppler's tools.
struct RectificationTests {
  private func shell(_ script: String) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  private func office(before: String, after: String) throws -> Office {
    let office = try Office()
    let report = "hazard report --place 305 --text 插座松动 --category electrical"
    #expect(try office(report, as: "zhang").status == 0)
    for (option, file) in [("before", before), ("after", after)] {
      let run = try office("hazard photo 2026-001 --\(option) \(file)", as: "zhang")
      #expect(run.status == 0, "\(run.trouble)")
    }
    return office
  }

  @Test func inEveryFormat() throws {
    let office = try office(
      before: PhotographTests.picture("phone.jpg"), after: PhotographTests.picture("screen.png"))
    let pdf = office.folder.path + "/sheet.pdf"
    let made = try office("report rectification 2026-001 --format pdf --output \(pdf)")
    #expect(made.status == 0, "\(made.trouble)")
    let images = try shell("pdfimages -list '\(pdf)' | awk 'NR > 2 { print $4, $5, $9 }'").output
    #expect(images == "24 16 jpeg\n24 16 image\n")
    let words = try shell("pdftotext '\(pdf)' - | tr -d '\\n '").output
    #expect(
      words.contains("整改前整改后") && words.contains("1phone.jpg") && words.contains("2screen.png"))
    #expect(try shell("pdfinfo '\(pdf)'").output.contains("Pages:           1"))
    #expect(try !shell("cat '\(pdf)'").output.contains("23.1201"))
    let text = try office("report rectification 2026-001", language: "en").output
    #expect(text.contains("phone.jpg") && text.contains("Checksum"))
    #expect(
      try office("report rectification 2026-001 --format md").output.contains("| 存在问题 | 插座松动 |"))
    let json = try office("report rectification 2026-001 --format json").json()
    #expect(json["photographs"].list.compactMap { $0["state"].string } == ["sound", "sound"])
    #expect(json["timeline"].list.count == 3)
    #expect(try office("report rectification 2026-009").status == 65)
  }

  /// A file that is not the one attached is no evidence: it is named and not shown.
  @Test func aSwappedPhotographIsNotPrinted() throws {
    let plain = PhotographTests.picture("plain.jpg")
    let office = try office(before: plain, after: PhotographTests.picture("grey.jpg"))
    let photographs = try office("hazard photo 2026-001 --json").json()["photographs"].list
    let path = try #require(photographs[1]["path"].string)
    try Data(contentsOf: URL(filePath: plain)).write(to: URL(filePath: path))
    let pdf = office.folder.path + "/sheet.pdf"
    #expect(try office("report rectification 2026-001 --format pdf --output \(pdf)").status == 0)
    #expect(try shell("pdfimages -list '\(pdf)' | wc -l").output == "3\n")
    #expect(try shell("pdftotext '\(pdf)' -").output.contains("!! 与附上时不符"))
  }

  /// 30,000 by 8,000 pixels would be 960 MB unpacked: the whole program has half of that. Memory that malloc
  /// only sets aside, 64 MB for each thread that comes when others are busy, is not counted.
  @Test func aLargePhotographTakesNoMemory() throws {
    var bytes = try Data(contentsOf: URL(filePath: PhotographTests.picture("plain.jpg")))
    let frame = try #require(bytes.range(of: Data([0xFF, 0xC0])))
    bytes.replaceSubrange(
      (frame.lowerBound + 5)..<(frame.lowerBound + 9), with: [0x1F, 0x40, 0x75, 0x30])
    let folder = try Folder()
    let huge = folder.path + "/huge.jpg"
    try bytes.write(to: URL(filePath: huge))
    let office = try office(before: huge, after: PhotographTests.picture("plain.jpg"))
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("xunjian").path
    let pdf = folder.path + "/sheet.pdf"
    let run = try shell(
      """
      ulimit -v 500000; export MALLOC_ARENA_MAX=1
      HOME='\(folder.path)' '\(program)' report rectification 2026-001 \
      --ledger '\(office.ledger)' --now \(office.now) --format pdf --output '\(pdf)'
      """)
    #expect(run.status == 0, "\(run.output)")
    #expect(try shell("pdfimages -list '\(pdf)'").output.contains("30000  8000"))
  }
}
