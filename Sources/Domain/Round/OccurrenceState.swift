import Almanac

/// How it stands with an occurrence on a day.
public enum OccurrenceState: String, Hashable, Sendable, Codable, CaseIterable {
  case upcoming
  case open
  case overdue
  case missed
  case done
  case doneLate
  case excused
  case lifted

  /// The field's word for it, as shown and printed.
  public var name: Bilingual {
    switch self {
    case .upcoming: Bilingual(zh: "未到期", en: "upcoming")
    case .open: Bilingual(zh: "待检查", en: "open")
    case .overdue: Bilingual(zh: "逾期", en: "overdue")
    case .missed: Bilingual(zh: "漏检", en: "missed")
    case .done: Bilingual(zh: "已检", en: "done")
    case .doneLate: Bilingual(zh: "补检", en: "done late")
    case .excused: Bilingual(zh: "免查", en: "excused")
    case .lifted: Bilingual(zh: "随预警解除", en: "lifted")
    }
  }

  /// Whether a walk was made.
  public var isWalked: Bool { self == .done || self == .doneLate }
  /// Whether nothing more is asked of it.
  public var isSettled: Bool { isWalked || self == .excused || self == .lifted }
}

/// What the ledger holds about an occurrence: the record that fulfils it, in brief.
public struct Fulfilment: Hashable, Sendable, Codable {
  /// What was walked.
  public var occurrence: OccurrenceKey
  /// The number of the record, as `检2026-0341`.
  public var inspection: Inspection.ID
  /// The day walked, not the day of recording.
  public var walked: Day
  /// The day on which the record was signed in the program.
  public var recorded: Day
  /// How it came in; a belated one is late unless recorded by the due day.
  public var entry: Inspection.Entry
  /// The section the place belonged to when it was signed; its head countersigns.
  public var section: Section.ID?
  /// Who walked; at least one.
  public var inspectors: [Person.ID]
  /// The leader who led the walk; nil if none did.
  public var ledBy: Person.ID?
  /// Whether the section head has signed; it waits (待签) until then.
  public var isCountersigned: Bool
  /// Items asked, without those not applicable.
  public var asked: Int
  /// The items at which something was found wrong: fails, readings out of range and choices that are findings.
  public var found: [ItemKey]
  /// Seconds the room was open on screen; nil if not on site. Never printed.
  public var seconds: Int?

  /// The brief of a record.
  public init(_ inspection: Inspection) {
    occurrence = inspection.content.occurrence
    self.inspection = inspection.id
    walked = inspection.content.walked
    recorded = inspection.recorded.day
    entry = inspection.content.entry
    section = inspection.content.section
    inspectors = inspection.content.inspectors
    ledBy = inspection.content.ledBy
    isCountersigned = inspection.countersigned != nil
    asked = inspection.asked
    found = inspection.content.answers.filter { $0.answer.finding != nil }.map(\.item)
    seconds = inspection.content.seconds
  }

  /// How many things were found wrong.
  public var findings: Int { found.count }

  /// Done if walked by the due day and not belated, or belated but recorded by then; late otherwise.
  public func isLate(for occurrence: Occurrence) -> Bool {
    entry.isLate(walked: walked, recorded: recorded, due: occurrence.due)
  }
}

extension Inspection.Entry {
  /// Whether a walk counts as made up late (补检).
  func isLate(walked: Day, recorded: Day, due: Day) -> Bool {
    walked > due || self == .belated && recorded > due
  }
}

extension [Happening] {
  /// How many records of an act count as made up late, to be said with its signature; nil for none.
  ///
  /// - Parameter due: The last day on which an occurrence is on time; nil where it is not known.
  public func madeUpLate(
    recorded today: Day, due: (OccurrenceKey) throws -> Day?
  ) rethrows -> Bilingual? {
    let count = try count { line in
      guard case .inspection(.signed(let record)) = line.event,
        let last = try due(record.occurrence)
      else { return false }
      return record.entry.isLate(walked: record.walked, recorded: today, due: last)
    }
    guard count > 0 else { return nil }
    return Bilingual(zh: "期限已过，计为补检 \(count) 份", en: "made up late: \(count)")
  }
}

extension Occurrence {
  /// Its lasting id: plan, place and period.
  public var key: OccurrenceKey { OccurrenceKey(plan: plan, place: place, period: period) }

  /// The state on a day. Overdue starts the day after the due day; without a miss it is never missed.
  public func state(
    on today: Day, fulfilment: Fulfilment?, isExcused: Bool, isLifted: Bool
  ) -> OccurrenceState {
    if let fulfilment { return fulfilment.isLate(for: self) ? .doneLate : .done }
    if isExcused { return .excused }
    if isLifted { return .lifted }
    if today < start { return .upcoming }
    if today <= due { return .open }
    guard let miss else { return .overdue }
    return today < miss ? .overdue : .missed
  }
}
