import Almanac

/// An entry of the register of activities (工作台账): a circular passed on, a meeting, a training, a visit.
public struct Activity: Hashable, Sendable, Codable, Identifiable {
  /// What a meeting resolved: who does it, and by when.
  public struct Resolution: Hashable, Sendable, Codable {
    /// What is to be done.
    public var text: String
    /// Who does it.
    public var owner: Person.ID
    /// The last day on which it is done in time.
    public var due: Day

    enum CodingKeys: String, CodingKey {
      case text
      case owner
      case due
    }

    /// A resolution from what is to be done, by whom and by when.
    public init(text: String, owner: Person.ID, due: Day) {
      self.text = text
      self.owner = owner
      self.due = due
    }
  }

  /// What an entry says.
  public struct Content: Hashable, Sendable, Codable {
    /// Its sort.
    public var kind: ActivityKind.ID
    /// The day on which it was.
    public var day: Day
    /// What it was: the title of a circular, the topic of a meeting.
    public var title: String
    /// Where it was; nil where that says nothing.
    public var place: String?
    /// The answers by the ids of the fields; none for what was left empty.
    public var values: [String: ActivityValue]
    /// Those of the office who took part, or to whom a circular was passed on.
    public var persons: [Person.ID]
    /// In the order of their numbers, from 1.
    public var resolutions: [Resolution]
    /// The paper that belongs to it.
    public var file: Scan?

    enum CodingKeys: String, CodingKey {
      case kind
      case day
      case title
      case place
      case values
      case persons
      case resolutions
      case file
    }

    /// What an entry says.
    public init(
      kind: ActivityKind.ID, day: Day, title: String, place: String? = nil,
      values: [String: ActivityValue] = [:], persons: [Person.ID] = [],
      resolutions: [Resolution] = [], file: Scan? = nil
    ) {
      self.kind = kind
      self.day = day
      self.title = title
      self.place = place
      self.values = values
      self.persons = persons
      self.resolutions = resolutions
      self.file = file
    }
  }

  /// What it said before it was corrected.
  public struct Correction: Hashable, Sendable, Codable {
    /// As it was until then.
    public var before: Content
    /// Why it was corrected.
    public var reason: String
    /// By whom, on which day.
    public var step: Hazard.Step

    enum CodingKeys: String, CodingKey {
      case before
      case reason
      case step
    }
  }

  /// That a resolution was carried out.
  public struct Closing: Hashable, Sendable, Codable {
    /// Which, from 1.
    public var number: Int
    /// How; nil where nothing was said.
    public var note: String?
    /// By whom, on which day.
    public var step: Hazard.Step

    enum CodingKeys: String, CodingKey {
      case number
      case note
      case step
    }
  }

  /// Its number, as `HD2026-001`, by the year of recording.
  public let id: Identifier<Activity>
  /// What it says now.
  public var content: Content
  /// Who recorded it, and when.
  public var recorded: Hazard.Step
  /// Oldest first.
  public var corrections: [Correction]
  /// Who has said to have read it, each once.
  public var reads: [Hazard.Step]
  /// The resolutions that are carried out.
  public var closings: [Closing]
  /// Who withdrew it, and when; nil while it stands.
  public var withdrawn: Hazard.Step?
  /// Why it was withdrawn.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case recorded
    case corrections
    case reads
    case closings
    case withdrawn
    case reason
  }

  /// Whether it counts.
  public var stands: Bool { withdrawn == nil }
  /// What was recorded at first.
  public var original: Content { corrections.first?.before ?? content }
  /// Those to whom it was passed on and who have not said that they have read it.
  public var unread: [Person.ID] {
    content.persons.filter { person in !reads.contains { $0.person == person } }
  }

  /// The resolutions that are not carried out yet, with their numbers from 1.
  public var open: [(number: Int, resolution: Resolution)] {
    guard stands else { return [] }
    return content.resolutions.enumerated().map { ($0.offset + 1, $0.element) }
      .filter { pair in closing(pair.0) == nil }
  }

  /// How a resolution was carried out; nil while it is open.
  public func closing(_ number: Int) -> Closing? { closings.first { $0.number == number } }
}
