import Foundation
import TestSupport
import Testing

/// The assessment by commands: rules in, scores, evidence, the self-assessment and its folders out.
struct AssessmentTests {
  static let rules = """
    编号,类别,考评项目,分值,考评要求,对应台账
    1,组织,领导小组,2,健全,report:leading-group
    2,检查,隐患/整改,3.5,及时,figure:opened
    3,宣传,普法,1,有记录,

    """

  /// An office, a folder, and a table of rules in it.
  private func office(_ rules: String = rules) throws -> (Office, Folder) {
    let folder = try Folder()
    try rules.write(toFile: folder.path + "/rules.csv", atomically: true, encoding: .utf8)
    return (try Office(now: "2026-11-23T10:00"), folder)
  }

  @Test func fromRulesToFolders() throws {
    let (office, folder) = try office()
    func done(_ line: String) throws -> Run {
      let run = try office(line, as: "zhang")
      #expect(run.status == 0, "\(line): \(run.trouble)")
      return run
    }
    let load = "assessment load \(folder.path)/rules.csv"
    #expect(try done(load).output.contains("3 项，共 6.5 分"))
    #expect(try office(load, as: "zhang").status == 65)
    _ = try done("assessment score 2 3 --remark 缺一次")
    let paper = folder.path + "/普法照片.pdf"
    try Data("%PDF-1.4\n%%EOF\n".utf8).write(to: URL(filePath: paper))
    _ = try done("assessment attach 3 \(paper)")

    let first = try done("assessment list --json").json()[0]
    #expect(first["item"].string == "2" && first["lacking"].bool == true)
    #expect(first["score"].string == "3")

    let export = "assessment export --to \(folder.path)/佐证"
    #expect(try done(export).output.contains("3 项，缺佐证 1 项"))
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/佐证")
    #expect(
      found.sorted() == [
        "00-自评表.csv", "00-自评表.pdf", "01-1-领导小组", "01-1-领导小组/leading-group.pdf",
        "02-2-隐患_整改", "02-2-隐患_整改/台账数据.txt", "03-3-普法", "03-3-普法/普法照片.pdf",
      ])
    let text = output(
      of: ["pdftotext", "-layout", folder.path + "/佐证/00-自评表.pdf", "-"])
    #expect(text.contains("自评3分，满分6.5分，未评2项，缺佐证1项"))
    // What is there is not written over.
    #expect(try office(export, as: "zhang").status == 73)
    #expect(try office("verify", as: "zhang").status == 0)
  }

  /// A wrong table loads nothing; a document that is none is told before it is tied.
  @Test func whatIsWrongIsNamed() throws {
    let (office, folder) = try office("考评项目,分值\n甲,二\n乙,3\n")
    let load = "assessment load \(folder.path)/rules.csv"
    let wrong = try office(load, as: "zhang")
    #expect(wrong.status == 65 && wrong.trouble.contains("rules.csv"), "\(wrong.trouble)")
    #expect(wrong.trouble.contains("分值应是大于0的数"))
    // The rules come from outside: they print nothing and write nowhere but into the folders.
    for option in ["--print", "--output=/tmp/x.pdf", "--ledger other.sqlite"] {
      try "考评项目,分值,对应台账\n甲,2,report:leading-group \(option)\n".write(
        toFile: folder.path + "/rules.csv", atomically: true, encoding: .utf8)
      let refused = try office(load, as: "zhang")
      #expect(refused.status == 65 && refused.trouble.contains("不能写在佐证里"), "\(option)")
    }
    let none = try office("assessment list", as: "zhang")
    #expect(none.status == 65 && none.trouble.contains("assessment load"), "\(none.status)")
    try Self.rules.write(
      toFile: folder.path + "/rules.csv", atomically: true, encoding: .utf8)
    #expect(try office(load, as: "chen").status == 77)
    #expect(try office(load, as: "zhang").status == 0)
    let tied = try office("assessment tie 3 report:no-such-thing", as: "zhang")
    #expect(tied.status == 65 && tied.trouble.contains("no-such-thing"), "\(tied.trouble)")
    let much = try office("assessment score 3 1.5", as: "zhang")
    #expect(much.status == 65 && much.trouble.contains("1.5"), "\(much.trouble)")
  }
}

extension Office {
  /// Loads the rules of an assessment of the present year.
  func loadAssessment() throws {
    let file = try folder.file("rules.csv", holding: AssessmentTests.rules).path
    let run = try self("assessment load \(file)", as: "zhang")
    try #require(run.status == 0, "\(run.trouble)")
  }
}
