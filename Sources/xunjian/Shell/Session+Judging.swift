import Domain
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
  func judged<Act>(
    _ acts: [Act], _ subject: (Act) -> String, _ refusal: (Act) throws -> (any Refusal)?
  ) throws -> Message {
    .judged(
      try keys.together {
        try acts.map { Judgement(subject: subject($0), refusal: try refusal($0)?.message) }
      })
  }
}
