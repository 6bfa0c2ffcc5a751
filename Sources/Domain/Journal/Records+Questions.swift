import Almanac

extension Records {
  /// An item as its checklist has it now.
  func item(_ key: ItemKey) throws -> Item? {
    try checklist(key.checklist)?.content.sections.flatMap(\.items).first { $0.id == key.item }
  }

  /// The open hazards that a record has found or met, and that no other standing record has: one met by
  /// several is not gone because one of them was wrong.
  func hazards(restingOn record: Inspection) throws -> [Hazard] {
    try openHazards(at: record.occurrence.place).filter { hazard in
      let others = hazard.records.subtracting([record.id])
      return try hazard.report.inspection != nil && hazard.records.contains(record.id)
        && others.allSatisfy { try inspection($0)?.withdrawn != nil }
    }
  }

  /// What is asked at an occurrence's place; nil if there is no such plan or place.
  ///
  /// - Parameter day: The day walked; what never applied there then is spared. What is spared now when
  ///   nil.
  public func questionnaire(_ key: OccurrenceKey, on day: Day? = nil) throws -> Questionnaire? {
    try questionnaires([key], on: day)[key]
  }

  /// What is asked at the places of some occurrences, each as ``questionnaire(_:on:)`` has it.
  public func questionnaires(
    _ keys: [OccurrenceKey], on day: Day? = nil
  ) throws -> [OccurrenceKey: Questionnaire] {
    let bureau = try bureau
    var checklists: [Checklist.ID: ChecklistVersion] = [:]
    var questionnaires: [OccurrenceKey: Questionnaire] = [:]
    for key in keys {
      guard let plan = bureau.plan(of: key), let place = bureau.place(key.place) else { continue }
      for use in plan.uses where checklists[use.checklist] == nil {
        checklists[use.checklist] = try checklist(use.checklist)
      }
      let (asked, weather) = bureau.asked(of: plan, in: key.period)
      questionnaires[key] = Questionnaire(
        plan: asked, checklists: checklists, place: place,
        isOncePlace: bureau.asksOnce(asked, at: place), weather: weather
      ).sparing(bureau.spared(at: place.id, on: day))
    }
    return questionnaires
  }
}

extension Bureau {
  /// The deadline of a hazard that a corrected record brings: its days count from the correction, for
  /// nobody could mend it before it was known.
  ///
  /// - Parameter today: The day on which the correction is recorded.
  public func proposedDeadline(
    for category: HazardCategory, correcting record: Inspection, on today: Day
  ) -> Day {
    let walked = record.content.walked
    let isBeforeBreak = plan(of: record.occurrence)?.trigger.kind == .preholiday
    let firstOff = isBeforeBreak ? occurrence(record.occurrence, around: walked)?.miss : nil
    return proposedDeadline(for: category, found: max(walked, today), beforeBreak: firstOff)
  }

  /// The occurrence of a key, if the plans give it: looked for on the day first, then far around it.
  public func occurrence(_ key: OccurrenceKey, around day: Day) -> Occurrence? {
    occurrence(key, in: day...day) ?? occurrence(key, in: (day - 400)...(day + 40))
  }

  private func occurrence(_ key: OccurrenceKey, in window: ClosedRange<Day>) -> Occurrence? {
    Schedule.occurrences(
      plans: plans.filter { $0.id == key.plan }, places: places.filter { $0.id == key.place },
      calendar: calendar, seasons: seasons, alerts: alerts, in: window, applies: covers
    ).first { $0.key == key }
  }
}

/// A reason a round or occurrence was not found.
public enum RoundError: Refusal, Hashable {
  case noSuchOccurrence(String)
  case noSuchRound(String)

  /// Always ``RefusalKind/noSuchSubject``.
  public var kind: RefusalKind { .noSuchSubject }
  /// What the person at the keyboard should read, and where to look.
  public var message: Bilingual {
    switch self {
    case .noSuchOccurrence(let text):
      Bilingual(
        zh: "没有检查任务“\(text)”；用 schedule 查看。",
        en: "There is no occurrence “\(text)”; see schedule.")
    case .noSuchRound(let text):
      Bilingual(
        zh: "没有轮次“\(text)”；用 round list 查看。", en: "There is no round “\(text)”; see round list.")
    }
  }
}
