import Almanac

/// What is missing or late of an asset, or of a place of the network.
public enum AssetGap: Hashable, Sendable {
  case noPerson
  /// Who answered for it, and the last day in office.
  case personLeft(String, last: Day)
  case noPost
  case noPlace
  /// The last day on which its maker mended what was found.
  case supportOver(Day)
  /// The round that was due and was not walked, and its last day.
  case notPatrolled(Bilingual, due: Day)
  /// A place of the network of which nothing is registered.
  case noAsset

  /// Whether something is over, not only missing.
  public var isOverdue: Bool {
    switch self {
    case .personLeft, .supportOver, .notPatrolled: true
    case .noPerson, .noPost, .noPlace, .noAsset: false
    }
  }

  /// Says it before any word is read.
  public var mark: String { isOverdue ? "!!" : "!" }

  /// What is missing or late, in words.
  public var name: Bilingual {
    switch self {
    case .noPerson: Bilingual(zh: "无责任人", en: "nobody answers for it")
    case .personLeft(let name, let last):
      Bilingual(zh: "责任人\(name)已于 \(last) 离任", en: "\(name) left office on \(last)")
    case .noPost: Bilingual(zh: "无岗位", en: "no post")
    case .noPlace: Bilingual(zh: "无所属场所", en: "no place")
    case .supportOver(let day):
      Bilingual(zh: "\(day) 已停止支持", en: "support ended on \(day)")
    case .notPatrolled(let round, let due):
      Bilingual(zh: "漏巡：\(round.zh)（\(due) 到期）", en: "not patrolled: \(round.en), due \(due)")
    case .noAsset: Bilingual(zh: "没有登记资产", en: "no asset is registered")
    }
  }
}

/// An asset as it stands: its last patrol, what is open on it, and what is missing.
public struct AssetStanding: Hashable, Sendable, Identifiable {
  /// What it is.
  public var asset: Asset
  /// The last standing record of its place, read from the ledger; nil where there is none.
  public var patrol: Fulfilment?
  /// The open hazards with a weakness of it, the most severe first.
  public var findings: [Hazard]
  /// What is missing or late; nothing for one that is retired.
  public var gaps: [AssetGap]

  /// Its number.
  public var id: Asset.ID { asset.id }

  /// The sign of what is worst of it; empty where nothing is missing or late.
  public var mark: String {
    gaps.first { $0.isOverdue }?.mark ?? gaps.first?.mark ?? ""
  }

  /// How many findings are open, of each severity that is, the most severe first; empty for none.
  public var count: Bilingual {
    let counts = Weakness.Severity.allCases.reversed().compactMap { severity in
      let count = findings.count { $0.report.weakness?.severity == severity }
      return count == 0
        ? nil : Bilingual(zh: "\(severity.name.zh)\(count)", en: "\(count) \(severity.name.en)")
    }
    return Bilingual(
      zh: counts.map(\.zh).joined(separator: " "), en: counts.map(\.en).joined(separator: " "))
  }
}

/// The register of assets as it stands on a day.
public struct AssetBook: Hashable, Sendable {
  /// By number, retired ones included.
  public var assets: [AssetStanding]
  /// The places of the network of which nothing is registered.
  public var bare: [Place]
  /// The day.
  public var day: Day

  /// Triggers whose rounds an asset is to be patrolled on, where the network is asked about.
  private static let triggers: Set<Trigger.Kind> = [.weekly, .monthly, .quarterly]

  /// The days before a day whose rounds tell whether an asset was patrolled: a quarter with its time after it.
  public static func window(before day: Day) -> ClosedRange<Day> { (day - 200)...day }

  /// A register from what the ledger holds.
  ///
  /// - Parameters:
  ///   - rounds: The rounds of ``window(before:)``, as they stand on the day.
  ///   - patrols: The last standing record of each place of an asset.
  ///   - hazards: The open ones.
  public init(
    _ assets: [Asset], bureau: Bureau, rounds: [Round], patrols: [Place.ID: Fulfilment] = [:],
    hazards: [Hazard] = [], on day: Day
  ) {
    self.day = day
    let regular = rounds.filter {
      Self.triggers.contains($0.trigger) && bureau.patrolsNetwork($0.id.plan)
    }
    var missed: [Place.ID: [AssetGap]] = [:]
    for place in Set(assets.filter(\.stands).compactMap(\.content.place)) {
      missed[place] = Self.missed(at: place, regular, on: day)
    }
    self.assets = assets.sorted { $0.id < $1.id }.map { asset in
      let place = asset.content.place
      return AssetStanding(
        asset: asset, patrol: place.flatMap { patrols[$0] },
        findings: hazards.filter { $0.isOpen && $0.report.weakness?.asset == asset.id }.sorted {
          ($1.severityOfWeakness, $0.id) < ($0.severityOfWeakness, $1.id)
        },
        gaps: Self.gaps(of: asset, bureau, on: day) + (place.flatMap { missed[$0] } ?? []))
    }
    let named = Set(assets.filter(\.stands).compactMap(\.content.place))
    bare = bureau.places.filter { place in
      place.kind == .network && place.exists(in: day...day) && !named.contains(place.id)
    }
  }

