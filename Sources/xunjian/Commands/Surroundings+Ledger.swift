import Almanac
import Domain
import Foundation
import Ledger

/// The ledger's file: its place, who may use it, the disk, its backups.
extension Surroundings {
  var ledger: [Check] {
    do {
      let ledger = try LedgerFile(path: path, calendar: Shipped.calendar, onlyReading: true)
      return [
        Check(
          true, Bilingual(zh: "台账库：\(path)", en: "Ledger: \(path)"), Bilingual(verbatim: "")),
        writable, permissions, group, fileSystem, log(ledger), space, try age(ledger),
        try photographs(ledger), try key(ledger),
      ].compactMap(\.self)
    } catch {
      let words = Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription)
      return [Check(false, Bilingual(zh: "台账库：\(path)", en: "Ledger: \(path)"), words)]
    }
  }

  private var writable: Check {
    Check(
      access(path, W_OK) == 0 && access(folder, W_OK) == 0,
      Bilingual(zh: "台账和所在文件夹可写", en: "The ledger and its folder can be written"),
      Bilingual(
        zh: "请检查 \(folder) 的权限，或磁盘是否只读。",
        en: "Check the permissions of \(folder), or whether the disk is read-only."))
  }

  /// Others may not enter; a group's members may.
  private var permissions: Check {
    let bits =
      (try? FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int)
      ?? 0o777
    return Check(
      bits & 0o007 == 0,
      Bilingual(
        zh: "文件夹权限 \(String(bits, radix: 8))", en: "Folder permissions \(String(bits, radix: 8))"),
      Bilingual(zh: "其他人可以进入：chmod o= \(folder)", en: "Others may enter: chmod o= \(folder)"))
  }

  /// Where several logins share the ledger, all that lies there must be the group's.
  private var group: Check? {
    let own = mode(folder)
    guard own & 0o020 != 0 else { return nil }
    let parts = ["", "-wal", "-shm", ".photos"].map { path + $0 }.filter { mode($0) != 0 }
    let closed = parts.filter { mode($0) & 0o060 != 0o060 }
    let isInherited = own & 0o2000 != 0
    return Check(
      isInherited && closed.isEmpty,
      Bilingual(zh: "供用户组共用", en: "Shared by a group"),
      isInherited
        ? Bilingual(
          zh: "同组的人用不了：chmod g+rw \(closed.joined(separator: " "))",
          en: "Others of the group cannot use it: chmod g+rw \(closed.joined(separator: " "))")
        : Bilingual(
          zh: "新文件不归这个组：chmod g+s \(folder)",
          en: "New files will not be the group's: chmod g+s \(folder)"))
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  /// Without the write-ahead log a reader would hold up a writer, and what is said here of other programs fails.
  private func log(_ ledger: LedgerFile) -> Check {
    Check(
      ledger.hasLog,
      Bilingual(
        zh: "日志模式：\(ledger.hasLog ? "WAL" : "回滚日志")",
        en: "Journal mode: \(ledger.hasLog ? "WAL" : "rollback journal")"),
      Bilingual(
        zh: "请运行一次 xunjian today，会自动改为 WAL；仍不行则是磁盘不支持，请移到本机磁盘。",
        en: """
          Run xunjian today once, which sets WAL; where it stays as it is the disk cannot do it: move the \
          ledger to a local disk.
          """))
  }

  /// SQLite's write-ahead log does not work over a network.
  private var fileSystem: Check {
    let kind = Mounts.kind(of: folder) ?? ""
    return Check(
      !Mounts.isNetwork(kind),
      Bilingual(zh: "台账所在磁盘：\(kind)", en: "The ledger's disk: \(kind)"),
      Mounts.advice)
  }

  private var space: Check {
    var found = statvfs()
    let isKnown = statvfs(folder, &found) == 0
    let free = Int(found.f_bavail) * Int(found.f_frsize) / 1_048_576
    return Check(
      !isKnown || free >= 200,
      Bilingual(zh: "剩余空间 \(free) MiB", en: "Free space \(free) MiB"),
      Bilingual(zh: "请腾出至少 200 MiB。", en: "Free at least 200 MiB."))
  }

  private func age(_ ledger: LedgerFile) throws -> Check {
    let last = try ledger.backups(in: ledger.backupFolder).last
    let isRecent = last.map { now.day - $0.made.day <= 7 } ?? false
    return Check(
      isRecent,
      last.map {
        Bilingual(zh: "上次备份 \($0.made.day)", en: "Last backup \($0.made.day)")
      } ?? Bilingual(zh: "还没有备份", en: "No backup yet"),
      Bilingual(
        zh: "请运行 xunjian backup，最好再备一份到另一块磁盘。", en: "Run xunjian backup, best on another disk too.")
    )
  }
}
