import Almanac

extension Fold: Records {
  /// The hazard of a number, in whatever state; nil if there is none.
  public func hazard(_ id: Hazard.ID) -> Hazard? { hazards[id] }
  /// The notice of a name in the ledger; nil if there is none.
  public func notice(_ id: RectificationNotice.ID) -> RectificationNotice? {
    rectificationNotices[id]
  }
  /// The notices that are neither answered nor withdrawn, by name.
  public func openNotices() -> [RectificationNotice] {
    rectificationNotices.values.filter(\.isOpen).sorted { $0.id < $1.id }
  }
  /// The numbers of letters and reports, withdrawn ones included, by name.
  public func documentNumbers() -> [DocumentNumber] { numbers.values.sorted { $0.id < $1.id } }
  /// All duty rosters, by their first day.
  public func dutyRosters() -> [DutyRoster] {
    rosters.values.sorted { ($0.content.first, $0.id) < ($1.content.first, $1.id) }
  }
  /// The entry of the register of activities of a number, even a withdrawn one; nil if there is none.
  public func activity(_ id: Activity.ID) -> Activity? { register[id] }
  /// The register of activities by number, withdrawn entries included.
  public func activities() -> [Activity] { register.values.sorted { $0.id < $1.id } }
  /// All incidents, by number.
  public func incidents() -> [Incident] { incidentsByID.values.sorted { $0.id < $1.id } }
  /// All nil reports that were made, by when they were due.
  public func nilDeclarations() -> [NilDeclaration] {
    declarations.values.sorted { $0.id < $1.id }
  }
  /// All things that end, by number.
  public func expiries() -> [Expiry] { expiriesByID.values.sorted { $0.id < $1.id } }
  /// All rules of the office, by number.
  public func rules() -> [SafetyRule] { rulesByID.values.sorted { $0.id < $1.id } }
  /// All assets of the network, by number.
  public func assets() -> [Asset] { assetsByID.values.sorted { $0.id < $1.id } }
  /// The measures of all years' plans, by number.
  public func goals() -> [Goal] { goalsByID.values.sorted { $0.id < $1.id } }
  /// What somebody said fell short, by number.
  public func shortcomings() -> [StatedShortcoming] {
    shortcomingsByID.values.sorted { $0.id < $1.id }
  }
  /// What was entered for another in an act; nil if nothing was.
  public func enteredAct(_ id: EnteredAct.ID) -> EnteredAct? { enteredActs[id] }
  /// The record of a number, even a withdrawn one; nil if there is none.
  public func inspection(_ id: Inspection.ID) -> Inspection? { inspections[id] }
  /// A month as it would be sealed; drafts and chains are not folded.
  public func sealing(_ month: Month, at now: Moment) -> Sealing {
    let walks = standing.values.compactMap { inspections[$0] }.map(Fulfilment.init)
    let book = RoundBook(
      bureau: bureau.asOf(now),
      fulfilments: Dictionary(walks.map { ($0.occurrence, $0) }) { first, _ in first },
      notes: notes, drafts: [:])
    return Sealing(
      summary: MonthlySummary(
        month: month, today: now.day, book: book,
        fulfilments: walks.sorted { $0.inspection < $1.inspection },
        hazards: hazards.values.sorted { $0.id < $1.id },
        late: late.filter { $0.shownIn == month },
        incidents: IncidentBook(incidents: incidents(), declarations: nilDeclarations())
          .figures(of: month.days, bureau, at: now)),
      seals: seals[month] ?? [], drafts: [], heads: [])
  }
  /// The day on which a person last recorded something.
  public func lastDay(of actor: Person.ID) -> Day? { lastDays[actor] }
  /// The version published last.
  public func checklist(_ id: Checklist.ID) -> ChecklistVersion? { checklists[id]?.last }

  /// The hazards at a place that are neither closed nor withdrawn, by number.
  public func openHazards(at place: Place.ID) -> [Hazard] {
    (open[place] ?? []).compactMap { hazards[$0] }.sorted { $0.id < $1.id }
  }

  /// The hazard found at an item of a place that was closed last; nil if none was.
  public func lastClosed(at place: Place.ID, item: ItemKey) -> Hazard.ID? {
    (closed[place] ?? []).compactMap { hazards[$0] }.filter { $0.report.item == item }
      .max { ($0.closed?.day.number ?? 0, $0.id) < ($1.closed?.day.number ?? 0, $1.id) }?.id
  }

  /// The hazards that a record opened, in whatever state, by number.
  public func hazards(foundBy inspection: Inspection.ID) -> [Hazard] {
    (found[inspection] ?? []).compactMap { hazards[$0] }.sorted { $0.id < $1.id }
  }

  /// The standing records of a round, by number.
  public func inspections(of round: RoundKey) -> [Inspection] {
    (rounds[round] ?? []).compactMap { inspections[$0] }.sorted { $0.id < $1.id }
  }

  /// The standing record of an occurrence in brief; nil while it is not walked.
  public func fulfilment(of occurrence: OccurrenceKey) -> Fulfilment? {
    standing[occurrence].flatMap { inspections[$0] }.map(Fulfilment.init)
  }
}
