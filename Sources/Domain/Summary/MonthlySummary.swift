import Almanac

/// The month on paper (月度安全检查情况汇总): each figure defined here and nowhere else.
public struct MonthlySummary: Hashable, Sendable, Codable {
  /// One round of the period, or of next month's plan.
  public struct RoundFigures: Hashable, Sendable, Codable {
    /// Its plan and period.
    public var id: RoundKey
    /// Its name on screens and paper.
    public var title: Bilingual
    /// The name of its plan, where its rounds share a line.
    public var plan: Bilingual
    /// What makes its plan fall due.
    public var trigger: Trigger.Kind
    /// The last day on which it is on time.
    public var due: Day
    /// Places asked, without excused and lifted ones.
    public var total: Int
    /// Walked, on time or late.
    public var done: Int
    /// Of the done, those walked late.
    public var late: Int
    /// Not walked before they were missed, though some were made up since.
    public var missed: Int
    /// Places approved not to be walked.
    public var excused: Int
    /// The state of the whole on the day after the month, or today while it runs.
    public var state: OccurrenceState
    /// Its dates depend on a year whose notice is not loaded yet.
    public var isProvisional: Bool

    enum CodingKeys: String, CodingKey {
      case id
      case title
      case plan
      case trigger
      case due
      case total
      case done
      case late
      case missed
      case excused
      case state
      case isProvisional = "provisional"
    }

    /// Counts the places of a round.
    public init(_ round: Round, in bureau: Bureau) {
      id = round.id
      title = round.title
      plan = bureau.plan(round.id.plan)?.title ?? Bilingual(verbatim: round.id.plan.rawValue)
      trigger = round.trigger
      due = round.due
      total = round.total
      done = round.done
      late = RoundFigure.late.exceptions(of: round).count
      missed = RoundFigure.missed.exceptions(of: round).count
      excused = RoundFigure.excused.exceptions(of: round).count
      state = round.state
      isProvisional = round.isProvisional
    }
  }

  /// A place that was not walked in time, and why.
  public struct Lapse: Hashable, Sendable, Codable {
    /// The round it belongs to.
    public var id: RoundKey
    /// The round's title.
    public var round: Bilingual
    /// The last day on which it would have been on time.
    public var due: Day
    /// Where.
    public var place: Place.ID
    /// Overdue, missed, done late or excused.
    public var state: OccurrenceState
    /// Missed, even if it was made up since.
    public var wasMissed: Bool
    /// The day walked after all.
    public var walked: Day?
    /// Why it was excused, or why the last visit could not get in.
    public var reason: String?

    enum CodingKeys: String, CodingKey {
      case id
      case round
      case due
      case place
      case state
      case wasMissed = "missed"
      case walked
      case reason
    }
  }

  /// How many hazards of a category were found.
  public struct CategoryCount: Hashable, Sendable, Codable {
    /// The kind of danger.
    public var category: HazardCategory
    /// Found in the month.
    public var found: Int

    enum CodingKeys: String, CodingKey {
      case category
      case found
    }
  }

  /// How the hazards of a section stand.
  public struct SectionCount: Hashable, Sendable, Codable {
    /// Nil for places of no section.
    public var section: Section.ID?
    /// Found in the month.
    public var found: Int
    /// Open at the end.
    public var open: Int
    /// Of the open, past their deadline.
    public var overdue: Int

    enum CodingKeys: String, CodingKey {
      case section
      case found
      case open
      case overdue
    }
  }

  /// How many hazards were found at a place.
  public struct PlaceCount: Hashable, Sendable, Codable {
    /// Where.
    public var place: Place.ID
    /// The place's section when it was counted.
    public var section: Section.ID?
    /// Found in the month.
    public var found: Int

    enum CodingKeys: String, CodingKey {
      case place
      case section
      case found
    }
  }

  /// The month that is summed up.
  public var month: Month
  /// The last day counted: the month's last, or today while it runs.
  public var countedOn: Day
  /// The names of all that it mentions.
  public var names: Names
  /// The rounds due in the month.
  public var rounds: [RoundFigures]
  /// What was not walked in time, in order of its rounds.
  public var lapses: [Lapse]
  /// The month's figures.
  public var figures: SafetyFigures
  /// The same from 1 January on.
  public var yearSoFar: SafetyFigures
  /// Hazards found in the month by category, most first.
  public var byCategory: [CategoryCount]
  /// By section, with those open and overdue at the end; nil stands for no section.
  public var bySection: [SectionCount]
  /// Hazards found in the month by place, most first.
  public var byPlace: [PlaceCount]
  /// Open at the end, most pressing first.
  public var open: [OpenHazard]
  /// Next month's plan.
  public var next: [RoundFigures]
  /// What was recorded since the last summary for months sealed before.
  public var late: [LateEntry]
  /// The incidents of the month and what its nil reports say; nil in months sealed before these were kept.
  public var incidents: IncidentFigures?

  enum CodingKeys: String, CodingKey {
    case month
    case countedOn
    case names
    case rounds
    case lapses
    case figures
    case yearSoFar
    case byCategory
    case bySection
    case byPlace
    case open
    case next
    case late
    case incidents
  }

