import Foundation
import TestSupport
import Testing

/// The numbers of letters and reports: counted by year in the ledger, kept by their documents, never given twice.
struct NumberTests {
  private let office: Office

  init() throws {
    office = try Office()
    for document in ["区安办〔2026〕9号", "区安办〔2026〕10号"] {
      try done(
        """
        hazard report --place 305 --text 插座松动 --source authorityOrder --document \(document) \
        --deadline 2026-12-10
        """)
    }
  }

  private func done(_ line: String) throws {
    let run = try office(line, as: "zhang")
    try #require(run.status == 0, "\(line): \(run.trouble)")
  }

  private func setStyle() throws { try done("organization edit --number-style 示统安〔{年}〕{序号}号") }

  private func letter(_ document: Int, _ number: String = "auto") throws -> String? {
    try office(
      "report letter --document 区安办〔2026〕\(document)号 --number \(number) --format json", as: "zhang"
    ).json()["number"].string
  }

  @Test func theNextOfTheYear() throws {
    try setStyle()
    #expect(try letter(9) == "示统安〔2026〕1号")
    #expect(try letter(10) == "示统安〔2026〕2号")
    // The same document keeps its number, and bears it on paper.
    #expect(try letter(9) == "示统安〔2026〕1号")
    let paper = try office(
      "report letter --document 区安办〔2026〕9号 --number auto", as: "zhang")
    #expect(paper.output.contains("示统安〔2026〕1号"))
    let month = try office("report month 2026-11 --number auto", as: "zhang")
    #expect(month.output.contains("示统安〔2026〕3号"), "\(month)")
    #expect(try letter(9, "new") == "示统安〔2026〕4号")
    #expect(try letter(9) == "示统安〔2026〕4号")
    #expect(try letter(9, "7") == "示统安〔2026〕7号")
    #expect(try letter(9, "示函〔2026〕1号") == "示函〔2026〕1号")

    let list = try office("report numbers --year 2026 --json").json().list
    #expect(list.compactMap { $0["serial"].int } == [1, 2, 3, 4])
    #expect(list.compactMap { $0["document"].string } == ["letter", "letter", "month", "letter"])
    #expect(list.compactMap { $0["about"].string }[2] == "2026-11")
    #expect(list.allSatisfy { $0["by"].string == "zhang" && $0["drawn"].string == "2026-11-23" })
    #expect(try office("report numbers --year 2025 --json").json().list.isEmpty)
    #expect(try office("verify").status == 0)
  }

  @Test func aWithdrawnOneIsNotGivenAgain() throws {
    try setStyle()
    #expect(try letter(9) == "示统安〔2026〕1号")
    #expect(try office("report numbers withdraw 2026-1", as: "zhang").status == 64)
    try done("report numbers withdraw 示统安〔2026〕1号 --reason 发错机关")
    #expect(try letter(9) == "示统安〔2026〕2号")
    #expect(try office("report numbers withdraw 文2026-001 --reason x", as: "zhang").status == 65)
    #expect(try office("report numbers withdraw 2026-9 --reason x", as: "zhang").status == 65)
    let rows = try office("report numbers --format tsv").output.split(separator: "\n")
    #expect(rows.first == "entry\tnumber\tdocument\tabout\tdrawn\tby\twithdrawn")
    #expect(rows.count == 3 && rows[1].hasSuffix("2026-11-23 发错机关"), "\(rows)")
    try done("rebuild")
    #expect(try letter(10) == "示统安〔2026〕3号")
  }

  /// Numbers given before the program came are entered; the next ones follow them.
  @Test func numbersGivenOutside() throws {
    try setStyle()
    try done("report numbers take 11 --about 关于节前检查的通知")
    #expect(try letter(9) == "示统安〔2026〕12号")
    let again = try office("report numbers take 12 --about x", as: "zhang")
    #expect(again.status == 65 && again.trouble.contains("已经用过"), "\(again)")
    #expect(try office("report numbers take 0 --about x", as: "zhang").status == 65)
  }

  @Test func whoMayAndWhereNoStyleIsSet() throws {
    let letter = "report letter --document 区安办〔2026〕9号 --number auto"
    let run = try office(letter, as: "zhang")
    #expect(run.status == 65 && run.trouble.contains("--number-style"), "\(run)")
    try setStyle()
    #expect(try office(letter, as: "chen").status == 77)
    try done("organization edit --notice-style 示统安〔{年}〕{序号}号")
    #expect(try office(letter, as: "zhang").trouble.contains("会重号"))
    try done("organization edit --blank-numbers yes")
    #expect(try office(letter, as: "zhang").status == 65)
    #expect(try office("report numbers --json").json().list.isEmpty)
  }

  /// Eight programs at once, for two documents: each document gets one number, and no number is given twice.
  @Test func severalPrograms() throws {
    try setStyle()
    let told = output(of: [
      "sh", "-c",
      """
      cd \(office.folder.path) && export LANG=zh_CN.UTF-8
      for month in 01 02 03 04; do for try in 1 2; do
        \(Tmux.built("xunjian")) report month 2026-$month --number auto --ledger \(office.ledger) \
          --now \(office.now) --as zhang | grep -o '示统安〔2026〕[0-9]*号' > $month.$try &
      done; done; wait
      for month in 01 02 03 04; do cmp $month.1 $month.2 && cat $month.1; done | sort
      """,
    ])
    #expect(
      told.split(separator: "\n").map(String.init) == (1...4).map { "示统安〔2026〕\($0)号" }, "\(told)")
  }
}
