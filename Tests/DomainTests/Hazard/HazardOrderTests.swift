import Almanac
import Domain
import Testing

/// The order of lists of hazards, and which stretch of one is answered.
struct HazardOrderTests {
  static let today = Day(2026, 11, 23)

  static func brief(
    _ id: Hazard.ID, _ state: Hazard.State = .assigned, _ deadline: Day? = nil,
    section: Section.ID? = nil
  ) -> HazardBrief {
    HazardBrief(
      id: id, state: state, place: "301", text: "wire", category: .electrical, section: section,
      person: nil, deadline: deadline, reported: today, stepped: today,
      isWaiting: [.reported, .submitted, .verified].contains(state), isListed: false,
      severity: .general)
  }

  /// DESIGN 4.4: three digits at least, a second device adds its letter.
  @Test func numbersStandAsTheyWereGiven() {
    let given: [Hazard.ID] = [
      "2025-1200", "2026-001", "2026-017", "2026-999", "2026-1000", "2026-12345", "2026-B002",
      "2026-B1000", "2026-C001", "2027-001",
    ]
    #expect(given.reversed().sorted { $0.rank < $1.rank } == given)
  }

  struct Case: Sendable {
    var order: HazardOrder
    var ids: [Hazard.ID]
  }

  @Test(arguments: [
    // Waiting by deadline (none last), overdue, then in time, no deadline, what has ended.
    Case(
      order: .urgency,
      ids: [
        "2026-004", "2026-001", "2026-006", "2026-003", "2026-002", "2026-007", "2026-1000",
        "2026-005",
      ]),
    Case(
      order: .deadline,
      ids: [
        "2026-005", "2026-006", "2026-004", "2026-003", "2026-002", "2026-001", "2026-007",
        "2026-1000",
      ]),
    Case(
      order: .number,
      ids: [
        "2026-001", "2026-002", "2026-003", "2026-004", "2026-005", "2026-006", "2026-007",
        "2026-1000",
      ]),
    // Without a section first, then a before b, each by deadline.
    Case(
      order: .section,
      ids: [
        "2026-005", "2026-004", "2026-001", "2026-007", "2026-1000", "2026-006", "2026-002",
        "2026-003",
      ]),
  ])
  func orders(_ row: Case) {
    let hazards = [
      Self.brief("2026-003", .assigned, Self.today + 1, section: "b"),
      Self.brief("2026-1000", .assigned), Self.brief("2026-001", .reported),
      Self.brief("2026-007", .assigned),
      Self.brief("2026-006", .rectifying, Self.today - 3, section: "a"),
      Self.brief("2026-002", .assigned, Self.today + 2, section: "a"),
      Self.brief("2026-004", .submitted, Self.today),
      Self.brief("2026-005", .closed, Self.today - 9),
    ]
    #expect(hazards.sorted(in: row.order).map(\.id) == row.ids)
  }

  struct Stretch: Sendable {
    var first = 0
    var index: Int?
    var total: Int
    var rows: Range<Int>
  }

  /// Answers have 240 rows: some screens full.
  @Test(arguments: [
    Stretch(total: 0, rows: 0..<0), Stretch(total: 7, rows: 0..<7),
    Stretch(first: -40, total: 1000, rows: 0..<240),
    Stretch(first: 500, total: 1000, rows: 500..<740),
    Stretch(first: 990, total: 1000, rows: 760..<1000),
    Stretch(index: 500, total: 1000, rows: 380..<620),
    Stretch(index: 3, total: 1000, rows: 0..<240),
    Stretch(first: 90, index: 5, total: 6, rows: 0..<6),
  ])
  func stretches(_ row: Stretch) {
    #expect(
      HazardListing(first: row.first).stretch(of: row.total, around: row.index) == row.rows)
  }
}
