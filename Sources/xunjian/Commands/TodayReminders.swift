import Almanac
import Domain

/// Something besides the rounds that waits for a person, with the command that shows or does it.
struct TodayReminder: Encodable {
  var text: Bilingual
  /// What is typed after the program's name.
  var command: String
  var overdue: Bool

  init(_ text: Bilingual, _ command: String, overdue: Bool = false) {
    (self.text, self.command, self.overdue) = (text, command, overdue)
  }

  /// As a line of `today`.
  func line(_ language: Language) -> String {
    "\(overdue ? "!! " : "")\(text[language])  xunjian \(command)"
  }

  /// All that waits for a person, the most pressing sort first.
  static func all(_ agenda: Agenda, for person: Person) -> [TodayReminder] {
    reports(agenda, for: person) + asked(agenda, for: person) + ending(agenda, for: person)
      + planned(agenda, for: person)
      + (person.may(.administer) ? administrative(agenda) : [])
  }

  /// Reports of incidents, and nil reports.
  private static func reports(_ agenda: Agenda, for person: Person) -> [TodayReminder] {
    let emergencies = person.may(.recordIncident) ? agenda.emergencyDue : []
    return emergencies.map { due in
      TodayReminder(
        Bilingual(verbatim: "\(due.incident)  ") + due.line(at: agenda.now),
        "incident report \(due.incident) --to \(due.rule.id)",
        overdue: due.state(at: agenda.now) == .overdue)
    }
      + agenda.nilReports.filter { agenda.bureau.mayDeclare($0.period, person, agenda.rosters) }
      .map {
        TodayReminder(
          $0.reminder, "nil declare \($0.period.id)", overdue: $0.state == .missing)
      }
  }

  /// What others wait for the person's word on.
  private static func asked(_ agenda: Agenda, for person: Person) -> [TodayReminder] {
    let entered = agenda.waitingEntries[person.id] ?? 0
    return agenda.rosters.filter { $0.isAsked(person) }.map {
      TodayReminder($0.swapReminder, "duty show \($0.id)")
    }
      + (entered > 0
        ? [
          TodayReminder(
            EnteredAct.reminder(of: entered), "entry list --for \(person.id) --waiting")
        ] : [])
      + ActivityReminder.all(agenda, for: person).map {
        TodayReminder($0.words, "activity show \($0.activity)", overdue: $0.isOverdue)
      }
  }

  /// What ends, is to be reviewed, or has nobody who answers for it.
  private static func ending(_ agenda: Agenda, for person: Person) -> [TodayReminder] {
    ExpiryReminder.all(agenda, for: person).map {
      TodayReminder($0.words, "expiry list", overdue: $0.isOverdue)
    }
      + [
        SafetyRule.reminder(agenda, for: person).map {
          TodayReminder($0, "rule list --state reviewOverdue")
        },
        agenda.assets.reminder(for: person).map { TodayReminder($0, "asset list --gaps") },
      ].compactMap(\.self)
  }

  /// What the year's plan, vehicles, rosters and reports ask.
  private static func planned(_ agenda: Agenda, for person: Person) -> [TodayReminder] {
    let goal = GoalReminder(agenda, for: person)
    let rosters = person.may(.keepDuty) ? agenda.dutyDue.prefix(1) : []
    let troubles = person.may(.keepDuty) ? agenda.dutyTroubles : []
    let reports = person.may(.keepGoals) ? ReportDue.all(agenda.bureau, on: agenda.today) : []
    return [goal].compactMap(\.self).map {
      TodayReminder($0.words, "goal show \($0.goal)", overdue: $0.isLate)
    }
      + VehicleReminder.all(agenda, for: person).map { reminder in
        TodayReminder(
          reminder.words, reminder.trip.map { "trip show \($0)" } ?? "vehicle list",
          overdue: reminder.isOverdue)
      }
      + troubles.map {
        TodayReminder($0.words(agenda.bureau), "duty show \($0.roster)", overdue: true)
      }
      + rosters.map {
        TodayReminder(
          $0.reminder(on: agenda.today), "duty show \($0.holiday.key)",
          overdue: $0.isOverdue(on: agenda.today))
      }
      + reports.map { TodayReminder($0.words, "report \($0.command)") }
  }

  /// The notice and the season that are missing, gaps, and what those who have left have in hand.
  private static func administrative(_ agenda: Agenda) -> [TodayReminder] {
    let (bureau, gaps) = (agenda.bureau, agenda.responsibilityGaps)
    return [
      bureau.calendar.yearToLoad(on: agenda.today).map {
        TodayReminder(WorkCalendar.reminder(of: $0), "calendar load")
      },
      agenda.proposedSeason.map { entry in
        TodayReminder(
          entry.reminder,
          "calendar flood --start \(entry.start) --end \(entry.end)"
            + " --announcement \"\(entry.announcement)\"")
      },
      ResponsibilityGap.reminder(gaps, bureau).map { TodayReminder($0, "responsibility gaps") },
    ].compactMap(\.self)
      + agenda.leftBehind.map {
        TodayReminder($0.reminder, "person handover \($0.person.id) --to …")
      }
  }
}
