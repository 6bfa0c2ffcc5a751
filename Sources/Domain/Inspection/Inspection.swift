import Almanac

/// One finished walk of one place (检查记录): answers, people, times.
public struct Inspection: Hashable, Sendable, Codable, Identifiable {
  /// How a record came in, said wherever it shows, so that nobody takes one for another.
  public enum Entry: String, Hashable, Sendable, Codable, CaseIterable {
    case onSite
    case fromPaper
    case belated

    public var name: Bilingual {
      switch self {
      case .onSite: Bilingual(zh: "现场录入", en: "on site")
      case .fromPaper: Bilingual(zh: "纸质转录", en: "from paper")
      case .belated: Bilingual(zh: "补录", en: "belated")
      }
    }
  }

  /// Its number, as `检2026-0341`.
  public let id: Identifier<Inspection>
  public var content: SignedInspection
  public var day: Day
  public var recorded: Moment
  public var recorder: Person.ID
  /// The section head's signature; nil while it waits (待签).
  public var countersigned: Countersignature?
  public var corrections: [Correction]
  /// The reason for which it was withdrawn; nil while it stands.
  public var withdrawn: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case day
    case recorded
    case recorder
    case countersigned
    case corrections
    case withdrawn
  }

  public var occurrence: OccurrenceKey { content.occurrence }
  /// Items asked, without those not applicable.
  public var asked: Int {
    content.answers.count { if case .notApplicable = $0.answer { false } else { true } }
  }
  /// Fails, readings out of range and choices that are findings, joined ones included.
  public var findings: Int { content.answers.count { $0.answer.finding != nil } }
}

/// The section head's signature under a section's rooms of a round (order 61, articles 25 and 26).
public struct Countersignature: Hashable, Sendable, Codable {
  public var person: Person.ID
  public var day: Day
  /// The date under the signature where it was given on paper (纸签).
  public var paper: Day?

  enum CodingKeys: String, CodingKey {
    case person
    case day
    case paper
  }

  public init(person: Person.ID, day: Day, paper: Day? = nil) {
    self.person = person
    self.day = day
    self.paper = paper
  }
}

/// A signed answer set right later; the former one stays in the history.
public struct Correction: Hashable, Sendable, Codable {
  public var item: ItemKey
  public var answer: Answer
  public var reason: String

  enum CodingKeys: String, CodingKey {
    case item
    case answer
    case reason
  }

  public init(item: ItemKey, answer: Answer, reason: String) {
    self.item = item
    self.answer = answer
    self.reason = reason
  }
}

/// What identifies an occurrence: plan, place and period, the same on every machine.
public struct OccurrenceKey: Hashable, Sendable, Codable, CustomStringConvertible {
  public var plan: Plan.ID
  public var place: Place.ID
  public var period: String

  enum CodingKeys: String, CodingKey {
    case plan
    case place
    case period
  }

  public init(plan: Plan.ID, place: Place.ID, period: String) {
    self.plan = plan
    self.place = place
    self.period = period
  }

  /// Reads `plan/place/period`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, !parts.contains("") else { return nil }
    self.init(plan: Identifier(parts[0]), place: Identifier(parts[1]), period: parts[2])
  }

  public var description: String { "\(plan)/\(place)/\(period)" }
  /// The round it belongs to, as `plan/period`.
  public var round: RoundKey { RoundKey(plan: plan, period: period) }
}

/// What identifies a round (轮次): a plan and a period.
public struct RoundKey: Hashable, Sendable, Codable, CustomStringConvertible {
  public var plan: Plan.ID
  public var period: String

  enum CodingKeys: String, CodingKey {
    case plan
    case period
  }

  public init(plan: Plan.ID, period: String) {
    self.plan = plan
    self.period = period
  }

  /// Reads `plan/period`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts.contains("") else { return nil }
    self.init(plan: Identifier(parts[0]), period: parts[1])
  }

  public var description: String { "\(plan)/\(period)" }
}

/// What an inspector signs.
public struct SignedInspection: Hashable, Sendable, Codable {
  /// One answered item.
  public struct Answered: Hashable, Sendable, Codable {
    public var number: Int
    public var item: ItemKey
    public var answer: Answer

    enum CodingKeys: String, CodingKey {
      case number
      case item
      case answer
    }

    public init(number: Int, item: ItemKey, answer: Answer) {
      self.number = number
      self.item = item
      self.answer = answer
    }
  }

  public var occurrence: OccurrenceKey
  /// The title of the round when it was signed, as printed on the record.
  public var title: Bilingual
  public var section: Section.ID?
  public var checklists: [ChecklistPin]
  public var answers: [Answered]
  /// At least one.
  public var inspectors: [Person.ID]
  public var ledBy: Person.ID?
  /// Start and end of the walk as given; the room's seconds otherwise.
  public var from: Moment
  public var to: Moment
  public var entry: Inspection.Entry
  /// The number of the printed form it was taken from.
  public var form: String?
  /// Seconds the room was open on screen; nil for a record that was not made on site.
  public var seconds: Int?
  /// How many items were passed by the one act "all the rest pass".
  public var passedAtOnce: Int

  enum CodingKeys: String, CodingKey {
    case occurrence
    case title
    case section
    case checklists
    case answers
    case inspectors
    case ledBy
    case from
    case to
    case entry
    case form
    case seconds
    case passedAtOnce
  }

  public init(
    occurrence: OccurrenceKey, title: Bilingual, section: Section.ID?, checklists: [ChecklistPin],
    answers: [Answered], inspectors: [Person.ID], ledBy: Person.ID? = nil, from: Moment, to: Moment,
    entry: Inspection.Entry, form: String? = nil, seconds: Int? = nil, passedAtOnce: Int = 0
  ) {
    self.occurrence = occurrence
    self.title = title
    self.section = section
    self.checklists = checklists
    self.answers = answers
    self.inspectors = inspectors
    self.ledBy = ledBy
    self.from = from
    self.to = to
    self.entry = entry
    self.form = form
    self.seconds = seconds
    self.passedAtOnce = passedAtOnce
  }

  /// The day walked.
  public var walked: Day { to.day }
}
