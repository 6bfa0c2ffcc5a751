import Foundation
import Screens

/// Times long work by the steps that it reports, and shows it some ten times a second.
final class Meter {
  typealias Progress = (_ done: Int, _ of: Int) throws -> Void

  /// How far the work was when it was last shown.
  private(set) var work: Work?
  private let show: (Work) throws -> Void
  /// Before it nothing is shown: what is done by then need not be watched.
  private let patience: ContinuousClock.Instant
  private var begun = ContinuousClock.now
  private var shown = ContinuousClock.now
  /// What ended the work: to be thrown at each further step, for not every library passes it on.
  private var end: (any Error)?

  /// - Parameters:
  ///   - delay: How long nothing is shown.
  ///   - show: Shows how far the work is; throws `CancellationError` where it is to stop.
  init(after delay: Duration = .zero, _ show: @escaping (Work) throws -> Void) {
    patience = .now + delay
    self.show = show
  }

  /// What takes the reports of one kind of work; its first is shown at once, or when patience is at an end.
  func measuring(_ kind: Work.Kind) -> Progress {
    { [self] done, total in try step(kind, done, total) }
  }

  private func step(_ kind: Work.Kind, _ done: Int, _ total: Int) throws {
    if let end { throw end }
    let now = ContinuousClock.now
    // Steps of another sort are counted from their own beginning.
    let isNew = work.map { $0.kind != kind || done < $0.done } ?? true
    if isNew { begun = now }
    guard now >= patience, isNew || now - shown > .milliseconds(100) else { return }
    shown = now
    let present = Work(
      kind, done: done, of: total, taken: Int((now - begun) / .milliseconds(1)))
    work = present
    do {
      try show(present)
    } catch {
      end = error
      throw error
    }
  }
}
