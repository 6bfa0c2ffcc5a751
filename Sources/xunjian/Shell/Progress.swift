import Almanac
import Foundation

/// How far a long run has come, on one line of a terminal's standard error; nothing where that is no
/// terminal or the run is short.
enum Progress {
  /// Below so many steps nobody waits.
  private static let long = 2000

  /// Runs something that tells how far it is, and takes the line away at its end.
  static func shown<Value>(
    _ body: (_ progress: (_ done: Int, _ of: Int) -> Void) throws -> Value
  ) rethrows -> Value {
    let isSeen = isatty(STDERR_FILENO) == 1
    var hasLine = false
    defer { if hasLine { write("\r\u{1B}[K") } }
    return try body { done, total in
      guard isSeen, total >= long else { return }
      hasLine = true
      let words = Bilingual(zh: "核验中", en: "checking")[Speech.language]
      write("\r\(words) \(done)/\(total)\u{1B}[K")
    }
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
