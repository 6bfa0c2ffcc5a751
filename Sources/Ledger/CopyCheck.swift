import Almanac
import Domain
import Foundation
import GRDB

/// Whether another copy of a ledger, as a backup, knows lines that the ledger does not have: where the end
/// of a journal was cut off, the chain that is left is whole.
struct CopyCheck {
  /// The last line of each device that a copy has.
  private struct Head {
    var device: String
    var sequence: Int
    var hash: Data
  }

  /// The copy's file.
  let path: String
  /// What it is called to people.
  let name: String

  /// What the copy knows better; its own trouble is none of the ledger's.
  ///
  /// - Returns: A problem for each device whose last line in the copy is another here, or none.
  func problems(of ledger: Database) throws -> [Verification.Problem] {
    guard let heads = try? heads() else { return [] }
    return try heads.compactMap { head in
      let here = try Row.fetchOne(
        ledger, sql: "SELECT n, hash FROM journal WHERE device = ? AND seq = ?",
        arguments: [head.device, head.sequence])
      if let here, here["hash"] as Data == head.hash { return nil }
      let last =
        try Int.fetchOne(
          ledger, sql: "SELECT max(seq) FROM journal WHERE device = ?", arguments: [head.device])
        ?? 0
      return problem(head, line: here?["n"], lacking: head.sequence - last)
    }
  }

  private func problem(_ head: Head, line: Int?, lacking: Int) -> Verification.Problem {
    lacking > 0
      ? .init(
        line: nil,
        what: Bilingual(
          zh: "备份 \(name) 比本库多 \(lacking) 条记录：末尾被截去，或本库是从更早的备份恢复的（见 restore）",
          en: """
            backup \(name) has \(counted(lacking, "line")) more: the end was cut off, or this ledger was \
            restored from an earlier backup (see restore)
            """))
      : .init(
        line: line,
        what: Bilingual(
          zh: "与备份 \(name) 中同一条记录不同", en: "it is another line than in backup \(name)"))
  }

  private func heads() throws -> [Head] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT device, seq, hash FROM journal
          WHERE n IN (SELECT max(n) FROM journal GROUP BY device)
          """
      ).map { Head(device: $0["device"], sequence: $0["seq"], hash: $0["hash"]) }
    }
  }
}

extension LedgerFile {
  /// The backups beside the ledger, and other copies by their files.
  func copies(_ others: [String]) throws -> [CopyCheck] {
    let folder = URL(fileURLWithPath: backupFolder)
    return try backups(in: backupFolder).map { backup in
      let place = folder.appendingPathComponent(backup.name)
      return CopyCheck(
        path: place.appendingPathComponent(Backup.ledgerName).path, name: backup.name)
    } + others.map { CopyCheck(path: $0, name: $0) }
  }
}
