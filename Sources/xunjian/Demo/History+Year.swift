import Almanac
import Domain

/// Who answers for what, and the year's plan with what its owners report.
extension History {
  /// The leading group and the division of work, from the first day on; two plans wait for a name.
  mutating func planResponsibility(from first: Day) {
    let leaders = staff.leaders
    guard let chief = leaders.first else { return }
    let deputies = ([staff.supervisor] + leaders.dropFirst()).filter { $0 != chief }
    let heads = bureau.sections.compactMap { bureau.head(of: $0.id)?.id }
    let document = DemoWords.division[language]
    func name(_ person: Person.ID, _ posts: [Post], minute: Int) {
      guard !posts.isEmpty else { return }
      put(
        .responsibility(posts, .give(person, from: first, document: document)),
        by: staff.administrator, at: Moment(first, hour: 8, minute: minute))
    }
    name(chief, [.chief], minute: 37)
    for (index, deputy) in deputies.enumerated() {
      name(deputy, [.deputyChief], minute: 38)
      let own = bureau.sections.enumerated().filter { $0.offset % deputies.count == index }
      name(deputy, own.map { .leader($0.element.id) }, minute: 39)
    }
    let seated = Set(deputies + [chief])
    for head in heads where !seated.contains(head) { name(head, [.member], minute: 40) }
    let plans = bureau.plans.map(\.present).filter { $0.isEnabled && !Self.unnamed.contains($0.id) }
    if let keeper = heads.first { name(keeper, plans.map { .plan($0.id) }, minute: 41) }
  }

  private static let unnamed: Set<Plan.ID> = ["computers", "network"]

  /// The measures of every year, entered on its first working day or on the ledger's first day; what was
  /// due before that day is left out.
  mutating func planGoals(from first: Day) {
    for year in first.year...now.day.year {
      let day = hours.calendar.firstWorkday(onOrAfter: max(first, Day(year, 1, 1)))
      let contents = DemoGoals.all.map { goal in
        Goal.Content(
          year: year, aim: goal.aim[language], text: goal.text[language],
          owner: owner(goal.owner), due: Day(year, goal.due.month, goal.due.day), tie: goal.tie)
      }
      put(
        .addGoals(
          GoalRequest(
            contents.filter { $0.due > day }, kinds: Shipped.activityKinds.map(\.id))),
        by: staff.administrator, at: Moment(day, hour: 9, minute: 20))
    }
  }

  private func owner(_ owner: DemoGoals.Owner) -> Person.ID {
    switch owner {
    case .supervisor: staff.supervisor
    case .administrator: staff.administrator
    case .head:
      bureau.sections.lazy.compactMap { self.bureau.head(of: $0.id)?.id }.first
        ?? staff.administrator
    }
  }

  /// Means to report a measure that nothing counts, a week before it is due; what is due late in the
  /// present year is not begun.
  mutating func meanToReport(_ content: Goal.Content, _ id: Goal.ID, at moment: Moment) {
    guard content.tie == nil, content.due.month.month < 12 || content.year < now.day.year else {
      return
    }
    let day = hours.calendar.firstWorkday(onOrAfter: max(content.due - 7, moment.day + 1))
    put(
      .goal(id, .done(note: DemoGoals.done[language])), by: content.owner,
      at: Moment(day, hour: 10, minute: 15))
  }

  private mutating func put(_ command: Command, by actor: Person.ID, at moment: Moment) {
    queue.put(.act(DatedAct(at: moment, actor: actor, command: command)), at: moment)
  }
}

/// The year's plan of the demonstration.
enum DemoGoals {
  /// Who sees to a measure, by what the person is.
  enum Owner: Sendable {
    case supervisor
    case administrator
    /// The head of the first section.
    case head
  }

  /// A measure.
  struct Measure: Sendable {
    var aim: Bilingual
    var text: Bilingual
    var owner: Owner
    var due: (month: Int, day: Int)
    var tie: Goal.Tie?
  }

  static let done = Bilingual(zh: "已办理，材料存档", en: "Carried out, papers filed")

  private static let none = Bilingual(zh: "全年无火灾事故", en: "A year without fire")
  private static let able = Bilingual(zh: "人人会报警、会疏散", en: "Everyone can raise the alarm")
  private static let named = Bilingual(zh: "责任到人", en: "A name to every place")

  static let all = [
    Measure(
      aim: none, text: Bilingual(zh: "每月安全检查不漏一轮", en: "A check every month, none missed"),
      owner: .administrator, due: (12, 31), tie: .plan("monthly")),
    Measure(
      aim: none, text: Bilingual(zh: "每季度消防用电防盗检查", en: "Fire and power check every quarter"),
      owner: .administrator, due: (12, 31), tie: .plan("quarterly")),
    Measure(
      aim: none, text: Bilingual(zh: "更新灭火器和应急灯", en: "Renew extinguishers and emergency lights"),
      owner: .administrator, due: (12, 10), tie: nil),
    Measure(
      aim: able, text: Bilingual(zh: "全员安全培训", en: "Safety training for all"), owner: .head,
      due: (12, 20), tie: .activity("training", count: 4)),
    Measure(
      aim: able, text: Bilingual(zh: "消防疏散演练", en: "Fire drills"), owner: .head,
      due: (11, 30), tie: .activity("drill", count: 2)),
    Measure(
      aim: named, text: Bilingual(zh: "签订安全责任书", en: "Sign letters of responsibility"),
      owner: .supervisor, due: (3, 31), tie: nil),
  ]
}
