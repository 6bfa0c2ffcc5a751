import Almanac

/// The periods of a plan over the versions of calendar and seasons and the revisions of the plan.
struct PeriodHistory {
  /// A period with the place in the history of the revision it belongs to.
  struct Owned {
    var period: Period
    var revision: Int
  }

  /// What periods were reckoned from until the next act changed it.
  private struct Epoch {
    /// The day of the act; nil for what was always there.
    var recorded: Day?
    var calendar: WorkCalendar
    var seasons: [Season]
  }

  /// Days around a window in which an older version may hold the same period: a notice moves a break
  /// by some days, an announcement a season by months.
  private static let margin = 100
  private static let marginOfSeasons = 800

  private let calendars: [WorkCalendar]
  private let seasons: [Season]
  private let alerts: [Alert]

  init(calendar: WorkCalendar, seasons: [Season], alerts: [Alert]) {
    calendars = calendar.versions
    self.seasons = seasons
    self.alerts = alerts
  }

  /// The periods of a plan that meet a window, each with the revision in force on its start, those
  /// outside the plan's own limits and those that start in a pause left out.
  ///
  /// A revision begins with the first period that starts on or after its date. A period that it moves
  /// from after its date to before it is kept, so that none is lost between two revisions.
  func periods(of plan: PlanHistory, in window: ClosedRange<Day>) -> [Owned] {
    let owned = plan.revisions.count > 1 ? revised(plan, in: window) : only(plan, in: window)
    return owned.filter { owned in
      let own = plan.revisions[owned.revision].plan
      return owned.period.overlaps(from: own.from, to: own.to)
        && !plan.isPaused(on: owned.period.start)
    }
  }

  /// The periods of a plan that was never revised.
  private func only(_ plan: PlanHistory, in window: ClosedRange<Day>) -> [Owned] {
    let first = plan.revisions[0]
    guard first.plan.isEnabled else { return [] }
    return periods(of: first.plan.trigger, in: window)
      .filter { $0.isAlive(whenRecorded: first.from) }
      .map { Owned(period: $0, revision: 0) }
  }

  private func revised(_ plan: PlanHistory, in window: ClosedRange<Day>) -> [Owned] {
    let wide = widened(window, by: Self.margin)
    var found: [String: Owned] = [:]
    var awaited: Set<String> = []
    for (index, revision) in plan.revisions.enumerated() {
      let next = index + 1 < plan.revisions.count ? plan.revisions[index + 1].from : nil
      guard revision.plan.isEnabled else {
        awaited = []
        continue
      }
      let (mine, later) = split(periods(of: revision.plan.trigger, in: wide), at: next)
      for period in mine where found[period.key] == nil {
        let begins = index == 0 || period.start >= revision.from || awaited.contains(period.key)
        guard begins, period.isAlive(whenRecorded: revision.from) else { continue }
        found[period.key] = Owned(period: period, revision: index)
      }
      awaited = Set(later.map(\.key))
    }
    return found.values.filter { $0.period.days.overlaps(window) }
  }

  /// The periods of a trigger, each as it stood when it had begun: what is recorded later changes none.
  private func periods(of trigger: Trigger, in window: ClosedRange<Day>) -> [Period] {
    let epochs = epochs(of: trigger)
    let margin = isOfSeasons(trigger) ? Self.marginOfSeasons : Self.margin
    let wide = epochs.count > 1 ? widened(window, by: margin) : window
    var found: [String: Period] = [:]
    var alone: [Period] = []
    for (index, epoch) in epochs.enumerated() {
      let rule = PeriodRule(
        trigger: trigger, calendar: epoch.calendar, seasons: epoch.seasons, alerts: alerts)
      let next = index + 1 < epochs.count ? epochs[index + 1].recorded : nil
      for period in rule.periods(in: wide) where found[period.key] == nil {
        if let next, period.start > next { continue }
        guard period.isAlive(whenRecorded: period.recorded),
          period.isAlive(whenRecorded: epoch.recorded)
        else { continue }
        if epochs.count > 1 { found[period.key] = period } else { alone.append(period) }
      }
    }
    return epochs.count > 1 ? found.values.filter { $0.days.overlaps(window) } : alone
  }

  /// What a trigger's periods were reckoned from, oldest first: only floods depend on seasons.
  private func epochs(of trigger: Trigger) -> [Epoch] {
    guard isOfSeasons(trigger) else {
      return calendars.map { Epoch(recorded: $0.recorded, calendar: $0, seasons: []) }
    }
    let changes = seasons.flatMap { $0.versions.dropFirst().compactMap(\.recorded) }
    let days = Set(calendars.compactMap(\.recorded) + changes).sorted()
    return ([nil] + days).map { day in
      Epoch(
        recorded: day,
        calendar: calendars.last { isKnown($0.recorded, on: day) } ?? calendars[0],
        seasons: seasons.map { season in
          season.versions.last { isKnown($0.recorded, on: day) } ?? season.versions[0]
        })
    }
  }

  private func isKnown(_ recorded: Day?, on day: Day?) -> Bool {
    guard let recorded else { return true }
    return day.map { recorded <= $0 } ?? false
  }

  private func split(_ periods: [Period], at day: Day?) -> ([Period], [Period]) {
    guard let day else { return (periods, []) }
    return (periods.filter { $0.start < day }, periods.filter { $0.start >= day })
  }

  private func isOfSeasons(_ trigger: Trigger) -> Bool {
    trigger.kind == .flood || trigger.kind == .preflood
  }

  private func widened(_ window: ClosedRange<Day>, by days: Int) -> ClosedRange<Day> {
    (window.lowerBound - days)...(window.upperBound + days)
  }
}
