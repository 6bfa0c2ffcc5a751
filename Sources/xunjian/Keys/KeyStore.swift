import Almanac
import Domain
import Foundation
import Ledger

/// Where the private halves of keys lie: `$XDG_CONFIG_HOME/xunjian/keys`, one file for each ledger and
/// person, which only its owner may read.
struct KeyStore {
  let folder: String

  /// The folder of the user's settings, as the environment names it.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    let settings = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    folder = (settings ?? home + "/.config") + "/xunjian/keys"
  }

  func path(ledger: String, person: Person.ID) -> String { "\(folder)/\(ledger)-\(person).key" }

  /// The key of a person in a ledger; nil where none lies here.
  ///
  /// - Throws: ``KeyStoreError`` for one that others can read or that is damaged.
  func read(ledger: String, person: Person.ID) throws -> KeyFile? {
    let path = path(ledger: ledger, person: person)
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw KeyStoreError.unreadable(path, reason: String(cString: strerror(errno)))
    }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    try requireOwn(folder, status(folder), isFolder: true)
    var found = stat()
    fstat(file, &found)
    try requireOwn(path, found, isFolder: false)
    do {
      let key = try KeyFile(text: handle.readToEnd() ?? Data())
      guard key.ledger == ledger, key.person == person else { throw KeyFileError.damaged }
      return key
    } catch let error as KeyFileError {
      throw KeyStoreError.unusable(path, error)
    }
  }

  /// Puts a key's file in place, whole or not at all: written beside, then named once the act is done.
  ///
  /// - Throws: What the act throws, with the former file as it was.
  func write(_ key: KeyFile, after act: () throws -> Void = {}) throws {
    let path = path(ledger: key.ledger, person: key.person)
    let draft = path + ".\(getpid()).new"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw KeyStoreError.unwritable(folder, reason: String(cString: strerror(errno)))
    }
    try requireOwn(folder, status(folder), isFolder: true)
    unlink(draft)
    defer { unlink(draft) }
    try fill(draft, with: key.text())
    try act()
    guard rename(draft, path) == 0 else { throw unwritable(path) }
    settle()
  }

  private func fill(_ path: String, with text: Data) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw unwritable(path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: text)
      try handle.synchronize()
    } catch {
      throw unwritable(path)
    }
  }

  /// Has the new name reach the disk.
  private func settle() {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  private func unwritable(_ path: String) -> KeyStoreError {
    .unwritable(path, reason: String(cString: strerror(errno)))
  }

  private func status(_ path: String) -> stat {
    var found = stat()
    lstat(path, &found)
    return found
  }

  /// - Throws: ``KeyStoreError`` unless it belongs to this user and nobody else may open it.
  private func requireOwn(_ path: String, _ found: stat, isFolder: Bool) throws {
    guard found.st_uid == geteuid() else { throw KeyStoreError.notOwn(path) }
    guard found.st_mode & 0o077 == 0 else {
      throw KeyStoreError.open(path, mode: isFolder ? "700" : "600")
    }
  }
}

/// A reason a key's file was not used. Nothing was written to the ledger.
enum KeyStoreError: Refusal, Hashable {
  /// Others may read it; the mode that it should have.
  case open(String, mode: String)
  case notOwn(String)
  case unreadable(String, reason: String)
  case unwritable(String, reason: String)
  case unusable(String, KeyFileError)

  var kind: RefusalKind {
    switch self {
    case .open, .notOwn: .notPermitted
    case .unreadable, .unwritable, .unusable: .badData
    }
  }

  var message: Bilingual {
    switch self {
    case .open(let path, let mode):
      Bilingual(
        zh: "别人也能读 \(path)，没有使用，没有写入。请先 chmod \(mode) \(path)；"
          + "若可能已被别人复制，再用 key make --replace 另做密钥。",
        en: """
          Others can read \(path): it was not used and nothing was written. Run chmod \(mode) \(path) \
          first; if someone may have copied it, make another key with key make --replace.
          """)
    case .notOwn(let path):
      Bilingual(
        zh: "\(path) 属于别的用户，没有使用。请换成自己的登录名，或请系统管理员改回属主。",
        en: "\(path) belongs to another user and was not used. Have its owner set right.")
    case .unreadable(let path, let reason):
      Bilingual(
        zh: "读不了密钥文件 \(path)（\(reason)），没有写入。",
        en: "Cannot read the key's file \(path) (\(reason)); nothing was written.")
    case .unwritable(let path, let reason):
      Bilingual(
        zh: "写不了密钥文件 \(path)（\(reason)）。", en: "Cannot write the key's file \(path) (\(reason)).")
    case .unusable(let path, let error):
      Bilingual(zh: "密钥文件 \(path) ", en: "The key's file \(path) cannot be used: ")
        + error.reason + Bilingual(zh: "。", en: ".")
    }
  }
}
