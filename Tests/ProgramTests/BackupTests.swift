import Foundation
import Testing

/// Backups as an office has them: one a day by itself, by command, and back again.
struct BackupTests {
  /// The office's ledger for real use, on which the login of this machine is an administrator's.
  private func ledger(in folder: Folder) throws -> String {
    let sample = try xunjian("init", "--print-sample").output
      .replacingOccurrences(of: "logins: [zhangwei]", with: "logins: [\(NSUserName())]")
    let file = try folder.file("bureau.yaml", holding: sample)
    let path = folder.path + "/office/ledger.sqlite"
    let made = try xunjian("init", "--from", file.path, ledger: path)
    try #require(made.status == 0, "\(made.trouble)")
    return path
  }

  @Test func theFirstActOfADayMakesOne() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    let backups = folder.path + "/office/backups"
    #expect(try xunjian("today", ledger: ledger).status == 0)
    #expect(!FileManager.default.fileExists(atPath: backups))
    for _ in 0..<2 {
      let run = try xunjian("hazard", "report", "--place", "305", "--text", "t", ledger: ledger)
      #expect(run.status == 0, "\(run.trouble)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: backups).count == 1)
  }

  /// The act stands, and the person is told.
  @Test func anActStandsWhereTheDailyBackupFails() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    try Data().write(to: URL(fileURLWithPath: folder.path + "/office/backups"))
    let run = try xunjian(
      "hazard", "report", "--place", "305", "--text", "t", ledger: ledger, language: "en")
    #expect(run.status == 0)
    #expect(run.trouble.contains("the daily backup failed"), "\(run.trouble)")
    #expect(try xunjian("hazard", "list", "--json", ledger: ledger).json().list.count == 1)
  }

  /// The wording edited beside the ledger goes into the backup and comes back, but for a file that is there.
  @Test func editedTemplatesGoWithIt() throws {
    let office = try Office()
    try #require(try office("template export").status == 0)
    let folder = office.ledger + ".templates"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let own = try #require(names.first)
    try Data("改过的".utf8).write(to: URL(fileURLWithPath: folder + "/" + own))
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/.hidden"))
    let made = try office("backup --json").json()
    #expect(made["templates"].int == names.count)
    let path = try #require(made["path"].string)
    let list = try String(contentsOfFile: path + "/SHA256SUMS", encoding: .utf8)
    #expect(list.contains("  ledger.sqlite.templates/\(own)\n") && !list.contains("hidden"))

    let again = office.folder.path + "/again/ledger.sqlite"
    #expect(try xunjian("restore", path, ledger: again).status == 0)
    let restored = again + ".templates"
    #expect(try FileManager.default.contentsOfDirectory(atPath: restored).sorted() == names)
    #expect(try String(contentsOfFile: restored + "/" + own, encoding: .utf8) == "改过的")

    try FileManager.default.removeItem(atPath: again)
    try Data("更新的".utf8).write(to: URL(fileURLWithPath: restored + "/" + own))
    #expect(try xunjian("restore", path, ledger: again).status == 0)
    #expect(try String(contentsOfFile: restored + "/" + own, encoding: .utf8) == "更新的")

    try Data("x".utf8).write(
      to: URL(fileURLWithPath: path + "/ledger.sqlite.templates/" + own))
    let changed = try xunjian("restore", path, ledger: again + "2")
    #expect(changed.status != 0)
    #expect(!FileManager.default.fileExists(atPath: again + "2.templates"))
  }

  /// A backup from before templates went into it.
  @Test func aBackupWithoutTemplates() throws {
    let office = try Office()
    let path = try #require(try office("backup --json").json()["path"].string)
    #expect(!FileManager.default.fileExists(atPath: path + "/ledger.sqlite.templates"))
    let again = office.folder.path + "/again/ledger.sqlite"
    let run = try xunjian("restore", path, ledger: again)
    #expect(run.status == 0 && !run.output.contains("模板"), "\(run.output)")
  }

  @Test func thereAndBack() throws {
    let office = try Office()
    let made = try office("backup --json")
    #expect(made.status == 0, "\(made.trouble)")
    let path = try #require(try made.json()["path"].string)
    let over = try office("restore \(path)", language: "en")
    #expect(over.status == 73)
    #expect(over.trouble.contains("has nothing that the backup lacks"))
    let elsewhere = office.folder.path + "/again/ledger.sqlite"
    #expect(try xunjian("restore", path, ledger: elsewhere).status == 0)
    #expect(try xunjian("verify", ledger: elsewhere).status == 0)
    #expect(try xunjian("restore", office.folder.path, ledger: elsewhere + "2").status == 66)
  }
}
