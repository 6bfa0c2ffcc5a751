import Almanac

extension Checklist {
  /// The list by which vehicles are checked.
  public static let ofVehicles: Checklist.ID = "vehicle"
  private static let partsBeforeTrip = ["body", "driver"]

  /// What is looked at before a trip, where it is the list of vehicles.
  public var beforeTrip: [Bilingual] {
    sections.filter { Self.partsBeforeTrip.contains($0.id) }.flatMap(\.items)
      .filter { $0.kind != .text }.map(\.text)
  }
}

/// A use of a vehicle (派车单): asked for, approved, out and in with the mileage.
public struct Trip: Hashable, Sendable, Codable, Identifiable {
  /// What is asked for.
  public struct Content: Hashable, Sendable, Codable {
    /// Who needs the vehicle.
    public var person: Person.ID
    /// For what.
    public var purpose: String
    /// Where to.
    public var destination: String
    /// How many are aboard, the driver included.
    public var persons: Int
    /// When it begins.
    public var start: Moment
    /// When it is to end.
    public var end: Moment
    /// Which vehicle is wanted; nil for any.
    public var vehicle: Place.ID?
    /// Who is to drive; nil for any.
    public var driver: Person.ID?

    enum CodingKeys: String, CodingKey {
      case person
      case purpose
      case destination
      case persons
      case start
      case end
      case vehicle
      case driver
    }

    /// A request from who, for what, where to and when.
    public init(
      person: Person.ID, purpose: String, destination: String, persons: Int, start: Moment,
      end: Moment, vehicle: Place.ID? = nil, driver: Person.ID? = nil
    ) {
      self.person = person
      self.purpose = purpose
      self.destination = destination
      self.persons = persons
      self.start = start
      self.end = end
      self.vehicle = vehicle
      self.driver = driver
    }
  }

  /// With what it goes, as approved.
  public struct Allotment: Hashable, Sendable, Codable {
    /// The vehicle.
    public var vehicle: Place.ID
    /// Who drives.
    public var driver: Person.ID

    enum CodingKeys: String, CodingKey {
      case vehicle
      case driver
    }

    /// A vehicle and who drives it.
    public init(vehicle: Place.ID, driver: Person.ID) {
      self.vehicle = vehicle
      self.driver = driver
    }
  }

  /// Its going out.
  public struct Leaving: Hashable, Sendable, Codable {
    /// When.
    public var at: Moment
    /// The mileage.
    public var km: Int
    /// What was wrong in the check before the trip; nil where all was in order.
    public var fault: String?
    /// Whether the driver declared: no drink, no speeding, no overloading.
    public var isDeclared: Bool

    enum CodingKeys: String, CodingKey {
      case at
      case km
      case fault
      case isDeclared = "declared"
    }

    /// A going out from when and at how many kilometres.
    public init(at: Moment, km: Int, fault: String? = nil, isDeclared: Bool = true) {
      self.at = at
      self.km = km
      self.fault = fault
      self.isDeclared = isDeclared
    }
  }

  /// Its coming in.
  public struct Return: Hashable, Sendable, Codable {
    /// When.
    public var at: Moment
    /// The mileage.
    public var km: Int
    /// What is to be said of it; nil for nothing.
    public var note: String?

    enum CodingKeys: String, CodingKey {
      case at
      case km
      case note
    }

    /// A coming in from when and at how many kilometres.
    public init(at: Moment, km: Int, note: String? = nil) {
      self.at = at
      self.km = km
      self.note = note
    }
  }

  /// Times and mileages put right.
  public struct Correction: Hashable, Sendable, Codable {
    /// How it went out.
    public var leaving: Leaving
    /// How it came in; nil while it is out.
    public var back: Return?
    /// Why it is put right.
    public var reason: String

    enum CodingKeys: String, CodingKey {
      case leaving = "out"
      case back = "in"
      case reason
    }

    /// A correction of both ends.
    public init(leaving: Leaving, back: Return?, reason: String) {
      self.leaving = leaving
      self.back = back
      self.reason = reason
    }
  }

  /// What happened on the way.
  public struct Note: Hashable, Sendable, Codable {
    /// What sort of thing it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      case violation
      case accident

      /// As lists and papers call it.
      public var name: Bilingual {
        switch self {
        case .violation: Bilingual(zh: "违章", en: "violation")
        case .accident: Bilingual(zh: "事故", en: "accident")
        }
      }
    }

