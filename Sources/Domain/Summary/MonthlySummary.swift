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

  /// How much of a category was found.
  public struct CategoryCount: Hashable, Sendable, Codable {
    /// The kind of danger.
    public var category: HazardCategory
    /// What walks found, as ``CountedFindings`` counts it; nil in months sealed before this was kept.
    public var findings: Int?
    /// Hazards registered in the month.
    public var found: Int

    enum CodingKeys: String, CodingKey {
      case category
      case findings
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

  /// How much was found at a place.
  public struct PlaceCount: Hashable, Sendable, Codable {
    /// Where.
    public var place: Place.ID
    /// The place's section when it was counted.
    public var section: Section.ID?
    /// What walks found there; nil in months sealed before this was kept.
    public var findings: Int?
    /// Hazards registered in the month.
    public var found: Int

    enum CodingKeys: String, CodingKey {
      case place
      case section
      case findings
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
  /// Findings and hazards of the month by category, most hazards first.
  public var byCategory: [CategoryCount]
  /// By section, with those open and overdue at the end; nil stands for no section.
  public var bySection: [SectionCount]
  /// Findings and hazards of the month by place, most hazards first.
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
    let findings = CountedFindings(
      CountedWalks(days: days, countedOn: countedOn, fulfilments: fulfilments), hazards: hazards)
    byCategory = Self.categories(findings, found: found)
    byPlace = Self.places(findings, found: found, book.bureau)
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

  static func categories(_ findings: CountedFindings, found: [Hazard]) -> [CategoryCount] {
    count(found.map(\.report.category), beside: findings.byCategory).map {
      CategoryCount(category: $0.value, findings: $0.findings, found: $0.found)
    }
  }

  static func places(
    _ findings: CountedFindings, found: [Hazard], _ bureau: Bureau
  ) -> [PlaceCount] {
    count(found.map(\.report.place), beside: findings.byPlace).map {
      PlaceCount(
        place: $0.value, section: bureau.place($0.value)?.section, findings: $0.findings,
        found: $0.found)
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

  /// How often each value stands for a hazard, and for a finding: most hazards first, then most findings.
  private static func count<Value: Hashable>(
    _ hazards: [Value], beside findings: [Value: Int]
  ) -> [(value: Value, findings: Int, found: Int)] {
    let found = Dictionary(hazards.map { ($0, 1) }, uniquingKeysWith: +)
    return Set(found.keys).union(findings.keys)
      .map { (value: $0, findings: findings[$0] ?? 0, found: found[$0] ?? 0) }
      .sorted {
        ($1.found, $1.findings, "\($0.value)") < ($0.found, $0.findings, "\($1.value)")
      }
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