  private static func gaps(of asset: Asset, _ bureau: Bureau, on day: Day) -> [AssetGap] {
    guard asset.stands else { return [] }
    let content = asset.content
    let person = bureau.person(content.person)
    let left = person.flatMap { person in
      person.to.flatMap { $0 < day ? AssetGap.personLeft(person.name, last: $0) : nil }
    }
    return [
      person == nil ? .noPerson : left, content.post == nil ? .noPost : nil,
      content.place == nil ? .noPlace : nil,
      content.supportEnd.flatMap { $0 < day ? .supportOver($0) : nil },
    ].compactMap(\.self)
  }

  /// Of each plan the last round that was due at a place or walked there: missed where it was not walked.
  private static func missed(at place: Place.ID, _ rounds: [Round], on day: Day) -> [AssetGap] {
    let rooms = rounds.flatMap { round in
      round.rooms.filter { $0.place.id == place && ($0.occurrence.due < day || $0.state.isWalked) }
        .map { (title: round.title, room: $0) }
    }
    return Dictionary(grouping: rooms) { $0.room.occurrence.plan }.values
      .compactMap { $0.max { $0.room.occurrence.due < $1.room.occurrence.due } }
      .filter { [.missed, .overdue].contains($0.room.state) }
      .sorted { $0.room.occurrence.due < $1.room.occurrence.due }
      .map { .notPatrolled($0.title, due: $0.room.occurrence.due) }
  }

  /// Those in use.
  public var kept: [AssetStanding] { assets.filter(\.asset.stands) }

  /// What Today says of it to who keeps it: how many have something over; nil where none has.
  public func reminder(for person: Person) -> Bilingual? {
    let over = kept.filter { $0.gaps.contains(where: \.isOverdue) }
    guard person.may(.keepAssets), let first = over.first,
      let gap = first.gaps.first(where: \.isOverdue)
    else { return nil }
    let name = first.asset.content.name
    return Bilingual(
      zh: "网络资产待处理 \(over.count) 项：\(name)（\(gap.name.zh)）",
      en: "Assets to see to: \(over.count), \(name) (\(gap.name.en))")
  }
}

extension Bureau {
  /// Whether one of a plan's checklists asks about the network: the others tell of the room, not of what stands
  /// in it. A plan that is unknown does.
  fileprivate func patrolsNetwork(_ id: Plan.ID) -> Bool {
    guard let plan = plan(id) else { return true }
    return plan.uses.contains { use in
      checklists.first { $0.id == use.checklist }?.parts.contains { $0.kinds.contains(.network) }
        ?? false
    }
  }
}

extension Hazard {
  /// The severity of its weakness as a number, for order; nothing below for none.
  fileprivate var severityOfWeakness: Int {
    report.weakness.flatMap { Weakness.Severity.allCases.firstIndex(of: $0.severity) } ?? -1
  }
}

/// How many weaknesses of each severity were found and closed in a period.
public struct WeaknessFigures: Hashable, Sendable {
  /// Reported on a day of the period, withdrawn ones left out.
  public var found: [Weakness.Severity: Int]
  /// Closed on a day of it.
  public var closed: [Weakness.Severity: Int]

  /// Counts hazards that are about weaknesses; others are passed over.
  public init(_ hazards: [Hazard], in days: ClosedRange<Day>) {
    func counted(_ hazards: [Hazard]) -> [Weakness.Severity: Int] {
      Dictionary(grouping: hazards.compactMap(\.report.weakness), by: \.severity)
        .mapValues(\.count)
    }
    let weaknesses = CountedWeaknesses(hazards, in: days)
    (found, closed) = (counted(weaknesses.found), counted(weaknesses.closed))
  }
}

/// The hazards about weaknesses that were found and closed in a period.
struct CountedWeaknesses {
  /// Reported on a day of the period, withdrawn ones left out.
  let found: [Hazard]
  /// Closed on a day of it.
  let closed: [Hazard]

  /// Takes those that are about weaknesses; others are passed over.
  init(_ hazards: [Hazard], in days: ClosedRange<Day>) {
    let standing = hazards.filter { $0.state != .withdrawn && $0.report.weakness != nil }
    found = standing.filter { days.contains($0.reported) }
    closed = standing.filter { hazard in hazard.closed.map { days.contains($0.day) } ?? false }
  }
}
