import Almanac
import Domain

/// How entered acts are put in order; equal ones stand the latest first.
enum EntryOrder: NamedOrder {
  /// What waits comes first, then what is disputed.
  case state
  case subject
  case recorder
  /// By the day on the paper.
  case paper

  var name: Bilingual {
    switch self {
    case .state: Bilingual(zh: "状态", en: "state")
    case .subject: Bilingual(zh: "事项", en: "subject")
    case .recorder: Bilingual(zh: "代录人", en: "who entered it")
    case .paper: Bilingual(zh: "纸上日期", en: "paper")
    }
  }

  /// Acts that come the latest first, in this order.
  func sorted(_ acts: [EnteredAct], _ bureau: Bureau) -> [EnteredAct] {
    switch self {
    case .state:
      acts.stably { [.waiting, .disputed, .confirmed].firstIndex(of: $0.state) ?? 0 }
    case .subject: acts.stably { $0.about.en }
    case .recorder: acts.stably { bureau.name($0.entered.by) }
    case .paper: acts.stably(by: \.entered.paper)
    }
  }
}
