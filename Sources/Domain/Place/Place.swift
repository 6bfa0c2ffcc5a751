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
  /// Stretches of days between which it was closed and opened again, in order.
  public var closures: [Closure]?
  /// The day on which it was entered: nothing is missed before.
  public var recorded: Day?

  /// A stretch of days in which a place did not count.
  public struct Closure: Hashable, Sendable, Codable {
    /// The first day on which it did not count.
    public var from: Day
    /// The last day on which it did not count.
    public var to: Day

    enum CodingKeys: String, CodingKey {
      case from
      case to
    }

    /// A closure from its first day to its last.
    public init(from: Day, to: Day) {
      self.from = from
      self.to = to
    }
  }

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case kind
    case section
    case from
    case to
    case keyReason
    case keyPerson
    case closures
    case recorded
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

  /// Whether it is a key place (重点部位).
  public var isKey: Bool { keyReason != nil }

  /// Whether a place stands before another: key places first, then by id.
  public static func precedes(_ left: Place, _ right: Place) -> Bool {
    left.isKey != right.isKey ? left.isKey : left.id < right.id
  }

  /// Whether the place counts on some day of a range, both its own limits included.
  public func exists(in days: ClosedRange<Day>) -> Bool {
    guard from.map({ $0 <= days.upperBound }) ?? true,
      to.map({ $0 >= days.lowerBound }) ?? true
    else { return false }
    guard let closures else { return true }
    let last = min(to ?? days.upperBound, days.upperBound)
    var day = max(from ?? days.lowerBound, days.lowerBound)
    for closure in closures where closure.to >= day {
      if day < closure.from { break }
      day = closure.to + 1
    }
    return day <= last
  }

  /// The place as it stays on record, entered on a day or, if it was known before, when it was first.
  func recorded(_ day: Day, after former: Place?) -> Place {
    var place = self
    place.recorded = former.map(\.recorded) ?? day
    return place
  }
}

extension Place {
  /// The place with a last day.
  ///
  /// - Throws: ``PlaceError`` for a day that is past, one before it opens, or a place closed already.
  public func closing(on day: Day, today: Day) throws(PlaceError) -> Place {
    guard day >= today else { throw .past(day) }
    if let opening = closures?.last.map({ $0.to + 1 }) ?? from, day < opening {
      throw .notOpenYet(opening)
    }
    if let to, to < today { throw .closedAlready(to) }
    var place = self
    place.to = day
    return place
  }

  /// The place counting again from a day on; the days between stay a closure.
  ///
  /// - Throws: ``PlaceError`` for a day that is past, or a place that is not closed by then.
  public func reopening(on day: Day, today: Day) throws(PlaceError) -> Place {
    guard day >= today else { throw .past(day) }
    guard let to, to < day else { throw .isOpen }
    var place = self
    if to + 1 < day {
      place.closures = (closures ?? []) + [Closure(from: to + 1, to: day - 1)]
    }
    place.to = nil
    return place
  }
}

/// A reason a place was not closed or opened. Nothing was written.
public enum PlaceError: Refusal, Hashable {
  case past(Day)
  case notOpenYet(Day)
  case closedAlready(Day)
  case isOpen

  /// Always ``RefusalKind/badData``.
  public var kind: RefusalKind { .badData }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .past(let day):
      Bilingual(
        zh: "\(day) 已过去：场所只能从今天或以后停用、启用；过去没查的可批准免查（round excuse）。",
        en:
          "\(day) is past: a place closes or opens from today or later; what is left may be excused (round excuse)."
      )
    case .notOpenYet(let day):
      Bilingual(zh: "该场所 \(day) 才启用。", en: "The place opens only on \(day).")
    case .closedAlready(let day):
      Bilingual(
        zh: "该场所已于 \(day) 停用；重新启用请用 place reopen。",
        en: "The place closed on \(day); place reopen opens it again.")
    case .isOpen:
      Bilingual(zh: "该场所没有停用，不必重新启用。", en: "The place is not closed by then.")
    }
  }
}
