import Foundation
import TestSupport
import Testing

/// Several logins of one machine on one ledger, in a folder that belongs to their group.
struct AccountsTests {
  private static let off = """
    off: [vehicle, supplies, pre-holiday, leaving, reopening, pre-flood, flood, typhoon, weather, quarterly, \
    screening, climate, network, computers, patrol]
    """

  /// Ann makes the ledger of the sample office, in which she is its administrator 张伟 and Bob the supervisor 李娜.
  private func made(_ accounts: Accounts, in folder: Folder) throws -> String {
    let sample = try xunjian("init", "--print-sample").output
      .replacingOccurrences(of: "logins: [zhangwei]", with: "logins: [\(accounts.login(.ann))]")
      .replacingOccurrences(of: "off: []", with: Self.off)
    let file = try folder.file("bureau.yaml", holding: sample).path
    let ledger = accounts.share + "/ledger.sqlite"
    try done(accounts, .ann, "init --from \(file) --ledger \(ledger)")
    try done(accounts, .ann, "person edit li --login \(accounts.login(.bob)) --ledger \(ledger)")
    return ledger
  }

  @discardableResult
  private func done(_ accounts: Accounts, _ name: Accounts.Name, _ line: String) throws -> Run {
    let run = try accounts(name, line)
    try #require(run.status == 0, "\(name): \(line): \(run.trouble)")
    return run
  }

  @Test(.enabled(if: Accounts.canBeMade, "makes accounts: needs root, useradd and setpriv"))
  func twoOfAGroupAndOneOutside() throws {
    let folder = try Folder()
    let accounts = try Accounts(in: folder)
    let ledger = try made(accounts, in: folder)
    let at = "--ledger \(ledger)"
    let number = "\(year)-001"

    // Ann ticks at her terminal while Bob acts at his; each has a key of their own.
    let terminal = try Pty(
      accounts.command(.ann, ["inspect", "301", "--ledger", ledger]),
      environment: accounts.environment(.ann).merging(["TERM": "vt100"]) { $1 })
    defer { terminal.kill() }
    for count in 0...2 {
      #expect(terminal.shows { $0.contains("本间 \(count)/14") }, "\(terminal.screen.rows)")
      if count < 2 { terminal.send("1") }
    }
    let picture = try folder.file("before.jpg")
    try Data(contentsOf: URL(fileURLWithPath: PhotographTests.picture("phone.jpg")))
      .write(to: picture)
    chmod(picture.path, 0o644)
    try done(accounts, .bob, "hazard report --place 305 --text 插座松动 --photo \(picture.path) \(at)")
    try done(accounts, .bob, "hazard assign \(number) --to zhang \(at)")
    expectShared(accounts, having: ["-wal", "-shm", ".photos"])
    terminal.send("99")
    #expect(terminal.shows { $0.contains("Enter 签名") }, "\(terminal.screen.rows)")
    terminal.send("\r")
    #expect(terminal.shows { $0.contains("记录 检") }, "\(terminal.screen.rows)")
    terminal.kill()

    for name in [Accounts.Name.ann, .bob] {
      let person = name == .ann ? "zhang" : "li"
      try done(accounts, .ann, "key tie \(person) --yes \(at)")
    }
    let mended = "--measures 已更换 --photo \(picture.path)"
    try done(accounts, .ann, "hazard submit \(number) \(mended) \(at)")
    let verified = try done(accounts, .bob, "hazard verify \(number) --json \(at)").json()
    #expect(verified["state"].string == "closed")
    try done(accounts, .bob, "backup \(at)")
    expectShared(accounts, having: [".photos"])
    let backups = try FileManager.default.contentsOfDirectory(atPath: accounts.share + "/backups")
    #expect(backups.count >= 2, "the first act's by Ann, the last by Bob")
    for name in [Accounts.Name.ann, .bob] {
      let found = try done(accounts, name, "verify --json \(at)").json()
      #expect(found["ok"].bool == true && found["signed"].int ?? 0 >= 4)
      let doctor = try accounts(name, "doctor \(at)").output
      #expect(doctor.contains("[v] 供用户组共用") && doctor.contains("[v] 台账和所在文件夹可写"), "\(doctor)")
    }
    // Not even a member reads another's key, and who is outside reads nothing.
    let keys = accounts.home(.ann) + "/settings/xunjian/keys"
    #expect(try mode(keys) == 0o700)
    for line in ["today \(at)", "verify \(at)", "hazard list \(at)"] {
      let run = try accounts(.eve, line)
      #expect(run.status == 77 && run.output.isEmpty, "\(line): \(run.output)")
      #expect(run.trouble.hasPrefix("xunjian: 本登录名无权打开台账库：\(ledger)。请系统管理员"))
      #expect(run.trouble.count { $0.isNewline } == 1, "one line")
    }
  }

  private var year: String {
    String(Calendar(identifier: .gregorian).component(.year, from: Date()))
  }

  /// Everything in the shared folder belongs to the group, which may write it.
  private func expectShared(_ accounts: Accounts, having suffixes: [String]) {
    do {
      let group = try #require(getgrnam(accounts.group)).pointee.gr_gid
      let paths = try everything(under: accounts.share)
      for suffix in [""] + suffixes {
        #expect(paths.contains(accounts.share + "/ledger.sqlite" + suffix), "\(suffix)")
      }
      for path in paths {
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_gid == group, "\(path)")
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        #expect(status.st_mode & 0o7777 == (isFolder ? 0o2770 : 0o660), "\(path)")
      }
    } catch {
      Issue.record(error)
    }
  }

  private func everything(under folder: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return names.map { "\(folder)/\($0)" }
  }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path, &status) == 0, "\(path)")
    return status.st_mode & 0o7777
  }
}
