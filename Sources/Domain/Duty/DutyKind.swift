import Almanac

/// What a duty roster is for.
public enum DutyKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// The days off around a holiday.
  case holiday = "break"
  /// Ordinary weekends.
  case weekend
  /// Nights after working days.
  case night
  /// While an alert or a response is in force, whatever the day.
  case alert

  /// As rosters and lists call it.
  public var name: Bilingual {
    switch self {
    case .holiday: Bilingual(zh: "节假日值班", en: "break duty")
    case .weekend: Bilingual(zh: "周末值班", en: "weekend duty")
    case .night: Bilingual(zh: "工作日夜间值班", en: "night duty")
    case .alert: Bilingual(zh: "应急值守", en: "alert duty")
    }
  }
}

/// A part of the day of duty, by the hours of ``DutyRules``.
public enum DutyShift: String, Hashable, Sendable, Codable, CaseIterable {
  /// The whole 24 hours.
  case whole
  case day
  case night

  /// As rosters print it.
  public var name: Bilingual {
    switch self {
    case .whole: Bilingual(zh: "全天", en: "24 h")
    case .day: Bilingual(zh: "白班", en: "day")
    case .night: Bilingual(zh: "夜班", en: "night")
    }
  }

  /// Whether one who has this shift of a day cannot have the other of the same day.
  func clashes(with other: DutyShift) -> Bool {
    self == other || self == .whole || other == .whole
  }

  /// In halves of a day.
  var halves: Int { self == .whole ? 2 : 1 }
}

/// What kind of day it is, by which duty weighs more or less and two leading officers are asked for.
public enum DutyDay: String, Hashable, Sendable, Codable, CaseIterable {
  /// A holiday by law.
  case statutory
  /// Another day off that the year's notice gives in a break.
  case shifted
  /// A rest day of the week that no notice names.
  case weekend
  case workday

  /// As rosters print it.
  public var name: Bilingual {
    switch self {
    case .statutory: Bilingual(zh: "法定节假日", en: "statutory")
    case .shifted: Bilingual(zh: "调休休息日", en: "shifted")
    case .weekend: Bilingual(zh: "公休日", en: "weekend")
    case .workday: Bilingual(zh: "工作日", en: "workday")
    }
  }

  /// What half a day of duty weighs in the rotation: as much more on holidays as the law has it paid.
  ///
  /// Source: 《中华人民共和国劳动法》第四十四条, 150, 200 and 300 per cent; here in halves of it.
  public var weight: Int {
    switch self {
    case .statutory: 6
    case .shifted, .weekend: 4
    case .workday: 3
    }
  }
}

extension WorkCalendar {
  /// What kind of day a day is for duty.
  public func dutyDay(_ day: Day) -> DutyDay { dutyDays([day])[day] ?? .workday }

  /// What kinds of day some days are for duty.
  public func dutyDays(_ days: some Sequence<Day>) -> [Day: DutyDay] {
    var statutory: [Int: Set<Day>] = [:]
    var kinds: [Day: DutyDay] = [:]
    for day in days where kinds[day] == nil {
      let year = day.year
      let legal = statutory[year] ?? Set(StatutoryDay.days(in: year).map(\.day))
      statutory[year] = legal
      kinds[day] =
        isWorkday(day)
        ? .workday
        : legal.contains(day) ? .statutory : fact(of: day) == nil ? .weekend : .shifted
    }
    return kinds
  }
}
