import Almanac
import Crypto
import Domain
import Foundation
import GRDB
import Testing

@testable import Ledger
@testable import LedgerProbe

/// From the line that ties a key on, each line of its person bears a signature that verify can check.
struct SignatureTests {
  private func signatures(_ office: Office) throws -> [(line: JournalLine, signature: Data?)] {
    try office.raw { database in
      try Row.fetchAll(database, sql: "SELECT line, signature FROM journal ORDER BY n").map {
        (try JSON.value(JournalLine.self, $0["line"]), $0["signature"])
      }
    }
  }

  /// Each signature is Ed25519 over the line's hash, as CryptoKit's own interface says.
  @Test func signaturesFromTheTyingOn() throws {
    let office = try Office()
    try office.report("before")
    try office.giveKeys(to: ["admin", "wang"])
    try office.report("after")
    let rows = try office.raw {
      try Row.fetchAll($0, sql: "SELECT hash, signature FROM journal ORDER BY n DESC LIMIT 1")
    }
    let key = try Curve25519.Signing.PublicKey(
      rawRepresentation: Data(try #require(office.keys["wang"]).publicKey.bytes))
    #expect(key.isValidSignature(rows[0]["signature"] as Data, for: rows[0]["hash"] as Data))
    let lines = try signatures(office).suffix(6)
    #expect(
      lines.map(\.line.type) == [
        "hazard.reported", "key.offered", "key.tied", "key.offered", "key.tied",
        "hazard.reported",
      ])
    #expect(lines.map { $0.signature != nil } == [false, true, true, true, true, true])
    let found = try office.ledger.verify()
    #expect(found.problems == [] && found.notices == [])
    #expect(found.signed == 5 && found.unsigned == 17)
  }

  @Test func withoutTheKeyNothingIsWritten() throws {
    let office = try Office()
    try office.giveKeys(to: ["admin", "wang"])
    let wangs = try #require(office.keys["wang"])
    let before = try office.ledger.verify().events
    for key in [nil, office.keys["admin"], try SigningKey()] {
      office.keys["wang"] = key
      #expect(throws: KeyError.notAtHand("Wang", wangs.publicKey.fingerprint)) {
        try office.report()
      }
    }
    #expect(try office.ledger.verify().events == before)
    #expect(try office.ledger.hazards(HazardFilter()).isEmpty)
  }

