import Almanac

/// A measure of the year's plan as it stands on a day: counted from the ledger, never stored.
public struct GoalProgress: Hashable, Sendable, Identifiable {
  /// How far it is.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case notBegun
    case underWay
    case done
    /// Not done by its due day.
    case late
    case withdrawn

    /// As lists and papers call it.
    public var name: Bilingual {
      switch self {
      case .notBegun: Bilingual(zh: "未开始", en: "not begun")
      case .underWay: Bilingual(zh: "进行中", en: "under way")
      case .done: Bilingual(zh: "已完成", en: "done")
      case .late: Bilingual(zh: "逾期", en: "late")
      case .withdrawn: Bilingual(zh: "已撤销", en: "withdrawn")
      }
    }
  }

  /// The measure.
  public var goal: Goal
  /// The measure's number.
  public var id: Goal.ID { goal.id }
  /// How much of it is done.
  public var done: Int
  /// How much is wanted: rounds or entries; 1 where its owner reports it.
  public var target: Int
  /// The rounds of its plan that were missed: in full it can be met no more.
  public var missed: Int
  /// How far it is.
  public var state: State
  /// The round of its plan that is to be done next, or the last one; nil where none falls in the year.
  public var round: RoundKey?

  /// The days before the due day from which it shows on its owner's Today.
  public static let notice = 14

  /// A measure with what counts for it.
  ///
  /// - Parameters:
  ///   - rounds: The rounds of its plan that fall due in its year; others are left out.
  ///   - activities: The entries of its kind on days of its year; others are left out.
  public init(_ goal: Goal, rounds: [Round], activities: [Activity], on today: Day) {
    self.goal = goal
    let content = goal.content
    switch content.tie {
    case .plan(let plan)?:
      let own = rounds.filter { round in
        round.id.plan == plan && round.due.year == content.year && round.due <= content.due
          && ![.excused, .lifted].contains(round.state)
      }
      target = own.count
      done = own.count { [.done, .doneLate].contains($0.state) }
      missed = own.count { $0.state == .missed }
      round = (own.first { ![.done, .doneLate, .missed].contains($0.state) } ?? own.last)?.id
    case .activity(let kind, let count)?:
      target = count
      missed = 0
      done = activities.count { activity in
        activity.stands && activity.content.kind == kind
          && activity.content.day.year == content.year
      }
    case nil:
      target = 1
      missed = 0
      done = goal.done == nil ? 0 : 1
    }
    state =
      if goal.withdrawn != nil {
        .withdrawn
      } else if target > 0, done >= target {
        .done
      } else if today > content.due {
        .late
      } else if done + missed > 0 || !goal.notes.isEmpty {
        .underWay
      } else {
        .notBegun
      }
  }

  /// `3/12`; how much of what is wanted is done.
  public var fraction: String { "\(done)/\(target)" }

  /// That it cannot be met in full any more, where it cannot.
  public var setback: Bilingual? {
    guard missed > 0, state != .withdrawn else { return nil }
    return Bilingual(
      zh: "有\(missed)轮漏检，已不能全部完成",
      en: "\(counted(missed, "round")) missed: it cannot be met in full any more")
  }

  /// The share that is done, in hundredths, 100 at most.
  public var percent: Int { target == 0 ? 0 : min(100, done * 100 / target) }

  /// The first day from which what is late is told of: New Year, in January that of the year before. What is
  /// older stands in its year's plan and in its annual report.
  public static func pressing(from today: Day) -> Day {
    Day(today.month.month == 1 ? today.year - 1 : today.year, 1, 1)
  }

  /// Whether its owner is reminded of it on a day: late, or due within ``notice`` days.
  public func isPressing(on today: Day) -> Bool {
    switch state {
    case .done, .withdrawn: false
    case .late: goal.content.due >= Self.pressing(from: today)
    case .notBegun, .underWay: goal.content.due <= today + Self.notice
    }
  }
}

/// What of the year's plan waits for a person: one line on Today.
public struct GoalReminder: Hashable, Sendable {
  /// The measure to look at first.
  public var goal: Goal.ID
  /// The year of its plan.
  public var year: Int
  /// What Today says of it.
  public var words: Bilingual
  /// Whether the first one is late.
  public var isLate: Bool

  /// What waits for a person; nil where nothing does.
  public init?(_ agenda: Agenda, for person: Person) {
    let own = agenda.goals.filter { person.parties.contains($0.goal.content.owner) }
      .filter { $0.isPressing(on: agenda.today) }
      .sorted { ($0.goal.content.due, $0.goal.id) < ($1.goal.content.due, $1.goal.id) }
    guard let first = own.first else { return nil }
    goal = first.goal.id
    year = first.goal.content.year
    isLate = first.state == .late
    let (text, due) = (first.goal.content.text, first.goal.content.due)
    let day = due.year == agenda.today.year ? due.monthAndDay : due.description
    let state = isLate ? Bilingual(zh: "逾期", en: "late, due") : Bilingual(zh: "到期", en: "due")
    words = Bilingual(
      zh: "年度计划待办 \(own.count) 项：\(text)（\(day) \(state.zh)，\(first.fraction)）",
      en: "Year's plan, to do: \(own.count), \(text) (\(state.en) \(day), \(first.fraction))")
  }
}