    /// What sort of thing it is.
    public var kind: Kind
    /// When it happened.
    public var day: Day
    /// In words.
    public var text: String
    /// How it was dealt with; nil while it is not.
    public var handled: String?

    enum CodingKeys: String, CodingKey {
      case kind
      case day
      case text
      case handled
    }

    /// A violation or an accident.
    public init(kind: Kind, day: Day, text: String, handled: String? = nil) {
      self.kind = kind
      self.day = day
      self.text = text
      self.handled = handled
    }
  }

  /// How far it is.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case requested
    case approved
    case out
    case back = "in"
    case declined
    case cancelled

    /// As lists and papers call it.
    public var name: Bilingual {
      switch self {
      case .requested: Bilingual(zh: "待批", en: "asked for")
      case .approved: Bilingual(zh: "已派车", en: "approved")
      case .out: Bilingual(zh: "出车中", en: "out")
      case .back: Bilingual(zh: "已收车", en: "in")
      case .declined: Bilingual(zh: "不同意", en: "declined")
      case .cancelled: Bilingual(zh: "已取消", en: "cancelled")
      }
    }
  }

  /// Its number, as `YC2026-001`, by the year of recording.
  public let id: Identifier<Trip>
  /// What was asked for.
  public var content: Content
  /// Who entered it, and when.
  public var requested: Hazard.Step
  /// How far it is.
  public var state: State
  /// With what it goes; nil before it is approved.
  public var allotment: Allotment?
  /// Who approved or declined it, and when.
  public var decided: Hazard.Step?
  /// How it went out; nil before.
  public var leaving: Leaving?
  /// How it came in; nil before.
  public var back: Return?
  /// Violations and accidents, in the order of their entry.
  public var notes: [Note]
  /// Why it was declined or cancelled.
  public var reason: String?
  /// Why times or mileages were put right, oldest first.
  public var corrections: [String]

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case requested
    case state
    case allotment
    case decided
    case leaving = "out"
    case back = "in"
    case notes
    case reason
    case corrections
  }

  /// The trip that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: TripEvent, _ stamp: Stamp) {
    guard case .requested(let content) = event else { return nil }
    self.id = id
    self.content = content
    requested = Hazard.Step(stamp)
    state = .requested
    notes = []
    corrections = []
  }

  /// The vehicle that it goes with, or that is wanted.
  public var vehicle: Place.ID? { allotment?.vehicle ?? content.vehicle }
  /// Who drives, or is to drive.
  public var driver: Person.ID? { allotment?.driver ?? content.driver }
  /// The day it counts for: on which it went out, or is to begin.
  public var day: Day { (leaving?.at ?? content.start).day }
  /// Kilometres driven; nil while it is not in.
  public var km: Int? {
    guard let leaving, let back else { return nil }
    return back.km - leaving.km
  }
  /// Whether it was entered after it had begun, by more than a day (补登).
  public var isBelated: Bool { content.start.day < requested.day }

  /// When its vehicle and driver are taken: as it went, or as it is to go; nil where they are free.
  public func stretch(at now: Moment) -> ClosedRange<Moment>? {
    switch state {
    case .requested, .declined, .cancelled: nil
    case .approved: content.start...max(content.start, content.end)
    case .out, .back:
      leaving.map { leaving in
        leaving.at...max(leaving.at, back?.at ?? max(content.end, now))
      }
    }
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: TripEvent, _ stamp: Stamp) {
    switch event {
    case .requested: return
    case .approved(let allotment):
      guard state == .requested || state == .approved else { return }
      (self.allotment, state, decided) = (allotment, .approved, Hazard.Step(stamp))
    case .declined(let reason):
      guard state == .requested else { return }
      (state, decided, self.reason) = (.declined, Hazard.Step(stamp), reason)
    case .cancelled(let reason):
      guard state == .requested || state == .approved else { return }
      (state, self.reason) = (.cancelled, reason)
    case .out(let leaving):
      guard state == .approved else { return }
      (state, self.leaving) = (.out, leaving)
    case .back(let back):
      guard state == .out else { return }
      (state, self.back) = (.back, back)
    case .corrected(let correction):
      guard leaving != nil else { return }
      leaving = correction.leaving
      if state == .back { back = correction.back ?? back }
      corrections.append(correction.reason)
    case .noted(let note): notes.append(note)
    case .handled(let number, let text):
      guard notes.indices.contains(number - 1) else { return }
      notes[number - 1].handled = text
    }
  }
}
