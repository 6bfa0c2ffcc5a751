import Almanac

/// One line of the table of time limits for emergency reports (紧急报告时限): what is reported to whom, within how
/// many minutes, and by which document.
public struct EmergencyRule: Hashable, Sendable, Codable, Identifiable {
  /// From when its minutes are counted.
  public enum Start: String, Hashable, Sendable, Codable, CaseIterable {
    /// When the incident became known.
    case known
    /// When the head of the office was told; when the incident became known, while that was not noted.
    case headTold

    /// As the table prints it.
    public var name: Bilingual {
      switch self {
      case .known: Bilingual(zh: "得知时起", en: "from when it is known")
      case .headTold: Bilingual(zh: "负责人接报时起", en: "from when the head is told")
      }
    }
  }

  /// A short name that reports and commands use, as `county`.
  public let id: Identifier<EmergencyRule>
  /// To whom.
  public var to: Bilingual
  /// The sorts of incident it is about; all where empty.
  public var kinds: [IncidentKind]
  /// From which level on.
  public var level: IncidentLevel
  /// From when it is counted.
  public var start: Start
  /// Within how many minutes by telephone; 0 means at once, nil that no telephone report is asked.
  public var phone: Int?
  /// Within how many minutes in writing; nil where none is asked.
  public var written: Int?
  /// The document that asks for it.
  public var source: Bilingual

  enum CodingKeys: String, CodingKey {
    case id
    case to
    case kinds
    case level
    case start
    case phone
    case written
    case source
  }

  /// A line of the table.
  public init(
    id: ID, to: Bilingual, kinds: [IncidentKind] = [], level: IncidentLevel = .general,
    start: Start = .known, phone: Int? = nil, written: Int? = nil, source: Bilingual
  ) {
    self.id = id
    self.to = to
    self.kinds = kinds
    self.level = level
    self.start = start
    self.phone = phone
    self.written = written
    self.source = source
  }

  /// The report to the head of the office, from which others are counted.
  public static let head: ID = "head"

  /// The limits that hold for all: those of the state. They can be made stricter, never looser.
  ///
  /// Source: 《生产安全事故报告和调查处理条例》（国务院令第493号）第九条, 《中华人民共和国消防法》第四十四条.
  public static let ofTheState: [EmergencyRule] = {
    let regulation = Bilingual(
      zh: "《生产安全事故报告和调查处理条例》（国务院令第493号）第九条", en: "State Council order 493, article 9")
    return [
      EmergencyRule(
        id: head, to: Bilingual(zh: "本单位负责人", en: "the head of the office"), phone: 0,
        source: regulation),
      EmergencyRule(
        id: "county",
        to: Bilingual(
          zh: "县级以上应急管理部门和有关主管部门",
          en: "the emergency management authority of the county or above"),
        start: .headTold, phone: 60, source: regulation),
      EmergencyRule(
        id: "119", to: Bilingual(zh: "119 消防救援", en: "119, fire and rescue"), kinds: [.fire],
        level: .minor, phone: 0,
        source: Bilingual(zh: "《中华人民共和国消防法》第四十四条", en: "Fire Protection Law, article 44")),
    ]
  }()

  /// Whether an incident of this sort and level is to be reported so.
  public func covers(_ kind: IncidentKind, _ level: IncidentLevel) -> Bool {
    (kinds.isEmpty || kinds.contains(kind)) && level >= self.level
  }

  /// The minutes of one way of reporting; nil where it is not asked.
  public func minutes(_ how: IncidentReport.Manner) -> Int? { how == .phone ? phone : written }

  /// Whether another line asks for at least as much as this.
  func isMet(by other: EmergencyRule) -> Bool {
    let isAsWide =
      other.kinds.isEmpty || (!kinds.isEmpty && Set(kinds).isSubset(of: other.kinds))
    let isAsFast = IncidentReport.Manner.allCases.allSatisfy { how in
      guard let mine = minutes(how) else { return true }
      return other.minutes(how).map { $0 <= mine } ?? false
    }
    let isAsEarly = start == .headTold || other.start == .known
    return isAsWide && isAsFast && isAsEarly && other.level <= level
  }
}

