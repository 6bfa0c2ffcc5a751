import Almanac

/// What Today says of things that end: what is over, and what ends within ``Expiry/notice`` days, a line each.
public struct ExpiryReminder: Hashable, Sendable {
  /// The thing to look at first.
  public var expiry: Expiry.ID
  /// What Today says.
  public var words: Bilingual
  /// Whether a last day has passed.
  public var isOverdue: Bool

  /// The lines for a person: one who keeps the list sees all, others what they see to.
  public static func all(_ agenda: Agenda, for person: Person) -> [ExpiryReminder] {
    let own = agenda.expiries.filter { $0.mayRenew(person) }
    let over = own.filter { $0.state(on: agenda.today) == .overdue }
    let soon = own.filter { $0.state(on: agenda.today) == .soon }
    return [
      line(over, isOverdue: true, agenda.today), line(soon, isOverdue: false, agenda.today),
    ].compactMap(\.self)
  }

  private static func line(
    _ expiries: [Expiry], isOverdue: Bool, _ today: Day
  ) -> ExpiryReminder? {
    guard let first = expiries.first else { return nil }
    let (name, count) = (first.content.name, expiries.count)
    let left = Expiry.daysLeft(to: first.until, on: today)
    let words =
      isOverdue
      ? Bilingual(
        zh: "已过期 \(count) 项：\(name)（\(left.zh)）", en: "Ended: \(count), \(name) (\(left.en))")
      : Bilingual(
        zh: "\(Expiry.notice)天内到期 \(count) 项，最早：\(name)（\(left.zh)）",
        en: "Ending within \(Expiry.notice) days: \(count), first \(name) (\(left.en))")
    return ExpiryReminder(expiry: first.id, words: words, isOverdue: isOverdue)
  }
}
