import Almanac

/// A part of what a plan asks on an alert, which makes a round of its own.
///
/// The check that opens with the alert is `alert-<id>`. A colour or level that adds a section of the
/// checklists opens `alert-<id>-<section>` when the alert first takes it: rooms not walked yet stay open
/// as they were, rooms already walked are asked for the added section alone. When the alert has ended
/// `alert-<id>-after` asks for the damage. No key depends on the way by which the alert came to its grade.
struct AlertPart: Hashable, Sendable {
  /// The weather, which leaves out sections for any other.
  var weather: Alert.Kind
  /// The sections asked instead of the plan's own; nil for those.
  var sections: [String]?
}

extension Alert {
  /// The key of the period that opens with it.
  var period: String {
    "alert-" + String(id.rawValue.map { $0 == "/" ? "_" : $0 })
  }

  static let afterMark = "after"

  /// Where alerts stand in a list, by the keys of their periods.
  static func places(of alerts: [Alert]) -> [String: Int] {
    Dictionary(alerts.enumerated().map { ($1.period, $0) }) { first, _ in first }
  }

  /// The periods that it brings to a plan, each with what it asks there.
  func periods(for trigger: Trigger, _ calendar: WorkCalendar) -> [Period] {
    guard trigger.weather?.contains(kind) ?? true else { return [] }
    let sections = Set((trigger.added ?? [:]).values.flatMap { $0 }).sorted()
    let added = sections.filter { $0 != Self.afterMark }.compactMap { section in
      period(
        "\(period)-\(section)", [section], trigger, of: steps.filter { adds(section, $0, trigger) })
    }
    let special = period(period, nil, trigger, of: steps)
    return [special, after(trigger, calendar)].compactMap { $0 } + added
  }

  /// Whether a section that some colour adds is asked at present.
  func adds(_ section: String, in trigger: Trigger) -> Bool {
    steps.last.map { adds(section, $0, trigger) } ?? false
  }

  private func adds(_ section: String, _ step: Step, _ trigger: Trigger) -> Bool {
    trigger.added?[step.grade]?.contains(section) ?? false
  }

  /// From the day of its first step; due as soon as any of them asks. Never missed: what is left ends with
  /// the alert.
  private func period(
    _ key: String, _ sections: [String]?, _ trigger: Trigger, of steps: [Step]
  ) -> Period? {
    guard let start = steps.first?.from.day else { return nil }
    let due = steps.map { ($0.from + (trigger.hours?[$0.grade] ?? 0) * 3600).day }.min() ?? start
    var period = Period(key, start: start, due: max(start, due), miss: nil)
    period.part = AlertPart(weather: kind, sections: sections)
    return period
  }

  /// The damage check: from the day on which it ended, due on the next working day.
  private func after(_ trigger: Trigger, _ calendar: WorkCalendar) -> Period? {
    guard let sections = trigger.after, let ended else { return nil }
    var period = Period(
      "\(period)-\(Self.afterMark)", start: ended.day,
      due: calendar.workday(1, after: ended.day), miss: nil)
    period.part = AlertPart(weather: kind, sections: sections)
    return period
  }
}

extension Plan {
  /// The plan as it is asked in a part of an alert's work; itself in any other round.
  func asking(_ part: AlertPart?) -> Plan {
    guard let part else { return self }
    var plan = self
    plan.trigger.weather = [part.weather]
    if let sections = part.sections {
      plan.uses = uses.map { Use($0.checklist, sections: sections) }
    }
    return plan
  }
}

extension Bureau {
  /// The alerts that count; two that one message goes on with are one.
  public var alertsInForce: [Alert] {
    var seen: Set<Alert.ID> = []
    return alerts.filter { $0.isInForce && seen.insert($0.message).inserted }
  }

  /// The alert of a period, and what follows its own key: a section, `after`, or nothing.
  public func alert(of period: String) -> (alert: Alert, mark: String?)? {
    guard period.hasPrefix("alert-") else { return nil }
    if let place = alertsByPeriod[period] { return (alerts[place], nil) }
    var key = period[...]
    while let dash = key.lastIndex(of: "-") {
      key = key[..<dash]
      if let place = alertsByPeriod[String(key)] {
        return (alerts[place], String(period[period.index(after: dash)...]))
      }
    }
    return nil
  }

  /// What a plan asks in a round: itself and no weather, but on an alert a part of it and the weather.
  public func asked(of plan: Plan, in period: String) -> (plan: Plan, weather: Alert.Kind?) {
    let part = part(of: period, in: plan)
    return (plan.asking(part), part?.weather)
  }

  /// Which part of an alert's work a round of a plan asks; nil for any other round.
  func part(of period: String, in plan: Plan) -> AlertPart? {
    alert(of: period).map { alert, mark in
      let sections = mark == Alert.afterMark ? plan.trigger.after ?? [] : mark.map { [$0] }
      return AlertPart(weather: alert.kind, sections: sections)
    }
  }

  /// Whether what is left of a round has ended with its alert or with the colour that asked for it. A
  /// damage check that was due before the alert was entered here asks nobody any more.
  func hasEnded(_ occurrence: Occurrence, of plan: Plan) -> Bool {
    guard let (alert, mark) = alert(of: occurrence.period) else { return false }
    if mark == Alert.afterMark { return occurrence.due < alert.recorded }
    guard let section = mark else { return !alert.isInForce }
    return !alert.isInForce || !alert.adds(section, in: plan.trigger)
  }
}
