import Almanac
import ArgumentParser
import Domain

/// What is due.
struct TodayCommand: ParsableCommand {
  static let configuration = about("today", zh: "今天要做什么", en: "what is due")

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let agenda = try session.ledger.agenda(at: session.clock.now)
    if json {
      try Output.json(AgendaJSON(agenda))
    } else {
      print(agenda, for: try? session.actor(), session.language)
      remind(agenda, of: session)
    }
  }

  /// Reminds of what is to be read and carried out, of rosters that are due, and administrators of the notice and of the season that are missing
  /// and of what those who have left have in hand.
  private func remind(_ agenda: Agenda, of session: Session) {
    guard let actor = try? session.actor() else { return }
    var reminders: [String] = []
    for due in agenda.emergencyDue {
      reminders.append(
        "! \(due.incident)  \(due.line(at: session.clock.now, session.language))"
          + "  xunjian incident report \(due.incident) --to \(due.rule.id)")
    }
    for report in agenda.nilReports
    where agenda.bureau.mayDeclare(report.period, actor, agenda.rosters) {
      reminders.append(
        "\(report.reminder[session.language])  xunjian nil declare \(report.period.id)")
    }
    reminders += ExpiryReminder.all(agenda, for: actor).map {
      "\($0.isOverdue ? "!! " : "")\($0.words[session.language])  xunjian expiry list"
    }
    if let review = SafetyRule.reminder(agenda, for: actor) {
      reminders.append("\(review[session.language])  xunjian rule list --state reviewOverdue")
    }
    if let assets = agenda.assets.reminder(for: actor) {
      reminders.append("\(assets[session.language])  xunjian asset list --gaps")
    }
    reminders += ActivityReminder.all(agenda, for: actor).map {
      "\($0.words[session.language])  xunjian activity show \($0.activity)"
    }
    if let goal = GoalReminder(agenda, for: actor) {
      reminders.append("\(goal.words[session.language])  xunjian goal show \(goal.goal)")
    }
    reminders += VehicleReminder.all(agenda, for: actor).map { reminder in
      let command = reminder.trip.map { "trip show \($0)" } ?? "vehicle list"
      return
        "\(reminder.isOverdue ? "!! " : "")\(reminder.words[session.language])  xunjian \(command)"
    }
    if actor.may(.keepDuty) {
      reminders += agenda.dutyDue.prefix(1).map {
        "\($0.reminder(on: agenda.today)[session.language])  xunjian duty show \($0.holiday.key)"
      }
    }
    if actor.may(.keepGoals) {
      reminders += ReportDue.all(agenda.bureau, on: agenda.today).map {
        "\($0.words[session.language])  xunjian report \($0.command)"
      }
    }
    if actor.may(.administer) { reminders += administrative(agenda, session) }
    for line in (reminders.isEmpty ? [] : [""]) + reminders { Output.line(line) }
  }

  private func administrative(_ agenda: Agenda, _ session: Session) -> [String] {
    var reminders: [String] = []
    if let year = agenda.bureau.calendar.yearToLoad(on: agenda.today) {
      reminders.append(
        WorkCalendar.reminder(of: year)[session.language] + "  xunjian calendar load")
    }
    if let entry = agenda.proposedSeason {
      reminders.append(
        entry.reminder[session.language]
          + "  xunjian calendar flood --start \(entry.start) --end \(entry.end)"
          + " --announcement \"\(entry.announcement)\"")
    }
    if let gaps = ResponsibilityGap.reminder(agenda.responsibilityGaps, agenda.bureau) {
      reminders.append("\(gaps[session.language])  xunjian responsibility gaps")
    }
    return reminders
      + agenda.leftBehind.map {
        "\($0.reminder[session.language])  xunjian person handover \($0.person.id) --to …"
      }
  }

  private func print(_ agenda: Agenda, for person: Person?, _ language: Language) {
    let counts = agenda.counts
    let total = Bilingual(
      zh: "未销号隐患 \(counts.open)，逾期 \(counts.overdue)，待处理 \(counts.waiting)",
      en: "open hazards \(counts.open), overdue \(counts.overdue), waiting \(counts.waiting)")
    Output.line("\(agenda.bureau.organization.name)  \(agenda.today)  \(total[language])")
    for on in agenda.dutyOn {
      let names = DutyPart.allCases.map { part in
        part.name[language] + " " + DutyRowWords.names(on.row[part], agenda.bureau, language)
      }
      Output.line((names + [on.phone ?? ""]).joined(separator: "  "))
    }
    for alert in agenda.alertsInForce {
      Output.line("! \(alert.title[language])  \(alert.span[language])  \(alert.headline)")
    }
    for entry in agenda.waitingAlerts {
      Output.line(
        "? \(entry.message.title[language])  \(entry.state.name[language])  \(entry.message.headline)"
      )
    }
    for drill in agenda.drills {
      Output.line(
        "- \(drill.markedTitle[language])  \(drill.span[language])  \(drill.headline)")
    }
    for (group, rounds) in person.map(agenda.groups(for:)) ?? agenda.groups {
      Output.line("")
      Output.line(group.name[language])
      Output.table(
        RoundRow.heading(language), rounds.map { RoundRow.cells($0, language, agenda.bureau) })
    }
  }
}

/// A round as a line of a list.
enum RoundRow {
  static func heading(_ language: Language) -> [String] {
    [
      Bilingual(zh: "轮次", en: "Round"), Bilingual(zh: "期限", en: "Due"),
      Bilingual(zh: "进度", en: "Done"), Bilingual(zh: "状态", en: "State"),
      Bilingual(zh: "编号", en: "Id"),
    ].map { $0[language] }
  }

  static func cells(_ round: Round, _ language: Language, _ bureau: Bureau) -> [String] {
    let mark = round.isProvisional ? WorkCalendar.provisionalMark[language] + " " : ""
    return [
      mark + round.title[language], round.due.description, "\(round.done)/\(round.total)",
      round.state.name[language], round.id.description,
    ]
  }
}

/// `today --json`.
struct AgendaJSON: Encodable {
  var date: Day
  var alerts: [AlertJSON]
  var rounds: [RoundJSON]
  var hazards: HazardCounts

  init(_ agenda: Agenda) {
    date = agenda.today
    alerts = agenda.alertEntries.filter { $0.state == .inForce }.map(AlertJSON.init)
    rounds = agenda.groups.flatMap(\.rounds).map(RoundJSON.init)
    hazards = agenda.counts
  }
}

/// A round in JSON.
struct RoundJSON: Encodable {
  var id: String
  var plan: String
  var title: Bilingual
  var period: String
  var start: Day
  var due: Day
  @Nullable var miss: Day?
  var done: Int
  var total: Int
  var state: OccurrenceState
  var provisional: Bool

  init(_ round: Round) {
    id = round.id.description
    plan = round.id.plan.rawValue
    title = round.title
    period = round.id.period
    start = round.start
    due = round.due
    miss = round.miss
    done = round.done
    total = round.total
    state = round.state
    provisional = round.isProvisional
  }
}
