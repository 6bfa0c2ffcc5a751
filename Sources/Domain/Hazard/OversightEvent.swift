import Almanac

/// What happened to a hazard beside its way from finding to closure. Never refused once written.
public enum OversightEvent: Hashable, Sendable {
  /// A leader's note (批示).
  case noted(String)
  /// Somebody was urged, in these words (催办).
  case reminded(String)
  case safeguarded(Oversight.Interim)
  case studied(Oversight.Study)
  /// A leader's case (领导包案): the leader.
  case caseTaken(Person.ID)
  case committed(Oversight.Commitments)
  case reportedUp(Oversight.AuthorityAct)
  case listed(Oversight.AuthorityAct)
  case delisted(Oversight.AuthorityAct)
  /// What was done against the weakness that it is.
  case patched(Patch)
}

extension OversightEvent: JournalEvent {
  /// A text or a person, for the events that say no more.
  private struct Data: Codable {
    var text: String?
    var person: Person.ID?

    enum CodingKeys: String, CodingKey {
      case text
      case person
    }
  }

  /// Its name in the journal, as `hazard.noted`.
  public var type: String {
    switch self {
    case .noted: "hazard.noted"
    case .reminded: "hazard.reminded"
    case .safeguarded: "hazard.safeguarded"
    case .studied: "hazard.studied"
    case .caseTaken: "hazard.caseTaken"
    case .committed: "hazard.committed"
    case .reportedUp: "hazard.reportedUp"
    case .listed: "hazard.listed"
    case .delisted: "hazard.delisted"
    case .patched: "hazard.patched"
    }
  }

  /// The value itself, or the one field that the event has.
  public var data: any Encodable & Sendable {
    switch self {
    case .noted(let text), .reminded(let text): Data(text: text)
    case .safeguarded(let interim): interim
    case .studied(let study): study
    case .caseTaken(let leader): Data(person: leader)
    case .committed(let commitments): commitments
    case .reportedUp(let act), .listed(let act), .delisted(let act): act
    case .patched(let patch): patch
    }
  }

  /// Reads an event back; nil if the name is of another kind.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "hazard.noted": self = .noted(try Self.text(decoder))
    case "hazard.reminded": self = .reminded(try Self.text(decoder))
    case "hazard.safeguarded": self = .safeguarded(try Oversight.Interim(from: decoder))
    case "hazard.studied": self = .studied(try Oversight.Study(from: decoder))
    case "hazard.caseTaken":
      let fields = try decoder.container(keyedBy: Data.CodingKeys.self)
      self = .caseTaken(try fields.decode(Person.ID.self, forKey: .person))
    case "hazard.committed": self = .committed(try Oversight.Commitments(from: decoder))
    case "hazard.reportedUp": self = .reportedUp(try Oversight.AuthorityAct(from: decoder))
    case "hazard.listed": self = .listed(try Oversight.AuthorityAct(from: decoder))
    case "hazard.delisted": self = .delisted(try Oversight.AuthorityAct(from: decoder))
    case "hazard.patched": self = .patched(try Patch(from: decoder))
    default: return nil
    }
  }

  private static func text(_ decoder: any Decoder) throws -> String {
    try decoder.container(keyedBy: Data.CodingKeys.self).decode(String.self, forKey: .text)
  }

  /// The act that it records.
  var kind: HazardCommand.Kind {
    switch self {
    case .noted: .note
    case .reminded: .remind
    case .safeguarded: .safeguard
    case .studied: .study
    case .caseTaken: .takeCase
    case .committed: .commit
    case .reportedUp: .reportUp
    case .listed: .list
    case .delisted: .delist
    case .patched: .patch
    }
  }

  /// The act's name, as timelines have it.
  public var name: Bilingual {
    switch self {
    case .noted: Bilingual(zh: "批示", en: "leader's note")
    case .reminded: Bilingual(zh: "催办", en: "urged")
    case .safeguarded: Bilingual(zh: "临时防范", en: "safeguarded")
    case .studied: Bilingual(zh: "重大研判", en: "severity studied")
    case .caseTaken: Bilingual(zh: "领导包案", en: "taken as a leader's case")
    case .committed: Bilingual(zh: "落实措施资金预案", en: "measures, funds, contingency committed")
    case .reportedUp: Bilingual(zh: "上报", en: "reported upward")
    case .listed: Bilingual(zh: "挂牌督办", en: "listed by an authority")
    case .delisted: Bilingual(zh: "摘牌", en: "delisted")
    case .patched: Bilingual(zh: "登记修复版本", en: "patched")
    }
  }

  /// What a line of the timeline says beside who and when.
  public func note(_ bureau: Bureau) -> Bilingual {
    switch self {
    case .noted(let text), .reminded(let text): return Bilingual(verbatim: text)
    case .safeguarded(let interim):
      let watcher = bureau.name(interim.watcher)
      return Bilingual(
        zh: "\(interim.measures)；监护人 \(watcher)", en: "\(interim.measures); watched by \(watcher)")
    case .studied(let study):
      let people = study.participants.map(bureau.name)
      return Bilingual(
        zh: "\(study.severity.name.zh)，\(study.day)，依据：\(study.basis)；参加："
          + people.joined(separator: "、"),
        en: "\(study.severity.name.en), \(study.day), on the grounds of \(study.basis); with "
          + people.joined(separator: ", "))
    case .caseTaken(let leader): return Bilingual(verbatim: bureau.name(leader))
    case .committed(let made):
      return Bilingual(
        zh: "措施：\(made.measures)；资金：\(made.funds)；预案：\(made.contingency)",
        en: "measures: \(made.measures); funds: \(made.funds); contingency: \(made.contingency)")
    case .reportedUp(let act), .listed(let act), .delisted(let act):
      return Bilingual(verbatim: "\(act.authority) \(act.document) \(act.day)")
    case .patched(let patch): return patch.note
    }
  }
}

extension Oversight {
  /// Folds one event.
  mutating func apply(_ event: OversightEvent) {
    switch event {
    case .noted: break
    case .reminded: reminders += 1
    case .safeguarded(let interim): self.interim = interim
    case .studied(let study): studies.append(study)
    case .caseTaken(let leader): self.leader = leader
    case .committed(let commitments): self.commitments = commitments
    case .reportedUp(let act): reportedUp.append(act)
    case .listed(let act):
      listing = act
      delisting = nil
    case .delisted(let act): delisting = act
    case .patched(let patch): self.patch = patch
    }
  }
}
