import Almanac

/// What law and the office's own rules ask of a year, what the ledger shows was done, and what is lacking
/// (履职对照): what an assessor asks for first.
public struct Coverage: Sendable {
  /// A duty by what the ledger keeps of it.
  public enum Duty: Hashable, Sendable {
    case plan(Plan.ID)
    case activity(ActivityKind.ID)
    case hazards
    case rosters
    case nilReports
    case expiries
    case rules
    case responsibility
    case goals

    /// By which programs know it, as `plan/monthly`.
    public var key: String {
      switch self {
      case .plan(let id): "plan/\(id)"
      case .activity(let id): "activity/\(id)"
      case .hazards: "hazards"
      case .rosters: "rosters"
      case .nilReports: "nilReports"
      case .expiries: "expiries"
      case .rules: "rules"
      case .responsibility: "responsibility"
      case .goals: "goals"
      }
    }

    /// Those that every office has, whatever its plans and kinds of activities.
    static let common: [Duty] = [
      .hazards, .rosters, .nilReports, .expiries, .rules, .responsibility, .goals,
    ]

    /// The duty of a key; nil where none has such a key.
    public init?(key: String) {
      let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      let id = parts.count == 2 ? String(parts[1]) : ""
      let isID = !id.isEmpty && !id.contains { " /:;".contains($0) }
      switch parts.first {
      case "plan" where isID: self = .plan(Identifier(id))
      case "activity" where isID: self = .activity(Identifier(id))
      case _:
        guard let duty = Self.common.first(where: { $0.key == key }) else { return nil }
        self = duty
      }
    }
  }

  /// How a duty stands.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// Something was not done in its time.
    case short
    /// Something is still to be done, and there is time.
    case open
    case met
    /// Nothing was asked in the year.
    case nothingAsked

    /// As lists have it.
    public var name: Bilingual {
      switch self {
      case .short: Bilingual(zh: "有缺项", en: "short")
      case .open: Bilingual(zh: "进行中", en: "under way")
      case .met: Bilingual(zh: "已落实", en: "met")
      case .nothingAsked: Bilingual(zh: "本年未发生", en: "nothing asked")
      }
    }

    /// What stands before it, so that it is not told by colour alone.
    public var mark: String { self == .short ? "!!" : "" }
  }

  /// A duty with what was done about it.
  public struct Line: Hashable, Sendable, Identifiable {
    /// What is owed.
    public var duty: Duty
    /// As tables have it.
    public var name: Bilingual
    /// The law that asks it, with what it asks; nil where only the office does.
    public var law: Bilingual?
    /// What the office asks of itself; nil where only the law does.
    public var own: Bilingual?
    /// How much was asked; nil where it cannot be counted so.
    public var asked: Int?
    /// How much of it was done.
    public var done: Int?
    /// What is lacking, in words.
    public var gaps: [Bilingual]
    /// How it stands.
    public var state: State

    /// Its duty's key.
    public var id: String { duty.key }
  }

  /// A law and article that items of checklists rest on.
  public struct Clause: Hashable, Sendable {
    /// As printed with the items.
    public var basis: Bilingual
    /// How many items rest on it.
    public var items: Int
    /// The plans in force that ask them.
    public var plans: [Bilingual]
    /// Inspections of the year by these plans.
    public var walks: Int
  }

  /// What the ledger holds besides what the annual review is made of.
  public struct Records: Sendable {
    /// What the annual review is made of.
    public var annual: AnnualReview.Records
    /// Things that end.
    public var expiries: [Expiry]
    /// The rules of the office.
    public var rules: [SafetyRule]
    /// The checklists as published last.
    public var checklists: [Checklist]

    /// What a coverage is made of.
    public init(
      annual: AnnualReview.Records, expiries: [Expiry], rules: [SafetyRule],
      checklists: [Checklist]
    ) {
      self.annual = annual
      self.expiries = expiries
      self.rules = rules
      self.checklists = checklists
    }
  }

  /// The civil year.
  public var year: Int
  /// Its last day, or today while it runs.
  public var countedOn: Day
  /// The duties: inspections by plan first, then the rest.
  public var lines: [Line]
  /// The laws that items rest on, those nobody asks first.
  public var clauses: [Clause]

  /// Those with something lacking first, in their order.
  public var byGaps: [Line] {
    State.allCases.flatMap { state in lines.filter { $0.state == state } }
  }

  /// Counts a year.
  ///
  /// - Parameter now: When it is counted, while the year runs.
  public init(_ records: Records, of year: Int, in bureau: Bureau, at now: Moment) {
    self.year = year
    countedOn = min(Day(year, 12, 31), now.day)
    let owed = Owed(
      records: records,
      counted: Counted(records.annual, year: year, bureau: bureau, now: now), day: countedOn,
      isOver: now.day > Day(year, 12, 31))
    lines = owed.plans + owed.activities + owed.rest
    clauses = owed.clauses
  }
}
