import Foundation
import TestSupport
import Testing

/// The wording of documents and how they are numbered, sent and signed, from the command line.
struct TemplateCommandTests {
  private func write(_ text: String, _ name: String, _ office: Office) throws {
    let folder = office.ledger + ".templates"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  @Test func exportedEditedAndChecked() throws {
    let office = try Office()
    #expect(try office("template check").output.contains("没有改过的模板"))
    let exported = try office("template export")
    #expect(exported.status == 0 && exported.output.contains("16个模板"))
    #expect(try office("template check").status == 0)
    #expect(try office("template export").status == 73)
    #expect(try office("template export --force").status == 0)
    let before = try office("report month 2026-11").output

    try write("# title\n{{month}}安全情况\n", "month.zh.mustache", office)
    let edited = try office("report month 2026-11")
    #expect(edited.output.contains("2026年11月安全情况") && edited.trouble.isEmpty)
    let listed = try office("template list --json").json().list
    #expect(listed.count == 16)
    #expect(listed.first { $0["file"].string == "month.zh.mustache" }?["edited"].isNull == false)

    try write("# title\n{{month}}\n\n{{mounth}}\n", "month.zh.mustache", office)
    let broken = try office("report month 2026-11")
    #expect(broken.status == 0 && broken.output == before)
    #expect(
      broken.trouble.contains("month.zh.mustache 第4行：没有标签“mounth”，最接近的是“month”")
        && broken.trouble.split(separator: "\n").count == 1, "\(broken.trouble)")
    let checked = try office("template check")
    #expect(checked.status == 1 && checked.output.contains("第4行"))
    try write("", "moth.zh.mustache", office)
    #expect(try office("template check").output.contains("最接近的是 month.zh.mustache"))
    #expect(try office("template check /nowhere").status == 66)
  }

  /// Sealed with edited wording, a month keeps it, though the templates are edited again or taken away.
  @Test func aSealedMonthKeepsItsWording() throws {
    let office = try Office()
    office.now = "2026-12-01T09:00"
    try write("# title\n{{month}}安全情况\n", "month.zh.mustache", office)
    try #require(office("seal 2026-11", as: "li").status == 0)
    let sealed = try office("report month 2026-11").output
    #expect(sealed.contains("2026年11月安全情况"))
    for text in ["# title\n别的题目\n", "# title\n{{坏"] {
      try write(text, "month.zh.mustache", office)
      #expect(try office("report month 2026-11").output == sealed)
    }
    try FileManager.default.removeItem(atPath: office.ledger + ".templates")
    #expect(try office("report month 2026-11").output == sealed)
    #expect(try office("report month 2026-11 --live").output.contains("安全检查情况汇总"))
    #expect(try office("verify").status == 0)
  }

  @Test func numberedSentAndSigned() throws {
    let office = try Office()
    let bad = try office("organization edit --number-style 示统安〔2026〕{序号}号", as: "zhang")
    #expect(bad.status == 65 && bad.trouble.contains("{年}"))
    let set = try office(
      "organization edit --number-style 示统安[{年}]{序号}号 --notice-style 示安整〔{年}〕{序号}号 "
        + "--sent-to 区安委办 --sent-to 区府办 --copied-to 消防大队 --filled-by zhang "
        + "--checked-by 办公室主任 --approved-by supervisor", as: "zhang")
    try #require(set.status == 0, "\(set.trouble)")
    let shown = try office("organization show").json()["papers"]
    #expect(shown["number"].string == "示统安〔{year}〕{number}号")
    #expect(shown["filledBy"].string == "张伟" && shown["checkedBy"].string == "officeHead")
    let month = try office("report month 2026-11").output
    for words in ["填报人（张伟）", "审核人（办公室主任）", "批准人（分管领导）", "报送：区安委办、区府办。", "抄送：消防大队。"] {
      #expect(month.contains(words), "\(words)")
    }
    #expect(try office("report quarter 2026-Q4").output.contains("报送：区安委办、区府办。"))

    try #require(
      office(
        "hazard report --place 305 --text 灯不亮 --category other --source authorityOrder "
          + "--document 示应急〔2026〕11号 --deadline 12-10", as: "zhang"
      ).status == 0)
    let issued = try office("notice issue 2026-001 --json", as: "zhang").json()
    #expect(issued["number"].string == "示安整〔2026〕1号")
    let letter = try office("report letter --document 示应急〔2026〕11号 --number 7").output
    #expect(letter.contains("示统安〔2026〕7号") && letter.contains("区安委办："))
    #expect(letter.contains("抄送：消防大队。"))
    #expect(
      try office("report letter --document 示应急〔2026〕11号").output.contains("示统安〔2026〕____号"))

    try #require(office("notice withdraw 2026-1 --reason 重发", as: "zhang").status == 0)
    try #require(office("organization edit --blank-numbers yes", as: "zhang").status == 0)
    #expect(try office("notice issue 2026-001 --json", as: "zhang").json()["number"].isNull)
    let none = try xunjian(
      "organization", "edit", "--sent-to", "", "--copied-to", "", ledger: office.ledger,
      now: office.now, as: "zhang")
    #expect(none.status == 0, "\(none.trouble)")
    #expect(try !office("report month 2026-11").output.contains("报送：区"))
    #expect(try office("rebuild").status == 0 && office("verify").status == 0)
  }
}
