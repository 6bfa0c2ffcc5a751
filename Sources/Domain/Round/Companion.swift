import Almanac

/// Another round of a place that is open too, so that one walk may fulfil both.
public struct Companion: Hashable, Sendable {
  /// What is signed together with the occurrence opened.
  public var occurrence: OccurrenceKey
  /// Its round's title, as `第48周用电消防防盗周查`.
  public var title: Bilingual
  /// The first day on which it can be walked.
  public var start: Day
  /// The last day on which it is on time.
  public var due: Day
  /// The first day off of the break that its round prepares.
  public var firstOff: Day?
  /// What it asks at the place.
  public var questionnaire: Questionnaire
  /// The last standing record of the place by its plan before.
  public var last: Inspection?

  /// A companion from its occurrence and round, its questions and the record before.
  public init(
    occurrence: OccurrenceKey, title: Bilingual, start: Day, due: Day, firstOff: Day?,
    questionnaire: Questionnaire, last: Inspection?
  ) {
    self.occurrence = occurrence
    self.title = title
    self.start = start
    self.due = due
    self.firstOff = firstOff
    self.questionnaire = questionnaire
    self.last = last
  }
}

extension RoundBook {
  /// What may be walked together with an occurrence, by due day: the place's other occurrences that are
  /// open or overdue and in nobody's draft but that of the occurrence itself.
  ///
  /// - Parameters:
  ///   - questionnaire: What is asked at an occurrence.
  ///   - last: The last standing record of the place by the occurrence's plan before it.
  public func companions(
    of key: OccurrenceKey, on today: Day,
    questionnaire: (OccurrenceKey) throws -> Questionnaire?,
    last: (OccurrenceKey) throws -> Inspection?
  ) rethrows -> [Companion] {
    let window = Agenda.window(around: today)
    let here = bureau.occurrences(at: key.place, in: window).filter { $0.key != key }
    return try rounds(of: here, in: window, on: today).flatMap { round in
      try round.rooms.filter { $0.mayJoin(key) }
        .compactMap { room -> Companion? in
          let other = room.occurrence.key
          return try questionnaire(other).map {
            Companion(
              occurrence: other, title: round.title, start: room.occurrence.start,
              due: room.occurrence.due, firstOff: round.firstOff, questionnaire: $0,
              last: try last(other))
          }
        }
    }
  }
}

extension Round.Room {
  fileprivate func mayJoin(_ key: OccurrenceKey) -> Bool {
    (state == .open || state == .overdue) && (draft.map { $0.occurrence == key } ?? true)
  }
}
