import Almanac

/// What happened to a hazard. Never refused once written.
public enum HazardEvent: Hashable, Sendable {
  case reported(HazardReport)
  case sighted(HazardSighting)
  case assigned(to: Person.ID, deadline: Day, reason: String? = nil)
  case accepted
  case declined(reason: String)
  case transferred(to: Person.ID, section: Section.ID?, outside: String?, reason: String)
  case extensionRequested(Hazard.Request)
  case extended(to: Day, reason: String, document: String?)
  case extensionRefused(reason: String)
  case submitted(measures: String, cost: String?, photos: [String])
  case verified(note: String?)
  case rejected(reason: String, deadline: Day)
  case closed
  case withdrawn(reason: String)
  case photographed(Photograph)
  /// The record that opened it was withdrawn, while it was already being dealt with: a note, it stays
  /// as it is.
  case recordWithdrawn(Inspection.ID, reason: String)
  /// The record that opened it was corrected and no longer finds it: a note likewise.
  case recordCorrected(Inspection.ID, reason: String)
  case oversight(OversightEvent)
  /// It turned out the same as another one.
  case merged(into: Hazard.ID)
  /// Another one turned out the same as this.
  case absorbed(Hazard.ID)
  /// The act of the last decision was taken back by its maker.
  case revoked(act: String)
}

extension HazardEvent: JournalEvent {
  private struct Data: Codable {
    var person: Person.ID?
    var deadline: Day?
    var reason: String?
    var document: String?
    var measures: String?
    var photos: [String]?
    var note: String?
    var inspection: Inspection.ID?
    var section: Section.ID?
    var outside: String?
    var cost: String?
    var hazard: Hazard.ID?
    var act: String?

    enum CodingKeys: String, CodingKey {
      case person
      case deadline
      case reason
      case document
      case measures
      case photos
      case note
      case inspection
      case section
      case outside
      case cost
      case hazard
      case act
    }

    func required<Value>(_ key: CodingKeys, _ value: Value?) throws -> Value {
      guard let value else {
        throw DecodingError.keyNotFound(
          key, .init(codingPath: [], debugDescription: "a hazard's event lacks a field"))
      }
      return value
    }
  }

  /// Its name in the journal, as `hazard.assigned`.
  public var type: String {
    switch self {
    case .reported: "hazard.reported"
    case .sighted: "hazard.sighted"
    case .assigned: "hazard.assigned"
    case .accepted: "hazard.accepted"
    case .declined: "hazard.declined"
    case .transferred: "hazard.transferred"
    case .extensionRequested: "hazard.extensionRequested"
    case .extended: "hazard.extended"
    case .extensionRefused: "hazard.extensionRefused"
    case .submitted: "hazard.submitted"
    case .verified: "hazard.verified"
    case .rejected: "hazard.rejected"
    case .closed: "hazard.closed"
    case .withdrawn: "hazard.withdrawn"
    case .photographed: "hazard.photographed"
    case .recordWithdrawn: "hazard.recordWithdrawn"
    case .recordCorrected: "hazard.recordCorrected"
    case .oversight(let event): event.type
    case .merged: "hazard.merged"
    case .absorbed: "hazard.absorbed"
    case .revoked: "hazard.revoked"
    }
  }

  /// The report, sighting or request itself; otherwise only the fields that the event has.
  public var data: any Encodable & Sendable {
    switch self {
    case .reported(let report): report
    case .sighted(let sighting): sighting
    case .assigned(let person, let deadline, let reason):
      Data(person: person, deadline: deadline, reason: reason)
    case .accepted, .closed: NoData()
    case .declined(let reason), .withdrawn(let reason), .extensionRefused(let reason):
      Data(reason: reason)
    case .transferred(let person, let section, let outside, let reason):
      Data(person: person, reason: reason, section: section, outside: outside)
    case .extensionRequested(let request): request
    case .extended(let deadline, let reason, let document):
      Data(deadline: deadline, reason: reason, document: document)
    case .submitted(let measures, let cost, let photos):
      Data(measures: measures, photos: photos.isEmpty ? nil : photos, cost: cost)
    case .photographed(let photograph): photograph
    case .verified(let note): Data(note: note)
    case .rejected(let reason, let deadline): Data(deadline: deadline, reason: reason)
    case .recordWithdrawn(let record, let reason), .recordCorrected(let record, let reason):
      Data(reason: reason, inspection: record)
    case .oversight(let event): event.data
    case .merged(let hazard), .absorbed(let hazard): Data(hazard: hazard)
    case .revoked(let act): Data(act: act)
    }
  }

