import Almanac
import Domain

extension LedgerFile {
  /// What a command would lead to now, with nothing written; the numbers in it are not those it will have.
  ///
  /// - Throws: A `Refusal`, or ``LedgerError``.
  public func foresee(
    _ command: Command, by actor: Person.ID, at now: Moment
  ) throws -> [Happening] {
    try query { records in
      let bureau = try records.bureau
      guard let person = bureau.person(actor) else {
        throw PersonError.noSuchPerson(actor.rawValue)
      }
      let situation = Situation(
        now: now, actor: bureau.acting(person, on: now.day),
        numbering: Numbering(year: now.day.year, hazard: 1, inspection: 1))
      return try situation.decided { try command.decide(with: records, in: $0) }.lines
    }
  }
}
