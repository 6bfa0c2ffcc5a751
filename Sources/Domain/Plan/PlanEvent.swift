import Almanac

/// What happened to a plan.
public enum PlanEvent: Hashable, Sendable {
  /// A new plan, or a revision of it: the whole plan.
  case set(Plan)
  /// For some days no occurrence starts.
  case paused(Plan.Pause)
  /// Occurrences start again from a day on.
  case resumed(on: Day)
}

extension PlanEvent: JournalEvent {
  private struct Resumed: Codable {
    var on: Day

    enum CodingKeys: String, CodingKey {
      case on
    }
  }

  /// Its name in the journal, as `plan.set`.
  public var type: String {
    switch self {
    case .set: "plan.set"
    case .paused: "plan.paused"
    case .resumed: "plan.resumed"
    }
  }

  /// The plan, the pause, or the day of going on.
  public var data: any Encodable & Sendable {
    switch self {
    case .set(let plan): plan
    case .paused(let pause): pause
    case .resumed(let day): Resumed(on: day)
    }
  }

  /// Reads an event back; nil if the name is not a plan event's.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "plan.set": self = .set(try Plan(from: decoder))
    case "plan.paused": self = .paused(try Plan.Pause(from: decoder))
    case "plan.resumed": self = .resumed(on: try Resumed(from: decoder).on)
    default: return nil
    }
  }
}
