import Almanac

/// What happened to a record. Never refused once written.
public enum InspectionEvent: Hashable, Sendable {
  case signed(SignedInspection)
  case countersigned(Countersignature)
  case corrected(Correction)
  case withdrawn(reason: String)
}

extension Inspection {
  /// The record that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: InspectionEvent, _ stamp: Stamp) {
    guard case .signed(let content) = event else { return nil }
    self.init(
      id: id, content: content, day: stamp.day, recorded: stamp.at, recorder: stamp.actor,
      countersigned: nil, corrections: [], withdrawn: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: InspectionEvent, _ stamp: Stamp) {
    switch event {
    case .signed: break
    case .countersigned(let signature):
      if countersigned == nil, withdrawn == nil { countersigned = signature }
    case .corrected(let correction):
      guard withdrawn == nil,
        let index = content.answers.firstIndex(where: { $0.item == correction.item })
      else { return }
      content.answers[index].answer = correction.answer
      corrections.append(correction)
      changed = stamp.at
    case .withdrawn(let reason):
      guard withdrawn == nil else { return }
      withdrawn = reason
      changed = stamp.at
    }
  }
}

extension InspectionEvent: JournalEvent {
  private struct Withdrawn: Codable {
    var reason: String

    enum CodingKeys: String, CodingKey {
      case reason
    }
  }

  /// Its name in the journal, as `inspection.signed`.
  public var type: String {
    switch self {
    case .signed: "inspection.signed"
    case .countersigned: "inspection.countersigned"
    case .corrected: "inspection.corrected"
    case .withdrawn: "inspection.withdrawn"
    }
  }

  /// Reads an event back; nil if the name is not a record event's.
  public init?(type: String, from data: any Decoder) throws {
    switch type {
    case "inspection.signed": self = .signed(try SignedInspection(from: data))
    case "inspection.countersigned":
      self = .countersigned(try Countersignature(from: data))
    case "inspection.corrected": self = .corrected(try Correction(from: data))
    case "inspection.withdrawn":
      self = .withdrawn(reason: try Withdrawn(from: data).reason)
    default: return nil
    }
  }

  /// The signed content, signature or correction itself, or the reason of a withdrawal.
  public var data: any Encodable & Sendable {
    switch self {
    case .signed(let content): content
    case .countersigned(let signature): signature
    case .corrected(let correction): correction
    case .withdrawn(let reason): Withdrawn(reason: reason)
    }
  }
}
