import Almanac

/// A roster that is to be drawn up by rotation. May be refused.
public enum DutyRequest: Hashable, Sendable {
  /// For a break, by its key.
  case holiday(String)
  /// For the days of a stretch that a kind is about, with what it is called where that is not plain.
  case days(DutyKind, ClosedRange<Day>, name: String? = nil)
}

/// A row of a roster as it is to stand; what is nil stays.
public struct DutyEdit: Hashable, Sendable {
  /// The day of the shift.
  public var day: Day
  /// The shift; may be left out where the day has one only.
  public var shift: DutyShift?
  /// Who leads.
  public var leading: [Person.ID]?
  /// Who is on duty.
  public var onDuty: [Person.ID]?
  /// Where they are reached; an empty text takes it away.
  public var phone: String?
  /// What is printed beside it; an empty text takes it away.
  public var remark: String?
  /// Why; needed once the roster is adopted.
  public var reason: String?

  /// A change of one row.
  public init(
    day: Day, shift: DutyShift? = nil, leading: [Person.ID]? = nil, onDuty: [Person.ID]? = nil,
    phone: String? = nil, remark: String? = nil, reason: String? = nil
  ) {
    self.day = day
    self.shift = shift
    self.leading = leading
    self.onDuty = onDuty
    self.phone = phone
    self.remark = remark
    self.reason = reason
  }
}

/// What may be asked to be done with a roster once it is drawn up. May be refused.
public enum DutyCommand: Hashable, Sendable {
  case adopt
  case change(DutyEdit)
  /// Two change places: asked by one of them, or entered by one who keeps the roster when both have agreed.
  case swap(DutySwap, isAgreed: Bool = false)
  /// The other's word on a swap that was asked for.
  case answerSwap(isAgreed: Bool, reason: String? = nil)
  case send(DutySending)
  case handOver(Handover)
  case check(PresenceCheck)
  case withdraw(reason: String)

  /// The act as refusals call it.
  public var name: Bilingual {
    switch self {
    case .adopt: Bilingual(zh: "确定", en: "adopt")
    case .change: Bilingual(zh: "调整", en: "change")
    case .swap: Bilingual(zh: "换班", en: "swap")
    case .answerSwap: Bilingual(zh: "答复换班", en: "answer a swap")
    case .send: Bilingual(zh: "报送", en: "send up")
    case .handOver: Bilingual(zh: "交接班记录", en: "log a hand-over")
    case .check: Bilingual(zh: "抽查", en: "check")
    case .withdraw: Bilingual(zh: "撤回", en: "withdraw")
    }
  }

  /// The states in which it may be asked.
  var states: Set<DutyRoster.State> {
    switch self {
    case .adopt: [.proposed]
    case .change, .withdraw: [.proposed, .adopted]
    case .swap, .answerSwap, .send, .handOver, .check: [.adopted]
    }
  }
}