  /// Entered for another: the recorder signs, whether the decider has a key or not.
  @Test func theRecorderSigns() throws {
    let office = try Office()
    try office.giveKeys(to: ["admin"])
    let hazard = try office.report()
    let paper = Entered(by: "admin", paper: office.now.day)
    let due = office.now.day + 4
    try office.perform(
      .hazard(hazard, .assign(to: "li", deadline: due)), by: "chen", entered: paper)
    #expect(try signatures(office).last?.signature != nil)
    try office.giveKeys(to: ["chen"])
    office.keys["chen"] = nil
    try office.perform(.hazard(hazard, .accept), by: "li", entered: paper)
    try office.perform(
      .hazard(hazard, .extend(to: due + 1, reason: "r")), by: "chen", entered: paper)
    #expect(throws: KeyError.self) {
      try office.perform(.hazard(hazard, .extend(to: due + 2, reason: "r")), by: "chen")
    }
    #expect(try office.ledger.verify().isGood)
  }

  @Test func aReplacedKeyStillVouchesForItsLines() throws {
    let office = try Office()
    try office.giveKeys(to: ["admin", "wang"])
    try office.report("with the first key")
    let first = try #require(office.keys["wang"])
    try office.giveKeys(to: ["wang"], reason: "lost")
    #expect(office.keys["wang"]?.publicKey != first.publicKey)
    try office.report("with the second key")
    office.keys["wang"] = first
    #expect(throws: KeyError.self) { try office.report("with the first key again") }
    let found = try office.ledger.verify()
    #expect(found.isGood && found.notices == [])
    let ring = try #require(try office.ledger.bureau().keyRing(of: "wang"))
    #expect(ring.entries.map(\.state) == [.replaced, .tied])
    #expect(ring.entries[1].replaces == first.publicKey && ring.entries[1].reason == "lost")
  }

  /// The only administrator ties a key in the place of a lost one; the new key signs that, and it is shown.
  @Test func theOnlyAdministratorsOwnLostKey() throws {
    let office = try Office()
    try office.giveKeys(to: ["admin"])
    try office.giveKeys(to: ["admin"], reason: "lost")
    let found = try office.ledger.verify()
    #expect(found.isGood)
    #expect(found.notices.map(\.line) == [found.events])
    #expect(found.notices[0].what.en.contains("only administrator"))
  }

  struct Case: Sendable {
    var name: String
    var sql: String
    var says: String
  }

  /// The last line is a report that Wang has signed.
  @Test(arguments: [
    Case(
      name: "a lost signature", sql: "UPDATE journal SET signature = NULL WHERE n = :last",
      says: "the signature of Wang is missing"),
    Case(
      name: "another's signature",
      sql: """
        UPDATE journal SET signature = (SELECT signature FROM journal WHERE n = 17) WHERE n = :last
        """, says: "the signature is not that of Wang"),
    Case(
      name: "a signature cut short",
      sql: "UPDATE journal SET signature = substr(signature, 1, 63) WHERE n = :last",
      says: "the signature is not that of Wang"),
    Case(
      name: "a signature that is a text",
      sql: "UPDATE journal SET signature = hex(signature) WHERE n = :last",
      says: "not stored as it was written"),
    Case(
      name: "a signature where there was none",
      sql: """
        UPDATE journal SET signature = (SELECT signature FROM journal WHERE n = :last) WHERE n = 3
        """, says: "setup had no key then"),
    Case(
      name: "a trigger of one's own",
      sql: "CREATE TRIGGER lie AFTER INSERT ON hazard BEGIN DELETE FROM draft; END",
      says: "definition of “lie” was changed"),
    Case(
      name: "another meaning of a column", sql: "DROP INDEX hazard_state",
      says: "definition of “hazard_state” was changed"),
    Case(
      name: "a line that goes on behind a zero byte",
      sql: "UPDATE journal SET line = line || char(0) || 'x' WHERE n = 3",
      says: "does not match its hash"),
    Case(
      name: "a line that is a blob",
      sql: "UPDATE journal SET line = CAST(line AS BLOB) WHERE n = 3",
      says: "not stored as it was written"),
    Case(
      name: "a register's value that goes on behind a zero byte",
      sql: "UPDATE hazard SET value = value || char(0) || 'x'", says: "register hazard"),
    Case(
      // U+F90A looks like U+91D1, and Swift takes the two for equal.
      name: "a letter that looks the same",
      sql: "UPDATE hazard SET value = replace(value, char(0x91D1), char(0xF90A))",
      says: "register hazard"),
    Case(
      name: "the ledger's own id", sql: "UPDATE meta SET value = 'x' WHERE key = 'ledger'",
      says: "another ledger than its lines"),
  ])
  func tampering(_ row: Case) throws {
    let office = try Office()
    try office.giveKeys(to: ["admin", "wang"])
    try office.report("金库的锁松了")
    let last = try office.ledger.verify().events
    try office.tamper {
      try $0.execute(sql: row.sql.replacing(":last", with: "\(last)"))
    }
    let found = try office.ledger.verify()
    #expect(found.problems.contains { $0.what.en.contains(row.says) }, "\(found.problems)")
  }

  /// Lines that pass for those of someone who needs no signature, their hashes made as they should be.
  @Test func linesForgedAtTheEnd() throws {
    let office = try Office()
    try office.giveKeys(to: ["admin", "wang"])
    try office.report()
    for (actor, says) in [
      ("setup", "claims to be of the set-up"), ("ghost", "recorded by “ghost”"),
      ("wang", "the signature of Wang is missing"),
    ] {
      try office.tamper { database in
        let row = try #require(
          try Row.fetchOne(database, sql: "SELECT line, hash FROM journal ORDER BY n DESC"))
        var line = try JSON.value(JournalLine.self, row["line"])
        line.sequence += 1
        line.stamp.actor = Identifier(actor)
        let text = try JSON.text(line)
        try database.execute(
          sql: "INSERT INTO journal (line, hash) VALUES (?, ?)",
          arguments: [text, LineCode.hash(after: row["hash"], line: text)])
      }
      let found = try office.ledger.verify()
      #expect(found.problems.contains { $0.what.en.contains(says) }, "\(actor): \(found.problems)")
      try office.tamper {
        try $0.execute(sql: "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)")
        try $0.execute(sql: "UPDATE sqlite_sequence SET seq = (SELECT max(n) FROM journal)")
      }
      #expect(try office.ledger.verify().isGood)
    }
  }
}
