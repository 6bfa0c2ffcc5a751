import Almanac
import Domain

/// How a hazard is told in lists and details.
enum HazardWords {
  /// What a filter finds it by besides its words: how it stands against time and decisions.
  static func conditions(_ hazard: some HazardStanding, on day: Day) -> Bilingual {
    let all: [(Bool, Bilingual)] = [
      (hazard.isOverdue(on: day), Bilingual(zh: "逾期", en: "overdue")),
      (hazard.isDueSoon(on: day), Bilingual(zh: "将到期", en: "due-soon")),
      (hazard.isStalled(on: day), Bilingual(zh: "停滞", en: "stalled")),
      (hazard.isWaiting, Bilingual(zh: "待处理", en: "waiting")),
      (hazard.isListed, Bilingual(zh: "挂牌", en: "listed")),
      (hazard.severity == .major, hazard.severity.name),
    ]
    return all.filter(\.0).reduce(Bilingual(verbatim: "")) {
      $0 + Bilingual(verbatim: " ") + $1.1
    }
  }

  static func daysLeft(_ hazard: some HazardStanding, on day: Day) -> Bilingual {
    guard let left = hazard.daysLeft(on: day) else {
      return hazard.isOpen ? Bilingual(zh: "未定期限", en: "no deadline") : hazard.state.name
    }
    if left < 0 { return Bilingual(zh: "!! 逾期\(-left)天", en: "!! \(-left) d over") }
    if left == 0 { return Bilingual(zh: "! 今天", en: "! today") }
    return Bilingual(zh: "剩\(left)天", en: "\(left) d left")
  }
}
