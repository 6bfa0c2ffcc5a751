import Almanac

/// A person who may drive the office's vehicles, with the driving licence (驾驶证).
public struct Driver: Hashable, Sendable, Codable, Identifiable {
  /// The class of a licence (准驾车型), of those that carry persons or include one that does.
  ///
  /// Source: 《机动车驾驶证申领和使用规定》（公安部令第162号）附件1: C1 and C2 drive small cars of up to 9
  /// persons, B1 also medium ones of 10 to 19, A1 large ones; A2 includes B1, A3 and B2 include C1.
  public enum Class: String, Hashable, Sendable, Codable, CaseIterable {
    case a1 = "A1"
    case a2 = "A2"
    case a3 = "A3"
    case b1 = "B1"
    case b2 = "B2"
    case c1 = "C1"
    case c2 = "C2"

    /// The most persons, driver included, of a vehicle that it allows.
    public var mostSeats: Int {
      switch self {
      case .a1: Vehicle.mostSeats
      case .a2, .b1: 19
      case .a3, .b2, .c1, .c2: 9
      }
    }
  }

  /// What the licence says.
  public struct Licence: Hashable, Sendable, Codable {
    /// Which vehicles it allows.
    public var type: Class
    /// The last day on which it is valid.
    public var until: Day

    enum CodingKeys: String, CodingKey {
      case type = "class"
      case until
    }

    /// A licence of a class until a day.
    public init(_ type: Class, until: Day) {
      self.type = type
      self.until = until
    }
  }

  /// The person.
  public let id: Person.ID
  /// The licence as last set; nil for one who drives no more.
  public var licence: Licence?

  enum CodingKeys: String, CodingKey {
    case id
    case licence
  }

  /// A driver before anything is recorded.
  public init(id: Person.ID) { self.id = id }

  /// Days before the licence ends from which lists mark it.
  public static let notice = 60

  /// Says before any word is read that the licence is over, or ends soon.
  public func mark(on day: Day) -> String {
    guard let licence else { return "" }
    return licence.until < day ? "!!" : licence.until - day <= Self.notice ? "!" : ""
  }

  /// Folds one event.
  public mutating func apply(_ event: DriverEvent) {
    switch event {
    case .set(let licence): self.licence = licence
    case .removed: licence = nil
    }
  }
}

/// What happened to a driver. Never refused once written.
public enum DriverEvent: Hashable, Sendable {
  case set(Driver.Licence)
  case removed(reason: String)

  /// What happened, as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .set: Bilingual(zh: "驾驶证已登记", en: "licence entered")
    case .removed: Bilingual(zh: "不再驾驶公务车", en: "drives no more")
    }
  }
}

extension DriverEvent: JournalEvent {
  private struct Data: Codable {
    var reason: String

    enum CodingKeys: String, CodingKey { case reason }
  }

  /// Its name in the journal, as `driver.set`.
  public var type: String {
    switch self {
    case .set: "driver.set"
    case .removed: "driver.removed"
    }
  }

  /// The licence, or why there is none.
  public var data: any Encodable & Sendable {
    switch self {
    case .set(let licence): licence
    case .removed(let reason): Data(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of a driver.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "driver.set": self = .set(try Driver.Licence(from: decoder))
    case "driver.removed": self = .removed(reason: try Data(from: decoder).reason)
    default: return nil
    }
  }
}
