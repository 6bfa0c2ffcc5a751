import Foundation

/// Who may use what the ledger writes in a folder: its owner alone, or all of the group that shares it, as the
/// folder itself says.
struct Sharing {
  /// Whether a group writes in the folder: setgid and writable by the group, as after `chmod 2770`.
  let isShared: Bool

  /// The sharing of a folder's content.
  init(in folder: String) {
    var status = stat()
    isShared = stat(folder, &status) == 0 && status.st_mode & 0o2020 == 0o2020
  }

  /// The sharing of what lies in the same folder as a file.
  init(beside path: String) {
    self.init(in: URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }

  /// The mode of a file.
  var fileMode: mode_t { isShared ? 0o660 : 0o600 }
  /// The mode of a folder; what is made in it belongs to the same group.
  var folderMode: mode_t { isShared ? 0o2770 : 0o700 }

  /// Lets the group use a file in a shared folder, whatever the umask of who made it.
  func settle(_ path: String) {
    if isShared { chmod(path, fileMode) }
  }

  /// Makes an empty file for SQLite to fill; the log beside it gets the same mode from SQLite.
  ///
  /// - Throws: ``LedgerError``.
  func makeFile(_ path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isShared ? fileMode : 0o666)
    guard file >= 0 else {
      throw LedgerError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    close(file)
    settle(path)
  }

  /// Makes a folder of the right mode, whatever the umask.
  ///
  /// - Returns: Whether it was not there before; an error stands in `errno`.
  func makeFolder(_ path: String) -> Bool {
    guard mkdir(path, folderMode) == 0 else { return false }
    chmod(path, folderMode)
    return true
  }
}
