import Almanac

/// A figure about the activities of a kind: what it counts.
public struct ActivityFigure: Hashable, Sendable {
  /// What of the entries is counted.
  public enum Part: Hashable, Sendable {
    case entries
    /// A field added up.
    case sum(ActivityField.ID)
    /// The entries with a listed value in a field.
    case choice(ActivityField.ID, ActivityField.Choice.ID)
    /// The entries with a yes in a field.
    case flag(ActivityField.ID)
    /// The persons named by the entries, each once.
    case persons
    /// The persons in a field, each once.
    case named(ActivityField.ID)
  }

  /// The kind whose entries it is about.
  public var kind: ActivityKind.ID
  /// What of them is counted.
  public var part: Part

  /// A figure about a kind.
  public init(_ kind: ActivityKind.ID, _ part: Part) {
    self.kind = kind
    self.part = part
  }

  /// As programs read it: `entries`, `sum.heads`, `choice.channel.oa`.
  public var key: String {
    switch part {
    case .entries: "entries"
    case .sum(let field): "sum.\(field)"
    case .choice(let field, let choice): "choice.\(field).\(choice)"
    case .flag(let field): "flag.\(field)"
    case .persons: "persons"
    case .named(let field): "persons.\(field)"
    }
  }

  /// Whether an entry stands behind it.
  public func counts(_ activity: Activity) -> Bool {
    guard activity.stands, activity.content.kind == kind else { return false }
    let values = activity.content.values
    switch part {
    case .entries: return true
    case .sum(let field): if case .count(let count) = values[field] { return count > 0 }
    case .choice(let field, let choice): return values[field] == .words(choice)
    case .flag(let field): return values[field] == .flag(true)
    case .persons: return !activity.content.persons.isEmpty
    case .named(let field): if case .persons = values[field] { return true }
    }
    return false
  }

  /// Its value over some entries.
  public func value(of activities: [Activity]) -> Int {
    let counted = activities.filter(counts)
    switch part {
    case .entries, .choice, .flag: return counted.count
    case .sum(let field):
      return counted.reduce(0) { sum, activity in
        if case .count(let count) = activity.content.values[field] { sum + count } else { sum }
      }
    case .persons: return Set(counted.flatMap(\.content.persons)).count
    case .named(let field):
      return Set(
        counted.flatMap { activity -> [Person.ID] in
          if case .persons(let persons) = activity.content.values[field] { persons } else { [] }
        }
      ).count
    }
  }
}

/// The activities of a period counted by kind and field, beside the period before.
public struct ActivityTotals: Sendable {
  /// A figure with its value.
  public struct Row: Hashable, Sendable {
    /// What it counts.
    public var figure: ActivityFigure
    /// As tables have it.
    public var name: Bilingual
    /// How it is counted.
    public var definition: Bilingual
    /// In the period.
    public var value: Int
    /// In the one before; nil where nothing was recorded for any time before the period.
    public var before: Int?
    /// What is wanted of it in the year; nil where no number is set.
    public var target: Int?
    /// The persons as tenths of a percent of the staff on the day of counting; nil for other figures.
    public var share: Int?

    /// The share as `85.7%`; empty for figures that have none.
    public var shareText: String { share.map { "\($0 / 10).\($0 % 10)%" } ?? "" }
  }

  /// The figures of one kind.
  public struct Group: Sendable {
    /// The kind.
    public var kind: ActivityKind
    /// The number of entries first.
    public var rows: [Row]
  }

  /// What is summed up.
  public var period: SummaryPeriod
  /// Its last day, or today while it runs.
  public var countedOn: Day
  /// How many are in office on that day; those who only look (查阅人) are left out.
  public var staff: Int
  /// The kinds of which there is something to tell, in their order.
  public var groups: [Group]
  /// The entries of the period that stand, by kind, then by day.
  public var activities: [Activity]

  /// Counts the entries that stand and whose day lies in the period.
  ///
  /// - Parameters:
  ///   - kinds: All kinds there are, in the order in which they are told.
  ///   - today: The day of counting while the period runs.
  public init(
    of period: SummaryPeriod, _ activities: [Activity], kinds: [ActivityKind], bureau: Bureau,
    today: Day
  ) {
    self.period = period
    countedOn = min(period.last, max(period.first, today))
    let day = countedOn
    let staff = bureau.persons.count { person in
      person.roles != [.observer] && (person.to.map { $0 >= day } ?? true)
    }
    self.staff = staff
    let standing = activities.filter(\.stands)
    let inside = standing.filter { period.days.contains($0.content.day) }
    let isFirst = !standing.contains { $0.content.day < period.first }
    let before =
      isFirst ? nil : standing.filter { period.previous.days.contains($0.content.day) }
    let asksTargets: Bool = if case .year = period { true } else { false }
    groups = kinds.compactMap { kind in
      let target = asksTargets && kind.retired == nil ? kind.target(for: bureau.organization) : nil
      let isUsed = (inside + (before ?? [])).contains { $0.content.kind == kind.id }
      guard isUsed || target != nil else { return nil }
      let rows = Self.figures(of: kind).compactMap { part -> Row? in
        let figure = ActivityFigure(kind.id, part)
        let (value, then) = (figure.value(of: inside), before.map(figure.value))
        guard part == .entries || value > 0 || (then ?? 0) > 0 else { return nil }
        return Row(
          figure: figure, name: Self.name(of: part, kind), definition: part.definition,
          value: value, before: then, target: part == .entries ? target : nil,
          share: part == .persons && staff > 0 ? (value * 2000 / staff + 1) / 2 : nil)
      }
      return Group(kind: kind, rows: rows)
    }
    let order = Dictionary(
      kinds.enumerated().map { ($0.element.id, $0.offset) }
    ) { first, _ in first }
    self.activities = inside.sorted { one, other in
      let (first, second) = (
        order[one.content.kind] ?? .max, order[other.content.kind] ?? .max
      )
      return (first, one.content.day, one.id) < (second, other.content.day, other.id)
    }
  }

