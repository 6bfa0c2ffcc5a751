import Almanac
import Domain

extension LedgerFile {
  /// One section's part of a round, with what became of what was found; nil for the rooms of no section.
  public func inspection(of section: Section.ID?, in round: Round) throws -> SectionInspection {
    let records = try round.rooms.filter { $0.section == section }
      .compactMap { try $0.fulfilment.flatMap { try inspection($0.inspection) } }
    return SectionInspection(
      round: round, section: section, records: records, hazards: try hazards(of: records))
  }

  /// The hazards that some records opened or met again, however they stand now.
  public func hazards(of records: [Inspection]) throws -> [Hazard] {
    let days = records.map(\.content.walked)
    guard let first = days.min(), let last = days.max() else { return [] }
    let own = Set(records.map(\.id))
    return try hazards(HazardFilter(states: .all, found: first...last))
      .filter { $0.report.inspection.map(own.contains) ?? false }
      + hazards(numbered: records.flatMap(\.joined))
  }
}

extension Inspection {
  /// The hazards that it met again.
  fileprivate var joined: [Hazard.ID] {
    content.answers.compactMap {
      if case .joins(let id) = $0.answer.finding?.handling { id } else { nil }
    }
  }
}
