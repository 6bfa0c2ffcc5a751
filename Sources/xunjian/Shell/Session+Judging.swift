import Domain

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
      try perform(
        .hazard(act.hazard, act.command), scan: scan, entered: entered,
        by: decider)
      return nil
    } catch let error as any Refusal {
      return error
    }
  }
}
