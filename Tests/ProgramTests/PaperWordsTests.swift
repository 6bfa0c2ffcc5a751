import Foundation
import TestSupport
import Testing

/// What `pdftotext` of poppler reads from each paper against what the text renderer writes of the same
/// document: no character more or less, but for what each page repeats.
struct PaperWordsTests {
  /// Frames, rules and bars, which only text draws with characters; a label's colon, where a table too wide
  /// for text is read row by row.
  private static let drawn = Set("|+-=_#：")

  private typealias Count = [Character: Int]

  private func characters(_ text: some StringProtocol) -> Count {
    // The rest of a bar is points behind it, or nothing but points.
    String(text).replacing(/#+\.+|\.{12,}/, with: "").filter {
      !$0.isWhitespace && !Self.drawn.contains($0)
    }
    .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The pages of a PDF as text.
  private func pages(_ file: String) -> [Substring] {
    output(of: ["pdftotext", file, "-"]).split(separator: "\u{C}")
  }

  /// What may stand on a paper more often than in the text: its page numbers, and per further page the
  /// running line and the headings of tables.
  private func repeated(_ text: String, _ pages: Int) -> Count {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rules = lines.indices.filter { lines[$0].hasPrefix("----") && Set(lines[$0]) == ["-"] }
    // A heading's lines stand between a blank line and the rule.
    let headings = rules.flatMap { lines[..<$0].reversed().prefix { !$0.isEmpty } }
    let once = characters(([lines[0]] + headings).joined())
    var count = once.mapValues { $0 * (pages - 1) }
    for page in 1...pages {
      count.merge(characters("—\(page)—共\(pages)页第\(page)页"), uniquingKeysWith: +)
    }
    return count
  }

  @Test func everyPaperSaysWhatItsTextSays() throws {
    let office = try Office()
    let walk = try office(
      "inspect 301 --round monthly/2026-11 --pass all --failed 2:插座松动 --sign", as: "zhang")
    try #require(walk.status == 0, "\(walk.trouble)")
    try #require(office("duty propose 2027-new-year", as: "zhang").status == 0)
    let visit = "activity record visit --title 走访 --set enterprises=3 --set 送政策=是"
    try #require(office(visit, as: "zhang").status == 0)
    let named = "responsibility give li --post deputy --leads 办公室 --document 分工通知"
    try #require(office(named, as: "zhang").status == 0)
    let goal = "goal add 每月检查 --aim 无火灾 --owner zhang --tie plan:monthly"
    try #require(office(goal, as: "zhang").status == 0)
    for line in VehicleTests.begin.prefix(3) + VehicleTests.trip {
      try #require(office(line.0, as: line.1).status == 0)
    }
    let asset = "asset add website --name 门户网站 --person 周婷 --post 网站管理员 --place website"
    try #require(office(asset, as: "zhang").status == 0)
    let weakness = "hazard weakness 门户网站 --text 弱口令 --severity 高危 --advice 改口令"
    try #require(office(weakness, as: "zhang").status == 0)
    let incident = "incident record --place 305 --kind utility --what 停电十分钟"
    try #require(office(incident, as: "zhang").status == 0)
    let file = office.folder.path + "/paper.pdf"
    for report in [
      "month 2026-11", "quarter 2026-Q4", "year 2026", "record 检2026-0001",
      "record --round monthly/2026-11 --section 办公室", "blank monthly/2026-11 --place 302",
      "rectification 2026-001", "approval 2026-001", "decisions --for li", "completion", "listed",
      "duty 2027-new-year", "activities --period 2026",
      "incident SJ2026-001", "leading-group", "responsibility-letter", "goals --year 2026",
      "expiries", "rules", "fire-file --year 2026", "annual 2026", "coverage",
      "trip YC2026-001", "assets", "weaknesses",
      "holiday 2027-new-year",
    ] {
      for language in ["zh", "en"] {
        let text = try office("report \(report) --format text", language: language)
        let made = try office(
          "report \(report) --format pdf --output \(file) --force", language: language)
        let trouble = text.trouble + made.trouble
        try #require(text.status == 0 && made.status == 0, "\(report): \(trouble)")
        let pages = pages(file)
        let (written, printed) = (characters(text.output), characters(pages.joined()))
        let allowed = repeated(text.output, pages.count)
        let lost = written.filter { $0.value > printed[$0.key, default: 0] }
        let added = printed.filter {
          $0.value > written[$0.key, default: 0] + allowed[$0.key, default: 0]
        }
        #expect(written.values.reduce(0, +) > 60, "\(report)")
        #expect(lost.isEmpty, "\(report) \(language): the paper lacks \(lost)")
        #expect(added.isEmpty, "\(report) \(language): only the paper has \(added)")
      }
    }
  }
}
