import Almanac
import Domain

/// How a hazard is told in lists and details.
enum HazardWords {
  static func daysLeft(_ hazard: Hazard, on day: Day) -> Bilingual {
    guard let left = hazard.daysLeft(on: day) else {
      return hazard.isOpen ? Bilingual(zh: "未定期限", en: "no deadline") : hazard.state.name
    }
    if left < 0 { return Bilingual(zh: "!! 逾期\(-left)天", en: "!! \(-left) d over") }
    if left == 0 { return Bilingual(zh: "! 今天", en: "! today") }
    return Bilingual(zh: "剩\(left)天", en: "\(left) d left")
  }
}
