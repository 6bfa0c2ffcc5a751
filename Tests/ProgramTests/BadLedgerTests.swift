import Foundation
import TestSupport
import Testing

/// A ledger that is missing, foreign, newer, read-only or on a full disk: one clear line each.
struct BadLedgerTests {
  @Test func aMissingLedgerAndAFileThatIsNone() throws {
    let folder = try Folder()
    let missing = try xunjian("today", ledger: folder.path + "/none.sqlite", language: "en")
    #expect(missing.status == 66)
    #expect(missing.trouble.hasPrefix("xunjian: No ledger at"))

    let text = try folder.file("notes.txt", holding: "not a ledger\n").path
    let foreign = try xunjian("today", ledger: text, language: "en")
    #expect(foreign.status == 65)
    #expect(foreign.trouble.hasPrefix("xunjian: Not a xunjian ledger"))
  }

  @Test func aLedgerIsNeverOverwritten() throws {
    let office = try Office()
    let sample = office.folder.path + "/bureau.yaml"
    let before = try Data(contentsOf: URL(fileURLWithPath: office.ledger))
    #expect(try xunjian("init", "--from", sample, ledger: office.ledger).status == 73)
    #expect(try Data(contentsOf: URL(fileURLWithPath: office.ledger)) == before)
  }

  @Test func badSetUpFilesNameTheLineAndTheField() throws {
    let folder = try Folder()
    let ledger = folder.path + "/ledger.sqlite"
    let bad = try folder.file("bad.yaml", holding: "organization: {name: x}\nbogus: 1\n").path
    let run = try xunjian("init", "--from", bad, ledger: ledger, language: "en")
    #expect(run.status == 65)
    #expect(run.trouble.contains("line 2") && run.trouble.contains("bogus"))
    #expect(try xunjian("init", "--from", folder.path + "/no.yaml", ledger: ledger).status == 66)
    #expect(!FileManager.default.fileExists(atPath: ledger))
  }

  /// SQLite keeps `user_version` as four bytes, most significant first, at offset 60 of the header.
  @Test func aNewerLedgerIsLeftAlone() throws {
    let office = try Office()
    let file = URL(fileURLWithPath: office.ledger)
    var bytes = try Data(contentsOf: file)
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try bytes.write(to: file)
    for line in ["today", "hazard report --place 305 --text t --as zhang"] {
      let run = try office(line, language: "en")
      #expect(run.status == 65)
      #expect(run.trouble.contains("newer version (format 99)"))
    }
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test func whoMayOnlyReadReads() throws {
    let office = try Office()
    _ = output(of: ["chmod", "755", office.folder.path])
    func asNobody(_ words: String) -> String {
      output(of: [
        "sh", "-c",
        """
        setpriv --reuid 65534 --clear-groups env LANG=en_US.UTF-8 \
        \(Tmux.built("xunjian")) --ledger \(office.ledger) --now \(office.now) \(words) 2>&1
        echo "status $?"
        """,
      ])
    }
    #expect(asNobody("verify").contains("status 0"))
    let refused = asNobody("hazard report --place 305 --text t --as zhang")
    #expect(refused.contains("The ledger is read-only, nothing was written"))
    #expect(refused.contains("status 74"))
  }

  /// A tmpfs of 2 MiB, in a mount namespace of its own, filled up beside the ledger: nothing is written there,
  /// and all that was saved can be read and printed.
  @Test func aFullDiskWritesNothing() throws {
    let office = try Office()
    try #require(try office("hazard report --place 303 --text u", as: "zhang").status == 0)
    let said = output(of: [
      "unshare", "-m", "sh", "-c",
      """
      mount -t tmpfs -o size=2m none /mnt && cp \(office.ledger) /mnt/l.sqlite &&
      export LANG=en_US.UTF-8; run() {
        \(Tmux.built("xunjian")) --ledger /mnt/l.sqlite --now \(office.now) "$@" 2>&1
        echo "status $?"
      }
      dd if=/dev/zero of=/mnt/fill bs=4k 2>/dev/null
      run hazard report --place 305 --text t --as zhang
      run today
      run hazard list --state all --json
      run hazard show 2026-001
      run report month 2026-11
      rm /mnt/fill
      run hazard list --state all --json
      run verify
      run hazard report --place 305 --text t --as zhang
      """,
    ])
    let lines = said.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.hasPrefix("xunjian: ") }.count == 1, "\(said)")
    let done = Array(repeating: "status 0", count: 7)
    #expect(lines.filter { $0.hasPrefix("status ") } == ["status 74"] + done, "\(said)")
    #expect(lines.count { $0.contains("\"number\" : \"2026-001\"") } == 2, "\(said)")
    #expect(said.contains("2026-002"))
    #expect(lines.firstIndex { $0.contains("2026-002") } == lines.count - 2, "\(said)")
  }
}
