import Almanac
import Domain
import Foundation
import Ledger

/// Watches the folder into which an agency's client drops messages, and takes each as soon as it is whole.
/// Nothing there is moved or changed.
struct AlertWatch {
  /// What is known of a file that could not be read.
  private struct Unread {
    var stamp: String
    /// Looks at it since it changed.
    var looks = 0
    var isTold = false
  }

  /// Looks at an unchanged file after which it counts as refused and not as half written.
  private static let patience = 4
  private static let interval = timespec(tv_sec: 0, tv_nsec: 500_000_000)

  let folder: String
  let options: GlobalOptions
  private var taken: [String: String] = [:]
  private var unread: [String: Unread] = [:]

  init(folder: String, options: GlobalOptions) {
    self.folder = folder
    self.options = options
  }

  /// Runs until it is interrupted.
  ///
  /// - Throws: ``ShellError`` without such a folder, and what concerns all messages.
  func run() throws {
    guard AlertFolder.isFolder(folder) else { throw ShellError.noSuchFile(folder) }
    var ending = Self.blockedSignals()
    var watch = self
    var intake = AlertIntake(session: try Session(options))
    _ = try intake.session.actor()
    let begun = Bilingual(
      zh: "正在看守 \(folder)，Ctrl-C 结束", en: "watching \(folder); Ctrl-C ends it")
    Output.line(begun[intake.session.language])
    repeat {
      try watch.look(&intake)
      try intake.tellOfExpiry()
    } while !Self.isInterrupted(&ending)
    intake.tell()
  }

  private mutating func look(_ intake: inout AlertIntake) throws {
    let files = (try? AlertFolder.files(folder)) ?? []
    var good: [AlertIntake.Read] = []
    for file in files {
      guard let stamp = AlertFolder.stamp(of: file), taken[file] != stamp else { continue }
      do {
        good.append(try AlertIntake.read(file))
        taken[file] = stamp
        unread[file] = nil
      } catch {
        try note(error, of: file, stamp, &intake)
      }
    }
    do {
      try intake.take(good)
    } catch LedgerError.busy {
      for read in good { taken[read.file] = nil }
    }
  }

  /// A file that cannot be read may still be written: it is refused when it has not changed for a while.
  private mutating func note(
    _ error: any Error, of file: String, _ stamp: String, _ intake: inout AlertIntake
  ) throws {
    var known = unread[file] ?? Unread(stamp: stamp)
    if known.stamp != stamp { known = Unread(stamp: stamp) }
    known.looks += 1
    if known.looks > Self.patience, !known.isTold {
      known.isTold = true
      try intake.refuse(error)
    }
    unread[file] = known
  }

  /// The signals that end it, kept waiting until they are asked for.
  private static func blockedSignals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    return signals
  }

  /// Waits for the next look; whether the end was asked for meanwhile.
  private static func isInterrupted(_ signals: inout sigset_t) -> Bool {
    var interval = interval
    return sigtimedwait(&signals, nil, &interval) > 0
  }
}