  /// - Parameters:
  ///   - book: What the ledger holds about the rounds of the year and of next month.
  ///   - fulfilments: Every standing walk of the year up to the month's end.
  ///   - hazards: Every hazard that was open at any time of the year.
  ///   - late: What was recorded since the last summary for months sealed before.
  ///   - incidents: The incidents of the month with what its nil reports say.
  public init(
    month: Month, today: Day, book: RoundBook, fulfilments: [Fulfilment], hazards: [Hazard],
    late: [LateEntry] = [], incidents: IncidentFigures? = nil
  ) {
    let countedOn = min(month.last, today)
    let days = month.days
    let year = Day(month.year, 1, 1)...month.last
    let all = book.rounds(in: year.lowerBound...month.next.last, on: min(month.last + 1, today))
    let due = all.filter { month.days.contains($0.due) }
    let found = hazards.filter { days.contains($0.reported) && $0.reported <= countedOn }
    let remaining = hazards.filter { $0.isOpen(atEndOf: countedOn) }
    self.month = month
    self.countedOn = countedOn
    self.late = late
    self.incidents = incidents
    rounds = due.map { RoundFigures($0, in: book.bureau) }
    lapses = due.flatMap { round in round.rooms.compactMap { $0.lapse(in: round, book.notes) } }
    figures = SafetyFigures(
      days: days, countedOn: countedOn, rounds: due.count, fulfilments: fulfilments,
      hazards: hazards)
    yearSoFar = SafetyFigures(
      days: year, countedOn: countedOn, rounds: all.count { year.contains($0.due) },
      fulfilments: fulfilments, hazards: hazards)
    byCategory = Self.count(found.map(\.report.category)).map {
      CategoryCount(category: $0.0, found: $0.1)
    }
    byPlace = Self.places(found: found, book.bureau)
    bySection = Self.sections(found: found, remaining: remaining, on: countedOn)
    open = OpenHazard.inOrder(remaining, atEndOf: countedOn)
    next = all.filter { month.next.days.contains($0.due) }
      .map { RoundFigures($0, in: book.bureau) }
    names = Names(
      of: book.bureau,
      sections: bySection.map(\.section) + byPlace.map(\.section) + open.map(\.section),
      persons: open.map(\.person),
      places: lapses.map(\.place) + byPlace.map(\.place) + open.map(\.place) + late.map(\.place))
  }

  static func places(found: [Hazard], _ bureau: Bureau) -> [PlaceCount] {
    count(found.map(\.report.place)).map {
      PlaceCount(place: $0.0, section: bureau.place($0.0)?.section, found: $0.1)
    }
  }

  static func sections(
    found: [Hazard], remaining: [Hazard], on day: Day
  ) -> [SectionCount] {
    Set((found + remaining).map(\.report.section)).map { section in
      let open = remaining.filter { $0.report.section == section }
      return SectionCount(
        section: section, found: found.count { $0.report.section == section }, open: open.count,
        overdue: open.count { $0.wasOverdue(atEndOf: day) })
    }
    .sorted { ($1.found, $0.section?.rawValue ?? "") < ($0.found, $1.section?.rawValue ?? "") }
  }

  /// Open hazards that only a leader's decision moves on.
  public var decisions: [OpenHazard] { open.filter { $0.isForDecision(on: countedOn) } }

  private static func count<Value: Hashable>(_ values: [Value]) -> [(Value, Int)] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
      .sorted { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }
      .map { ($0.key, $0.value) }
  }
}

extension Round.Room {
  /// Missed, even if it was made up later.
  var wasMissed: Bool {
    if state == .missed { return true }
    guard state == .doneLate, let fulfilment, let miss = occurrence.miss else { return false }
    return fulfilment.walked >= miss
  }

  func lapse(in round: Round, _ notes: [OccurrenceKey: OccurrenceNote]) -> MonthlySummary.Lapse? {
    switch state {
    case .overdue, .missed, .doneLate, .excused:
      let note = notes[occurrence.key]
      return .init(
        id: round.id, round: round.title, due: occurrence.due, place: place.id, state: state,
        wasMissed: wasMissed, walked: fulfilment?.walked,
        reason: excused ?? note?.noEntries.last?.reason)
    case .upcoming, .open, .done, .lifted: return nil
    }
  }
}

extension OpenHazard {
  /// Hazards as they stood at 24:00 of a day, most pressing first.
  static func inOrder(_ hazards: [Hazard], atEndOf day: Day) -> [OpenHazard] {
    hazards.sorted { $0.urgency(atEndOf: day) < $1.urgency(atEndOf: day) }
      .map { OpenHazard($0, atEndOf: day) }
  }
}

extension Hazard {
  /// The order of the register at 24:00 of a day: overdue, then waiting for a decision, then by deadline
  /// and number.
  fileprivate func urgency(atEndOf day: Day) -> (Int, Int, ID) {
    let group = wasOverdue(atEndOf: day) ? 0 : isWaiting ? 1 : 2
    return (group, deadline(inForceOn: day)?.number ?? Int.max, id)
  }
}
