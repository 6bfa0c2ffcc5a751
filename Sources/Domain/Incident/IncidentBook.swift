import Almanac

/// A nil report as it stands: what is due, what was declared of it, and what happened within it.
public struct NilReport: Hashable, Sendable {
  /// How far it is.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// It cannot be declared yet.
    case upcoming
    case due
    case declared
    /// Declared, but after it was due.
    case late
    /// Not declared, and its time is over.
    case missing

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .upcoming: Bilingual(zh: "未到时间", en: "coming")
      case .due: Bilingual(zh: "待报", en: "due")
      case .declared: Bilingual(zh: "已报", en: "declared")
      case .late: Bilingual(zh: "迟报", en: "late")
      case .missing: Bilingual(zh: "未报", en: "missing")
      }
    }
  }

  /// What is due.
  public var period: NilPeriod
  /// What was declared of it; nil while nothing was.
  public var declaration: NilDeclaration?
  /// The standing incidents within it.
  public var incidents: [Incident.ID]
  /// How far it is.
  public var state: State

  /// Whether it was declared that nothing happened, and nothing recorded since says otherwise.
  public var saysNone: Bool { declaration?.content.incidents.isEmpty ?? false && incidents.isEmpty }

  /// Whether what was declared is no longer what is recorded: an incident was recorded or withdrawn since.
  public var isOutdated: Bool {
    declaration.map { Set($0.content.incidents) != Set(incidents) } ?? false
  }

  /// What was declared, as lists show it; empty while nothing was.
  public var outcome: Bilingual {
    guard let declaration else { return Bilingual(verbatim: "") }
    if isOutdated {
      return Bilingual(zh: "申报后另有登记，须重报", en: "the register has changed: declare again")
    }
    let ids = declaration.content.incidents.map(\.rawValue).joined(separator: " ")
    return ids.isEmpty ? Bilingual(zh: "无事故", en: "no incident") : Bilingual(verbatim: ids)
  }
}

extension NilReport {
  /// What Today says of it.
  public var reminder: Bilingual {
    let (due, occasion) = (period.due, period.occasion)
    let at = "\(due.day.monthAndDay) \(due.hourAndMinute)"
    let what = isOutdated ? outcome : state.name
    return Bilingual(
      zh: "零报告 \(at) \(what.zh)：\(occasion.zh)",
      en: "Nil report of \(at), \(what.en): \(occasion.en)")
  }
}

extension Bureau {
  /// The day on which the office began to keep this ledger; nil where that is not known.
  public var begun: Day? { places.compactMap(\.recorded).min() }
}

/// The incident register with what was declared in nil reports.
public struct IncidentBook: Hashable, Sendable {
  /// All incidents, by number.
  public var incidents: [Incident]
  /// All nil reports that were made, by when they were due.
  public var declarations: [NilDeclaration]

  /// A book of what is recorded.
  public init(incidents: [Incident] = [], declarations: [NilDeclaration] = []) {
    self.incidents = incidents
    self.declarations = declarations
  }

  /// The incidents that happened on some days and stand, by time.
  public func incidents(on days: ClosedRange<Day>) -> [Incident] {
    incidents.filter { $0.stands && days.contains($0.content.at.day) }
      .sorted { ($0.content.at, $0.id) < ($1.content.at, $1.id) }
  }

  /// The nil reports due on some days as they stand at a moment, in order.
  public func nilReports(
    dueOn days: ClosedRange<Day>, of bureau: Bureau, at now: Moment
  ) -> [NilReport] {
    let declared = Dictionary(declarations.map { ($0.id, $0) }) { first, _ in first }
    let standing = incidents.filter(\.stands)
    return bureau.nilPeriods(dueOn: days, asOf: now).map { period in
      let declaration = declared[period.id]
      let state: NilReport.State =
        if let declaration {
          declaration.first > period.due ? .late : .declared
        } else {
          now > period.due ? .missing : now < period.opens ? .upcoming : .due
        }
      return NilReport(
        period: period, declaration: declaration,
        incidents: standing.filter { period.contains($0.content.at) }
          .sorted { $0.content.at < $1.content.at }.map(\.id),
        state: state)
    }
  }

  /// The reports that are asked for and not made, the most pressing first: those over their limit, then by
  /// limit.
  public func emergencyDue(_ bureau: Bureau, at now: Moment) -> [EmergencyDue] {
    func order(_ due: EmergencyDue) -> (Int, Moment, String) {
      (due.state(at: now) == .overdue ? 0 : 1, due.limit ?? due.start, due.rule.id.rawValue)
    }
    return incidents.flatMap { bureau.dues(of: $0) }.filter { $0.reported == nil }
      .sorted { order($0) < order($1) }
  }

  /// The nil reports that can be made now or were not made in time, the oldest first: of the last month, and
  /// not of before the office kept this ledger.
  public func nilReportsOpen(_ bureau: Bureau, at now: Moment) -> [NilReport] {
    let first = max(bureau.begun ?? now.day, now.day - 31)
    guard first <= now.day + 1 else { return [] }
    return nilReports(dueOn: first...(now.day + 1), of: bureau, at: now)
      .filter { [.due, .missing].contains($0.state) || $0.isOutdated }
  }

  /// The figures of some days as they stand at a moment.
  public func figures(
    of days: ClosedRange<Day>, _ bureau: Bureau, at now: Moment
  ) -> IncidentFigures {
    IncidentFigures(
      incidents: incidents(on: days),
      dues: incidents(on: days).flatMap { bureau.dues(of: $0) },
      reports: nilReports(dueOn: days, of: bureau, at: now), at: now)
  }
}

