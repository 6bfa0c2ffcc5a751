import Almanac

/// Periods that a break, a flood season or a weather alert brings.
extension PeriodRule {
  func beforeHolidays(_ window: ClosedRange<Day>) -> [Period] {
    let lead = max(trigger.lead ?? 1, 1)
    // In any 30 days at least ten are worked.
    let reach = 30 + 3 * lead
    return breaks(window.lowerBound...(window.upperBound + reach)).map { found in
      let due = calendar.workday(lead, before: found.firstOff)
      return Period(
        found.key, start: min(found.firstOff - 7, due), due: due, miss: found.firstOff)
    }
  }

  func afterHolidays(_ window: ClosedRange<Day>) -> [Period] {
    breaks(window).map { found in
      let day = found.firstWorkdayAfter
      return Period("\(found.key)-after", start: day, due: day, miss: day + 1)
    }
  }

  /// The breaks of the years that a window touches, as far as the trigger names their holidays.
  private func breaks(_ window: ClosedRange<Day>) -> [Break] {
    (window.lowerBound.year...window.upperBound.year + 1).flatMap(calendar.breaks(in:)).filter {
      $0.isRound && ($0.holidays.contains { trigger.holidays?.contains($0) ?? true })
    }
  }

  func beforeFlood(_ season: Season) -> Period {
    let start = season.start
    let mark = season.id.rawValue.dropFirst(5)
    return Period(
      "\(season.id.rawValue.prefix(5))pre-\(mark)", start: start - 30,
      due: calendar.workday(1, before: start), miss: start, recorded: season.recorded)
  }

  /// The opening of a season, due on its fifth working day, and then each later month inside it.
  func flood(_ season: Season) -> [Period] {
    guard season.start <= season.end else { return [] }
    let opening = calendar.workdays(in: season.start...min(season.end, season.start + 60))
      .prefix(5).last
    let first = opening.map {
      Period(
        season.id.rawValue, start: season.start, due: $0, miss: $0 + 1, recorded: season.recorded)
    }
    // At most a year, so that no month's key comes twice: the month of the opening has none.
    let months = sequence(first: season.start.month.next, next: \.next).prefix(12)
      .prefix { $0.first <= season.end }
    let later = months.compactMap { month -> Period? in
      let last = min(month.last, season.end)
      return calendar.lastWorkday(onOrBefore: last, notBefore: month.first).map {
        Period(
          "\(season.id)-\(padded(month.month, 2))", start: month.first, due: $0, miss: last + 1,
          recorded: season.recorded)
      }
    }
    return (first.map { [$0] } ?? []) + later
  }
}
