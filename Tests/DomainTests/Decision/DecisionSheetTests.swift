import Almanac
@testable import Domain
import Testing

/// What "agree" means in each state, which boxes a line has, and when a sheet's number changes.
struct DecisionSheetTests {
  typealias My = HazardFixtures

  static let head = Person(id: "head", name: "Head", section: "office", roles: [.sectionHead])
  static let bureau = Bureau(
    organization: Organization(name: "o"), isPractice: true,
    sections: [Section(id: "office", name: "Office")], persons: [My.supervisor, head], places: [],
    plans: [], checklists: [], seasons: [], alerts: [], calendar: WorkCalendar())

  /// One led to a state and asking for more time, under a number of its own.
  static func requesting(_ state: Hazard.State) throws -> Hazard {
    var hazard = try #require(
      Hazard(
        id: "2026-016", beginning: .reported(My.report()), My.stamp("inspector", on: My.found)))
    for (event, person) in My.way(to: state) { hazard.apply(event, My.stamp(person)) }
    hazard.requested = .init(deadline: My.later, reason: "part ordered")
    return hazard
  }

  struct Case: Sendable {
    var state: Hazard.State
    var isAsking = false
    var category = HazardCategory.electrical
    var agreement: HazardCommand?
    /// The boxes for the supervisor: none where the line is not on the supervisor's sheet.
    var boxes = ""
    var words = ""
  }

  /// DESIGN 4.4: who may verify and close does both with one key; a fire hazard is closed by others.
  @Test(arguments: [
    Case(
      state: .reported, agreement: .assign(to: "head", deadline: Day(2026, 12, 2)),
      boxes: "agree extend", words: "give it to Head, due 2026-12-02"),
    Case(state: .assigned),
    Case(state: .rectifying),
    Case(
      state: .rectifying, isAsking: true, agreement: .extend(to: My.later, reason: "part ordered"),
      boxes: "agree extend reject", words: "extend to 2026-12-04 (part ordered)"),
    Case(
      state: .submitted, agreement: .verify(), boxes: "agree reject",
      words: "found mended, and closed"),
    Case(
      state: .submitted, category: .fire, agreement: .verify(), boxes: "agree reject",
      words: "found mended, to be closed later"),
    Case(state: .verified, agreement: .close, boxes: "agree", words: "close it"),
    Case(state: .verified, category: .fire, agreement: .close),
    Case(state: .closed),
    Case(state: .withdrawn),
  ])
  func agreeing(_ row: Case) throws {
    var hazard = try row.isAsking ? Self.requesting(row.state) : My.hazard(row.state)
    hazard.report.category = row.category
    if case .assign = row.agreement {
      hazard.deadlines = [.init(last: Day(2026, 12, 2), set: My.found)]
    }
    #expect(hazard.agreement(Self.bureau, on: My.today) == row.agreement)
    let sheet = DecisionSheet(for: My.supervisor, of: [hazard], Self.bureau, on: My.today)
    let boxes = sheet.lines.map { line in
      ["agree", line.mayExtend ? "extend" : "", line.mayReject ? "reject" : ""]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    #expect(boxes == (row.boxes.isEmpty ? [] : [row.boxes]))
    if let agreement = row.agreement, !row.boxes.isEmpty {
      #expect(
        hazard.words(of: agreement, by: My.supervisor, Self.bureau).en == row.words)
    }
  }

  /// Nobody is asked what they may not decide.
  @Test(arguments: Role.allCases)
  func onlyWhatOneMayDecide(_ role: Role) throws {
    let hazards = try [
      My.hazard(.reported), Self.requesting(.assigned), My.hazard(.submitted), My.hazard(.verified),
    ]
    let sheet = DecisionSheet(for: My.person(role), of: hazards, Self.bureau, on: My.today)
    let expected =
      switch role {
      case .supervisor: 4
      case .officeHead, .administrator: 2
      case .inspector, .rectifier, .sectionHead, .fireSafetyManager, .fireResponsible, .leader,
        .archivist, .observer:
        0
      }
    #expect(sheet.lines.count == expected)
  }

  /// By Python's `base64.b32encode` of the first five bytes of a hand-written FNV-1a.
  @Test func theNumberIsThatOfAnIndependentHash() throws {
    let day = Day(2026, 11, 30)
    for (lines, code) in [
      ([], "2NZA-KM3I"), (["li", "0", "1 2026-017 submitted verify"], "XT4U-L7L4"),
      (["li", "0", "1 2026-017 verified close"], "X2U7-BKGV"),
    ] {
      #expect(SheetNumber(day: day, lines: lines).description == "20261130-\(code)")
    }
    let sheet = DecisionSheet(
      for: Person(id: "li", name: "Li", roles: [.supervisor]), of: [try My.hazard(.submitted)],
      Self.bureau, on: day)
    #expect(sheet.number.description == "20261130-XT4U-L7L4")
  }

  struct Typed: Sendable {
    var text: String
    var isNumber: Bool
  }

  @Test(arguments: [
    Typed(text: "20261130-2NZA-KM3I", isNumber: true),
    Typed(text: "20261130 2nza km31", isNumber: true),
    Typed(text: "２０２６１１３０－２ＮＺＡ－ＫＭ３Ｉ", isNumber: true),
    Typed(text: "202611302NZAKM3I", isNumber: true),
    Typed(text: "20261131-2NZA-KM3I", isNumber: false),
    Typed(text: "20261130-2NZA-KM3", isNumber: false),
    Typed(text: "20261130-2NZA-KM39", isNumber: false),
    Typed(text: "", isNumber: false),
  ])
  func typedFromPaper(_ row: Typed) {
    let number = SheetNumber(day: Day(2026, 11, 30), lines: [])
    #expect((SheetNumber(row.text) == number) == row.isNumber)
  }

  /// A proposed deadline that passed before anybody decided gives way to a new one.
  @Test func aPassedDeadlineIsProposedAnew() throws {
    var hazard = try My.hazard(.reported)
    hazard.deadlines = [.init(last: My.today - 1, set: My.found)]
    let proposed = Self.bureau.proposedDeadline(for: .electrical, found: My.today)
    #expect(proposed >= My.today)
    #expect(
      hazard.agreement(Self.bureau, on: My.today) == .assign(to: "head", deadline: proposed))
    hazard.report.source = .authorityOrder
    hazard.report.deadline = My.today - 1
    #expect(
      hazard.agreement(Self.bureau, on: My.today)
        == .assign(to: "head", deadline: My.today - 1))
  }

  /// Whatever is listed otherwise gives another number; what is not on the sheet does not.
  @Test func aChangedListHasAnotherNumber() throws {
    func number(_ hazards: [Hazard], _ day: Day = My.today) -> SheetNumber {
      DecisionSheet(for: My.supervisor, of: hazards, Self.bureau, on: day).number
    }
    let submitted = try My.hazard(.submitted)
    var other = try Self.requesting(.rectifying)
    let first = number([submitted, other])
    #expect(number([other, submitted]) == first)
    #expect(number([submitted, other, try My.hazard(.assigned)]) == first)
    #expect(number([submitted]) != first)
    #expect(number([submitted, other], My.today + 1) != first)
    other.requested?.deadline = My.later + 1
    #expect(number([submitted, other]) != first)
    #expect(number([try My.hazard(.verified)]) != number([submitted]))
  }

  @Test func oneSheetIsOnePage() throws {
    let hazards = try (1...20).map { number -> Hazard in
      let report = My.report()
      return try #require(
        Hazard(
          id: .init("2026-\(100 + number)"), beginning: .reported(report),
          My.stamp("inspector", on: My.found)))
    }
    let sheet = DecisionSheet(for: My.supervisor, of: hazards, Self.bureau, on: My.today)
    #expect(sheet.lines.map(\.number) == Array(1...DecisionSheet.most))
    #expect(sheet.others == 20 - DecisionSheet.most)
  }
}
