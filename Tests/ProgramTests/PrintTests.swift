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

    #expect(printed.output.contains("已送打印机"))
    #expect(printed.output.contains("simulation-1"))

    let arrived = try cups.printed()
    let told = try Self.job("simulation-1", office, cups)
    #expect(told == (0, "打印任务 simulation-1 已打完\n"))
    #expect(arrived.count == 1)
    let file = try #require(arrived.first).path
    let words = Self.words(file)
    #expect(words == Self.words(page))
    #expect(words.contains("示例区统计局2026年11月安全检查情况汇总"))
    #expect(Self.size(file) == Self.size(page))
    #expect(Self.size(page).contains("A4"))
  }

  /// What becomes of a job is told at once where nothing more is to be waited for, and by name later.
  @Test func whatBecomesOfAJob() throws {
    let office = try Office()
    let cups = try CupsSimulation()
    defer { cups.stop() }
    func print(_ more: String...) throws -> (status: Int32, output: String, trouble: String) {
      let run = try xunjian(
        ["report", "listed", "--print"] + more, ledger: office.ledger, now: office.now,
        environment: cups.environment)
      return (run.status, run.output, run.trouble)
    }
    try cups.stopPrinter()
    let stopped = try print()
    #expect(stopped.status == 0)
    #expect(stopped.output.contains("打印机 simulation 已停用，任务 simulation-1 在等它启用"))
    #expect(stopped.output.contains("xunjian report job simulation-1"))
    try cups.run("lp", "-i", "simulation-1", "-H", "hold")
    #expect(try Self.job("simulation-1", office, cups) == (0, "打印任务 simulation-1 被保留，放行后才打印\n"))
    try cups.run("cancel", "simulation-1")
    #expect(try Self.job("simulation-1", office, cups) == (1, "打印任务 simulation-1 被取消，没有打完\n"))
    #expect(try Self.job("simulation-7", office, cups).output.contains("说不出任务"))
    try cups.run("cupsreject", "simulation")
    let refused = try print()
    #expect(refused.status == 74)
    #expect(refused.trouble.contains("不接受任务"))
    let nowhere = try print("--printer", "nowhere")
    #expect(nowhere.status == 74)
    #expect(nowhere.trouble.contains("没有打印机“nowhere”"))
  }

  private static func job(
    _ name: String, _ office: Office, _ cups: CupsSimulation
  ) throws -> (status: Int32, output: String) {
    let asked = try xunjian(
      ["report", "job", name], ledger: office.ledger, now: office.now,
      environment: cups.environment)
    return (asked.status, asked.output)
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
