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
  ///   - applies: Whether a plan covers a place: its scope, and whether anything is asked there.
  public static func occurrences(
    plans: [PlanHistory], places: [Place], calendar: WorkCalendar, seasons: [Season],
    alerts: [Alert], in window: ClosedRange<Day>, applies: (Plan, Place) -> Bool
  ) -> [Occurrence] {
    let history = PeriodHistory(calendar: calendar, seasons: seasons, alerts: alerts)
    let places = places.sorted { $0.id < $1.id }
    var asked: [Asked] = []
    for (rank, plan) in plans.sorted(by: { $0.id < $1.id }).enumerated() {
      var covered: [Coverage: [Room]] = [:]
      for owned in history.periods(of: plan, in: window) {
        let scope = Coverage(revision: scopeRevision(of: owned, in: plan), part: owned.period.part)
        let asking = plan.revisions[scope.revision].plan.asking(scope.part)
        let rooms = covered[scope] ?? places.filter { applies(asking, $0) }.map(Room.init)
        covered[scope] = rooms
        asked.append(Asked(plan: plan.id, rank: rank, period: owned.period, rooms: rooms))
      }
    }
    asked.sort {
      ($0.period.start, $0.rank, $0.period.key) < ($1.period.start, $1.rank, $1.period.key)
    }
    var found: [Occurrence] = []
    found.reserveCapacity(asked.reduce(0) { $0 + $1.rooms.count })
    var rest = asked[...]
    while let first = rest.first {
      let group = rest.prefix { $0.period.start == first.period.start && $0.rank == first.rank }
      append(group, to: &found)
      rest = rest.dropFirst(group.count)
    }
    return found
  }

  /// A period of a plan with the places that the plan covers in it.
  private struct Asked {
    var plan: Plan.ID
    /// The plan's place in the order of ids.
    var rank: Int
    var period: Period
    /// In the order of ids.
    var rooms: [Room]
  }

  /// What of a place decides about its occurrences.
  private struct Room {
    var id: Place.ID
    /// Nil for a place without limits.
    var limits: Place?
    var recorded: Day?

    init(_ place: Place) {
      id = place.id
      recorded = place.recorded
      let isLimited = place.from != nil || place.to != nil || place.closures != nil
      limits = isLimited ? place : nil
    }

    func has(_ period: Period) -> Bool {
      period.isAlive(whenRecorded: recorded) && (limits?.exists(in: period.days) ?? true)
    }
  }

  /// Adds the occurrences of one plan that start on one day: nearly always of a single period.
  private static func append(_ group: ArraySlice<Asked>, to found: inout [Occurrence]) {
    let first = found.count
    for asked in group {
      for room in asked.rooms where room.has(asked.period) {
        found.append(Occurrence(plan: asked.plan, place: room.id, period: asked.period))
      }
    }
    if group.count > 1 {
      found[first...].sort { ($0.place, $0.period) < ($1.place, $1.period) }
    }
  }

  /// The periods of one plan that meet a window, in order, whatever its places.
  public static func periods(
    of plan: PlanHistory, calendar: WorkCalendar, seasons: [Season], alerts: [Alert],
    in window: ClosedRange<Day>
  ) -> [Period] {
    PeriodHistory(calendar: calendar, seasons: seasons, alerts: alerts)
      .periods(of: plan, in: window)
      .map(\.period)
      .sorted { ($0.start, $0.key) < ($1.start, $1.key) }
  }

  /// What a period asks: the plan as one revision has it, or a part of it.
  private struct Coverage: Hashable {
    var revision: Int
    var part: AlertPart?
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
}
