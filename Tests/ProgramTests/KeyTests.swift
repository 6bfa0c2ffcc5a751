import Foundation
import TestSupport
import Testing

/// Keys as an office meets them: made with the first act, tied by the administrator, lost, under a PIN.
struct KeyTests {
  /// A ledger for real use, its administrator Zhang known by this machine's login.
  private final class Desk {
    let folder: Folder
    let ledger: String
    /// The folder of the user's settings.
    var home = "home"

    init() throws {
      folder = try Folder()
      ledger = folder.path + "/office/ledger.sqlite"
      let sample = try xunjian("init", "--print-sample").output
        .replacingOccurrences(of: "logins: [zhangwei]", with: "logins: [\(NSUserName())]")
      let file = try folder.file("bureau.yaml", holding: sample)
      let made = try xunjian("init", "--from", file.path, ledger: ledger)
      try #require(made.status == 0, "\(made.trouble)")
    }

    var settings: String { "\(folder.path)/\(home)" }
    var keys: String { settings + "/xunjian/keys" }

    func callAsFunction(
      _ line: String, as person: String? = nil, pin: String? = nil, newPIN: String? = nil,
      language: String = "zh"
    ) throws -> Run {
      var environment = ["XDG_CONFIG_HOME": settings]
      environment["XUNJIAN_PIN"] = pin
      environment["XUNJIAN_NEW_PIN"] = newPIN
      return try xunjian(
        line.split(separator: " ").map(String.init), ledger: ledger, as: person,
        language: language, environment: environment)
    }

    func report(as person: String? = nil, pin: String? = nil, language: String = "zh") throws -> Run
    {
      try self("hazard report --place 305 --text t", as: person, pin: pin, language: language)
    }

    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    func file() throws -> String {
      let names = try FileManager.default.contentsOfDirectory(atPath: keys)
      try #require(names.count == 1, "\(names)")
      return keys + "/" + names[0]
    }
  }

  @Test func theFirstActMakesAKey() throws {
    let desk = try Desk()
    #expect(try desk("today").status == 0)
    #expect(try desk("key list --json").json().list.isEmpty)
    let first = try desk.report()
    #expect(first.status == 0 && first.trouble.contains("key tie zhang"), "\(first.trouble)")
    #expect(try desk.mode(desk.keys) == 0o700)
    #expect(try desk.mode(desk.file()) == 0o600)
    let key = try desk("key list --json").json()[0]
    #expect(
      key.keys == [
        "fingerprint", "here", "person", "reason", "replaces", "since", "state", "tiedBy",
      ])
    #expect(key["person"].string == "zhang" && key["state"].string == "offered")
    #expect(key["here"].bool == true && key["tiedBy"].isNull)
    let fingerprint = try #require(key["fingerprint"].string)
    #expect(fingerprint.wholeMatch(of: /(\d{5}-){5}\d{5}/) != nil)
    #expect(first.trouble.contains(fingerprint))
    let before = try desk("verify --json").json()
    #expect(before["signed"].int == 1, "the offer is signed by the key itself")

