import Almanac
import Domain

/// A few small incidents, and the nil reports of breaks and alerts: one of them is missed.
extension History {
  mutating func planIncidents(from first: Day) {
    var serials: [Int: Int] = [:]
    var happened: [Moment] = []
    for planned in DemoIncidents.all {
      let day = hours.calendar.workday(planned.workdaysBefore, before: now.day)
      guard day > first else { continue }
      let at = Moment(day, hour: planned.hour, minute: planned.minute)
      serials[day.year, default: 0] += 1
      let id = DemoIncidents.number(serials[day.year] ?? 1, of: day.year)
      happened.append(at)
      plan(planned, id, at: at)
    }
    planNilReports(from: first, happened: happened)
  }

  private mutating func plan(_ planned: DemoIncidents.Planned, _ id: Incident.ID, at: Moment) {
    let place = bureau.places.first { $0.kind == planned.place }?.id
    let content = Incident.Content(
      at: at, place: place, location: planned.location[language], kind: planned.kind,
      what: planned.what[language], casualties: planned.casualties, loss: planned.loss,
      cause: planned.cause[language], measures: planned.measures[language])
    put(.recordIncident(content), at: at + 600)
    for told in planned.told {
      let rule = EmergencyRule.ofTheState.first { $0.id == told.rule }
      let report = IncidentReport(
        to: rule?.to[language] ?? "", rule: told.rule, at: at + told.minutes * 60, how: .phone,
        by: staff.administrator)
      put(.incident(id, .report(report)), at: at + (told.minutes + 11) * 60)
    }
    guard let closed = planned.closed else { return }
    let end = Moment(hours.calendar.workday(closed.workdays, after: at.day), hour: 15, minute: 10)
    put(.incident(id, .close(conclusion: closed.conclusion[language])), at: end)
  }

  /// Means to have the administrator do something.
  mutating func put(_ command: Command, at moment: Moment) {
    queue.put(
      .act(DatedAct(at: moment, actor: staff.administrator, command: command)), at: moment)
  }

  /// Each is made some minutes before it is due, the last but one of all is forgotten. An alert that was
  /// entered after a set time of its first day is reported once it is known.
  private mutating func planNilReports(from first: Day, happened: [Moment]) {
    guard first < now.day else { return }
    let periods = bureau.nilPeriods(dueOn: (first + 1)...now.day, asOf: now)
      .filter { $0.due <= now }
    for period in periods where period != periods.dropLast().last {
      let known = bureau.alerts.map { Moment($0.issued.day, hour: 8, minute: 50) }
        .filter { $0.day == period.due.day && $0 > period.due }
      let at = known.max() ?? period.due + -20 * 60
      let isNone = !happened.contains(where: period.contains)
      queue.put(.nilReport(period, isNone: isNone), at: at)
    }
  }

  /// Who makes a nil report: one on duty then, or the supervisor.
  func reporter(of period: NilPeriod) -> Person.ID {
    let rules = bureau.dutyRules(on: period.due.day)
    let day = period.due.second < rules.dayStart * 60 ? period.due.day - 1 : period.due.day
    return onDuty[day] ?? staff.supervisor
  }
}

/// The incidents of the demonstration, the first ones first.
enum DemoIncidents {
  /// One of them: so many working days before the present, and what came of it.
  struct Planned {
    var workdaysBefore: Int
    var hour: Int
    var minute: Int
    var place: PlaceKind
    var location: Bilingual
    var kind: IncidentKind
    var what: Bilingual
    var casualties = Casualties()
    var loss = 0
    var cause: Bilingual
    var measures: Bilingual
    /// Minutes after it happened at which each was told.
    var told: [(rule: EmergencyRule.ID, minutes: Int)] = []
    /// Working days after which it was closed, and how it ended; nil for one still in hand.
    var closed: (workdays: Int, conclusion: Bilingual)?
  }

  static func number(_ serial: Int, of year: Int) -> Incident.ID {
    var numbering = Numbering(year: year, hazard: 1, inspection: 1, incident: serial)
    return numbering.takeIncident()
  }

  static let all = [
    Planned(
      workdaysBefore: 260, hour: 10, minute: 20, place: .corridor,
      location: Bilingual(zh: "二楼配电箱", en: "board of the second floor"), kind: .utility,
      what: Bilingual(zh: "配电箱跳闸，二楼停电约40分钟", en: "The board tripped; no power for 40 minutes"),
      cause: Bilingual(zh: "取暖器同时使用，过载", en: "Heaters at the same time, overload"),
      measures: Bilingual(zh: "电工检修后送电，收走取暖器", en: "Mended, heaters taken away"),
      closed: (1, Bilingual(zh: "已恢复供电，全楼通报", en: "Power is back, all were told"))),
    Planned(
      workdaysBefore: 95, hour: 14, minute: 50, place: .corridor,
      location: Bilingual(zh: "楼梯间", en: "stairwell"), kind: .injury,
      what: Bilingual(zh: "一名干部下楼时滑倒，手腕挫伤", en: "One of the staff slipped and hurt a wrist"),
      casualties: Casualties(slight: 1),
      cause: Bilingual(zh: "雨天地面湿滑，防滑条脱落", en: "Wet steps, an anti-slip strip was off"),
      measures: Bilingual(zh: "送医包扎，围护并擦干地面", en: "Taken to hospital, steps dried and fenced"),
      told: [("head", 5), ("county", 80)],
      closed: (6, Bilingual(zh: "伤情稳定，防滑条已补装", en: "Healing; the strips were put back"))),
    Planned(
      workdaysBefore: 38, hour: 9, minute: 5, place: .corridor,
      location: Bilingual(zh: "三楼茶水间", en: "pantry of the third floor"), kind: .utility,
      what: Bilingual(zh: "水管接头爆裂，走廊积水", en: "A pipe joint burst, water in the corridor"),
      cause: Bilingual(zh: "接头老化", en: "The joint was worn"),
      measures: Bilingual(zh: "关总阀，更换接头，清理积水", en: "Main valve shut, joint replaced"),
      closed: (2, Bilingual(zh: "已恢复供水，同类接头已排查", en: "Water is back; like joints were checked"))),
    Planned(
      workdaysBefore: 2, hour: 15, minute: 30, place: .archiveRoom,
      location: Bilingual(zh: "空调下方", en: "under the air-con"), kind: .equipment,
      what: Bilingual(zh: "空调冷凝水滴漏，打湿两盒空档案盒", en: "The air-con dripped on two empty boxes"),
      cause: Bilingual(zh: "排水管堵塞，正在检修", en: "Drain blocked, being mended"),
      measures: Bilingual(zh: "已停用空调，移开档案架", en: "Air-con off, shelves moved")),
  ]
}
