import Almanac

/// The changes in words, a line each, for a screen and for the command line alike.
extension NoticeChange {
  /// The breaks that change, as `春节 02-05 至 02-08 -> 02-05 至 02-14，01-31、02-20 上班`.
  public var breakLines: [Bilingual] {
    breaks.map { change in
      let name = (change.after ?? change.before)?.name ?? Bilingual(verbatim: "")
      return name + Bilingual(verbatim: " ")
        + Self.arrow(
          change.before.map { Self.days($0.days) }, change.after.map { Self.days($0.days) })
        + Self.worked(change.worked)
    }
  }

  /// The rounds that move, appear or go; those of every working day are counted, not listed.
  public var roundLines: [Bilingual] {
    rounds.filter { !$0.isOfEveryDay }.map(\.line) + dailyLines
  }

  /// What to know before loading it: that it is in the record, and what it would take back; nil for nothing.
  public var remark: Bilingual? {
    guard !isEmpty, isRepeated || !undone.isEmpty else { return nil }
    let known = Bilingual(
      zh: "提示：这份通知已经载入过。", en: "note: this notice is in the record already. ")
    guard !undone.isEmpty else { return known }
    let names = undone.map { $0.number ?? $0.title ?? String($0.text.prefix(20)) }
    let takesBack = Bilingual(
      zh: "载入将撤销其后的调整：\(names.joined(separator: "、"))。",
      en: "Loading it takes back later changes: \(names.joined(separator: ", ")).")
    return (isRepeated ? known : Bilingual(zh: "提示：", en: "note: ")) + takesBack
  }

  private var dailyLines: [Bilingual] {
    let daily = Dictionary(grouping: rounds.filter(\.isOfEveryDay)) { $0.key.plan }
    return daily.keys.sorted().compactMap { plan in
      guard let changes = daily[plan], let first = changes.first else { return nil }
      let gone = changes.count { $0.after == nil }
      let come = changes.count { $0.before == nil }
      return first.plan
        + Bilingual(
          zh: "：减少 \(gone) 次，增加 \(come) 次", en: ": \(gone) fewer, \(come) more")
    }
  }

  private static func days(_ days: ClosedRange<Day>) -> Bilingual {
    let (first, last) = (days.lowerBound.monthAndDay, days.upperBound.monthAndDay)
    return first == last
      ? Bilingual(verbatim: first) : Bilingual(zh: "\(first) 至 \(last)", en: "\(first) to \(last)")
  }

  private static func worked(_ days: [Day]) -> Bilingual {
    guard !days.isEmpty else { return Bilingual(verbatim: "") }
    let names = days.map(\.monthAndDay)
    return Bilingual(
      zh: "，\(names.joined(separator: "、")) 上班", en: "; \(names.joined(separator: ", ")) worked")
  }

  fileprivate static func arrow(_ before: Bilingual?, _ after: Bilingual?) -> Bilingual {
    let none = Bilingual(zh: "无", en: "none")
    return (before ?? none) + Bilingual(verbatim: " -> ") + (after ?? none)
  }
}

extension NoticeChange.RoundChange {
  /// Whether it is one of a working day: the calendar itself shows those.
  var isOfEveryDay: Bool { trigger == .daily || trigger == .twicedaily }

  /// As `2月月检 期限 02-26 -> 02-27`.
  var line: Bilingual {
    switch (before, after) {
    case (let before?, let after?) where before.due != after.due:
      title + Bilingual(zh: " 期限 ", en: ": due ")
        + NoticeChange.arrow(
          Bilingual(verbatim: before.due.description), Bilingual(verbatim: after.due.description))
    case (let before?, let after?):
      title + Bilingual(zh: " 起止 ", en: ": ")
        + NoticeChange.arrow(Self.span(before), Self.span(after))
    case (nil, let after?):
      Bilingual(zh: "新增 ", en: "new: ") + title
        + Bilingual(zh: " 期限 \(after.due)", en: ", due \(after.due)")
    case (let before?, nil):
      Bilingual(zh: "取消 ", en: "no more: ") + title
        + Bilingual(zh: " 原期限 \(before.due)", en: ", was due \(before.due)")
    case (nil, nil): title
    }
  }

  private static func span(_ period: Period) -> Bilingual {
    let last = period.miss.map { $0 - 1 } ?? period.due
    return Bilingual(zh: "\(period.start) 至 \(last)", en: "\(period.start) to \(last)")
  }
}
