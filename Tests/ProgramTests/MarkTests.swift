import Foundation
import TestSupport
import Testing

/// Practice, provisional dates and the check code of a sealed month, on every page of every document in
/// every format that has pages.
struct MarkTests {
  static let documents = [
    "month 2026-10", "month 2026-11", "quarter 2026-Q4", "year 2026", "completion",
    "record --round monthly/2026-11", "record 检2026-0001", "blank monthly/2026-11", "register",
    "register --wide", "listed", "rectification 2026-001", "approval 2026-001",
    "decisions --for wang", "notice 2026-1", "reply 2026-1", "letter --document 示应急〔2026〕11号",
    "year-plan 2027", "holiday 2027-new-year", "duty 2027-new-year",
    "activities --period 2026",
    "incidents --period 2026-11", "leading-group", "responsibility-letter", "goals --year 2026",
    "incident SJ2026-001", "expiries", "rules", "fire-file --year 2026", "annual 2026",
    "coverage --year 2026",
    "vehicles --month 2026-11", "trip YC2026-001",
    "assets", "weaknesses --period 2026", "assessment",
  ]

  /// Of each subcommand of `report` there is one here.
  @Test func noneIsForgotten() throws {
    let help = try xunjian("report", "--help").output
    let named = help.split(separator: "\n").compactMap { line -> String? in
      let word = line.dropFirst(2)
      guard line.hasPrefix("  "), word.first?.isASCII ?? false, word.first?.isLetter ?? false
      else { return nil }
      return line.dropFirst(2).prefix { !$0.isWhitespace }.description
    }
    let tried = Set(Self.documents.map { $0.prefix { $0 != " " }.description })
    #expect(named.count >= 16)
    // A list of the numbers that were given, and what became of a print job, are no documents.
    #expect(named.filter { !tried.contains($0) } == ["numbers", "job"])
  }

  private func office() throws -> Office {
    let office = try Office()
    for (line, person) in [
      ("inspect 301 --round monthly/2026-11 --pass all --failed 2:1 --sign", "zhang"),
      (
        "hazard report --place 305 --text 灯不亮 --category other --source authorityOrder "
          + "--document 示应急〔2026〕11号 --deadline 12-10", "zhang"
      ),
      ("notice issue 2026-001 --section 办公室 --signed-by li", "zhang"),
      ("responsibility give li --post deputy --leads 办公室 --leads 综合科", "zhang"),
      ("goal add 每月检查 --owner zhang --tie plan:monthly", "zhang"),
      ("seal 2026-10", "li"),
      ("duty propose 2027-new-year", "zhang"),
      ("activity record visit --title 走访 --set enterprises=3", "zhang"),
      ("incident record --place 305 --kind utility --what 停电十分钟", "zhang"),
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
      ("hazard weakness 门户网站 --text 弱口令 --severity 高危 --advice 改口令", "zhang"),
    ] {
      let run = try office(line, as: person)
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    try office.loadAssessment()
    return office
  }

  /// What stands on each page of a file, or at the head of each of its pages.
  private func pages(_ file: String, _ format: String) throws -> [String] {
    func part(_ names: String) -> String {
      output(of: [
        "/usr/bin/python3", "-c",
        "import sys,zipfile,fnmatch;z=zipfile.ZipFile(sys.argv[1]);"
          + "print(''.join(z.read(n).decode() for n in z.namelist() if fnmatch.fnmatch(n,sys.argv[2])))",
        file, names,
      ])
    }
    switch format {
    case "pdf":
      return output(of: ["pdftotext", "-layout", file, "-"]).split(separator: "\u{0C}")
        .filter { $0.contains { !$0.isWhitespace } }.map(String.init)
    case "docx": return [part("word/header*.xml")]
    case "xlsx":
      return [part("xl/worksheets/sheet1.xml").components(separatedBy: "<headerFooter").last ?? ""]
    case _:
      return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\u{0C}")
        .map(String.init)
    }
  }

  @Test func everyPageOfEveryFormat() throws {
    let office = try office()
    let sealed =
      try office("report month 2026-10 --format json").json()["seal"]["code"].string ?? ""
    #expect(sealed.count == 24)
    for format in ["text", "md", "csv", "xlsx", "docx", "pdf"] {
      for document in Self.documents {
        let file = office.folder.path + "/out.\(format)"
        let run = try office(
          "report \(document) --format \(format) --force --output \(file)", as: "zhang")
        try #require(run.status == 0, "\(document) \(format): \(run.trouble)")
        let pages = try pages(file, format)
        #expect(!pages.isEmpty)
        for (index, page) in pages.enumerated() {
          let words = page.filter { !$0.isWhitespace }
          #expect(words.contains("严禁录入涉密信息"), "\(document) \(format) \(index)")
          #expect(words.contains("演练"), "\(document) \(format) \(index)")
          if document.contains("2027") {
            #expect(words.contains("预排"), "\(document) \(format) \(index)")
          }
          if document == "month 2026-10" {
            #expect(words.contains(sealed), "\(format) \(index)")
          }
          if format == "pdf", pages.count > 1 {
            #expect(words.contains("共\(pages.count)页") && words.contains("—\(index + 1)—"))
          }
        }
      }
    }
  }
}
