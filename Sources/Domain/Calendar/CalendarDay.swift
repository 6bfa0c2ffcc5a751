import Almanac

/// One day as the calendar (月历) shows it: whether it is worked and why, what falls on it, what is due.
public struct CalendarDay: Sendable {
  /// Whether a day is worked.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case workday
    /// A Saturday or Sunday that no holiday touches.
    case weekend
    /// A day off of a holiday's break, its joined weekend included.
    case off
    /// A Saturday or Sunday that is worked for a holiday (调休).
    case makeUp

    /// The kind in words.
    public var name: Bilingual {
      switch self {
      case .workday: Bilingual(zh: "工作日", en: "working day")
      case .weekend: Bilingual(zh: "周末", en: "weekend")
      case .off: Bilingual(zh: "放假", en: "day off")
      case .makeUp: Bilingual(zh: "调休上班", en: "make-up working day")
      }
    }
  }

  /// The day.
  public let day: Day
  /// Whether it is worked.
  public let kind: Kind
  /// The holiday for which it is off or made up; nil for any other day.
  public let holiday: Bilingual?
  /// The break it lies in.
  public let holidayBreak: Break?
  /// The festival on it, of those reckoned by moon or sun.
  public let festival: Festival?
  /// The solar term (节气) that begins on it.
  public let term: SolarTerm?
  /// Its lunar date; nil outside the years that are known.
  public let lunar: LunarDate?
  /// Whether days off around it are the rule's and no notice's yet (预排).
  public let isProvisional: Bool
  /// The flood season it lies in.
  public let season: Season?
  /// The alerts in force at any time of it, not beyond the day for which the sheet was drawn up.
  public let alerts: [Alert]
  /// The rounds due on it: what lapsed first, what is settled last; what is daily or weekly after what
  /// is rare.
  public let due: [Round]
  /// The rounds that start on it and are due later.
  public let starting: [Round]
  /// The open hazards whose deadline it is.
  public let deadlines: [HazardBrief]
  /// The shifts of the duty rosters in force that begin on it.
  public let duty: [DutyOn]

  /// What it is called: its festival, the holiday it is off or made up for, its solar term; what has one
  /// name is named once.
  public var names: [Bilingual] {
    [festival?.name, holiday, term?.name].reduce(into: []) { names, name in
      if let name, !names.contains(where: { $0.zh == name.zh }) { names.append(name) }
    }
  }

  /// The rounds due that ask nothing more.
  public var settled: Int { due.count(where: \.state.isSettled) }
  /// Whether a round due on it is overdue or was missed.
  public var hasLapsed: Bool { due.contains(where: \.hasLapsed) }
}

extension Round {
  /// Whether it is overdue or was missed.
  public var hasLapsed: Bool { state == .overdue || state == .missed }

  /// Whether it comes every day or week, so that a year's view leaves it unmarked.
  public var isFrequent: Bool {
    switch trigger {
    case .daily, .twicedaily, .weekly: true
    case .monthly, .quarterly, .preholiday, .postholiday, .preflood, .flood, .once, .alert: false
    }
  }
}

extension Alert {
  /// Whether it was in force at any time of a day, as known on another: one not ended is not shown beyond
  /// that.
  func isInForce(on day: Day, asOf today: Day) -> Bool {
    issued.day <= day && day <= (ended?.day ?? today)
  }
}
