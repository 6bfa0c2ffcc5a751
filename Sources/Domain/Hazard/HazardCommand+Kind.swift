import Almanac

extension HazardCommand {
  /// Which of the acts a command is, whatever its values, in the order in which menus number them.
  public enum Kind: Int, Hashable, Sendable, CaseIterable {
    case verify
    case close
    case assign
    case extend
    case refuseExtension
    case reject
    case accept
    case submit
    case requestExtension
    case decline
    case transfer
    case note
    case remind
    case safeguard
    case study
    case takeCase
    case commit
    case reportUp
    case list
    case delist
    case patch
    case merge
    case photograph
    case withdraw
    case revoke

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
      case .refuseExtension: Bilingual(zh: "不同意延期", en: "Refuse the extension")
      case .reject: Bilingual(zh: "复查退回", en: "Reject")
      case .close: Bilingual(zh: "销号", en: "Close")
      case .withdraw: Bilingual(zh: "作废", en: "Withdraw")
      case .photograph: Bilingual(zh: "附照片", en: "Photographs")
      case .note: Bilingual(zh: "批示", en: "Leader's note")
      case .remind: Bilingual(zh: "催办", en: "Remind")
      case .safeguard: Bilingual(zh: "临时防范与监护人", en: "Safeguards and watcher")
      case .study: Bilingual(zh: "重大研判", en: "Study of severity")
      case .takeCase: Bilingual(zh: "领导包案", en: "Leader's case")
      case .commit: Bilingual(zh: "落实措施、资金、预案", en: "Measures, funds, contingency")
      case .reportUp: Bilingual(zh: "上报", en: "Report upward")
      case .list: Bilingual(zh: "登记挂牌督办", en: "Listed by an authority")
      case .delist: Bilingual(zh: "登记摘牌", en: "Delisted")
      case .patch: Bilingual(zh: "登记修复版本", en: "Patched version")
      case .merge: Bilingual(zh: "并入另一条", en: "Merge into another")
      case .revoke: Bilingual(zh: "撤回刚才的决定", en: "Revoke the last decision")
      }
    }

    /// Whether it lies beside the way from finding to closure.
    public var isBeside: Bool {
      switch self {
      case .verify, .close, .assign, .extend, .refuseExtension, .reject, .accept, .submit,
        .requestExtension,
        .decline, .transfer, .revoke:
        false
      case .note, .remind, .safeguard, .study, .takeCase, .commit, .reportUp, .list, .delist,
        .patch,
        .merge, .withdraw, .photograph:
        true
      }
    }

    /// The same in the order in which a hazard goes through them.
    var statesInOrder: [Hazard.State] { Hazard.State.allCases.filter(states.contains) }

    /// The states from which the act leads on.
    public var states: Set<Hazard.State> {
      switch self {
      // Handed in, it goes to another who answers for it should it be sent back.
      case .assign: [.reported, .assigned, .rectifying, .submitted]
      case .accept, .decline: [.assigned]
      case .transfer, .requestExtension, .refuseExtension, .submit: [.assigned, .rectifying]
      case .extend, .commit: [.reported, .assigned, .rectifying]
      case .verify, .reject: [.submitted]
      case .close: [.verified]
      case .withdraw, .photograph, .merge, .note, .remind, .safeguard, .study, .takeCase, .reportUp,
        .list, .delist, .patch:
        [.reported, .assigned, .rectifying, .submitted, .verified]
      case .revoke: Set(Hazard.State.allCases)
      }
    }
  }
}
