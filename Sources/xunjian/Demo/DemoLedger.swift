import Almanac
import Domain
import Intake
import Ledger

/// The sample office's ledger.
enum DemoLedger {
  /// Makes it, with its history unless it is to be empty: all in one transaction.
  ///
  /// - Parameters:
  ///   - now: The end of the history.
  ///   - months: How far back it begins.
  ///   - progress: Told how many days of how many are played; what it throws ends it, and nothing is left.
  /// - Throws: ``LedgerError``, or what `progress` throws.
  static func make(
    at path: String, now: Moment, in language: Language, months: Int = History.usualMonths,
    isEmpty: Bool = false, progress: Meter.Progress = { _, _ in }
  ) throws {
    let calendar = Shipped.calendar
    let lines = try setup(in: language).decide(hash: { try Publishing.hash($0) })
    guard !isEmpty else {
      return try LedgerFile.create(path: path, calendar: calendar, lines: lines, at: now)
    }
    var history = try History(
      lines: lines, calendar: calendar, now: now, language: language, months: months)
    let start = History.start(before: now, calendar: calendar, months: months)
    try LedgerFile.create(path: path, calendar: calendar, lines: lines, at: start) { writer in
      while let act = history.next() {
        try progress(act.at.day - start.day, now.day - start.day + 1)
        let written = try writer.act(act.actor, entered: act.entered, at: act.at) {
          try act.command.decide(with: $0, in: $1)
        }
        history.note(written, of: act)
      }
    }
  }

  /// The sample office, its names in Chinese or in Latin letters.
  static func setup(in language: Language) throws -> Setup {
    let file =
      switch language {
      case .chinese: "demo.yaml"
      case .english: "demo-en.yaml"
      }
    var setup = try BureauFile.read(
      Shipped.bytes(file), file: file, checklists: Shipped.checklists())
    setup.isPractice = true
    return setup
  }
}
