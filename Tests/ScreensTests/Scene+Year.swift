import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

extension Scene {
  /// Who answers for what, and the goals of the year.
  static let year = [
    Scene("responsibility") { desk in
      try desk.nameLeaders()
      try desk.openByName(.responsibility)
    },
    Scene("responsibility-menu") { desk in
      try desk.nameLeaders()
      try desk.openByName(.responsibility)
      try desk.type("jjjj⏎")
    },
    Scene("responsibility-form") { desk in
      try desk.openByName(.responsibility)
      try desk.type("⏎1")
    },
    Scene("responsibility-gaps") { desk in
      try desk.openByName(.responsibility)
      try desk.type("5")
    },
    Scene("goals-none") { try $0.openByName(.goals) },
    Scene("goals") { desk in
      try desk.planGoals()
      try desk.openByName(.goals)
    },
    Scene("goal-menu") { desk in
      try desk.planGoals()
      try desk.openByName(.goals)
      try desk.type("jj⏎")
    },
    Scene("goal-form") { desk in
      try desk.openByName(.goals)
      try desk.type("8")
    },
    Scene("today-goal", .inspector) { try $0.planGoals() },
  ]
}

extension Desk {
  /// The supervisor in charge of the first section, under a chair.
  mutating func nameLeaders() throws {
    let section = try #require(fold.bureau.sections.first)
    let leader = office.person(.supervisor)
    let chief = fold.bureau.persons.first { $0.roles.contains(.leader) }?.id ?? leader
    func give(_ person: Person.ID, _ posts: [Post]) throws {
      try record(
        .responsibility(
          posts,
          .give(person, from: today - 30, document: office("分工通知", "Division of work"))),
        by: .inspector)
    }
    try give(chief, [.chief])
    if leader != chief { try give(leader, [.deputyChief]) }
    try give(leader, [.leader(section.id)])
  }

  /// Measures of the year: one counted by rounds, one by activities, one reported, one late.
  mutating func planGoals() throws {
    let owner = office.person(.inspector)
    func measure(_ text: String, _ due: Day, _ tie: Goal.Tie? = nil) -> Goal.Content {
      Goal.Content(
        year: today.year, aim: office("全年无火灾", "No fire"), text: text, owner: owner, due: due,
        tie: tie)
    }
    let contents = [
      measure(office("每月检查一轮", "A check every month"), Day(today.year, 12, 31), .plan("monthly")),
      measure(
        office("全员培训", "Training for all"), Day(today.year, 12, 20),
        .activity("training", count: 4)),
      measure(office("更新应急灯", "Renew emergency lights"), today + 7),
      measure(office("签订责任书", "Sign the letters"), Day(today.year, 3, 31)),
    ]
    try record(.addGoals(GoalRequest(contents, kinds: ["training"])), by: .inspector)
    let third = try #require(fold.goals().dropFirst(2).first)
    try record(
      .goal(third.id, .progress(note: office("已采购", "Ordered"))), by: .inspector)
  }
}
