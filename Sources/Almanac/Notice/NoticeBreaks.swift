/// Checks what a notice's paragraphs say against itself, the calendar and the law, and makes rows of it.
struct NoticeBreaks {
  /// One paragraph that holds together.
  private struct Checked {
    var item: NoticeItem
    var occasion: String?
    /// From the first day named off to the last.
    var named: ClosedRange<Day>
  }

  /// More days off in a row there never were than the ten of 2020.
  private static let longest = 15
  /// A make-up day was never farther from its break than eleven days (2026-09-20).
  private static let farthest = 14

  let year: Int
  /// What was arranged before, for an amendment.
  let known: HolidayFacts
  /// Of the title, where the notice is for none of the statutory holidays.
  let occasion: String?
  private var breaks: [Checked] = []
  private var worked: Set<Day> = []
  private(set) var rows: [HolidayFacts.Row] = []
  /// What the notice takes and gives.
  private(set) var balance = NoticeBalance()

  /// - Throws: ``NoticeError`` with the first thing that is wrong.
  init(
    _ items: [NoticeItem], year: Int, known: HolidayFacts, occasion: String?
  ) throws(NoticeError) {
    self.year = year
    self.known = known
    self.occasion = occasion
    for item in items { try take(item) }
    let holidays = Set(breaks.flatMap(\.item.holidays))
    for row in known.rows
    where row.kind == .workday && (row.year != year || holidays.isDisjoint(with: row.holidays)) {
      worked.insert(row.day)
    }
    for found in breaks { try arrange(found) }
    rows.sort { $0.day < $1.day }
  }

  private mutating func take(_ item: NoticeItem) throws(NoticeError) {
    var item = item
    if item.holidays.isEmpty { item.holidays = holidays(of: item) }
    if item.holidays.isEmpty, occasion == nil { throw .arrangement(.noHoliday, item.quote) }
    for holiday in item.holidays
    where breaks.contains(where: { $0.item.holidays.contains(holiday) }) {
      throw .arrangement(.twice(holiday), item.quote)
    }
    try extend(&item)
    try exchange(&item)
    guard let first = item.off.min(), let last = item.off.max() else {
      throw .arrangement(.nothingOff, item.quote)
    }
    if let back = item.back, back.day.isWeekend, !item.work.contains(where: { $0.day == back.day })
    {
      item.work.append(back)
    }
    let found = Checked(
      item: item, occasion: item.holidays.isEmpty ? occasion : nil, named: first...last)
    try check(found)
    breaks.append(found)
    worked.formUnion(item.work.map(\.day))
  }

  /// The holidays that a paragraph without a heading names, or whose days it gives.
  private func holidays(of item: NoticeItem) -> [Holiday] {
    if !item.mentions.isEmpty { return Array(Set(item.mentions)).sorted() }
    return Holiday.allCases.filter { holiday in
      StatutoryDay.days(of: holiday, in: year).contains(where: item.off.contains)
    }
  }

  /// Takes over what an earlier notice arranged for a break that this one makes longer.
  private func extend(_ item: inout NoticeItem) throws(NoticeError) {
    guard let end = item.extended else { return }
    let before = known.rows(of: year).filter {
      !$0.holidays.isEmpty && $0.holidays == item.holidays
    }
    guard let last = before.last(where: { $0.kind == .off })?.day else {
      throw .nothingToAmend(year: year)
    }
    guard last <= end.day else { throw .date(.backwards, end.quote) }
    guard end.day - last < Self.longest else {
      throw .arrangement(.tooLong(end.day - last), end.quote)
    }
    item.off.formUnion(before.filter { $0.kind == .off }.map(\.day))
    item.off.formUnion(last...end.day)
    for row in before where row.kind == .workday && !item.off.contains(row.day) {
      item.work.append(NoticeItem.Named(day: row.day, quote: end.quote))
    }
  }

  /// Days of rest that are moved away are worked, unless they lie in the break themselves (a statutory day
  /// on a weekend); the days they are moved to are off.
  private func exchange(_ item: inout NoticeItem) throws(NoticeError) {
    guard let first = item.off.min(), let last = item.off.max() else { return }
    let from = item.exchanges.flatMap(\.from).filter { !(first...last).contains($0.day) }
    for day in item.exchanges.flatMap(\.to) where !item.off.contains(day.day) {
      throw .makeUp(.exchange(day.day), day.quote)
    }
    if item.work.isEmpty {
      item.work = from
    } else if !from.isEmpty {
      let (moved, worked) = (Set(from.map(\.day)), Set(item.work.map(\.day)))
      if let odd = moved.symmetricDifference(worked).min() {
        throw .makeUp(.exchange(odd), item.quote)
      }
    }
  }
}

