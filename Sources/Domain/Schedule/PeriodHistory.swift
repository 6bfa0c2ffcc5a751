import Almanac

/// The periods of a plan over the versions of the calendar and the revisions of the plan.
struct PeriodHistory {
  /// A period with the place in the history of the revision it belongs to.
  struct Owned {
    var period: Period
    var revision: Int
  }

  /// Days around a window in which an older version may hold the same period.
  private static let margin = 100

  var calendars: [WorkCalendar]
  var seasons: [Season]
  var alerts: [Alert]

  /// The periods of a plan that meet a window, each with the revision in force on its start.
  ///
  /// A revision begins with the first period that starts on or after its date. A period that it moves
  /// from after its date to before it is kept, so that none is lost between two revisions.
  func periods(of plan: PlanHistory, in window: ClosedRange<Day>) -> [Owned] {
    let wide = widened(window, if: plan.revisions.count > 1 || calendars.count > 1)
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

  /// The periods of a trigger, each as it stood when it had begun: a notice loaded later changes none.
  private func periods(of trigger: Trigger, in window: ClosedRange<Day>) -> [Period] {
    var found: [String: Period] = [:]
    for (index, calendar) in calendars.enumerated() {
      let rule = PeriodRule(trigger: trigger, calendar: calendar, seasons: seasons, alerts: alerts)
      let next = index + 1 < calendars.count ? calendars[index + 1].recorded : nil
      for period in rule.periods(in: window) where found[period.key] == nil {
        if let next, period.start > next { continue }
        guard period.isAlive(whenRecorded: period.recorded),
          period.isAlive(whenRecorded: calendar.recorded)
        else { continue }
        found[period.key] = period
      }
    }
    return Array(found.values)
  }

  private func split(_ periods: [Period], at day: Day?) -> ([Period], [Period]) {
    guard let day else { return (periods, []) }
    return (periods.filter { $0.start < day }, periods.filter { $0.start >= day })
  }

  private func widened(_ window: ClosedRange<Day>, if needed: Bool) -> ClosedRange<Day> {
    needed ? (window.lowerBound - Self.margin)...(window.upperBound + Self.margin) : window
  }
}
