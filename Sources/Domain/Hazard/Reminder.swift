import Almanac

/// A reminder (催办) ready to be copied into a messenger: section, person, place, what, deadline, days left.
public struct Reminder: Hashable, Sendable {
  /// The most characters of a reminder: what a messenger shows without unfolding it.
  public static let longest = 70

  /// The words in either language, at most ``longest`` characters each; a long finding is cut,
  /// and the section and then the place give way to it.
  public let text: Bilingual

  /// The fewest characters left for the finding before section and place give way.
  private static let least = 10

  /// The reminder of a hazard as it stands on a day.
  public init(_ hazard: Hazard, _ bureau: Bureau, on day: Day) {
    let (due, left) = (Self.due(hazard), Self.left(hazard, on: day))
    let names = [bureau.name(hazard.section), bureau.name(hazard.person)].filter { !$0.isEmpty }
    let number = "\(hazard.id) "
    let placed = number + bureau.name(hazard.report.place) + " "
    func filled(_ colon: String, _ end: String) -> String {
      let short = (names.last ?? "") + colon
      let heads = [names.joined(separator: " ") + colon + placed, short + placed, short + number]
      let what = hazard.report.text
      let head =
        heads.first { $0.count + min(what.count, Self.least) + end.count <= Self.longest } ?? number
      let room = Self.longest - head.count - end.count
      let cut = what.count > room ? what.prefix(max(0, room - 2)) + ".." : Substring(what)
      return head + cut + end
    }
    text = Bilingual(
      zh: filled("：", "，\(due.zh)，\(left.zh)，请抓紧。"),
      en: filled(": ", ", \(due.en), \(left.en)."))
  }

  private static func due(_ hazard: Hazard) -> Bilingual {
    hazard.deadline.map {
      Bilingual(zh: "期限\($0.monthAndDay)", en: "due \($0.monthAndDay)")
    } ?? Bilingual(zh: "未定期限", en: "no deadline")
  }

  private static func left(_ hazard: Hazard, on day: Day) -> Bilingual {
    guard let left = hazard.daysLeft(on: day) else {
      return Bilingual(zh: "待交办", en: "to be assigned")
    }
    if left < 0 { return Bilingual(zh: "已逾期\(-left)天", en: "\(-left) d overdue") }
    if left == 0 { return Bilingual(zh: "今天到期", en: "due today") }
    return Bilingual(zh: "剩\(left)天", en: "\(left) d left")
  }
}
