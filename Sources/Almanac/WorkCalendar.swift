/// Which days are worked: by the notice of the year where there is one, otherwise by the statutory days
/// and the weekends alone (预排).
public struct WorkCalendar: Sendable, Hashable {
  /// What the notices arranged, by year.
  public let facts: HolidayFacts
  /// The day on which the latest notice was loaded; nil for facts that were always there.
  public let recorded: Day?
  /// What stood before each notice was loaded, oldest first.
  private var earlier: [WorkCalendar]
  private let knownYears: Set<Int>
  /// The rows of ``facts`` by day.
  private let rows: [Day: HolidayFacts.Row]
  /// The first day of ``isWorked``.
  private let start: Day
  /// Whether a day is worked, for the years around those with facts.
  private let isWorked: [Bool]

  /// The calendar of facts that were always there.
  public init(facts: HolidayFacts = HolidayFacts()) {
    self.init(facts: facts, recorded: nil, earlier: [])
  }

  /// The calendar after a year's notice is loaded, or an amended one. It remembers what stood before,
  /// for what had begun by then keeps its dates.
  public func loading(
    _ arrangement: [HolidayFacts.Row], of year: Int, recorded day: Day
  ) -> WorkCalendar {
    WorkCalendar(
      facts: facts.replacing(year: year, with: arrangement), recorded: day, earlier: versions)
  }

  private init(facts: HolidayFacts, recorded: Day?, earlier: [WorkCalendar]) {
    self.facts = facts
    self.recorded = recorded
    self.earlier = earlier
    knownYears = facts.years
    rows = Dictionary(facts.rows.lazy.map { ($0.day, $0) }, uniquingKeysWith: { _, last in last })
    guard let first = knownYears.min(), let last = knownYears.max() else {
      start = Day(number: 0)
      isWorked = []
      return
    }
    start = Day(first - 1, 1, 1)
    let end = Day(last + 3, 1, 1)
    var days = (start.number..<end.number).map { !Day(number: $0).isWeekend }
    for year in first - 1..<last + 3 where !knownYears.contains(year) {
      for statutory in StatutoryDay.days(in: year) { days[statutory.day - start] = false }
    }
    for row in facts.rows where days.indices.contains(row.day - start) {
      days[row.day - start] = row.kind == .workday
    }
    isWorked = days
  }

  /// Whether facts and history are the same.
  public static func == (left: WorkCalendar, right: WorkCalendar) -> Bool {
    left.facts == right.facts && left.recorded == right.recorded && left.earlier == right.earlier
  }

  /// Hashes the facts; what is reckoned from them adds nothing.
  public func hash(into hasher: inout Hasher) { hasher.combine(facts) }

  /// The calendar as it stood after each notice, oldest first; the last is this one.
  public var versions: [WorkCalendar] {
    var present = self
    present.earlier = []
    return earlier + [present]
  }

  /// Whether no notice is known for a year.
  public func isProvisional(_ year: Int) -> Bool { !knownYears.contains(year) }

  /// Whether a day is worked.
  public func isWorkday(_ day: Day) -> Bool {
    let index = day - start
    if isWorked.indices.contains(index) { return isWorked[index] }
    return !day.isWeekend && !StatutoryDay.days(in: day.year).contains { $0.day == day }
  }

  /// The last working day up to a day and from another, or nil if there is none between.
  public func lastWorkday(onOrBefore day: Day, notBefore first: Day) -> Day? {
    first > day ? nil : (first...day).last(where: isWorkday)
  }

  /// The first working day from a day up to another, or nil if there is none between.
  public func firstWorkday(onOrAfter day: Day, notAfter last: Day) -> Day? {
    day > last ? nil : (day...last).first(where: isWorkday)
  }

  /// The first working day from a day on.
  public func firstWorkday(onOrAfter day: Day) -> Day {
    var day = day
    while !isWorkday(day) { day = day + 1 }
    return day
  }

  /// The `n`-th working day counted back from the one before a day, which is the first.
  public func workday(_ n: Int, before day: Day) -> Day {
    var day = day
    for _ in 0..<max(n, 1) {
      day = day - 1
      while !isWorkday(day) { day = day - 1 }
    }
    return day
  }

  /// The `n`-th working day after a day.
  public func workday(_ n: Int, after day: Day) -> Day {
    (0..<max(n, 1)).reduce(day) { reached, _ in firstWorkday(onOrAfter: reached + 1) }
  }

  /// The working days of a range, in order.
  public func workdays(in days: ClosedRange<Day>) -> [Day] { days.filter(isWorkday) }

  /// What the facts say of a day; nil where they name it not.
  public func fact(of day: Day) -> HolidayFacts.Row? { rows[day] }
}
