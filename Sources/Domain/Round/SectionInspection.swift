import Almanac

/// What a round came to in one section: its records, and the hazards that they found or met.
///
/// Source: 《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第二十五、二十六条, by which
/// inspectors and the head of the inspected section sign one record.
public struct SectionInspection: Sendable {
  /// The whole round.
  public var round: Round
  /// The section; nil for the places that belong to none.
  public var section: Section.ID?
  /// The records that stand, in the order in which they were walked.
  public var records: [Inspection]
  /// The hazards that the records found or met, however they stand now.
  public var hazards: [Hazard]

  /// One section's part of a round.
  public init(round: Round, section: Section.ID?, records: [Inspection], hazards: [Hazard]) {
    self.round = round
    self.section = section
    self.records = records.sorted { ($0.content.from, $0.id) < ($1.content.from, $1.id) }
    self.hazards = hazards
  }

  /// The rooms of the section, walked or not.
  public var rooms: [Round.Room] { round.rooms.filter { $0.section == section } }

  /// Something found on a walk, and the hazard that stands for it.
  public struct Found: Sendable {
    /// The record that names it.
    public var record: Inspection
    /// The item at which it was found, with its number.
    public var answered: SignedInspection.Answered
    /// In the inspector's words.
    public var finding: Finding
    /// What was registered or met; nil where a correction found it later.
    public var hazard: Hazard?
  }

  /// All that was found, record by record in order of the items.
  public var findings: [Found] {
    records.flatMap { record in
      record.content.answers.compactMap { answered in
        answered.answer.finding.map {
          Found(
            record: record, answered: answered, finding: $0,
            hazard: hazards.standing(for: $0, at: answered.item, in: record.id))
        }
      }
    }
  }
}

extension [Hazard] {
  /// The hazard that stands for what was found at an item: the one that was met again, or the one that the
  /// record opened.
  public func standing(
    for finding: Finding, at item: ItemKey, in record: Inspection.ID
  ) -> Hazard? {
    if case .joins(let id) = finding.handling { return first { $0.id == id } }
    return first { $0.report.inspection == record && $0.report.item == item }
  }
}

extension Round {
  /// The sections with a record in the round, in the order of its rooms; nil among them for rooms that
  /// belong to none.
  public var walkedSections: [Section.ID?] {
    rooms.filter { $0.fulfilment != nil }.map(\.section).reduce(into: []) { sections, section in
      if !sections.contains(section) { sections.append(section) }
    }
  }
}

extension Round.Room {
  /// The section that answers for it: the one named in its record, else the place's.
  public var section: Section.ID? { fulfilment.map(\.section) ?? place.section }
}
