import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// The hazards that a filter admits, in order of number.
  public func hazards(_ filter: HazardFilter) throws -> [Hazard] {
    try query { try $0.hazards(filter) }
  }

  /// Some hazards by their numbers, in order of number; those that there are not are left out.
  public func hazards(numbered ids: [Hazard.ID]) throws -> [Hazard] {
    try query { try $0.hazards(numbered: ids).sorted(in: .number) }
  }

  /// A hazard by its number, closed and withdrawn ones too; nil if there is none.
  public func hazard(_ id: Hazard.ID) throws -> Hazard? { try query { try $0.hazard(id) } }

  /// All open hazards in brief, in an order.
  public func openBriefs(in order: HazardOrder = .number) throws -> [HazardBrief] {
    try query { try $0.openBriefs(in: order) }
  }

  /// A stretch of the list of open hazards: what lies outside it is counted, not read.
  ///
  /// - Parameters:
  ///   - day: The day on which hazards are overdue or not.
  ///   - admits: Whether the listing's words find a hazard; nil where there are none.
  public func window(
    _ listing: HazardListing, on day: Day, admits: ((HazardBrief) -> Bool)?
  ) throws -> HazardWindow {
    try query { try $0.window(listing, on: day, admits: admits) }
  }
}

extension LedgerRecords {
  func hazards(_ filter: HazardFilter) throws -> [Hazard] {
    let found: [Hazard] =
      switch filter.states {
      case .open: try all("SELECT value FROM hazard WHERE open = 1 ORDER BY rank")
      case .all: try all("SELECT value FROM hazard ORDER BY rank")
      case .only(let state):
        try all("SELECT value FROM hazard WHERE state = ? ORDER BY rank", [state.rawValue])
      }
    return found.filter(filter.admits)
  }

  func hazards(numbered ids: [Hazard.ID]) throws -> [Hazard] {
    try all(
      "SELECT value FROM hazard WHERE id IN (SELECT value FROM json_each(?))",
      [try JSON.text(ids)])
  }

  func openBriefs(in order: HazardOrder) throws -> [HazardBrief] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, state, place, text, category, section, person, deadline, reported, stepped,
          waiting, listed, severity
        FROM hazard WHERE open = 1 ORDER BY \(order.columns)
        """)
    var briefs: [HazardBrief] = []
    while let row = try rows.next() { briefs.append(try HazardBrief(row)) }
    return briefs
  }

  func window(
    _ listing: HazardListing, on day: Day, admits: ((HazardBrief) -> Bool)?
  ) throws -> HazardWindow {
    let ids =
      try admits.map { try openBriefs(in: listing.order).filter($0).map(\.id.rawValue) }
      ?? String.fetchAll(
        database, sql: "SELECT id FROM hazard WHERE open = 1 ORDER BY \(listing.order.columns)")
    let found = listing.around.flatMap { ids.firstIndex(of: $0.rawValue) }
    let stretch = listing.stretch(of: ids.count, around: found)
    let (counts, major) = try figures(on: day)
    return HazardWindow(
      total: ids.count, first: stretch.lowerBound,
      hazards: try hazards(numbered: ids[stretch].map { Identifier($0) })
        .sorted(in: listing.order),
      found: found, counts: counts, major: major)
  }

  /// The figures of all open hazards on a day, and how many of them are major.
  private func figures(on day: Day) throws -> (HazardCounts, major: Int) {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT count(*) AS open, coalesce(sum(due < ?), 0) AS overdue,
          coalesce(sum(waiting), 0) AS waiting, coalesce(sum(severity = 'major'), 0) AS major
        FROM hazard WHERE open = 1
        """, arguments: [day.description])
    guard let row else { return (HazardCounts(open: 0, overdue: 0, waiting: 0), 0) }
    return (
      HazardCounts(open: row["open"], overdue: row["overdue"], waiting: row["waiting"]),
      row["major"]
    )
  }
}

extension HazardOrder {
  /// The columns of the register that give the order; each has an index that begins with `open`.
  fileprivate var columns: String {
    switch self {
    case .urgency: "waiting DESC, due, rank"
    case .deadline: "due, rank"
    case .number: "rank"
    case .section: "section, due, rank"
    }
  }
}

extension HazardBrief {
  /// A brief from the columns of a register's row, in their order in the question.
  ///
  /// - Throws: ``LedgerError/damaged(path:reason:)`` where a column holds what no hazard can have.
  fileprivate init(_ row: Row) throws {
    func day(_ index: Int) -> Day? { Day(row[index] as String) }
    func id<Subject>(_ index: Int) -> Identifier<Subject>? {
      let text: String = row[index]
      return text.isEmpty ? nil : Identifier(text)
    }
    guard let state = Hazard.State(rawValue: row[1]), let reported = day(8), let stepped = day(9),
      let category = HazardCategory(rawValue: row[4]), let severity = Severity(rawValue: row[12])
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "hazard \(row[0] as String)") }
    self.init(
      id: Identifier(row[0]), state: state, place: Identifier(row[2]), text: row[3],
      category: category, section: id(5), person: id(6), deadline: day(7), reported: reported,
      stepped: stepped, isWaiting: row[10], isListed: row[11], severity: severity)
  }
}
