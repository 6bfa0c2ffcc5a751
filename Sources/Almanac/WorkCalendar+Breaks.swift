extension WorkCalendar {
  /// The breaks of one year's arrangement in order, other occasions (2015-09-03) included.
  public func breaks(in year: Int) -> [Break] {
    var found: [Break] = []
    for (day, holidays, occasion) in namedDays(of: year) {
      if let last = found.last, last.lastOff >= day { continue }
      found.append(run(around: day, year: year, holidays: holidays, occasion: occasion))
    }
    return found
  }

  /// The breaks with a day off inside a range, in order.
  public func breaks(overlapping days: ClosedRange<Day>) -> [Break] {
    (days.lowerBound.year...days.upperBound.year + 1).flatMap(breaks(in:))
      .filter { $0.days.overlaps(days) }
  }

  /// The days off that a year's holidays bring, in order: from its notice, or by the rule.
  private func namedDays(
    of year: Int
  ) -> [(day: Day, holidays: [Holiday], occasion: String?)] {
    if isProvisional(year) {
      return StatutoryDay.days(in: year).filter { !isWorkday($0.day) }
        .map { ($0.day, [$0.holiday], nil) }
    }
    return facts.rows(of: year).filter { $0.kind == .off }
      .map { ($0.day, $0.holidays, $0.occasion) }
  }

  /// The whole run of days off around a day, with all holidays that lie in it.
  private func run(
    around day: Day, year: Int, holidays: [Holiday], occasion: String?
  ) -> Break {
    var first = day
    while !isWorkday(first - 1) { first = first - 1 }
    let after = firstWorkday(onOrAfter: day)
    let inside = holidaysInOrder(of: year, in: first...(after - 1))
    return Break(
      holidays: inside,
      year: year,
      name: inside.isEmpty
        ? Bilingual(verbatim: occasion ?? "") : Holiday.joined(inside.map(\.name)),
      firstOff: first,
      lastOff: after - 1,
      lastWorkdayBefore: first - 1,
      firstWorkdayAfter: after,
      isProvisional: isProvisional(year) || isProvisional(first.year)
        || isProvisional((after - 1).year))
  }

  /// The holidays of a year that bring days off in a range, by their first statutory day and then in
  /// the order of ``Holiday``.
  private func holidaysInOrder(of year: Int, in days: ClosedRange<Day>) -> [Holiday] {
    Holiday.inOrder(
      Set(namedDays(of: year).filter { days.contains($0.day) }.flatMap(\.holidays)), of: year)
  }
}
