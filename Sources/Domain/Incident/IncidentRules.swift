import Almanac

/// The set times of nil reports while an alert is in force.
public struct AlertTimes: Hashable, Sendable, Codable {
  /// What it warns of; any when nil.
  public var kind: Alert.Kind?
  /// Its colours and levels, as `red` or `II`; any where empty.
  public var grades: [String]
  /// When a report is due each day, in minutes since 00:00; none where empty.
  public var times: [Int]

  enum CodingKeys: String, CodingKey {
    case kind
    case grades
    case times
  }

  /// Set times of alerts of a kind and some grades.
  public init(kind: Alert.Kind? = nil, grades: [String] = [], times: [Int]) {
    self.kind = kind
    self.grades = grades
    self.times = times
  }

  /// Whether an alert of a kind is meant while it has a grade.
  func covers(_ kind: Alert.Kind, _ grade: String) -> Bool {
    (self.kind.map { $0 == kind } ?? true) && (grades.isEmpty || grades.contains(grade))
  }
}

/// What is to be reported and when, from a day on: the office's own lines of the table of time limits, and the
/// set times of nil reports (零报告). What an administrator may change.
public struct IncidentRules: Hashable, Sendable, Codable {
  /// The first day on which they hold.
  public var from: Day
  /// The office's own lines of the table: stricter ones, each with its document.
  public var emergency: [EmergencyRule]
  /// When a nil report is due on each day of a break, in minutes since 00:00.
  public var breakTimes: [Int]
  /// The same while alerts are in force; the first line that fits holds.
  public var alertTimes: [AlertTimes]
  /// The document by which nil reports are asked for; nil while none was entered.
  public var source: String?

  enum CodingKeys: String, CodingKey {
    case from
    case emergency
    case breakTimes
    case alertTimes
    case source
  }

  /// The usual rules from a day on: the limits of the state, a nil report at 17:00 of every day of a break, and
  /// at 08:00 and 17:00 while an orange or red alert or a response is in force.
  public init(from: Day) {
    self.from = from
    emergency = []
    breakTimes = [17 * 60]
    alertTimes = [
      AlertTimes(grades: ["orange", "red", "I", "II", "III", "IV"], times: [8 * 60, 17 * 60])
    ]
  }

  /// The whole table of time limits: the state's lines, those made stricter in their place, then the office's
  /// own.
  public var table: [EmergencyRule] {
    let state = EmergencyRule.ofTheState
    return state.map { line in emergency.first { $0.id == line.id } ?? line }
      + emergency.filter { own in !state.contains { $0.id == own.id } }
  }

  /// The set times while an alert of a kind has a grade; none where no line fits.
  func times(_ kind: Alert.Kind, _ grade: String) -> [Int] {
    alertTimes.first { $0.covers(kind, grade) }?.times.sorted() ?? []
  }

  /// Returns the line that writes them.
  ///
  /// - Throws: ``IncidentError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(with bureau: Bureau, in situation: Situation) throws -> Happening {
    guard situation.actor.may(.administer) else { throw NotPermitted(.administer) }
    if let latest = bureau.incidentRules.last, from < latest.from {
      throw IncidentError.rulesBefore(latest.from)
    }
    var rules = self
    rules.source = try source.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
    rules.emergency = try emergency.map { try $0.checked() }
    let times = breakTimes + alertTimes.flatMap(\.times)
    if let wrong = times.first(where: { !(0..<1440).contains($0) }) {
      throw IncidentError.badNumber(wrong, 0...1439)
    }
    rules.breakTimes = Set(breakTimes).sorted()
    return Happening(.incidentRules, .incidentRules(rules))
  }
}

extension EmergencyRule {
  /// A line as it may stand.
  ///
  /// - Throws: ``IncidentError`` or ``WordingError``.
  fileprivate func checked() throws -> EmergencyRule {
    guard isWellFormed(id: id.rawValue) else { throw IncidentError.badRuleName(id.rawValue) }
    var rule = self
    rule.to = Bilingual(verbatim: try Wording.name(to.zh))
    rule.source = Bilingual(verbatim: try Wording.text(source.zh))
    guard !rule.source.zh.isEmpty else { throw IncidentError.sourceMissing }
    guard phone != nil || written != nil else { throw IncidentError.limitMissing }
    for minutes in [phone, written].compactMap(\.self) where !(0...10080).contains(minutes) {
      throw IncidentError.badNumber(minutes, 0...10080)
    }
    let state = Self.ofTheState.first { $0.id == id }
    if let state, !state.isMet(by: self) { throw IncidentError.looser(id.rawValue) }
    return rule
  }
}

extension Bureau {
  /// What is to be reported and when as it holds on a day: the usual rules where none were entered.
  public func incidentRules(on day: Day) -> IncidentRules {
    incidentRules.last { $0.from <= day } ?? IncidentRules(from: day)
  }

  /// The rules entered last, or the usual ones from a day on.
  public func presentIncidentRules(on day: Day) -> IncidentRules {
    incidentRules.last ?? IncidentRules(from: day)
  }

  /// The reports of an incident that are asked for by the table of the day on which it became known.
  public func dues(of incident: Incident) -> [EmergencyDue] {
    incident.dues(incidentRules(on: incident.content.start.day).table)
  }
}
