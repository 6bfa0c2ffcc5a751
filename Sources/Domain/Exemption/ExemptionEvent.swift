import Almanac

/// What happened to an exemption. Never refused once written.
public enum ExemptionEvent: Hashable, Sendable {
  case proposed(ExemptionProposal)
  case confirmed
  case refused(reason: String)
  case withdrawn(reason: String)
  case ended(reason: String)
}

extension Exemption {
  /// The exemption that a first event makes; nil if the event cannot begin one.
  public init?(id: Key, beginning event: ExemptionEvent, _ stamp: Stamp) {
    guard case .proposed(let proposal) = event else { return nil }
    self.init(
      id: id, proposal: proposal, state: .proposed,
      proposed: Step(stamp), decided: nil, reason: nil, from: nil,
      to: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: ExemptionEvent, _ stamp: Stamp) {
    let step = Step(stamp)
    func decide(_ next: State, _ reason: String?) {
      state = next
      decided = step
      self.reason = reason
    }
    switch event {
    case .proposed(let proposal):
      guard state != .proposed, state != .confirmed else { return }
      self.proposal = proposal
      proposed = step
      state = .proposed
      (decided, reason) = (nil, nil)
    case .confirmed:
      guard state == .proposed else { return }
      decide(.confirmed, nil)
      (from, to) = (stamp.day, nil)
    case .refused(let reason): if state == .proposed { decide(.refused, reason) }
    case .withdrawn(let reason): if state == .proposed { decide(.withdrawn, reason) }
    case .ended(let reason):
      guard state == .confirmed else { return }
      decide(.ended, reason)
      to = stamp.day
    }
  }
}

extension ExemptionEvent {
  /// What happened, as said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .proposed: Bilingual(zh: "已提请长期不适用", en: "proposed as never applying")
    case .confirmed: Bilingual(zh: "已确认，今后在此处不再问", en: "confirmed: not asked there again")
    case .refused: Bilingual(zh: "未同意，照常检查", en: "refused: asked as before")
    case .withdrawn: Bilingual(zh: "提请已撤回", en: "proposal withdrawn")
    case .ended: Bilingual(zh: "已终止，今后照常检查", en: "ended: asked again")
    }
  }
}

extension ExemptionEvent: JournalEvent {
  private struct Reason: Codable {
    var reason: String

    enum CodingKeys: String, CodingKey {
      case reason
    }
  }

  /// Its name in the journal, as `exemption.proposed`.
  public var type: String {
    switch self {
    case .proposed: "exemption.proposed"
    case .confirmed: "exemption.confirmed"
    case .refused: "exemption.refused"
    case .withdrawn: "exemption.withdrawn"
    case .ended: "exemption.ended"
    }
  }

  /// The proposal itself, or the reason where there is one.
  public var data: any Encodable & Sendable {
    switch self {
    case .proposed(let proposal): proposal
    case .confirmed: NoData()
    case .refused(let reason), .withdrawn(let reason), .ended(let reason): Reason(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not an exemption event's.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "exemption.proposed": self = .proposed(try ExemptionProposal(from: decoder))
    case "exemption.confirmed": self = .confirmed
    case "exemption.refused": self = .refused(reason: try Reason(from: decoder).reason)
    case "exemption.withdrawn": self = .withdrawn(reason: try Reason(from: decoder).reason)
    case "exemption.ended": self = .ended(reason: try Reason(from: decoder).reason)
    default: return nil
    }
  }
}

extension [Happening] {
  /// What an act has proposed as never applying, to be said with its other effects; nil for nothing.
  public var proposedExemptions: Bilingual? {
    let count = Set(
      filter { if case .exemption(.proposed) = $0.event { true } else { false } }
        .map(\.subject)
    ).count
    guard count > 0 else { return nil }
    return Bilingual(zh: "提请长期不适用 \(count) 项", en: "proposed as never applying: \(count)")
  }
}
