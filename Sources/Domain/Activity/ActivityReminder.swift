import Almanac

/// What of the register of activities waits for a person: circulars to read, resolutions to carry out.
public struct ActivityReminder: Hashable, Sendable {
  /// What it is about, by which it is told from the other.
  public var subject: String
  /// The entry to look at first.
  public var activity: Activity.ID
  /// What Today says of it.
  public var words: Bilingual
  /// Whether the last day has passed.
  public var isOverdue: Bool

  /// What waits for a person, the resolutions first; at most one of each.
  public static func all(_ agenda: Agenda, for person: Person) -> [ActivityReminder] {
    [resolutions(agenda, person), circulars(agenda, person)].compactMap(\.self)
  }

  private static func resolutions(_ agenda: Agenda, _ person: Person) -> ActivityReminder? {
    let due = agenda.resolutions(of: person)
    guard let first = due.first else { return nil }
    let (text, day) = (first.resolution.text, first.resolution.due.monthAndDay)
    let isOverdue = first.resolution.due < agenda.today
    let state =
      isOverdue ? Bilingual(zh: "已过期", en: "overdue") : Bilingual(zh: "到期", en: "due")
    return ActivityReminder(
      subject: "resolutions", activity: first.activity.id,
      words: Bilingual(
        zh: "会议议定事项待办 \(due.count) 条：\(text)（\(day) \(state.zh)）",
        en: "Resolutions to carry out: \(due.count), \(text) (\(state.en) \(day))"),
      isOverdue: isOverdue)
  }

  private static func circulars(_ agenda: Agenda, _ person: Person) -> ActivityReminder? {
    let unread = agenda.unread(by: person)
    return unread.first.map { first in
      let title = first.content.title
      return ActivityReminder(
        subject: "circulars", activity: first.id,
        words: Bilingual(
          zh: "待签阅的通报 \(unread.count) 份：\(title)",
          en: "Circulars to read: \(unread.count), \(title)"),
        isOverdue: false)
    }
  }
}
