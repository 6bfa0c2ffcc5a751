import Almanac

/// What a place (场所) is, which decides what is asked there.
public enum PlaceKind: String, Hashable, Sendable, Codable, CaseIterable {
  case office
  case meetingRoom = "meeting-room"
  case archiveRoom = "archive-room"
  case warehouse
  case corridor
  case serverRoom = "server-room"
  case dutyRoom = "duty-room"
  case building
  case vehicle
  case network

  /// The kind as forms and lists print it.
  public var name: Bilingual {
    switch self {
    case .office: Bilingual(zh: "办公室", en: "Office")
    case .meetingRoom: Bilingual(zh: "会议室", en: "Meeting room")
    case .archiveRoom: Bilingual(zh: "档案室", en: "Archive room")
    case .warehouse: Bilingual(zh: "仓库", en: "Warehouse")
    case .corridor: Bilingual(zh: "走道楼梯", en: "Corridor and stairs")
    case .serverRoom: Bilingual(zh: "机房", en: "Server room")
    case .dutyRoom: Bilingual(zh: "值班室", en: "Duty room")
    case .building: Bilingual(zh: "整栋建筑", en: "Whole building")
    case .vehicle: Bilingual(zh: "公务用车", en: "Official vehicle")
    case .network: Bilingual(zh: "网站与网络", en: "Website and network")
    }
  }
}

/// A place that is checked (场所; 检查部位 on paper).
public struct Place: Hashable, Sendable, Codable, Identifiable {
  /// Short and lasting, as `archive-1`.
  public let id: Identifier<Place>
  /// The name as printed on forms (检查部位).
  public var name: String
  /// Decides which items are asked there.
  public var kind: PlaceKind
  /// The section that answers for it; nil for one of no section.
  public var section: Section.ID?
  /// The first day on which it counts; nil if it always did.
  public var from: Day?
  /// The last day on which it counts; nil while it does.
  public var to: Day?
  /// Why it is a key place (重点部位); nil if it is none.
  public var keyReason: String?
  /// Who answers for a key place.
  public var keyPerson: Person.ID?

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case kind
    case section
    case from
    case to
    case keyReason
    case keyPerson
  }

  /// A place of a kind, with its limits in time, and the reason if it is a key place.
  public init(
    id: Identifier<Place>, name: String, kind: PlaceKind, section: Section.ID? = nil,
    from: Day? = nil,
    to: Day? = nil, keyReason: String? = nil, keyPerson: Person.ID? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.section = section
    self.from = from
    self.to = to
    self.keyReason = keyReason
    self.keyPerson = keyPerson
  }

  /// Whether the place counts on some day of a range, both its own limits included.
  public func exists(in days: ClosedRange<Day>) -> Bool {
    (from.map { $0 <= days.upperBound } ?? true) && (to.map { $0 >= days.lowerBound } ?? true)
  }
}
