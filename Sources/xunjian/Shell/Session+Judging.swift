import Almanac
import ArgumentParser
import Domain
import Foundation
import Screens

extension Session {
  /// Performs one of several acts: what is refused leaves the others standing.
  ///
  /// - Returns: Why nothing was done; nil where it was.
  /// - Throws: What the ledger or a key cannot do, which ends them all.
  func refusal(
    of act: HazardAct, entered: Entered? = nil, scan: ScannedPaper? = nil,
    by decider: Person.ID
  ) throws -> (any Refusal)? {
    do {
      try act.check(ledger.hazard(act.hazard))
    } catch let error as any Refusal {
      return error
    }
    return try refusal(
      of: .hazard(act.hazard, act.command), entered: entered, scan: scan, by: decider)
  }

  /// Performs one of several commands likewise.
  func refusal(
    of command: Command, entered: Entered? = nil, scan: ScannedPaper? = nil, by decider: Person.ID
  ) throws -> (any Refusal)? {
    do {
      try perform(command, scan: scan, entered: entered, by: decider)
      return nil
    } catch let error as any Refusal {
      return error
    }
  }

  /// Performs several acts one by one, with a key that is opened once.
  ///
  /// - Parameter progress: Told before each act how many of how many are judged; once it throws
  ///   `CancellationError` no further act is begun, and what was done stays.
  /// - Returns: Why each was not done; nil where it was.
  /// - Throws: What the ledger or a key cannot do, which ends them all.
  func each<Act>(
    _ acts: [Act], watchedBy progress: Meter.Progress = { _, _ in },
    _ refusal: (Act) throws -> (any Refusal)?
  ) throws -> [(any Refusal)?] {
    try keys.together {
      var isStopped = false
      return try acts.enumerated().map { index, act in
        do {
          if !isStopped { try progress(index, acts.count) }
        } catch is CancellationError {
          isStopped = true
        }
        return isStopped ? ActStopped() : try refusal(act)
      }
    }
  }

  /// The same for a command: many acts are shown as they go, and Ctrl-C stops them before the next.
  func eachShown<Act>(
    _ acts: [Act], _ refusal: (Act) throws -> (any Refusal)?
  ) throws -> [(any Refusal)?] {
    guard acts.count >= Work.many else { return try each(acts, refusal) }
    let refusals = try Progress.shown { try each(acts, watchedBy: $0.measuring(.act), refusal) }
    if refusals.contains(where: { $0 is ActStopped }) {
      Output.error(refusals.map { Judgement(subject: "", refusal: $0?.message) }.outcome)
    }
    return refusals
  }
}

extension [(any Refusal)?] {
  /// Ends a command whose acts were not all done: with the status of the first that was refused, or as Ctrl-C
  /// ends one.
  ///
  /// - Throws: `ExitCode`.
  func requireNone() throws {
    if contains(where: { $0 is ActStopped }) { throw ExitCode(128 + SIGINT) }
    let first = lazy.compactMap(\.self).first
    if let status = first.flatMap({ Failure($0)?.status }) { throw ExitCode(status.rawValue) }
  }
}

/// The person stopped several acts before this one.
struct ActStopped: Refusal {
  var kind: RefusalKind { .badData }
  var message: Bilingual { Work.Kind.act.stopped }
}
