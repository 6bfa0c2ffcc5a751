import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let incidents = [
    Scene("incidents-none") { try $0.openByName(.incidents) },
    Scene("incident-form") { desk in
      try desk.openByName(.incidents)
      try desk.type("n⇥⇥⇥" + desk.office("楼梯口", "by the stairs") + "⇥")
    },
    Scene("incidents", .supervisor) { desk in
      try desk.recordIncidents()
      try desk.openByName(.incidents)
    },
    Scene("incident-menu", .supervisor) { desk in
      try desk.recordIncidents()
      try desk.openByName(.incidents)
      try desk.type("⏎")
    },
    Scene("incident-report") { desk in
      try desk.recordIncidents()
      try desk.openByName(.incidents)
      try desk.type("⏎1")
    },
    Scene("incident-add") { desk in
      try desk.recordIncidents()
      try desk.openByName(.incidents)
      try desk.type("⏎2" + desk.office("拍片：骨裂", "an X-ray shows a fracture"))
    },
    Scene("incident-close-refused", .supervisor) { desk in
      try desk.recordIncidents()
      try desk.openByName(.incidents)
      try desk.type("⏎4⏎")
    },
    Scene("incident-paper") { desk in
      try desk.recordIncidents()
      try desk.openByName(.incidents)
      try desk.type("⏎6")
    },
    Scene("today-incident") { try $0.recordIncidents() },
    Scene("nil-none") { try $0.openByName(.nilReports) },
    Scene("today-nil", .supervisor, after: .none) { try $0.raiseForNil() },
    Scene("nil-reports", .supervisor, after: .none) { desk in
      try desk.raiseForNil()
      try desk.openByName(.nilReports)
    },
    Scene("nil-menu", .supervisor, after: .none) { desk in
      try desk.raiseForNil()
      try desk.openByName(.nilReports)
      try desk.type("⏎")
    },
    Scene("nil-declared", .supervisor, after: .none) { desk in
      try desk.raiseForNil()
      try desk.openByName(.nilReports)
      try desk.type("⏎1")
    },
  ]
}

extension Desk {
  /// Opens a screen by its name in the palette.
  mutating func openByName(_ action: Action) throws {
    try type(":" + app.context(action.entry.label) + "⏎")
  }

  /// A fall an hour ago, of which the head was told, and a burst pipe some days before, closed.
  mutating func recordIncidents() throws {
    let pipe = Incident.Content(
      at: Moment(today - 5, hour: 9, minute: 5), place: "corridor",
      location: office("茶水间", "pantry"), kind: .utility,
      what: office("水管接头爆裂，走廊积水", "A pipe joint burst, water in the corridor"),
      measures: office("关总阀，更换接头", "Main valve shut, joint replaced"))
    let fall = Incident.Content(
      at: Moment(today, hour: 8, minute: 0), location: office("楼梯间", "stairwell"), kind: .injury,
      what: office("一名干部下楼时滑倒，手腕挫伤", "One of the staff slipped and hurt a wrist"),
      casualties: Casualties(slight: 1), cause: office("地面湿滑", "The steps were wet"))
    var first = pipe
    if fold.bureau.place("corridor") == nil { first.place = nil }
    try record(.recordIncident(first), by: .inspector)
    try record(.incident("SJ2026-001", .close(conclusion: nil)), by: .supervisor)
    try record(.recordIncident(fall), by: .inspector)
    let told = IncidentReport(
      to: "", rule: EmergencyRule.head, at: Moment(today, hour: 8, minute: 23), how: .phone,
      by: office.person(.inspector))
    var report = told
    report.to = app.context(EmergencyRule.ofTheState[0].to)
    try record(.incident("SJ2026-002", .report(report)), by: .inspector)
  }

  /// An orange alert since last night, whose nil reports are due at 08:00 and at 10:00.
  mutating func raiseForNil() throws {
    var rules = IncidentRules(from: today - 1)
    rules.alertTimes = [AlertTimes(times: [8 * 60, 10 * 60])]
    try record(.setIncidentRules(rules), by: .inspector)
    let issued = Moment(today - 1, hour: 21, minute: 0)
    try record(
      .openAlert(
        Alert(
          id: Alert.newID(.cold, at: Desk.now), kind: .cold, colour: .orange,
          issuer: office("示例区气象台", "Sample District weather office"), issued: issued,
          recorded: today)), by: .inspector)
  }
}

extension Fold {
  /// The incident register with what was declared in nil reports.
  var incidentBook: IncidentBook {
    IncidentBook(incidents: incidents(), declarations: nilDeclarations())
  }
}
