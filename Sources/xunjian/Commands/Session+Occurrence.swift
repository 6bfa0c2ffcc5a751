import Almanac
import Domain
import Ledger

extension Session {
  /// What there is to do at a place: the round named, or that of the form, or the only one open there;
  /// where none is open, the only one missed.
  ///
  /// - Throws: ``ShellError`` or ``RoundError``.
  func occurrence(
    at place: Place, round: String?, form: FormNumber? = nil
  ) throws -> OccurrenceKey {
    if let round {
      guard let room = try self.round(round).rooms.first(where: { $0.place.id == place.id }) else {
        throw RoundError.noSuchOccurrence("\(round) \(place.name)")
      }
      return room.occurrence.key
    }
    let window = Agenda.window(around: today)
    let rooms = try ledger.rounds(in: window, at: clock.now).flatMap(\.rooms)
      .filter { $0.place.id == place.id }
    if let form, let room = rooms.first(where: { FormNumber($0.occurrence.key) == form }) {
      return room.occurrence.key
    }
    let open = rooms.filter { $0.state == .open || $0.state == .overdue }
    let keys = (open.isEmpty ? rooms.filter { $0.state == .missed } : open).map(\.occurrence.key)
    guard let key = keys.first else { throw ShellError.notDue(place.name) }
    guard keys.count == 1 else { throw ShellError.ambiguousRound(keys.map(\.round)) }
    return key
  }

  /// The round of a name as `monthly/2026-11`.
  ///
  /// - Throws: ``RoundError``.
  func round(_ text: String) throws -> Round {
    guard let key = RoundKey(text), let round = try ledger.round(key, at: clock.now) else {
      throw RoundError.noSuchRound(text)
    }
    return round
  }

  /// A walk by its numbers, ready to be signed.
  ///
  /// - Parameter companions: What is signed in the same act; the numbers are those of the merged list.
  /// - Throws: ``GivenAnswerError``, ``SigningError`` or ``RoundError``.
  func request(
    _ key: OccurrenceKey, with companions: [OccurrenceKey] = [], _ given: GivenAnswers,
    walk: Signing.Walk
  ) throws -> SignRequest {
    let questionnaires = try ([key] + companions).map { key in
      guard let questionnaire = try ledger.questionnaire(key, on: walk.to.day) else {
        throw RoundError.noSuchOccurrence(key.description)
      }
      return questionnaire
    }
    let whole = Questionnaire(merging: questionnaires)
    let (answers, passed) = try given.resolved(
      for: whole, hazards: ledger.hazards(HazardFilter(place: key.place)), in: language)
    return SignRequest(
      occurrence: key, companions: companions, answers: answers, passedAtOnce: passed, walk: walk,
      photographs: given.photographs(of: whole))
  }
}
