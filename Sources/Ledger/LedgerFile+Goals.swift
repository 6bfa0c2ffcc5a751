import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// The measures of a year's plan as they stand at a moment, withdrawn ones included, by number.
  ///
  /// - Throws: ``LedgerError``.
  public func goals(of year: Int, at now: Moment) throws -> [GoalProgress] {
    try goals(of: year...year, at: now)
  }

  /// The measures of the plans of some years, likewise.
  ///
  /// - Throws: ``LedgerError``.
  public func goals(of years: ClosedRange<Int>, at now: Moment) throws -> [GoalProgress] {
    try query { records in
      try records.progress(
        of: records.goals().filter { years.contains($0.content.year) }, at: now)
    }
  }

  /// The assessment of a year; nil where no rules are loaded.
  ///
  /// - Throws: ``LedgerError``.
  public func assessment(_ id: Assessment.ID) throws -> Assessment? {
    try query { try $0.assessment(id) }
  }

  /// What somebody said fell short in any year, withdrawn ones included, by number.
  ///
  /// - Throws: ``LedgerError``.
  public func shortcomings() throws -> [StatedShortcoming] {
    try query { try $0.shortcomings() }
  }

  /// The measure of a number, whatever became of it, as it stands at a moment; nil if there is none.
  ///
  /// - Throws: ``LedgerError``.
  public func goal(_ id: Goal.ID, at now: Moment) throws -> GoalProgress? {
    try query { records in
      try records.progress(of: records.goals().filter { $0.id == id }, at: now).first
    }
  }
}

extension LedgerRecords {
  /// What is due within some days, or was since New Year and is not done; in January since the one before.
  func pressingGoals(at now: Moment) throws -> [GoalProgress] {
    let today = now.day
    let due: [Goal] = try all(
      "SELECT value FROM goal WHERE open = 1 AND due BETWEEN ? AND ? ORDER BY due, id",
      [
        GoalProgress.pressing(from: today).description, (today + GoalProgress.notice).description,
      ])
    return try progress(of: due, at: now).filter { $0.isPressing(on: today) }
  }

  /// How far some measures are: the rounds and activities of their years are read where one counts them.
  func progress(of goals: [Goal], at now: Moment) throws -> [GoalProgress] {
    let standing = goals.filter { $0.withdrawn == nil }
    let plans = standing.compactMap { goal -> (Int, Plan.ID)? in
      if case .plan(let plan)? = goal.content.tie { (goal.content.year, plan) } else { nil }
    }
    let counted = standing.contains { if case .activity? = $0.content.tie { true } else { false } }
    let activities = counted ? try self.activities() : []
    var rounds: [Round] = []
    for (year, plans) in Dictionary(grouping: plans, by: \.0) {
      rounds += try self.rounds(of: Set(plans.map(\.1)), in: year, at: now)
    }
    return goals.map { goal in
      GoalProgress(goal, rounds: rounds, activities: activities, on: now.day)
    }
  }

  private func rounds(of plans: Set<Plan.ID>, in year: Int, at now: Moment) throws -> [Round] {
    let window = Day(year, 1, 1)...Day(year, 12, 31)
    var bureau = try bureau.asOf(now)
    bureau.plans = bureau.plans.filter { plans.contains($0.id) }
    let keys = bureau.plans.flatMap { plan in
      bureau.periods(of: plan, in: window).map { RoundKey(plan: plan.id, period: $0.key) }
    }
    return try book(of: Set(keys), in: bureau).rounds(in: window, on: now.day)
  }
}
