import Almanac

extension Occurrence {
  /// Whether its dates depend on a year whose notice is not loaded yet (预排).
  public func isProvisional(by calendar: WorkCalendar) -> Bool {
    calendar.isProvisional(due.year) || miss.map { calendar.isProvisional($0.year) } ?? false
  }
}

extension WorkCalendar {
  /// The year whose notice ought to be loaded now: the present one, and in November and December, when the
  /// State Council announces it, the next. Nil where it is.
  public func yearToLoad(on today: Day) -> Int? {
    let (year, month, _) = today.civil
    if isProvisional(year) { return year }
    return month >= 11 && isProvisional(year + 1) ? year + 1 : nil
  }

  /// The mark of what depends on a year whose notice is not loaded yet.
  public static let provisionalMark = Bilingual(zh: "[预排]", en: "[provisional]")

  /// The reminder to load a year's notice.
  public static func reminder(of year: Int) -> Bilingual {
    Bilingual(
      zh: "\(year)年放假安排还没有载入（预排），通知发布后请载入",
      en: "The holidays of \(year) are provisional; load the notice when it is out")
  }
}
