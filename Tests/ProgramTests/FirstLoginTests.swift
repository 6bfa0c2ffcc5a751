import Foundation
import Testing

/// A real ledger whose persons have no login yet: whoever has it names an administrator, who ties one, and
/// from then on nobody acts as somebody else.
struct FirstLoginTests {
  private func made(_ folder: Folder, from bureau: String) throws -> String {
    let file = try folder.file("bureau.yaml", holding: bureau).path
    let ledger = folder.path + "/ledger.sqlite"
    let run = try xunjian("init", "--from", file, ledger: ledger)
    try #require(run.status == 0, "\(run.trouble)")
    #expect(run.trouble.contains(NSUserName()), "whoever made it could only look")
    return ledger
  }

  private func rename(_ ledger: String, as person: String?) throws -> Int32 {
    try xunjian("section", "edit", "survey", "--name", "普查科", ledger: ledger, as: person).status
  }

  @Test func namedUntilAnAdministratorHasALogin() throws {
    let folder = try Folder()
    let sample = try xunjian("init", "--print-sample").output
    let ledger = try made(folder, from: sample.replacing(/, logins: \[\w+\]/, with: ""))
    #expect(try rename(ledger, as: nil) == 77, "who acts?")
    #expect(try rename(ledger, as: "zhang") == 0)
    let login = NSUserName()
    #expect(
      try xunjian("person", "edit", "zhang", "--login", login, ledger: ledger, as: "zhang").status
        == 0)
    #expect(try rename(ledger, as: "li") == 77)
    #expect(try rename(ledger, as: nil) == 0)
    // Nobody leaves a ledger behind into which no administrator gets, nor one that is everybody's.
    let rows: [(line: String, status: Int32)] = [
      ("person edit liu --role officeHead --role sectionHead --role administrator", 0),
      ("person close zhang", 65), ("person edit liu --login liuyang-2", 0),
      ("person close zhang", 0),
    ]
    for (line, status) in rows {
      let run = try xunjian(line.split(separator: " ").map(String.init), ledger: ledger)
      #expect(run.status == status, "\(line): \(run.trouble)")
      #expect(status == 0 || run.trouble.contains("请先给另一位管理员登记登录名：刘洋"), "\(run.trouble)")
    }
    #expect(try rename(ledger, as: "li") == 77 && rename(ledger, as: "liu") == 77)
  }

  @Test func oneThatHasLoginsIsNotOpen() throws {
    let folder = try Folder()
    let ledger = try made(folder, from: xunjian("init", "--print-sample").output)
    #expect(try rename(ledger, as: "zhang") == 77 && rename(ledger, as: nil) == 77)
  }
}
