import Almanac
import Canvas
import Foundation
import Ledger
import Screens

/// How far a command's long work has come, on standard error; Ctrl-C stops it between two steps, so that what
/// it had begun is taken away again.
enum Progress {
  /// Runs something whose steps a meter takes, and shows them: on one line of a terminal that changes, or in
  /// sentences where the program speaks in lines.
  ///
  /// - Throws: What the body throws; ``Interruption`` after Ctrl-C.
  static func shown<Value>(_ body: (Meter) throws -> Value) throws -> Value {
    let isSeen = isatty(STDERR_FILENO) == 1
    let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"
    var spoken = Settings.present.isPlain || isSeen && isDumb ? SpokenWork() : nil
    defer { clear() }
    return try stoppable { check in
      let meter = Meter { work in
        if let words = spoken?.sentence(work) {
          write(words[Speech.language] + "\n")
        } else if spoken == nil, isSeen {
          write("\r\(Cells.clip(line(work)[Speech.language], to: columns - 1))\u{1B}[K")
          isLineShown = true
        }
        try check()
      }
      do {
        return try body(meter)
      } catch is CancellationError {
        throw Interruption(kind: meter.work?.kind ?? .verify)
      }
    }
  }

  /// Runs something that Ctrl-C, as a signal, stops at its next check, which throws `CancellationError` then.
  ///
  /// - Throws: What the body throws.
  static func stoppable<Value>(
    _ body: (_ check: @escaping () throws -> Void) throws -> Value
  ) rethrows -> Value {
    isInterrupted = false
    var noting = sigaction()
    noting.__sigaction_handler.sa_handler = { _ in Progress.isInterrupted = true }
    var former = sigaction()
    sigaction(SIGINT, &noting, &former)
    defer { sigaction(SIGINT, &former, nil) }
    return try body { if isInterrupted { throw CancellationError() } }
  }

  /// The width of the terminal; what is longer could not be written over.
  private static var columns: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// Takes the line away, before anything else is written.
  static func clear() {
    guard isLineShown else { return }
    isLineShown = false
    write("\r\u{1B}[K")
  }

  /// Set by the signal alone.
  nonisolated(unsafe) private static var isInterrupted = false
  /// Of the one thread.
  nonisolated(unsafe) private static var isLineShown = false

  /// As `正在核验台账 28%，约还需 4 秒（Ctrl-C 停止）`.
  private static func line(_ work: Work) -> Bilingual {
    work.kind.name + Bilingual(verbatim: " ") + work.progress
      + Bilingual(zh: "（Ctrl-C 停止）", en: " (Ctrl-C stops it)")
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

extension LedgerFile {
  /// Opens a ledger; where registers of an older form are folded anew it shows how far that is.
  ///
  /// - Throws: ``LedgerError``; ``Interruption`` after Ctrl-C.
  static func shown(_ path: String) throws -> LedgerFile {
    try Progress.shown {
      try LedgerFile(path: path, calendar: Shipped.calendar, progress: $0.measuring(.rebuild))
    }
  }
}

/// Ctrl-C stopped a command's long work.
struct Interruption: Error {
  var kind: Work.Kind

  /// Says what holds now and ends the process by the signal, so that a script that called it ends too.
  func end() -> Never {
    Output.error(kind.stopped)
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
    exit(130)
  }
}
