import Almanac

/// The checks of a year before they are walked: what the year plan (年度检查计划表) says.
public struct PlannedYear: Sendable {
  /// A round whose due day lies in the year.
  public struct Entry: Hashable, Sendable {
    /// Its plan and period.
    public var id: RoundKey
    /// Its name on screens and paper, as `1月月检`.
    public var title: Bilingual
    /// The first day on which it can be walked; may lie in the year before.
    public var start: Day
    /// The last day on which it is on time.
    public var due: Day
    /// How many places it asks.
    public var places: Int
    /// Its dates depend on a year whose notice is not loaded yet (预排).
    public var isProvisional: Bool

    /// The plan of a round.
    public init(_ round: Round) {
      id = round.id
      title = round.title
      start = round.start
      due = round.due
      places = round.rooms.count
      isProvisional = round.isProvisional
    }
  }

  /// A plan with the rounds that it brings.
  public struct Line: Hashable, Sendable {
    /// When its rounds fall, as a plan for a year tells them apart.
    public enum Timing: String, Hashable, Sendable, CaseIterable {
      /// On days of their own, each worth a line.
      case dated
      /// Every week or every day: one line for all.
      case frequent
      /// In a flood season that no announcement has dated yet.
      case awaitingSeason
      /// Whenever a weather alert asks for it (随时).
      case anyTime
    }

    /// The plan as it stands now.
    public var plan: Plan
    /// How its rounds fall in the year.
    public var timing: Timing
    /// Its rounds of the year in order of due day; none where no day is known.
    public var rounds: [Entry]
    /// How many places a round asks; the most of any.
    public var places: Int

    var order: (Int, Int, Day, Plan.ID) {
      let group = Timing.allCases.firstIndex(of: timing) ?? 0
      let kind = Trigger.Kind.allCases.firstIndex(of: plan.trigger.kind) ?? 0
      return (group, kind, rounds.first?.due ?? Day(number: 0), plan.id)
    }
  }

  /// The calendar year.
  public let year: Int
  /// The office, for its name and calendar.
  public let bureau: Bureau
  /// The plans that ask something in the year: those with days of their own first.
  public let lines: [Line]

  /// What the plans of an office give for a year.
  public init(year: Int, bureau: Bureau) {
    self.year = year
    self.bureau = bureau
    let days = Self.days(of: year)
    let book = RoundBook(bureau: bureau, fulfilments: [:], notes: [:], drafts: [:])
    let due = book.rounds(in: days, on: days.lowerBound).filter {
      days.contains($0.due) && $0.trigger != .alert
    }
    let byPlan = Dictionary(grouping: due.map(Entry.init), by: \.id.plan)
    lines = bureau.plans.map(\.present)
      .compactMap { bureau.line(of: $0, rounds: byPlan[$0.id] ?? [], in: days) }
      .sorted { $0.order < $1.order }
  }

  /// From 1 January to 31 December.
  public var days: ClosedRange<Day> { Self.days(of: year) }
  /// The rounds with days of their own, in order of due day.
  public var rounds: [Entry] {
    lines.filter { $0.timing == .dated }.flatMap(\.rounds)
      .sorted { ($0.due, $0.start, $0.id.description) < ($1.due, $1.start, $1.id.description) }
  }
  /// The breaks of the holidays that have a day off in the year.
  public var breaks: [Break] { bureau.calendar.breaks(overlapping: days).filter(\.isRound) }
  /// Whether the year's own notice is not loaded yet (预排).
  public var isProvisional: Bool { bureau.calendar.isProvisional(year) }

  private static func days(of year: Int) -> ClosedRange<Day> { Day(year, 1, 1)...Day(year, 12, 31) }
}

extension Bureau {
  /// A plan's line of a year; nil where it asks nothing then.
  fileprivate func line(
    of plan: Plan, rounds: [PlannedYear.Entry], in days: ClosedRange<Day>
  ) -> PlannedYear.Line? {
    guard rounds.isEmpty else {
      return PlannedYear.Line(
        plan: plan, timing: plan.trigger.kind.isFrequent ? .frequent : .dated, rounds: rounds,
        places: rounds.map(\.places).max() ?? 0)
    }
    let isInForce =
      (plan.from.map { $0 <= days.upperBound } ?? true)
      && (plan.to.map { $0 >= days.lowerBound } ?? true)
    let asked = places.count { $0.exists(in: days) && covers(plan, $0) }
    guard plan.isEnabled, isInForce, asked > 0, let timing = undatedTiming(of: plan, in: days)
    else { return nil }
    return PlannedYear.Line(plan: plan, timing: timing, rounds: [], places: asked)
  }

  private func undatedTiming(
    of plan: Plan, in days: ClosedRange<Day>
  ) -> PlannedYear.Line.Timing? {
    switch plan.trigger.kind {
    case .alert: .anyTime
    case .preflood, .flood: seasons.contains { days.contains($0.start) } ? nil : .awaitingSeason
    case .daily, .twicedaily, .weekly, .monthly, .quarterly, .preholiday, .postholiday, .once: nil
    }
  }
}

extension Trigger.Kind {
  /// Whether its rounds of a year are too many to name each.
  fileprivate var isFrequent: Bool {
    switch self {
    case .daily, .twicedaily, .weekly: true
    case .monthly, .quarterly, .preholiday, .postholiday, .preflood, .flood, .once, .alert: false
    }
  }
}
