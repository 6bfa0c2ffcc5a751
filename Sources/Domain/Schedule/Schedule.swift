import Almanac

/// When checks fall: occurrences derived from plans, places and the calendar, the same on every machine.
///
/// A period exists for a place if it overlaps the dates of the place and of the plan, which never clip
/// it, and if it could still be walked on the day its cause was entered: nothing is born missed.
public enum Schedule {
  /// The years whose festivals, and so whose breaks, are known.
  public static let years = 1990...2100
  /// What is said of a day outside ``years``.
  public static let yearsMessage = Bilingual(
    zh: "日历只到 1990 至 2100 年", en: "the calendar runs from 1990 to 2100")

  /// The occurrences whose period meets a window, in order of start, plan, place and period.
  ///
  /// - Parameters:
  ///   - calendar: Its earlier versions give the dates of what had begun before a notice was loaded.
  ///   - recorded: The day on which a place was entered, where that is known.
  ///   - applies: Whether a plan covers a place: its scope, and whether anything is asked there.
  public static func occurrences(
    plans: [PlanHistory], places: [Place], calendar: WorkCalendar, seasons: [Season],
    alerts: [Alert], recorded: [Place.ID: Day] = [:], in window: ClosedRange<Day>,
    applies: (Plan, Place) -> Bool
  ) -> [Occurrence] {
    let history = PeriodHistory(calendars: calendar.versions, seasons: seasons, alerts: alerts)
    var found: [Occurrence] = []
    for plan in plans {
      var covered: [Int: [Place]] = [:]
      for owned in history.periods(of: plan, in: window) {
        let (period, own) = (owned.period, plan.revisions[owned.revision].plan)
        guard period.overlaps(from: own.from, to: own.to) else { continue }
        let scope = scopeRevision(of: owned, in: plan)
        let rooms = covered[scope] ?? places.filter { applies(plan.revisions[scope].plan, $0) }
        covered[scope] = rooms
        for place in rooms
        where period.overlaps(from: place.from, to: place.to)
          && period.isAlive(whenRecorded: recorded[place.id])
        {
          found.append(Occurrence(plan: plan.id, place: place.id, period: period))
        }
      }
    }
    return found.sorted(by: order)
  }

  /// The periods of one plan that meet a window, in order, whatever its places.
  public static func periods(
    of plan: PlanHistory, calendar: WorkCalendar, seasons: [Season], alerts: [Alert],
    in window: ClosedRange<Day>
  ) -> [Period] {
    PeriodHistory(calendars: calendar.versions, seasons: seasons, alerts: alerts)
      .periods(of: plan, in: window)
      .filter { owned in
        let own = plan.revisions[owned.revision].plan
        return owned.period.overlaps(from: own.from, to: own.to)
      }
      .map(\.period)
      .sorted { ($0.start, $0.key) < ($1.start, $1.key) }
  }

  /// The revision that says which places a period has: the last one of before its due day's end.
  private static func scopeRevision(
    of owned: PeriodHistory.Owned, in plan: PlanHistory
  ) -> Int {
    let later = plan.revisions.indices.last {
      $0 > owned.revision && plan.revisions[$0].from <= owned.period.due
    }
    return later ?? owned.revision
  }

  private static func order(_ left: Occurrence, _ right: Occurrence) -> Bool {
    (left.start, left.plan, left.place, left.period)
      < (right.start, right.plan, right.place, right.period)
  }
}
