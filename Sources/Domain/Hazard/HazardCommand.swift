import Almanac

/// What a person may ask to be done with a hazard. May be refused.
public enum HazardCommand: Hashable, Sendable {
  case assign(to: Person.ID, deadline: Day)
  case accept
  case decline(reason: String)
  case transfer(to: Person.ID, reason: String)
  case requestExtension(Hazard.Request)
  case extend(to: Day, reason: String, document: String? = nil)
  case submit(measures: String, photographs: [Photograph] = [])
  /// By one who may also close it closes too, unless it is to be kept open.
  case verify(note: String? = nil, keepOpen: Bool = false)
  case reject(reason: String, deadline: Day)
  case close
  case withdraw(reason: String)
  case photograph([Photograph])

  /// To whom it gives the rectification; nil where it names nobody.
  var rectifier: Person.ID? {
    switch self {
    case .assign(let person, _), .transfer(let person, _): person
    case .accept, .decline, .requestExtension, .extend, .submit, .verify, .reject, .close,
      .withdraw, .photograph:
      nil
    }
  }

  /// Which of the acts a command is, whatever its values.
  public enum Kind: Int, Hashable, Sendable, CaseIterable {
    case verify
    case close
    case assign
    case extend
    case reject
    case accept
    case submit
    case requestExtension
    case decline
    case transfer
    case withdraw
    case photograph

    /// The act as menus and refusals call it.
    public var name: Bilingual {
      switch self {
      case .assign: Bilingual(zh: "交办", en: "Assign")
      case .accept: Bilingual(zh: "签收", en: "Accept")
      case .decline: Bilingual(zh: "退回交办", en: "Decline")
      case .transfer: Bilingual(zh: "转办", en: "Transfer")
      case .requestExtension: Bilingual(zh: "申请延期", en: "Ask for more time")
      case .extend: Bilingual(zh: "同意延期", en: "Extend")
      case .submit: Bilingual(zh: "整改报验", en: "Hand in")
      case .verify: Bilingual(zh: "复查合格", en: "Verify")
      case .reject: Bilingual(zh: "复查退回", en: "Reject")
      case .close: Bilingual(zh: "销号", en: "Close")
      case .withdraw: Bilingual(zh: "作废", en: "Withdraw")
      case .photograph: Bilingual(zh: "附照片", en: "Photographs")
      }
    }
  }

  /// Which act it asks for, without its values.
  public var kind: Kind {
    switch self {
    case .assign: .assign
    case .accept: .accept
    case .decline: .decline
    case .transfer: .transfer
    case .requestExtension: .requestExtension
    case .extend: .extend
    case .submit: .submit
    case .verify: .verify
    case .reject: .reject
    case .close: .close
    case .withdraw: .withdraw
    case .photograph: .photograph
    }
  }
}
