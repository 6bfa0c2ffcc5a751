import Foundation
import TestSupport
import Testing

/// `--print` through CUPS to a simulated printer.
struct PrintTests {
  @Test func theWordsThatArriveAreThoseOfThePage() throws {
    let office = try Office()
    let signed = try office(
      "inspect 301 --round monthly/2026-11 --pass all --failed 2:1 --sign", as: "zhang")
    try #require(signed.status == 0, "\(signed.trouble)")
    let page = office.folder.path + "/month.pdf"
    #expect(try office("report month 2026-11 --format pdf --output \(page)").status == 0)
    let cups = try CupsSimulation()
    defer { cups.stop() }

    let printed = try xunjian(
      ["report", "month", "2026-11", "--print"], ledger: office.ledger, now: office.now,
      environment: cups.environment)
    #expect(printed.status == 0, "\(printed.trouble)")

    let arrived = try cups.printed()
    #expect(arrived.count == 1)
    let file = try #require(arrived.first).path
    let words = Self.words(file)
    #expect(words == Self.words(page))
    #expect(words.contains("示例区统计局2026年11月安全检查情况汇总"))
    #expect(Self.size(file) == Self.size(page))
    #expect(Self.size(page).contains("A4"))
  }

  @Test func aPrinterThatIsNotThereIsOneClearError() throws {
    let office = try Office()
    let printed = try office("report month 2026-11 --print --printer nowhere")
    #expect(printed.status == 74)
    #expect(printed.trouble.split(separator: "\n").count == 1)
    #expect(printed.trouble.contains("打印失败"))
    #expect(printed.output.isEmpty)
  }

  private static func words(_ file: String) -> String {
    output(of: ["pdftotext", "-layout", file, "-"]).filter { !$0.isWhitespace }
  }

  private static func size(_ file: String) -> String {
    output(of: ["pdfinfo", file]).split(separator: "\n").first { $0.hasPrefix("Page size") }
      .map(String.init) ?? ""
  }
}
