import Almanac
import Canvas
import Domain

/// What stands on Today, from top to bottom.
extension TodayScreen {
  func lines(_ context: Context) -> [Line] {
    guard let agenda else { return [] }
    let rounds = rounds(agenda, context)
    // A filter is for rounds: what stands around them would be in its way.
    guard list.filter.text.isEmpty else { return rounds }
    return folded(
      reminders(agenda, context) + rounds + standing(agenda, context), context)
  }

  /// What is told of before all rounds.
  private func reminders(_ agenda: Agenda, _ context: Context) -> [Line] {
    var lines = AlertLine.all(agenda).map(Line.alert)
    if context.person.may(.recordIncident) {
      let due = agenda.emergencyDue
      lines += due.prefix(3).map(Line.emergency)
      if due.count > 3 {
        let over = due.dropFirst(3).count { $0.state(at: context.now) == .overdue }
        lines.append(.emergencies(due.count - 3, overdue: over))
      }
    }
    lines += declarable(context).prefix(3).map(Line.nilReport)
    let expiries = ExpiryReminder.all(agenda, for: context.person)
    lines += expiries.filter(\.isOverdue).map(Line.expiry)
    lines += agenda.dutyOn.prefix(1).map(Line.dutyOn)
    lines += agenda.rosters.filter { $0.isAsked(context.person) }.map(Line.dutyAsked)
    if context.person.may(.keepDuty) {
      lines += agenda.dutyTroubles.prefix(2).map(Line.dutyTrouble)
      lines += agenda.dutyDue.prefix(1).map(Line.dutyDue)
    }
    lines += agenda.drafts.filter { $0.owner == context.person.id }.prefix(3).map(Line.draft)
    let entered = agenda.waitingEntries[context.person.id] ?? 0
    if entered > 0 { lines.append(.entries(entered)) }
    lines += ActivityReminder.all(agenda, for: context.person).map(Line.activity)
    lines += expiries.filter { !$0.isOverdue }.map(Line.expiry)
    lines += [SafetyRule.reminder(agenda, for: context.person)].compactMap(\.self).map(Line.rules)
    if let assets = agenda.assets.reminder(for: context.person) { lines.append(.assets(assets)) }
    if let goal = GoalReminder(agenda, for: context.person) { lines.append(.goal(goal)) }
    if context.person.may(.keepGoals) {
      lines += ReportDue.all(agenda.bureau, on: context.today).map(Line.report)
    }
    lines += VehicleReminder.all(agenda, for: context.person).map(Line.vehicle)
    if context.person.may(.administer), let entry = agenda.proposedSeason {
      lines.append(.season(entry))
    }
    if context.person.may(.administer) { lines += agenda.leftBehind.map(Line.leftBehind) }
    return lines
  }

  private func rounds(_ agenda: Agenda, _ context: Context) -> [Line] {
    let filter = Filter(list.filter.text, context.pinyin)
    return agenda.groups(for: context.person).flatMap { group, rounds -> [Line] in
      let found = rounds.filter { filter.matches(context($0.title)) }
      let shown = order.sorted(found, context.language)
      return shown.isEmpty ? [] : [.heading(group, shown.count)] + shown.map(Line.round)
    }
  }

  /// What stands below the rounds.
  private func standing(_ agenda: Agenda, _ context: Context) -> [Line] {
    var lines: [Line] = []
    if context.person.may(.administer),
      let year = context.bureau.calendar.yearToLoad(on: context.today)
    {
      lines.append(.notice(year: year))
    }
    lines.append(.hazards(agenda.counts))
    lines += agenda.hazards(of: context.person).map(Line.hazard)
    if context.person.may(.administer), !agenda.responsibilityGaps.isEmpty {
      lines.append(.gaps(agenda.responsibilityGaps))
    }
    let proposed = agenda.bureau.exemptions.count { $0.state == .proposed }
    if context.person.may(.administer), proposed > 0 { lines.append(.exemptions(proposed)) }
    let keys = agenda.bureau.offeredKeys.count
    if context.person.may(.administer), keys > 0 { lines.append(.keys(keys)) }
    return lines
  }

  /// The nil reports that the person may make, the one due now first.
  func declarable(_ context: Context) -> [NilReport] {
    guard let agenda else { return [] }
    let own = agenda.nilReports.filter { $0.mayBe(declaredBy: context, agenda.rosters) }
    return own.filter { $0.state == .due } + own.filter { $0.state != .due }
  }

  /// The one that a single key declares: the one due now, as nothing happened.
  func declaredByKey(_ context: Context) -> NilReport? {
    declarable(context).first { $0.state == .due && $0.incidents.isEmpty }
  }
}
