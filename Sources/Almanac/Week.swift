extension Day {
  /// The ISO 8601 week: its year, which differs from the date's around 1 January, and its number from
  /// 1 to 53.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = monday + 3
    let year = thursday.year
    return (year, (thursday - Day(year, 1, 1)) / 7 + 1)
  }

  /// The Monday of this day's week.
  public var monday: Day { self - (weekday - 1) }
}

extension Month {
  /// The first month of this month's quarter.
  public var quarterStart: Month { Month(year, quarter * 3 - 2) }
}
