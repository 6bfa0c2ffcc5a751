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
    let person = try? session.actor()
    let reminders = person.map { TodayReminder.all(agenda, for: $0) } ?? []
    if json {
      try Output.json(AgendaJSON(agenda, reminders))
    } else {
      print(agenda, for: person, session.language)
      let lines = reminders.map { $0.line(session.language) }
      for line in (lines.isEmpty ? [] : [""]) + lines { Output.line(line) }
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
        part.name[language] + " " + on.row.names(of: part, agenda.bureau)[language]
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
  /// What waits for the person who asks, besides the rounds; none where the ledger does not know them.
  var reminders: [TodayReminder]

  init(_ agenda: Agenda, _ reminders: [TodayReminder]) {
    self.reminders = reminders
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
