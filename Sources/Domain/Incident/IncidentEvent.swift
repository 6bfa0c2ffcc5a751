import Almanac

/// What happened to an incident of the register. Never refused once written.
public enum IncidentEvent: Hashable, Sendable {
  case recorded(Incident.Content)
  case added(IncidentEdit)
  case corrected(IncidentEdit)
  case reported(IncidentReport)
  case closed(conclusion: String?)
  case withdrawn(reason: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .recorded: Bilingual(zh: "登记事故（事件）", en: "incident recorded")
    case .added: Bilingual(zh: "补充情况", en: "added to")
    case .corrected: Bilingual(zh: "更正", en: "corrected")
    case .reported: Bilingual(zh: "登记报告", en: "report noted")
    case .closed: Bilingual(zh: "办结", en: "closed")
    case .withdrawn: Bilingual(zh: "作废", en: "withdrawn")
    }
  }
}

extension Incident {
  /// The incident that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: IncidentEvent, _ stamp: Stamp) {
    guard case .recorded(let content) = event else { return nil }
    self.init(
      id: id, content: content, state: .open, recordedAt: stamp.at,
      recorded: Hazard.Step(stamp), entries: [], reports: [], casualtiesChanged: nil, closed: nil,
      conclusion: nil, reason: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: IncidentEvent, _ stamp: Stamp) {
    guard stands else { return }
    switch event {
    case .recorded: return
    case .added(let edit): take(edit, isCorrection: false, stamp)
    case .corrected(let edit): take(edit, isCorrection: true, stamp)
    case .reported(let report):
      let index = reports.firstIndex { $0.at > report.at } ?? reports.endIndex
      reports.insert(report, at: index)
    case .closed(let conclusion):
      guard state == .open else { return }
      state = .closed
      closed = Hazard.Step(stamp)
      self.conclusion = conclusion
    case .withdrawn(let reason):
      state = .withdrawn
      self.reason = reason
    }
  }

  private mutating func take(_ edit: IncidentEdit, isCorrection: Bool, _ stamp: Stamp) {
    let before = content.casualties
    content = edit.applied(to: content)
    if content.casualties != before { casualtiesChanged = stamp.at }
    entries.append(
      Entry(
        isCorrection: isCorrection, note: edit.note, at: stamp.at, step: Hazard.Step(stamp)))
  }
}

extension IncidentEvent: JournalEvent {
  private struct Data: Codable {
    var words: String?

    enum CodingKeys: String, CodingKey {
      case words
    }
  }

  /// Its name in the journal, as `incident.recorded`.
  public var type: String {
    switch self {
    case .recorded: "incident.recorded"
    case .added: "incident.added"
    case .corrected: "incident.corrected"
    case .reported: "incident.reported"
    case .closed: "incident.closed"
    case .withdrawn: "incident.withdrawn"
    }
  }

  /// What is known, or what came of it.
  public var data: any Encodable & Sendable {
    switch self {
    case .recorded(let content): content
    case .added(let edit), .corrected(let edit): edit
    case .reported(let report): report
    case .closed(let conclusion): Data(words: conclusion)
    case .withdrawn(let reason): Data(words: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of an incident.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "incident.recorded": self = .recorded(try Incident.Content(from: decoder))
    case "incident.added": self = .added(try IncidentEdit(from: decoder))
    case "incident.corrected": self = .corrected(try IncidentEdit(from: decoder))
    case "incident.reported": self = .reported(try IncidentReport(from: decoder))
    case "incident.closed": self = .closed(conclusion: try Data(from: decoder).words)
    case "incident.withdrawn":
      self = .withdrawn(reason: try Data(from: decoder).words ?? "")
    default: return nil
    }
  }
}
