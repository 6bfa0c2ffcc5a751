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

  enum CodingKeys: String, CodingKey {
    case kind
    case day
    case lead
    case holidays
    case everyDay
    case date
    case weather
    case hours
  }

  /// How many working days before a break a check may be due.
  public static let leads = 1...60
  /// The days of a month on which a check may be due.
  public static let daysOfMonth = 1...31

  /// A trigger of a kind; a field that the kind does not use stays without effect.
  public init(
    _ kind: Kind, day: Int? = nil, lead: Int? = nil, holidays: [Holiday]? = nil,
    everyDay: Bool = false, date: Day? = nil, weather: [Alert.Kind]? = nil,
    hours: [String: Int]? = nil
  ) {
    self.kind = kind
    self.day = day
    self.lead = lead
    self.holidays = holidays
    self.everyDay = everyDay
    self.date = date
    self.weather = weather
    self.hours = hours
  }
}

/// Which checklists are walked, in which places, when (检查计划).
public struct Plan: Hashable, Sendable, Codable, Identifiable {
  /// A checklist of a plan, whole or some of its sections.
  public struct Use: Hashable, Sendable, Codable {
    /// The checklist asked, in its version present at the walk.
    public var checklist: Identifier<Checklist>
    /// The sections asked; all of them when nil.
    public var sections: [String]?

    enum CodingKeys: String, CodingKey {
      case checklist
      case sections
    }

    /// The use of a whole checklist, or of the sections named.
    public init(_ checklist: Identifier<Checklist>, sections: [String]? = nil) {
      self.checklist = checklist
      self.sections = sections
    }
  }

  /// Which places a plan covers.
  public enum Scope: Hashable, Sendable {
    /// Every place where one of its items applies.
    case all
    /// Every place of these kinds where one of its items applies.
    case kinds([PlaceKind])
    case places([Place.ID])
  }

  /// Lasting; it stands first in the ids of occurrences, as `monthly`.
  public let id: Identifier<Plan>
  /// What its rounds are called, after the period: `月检`.
  public var title: Bilingual
  /// When its checks fall.
  public var trigger: Trigger
  /// The checklists asked, in the order in which their items are numbered.
  public var uses: [Use]
  /// Where it is walked.
  public var scope: Scope
  /// The first day on which the plan is in force; nil for no limit.
  public var from: Day?
  /// The last day on which the plan is in force; nil for no limit.
  public var to: Day?
  /// A plan that is switched off has no occurrences.
  public var isEnabled: Bool
  /// The frequency the law asks for (法定), in words, shown apart from the office's own.
  public var statutory: Bilingual?
  /// The office's own frequency (本局), in words.
  public var own: Bilingual?

  /// A plan from its trigger and checklists; switched on, everywhere and without limit.
  public init(
    id: Identifier<Plan>, title: Bilingual, trigger: Trigger, uses: [Use], scope: Scope = .all,
    from: Day? = nil, to: Day? = nil, isEnabled: Bool = true, statutory: Bilingual? = nil,
    own: Bilingual? = nil
  ) {
    self.id = id
    self.title = title
    self.trigger = trigger
    self.uses = uses
    self.scope = scope
    self.from = from
    self.to = to
    self.isEnabled = isEnabled
    self.statutory = statutory
    self.own = own
  }

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case trigger
    case uses = "checklists"
    case scope
    case from
    case to
    case isEnabled = "enabled"
    case statutory
    case own
  }
}

extension Plan.Scope: Codable {
  enum CodingKeys: String, CodingKey {
    case kinds
    case places
  }

  /// Reads the kinds, else the places; with neither it is everywhere.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if let kinds = try fields.decodeIfPresent([PlaceKind].self, forKey: .kinds) {
      self = .kinds(kinds)
    } else if let places = try fields.decodeIfPresent([Place.ID].self, forKey: .places) {
      self = .places(places)
    } else {
      self = .all
    }
  }

  /// Writes `kinds` or `places`, and nothing for all.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .all: break
    case .kinds(let kinds): try fields.encode(kinds, forKey: .kinds)
    case .places(let places): try fields.encode(places, forKey: .places)
    }
  }
}
