import Foundation
import TestSupport
import Testing

/// The first page of each document as a small grey picture, against one that a person has looked at.
///
/// `XUNJIAN_SNAPSHOTS=write` draws them anew; look at what has changed before it is kept.
struct PagePicturesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Pictures")

  struct Page: Sendable {
    var name: String
    var report: String
  }

  /// A year's summary looks as a quarter's.
  private static let pages = [
    Page(name: "month", report: "month 2026-11"),
    Page(name: "quarter", report: "quarter 2026-Q4"),
    Page(name: "register", report: "register"),
    Page(name: "register-wide", report: "register --wide"),
    Page(name: "register-a3", report: "register --wide --paper a3"),
    Page(name: "record", report: "record 检2026-0001"),
    Page(name: "record-section", report: "record --round monthly/2026-11 --section 办公室"),
    Page(name: "blank", report: "blank monthly/2026-11"),
    Page(name: "year-plan", report: "year-plan 2027"),
    Page(name: "rectification", report: "rectification 2026-001"),
    Page(name: "approval", report: "approval 2026-001"),
    Page(name: "decisions", report: "decisions --for li"),
    Page(name: "completion", report: "completion"),
    Page(name: "listed", report: "listed"),
    Page(name: "holiday", report: "holiday 2027-new-year"),
    Page(name: "activities", report: "activities --period 2026"),
    Page(name: "duty", report: "duty 2027-new-year"),
    Page(name: "incident", report: "incident SJ2026-001"),
    Page(name: "incidents", report: "incidents --period 2026-11"),
    Page(name: "expiries", report: "expiries"),
    Page(name: "assets", report: "assets"),
    Page(name: "weaknesses", report: "weaknesses --period 2026-11"),
    Page(name: "rules", report: "rules"),
    Page(name: "fire-file", report: "fire-file --year 2026"),
    Page(name: "leading-group", report: "leading-group"),
    Page(name: "responsibility-letter", report: "responsibility-letter --year 2027"),
    Page(name: "goals", report: "goals --year 2026"),
    Page(name: "vehicles", report: "vehicles --month 2026-11"),
    Page(name: "trip", report: "trip YC2026-001"),
    Page(name: "annual", report: "annual 2026"),
    Page(name: "assessment", report: "assessment"),
    Page(name: "coverage", report: "coverage --year 2026"),
    Page(name: "notice", report: "notice 安整〔2026〕1号"),
    Page(name: "reply", report: "reply 安整〔2026〕1号"),
    Page(name: "letter", report: "letter --document 示消〔2026〕7号"),
    Page(name: "duty-log", report: "duty 2027-new-year --log"),
  ]

  private func office() throws -> Office {
    let office = try Office()
    for (line, person) in [
      ("inspect 301 --round monthly/2026-11 --pass all --failed 2:插座松动 --sign", "zhang"),
      (
        "hazard report --place 302 --text 灭火器压力不足 --category fire --source higherInspection "
          + "--document 示例区消防救援大队,示消〔2026〕7号 --basis GB50444-2008第5.4.3条", "zhang"
      ),
      ("notice issue 2026-001 --signed-by li", "zhang"),
      ("duty propose 2027-new-year", "zhang"),
      ("responsibility give wang --post chief --document 分工通知", "zhang"),
      ("responsibility give li --post deputy --leads 办公室 --leads 综合科", "zhang"),
      ("goal add 每月检查一轮 --aim 全年无火灾 --owner zhang --tie plan:monthly", "zhang"),
      ("goal add 签订安全责任书 --aim 责任到人 --owner li --due 2026-11-30", "zhang"),
      ("activity record visit --title 走访 --set enterprises=3 --set 送政策=是", "zhang"),
      (
        "incident record --place 305 --kind injury --what 一人滑倒 --slight 1 --at 2026-11-23T08:30",
        "zhang"
      ),
      ("expiry add extinguisher-powder --name 走道灭火器 --made 2022-01-10 --count 4", "zhang"),
      ("rule add --title 用火用电管理制度 --issued 2025-03-01 --fire rules", "zhang"),
      ("vehicle set car --plate 粤Z·示101 --seats 5", "zhang"),
      ("driver set huang --class C1 --until 2027-12-31", "zhang"),
      (
        "trip request --purpose 入户核查 --to 示例镇 --persons 3 --from 2026-11-23T08:00 "
          + "--until 2026-11-23T11:00 --vehicle car --driver huang", "zhang"
      ),
      ("trip approve YC2026-001", "zhang"),
      ("trip out YC2026-001 --km 41230 --at 2026-11-23T08:10 --declare", "zhang"),
      ("asset add website --name 门户网站 --person zhou --post 网站管理员 --place website", "zhang"),
      ("asset add computer --name 前台电脑 --system Windows10 --support-end 2025-10-14", "zhang"),
    ] {
      let run = try office(line, as: person)
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    try office.loadAssessment()
    return office
  }

  @Test func everyFirstPageLooksAsItDid() throws {
    let office = try office()
    let writes = ProcessInfo.processInfo.environment["XUNJIAN_SNAPSHOTS"] == "write"
    for page in Self.pages {
      let file = office.folder.path + "/page.pdf"
      let made = try office("report \(page.report) --format pdf --output \(file) --force")
      try #require(made.status == 0, "\(page.name): \(made.trouble)")
      let drawn = try #require(picture(of: file), "\(page.name)")
      let kept = Self.folder.appending(path: "\(page.name).pgm")
      if writes {
        try drawn.text.write(to: kept, atomically: true, encoding: .utf8)
      } else {
        let text = try String(contentsOf: kept, encoding: .utf8)
        let looked = try #require(GreyPicture(text: text), "\(page.name)")
        #expect(drawn.resembles(looked), "\(page.name) looks otherwise")
      }
    }
  }

  /// The comparison is no sieve: no page passes for another, nor for itself a centimetre lower.
  @Test func noPictureResemblesAnother() throws {
    let pictures = try Self.pages.map { page in
      try #require(
        GreyPicture(
          text: String(
            contentsOf: Self.folder.appending(path: "\(page.name).pgm"), encoding: .utf8)))
    }
    for (index, picture) in pictures.enumerated() {
      for (other, name) in zip(pictures[..<index], Self.pages.map(\.name)) {
        #expect(!picture.resembles(other), "\(Self.pages[index].name) and \(name)")
      }
      var lower = picture
      let centimetre = 3 * picture.columns
      lower.shades =
        Array(repeating: 15, count: centimetre) + picture.shades.dropLast(centimetre)
      #expect(!picture.resembles(lower), "\(Self.pages[index].name)")
    }
  }

  /// The first page at 30 dots an inch, four dots each way made one.
  private func picture(of file: String) -> GreyPicture? {
    let root = file + "-page"
    output(of: ["pdftoppm", "-gray", "-r", "30", "-f", "1", "-l", "1", "-singlefile", file, root])
    guard let bytes = FileManager.default.contents(atPath: root + ".pgm") else { return nil }
    return GreyPicture(binary: [UInt8](bytes), squares: 4)
  }
}
