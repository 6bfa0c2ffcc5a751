import Almanac

/// What happened to a duty roster. Never refused once written.
public enum DutyEvent: Hashable, Sendable {
  /// Drawn up, or drawn up anew while not adopted.
  case proposed(DutyRoster.Content)
  case adopted
  /// A row as it stands from now on.
  case changed(DutyRow, reason: String?)
  case swapAsked(DutySwap)
  case swapDeclined(reason: String?)
  /// Both agreed.
  case swapped(DutySwap)
  case sent(DutySending)
  case handedOver(Handover)
  case checked(PresenceCheck)
  case withdrawn(reason: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .proposed: Bilingual(zh: "拟定值班表", en: "duty roster proposed")
    case .adopted: Bilingual(zh: "确定值班表", en: "duty roster adopted")
    case .changed: Bilingual(zh: "值班调整", en: "duty changed")
    case .swapAsked: Bilingual(zh: "申请换班，等对方同意", en: "swap asked for; the other must agree")
    case .swapDeclined: Bilingual(zh: "不同意换班", en: "swap declined")
    case .swapped: Bilingual(zh: "换班", en: "duty swapped")
    case .sent: Bilingual(zh: "报送值班表", en: "duty roster sent up")
    case .handedOver: Bilingual(zh: "交接班记录", en: "hand-over logged")
    case .checked: Bilingual(zh: "值班抽查", en: "duty checked")
    case .withdrawn: Bilingual(zh: "撤回值班表", en: "duty roster withdrawn")
    }
  }
}

extension DutyRoster {
  /// The roster that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: DutyEvent, _ stamp: Stamp) {
    guard case .proposed(let content) = event else { return nil }
    self.init(
      id: id, content: content, state: .proposed, proposed: Hazard.Step(stamp), adopted: nil,
      changes: [], sent: [], asked: nil, log: [], checks: [], reason: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: DutyEvent, _ stamp: Stamp) {
    switch event {
    case .proposed:
      guard state != .adopted, let again = DutyRoster(id: id, beginning: event, stamp) else {
        return
      }
      self = again
    case .adopted:
      guard state == .proposed else { return }
      state = .adopted
      adopted = Hazard.Step(stamp)
    case .changed(let row, let reason): put(row, reason: reason, agreed: nil, stamp)
    case .swapAsked(let swap): asked = swap
    case .swapDeclined: asked = nil
    case .swapped(let swap):
      asked = nil
      for row in swap.rows(of: self) {
        put(row, reason: swap.reason, agreed: swap.parties, stamp)
      }
    case .sent(let sending):
      guard state == .adopted else { return }
      sent.append(sending)
    case .handedOver(let entry): log.append(entry)
    case .checked(let check): checks.append(check)
    case .withdrawn(let reason):
      guard state != .withdrawn else { return }
      state = .withdrawn
      self.reason = reason
    }
  }

  private mutating func put(
    _ row: DutyRow, reason: String?, agreed: [Person.ID]?, _ stamp: Stamp
  ) {
    let place = content.rows.firstIndex { $0.day == row.day && $0.shift == row.shift }
    guard let place, state != .withdrawn else { return }
    if state == .adopted {
      changes.append(
        Change(
          before: content.rows[place], after: row, reason: reason, step: Hazard.Step(stamp),
          sendings: sent.count, agreed: agreed))
    }
    content.rows[place] = row
  }
}

extension DutySwap {
  /// The rows as they stand once the two have changed places; none where it makes no sense any more.
  func rows(of roster: DutyRoster) -> [DutyRow] {
    guard var one = roster.row(first.day, first.shift),
      var other = roster.row(second.day, second.shift), one != other,
      let part = one.part(of: first.person), other.part(of: second.person) == part
    else { return [] }
    one[part] = one[part].map { $0 == first.person ? second.person : $0 }
    other[part] = other[part].map { $0 == second.person ? first.person : $0 }
    return [one, other]
  }
}

extension DutyEvent: JournalEvent {
  private struct Data: Codable {
    var row: DutyRow?
    var reason: String?

    enum CodingKeys: String, CodingKey {
      case row
      case reason
    }
  }

  /// Its name in the journal, as `duty.proposed`.
  public var type: String {
    switch self {
    case .proposed: "duty.proposed"
    case .adopted: "duty.adopted"
    case .changed: "duty.changed"
    case .swapAsked: "duty.swapAsked"
    case .swapDeclined: "duty.swapDeclined"
    case .swapped: "duty.swapped"
    case .sent: "duty.sent"
    case .handedOver: "duty.handedOver"
    case .checked: "duty.checked"
    case .withdrawn: "duty.withdrawn"
    }
  }

  /// What the roster says, or what came of it.
  public var data: any Encodable & Sendable {
    switch self {
    case .proposed(let content): content
    case .adopted: NoData()
    case .changed(let row, let reason): Data(row: row, reason: reason)
    case .swapAsked(let swap), .swapped(let swap): swap
    case .swapDeclined(let reason): Data(reason: reason)
    case .sent(let sending): sending
    case .handedOver(let entry): entry
    case .checked(let check): check
    case .withdrawn(let reason): Data(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of a roster.
  public init?(type: String, from decoder: any Decoder) throws {
    func required<Value>(_ value: Value?, _ name: String) throws -> Value {
      guard let value else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "\(type) has no \(name)"))
      }
      return value
    }
    switch type {
    case "duty.proposed": self = .proposed(try DutyRoster.Content(from: decoder))
    case "duty.adopted": self = .adopted
    case "duty.changed":
      let data = try Data(from: decoder)
      self = .changed(try required(data.row, "row"), reason: data.reason)
    case "duty.swapAsked": self = .swapAsked(try DutySwap(from: decoder))
    case "duty.swapDeclined": self = .swapDeclined(reason: try Data(from: decoder).reason)
    case "duty.swapped": self = .swapped(try DutySwap(from: decoder))
    case "duty.sent": self = .sent(try DutySending(from: decoder))
    case "duty.handedOver": self = .handedOver(try Handover(from: decoder))
    case "duty.checked": self = .checked(try PresenceCheck(from: decoder))
    case "duty.withdrawn":
      self = .withdrawn(reason: try required(Data(from: decoder).reason, "reason"))
    default: return nil
    }
  }
}
