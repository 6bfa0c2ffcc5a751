import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Who answers for what, and the goals of the year, by keys.
struct YearScreenTests {
  /// From a hazard, its full text, a round and a room one key shows who answers.
  @Test func oneKeyFromEverywhere() throws {
    for open in ["hazards", "whole", "round", "room"] {
      var desk = try Desk(.latin, after: .autumn)
      switch open {
      case "hazards": try desk.press([.function(4)])
      case "whole":
        try desk.press([.function(4)])
        try desk.type("5")
      case "round":
        let key = RoundKey(plan: "monthly", period: "\(desk.today.month)")
        _ = desk.app.run([.push(RoundScreen(key: key))])
        try desk.carryOut([.load(.round(key))])
      default: try desk.press([.function(3)])
      }
      try desk.press([.function(12)])
      #expect(desk.app.screen is ResponsibilityScreen, "\(open): \(desk.view)")
      #expect(desk.view.contains("Safety head") && desk.view.contains(">"), "\(open)")
      try desk.press([.escape])
      #expect(!(desk.app.screen is ResponsibilityScreen), "\(open)")
    }
  }

  /// Named by three keys and a name; the gap goes, and one who may not is offered no act.
  @Test func naming() throws {
    var desk = try Desk(.latin, .inspector)
    let chief = desk.office.person(.supervisor)
    try desk.openByName(.responsibility)
    let before = desk.fold.bureau.responsibilityGaps(on: desk.today).count
    #expect(desk.view.contains("without a name: \(before)"))
    try desk.type("⏎1")
    try desk.press([.function(8)])
    #expect(desk.view.contains("There is no person"))
    try desk.press([.paste(chief.rawValue), .function(8)])
    #expect(desk.fold.bureau.holders(of: .chief, on: desk.today).map(\.person) == [chief])
    #expect(desk.view.contains("without a name: \(before - 1)"))
    try desk.type("⏎2")
    try desk.press([.function(8)])
    let tenure = desk.fold.bureau.responsibility(.chief).tenures.first
    #expect(tenure?.to == desk.today)
    for role in Role.allCases {
      let may = [Role.administrator, .officeHead].contains(role)
      var other = try Desk(.latin, newcomer: Person(id: "newcomer", name: "Ann", roles: [role]))
      try other.openByName(.responsibility)
      try other.type("⏎")
      let isOffered = other.view.contains("name: Chair")
      #expect(isOffered == may, "\(role)")
    }
  }

  /// The gaps are one line on the administrator's Today, nobody else's, and open as a list.
  @Test func theLineOnToday() throws {
    var desk = try Desk(.latin, .inspector, rows: 60)
    let gaps = desk.fold.bureau.responsibilityGaps(on: desk.today).count
    #expect(desk.view.contains("Nobody named: \(gaps),"))
    let other = try Desk(.latin, .supervisor, rows: 60)
    #expect(!other.view.contains("Nobody named"))
    try desk.press([.end])
    try desk.press([.enter])
    #expect(desk.app.screen is ResponsibilityScreen)
  }

  @Test func aMeasureFromEntryToDone() throws {
    var desk = try Desk(.latin, .inspector)
    try desk.openByName(.goals)
    try desk.type("8")
    try desk.press([.function(8)])
    #expect(desk.view.contains("Say what is to be done"))
    try desk.press([.paste("Renew lights"), .tab, .tab])
    try desk.press([.paste(desk.office.person(.inspector).rawValue)])
    try desk.press([.function(8)])
    let goal = try #require(desk.fold.goals().first)
    #expect(goal.content.text == "Renew lights" && goal.content.due == Day(2026, 12, 31))
    #expect(desk.view.contains("\(goal.id) added to the plan") && desk.view.contains("0/1"))
    try desk.type("⏎1")
    try desk.press([.paste("All renewed"), .function(8)])
    #expect(desk.fold.goals().first?.done?.day == desk.today)
    #expect(desk.view.contains("1/1") && desk.view.contains("[██████████]"))
    // Copied forward in one act; the next year opens by its key.
    try desk.type("⏎4")
    #expect(desk.fold.goals().map(\.content.year) == [2026, 2027])
    #expect(desk.view.contains("Plan of 2027"))
    try desk.type("[")
    #expect(desk.view.contains("Plan of 2026") && desk.view.contains("1/1"))
  }

  /// What counts for a measure opens by one key: the round to be done next, the entries of the year.
  @Test func whatIsBehind() throws {
    var desk = try Desk(.latin)
    try desk.planGoals()
    try desk.openByName(.goals)
    try desk.type("2")
    #expect(desk.app.screen is RoundScreen)
    try desk.press([.escape])
    try desk.type("j2")
    #expect(desk.view.contains("Nothing is recorded yet") || desk.app.screen is ActivitiesScreen)
  }

  /// Its owner sees one line for all that is late or due within a fortnight; others see none.
  @Test func theOwnersLine() throws {
    var desk = try Desk(.latin, .inspector)
    try desk.planGoals()
    try desk.press([.function(2)])
    #expect(desk.view.contains("Year's plan, to do: 2, Sign the letters (late, due 03-31, 0/1)"))
    var other = try Desk(.latin, .supervisor)
    try other.planGoals()
    try other.press([.function(2)])
    #expect(!other.view.contains("Year's plan"))
  }
}
