import Almanac

/// The fire and safety file of a year (消防档案): what lies in each part of it, and what is missing.
///
/// Source: 《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第四十一条至第四十三条; drills by article 40.
public struct FireFile: Hashable, Sendable {
  /// What the file is drawn up from.
  public struct Sources: Sendable {
    /// The office.
    public var bureau: Bureau
    /// All that ends, with the kinds there are.
    public var expiries: ExpiryBook
    /// All rules of the office.
    public var rules: [SafetyRule]
    /// The register of activities.
    public var activities: [Activity]
    /// The kind of drills, for how many are owed.
    public var drill: ActivityKind?
    /// The hazards found in the year.
    public var hazards: [Hazard]
    /// The records of the year.
    public var inspections: [Inspection]
    /// All incidents.
    public var incidents: [Incident]
    /// The checklists as they are used now, for which plans ask about fire; all of them count when empty.
    public var checklists: [Checklist]

    /// Sources as the ledger has them.
    public init(
      bureau: Bureau, expiries: ExpiryBook, rules: [SafetyRule], activities: [Activity],
      drill: ActivityKind?, hazards: [Hazard], inspections: [Inspection], incidents: [Incident],
      checklists: [Checklist] = []
    ) {
      self.bureau = bureau
      self.expiries = expiries
      self.rules = rules
      self.activities = activities
      self.drill = drill
      self.hazards = hazards
      self.inspections = inspections
      self.incidents = incidents
      self.checklists = checklists
    }
  }

  /// A paper, or a set of papers that lie together.
  public struct Entry: Hashable, Sendable {
    /// Its number, or those of a set.
    public var number: String
    /// What it is.
    public var title: Bilingual
    /// Its date; nil where it has none.
    public var day: Day?
    /// Where it lies; empty where nobody has said.
    public var location: Bilingual

    /// A paper from what it is and where it lies.
    public init(
      number: String = "", title: Bilingual, day: Day? = nil,
      location: Bilingual = Bilingual(verbatim: "")
    ) {
      self.number = number
      self.title = title
      self.day = day
      self.location = location
    }
  }

  /// A part with what lies in it.
  public struct Section: Hashable, Sendable {
    /// Which part.
    public var part: FireFilePart
    /// What lies there, in order.
    public var entries: [Entry]
    /// How long it is kept.
    public var retention: Retention
  }

  /// Of which year.
  public var year: Int
  /// All parts in the order of the file, empty ones included.
  public var sections: [Section]
  /// What the order asks for and the year lacks.
  public var shortfalls: [Bilingual]

  /// The parts in which nothing lies and something should.
  public var gaps: [FireFilePart] {
    sections.filter { $0.entries.isEmpty && !$0.part.isOccasional }.map(\.part)
  }

  /// The file of a year from what the ledger has.
  public init(year: Int, _ sources: Sources) {
    self.year = year
    let days = Day(year, 1, 1)...Day(year, 12, 31)
    let collector = FireFileCollector(days: days, sources: sources)
    sections = FireFilePart.allCases.map { part in
      Section(
        part: part, entries: collector.entries(of: part),
        retention: sources.bureau.organization.retention(of: part))
    }
    shortfalls = collector.drillShortfalls
  }
}