  /// The row of a figure; nil where there is nothing to tell of it.
  public func row(_ figure: ActivityFigure) -> Row? {
    groups.flatMap(\.rows).first { $0.figure == figure }
  }

  private static func figures(of kind: ActivityKind) -> [ActivityFigure.Part] {
    [.entries]
      + kind.fields.flatMap { field -> [ActivityFigure.Part] in
        switch field.kind {
        case .count: [.sum(field.id)]
        case .choice: field.choices.map { .choice(field.id, $0.id) }
        case .flag: [.flag(field.id)]
        case .persons: [.named(field.id)]
        case .text: []
        }
      } + [.persons]
  }

  private static func name(of part: ActivityFigure.Part, _ kind: ActivityKind) -> Bilingual {
    func name(_ id: ActivityField.ID) -> Bilingual {
      kind.field(id)?.name ?? Bilingual(verbatim: id)
    }
    switch part {
    case .entries: return kind.name
    case .sum(let field), .flag(let field), .named(let field): return name(field)
    case .choice(let field, let choice):
      return name(field) + Bilingual(zh: "：", en: ": ")
        + (kind.field(field)?.choice(choice)?.name ?? Bilingual(verbatim: choice))
    case .persons: return Bilingual(zh: "本单位人员", en: "persons of the office")
    }
  }
}

extension ActivityFigure.Part {
  /// How it is counted.
  public var definition: Bilingual {
    switch self {
    case .entries:
      Bilingual(
        zh: "日期在期内、未作废的登记条数", en: "entries whose day lies in the period and that stand")
    case .sum: Bilingual(zh: "上述登记中这一栏的数相加", en: "the field of these entries added up")
    case .choice: Bilingual(zh: "上述登记中选了这一项的条数", en: "of these entries, those with this value")
    case .flag: Bilingual(zh: "上述登记中填“是”的条数", en: "of these entries, those with a yes")
    case .persons:
      Bilingual(
        zh: "上述登记的参加（传阅）人员，每人计一次；占比以截至日在职人员为分母，不含只有查阅人身份的",
        en: """
          persons named by these entries, each once; the share is of those in office on the day of \
          counting, without mere observers
          """)
    case .named: Bilingual(zh: "上述登记这一栏写到的人，每人计一次", en: "persons in this field, each once")
    }
  }
}

/// The register of activities as lists and forms need it.
public struct ActivityBook: Sendable {
  /// All kinds, retired ones included, in the order in which they are offered.
  public var kinds: [ActivityKind]
  /// All entries, withdrawn ones included, the latest day first.
  public var activities: [Activity]

  /// A register from its kinds and its entries.
  public init(kinds: [ActivityKind], activities: [Activity]) {
    self.kinds = kinds
    self.activities = activities.sorted {
      ($0.content.day, $0.id) > ($1.content.day, $1.id)
    }
  }

  /// The kind of an entry; nil where none of its id is known.
  public func kind(of activity: Activity) -> ActivityKind? {
    kinds.first { $0.id == activity.content.kind }
  }

  /// The kinds of which something can be recorded on a day.
  public func offered(on day: Day) -> [ActivityKind] {
    kinds.filter { $0.retired.map { day < $0 } ?? true }
  }

  /// The kind that a text names by id or name.
  ///
  /// - Throws: ``ActivityError/noSuchKind(_:)``.
  public func kind(named text: String) throws(ActivityError) -> ActivityKind {
    guard
      let kind = kinds.first(where: { $0.id.rawValue == text })
        ?? kinds.first(where: { $0.name.names(text) })
    else { throw .noSuchKind(text) }
    return kind
  }
}

extension Agenda {
  /// How many days before its due day a resolution is spoken of.
  public static let resolutionNotice = 7
  /// How many days a circular is spoken of to those who have not read it.
  public static let circularNotice = 60

  /// The circulars that wait to be read by a person, the oldest first.
  public func unread(by person: Person) -> [Activity] {
    activities.filter { activity in
      activity.stands && activity.unread.contains(person.id)
        && activity.content.day >= today - Self.circularNotice
        && bureau.activityKind(activity.content.kind)?.isCirculated == true
    }.sorted { ($0.content.day, $0.id) < ($1.content.day, $1.id) }
  }

  /// The resolutions that a person has in hand and that are due soon or overdue, by their due day.
  public func resolutions(
    of person: Person
  ) -> [(activity: Activity, number: Int, resolution: Activity.Resolution)] {
    activities.flatMap { activity in
      activity.open.filter { open in
        open.resolution.owner == person.id && open.resolution.due <= today + Self.resolutionNotice
      }.map { (activity, $0.number, $0.resolution) }
    }.sorted { ($0.2.due, $0.0.id, $0.1) < ($1.2.due, $1.0.id, $1.1) }
  }
}
