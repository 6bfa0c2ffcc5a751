import Almanac
import Canvas
import Domain

/// What can be done with a roster on its screen, in the order of the menu.
enum DutyAct: CaseIterable, ActChoice {
  case agree
  case decline
  case change
  case swap
  case log
  case adopt
  case send
  case propose
  case withdraw

  var name: Bilingual {
    switch self {
    case .agree: Bilingual(zh: "同意换班", en: "agree to the swap")
    case .decline: Bilingual(zh: "不同意换班", en: "decline the swap")
    case .change: Bilingual(zh: "调整这一班", en: "change this shift")
    case .swap: Bilingual(zh: "换班", en: "swap")
    case .log: Bilingual(zh: "登记交接班", en: "log a hand-over")
    case .adopt: Bilingual(zh: "确定值班表", en: "adopt the roster")
    case .send: Bilingual(zh: "登记报送", en: "note that it was sent up")
    case .propose: Bilingual(zh: "按轮值拟定", en: "draw it up by rotation")
    case .withdraw: Bilingual(zh: "撤回值班表", en: "withdraw the roster")
    }
  }

  /// What a person may do with the roster of a stretch now; none has been drawn up when nil.
  static func possible(_ roster: DutyRoster?, _ context: Context) -> [DutyAct] {
    let keeps = context.person.may(.keepDuty)
    guard let roster else { return keeps ? [.propose] : [] }
    if roster.state == .proposed {
      return keeps ? [.change, .adopt, .propose, .withdraw] : []
    }
    let isParty = !context.person.seats.isDisjoint(with: roster.content.rows.flatMap(\.persons))
    let answers: [DutyAct] = roster.isAsked(context.person) ? [.agree, .decline] : []
    if keeps { return answers + [.change, .swap, .log, .send, .withdraw] }
    return answers + (isParty ? [.swap, .log] : [])
  }
}
