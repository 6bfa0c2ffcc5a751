import Almanac

/// When the checks of a plan fall (design rules of the periods: see ``Schedule``).
public struct Trigger: Hashable, Sendable, Codable {
  /// What makes a check fall due; the raw value is the word of plan files.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case daily
    case twicedaily
    case weekly
    case monthly
    case quarterly
    case preholiday
    case postholiday
    case preflood
    case flood
    case once
    case alert

    /// As said on screens and in documents.
    public var name: Bilingual {
      switch self {
      case .daily: Bilingual(zh: "每日", en: "daily")
      case .twicedaily: Bilingual(zh: "每日两次", en: "twice daily")
      case .weekly: Bilingual(zh: "每周", en: "weekly")
      case .monthly: Bilingual(zh: "每月", en: "monthly")
      case .quarterly: Bilingual(zh: "每季", en: "quarterly")
      case .preholiday: Bilingual(zh: "节前", en: "before a holiday")
      case .postholiday: Bilingual(zh: "节后", en: "after a holiday")
      case .preflood: Bilingual(zh: "汛前", en: "before the flood season")
      case .flood: Bilingual(zh: "汛期", en: "in the flood season")
      case .once: Bilingual(zh: "一次", en: "once")
      case .alert: Bilingual(zh: "预警时", en: "on a weather alert")
      }
    }
  }

  /// What makes the checks fall due; it decides which fields below count.
  public var kind: Kind
  /// Monthly: the day of the month on which it is due; nil for the last working day.
  public var day: Int?
  /// Before a holiday: the working day counted back from the break on which it is due; 1, the last
  /// one, when nil.
  public var lead: Int?
  /// Before or after a holiday: which holidays; all seven when nil.
  public var holidays: [Holiday]?
  /// Daily, twice daily: on days off as well.
  public var everyDay: Bool
  /// Once: its date.
  public var date: Day?
  /// On an alert: the kinds of weather that open it; every kind when nil.
  public var weather: [Alert.Kind]?
  /// On an alert: hours from the issue to the due day by colour or level, 0 where none is named.
  public var hours: [String: Int]?
  /// On an alert: the sections of its checklists that a colour or level adds to those of the plan.
  public var added: [String: [String]]?
  /// On an alert: the sections asked once it has ended, instead of those of the plan (damage check).
  public var after: [String]?

  enum CodingKeys: String, CodingKey {
    case kind
    case day
    case lead
    case holidays
    case everyDay
    case date
    case weather
    case hours
    case added
    case after
  }

  /// How many working days before a break a check may be due.
  public static let leads = 1...60
  /// The days of a month on which a check may be due.
  public static let daysOfMonth = 1...31

  /// A trigger of a kind; a field that the kind does not use stays without effect.
  public init(
    _ kind: Kind, day: Int? = nil, lead: Int? = nil, holidays: [Holiday]? = nil,
    everyDay: Bool = false, date: Day? = nil, weather: [Alert.Kind]? = nil,
    hours: [String: Int]? = nil, added: [String: [String]]? = nil, after: [String]? = nil
  ) {
    self.kind = kind
    self.day = day
    self.lead = lead
    self.holidays = holidays
    self.everyDay = everyDay
    self.date = date
    self.weather = weather
    self.hours = hours
    self.added = added
    self.after = after
  }
}
