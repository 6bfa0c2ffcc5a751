import Almanac
import Foundation

/// What is mounted where, as the kernel lists it.
enum Mounts {
  /// File systems on which SQLite's write-ahead log does not hold what two machines write.
  private static let networks = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ceph",
  ]

  /// Whether a kind of file system lies on another machine.
  static func isNetwork(_ kind: String) -> Bool { networks.contains(kind) }

  /// What to say of a ledger on another machine's disk; nil where it lies on this one's.
  static func warning(of ledger: String) -> Bilingual? {
    let folder = URL(fileURLWithPath: ledger).deletingLastPathComponent().path
    return kind(of: folder).flatMap { isNetwork($0) ? advice : nil }
  }

  /// SQLite's write-ahead log does not work over a network (SQLite, Write-Ahead Logging, section 2.3).
  static let advice = Bilingual(
    zh: "网络盘上多人同时使用会损坏台账，请移到本机磁盘。",
    en: "On a network disk several users at once damage the ledger; move it to a local disk.")

  /// The kind of file system that a folder is on, as `ext4` or `nfs4`; nil where that is not known.
  static func kind(of folder: String) -> String? {
    (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8))
      .flatMap { kind(of: folder, in: $0) }
  }

  /// The kind by a list in the form of proc(5); of two mounts on one folder the later one counts.
  static func kind(of folder: String, in list: String) -> String? {
    let path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let mounts = list.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    return mounts.filter { mount in
      mount.count > 2 && (path + "/").hasPrefix(point(mount[1]) + "/")
    }.reversed().max { point($0[1]).count < point($1[1]).count }?[2]
  }

  /// The folder of a mount: blanks in it are written as `\040`, the root is no name at all.
  private static func point(_ text: String) -> String {
    let plain = text.replacingOccurrences(of: "\\040", with: " ")
    return plain == "/" ? "" : plain
  }
}
