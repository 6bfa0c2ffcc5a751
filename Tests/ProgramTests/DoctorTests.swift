import Foundation
import Testing

/// What the doctor looks at, and what it says to do.
struct DoctorTests {
  @Test func whatToDo() throws {
    let office = try Office()
    let before = try office("doctor", language: "en")
    #expect(before.status == 1)
    #expect(before.output.contains("[X] No backup yet  -> Run xunjian backup"))
    #expect(try office("backup").status == 0)
    let after = try office("doctor", language: "en").output
    for line in [
      "[v] Last backup 2026-11-23", "[v] Journal mode: WAL", "[v] No photographs yet",
      "[v] The ledger and its folder can be written", "[v] Free space",
      "[v] No folder to drop photographs in", "[v] The library for XLSX",
      "[v] The library for DOCX",
    ] { #expect(after.contains(line), "\(line) in \(after)") }
    let none = try xunjian("doctor", ledger: "/nowhere/l.sqlite", language: "en")
    #expect(none.status == 1)
    #expect(none.output.contains("[X] Ledger: /nowhere/l.sqlite  -> No ledger at"))
    let keys = try office("doctor --json").json()[0].keys
    #expect(keys == ["advice", "ok", "what"])
  }

  /// Each line stands in both languages.
  @Test func bothLanguages() throws {
    let office = try Office()
    let rows = try office("doctor --as zhang --json").json().list
    #expect(rows.count == 17)
    for row in rows {
      let (zh, en) = (row["what"]["zh"].string ?? "", row["what"]["en"].string ?? "")
      #expect(!zh.isEmpty && !en.isEmpty && zh != en)
      #expect(row["ok"].bool == (row["advice"]["zh"].string == ""), "\(zh)")
    }
  }

  struct Case: Sendable {
    var name: String
    /// What is done to the file or folder at a path.
    var harm: @Sendable (_ photograph: String, _ store: String) throws -> Void
    var advice: String
  }

  @Test(arguments: [
    Case(
      name: "one removed", harm: { photograph, _ in unlink(photograph) },
      advice: "1 missing or of another size"),
    Case(
      name: "one cut short", harm: { photograph, _ in truncate(photograph, 10) },
      advice: "1 missing or of another size"),
    Case(
      name: "the folder gone", harm: { _, store in rename(store, store + ".away") },
      advice: "The folder is not there"),
  ])
  func photographs(_ row: Case) throws {
    let office = try Office()
    let photograph = PhotographTests.picture("phone.jpg")
    let report = "hazard report --place 305 --text 插座松动 --photo \(photograph)"
    #expect(try office(report, as: "zhang").status == 0)
    let store = office.ledger + ".photos"
    #expect(try office("doctor", language: "en").output.contains("[v] 1 photograph: \(store)"))
    let file = try #require(
      FileManager.default.subpathsOfDirectory(atPath: store).first { $0.hasSuffix(".jpg") })
    try row.harm("\(store)/\(file)", store)
    let found = try office("doctor", language: "en")
    #expect(
      found.output.contains("[X] 1 photograph: \(store)  -> \(row.advice)"), "\(found.output)")
    #expect(found.status == 1)
  }

  @Test func theDropFolder() throws {
    let office = try Office()
    let folder = office.folder.path + "/drop"
    func said(_ folder: String) throws -> String {
      try xunjian(
        ["doctor"], ledger: office.ledger, language: "en",
        environment: ["XUNJIAN_PHOTOS": folder]
      ).output
    }
    #expect(
      try said(folder).contains("[X] No folder to drop photographs in: \(folder)  -> Make it"))
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try said(folder).contains("[v] Folder to drop photographs in: \(folder)"))
  }

  @Test func aRollbackJournalAndAnOpenFolder() throws {
    let office = try Office()
    #expect(chmod(office.folder.path, 0o770) == 0)
    let made = try office("backup --json").json()["path"].string
    let backup = try #require(made)
    let put = office.folder.path + "/again/ledger.sqlite"
    #expect(try xunjian("restore", backup, ledger: put).status == 0)
    let restored = try xunjian("doctor", ledger: put, language: "en").output
    #expect(restored.contains("[X] Journal mode: rollback journal  -> Run xunjian today once"))
    #expect(try xunjian("today", ledger: put).status == 0)
    #expect(
      try xunjian("doctor", ledger: put, language: "en").output.contains("[v] Journal mode: WAL"))
    let open = try office("doctor", language: "en").output
    #expect(open.contains("[X] Shared by a group  -> New files will not be the group's: chmod g+s"))
    #expect(chmod(office.folder.path, 0o2770) == 0 && chmod(office.ledger, 0o640) == 0)
    let closed = try office("doctor", language: "en").output
    #expect(closed.contains("-> Others of the group cannot use it: chmod g+rw \(office.ledger)"))
    #expect(chmod(office.ledger, 0o660) == 0 && chmod(office.folder.path, 0o2775) == 0)
    let entered = try office("doctor", language: "en").output
    #expect(
      entered.contains("[v] Shared by a group") && entered.contains("-> Others may enter: chmod o=")
    )
  }

  /// The person's key: none yet, offered, tied, open to others, on another machine, replaced.
  @Test func theKey() throws {
    let folder = try Folder()
    let ledger = folder.path + "/office/ledger.sqlite"
    let sample = try xunjian("init", "--print-sample").output
      .replacingOccurrences(of: "logins: [zhangwei]", with: "logins: [\(NSUserName())]")
    let file = try folder.file("bureau.yaml", holding: sample).path
    #expect(try xunjian("init", "--from", file, ledger: ledger).status == 0)
    var home = folder.path + "/home"
    func run(_ line: String) throws -> Run {
      try xunjian(
        line.split(separator: " ").map(String.init), ledger: ledger, language: "en",
        environment: ["XDG_CONFIG_HOME": home])
    }
    func expect(_ words: String, _ line: String? = nil) throws {
      if let line {
        let done = try run(line)
        #expect(done.status == 0, "\(line): \(done.trouble)")
      }
      let found = try run("doctor").output
      let key = found.split(separator: "\n").first {
        $0.contains("ey of 张伟") || $0.contains("Others can")
      }
      #expect(key?.contains(words) == true, "\(words): \(found)")
    }
    try expect("[v] Signing key of 张伟: none yet")
    try expect(": offered  -> Let an administrator", "hazard report --place 305 --text t")
    try expect(": tied", "key tie zhang --yes")
    let keys = home + "/xunjian/keys"
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: keys).first)
    #expect(chmod("\(keys)/\(name)", 0o644) == 0)
    try expect("Run chmod 600 \(keys)/\(name)")
    #expect(chmod("\(keys)/\(name)", 0o600) == 0)
    let former = home
    home = folder.path + "/new"
    try expect(": not here  -> Copy its file")
    try expect(": offered  -> Let an administrator", "key make")
    try expect(": tied", "key tie zhang --yes --reason lost")
    home = former
    try expect(": replaced  -> The one in use is")
  }

  @Test func aLoginThatNobodyHas() throws {
    let folder = try Folder()
    let file = try folder.file("bureau.yaml", holding: xunjian("init", "--print-sample").output)
      .path
    let ledger = folder.path + "/office/ledger.sqlite"
    #expect(try xunjian("init", "--from", file, ledger: ledger).status == 0)
    let found = try xunjian("doctor", ledger: ledger, language: "en").output
    #expect(
      found.contains("[X] Login: \(NSUserName())  -> No person is tied to the login"), "\(found)")
  }
}
