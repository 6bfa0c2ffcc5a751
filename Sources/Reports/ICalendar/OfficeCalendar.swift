import Almanac
import Domain

/// What an office's days hold, for all or for one person, as events of a calendar.
public struct OfficeCalendar: Written, Sendable {
  /// A sort of event that can be asked for.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// From the first day on which a round can be walked to its due day.
    case rounds
    /// The due day of a round.
    case due
    /// Days off, and the weekends worked for them.
    case breaks
    /// The deadline of a hazard.
    case hazards
    /// The shifts of the duty rosters in force.
    case duty
  }

  /// The office, for its calendar and names.
  public var bureau: Bureau
  /// The rounds to show.
  public var rounds: [Round]
  /// The hazards to show: those ended are called off.
  public var hazards: [Hazard]
  /// The duty rosters, whose shifts in the window are shown.
  public var rosters: [DutyRoster]
  /// Whose shifts; everyone's when nil.
  private var person: Person.ID?
  /// The days of breaks, due days and deadlines.
  public var window: ClosedRange<Day>
  /// In which language it is written.
  public var language: Language

  /// An office's days from what the ledger answers for them.
  ///
  /// - Parameter person: Whose: the rounds given to the person or the section, of those given to nobody
  ///   the part in the section's places (all of it for who belongs to no section), and the hazards that
  ///   the person has to mend. Everyone's when nil.
  public init(
    bureau: Bureau, rounds: [Round], hazards: [Hazard], rosters: [DutyRoster] = [],
    window: ClosedRange<Day>, for person: Person? = nil, language: Language
  ) {
    self.bureau = bureau
    self.rounds = rounds
    self.hazards = hazards
    self.rosters = rosters
    self.person = person?.id
    self.window = window
    self.language = language
    guard let person else { return }
    self.rounds = rounds.compactMap { round in
      switch bureau.share(of: round, for: person) {
      case .own: round
      case .anyone: person.section.map(round.part) ?? round
      case .others: nil
      }
    }
    self.hazards = hazards.filter { $0.person == person.id }
  }

  /// The events of some sources, in order of day.
  public func events(of sources: Set<Source>) -> [ICalendar.Event] {
    let found = Source.allCases.filter(sources.contains).flatMap { source in
      switch source {
      case .rounds: rounds.filter { $0.start < $0.due }.map(span)
      case .due: rounds.filter { $0.start < $0.due && window.contains($0.due) }.map(dueDay)
      case .breaks: breaks + makeUpDays
      case .hazards: hazards.compactMap(deadline)
      case .duty: rosters.filter(\.isInForce).flatMap(shifts)
      }
    }
    let short =
      sources.isDisjoint(with: [.rounds, .due]) ? [] : rounds.filter { $0.start == $0.due }
    return (found + short.map(span)).sorted {
      ($0.days.lowerBound, $0.days.upperBound, $0.name)
        < ($1.days.lowerBound, $1.days.upperBound, $1.name)
    }
  }

  private func span(_ round: Round) -> ICalendar.Event {
    ICalendar.Event(
      name: round.id.description, days: round.start...round.due, summary: title(round)[language],
      details: details(round), category: Bilingual(zh: "检查轮次", en: "Round")[language],
      isCancelled: round.isCalledOff)
  }

  private func dueDay(_ round: Round) -> ICalendar.Event {
    let title = title(round)
    return ICalendar.Event(
      name: "\(round.id)/due", days: round.due...round.due,
      summary: Bilingual(zh: "到期：\(title.zh)", en: "Due: \(title.en)")[language],
      details: details(round), category: Bilingual(zh: "检查到期", en: "Due day")[language],
      isCancelled: round.isCalledOff)
  }

  private func title(_ round: Round) -> Bilingual { marked(round.title, round.isProvisional) }

  private func marked(_ title: Bilingual, _ isProvisional: Bool) -> Bilingual {
    isProvisional
      ? WorkCalendar.provisionalMark + Bilingual(verbatim: " ") + title : title
  }

  private func details(_ round: Round) -> String {
    let plan = bureau.plan(round.id.plan)
    let done = Bilingual(
      zh: "已检\(round.done)/\(round.total)处，\(round.state.name.zh)",
      en: "\(round.done) of \(round.total) places done, \(round.state.name.en)")
    let days = Bilingual(
      zh: "\(round.start)至\(round.due)", en: "\(round.start) to \(round.due)")
    let lines = [
      done, days, plan?.own.map { Bilingual(zh: "本局：", en: "Own: ") + $0 },
      plan?.statutory.map { Bilingual(zh: "法定：", en: "Statutory: ") + $0 },
      round.isProvisional ? provisionalNote : nil,
    ]
    return lines.compactMap { $0?[language] }.joined(separator: "\n")
  }

  private var provisionalNote: Bilingual {
    Bilingual(
      zh: "放假安排通知尚未载入，日期可能变动", en: "The holiday notice is not loaded yet; days may move")
  }
}

