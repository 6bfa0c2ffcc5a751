import Almanac
import Foundation
import Screens

/// How far a command's long work has come, on one line of a terminal's standard error; Ctrl-C stops it between
/// two steps, so that what it had begun is taken away again.
enum Progress {
  /// Runs something whose steps a meter takes, and takes the line away at its end.
  ///
  /// - Throws: What the body throws; ``Interruption`` after Ctrl-C.
  static func shown<Value>(_ body: (Meter) throws -> Value) throws -> Value {
    let isSeen = isatty(STDERR_FILENO) == 1
    let former = signal(SIGINT) { _ in Progress.isInterrupted = true }
    defer {
      signal(SIGINT, former)
      if isSeen { write("\r\u{1B}[K") }
    }
    let meter = Meter { work in
      if isSeen { write("\r\(line(work)[Speech.language])\u{1B}[K") }
      if isInterrupted { throw CancellationError() }
    }
    do {
      return try body(meter)
    } catch is CancellationError {
      throw Interruption(kind: meter.work?.kind ?? .verify)
    }
  }

  /// Set by the signal alone, before the command ends.
  nonisolated(unsafe) private static var isInterrupted = false

  /// As `正在核验台账 28%，约还需 4 秒（Ctrl-C 停止）`.
  static func line(_ work: Work) -> Bilingual {
    work.kind.name + Bilingual(verbatim: " ") + work.progress
      + Bilingual(zh: "（Ctrl-C 停止）", en: " (Ctrl-C stops it)")
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
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