/// What must hold of one break.
extension NoticeBreaks {
  private func check(_ found: Checked) throws(NoticeError) {
    let item = found.item
    for named in item.off.sorted().map({ NoticeItem.Named(day: $0, quote: item.quote) }) + item.work
    where !isInside(named.day, item) {
      throw .date(.outsideYear(named.day, year: year), named.quote)
    }
    if found.named.contains(where: { !$0.isWeekend && !item.off.contains($0) }) {
      throw .arrangement(.scattered, item.quote)
    }
    for other in breaks where other.named.overlaps(found.named) {
      let day = max(other.named.lowerBound, found.named.lowerBound)
      throw .arrangement(.overlap(day), item.quote)
    }
    var seen = worked
    for work in item.work {
      if !seen.insert(work.day).inserted { throw .makeUp(.twice(work.day), work.quote) }
      if !work.day.isWeekend { throw .makeUp(.onWeekday(work.day), work.quote) }
      if let quote = item.isNotExchanged { throw .makeUp(.denied(work.day), quote) }
      let gap = max(found.named.lowerBound - work.day, work.day - found.named.upperBound)
      if gap > Self.farthest { throw .makeUp(.far(work.day), work.quote) }
    }
    for other in breaks + [found] {
      for work in item.work + other.item.work
      where (other.named.contains(work.day) || found.named.contains(work.day)) {
        throw .makeUp(.inBreak(work.day), work.quote)
      }
    }
  }

  /// Whether a day is of the year, or of the December before it where the new year's break begins.
  private func isInside(_ day: Day, _ item: NoticeItem) -> Bool {
    day.year == year
      || item.holidays.contains(.newYear) && day.year == year - 1 && day.month.month == 12
  }

  /// Makes rows of a break with its joined weekends, once all make-up days are known.
  private mutating func arrange(_ found: Checked) throws(NoticeError) {
    let item = found.item
    let run = joined(found.named)
    guard run.count <= Self.longest else {
      throw .arrangement(.tooLong(run.count), item.quote)
    }
    for count in item.counts
    where ![count.before, found.named.count, run.count].contains(count.stated) {
      throw .arrangement(
        .wrongCount(stated: count.stated, found: found.named.count), count.quote)
    }
    if let quote = item.joinsWeekend, !run.contains(where: \.isWeekend) {
      throw .arrangement(.noWeekendToJoin, quote)
    }
    if let back = item.back, back.day != run.upperBound + 1 {
      throw .arrangement(.wrongReturn(back.day, expected: run.upperBound + 1), back.quote)
    }
    var entitled = 0
    for holiday in item.holidays {
      let days = StatutoryDay.days(of: holiday, in: year)
      entitled += days.count
      if let first = days.first, !days.contains(where: found.named.contains) {
        throw .arrangement(.statutoryDayLeftOut(first, holiday), item.quote)
      }
      for day in days where !run.contains(day) {
        throw .arrangement(.statutoryDayLeftOut(day, holiday), item.quote)
      }
    }
    if !item.hasRange, let odd = item.ownDays.first(where: { !isStatutory($0.day, item) }) {
      throw .arrangement(.notTheHoliday(odd.day), odd.quote)
    }
    balance.weekdaysOff += run.count { !$0.isWeekend }
    balance.entitled += entitled
    balance.madeUp += item.work.count
    let taken = Set(rows.map(\.day))
    for day in run where !taken.contains(day) { append(day, .off, found) }
    for work in item.work { append(work.day, .workday, found) }
  }

  private func isStatutory(_ day: Day, _ item: NoticeItem) -> Bool {
    item.holidays.isEmpty
      || item.holidays.contains { StatutoryDay.days(of: $0, in: year).contains(day) }
  }

  private mutating func append(_ day: Day, _ kind: HolidayFacts.Row.Kind, _ found: Checked) {
    rows.append(
      HolidayFacts.Row(
        day, kind, holidays: found.item.holidays.sorted(), occasion: found.occasion, year: year))
  }

  /// The run of days off around those named: Saturdays and Sundays that are not worked join.
  private func joined(_ named: ClosedRange<Day>) -> ClosedRange<Day> {
    var (first, last) = (named.lowerBound, named.upperBound)
    while (first - 1).isWeekend, !worked.contains(first - 1) { first = first - 1 }
    while (last + 1).isWeekend, !worked.contains(last + 1) { last = last + 1 }
    return first...last
  }
}
