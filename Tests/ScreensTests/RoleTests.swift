import Almanac
import Canvas
import Domain
import TestSupport
import Testing

@testable import Screens

/// What each role is offered on the screens: exactly what the table of roles allows.
struct RoleTests {
  /// A screen with one thing on it that a role may do or not.
  struct Case: Sendable {
    var act: String
    var action: Action
    var screen: Where
  }

  enum Where: Sendable {
    case today
    case round
    case room
    case summary
    case calendar
    case hazard(Hazard.ID)
  }

  /// 2026-001 is rectified now, 2026-003 handed in; 2026-002 was found mended and 2026-004, of fire, too.
  @Test(arguments: [
    Case(act: "raiseAlert", action: .raiseAlert, screen: .today),
    Case(act: "raiseAlert", action: .liftAlert, screen: .today),
    Case(act: "inspect", action: .paper, screen: .round),
    Case(act: "inspect", action: .noEntry, screen: .round),
    Case(act: "countersign", action: .countersign, screen: .round),
    Case(act: "excuse", action: .excuse, screen: .round),
    Case(act: "inspect", action: .pass, screen: .room),
    Case(act: "inspect", action: .fail, screen: .room),
    Case(act: "inspect", action: .allPass, screen: .room),
    Case(act: "inspect", action: .sign, screen: .room),
    Case(act: "inspect", action: .noEntry, screen: .room),
    Case(act: "inspect", action: .discard, screen: .room),
    Case(act: "seal", action: .sealMonth, screen: .summary),
    Case(act: "administer", action: .notice, screen: .calendar),
    Case(act: "reportHazard", action: .report, screen: .hazard("2026-001")),
    Case(act: "assign", action: .assign, screen: .hazard("2026-001")),
    Case(act: "extend", action: .extend, screen: .hazard("2026-001")),
    Case(act: "remind", action: .remind, screen: .hazard("2026-001")),
    Case(act: "photograph", action: .photograph, screen: .hazard("2026-001")),
    Case(act: "verify", action: .verify, screen: .hazard("2026-003")),
    Case(act: "reject", action: .reject, screen: .hazard("2026-003")),
    Case(act: "close", action: .close, screen: .hazard("2026-002")),
    Case(act: "closeFire", action: .close, screen: .hazard("2026-004")),
  ])
  func offers(_ row: Case) throws {
    for role in Role.allCases {
      var desk = try Self.desk(role)
      try desk.open(row.screen)
      let isAllowed = RoleTable.roles(of: row.act).contains(role.rawValue)
      let actions = desk.app.screen.actions(desk.app.context)
      #expect(actions.contains(row.action) == isAllowed, "\(role)")
      guard !isAllowed else { continue }
      let lines = desk.fold
      try desk.press(row.action.entry.keys + [.enter])
      #expect(desk.fold.hazards == lines.hazards && desk.saves.isEmpty, "\(role)")
      #expect(!desk.effects.contains { if case .perform = $0 { true } else { false } }, "\(role)")
    }
  }

  /// The acts of a hazard's menu that have no key of their own.
  @Test(arguments: [
    ("withdraw", HazardCommand.Kind.withdraw), ("withdraw", .merge), ("annotate", .note),
    ("decideMajor", .study), ("assign", .reportUp), ("assign", .list), ("assign", .safeguard),
    ("assign", .commit),
  ])
  func menus(_ row: (act: String, kind: HazardCommand.Kind)) throws {
    for role in Role.allCases {
      let desk = try Self.desk(role)
      let hazard = try #require(desk.fold.hazard("2026-001"))
      #expect(
        hazard.possibleActs(for: desk.app.context.person).contains(row.kind)
          == RoleTable.roles(of: row.act).contains(role.rawValue), "\(role)")
    }
  }

  /// One of a role alone, of the section whose rooms come first, in an autumn with a hazard in each state.
  private static func desk(_ role: Role) throws -> Desk {
    let office = Office.latin
    let section = try office.ledger(after: .none).fold.bureau.person(office.person(.head))?.section
    let newcomer = Person(id: "newcomer", name: "Ann", section: section, roles: [role])
    var desk = try Desk(office, newcomer: newcomer, after: .autumn)
    try desk.record(.hazard("2026-002", .submit(measures: "replaced")), by: .rectifier)
    try desk.record(.hazard("2026-002", .verify(keepOpen: true)), by: .supervisor)
    try desk.record(.hazard("2026-004", .submit(measures: "replaced")), by: .rectifier)
    try desk.record(.hazard("2026-004", .verify(keepOpen: true)), by: .inspector)
    return desk
  }
}

extension Desk {
  fileprivate mutating func open(_ place: RoleTests.Where) throws {
    switch place {
    case .today: break
    case .round: try open(round: "monthly")
    case .room: try open("monthly", .meetingRoom)
    case .summary: try open(SummaryScreen(month: today.month))
    case .calendar: try open(CalendarScreen(at: today))
    case .hazard(let id): try open(HazardsScreen(selecting: id))
    }
  }
}