/// A report of an incident that is asked for: by when, and whether it was made.
public struct EmergencyDue: Hashable, Sendable {
  /// The incident.
  public var incident: Incident.ID
  /// What asks for it.
  public var rule: EmergencyRule
  /// By which way.
  public var how: IncidentReport.Manner
  /// From when it is counted.
  public var start: Moment
  /// The last moment at which it is on time; nil where it is to be made at once.
  public var limit: Moment?
  /// When it was made; nil while it was not.
  public var reported: Moment?
  /// Whether it tells of a change in casualties (补报).
  public var isSupplement: Bool

  /// How it stands at a moment.
  public func state(at now: Moment) -> State {
    if let reported { return limit.map { reported > $0 } ?? false ? .late : .reported }
    return limit.map { now > $0 } ?? false ? .overdue : .due
  }

  /// How a report that is asked for can stand.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case due
    case overdue
    case reported
    /// Made, but after its limit.
    case late

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .due: Bilingual(zh: "待报", en: "due")
      case .overdue: Bilingual(zh: "超时未报", en: "overdue")
      case .reported: Bilingual(zh: "已报", en: "reported")
      case .late: Bilingual(zh: "超时报告", en: "reported late")
      }
    }
  }

  /// How much is left, or how much it is over; when it was made.
  public func words(at now: Moment) -> Bilingual {
    let seconds = { (from: Moment, to: Moment) in to.secondsSince1970 - from.secondsSince1970 }
    switch state(at: now) {
    case .due:
      guard let limit else {
        return isSupplement
          ? Bilingual(zh: "伤亡有变化，须及时补报", en: "casualties changed: report again now")
          : Bilingual(zh: "须立即报告", en: "at once")
      }
      let left = Self.span(minutes: max(1, (seconds(now, limit) + 59) / 60))
      return Bilingual(zh: "报告时限还有 \(left.zh)", en: "\(left.en) left")
    case .overdue:
      let over = Self.span(minutes: max(1, seconds(limit ?? now, now) / 60))
      return Bilingual(zh: "报告超时 \(over.zh)", en: "\(over.en) over the limit")
    case .reported:
      let made = reported ?? now
      return Bilingual(zh: "\(made.dayAndTime) 已报", en: "reported \(made.dayAndTime)")
    case .late:
      let made = reported ?? now
      let over = Self.span(minutes: max(1, seconds(limit ?? made, made) / 60))
      return Bilingual(
        zh: "\(made.dayAndTime) 已报，超时 \(over.zh)",
        en: "reported \(made.dayAndTime), \(over.en) late")
    }
  }

  /// As `1 小时 5 分`.
  private static func span(minutes: Int) -> Bilingual {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
    if days > 0 { return Bilingual(zh: "\(days) 天 \(hours) 小时", en: "\(days) d \(hours) h") }
    return hours > 0
      ? Bilingual(zh: "\(hours) 小时 \(rest) 分钟", en: "\(hours) h \(rest) min")
      : Bilingual(zh: "\(rest) 分钟", en: "\(rest) min")
  }
}

extension Incident {
  /// The reports that the lines of a table ask for, made ones included, in the table's order; none of one
  /// that was withdrawn.
  public func dues(_ table: [EmergencyRule]) -> [EmergencyDue] {
    guard stands else { return [] }
    let told = reports.first { $0.rule == EmergencyRule.head }?.at
    return table.filter { $0.covers(content.kind, content.level) }.flatMap { rule in
      let start = rule.start == .headTold ? told ?? content.start : content.start
      let asked = IncidentReport.Manner.allCases.compactMap { how -> EmergencyDue? in
        guard let minutes = rule.minutes(how) else { return nil }
        let made = reports.first {
          $0.rule == rule.id && ($0.how == how || (how == .phone && rule.written == nil))
        }
        return EmergencyDue(
          incident: id, rule: rule, how: how, start: start,
          limit: minutes == 0 ? nil : start + minutes * 60, reported: made?.at,
          isSupplement: false)
      }
      return asked + [supplement(to: rule)].compactMap(\.self)
    }
  }

  /// The report that a change in casualties asks for, once it was first reported to one outside the office.
  private func supplement(to rule: EmergencyRule) -> EmergencyDue? {
    guard let changed = casualtiesChanged, rule.start == .headTold,
      changed.day - content.at.day <= content.kind.supplementDays,
      let first = reports.first(where: { $0.rule == rule.id }), first.at < changed
    else { return nil }
    let again = reports.first { $0.rule == rule.id && $0.at >= changed }
    return EmergencyDue(
      incident: id, rule: rule, how: again?.how ?? .phone, start: changed, limit: nil,
      reported: again?.at, isSupplement: true)
  }
}