/// The incidents of a stretch of days and what its nil reports say: from which alone it is said that there was no
/// incident.
public struct IncidentFigures: Hashable, Sendable, Codable {
  /// One incident in short.
  public struct Line: Hashable, Sendable, Codable {
    /// Its number.
    public var id: Incident.ID
    /// When it happened.
    public var at: Moment
    /// What sort it is.
    public var kind: IncidentKind
    /// What happened.
    public var what: String

    enum CodingKeys: String, CodingKey {
      case id
      case at
      case kind
      case what
    }
  }

  /// The incidents, by time.
  public var incidents: [Line]
  /// Who came to harm, all together.
  public var casualties: Casualties
  /// The direct loss in yuan, all together.
  public var loss: Int
  /// Reports of incidents that were made late or are overdue.
  public var lateReports: Int
  /// The nil reports that have fallen due.
  public var periods: Int
  /// Of these, declared in time.
  public var declared: Int
  /// Of these, declared late.
  public var late: Int
  /// When those were due that nobody has declared, or that the register has overtaken.
  public var undeclared: [Moment]
  /// How many are not due yet and not made either; nil for none.
  public var ahead: Int?

  enum CodingKeys: String, CodingKey {
    case incidents
    case casualties
    case loss
    case lateReports
    case periods
    case declared
    case late
    case undeclared
    case ahead
  }

  init(incidents: [Incident], dues: [EmergencyDue], reports: [NilReport], at now: Moment) {
    self.incidents = incidents.map {
      Line(id: $0.id, at: $0.content.at, kind: $0.content.kind, what: $0.content.what)
    }
    casualties = incidents.map(\.content.casualties).reduce(Casualties()) { sum, next in
      Casualties(
        dead: sum.dead + next.dead, serious: sum.serious + next.serious,
        slight: sum.slight + next.slight, missing: sum.missing + next.missing)
    }
    loss = incidents.reduce(0) { $0 + $1.content.loss }
    lateReports = dues.count { [.late, .overdue].contains($0.state(at: now)) }
    let fallen = reports.filter { $0.declaration != nil || $0.period.due <= now }
    periods = fallen.count
    declared = fallen.count { $0.state == .declared }
    late = fallen.count { $0.state == .late }
    undeclared = fallen.filter { $0.declaration == nil || $0.isOutdated }.map(\.period.due)
    ahead = fallen.count < reports.count ? reports.count - fallen.count : nil
  }

  /// Whether it can be said that there was no incident: something was declared, all of it, and always none.
  public var saysNone: Bool { incidents.isEmpty && periods > 0 && undeclared.isEmpty }

  /// What is said of the stretch: no incident only where every period was declared.
  public var statement: Bilingual {
    let lacking = undeclared.map(\.dayAndTime)
    let missing =
      undeclared.isEmpty
      ? Bilingual(verbatim: "")
      : Bilingual(
        zh: "未申报\(undeclared.count)次（\(lacking.joined(separator: "、"))）",
        en: "\(undeclared.count) not declared (\(lacking.joined(separator: ", ")))")
    let asked =
      Bilingual(zh: "应零报告\(periods)次", en: "nil reports due \(periods)")
      + (late == 0
        ? Bilingual(verbatim: "") : Bilingual(zh: "，迟报\(late)次", en: ", \(late) of them late"))
    let rest =
      ahead.map { Bilingual(zh: "，尚有\($0)次未到时间", en: ", \($0) not due yet") }
      ?? Bilingual(verbatim: "")
    if !incidents.isEmpty {
      let harm = Bilingual(
        zh: "登记事故（事件）\(incidents.count)起，\(casualties.words.zh)，直接经济损失\(loss)元",
        en:
          "incidents recorded \(incidents.count), \(casualties.words.en), direct loss \(loss) yuan")
      let late =
        lateReports == 0
        ? Bilingual(verbatim: "")
        : Bilingual(zh: "，超时报告\(lateReports)次", en: ", \(lateReports) reported late")
      return harm + late
        + (periods == 0 ? Bilingual(verbatim: "") : Bilingual(zh: "；", en: "; ") + asked)
        + (undeclared.isEmpty ? missing : Bilingual(zh: "，", en: ", ") + missing)
        + rest + Bilingual(zh: "。", en: ".")
    }
    if periods == 0, let ahead {
      return Bilingual(
        zh: "没有登记事故（事件）；应零报告的\(ahead)次都未到时间。",
        en: "No incident is recorded; of \(ahead) nil reports none is due yet.")
    }
    if periods == 0 {
      return Bilingual(
        zh: "没有登记事故（事件）；没有须零报告的时段。",
        en: "No incident is recorded; no nil report was due.")
    }
    let none =
      ahead == nil
      ? Bilingual(zh: "未发生事故（事件）；", en: "There was no incident; ")
      : Bilingual(zh: "到目前未发生事故（事件）；", en: "There was no incident so far; ")
    return undeclared.isEmpty
      ? none + asked + Bilingual(zh: "，均已申报", en: ", all declared") + rest
        + Bilingual(zh: "。", en: ".")
      : Bilingual(zh: "没有登记事故（事件），但零报告不全：", en: "No incident is recorded, but: ") + asked
        + Bilingual(zh: "，", en: ", ") + missing + rest + Bilingual(zh: "。", en: ".")
  }
}
