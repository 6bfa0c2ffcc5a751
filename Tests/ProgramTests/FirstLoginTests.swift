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
    // A successor without a login, the former administrator gone: still nobody else's ledger.
    for line in [
      "person edit liu --role officeHead --role sectionHead --role administrator",
      "person close zhang",
    ] {
      let run = try xunjian(line.split(separator: " ").map(String.init), ledger: ledger)
      #expect(run.status == 0, "\(run.trouble)")
    }
    #expect(try rename(ledger, as: "li") == 77 && rename(ledger, as: "liu") == 77)
  }

  @Test func oneThatHasLoginsIsNotOpen() throws {
    let folder = try Folder()
    let ledger = try made(folder, from: xunjian("init", "--print-sample").output)
    #expect(try rename(ledger, as: "zhang") == 77 && rename(ledger, as: nil) == 77)
  }
}
