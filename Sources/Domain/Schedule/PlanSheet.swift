import Almanac

/// Plans and places by themselves, without a ledger: what a plan file says.
public struct PlanSheet: Hashable, Sendable {
  /// A plan with the flood seasons it reckons with.
  public struct Entry: Hashable, Sendable {
    /// The plan; its scope names places of the sheet.
    public var plan: Plan
    /// The seasons of the triggers `flood` and `preflood`.
    public var seasons: [Season]

    /// A plan and its seasons.
    public init(_ plan: Plan, seasons: [Season] = []) {
      self.plan = plan
      self.seasons = seasons
    }
  }

  /// The days that the file asks for, if it says so.
  public var window: ClosedRange<Day>?
  /// The places that plans may name.
  public var places: [Place]
  /// The plans, in the order of the file.
  public var entries: [Entry]

  /// A sheet of places and plans.
  public init(window: ClosedRange<Day>?, places: [Place], entries: [Entry]) {
    self.window = window
    self.places = places
    self.entries = entries
  }

  /// The occurrences whose period meets a window, in order of start, plan, place and period. Nothing was
  /// recorded, so that nothing is left out as born missed.
  public func occurrences(calendar: WorkCalendar, in window: ClosedRange<Day>) -> [Occurrence] {
    let unrecorded = Day(1, 1, 1)
    return entries.flatMap { entry in
      Schedule.occurrences(
        plans: [PlanHistory(entry.plan, recorded: unrecorded)], places: places,
        calendar: calendar, seasons: entry.seasons, alerts: [], in: window,
        applies: { $0.scope.names($1) })
    }
    .sorted { ($0.start, $0.plan, $0.place, $0.period) < ($1.start, $1.plan, $1.place, $1.period) }
  }
}
