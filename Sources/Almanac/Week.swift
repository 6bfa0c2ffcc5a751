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

  /// The day of the week in words.
  public var weekdayName: Bilingual {
    switch weekday {
    case 1: Bilingual(zh: "周一", en: "Mon")
    case 2: Bilingual(zh: "周二", en: "Tue")
    case 3: Bilingual(zh: "周三", en: "Wed")
    case 4: Bilingual(zh: "周四", en: "Thu")
    case 5: Bilingual(zh: "周五", en: "Fri")
    case 6: Bilingual(zh: "周六", en: "Sat")
    default: Bilingual(zh: "周日", en: "Sun")
    }
  }
}

extension Month {
  /// The first month of this month's quarter.
  public var quarterStart: Month { Month(year, quarter * 3 - 2) }
}