extension OfficeCalendar {
  private var breaks: [ICalendar.Event] {
    bureau.calendar.breaks(overlapping: window).map { found in
      let name = marked(found.name, found.isProvisional)
      let around = Bilingual(
        zh: "节前最后工作日\(found.lastWorkdayBefore)\n节后首个工作日\(found.firstWorkdayAfter)",
        en: """
          Last working day before: \(found.lastWorkdayBefore)
          First working day after: \(found.firstWorkdayAfter)
          """)
      return ICalendar.Event(
        name: "break-\(found.key)", days: found.days,
        summary: Bilingual(zh: "\(name.zh)放假", en: "\(name.en): days off")[language],
        details: ([around] + (found.isProvisional ? [provisionalNote] : []))
          .map { $0[language] }.joined(separator: "\n"),
        category: Bilingual(zh: "放假", en: "Break")[language])
    }
  }

  private var makeUpDays: [ICalendar.Event] {
    bureau.calendar.facts.rows.filter { $0.kind == .workday && window.contains($0.day) }.map {
      row in
      ICalendar.Event(
        name: "workday-\(row.day)", days: row.day...row.day,
        summary: Bilingual(zh: "调休上班", en: "Make-up working day")[language],
        category: Bilingual(zh: "放假", en: "Break")[language])
    }
  }

  private func deadline(_ hazard: Hazard) -> ICalendar.Event? {
    guard let day = hazard.deadline, window.contains(day) else { return nil }
    let place = hazard.whereabouts(in: bureau, language)
    let lines = [
      "\(hazard.id)  \(hazard.state.name[language])", hazard.report.text,
      bureau.name(hazard.person),
    ]
    return ICalendar.Event(
      name: "hazard-\(hazard.id)", days: day...day,
      summary: Bilingual(
        zh: "隐患整改到期：\(place) \(hazard.report.text)",
        en: "Hazard due: \(place) \(hazard.report.text)")[language],
      details: lines.filter { !$0.isEmpty }.joined(separator: "\n"),
      category: Bilingual(zh: "隐患整改期限", en: "Hazard deadline")[language],
      isCancelled: !hazard.isOpen)
  }
}

extension OfficeCalendar {
  private func shifts(of roster: DutyRoster) -> [ICalendar.Event] {
    roster.content.rows.filter { row in
      window.contains(row.day) && person.map(row.persons.contains) ?? true
    }.map { row in
      let rules = bureau.dutyRules(on: row.day)
      let hours = rules.hours(of: row.shift, on: row.day)
      let phone = row.phone ?? bureau.presentDutyRules(on: row.day).phone
      let names = DutyPart.allCases.map { part in
        "\(part.name[language]) " + listed(row[part].map { bureau.name($0) })
      }
      let details = [span(hours.lowerBound, hours.upperBound), names[0], names[1], phone]
      return ICalendar.Event(
        name: "duty-\(roster.id)-\(row.day)-\(row.shift.rawValue)", days: row.day...row.day,
        summary: Bilingual(
          zh: "值班表（\(row.shift.name.zh)）：\(names[1])",
          en: "Duty (\(row.shift.name.en)): \(names[1])")[
            language],
        details: details.compactMap(\.self).joined(separator: "\n"),
        category: Bilingual(zh: "值班", en: "Duty")[language])
    }
  }
}

extension Round {
  /// Nothing more is asked and nothing was walked: excused as a whole, or lifted with its alert.
  fileprivate var isCalledOff: Bool { state == .excused || state == .lifted }
}
