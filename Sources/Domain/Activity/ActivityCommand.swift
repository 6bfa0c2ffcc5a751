import Almanac

/// An entry that is to be recorded. May be refused.
public struct ActivityRequest: Hashable, Sendable {
  /// Its sort, as the program or the ledger has it; the ledger's own goes before.
  public var kind: ActivityKind
  /// What it says.
  public var content: Activity.Content

  /// A request from a kind and what the entry says.
  public init(_ kind: ActivityKind, _ content: Activity.Content) {
    self.kind = kind
    self.content = content
  }
}

/// What may be asked to be done with an entry once it is recorded. May be refused.
public enum ActivityCommand: Hashable, Sendable {
  case correct(Activity.Content, reason: String)
  case withdraw(reason: String)
  case read
  case resolve(Int, note: String? = nil)
}

/// A reason an act on the register of activities was refused. Nothing was written.
public enum ActivityError: Refusal, Hashable {
  case noSuchKind(String)
  case noSuchActivity(String)
  case noSuchField(String, kind: Bilingual, fields: [String])
  case noSuchPerson(String)
  case retired(Bilingual, Day)
  case titleMissing
  case inFuture(Day)
  case badCount(Bilingual, String)
  case badChoice(Bilingual, String, [ActivityField.Choice])
  case badFlag(Bilingual, String)
  case badValue(Bilingual)
  /// One who is in office no more on that day.
  case left(String, last: Day)
  case reasonMissing
  case isWithdrawn(String)
  case sameAsBefore
  /// Who recorded it, by name.
  case notRecorder(String)
  case notCirculated(Bilingual)
  case readAlready(String)
  case noSuchResolution(Int, of: String)
  case resolvedAlready(Int)
  /// Who is to carry it out, by name.
  case notOwner(String)
  case resolutionMissing
  case badResolution(String)
  case dueBefore(Day, Day)
  case badID(String)
  case doubledField(String)
  case fieldGone(String)
  /// A field that has answers already.
  case fieldUsed(Bilingual)
  case choicesMissing(Bilingual)
  case choiceGone(Bilingual, String)
  case badTarget(Int)

  /// Whether the subject, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchKind, .noSuchActivity: .noSuchSubject
    case .notRecorder, .notOwner: .notPermitted
    case .noSuchField, .noSuchPerson, .retired, .titleMissing, .inFuture, .badCount, .badChoice,
      .badFlag, .badValue, .left, .reasonMissing, .isWithdrawn, .sameAsBefore, .notCirculated,
      .readAlready, .noSuchResolution, .resolvedAlready, .resolutionMissing,
      .badResolution, .dueBefore, .badID,
      .doubledField, .fieldGone, .fieldUsed, .choicesMissing, .choiceGone, .badTarget:
      .badData
    }
  }
}
