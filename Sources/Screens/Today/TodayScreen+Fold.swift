import Almanac
import Canvas

/// Today stays a page: where it has more lines than the screen, what can wait shares one of them.
extension TodayScreen {
  /// The lines with those that can wait behind a single one, which stands where the first of them stood.
  ///
  /// - Returns: All of them as they are where they fit, or hardly any of them can wait.
  func folded(_ lines: [Line], _ context: Context) -> [Line] {
    guard !context.isSpoken, lines.count > context.body.count else { return lines }
    let waiting = lines.filter { $0.topic != nil }
    guard waiting.count > 2, let first = lines.firstIndex(where: { $0.topic != nil }) else {
      return lines
    }
    var topics: [Bilingual] = []
    for topic in waiting.compactMap(\.topic) where !topics.contains(topic) { topics.append(topic) }
    var kept = lines.filter { $0.topic == nil }
    kept.insert(
      contentsOf: [.waiting(waiting.count, topics)] + (isUnfolded ? waiting : []), at: first)
    return kept
  }

  /// What the line says behind which others stand.
  func words(waiting count: Int, _ topics: [Bilingual]) -> Bilingual {
    isUnfolded
      ? Bilingual(
        zh: "- 可以稍后办的 \(count) 件，按 Enter 收起", en: "- \(count) that can wait; Enter folds them")
      : Bilingual(
        zh: "+ 可以稍后办的 \(count) 件：\(topics.map(\.zh).joined(separator: "、"))",
        en: "+ \(count) that can wait: \(topics.map(\.en).joined(separator: ", "))")
  }
}

extension TodayScreen.Line {
  /// The name of what it is about where it can wait; nil for what is pressing.
  fileprivate var topic: Bilingual? {
    switch self {
    case .expiry(let reminder) where !reminder.isOverdue: Bilingual(zh: "到期", en: "expiries")
    case .assets: Bilingual(zh: "网络资产", en: "network assets")
    case .rules: Bilingual(zh: "制度", en: "rules")
    case .goal(let reminder) where !reminder.isLate: Bilingual(zh: "年度计划", en: "year's plan")
    case .report: Bilingual(zh: "总结", en: "reports")
    case .vehicle(let reminder) where reminder.topic == .upkeep && !reminder.isOverdue:
      Bilingual(zh: "车辆", en: "vehicles")
    case .notice: Bilingual(zh: "放假通知", en: "holiday notice")
    case .gaps: Bilingual(zh: "责任人", en: "responsibility")
    case _: nil
    }
  }
}
