import Almanac

/// An item that does not apply at a place for as long as things stay so (长期不适用): proposed with an
/// answer, confirmed by an administrator, and from then on not asked there.
public struct Exemption: Hashable, Sendable, Codable, Identifiable {
  /// A place and an item: what is asked there no more.
  public struct Key: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Where it does not apply.
    public var place: Place.ID
    /// What does not apply, in every version and plan.
    public var item: ItemKey

    enum CodingKeys: String, CodingKey {
      case place
      case item
    }

    /// A key from a place and an item.
    public init(place: Place.ID, item: ItemKey) {
      self.place = place
      self.item = item
    }

    /// Reads `place/checklist/item`.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, let item = ItemKey(parts[1]) else { return nil }
      self.init(place: Identifier(parts[0]), item: item)
    }

    /// `place/checklist/item`, as stored.
    public var description: String { "\(place)/\(item)" }
  }

  /// How far it is.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case proposed
    case confirmed
    case refused
    /// The answer that proposed it was corrected, or its record withdrawn.
    case withdrawn
    /// Confirmed once, and asked again since.
    case ended

    /// The state as lists show it.
    public var name: Bilingual {
      switch self {
      case .proposed: Bilingual(zh: "待确认", en: "proposed")
      case .confirmed: Bilingual(zh: "已确认", en: "confirmed")
      case .refused: Bilingual(zh: "未同意", en: "refused")
      case .withdrawn: Bilingual(zh: "已撤回", en: "withdrawn")
      case .ended: Bilingual(zh: "已终止", en: "ended")
      }
    }
  }

  /// Who did something on which day.
  public struct Step: Hashable, Sendable, Codable {
    /// Who did it.
    public var person: Person.ID
    /// The day it was recorded.
    public var day: Day
    /// In whose place (代理); nil where the person's own role sufficed.
    public var standsFor: Person.ID?

    enum CodingKeys: String, CodingKey {
      case person
      case day
      case standsFor = "as"
    }

    /// A step of a person on a day.
    public init(person: Person.ID, day: Day) {
      self.person = person
      self.day = day
    }

    /// The step that a line records.
    init(_ stamp: Stamp) {
      self.init(person: stamp.actor, day: stamp.day)
      standsFor = stamp.standsFor
    }
  }

  /// The place and the item.
  public let id: Key
  /// The latest proposal.
  public var proposal: ExemptionProposal
  /// Where it stands now.
  public var state: State
  /// Who proposed it last, and when.
  public var proposed: Step
  /// Who confirmed, refused, withdrew or ended it; nil while it waits.
  public var decided: Step?
  /// Why it was refused, withdrawn or ended.
  public var reason: String?
  /// The first day on which it is not asked; nil if it never was confirmed.
  public var from: Day?
  /// The first day on which it is asked again; nil while it is not.
  public var to: Day?

  enum CodingKeys: String, CodingKey {
    case id
    case proposal
    case state
    case proposed
    case decided
    case reason
    case from
    case to
  }

  /// Whether the item is not asked on a day.
  public func isInForce(on day: Day) -> Bool {
    guard let from, from <= day else { return false }
    return to.map { day < $0 } ?? true
  }
}

/// What an answer proposes: that an item never applies at the place.
public struct ExemptionProposal: Hashable, Sendable, Codable {
  /// The item's words as they were asked.
  public var text: Bilingual
  /// The id of the numbered reason.
  public var reason: String
  /// The reason's words where it is "other".
  public var note: String?
  /// The record whose answer proposes it.
  public var inspection: Inspection.ID

  enum CodingKeys: String, CodingKey {
    case text
    case reason
    case note
    case inspection
  }

  /// A proposal from an item's words, a reason and the record.
  public init(text: Bilingual, reason: String, note: String? = nil, inspection: Inspection.ID) {
    self.text = text
    self.reason = reason
    self.note = note
    self.inspection = inspection
  }

  /// The reason in words.
  public var why: Bilingual { NotApplicableReason.words(reason, note: note) }
}

extension Answer {
  /// What the answer proposes about its item; nil for one that proposes nothing.
  func proposal(at question: Questionnaire.Question, in record: Inspection.ID) -> ExemptionProposal?
  {
    guard case .notApplicable(let reason, let note, let always) = self, always else { return nil }
    return ExemptionProposal(
      text: question.item.text, reason: reason, note: note, inspection: record)
  }
}
