/// Dates, and what stands beside them to be checked: weekdays and lunar dates.
extension NoticeScanner {
  /// `2024年12月31日`, `1月1日`, and `7日` after a date of its month.
  ///
  /// - Throws: ``NoticeError`` for a day that no calendar has.
  mutating func readDate() throws(NoticeError) -> Bool {
    let start = position
    guard let named = readCivil() else {
      position = start
      return false
    }
    let quote = text.quote(start..<position)
    guard let day = Day(year: named.year, month: named.month, day: named.day) else {
      throw .date(.noSuchDate, quote)
    }
    if isRangeOpen, let open = pending.last {
      guard open.first < day else {
        throw .date(.backwards, text.quote(range))
      }
      guard day - open.first < 40 else {
        throw .arrangement(.tooLong(day - open.first + 1), text.quote(range))
      }
      pending[pending.count - 1].last = day
    } else {
      pending.append(NoticeItem.Span(first: day, last: day, quote: quote))
    }
    isRangeOpen = false
    followsDate = true
    item.last = day
    return true
  }

  private mutating func readCivil() -> (year: Int, month: Int, day: Int)? {
    guard let first = readInteger() else { return nil }
    var (year, month, number): (Int?, Int?, Int) = (nil, nil, first)
    if take([NoticeWords.year]) {
      year = number
      guard let next = readInteger() else { return nil }
      number = next
    }
    if take([NoticeWords.month]) {
      month = number
      guard let next = readInteger() else { return nil }
      number = next
    }
    guard take([NoticeWords.day]) else { return nil }
    if let month {
      let usual = item.mayBeginBefore && month == 12 ? self.year - 1 : self.year
      return (year ?? usual, month, number)
    }
    guard year == nil, let last = item.last else { return nil }
    return (last.year, last.month.month, number)
  }

  /// A weekday right after a date: `2月4日星期日`.
  ///
  /// - Throws: ``NoticeError`` where it contradicts the date.
  mutating func readWeekday() throws(NoticeError) -> Bool {
    guard followsDate, let span = pending.last, let weekday = readWeekdayName() else {
      return false
    }
    try check([weekday], against: [span.last])
    return true
  }

  private mutating func readWeekdayName() -> Int? {
    let start = position
    if take(NoticeWords.weekdayPrefixes), position < range.upperBound, let scalar = text[position] {
      position += 1
      if let index = NoticeWords.weekdays.firstIndex(of: scalar) { return index + 1 }
      if NoticeWords.otherSunday.contains(scalar) { return 7 }
    }
    position = start
    return nil
  }

  /// What stands in parentheses: weekdays and lunar dates are checked against the dates before them; other
  /// words say nothing about days, unless a digit is among them.
  ///
  /// - Throws: ``NoticeError`` where it contradicts the dates.
  mutating func readParentheses() throws(NoticeError) -> Bool {
    guard text[position] == "(" else { return false }
    guard
      let end = (position..<range.upperBound).first(where: { text[$0] == ")" })
    else { return false }
    let start = position
    position += 1
    var weekdays: [Int] = []
    var moons: [Moon] = []
    var isForEach = false
    while position < end {
      if let weekday = readWeekdayName() {
        weekdays.append(weekday)
      } else if let moon = readMoon(after: moons.last) {
        moons.append(moon)
      } else if let scalar = text[position], ("0"..."9").contains(scalar) || scalar == "(" {
        position = start
        return false
      } else {
        isForEach = isForEach || text[position] == NoticeWords.each.first
        position += 1
      }
    }
    position = end + 1
    if weekdays.isEmpty && moons.isEmpty { return true }
    guard let days = dates(for: weekdays.count, isForEach),
      let moonDays = dates(for: moons.count, false)
    else {
      position = start
      return false
    }
    try check(isForEach ? days.map { _ in weekdays[0] } : weekdays, against: days)
    for (moon, day) in zip(moons, moonDays) where !moon.is(day) {
      throw .date(.wrongLunarDate(day), text.quote(range))
    }
    return true
  }

  /// The dates before parentheses that so many remarks are about; nil where the numbers do not fit.
  private func dates(for count: Int, _ isForEach: Bool) -> [Day]? {
    guard count > 0 else { return [] }
    let named = pending.isEmpty ? former : pending
    guard let last = named.last else { return nil }
    if isForEach { return count == 1 ? named.flatMap { [$0.first, $0.last] } : nil }
    if count == 1 { return [last.last] }
    if count == 2, last.isRange { return [last.first, last.last] }
    guard count == named.count, !named.contains(where: \.isRange) else { return nil }
    return named.map(\.first)
  }

  private func check(_ weekdays: [Int], against days: [Day]) throws(NoticeError) {
    for (weekday, day) in zip(weekdays, days) where day.weekday != weekday {
      throw .date(.wrongWeekday(day), text.quote(range))
    }
  }
}

/// A lunar date as notices write it, without its year.
private struct Moon {
  /// From 1; 0 for the eve of the new year.
  var month: Int
  var day: Int

  func `is`(_ date: Day) -> Bool {
    if month == 0 { return LunarDate(date + 1).map { $0.month == 1 && $0.day == 1 } ?? true }
    return LunarDate(date).map { $0.month == month && $0.day == day } ?? true
  }
}

extension NoticeScanner {
  /// `农历正月初七`, `除夕`, and `初七` after a lunar date of its month.
  private mutating func readMoon(after former: Moon?) -> Moon? {
    let start = position
    var month = former?.month
    while let word = taken(NoticeWords.lunarPrefixes) {
      if word == NoticeWords.bigYear { month = 1 }
    }
    if take(NoticeWords.eve) { return Moon(month: 0, day: 0) }
    if let index = NoticeWords.lunarMonths.lastIndex(where: { starts(with: $0) }) {
      position += NoticeWords.lunarMonths[index].count
      month = index < 12 ? index + 1 : index - 1
    }
    if let month, let day = readMoonDay() { return Moon(month: max(month, 1), day: day) }
    position = start
    return nil
  }

  private mutating func readMoonDay() -> Int? {
    if let index = NoticeWords.otherLunarDays.firstIndex(where: { starts(with: $0) }) {
      position += 3
      return index + 21
    }
    guard let index = NoticeWords.lunarDays.lastIndex(where: { starts(with: $0) }) else {
      return nil
    }
    position += 2
    return index + 1
  }
}
