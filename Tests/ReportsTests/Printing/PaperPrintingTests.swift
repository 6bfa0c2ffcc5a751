import Almanac
import Canvas
import Foundation
import Reports
import Testing

struct PaperPrintingTests {
  @Test func whatArrivesAtAPrinterIsThePaperOnA4() throws {
    let cups = try CupsSimulation()
    defer { cups.stop() }
    let document = Sample.register(rows: 60)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(try Paper(document, createdOn: Day(2026, 11, 30)).bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }

    let request = cups.run(
      "lp", "-o", "media=A4", "-o", "print-scaling=none", "-t", document.title, file.path)
    #expect(request.status == 0)

    let arrived = try cups.printed()
    let sent = try Pages(document)
    #expect(arrived.count == 1)
    let received = try Pages(file: try #require(arrived.first))
    #expect(received.texts == sent.texts)
    #expect(received.info["Page size"] == sent.info["Page size"])
  }
}
