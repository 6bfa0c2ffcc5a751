import Almanac
import Domain

/// How the rounds in each part of Today are put in order.
enum TodayOrder: CaseIterable {
  /// What falls due first.
  case pressing
  /// Where most rooms are left.
  case rest
  case title

  var name: Bilingual {
    switch self {
    case .pressing: Bilingual(zh: "紧急程度", en: "what is most pressing")
    case .rest: Bilingual(zh: "剩余间数", en: "rooms left")
    case .title: Bilingual(zh: "名称", en: "name")
    }
  }

  /// Rounds that come the most pressing first, in this order.
  func sorted(_ rounds: [Round], _ language: Language) -> [Round] {
    switch self {
    case .pressing: rounds
    case .rest: rounds.stably { $0.done - $0.total }
    case .title: rounds.stably { $0.title[language] }
    }
  }
}
