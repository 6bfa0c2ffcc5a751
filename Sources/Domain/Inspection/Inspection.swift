import Almanac

/// One finished walk of one place (检查记录): answers, people, times.
public struct Inspection: Hashable, Sendable, Codable, Identifiable {
  /// How a record came in, said wherever it shows, so that nobody takes one for another.
  public enum Entry: String, Hashable, Sendable, Codable, CaseIterable {
    case onSite
    case fromPaper
    case belated

    /// The way of entry as printed on the record.
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
  /// What was signed, with corrections applied.
  public var content: SignedInspection
  /// The day it counts for: the day walked.
  public var day: Day
  /// When it was signed in the program.
  public var recorded: Moment
  /// Who signed it in; the inspectors are in the content.
  public var recorder: Person.ID
  /// The section head's signature; nil while it waits (待签).
  public var countersigned: Countersignature?
  /// Answers set right since, oldest first.
  public var corrections: [Correction]
  /// The reason for which it was withdrawn; nil while it stands.
  public var withdrawn: String?
  /// When it was last corrected or withdrawn; nil as it was signed.
  public var changed: Moment?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case day
    case recorded
    case recorder
    case countersigned
    case corrections
    case withdrawn
    case changed
  }

  /// The task that it fulfils while it stands.
  public var occurrence: OccurrenceKey { content.occurrence }
  /// Items asked, without those not applicable.
  public var asked: Int {
    content.answers.count { if case .notApplicable = $0.answer { false } else { true } }
  }
  /// Fails, readings out of range and choices that are findings, joined ones included.
  public var findings: Int { content.answers.count { $0.answer.finding != nil } }
  /// Whether it waits for the section head, is signed by the section, or withdrawn.
  public var standing: Bilingual {
    if withdrawn != nil { return Bilingual(zh: "已作废", en: "withdrawn") }
    return countersigned == nil
      ? Bilingual(zh: "待签", en: "to be signed") : Bilingual(zh: "已签", en: "signed")
  }
}

/// The section head's signature under a section's rooms of a round (order 61, articles 25 and 26).
public struct Countersignature: Hashable, Sendable, Codable {
  /// The head of the section who signed.
  public var person: Person.ID
  /// The day on which it was entered.
  public var day: Day
  /// The date under the signature where it was given on paper (纸签).
  public var paper: Day?
  /// The head in whose place it was given (代理); nil where the person is head.
  public var standsFor: Person.ID?

  enum CodingKeys: String, CodingKey {
    case person
    case day
    case paper
    case standsFor = "as"
  }

  /// A signature by a person, entered on a day; with its paper date if given on paper.
  public init(person: Person.ID, day: Day, paper: Day? = nil, standsFor: Person.ID? = nil) {
    self.person = person
    self.day = day
    self.paper = paper
    self.standsFor = standsFor
  }
}

/// A signed answer set right later; the former one stays in the history.
public struct Correction: Hashable, Sendable, Codable {
  /// The item set right.
  public var item: ItemKey
  /// The answer in force from now on.
  public var answer: Answer
  /// Why the signed one was wrong. Never empty.
  public var reason: String

  enum CodingKeys: String, CodingKey {
    case item
    case answer
    case reason
  }

  /// A correction of an item to an answer, with its reason.
  public init(item: ItemKey, answer: Answer, reason: String) {
    self.item = item
    self.answer = answer
    self.reason = reason
  }
}

/// What identifies an occurrence: plan, place and period, the same on every machine.
public struct OccurrenceKey: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The plan it is due under.
  public var plan: Plan.ID
  /// The place that is walked.
  public var place: Place.ID
  /// The key of the period, as `2026-11` or `2026-spring-festival`.
  public var period: String

  enum CodingKeys: String, CodingKey {
    case plan
    case place
    case period
  }

  /// A key from its three parts, none with a `/` in it.
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

  /// `plan/place/period`, as typed and stored.
  public var description: String { "\(plan)/\(place)/\(period)" }
  /// The round it belongs to, as `plan/period`.
  public var round: RoundKey { RoundKey(plan: plan, period: period) }
}

/// What identifies a round (轮次): a plan and a period.
public struct RoundKey: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The plan whose places are walked.
  public var plan: Plan.ID
  /// The key of the period, as `2026-11` or `2026-spring-festival`.
  public var period: String

  enum CodingKeys: String, CodingKey {
    case plan
    case period
  }

  /// A key from its two parts, neither with a `/` in it.
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

  /// `plan/period`, as typed and stored.
  public var description: String { "\(plan)/\(period)" }
}

/// What an inspector signs.
public struct SignedInspection: Hashable, Sendable, Codable {
  /// One answered item.
  public struct Answered: Hashable, Sendable, Codable {
    /// Its number on the form, from 1.
    public var number: Int
    /// The checklist and the item in it.
    public var item: ItemKey
    /// The answer that the inspector signed for.
    public var answer: Answer

    enum CodingKeys: String, CodingKey {
      case number
      case item
      case answer
    }

    /// An item under its number, with its answer.
    public init(number: Int, item: ItemKey, answer: Answer) {
      self.number = number
      self.item = item
      self.answer = answer
    }
  }

  /// The task that was walked.
  public var occurrence: OccurrenceKey
  /// The title of the round when it was signed, as printed on the record.
  public var title: Bilingual
  /// The section of the place when it was signed; its head countersigns.
  public var section: Section.ID?
  /// The versions that were asked, pinned by content hash.
  public var checklists: [ChecklistPin]
  /// Every item asked, in the order of numbers; none is without an answer.
  public var answers: [Answered]
  /// At least one.
  public var inspectors: [Person.ID]
  /// The leader who led it (带队领导), if any.
  public var ledBy: Person.ID?
  /// Start and end of the walk as given; the room's seconds otherwise.
  public var from: Moment
  /// End of the walk, never before its start; its day is the day walked.
  public var to: Moment
  /// How the record came in, decided when it was signed.
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

  /// A record's content from a walk, all its answers and the way they came in.
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
