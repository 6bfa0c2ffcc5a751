import Almanac

/// A plan with all its revisions: changing it from a date on leaves the past as it was.
public struct PlanHistory: Hashable, Sendable, Codable, Identifiable {
  /// A plan as it stands from a day on.
  public struct Revision: Hashable, Sendable, Codable {
    /// The day from which it counts: the day on which it was recorded.
    public var from: Day
    /// The whole plan, not what changed in it.
    public var plan: Plan

    enum CodingKeys: String, CodingKey {
      case from
      case plan
    }

    /// A revision from its plan and the day it was recorded.
    public init(from: Day, plan: Plan) {
      self.from = from
      self.plan = plan
    }
  }

  /// The plan's, the same in all revisions.
  public let id: Identifier<Plan>
  /// Oldest first; the first has been in force from the plan's own beginning.
  public var revisions: [Revision]
  /// The plan as it stands now.
  public var present: Plan

  enum CodingKeys: String, CodingKey {
    case id
    case revisions
    case present
  }

  /// The history of a plan that is new on the day recorded.
  public init(_ plan: Plan, recorded day: Day) {
    id = plan.id
    revisions = [Revision(from: day, plan: plan)]
    present = plan
  }

  /// Adds a revision; a second one of the same day replaces the first.
  public mutating func revise(_ plan: Plan, recorded day: Day) {
    revisions.removeAll { $0.from == day }
    revisions.append(Revision(from: day, plan: plan))
    present = plan
  }
}
