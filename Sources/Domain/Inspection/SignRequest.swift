import Almanac

/// A walk as it comes from a screen or the command line.
public struct SignRequest: Hashable, Sendable {
  /// What the walk fulfils.
  public var occurrence: OccurrenceKey
  /// Other occurrences of the same place that the same walk fulfils: a record for each, one act.
  public var companions: [OccurrenceKey]
  /// By item; one that is left out is unanswered, never a pass.
  public var answers: [ItemKey: Answer]
  /// The items whose answers came from "all the rest pass": their number is shown on the record.
  public var passedAtOnce: Set<ItemKey>
  /// Who walked, and when.
  public var walk: Signing.Walk
  /// What was photographed at findings, by item: attached to the hazards in the same act.
  public var photographs: [ItemKey: [Photograph]]

  /// A walk from its answers and its people and times.
  public init(
    occurrence: OccurrenceKey, companions: [OccurrenceKey] = [], answers: [ItemKey: Answer],
    passedAtOnce: Set<ItemKey> = [], walk: Signing.Walk,
    photographs: [ItemKey: [Photograph]] = [:]
  ) {
    self.photographs = photographs
    self.occurrence = occurrence
    self.companions = companions
    self.answers = answers
    self.passedAtOnce = passedAtOnce
    self.walk = walk
  }
}

extension SignRequest {
  /// The walk once for each occurrence, the one opened first, with all that deciding about it needs.
  func signings(with records: some Records) throws -> [Signing] {
    var seen: Set<OccurrenceKey> = []
    return try ([occurrence] + companions).filter { seen.insert($0).inserted }
      .map { try signing(of: $0, with: records) }
  }

  private func signing(of key: OccurrenceKey, with records: some Records) throws -> Signing {
    let bureau = try records.bureau.asOf(walk.to)
    guard let occurrence = bureau.occurrence(key, around: walk.to.day),
      let place = bureau.place(key.place), let plan = bureau.plan(of: key),
      let questionnaire = try records.questionnaire(key, on: walk.to.day)
    else { throw RoundError.noSuchOccurrence(key.description) }
    let book = RoundBook(bureau: bureau, fulfilments: [:], notes: [:], drafts: [:])
    let answers = try answers.mapValues { try $0.worded() }
    var former: [ItemKey: Hazard.ID] = [:]
    for (item, answer) in answers where answer.finding != nil {
      former[item] = try records.lastClosed(at: place.id, item: item)
    }
    return Signing(
      occurrence: occurrence, place: place,
      title: book.title(of: plan, period: occurrence.period), questionnaire: questionnaire,
      answers: answers, passedAtOnce: passedAtOnce, walk: walk,
      openHazards: try records.openHazards(at: place.id), former: former,
      existing: try records.fulfilment(of: key)?.inspection,
      calendar: bureau.calendar, deadlines: bureau.organization.deadlineRule,
      firstOff: plan.trigger.kind == .preholiday ? occurrence.miss : nil)
  }
}