    let second = try desk.report()
    #expect(second.status == 0 && second.trouble.isEmpty)
    #expect(
      try desk("key tie zhang --fingerprint 00000-11111-22222-33333-44444-55555").status == 65)
    #expect(try desk("key tie zhang").status == 64, "nobody is there to be asked")
    #expect(try desk("key tie zhang --fingerprint \(fingerprint)").status == 0)
    #expect(try desk.report().status == 0)
    let after = try desk("verify --json").json()
    #expect(after["ok"].bool == true && after["signed"].int == 3)
    #expect(after["unsigned"].int == before["unsigned"].int.map { $0 + 1 })
    #expect(try desk("key list --json").json()[0]["state"].string == "tied")
    #expect(try desk("verify", language: "en").output.contains("3 signed"))
  }

  @Test func aKeyThatIsNotHereOrNotSafe() throws {
    let desk = try Desk()
    #expect(try desk.report().status == 0)
    #expect(try desk("key tie zhang --yes").status == 0)
    let file = try desk.file()
    #expect(chmod(file, 0o640) == 0)
    let loose = try desk.report()
    #expect(loose.status == 77 && loose.trouble.contains("chmod 600 \(file)"), "\(loose.trouble)")
    #expect(chmod(file, 0o600) == 0 && chmod(desk.keys, 0o755) == 0)
    #expect(try desk.report(language: "en").trouble.contains("chmod 700 \(desk.keys)"))
    #expect(chmod(desk.keys, 0o700) == 0)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: file + ".bad"))
    let kept = try Data(contentsOf: URL(fileURLWithPath: file))
    try kept.prefix(60).write(to: URL(fileURLWithPath: file))
    #expect(chmod(file, 0o600) == 0)
    let damaged = try desk.report(language: "en")
    #expect(damaged.status == 65 && damaged.trouble.contains("it is damaged"))
    try FileManager.default.removeItem(atPath: file)
    let lost = try desk.report()
    #expect(lost.status == 77 && lost.trouble.contains("不在这里"), "\(lost.trouble)")
    #expect(try desk("hazard list --json").json().list.count == 1)
  }

  /// The only administrator's own key is lost with the old computer: replaced by one of the new.
  @Test func aLostKeyIsReplaced() throws {
    let desk = try Desk()
    #expect(try desk.report().status == 0)
    #expect(try desk("key tie zhang --yes").status == 0)
    let again = try desk("key make")
    #expect(again.status == 65 && again.trouble.contains("--replace"), "\(again.trouble)")
    desk.home = "new"
    #expect(try desk.report().status == 77)
    let made = try desk("key make --json")
    #expect(made.status == 0, "\(made.trouble)")
    #expect(try made.json()["state"].string == "offered")
    #expect(try desk("key tie zhang --yes").status == 65, "no reason")
    #expect(try desk("key tie zhang --yes --reason 旧电脑损坏").status == 0)
    #expect(try desk.report().status == 0)
    let rows = try desk("key list --json").json()
    #expect(rows.list.map { $0["state"].string } == ["replaced", "tied"])
    #expect(rows[1]["replaces"].string == rows[0]["fingerprint"].string)
    #expect(rows.list.map { $0["here"].bool } == [false, true])
    let verified = try desk("verify --json").json()
    #expect(verified["ok"].bool == true && verified["notices"].list.count == 1)
    desk.home = "home"
    #expect(try desk.report().status == 77)
    #expect(try desk("key make").status == 0, "the old key is of no use: another")
    #expect(try desk("key list --json").json().list.count == 3)
  }

  @Test func underAPIN() throws {
    let desk = try Desk()
    #expect(try desk.report().status == 0)
    #expect(try desk("key tie zhang --yes").status == 0)
    #expect(try desk("key pin", newPIN: "12345").status == 65)
    #expect(try desk("key pin", newPIN: "204816").status == 0)
    let unasked = try desk.report()
    #expect(unasked.status == 77 && unasked.trouble.contains("XUNJIAN_PIN"))
    let wrong = try desk.report(pin: "204817")
    #expect(wrong.status == 77 && wrong.trouble.contains("PIN 或口令不对"), "\(wrong.trouble)")
    #expect(try desk.report(pin: "２０４８１６").status == 0)
    #expect(try desk("key remember 481", pin: "204816").status == 65)
    #expect(try desk("key remember 0", pin: "204816").status == 0)
    #expect(try desk("key pin --none", pin: "204816").status == 0)
    #expect(try desk.report().status == 0)
    #expect(try desk("verify").status == 0)
  }

  /// On a login that several use the key tells them apart: each has one, under a PIN.
  @Test func onASharedLogin() throws {
    let desk = try Desk()
    #expect(try desk("organization edit --shared-login \(NSUserName())").status == 0)
    #expect(try desk.report().status == 77, "who acts?")
    let quiet = try desk.report(as: "chen")
    #expect(quiet.status == 0 && quiet.trouble.isEmpty)
    #expect(try desk("key make", as: "chen").status == 77)
    #expect(try desk("key make", as: "chen", newPIN: "204816").status == 0)
    #expect(try desk("key make", as: "zhang", newPIN: "731902").status == 0)
    #expect(try desk("key tie chen --yes", as: "chen").status == 77)
    #expect(try desk("key tie zhang --yes", as: "zhang", pin: "731902").status == 0)
    #expect(try desk("key tie chen --yes", as: "zhang", pin: "204816").status == 77)
    #expect(try desk("key tie 陈静 --yes", as: "zhang", pin: "731902").status == 0)
    #expect(try desk.report(as: "chen", pin: "731902").status == 77)
    #expect(try desk.report(as: "chen", pin: "204816").status == 0)
    #expect(try desk("key pin --none", as: "chen", pin: "204816").status == 77)
    let verified = try desk("verify --json").json()
    #expect(verified["ok"].bool == true && verified["signed"].int == 5)
    // A key of before the login was shared is not used until it has a PIN.
    #expect(try desk("organization edit --no-shared-login", as: "zhang", pin: "731902").status == 0)
    #expect(try desk("key pin --none", pin: "731902").status == 0)
    #expect(try desk("organization edit --shared-login \(NSUserName())").status == 0)
    let open = try desk.report(as: "zhang", language: "en")
    #expect(open.status == 77 && open.trouble.contains("has no PIN"), "\(open.trouble)")
  }

  /// On the screen: no PIN while ticking, one asked for at the signature.
  @Test func onTheScreen() async throws {
    let office = try Office()
    let settings = office.folder.path + "/settings"
    func command(_ line: String, as person: String, pin: String? = nil) throws -> Run {
      var environment = ["XDG_CONFIG_HOME": settings, "XUNJIAN_NEW_PIN": "204816"]
      environment["XUNJIAN_PIN"] = pin
      return try xunjian(
        line.split(separator: " ").map(String.init), ledger: office.ledger, now: office.now,
        as: person, environment: environment)
    }
    #expect(try command("key make --pin", as: "zhang").status == 0)
    office.now = "2026-11-23T09:05"
    try #require(try command("key tie zhang --yes", as: "zhang", pin: "204816").status == 0)
    office.now = "2026-11-23T09:10"
    let tmux = try Tmux(shell: "env LANG=zh_CN.UTF-8 XDG_CONFIG_HOME=\(settings) bash --norc")
    defer { tmux.end() }
    func shows(_ text: String) async -> Bool {
      await eventually { tmux.rows.contains { $0.contains(text) } }
    }
    tmux.type(
      "\(Tmux.built("xunjian")) --ledger \(office.ledger) --now \(office.now) --as zhang", "Enter")
    try #require(await shows("示例区统计局"))
    tmux.type("/", "y", "j", "Enter")
    try #require(await shows("11月月检"))
    tmux.type("Enter")
    try #require(await shows("301"))
    tmux.type("/", "3", "0", "1", "Enter", "Enter")
    try #require(await shows("插座、插头无松动"))
    tmux.type("1", "9", "9")
    #expect(await shows("Enter 签名"))
    tmux.type("Enter")
    #expect(await shows("PIN 或口令 ["))
    tmux.type("204817", "Enter")
    #expect(await shows("PIN 或口令不对"))
    tmux.type("204816", "Enter")
    #expect(await shows("记录 检2026-0001"))
    let found = try command("verify --json", as: "zhang").json()
    #expect(found["ok"].bool == true && found["signed"].int == 3)
    #expect(!tmux.rows.contains { $0.contains("20481") })
  }

  /// At a terminal the PIN is asked for and not shown.
  @Test func askedAtTheTerminal() async throws {
    let desk = try Desk()
    #expect(try desk.report().status == 0)
    #expect(try desk("key tie zhang --yes").status == 0)
    #expect(try desk("key pin", newPIN: "204816").status == 0)
    let terminal = try Tmux()
    defer { terminal.end() }
    terminal.type(
      "XDG_CONFIG_HOME=\(desk.settings) LANG=C.UTF-8 \(Tmux.built("xunjian")) hazard report "
        + "--place 305 --text t --ledger \(desk.ledger)", "Enter")
    #expect(await eventually { terminal.rows.contains { $0.contains("PIN 或口令：") } })
    terminal.type("204816", "Enter")
    #expect(
      await eventually { terminal.rows.contains { $0.contains("2026-") && $0.contains("002") } })
    #expect(!terminal.rows.contains { $0.contains("204816") })
  }
}
