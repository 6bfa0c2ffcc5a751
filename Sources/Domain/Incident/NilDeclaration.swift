import Almanac

/// That a nil report (零报告) was made: of a stretch, that nothing happened, or which incidents did.
public struct NilDeclaration: Hashable, Sendable, Codable, Identifiable {
  /// What is declared.
  public struct Content: Hashable, Sendable, Codable {
    /// From when.
    public var from: Moment
    /// Until when; not in it.
    public var to: Moment
    /// What it is about.
    public var occasions: [Bilingual]
    /// The incidents within it; that nothing happened where empty.
    public var incidents: [Incident.ID]
    /// What else is said.
    public var note: String?

    enum CodingKeys: String, CodingKey {
      case from
      case to
      case occasions
      case incidents
      case note
    }

    /// A declaration about a stretch.
    public init(
      from: Moment, to: Moment, occasions: [Bilingual], incidents: [Incident.ID] = [],
      note: String? = nil
    ) {
      self.from = from
      self.to = to
      self.occasions = occasions
      self.incidents = incidents
      self.note = note
    }
  }

  /// When it was due, as `2027-01-01T17:00`.
  public let id: Identifier<NilDeclaration>
  /// What was declared last.
  public var content: Content
  /// When it was first declared.
  public var first: Moment
  /// When it was declared last.
  public var latest: Moment
  /// Who declared it last.
  public var step: Hazard.Step

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case first
    case latest
    case step
  }

  /// The name of what is due at a moment.
  public static func id(_ due: Moment) -> ID {
    Identifier("\(due.day)T\(due.hourAndMinute)")
  }

  /// When it was due.
  public var due: Moment? { Moment(id.rawValue) }
}

/// What happened to a nil report. Never refused once written.
public enum NilEvent: Hashable, Sendable {
  case declared(NilDeclaration.Content)

  /// What happened, as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .declared(let content):
      content.incidents.isEmpty
        ? Bilingual(zh: "零报告：无事故（事件）", en: "nil report: no incident")
        : Bilingual(zh: "零报告：有情况", en: "nil report: with incidents")
    }
  }
}

extension NilDeclaration {
  /// The declaration that a first event makes.
  public init(id: ID, beginning event: NilEvent, _ stamp: Stamp) {
    switch event {
    case .declared(let content):
      self.init(
        id: id, content: content, first: stamp.at, latest: stamp.at, step: Hazard.Step(stamp))
    }
  }

  /// Folds one event: what was declared later takes the place of what was before, the time of the first stays.
  public mutating func apply(_ event: NilEvent, _ stamp: Stamp) {
    switch event {
    case .declared(let content):
      self.content = content
      latest = stamp.at
      step = Hazard.Step(stamp)
    }
  }
}

extension NilEvent: JournalEvent {
  /// Its name in the journal.
  public var type: String { "nilReport.declared" }

  /// What was declared.
  public var data: any Encodable & Sendable {
    switch self {
    case .declared(let content): content
    }
  }

  /// Reads an event back; nil if the name is not one of a nil report.
  public init?(type: String, from decoder: any Decoder) throws {
    guard type == "nilReport.declared" else { return nil }
    self = .declared(try NilDeclaration.Content(from: decoder))
  }
}

/// A nil report that is to be declared. May be refused.
public struct NilRequest: Hashable, Sendable {
  /// When it is due.
  public var due: Moment
  /// Whether nothing happened; the incidents recorded within it are declared otherwise.
  public var isNone: Bool
  /// What else is said.
  public var note: String?

  /// A nil report of what is due at a moment.
  public init(due: Moment, isNone: Bool, note: String? = nil) {
    self.due = due
    self.isNone = isNone
    self.note = note
  }

  /// Returns the line that writes it.
  ///
  /// - Throws: ``IncidentError`` or ``WordingError``, with nothing written.
  func decide(with records: some Records, in situation: Situation) throws -> Happening {
    let bureau = try records.bureau
    let book = IncidentBook(
      incidents: try records.incidents(), declarations: try records.nilDeclarations())
    guard
      let report = book.nilReports(dueOn: due.day...due.day, of: bureau, at: situation.now)
        .first(where: { $0.period.due == due })
    else { throw IncidentError.noSuchPeriod(due) }
    let period = report.period
    let onDuty = bureau.nilReporters(of: period, try records.dutyRosters())
    guard
      situation.actor.may(.declareNil)
        || !onDuty.isDisjoint(with: situation.actor.parties)
    else { throw IncidentError.notOnDuty }
    guard situation.now >= period.opens else { throw IncidentError.tooEarly(period.opens) }
    if isNone, !report.incidents.isEmpty {
      throw IncidentError.incidentsWithin(report.incidents)
    }
    if !isNone, report.incidents.isEmpty { throw IncidentError.noneWithin }
    if let former = report.declaration, Set(former.content.incidents) == Set(report.incidents) {
      throw IncidentError.declaredAlready(former.latest)
    }
    let said = try note.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
    return Happening(
      .nilReport(report.period.id),
      .nilReport(
        .declared(
          NilDeclaration.Content(
            from: period.from, to: period.to, occasions: period.occasions,
            incidents: report.incidents, note: said))))
  }
}

extension Bureau {
  /// Those on duty when a nil report is due; nobody where no roster in force names one.
  public func nilReporters(of period: NilPeriod, _ rosters: [DutyRoster]) -> Set<Person.ID> {
    Set(
      dutyOn(rosters, at: period.due).flatMap(\.row.persons)
        + dutyOn(rosters, at: period.due + -1).flatMap(\.row.persons))
  }

  /// Whether a person may make a nil report: one on duty then, or one who may for others.
  public func mayDeclare(_ period: NilPeriod, _ person: Person, _ rosters: [DutyRoster]) -> Bool {
    let onDuty = nilReporters(of: period, rosters)
    return person.may(.declareNil)
      || person.manners.contains { !onDuty.isDisjoint(with: $0.parties) }
  }

  /// Who is expected to make it: those on duty, or the supervisors where there is no roster.
  public func expected(for period: NilPeriod, _ rosters: [DutyRoster]) -> [Person.ID] {
    let onDuty = dutyOn(rosters, at: period.due).flatMap { $0.row.onDuty + $0.row.leading }
    guard onDuty.isEmpty else { return onDuty }
    return persons.filter { $0.roles.contains(.supervisor) && $0.stays(after: period.due.day) }
      .map(\.id)
  }
}