  /// Reads an event back; nil if the name is not a hazard event's.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "hazard.reported": self = .reported(try HazardReport(from: decoder))
    case "hazard.sighted": self = .sighted(try HazardSighting(from: decoder))
    case "hazard.extensionRequested": self = .extensionRequested(try Hazard.Request(from: decoder))
    case "hazard.photographed": self = .photographed(try Photograph(from: decoder))
    case "hazard.accepted": self = .accepted
    case "hazard.closed": self = .closed
    case "hazard.assigned", "hazard.declined", "hazard.transferred", "hazard.extended",
      "hazard.submitted", "hazard.verified", "hazard.rejected", "hazard.withdrawn",
      "hazard.recordWithdrawn", "hazard.recordCorrected", "hazard.merged", "hazard.absorbed",
      "hazard.revoked", "hazard.extensionRefused":
      let data = try Data(from: decoder)
      switch type {
      case "hazard.assigned":
        self = .assigned(
          to: try data.required(.person, data.person),
          deadline: try data.required(.deadline, data.deadline), reason: data.reason)
      case "hazard.declined":
        self = .declined(reason: try data.required(.reason, data.reason))
      case "hazard.transferred":
        self = .transferred(
          to: try data.required(.person, data.person), section: data.section,
          outside: data.outside, reason: try data.required(.reason, data.reason))
      case "hazard.extended":
        self = .extended(
          to: try data.required(.deadline, data.deadline),
          reason: try data.required(.reason, data.reason), document: data.document)
      case "hazard.submitted":
        self = .submitted(
          measures: try data.required(.measures, data.measures), cost: data.cost,
          photos: data.photos ?? [])
      case "hazard.verified": self = .verified(note: data.note)
      case "hazard.rejected":
        self = .rejected(
          reason: try data.required(.reason, data.reason),
          deadline: try data.required(.deadline, data.deadline))
      case "hazard.withdrawn":
        self = .withdrawn(reason: try data.required(.reason, data.reason))
      case "hazard.recordWithdrawn":
        self = .recordWithdrawn(
          try data.required(.inspection, data.inspection),
          reason: try data.required(.reason, data.reason))
      case "hazard.recordCorrected":
        self = .recordCorrected(
          try data.required(.inspection, data.inspection),
          reason: try data.required(.reason, data.reason))
      case "hazard.extensionRefused":
        self = .extensionRefused(reason: try data.required(.reason, data.reason))
      case "hazard.merged": self = .merged(into: try data.required(.hazard, data.hazard))
      case "hazard.absorbed": self = .absorbed(try data.required(.hazard, data.hazard))
      case "hazard.revoked": self = .revoked(act: try data.required(.act, data.act))
      default: return nil
      }
    default:
      guard let event = try OversightEvent(type: type, from: decoder) else { return nil }
      self = .oversight(event)
    }
  }

  /// The act that it records; nil for what no command asks.
  var kind: HazardCommand.Kind? {
    switch self {
    case .reported, .sighted, .recordWithdrawn, .recordCorrected, .absorbed: nil
    case .assigned: .assign
    case .accepted: .accept
    case .declined: .decline
    case .transferred: .transfer
    case .extensionRequested: .requestExtension
    case .extended: .extend
    case .extensionRefused: .refuseExtension
    case .submitted: .submit
    case .verified: .verify
    case .rejected: .reject
    case .closed: .close
    case .withdrawn: .withdraw
    case .photographed: .photograph
    case .oversight(let event): event.kind
    case .merged: .merge
    case .revoked: .revoke
    }
  }

  /// Whether its maker may take it back while nothing has followed it.
  public var isDecision: Bool {
    kind.map { $0 != .revoke && (!$0.isBeside || $0 == .withdraw) } ?? false
  }

  /// The act's name, as timelines have it.
  public var name: Bilingual {
    switch self {
    case .reported: Bilingual(zh: "登记", en: "reported")
    case .sighted(let sighting):
      sighting.isSameWalk
        ? Bilingual(zh: "同次并记", en: "same walk") : Bilingual(zh: "再次发现", en: "met again")
    case .assigned: Bilingual(zh: "交办", en: "assigned")
    case .accepted: Bilingual(zh: "签收", en: "accepted")
    case .declined: Bilingual(zh: "退回交办", en: "declined")
    case .transferred: Bilingual(zh: "转办", en: "transferred")
    case .extensionRequested: Bilingual(zh: "申请延期", en: "extension requested")
    case .extended: Bilingual(zh: "延期", en: "extended")
    case .extensionRefused: Bilingual(zh: "不同意延期", en: "extension refused")
    case .submitted: Bilingual(zh: "整改报验", en: "handed in")
    case .verified: Bilingual(zh: "复查合格", en: "verified")
    case .rejected: Bilingual(zh: "复查退回", en: "rejected")
    case .closed: Bilingual(zh: "销号", en: "closed")
    case .withdrawn: Bilingual(zh: "作废", en: "withdrawn")
    case .photographed: Bilingual(zh: "附照片", en: "photograph attached")
    case .recordWithdrawn: Bilingual(zh: "检查记录作废", en: "its record withdrawn")
    case .recordCorrected: Bilingual(zh: "检查记录更正", en: "its record corrected")
    case .oversight(let event): event.name
    case .merged: Bilingual(zh: "并案", en: "merged")
    case .absorbed: Bilingual(zh: "并入", en: "took in a duplicate")
    case .revoked: Bilingual(zh: "撤回", en: "revoked")
    }
  }
}
