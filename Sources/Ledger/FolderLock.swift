import Foundation

/// Keeps other programs from making a ledger in the same folder meanwhile. The system lets go of it when
/// the program ends, however it ends.
struct FolderLock {
  private let file: Int32

  /// Waits until no other program holds it; where a folder cannot be locked, goes on without.
  init(_ folder: String) {
    file = open(folder, O_RDONLY | O_CLOEXEC)
    if file >= 0 { _ = flock(file, LOCK_EX) }
  }

  /// Lets the next program go on.
  func release() { if file >= 0 { close(file) } }
}
