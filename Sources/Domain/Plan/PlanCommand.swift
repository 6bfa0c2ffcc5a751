import Almanac

/// What an administrator may ask of a plan.
public enum PlanCommand: Hashable, Sendable {
  /// A plan that there was not before.
  case add(Plan)
  /// A revision from a day on, today if nil; planned later revisions take the changes over.
  case revise([PlanChange], from: Day?)
  /// No occurrence starts in these days.
  case pause(Plan.Pause)
  /// Occurrences start again from a day on, today if nil: a pause ends, a plan that was closed or
  /// switched off runs again.
  case resume(on: Day?)
  /// The last day on which it is in force, today if nil.
  case close(on: Day?)
}

extension PlanCommand {
  /// Returns the lines that the command causes.
  ///
  /// - Throws: ``PlanError``, ``SetupError`` or ``NotPermitted``, with nothing written.
  func decide(
    for id: Plan.ID, with records: some Records, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.administer) else { throw NotPermitted(.administer) }
    let bureau = try records.bureau
    if case .add(let plan) = self { return try add(plan, to: bureau) }
    guard let history = bureau.plans.first(where: { $0.id == id }) else {
      throw PlanError.noSuchPlan(id.rawValue)
    }
    let events = try events(for: history, on: situation.today)
    try PlanCheck(bureau: bureau).check(events)
    try refuseWhatAsksNothing(events, history, bureau, on: situation.today)
    try refuseWhatWasWalked(history, events, records, bureau, on: situation.today)
    return events.map { Happening(.plan(id), .plan($0)) }
  }

  private func add(_ plan: Plan, to bureau: Bureau) throws -> [Happening] {
    guard isWellFormed(id: plan.id.rawValue) else { throw SetupError.badID(plan.id.rawValue) }
    guard !bureau.plans.contains(where: { $0.id == plan.id }) else {
      throw SetupError.duplicate(plan.id.rawValue)
    }
    try PlanCheck(bureau: bureau).check([.set(plan)])
    if bureau.asksNothing(plan) { throw PlanError.asksNothing(bureau.idlePlaces(of: plan)) }
    return [Happening(.plan(plan.id), .plan(.set(plan)))]
  }

  private func events(for history: PlanHistory, on today: Day) throws -> [PlanEvent] {
    func begin(_ day: Day?) throws -> Day {
      guard let day else { return today }
      guard day >= today else { throw PlanError.past(day) }
      return day
    }
    switch self {
    case .add: return []
    case .revise(let changes, let day):
      return history.revised(by: changes, from: try begin(day), today: today)
    case .pause(let pause):
      if let last = pause.to, last < pause.from { throw PlanError.endsBeforeItBegins }
      _ = try begin(pause.from)
      return [.paused(pause)]
    case .resume(let day): return try history.resumed(on: begin(day), today: today)
    case .close(let day):
      return history.revised(by: [.to(try begin(day))], from: today, today: today)
    }
  }

  /// A change of what is asked or where must leave something to ask.
  private func refuseWhatAsksNothing(
    _ events: [PlanEvent], _ history: PlanHistory, _ bureau: Bureau, on today: Day
  ) throws {
    for case .set(let plan) in events where plan.isEnabled && bureau.asksNothing(plan) {
      let former = history.plan(on: plan.since ?? today)
      let asksTheSame =
        (former.scope, former.uses) == (plan.scope, plan.uses) && former.trigger == plan.trigger
      if former.isEnabled, asksTheSame { continue }
      throw PlanError.asksNothing(bureau.idlePlaces(of: plan))
    }
  }

  /// What was walked today under the plan as it was must not lose its occurrence to a change from today.
  private func refuseWhatWasWalked(
    _ history: PlanHistory, _ events: [PlanEvent], _ records: some Records, _ bureau: Bureau,
    on today: Day
  ) throws {
    var changed = history
    for event in events { changed.apply(event, recorded: today) }
    let after = bureau.periods(of: changed, in: today...today)
    for period in bureau.periods(of: history, in: today...today)
    where period.start == today && !after.contains(period) {
      let round = RoundKey(plan: history.id, period: period.key)
      guard try records.inspections(of: round).isEmpty else {
        throw PlanError.walkedToday(round.description)
      }
    }
  }
}

extension PlanHistory {
  /// The revision that some changes make from a day on, and the later ones with the same changes.
  func revised(by changes: [PlanChange], from day: Day, today: Day) -> [PlanEvent] {
    let later = revisions.filter { $0.from > day }
    let first = Revision(from: day, plan: plan(on: day))
    return ([first] + later).map { revision in
      var plan = revision.plan.changed(by: changes)
      plan.since = revision.from > today ? revision.from : nil
      return .set(plan)
    }
  }

  /// What makes the plan run from a day on.
  func resumed(on day: Day, today: Day) throws -> [PlanEvent] {
    let plan = plan(on: day)
    let isPaused = pauses.contains { $0.to.map { $0 >= day } ?? true }
    var changes: [PlanChange] = []
    if !plan.isEnabled { changes.append(.enabled(true)) }
    if let last = plan.to, last < day { changes.append(.to(nil)) }
    guard isPaused || !changes.isEmpty else { throw PlanError.runsAlready(id.rawValue) }
    let revised = changes.isEmpty ? [] : revised(by: changes, from: day, today: today)
    return (isPaused ? [.resumed(on: day)] : []) + revised
  }
}
