import Almanac

/// A plan with all its revisions and pauses: changing it from a date on leaves the past as it was.
public struct PlanHistory: Hashable, Sendable, Codable, Identifiable {
  /// A plan as it stands from a day on.
  public struct Revision: Hashable, Sendable, Codable {
    /// The day from which it counts.
    public var from: Day
    /// The whole plan, not what changed in it.
    public var plan: Plan

    enum CodingKeys: String, CodingKey {
      case from
      case plan
    }

    /// A revision from its plan and the day from which it counts.
    public init(from: Day, plan: Plan) {
      self.from = from
      self.plan = plan
    }
  }

  /// The plan's, the same in all revisions.
  public let id: Identifier<Plan>
  /// Oldest first; the first has been in force from the plan's own beginning.
  public private(set) var revisions: [Revision]
  /// The days on which no occurrence starts, in order of their entry.
  public private(set) var pauses: [Plan.Pause] = []

  enum CodingKeys: String, CodingKey {
    case id
    case revisions
    case pauses
  }

  /// The history of a plan that is new on the day recorded.
  public init(_ plan: Plan, recorded day: Day) {
    id = plan.id
    revisions = [Revision(from: day, plan: plan)]
  }

  /// The plan as its last revision has it, which may begin on a later day.
  public var present: Plan { revisions[revisions.count - 1].plan }

  /// The plan as it is in force on a day; before it was recorded, as it was at first.
  public func plan(on day: Day) -> Plan {
    (revisions.last { $0.from <= day } ?? revisions[0]).plan
  }

  /// Whether an occurrence that starts on a day does not exist.
  public func isPaused(on day: Day) -> Bool { pauses.contains { $0.contains(day) } }

  /// Folds one event of a plan that is known already. Total.
  public mutating func apply(_ event: PlanEvent, recorded day: Day) {
    switch event {
    case .set(let plan): revise(plan, recorded: day)
    case .paused(let pause): pauses.append(pause)
    case .resumed(let first): resume(on: first)
    }
  }

  /// Adds a revision; a second one from the same day replaces the first.
  public mutating func revise(_ plan: Plan, recorded day: Day) {
    let from = max(day, plan.since ?? day)
    revisions.removeAll { $0.from == from }
    let index = revisions.firstIndex { $0.from > from } ?? revisions.count
    revisions.insert(Revision(from: from, plan: plan), at: index)
  }

  /// Ends every pause on the day before one; what lay wholly after it falls away.
  private mutating func resume(on day: Day) {
    pauses = pauses.compactMap { pause in
      guard pause.to.map({ $0 >= day }) ?? true else { return pause }
      var pause = pause
      pause.to = day - 1
      return pause.from < day ? pause : nil
    }
  }
}
