import Almanac

/// A walk that has begun and is not signed: saved at every key, not yet a record.
public struct Draft: Hashable, Sendable, Codable {
  /// One answer kept so far.
  public struct Entry: Hashable, Sendable, Codable {
    /// The item answered.
    public var item: ItemKey
    /// Its answer so far.
    public var answer: Answer
    /// Whether it came from the one act "all the rest pass".
    public var isAtOnce: Bool

    enum CodingKeys: String, CodingKey {
      case item
      case answer
      case isAtOnce = "atOnce"
    }

    /// An entry from an item and its answer.
    public init(item: ItemKey, answer: Answer, isAtOnce: Bool = false) {
      self.item = item
      self.answer = answer
      self.isAtOnce = isAtOnce
    }

    /// Reads an entry; one that does not say so was answered by itself.
    public init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      item = try fields.decode(ItemKey.self, forKey: .item)
      answer = try fields.decode(Answer.self, forKey: .answer)
      isAtOnce = try fields.decodeIfPresent(Bool.self, forKey: .isAtOnce) ?? false
    }
  }

  /// What is being walked; one draft each.
  public var occurrence: OccurrenceKey
  /// Other occurrences of the same place that are walked with it and signed in the same act.
  public var companions: [OccurrenceKey]
  /// Who is walking: who began it, or took it over.
  public var owner: Person.ID
  /// When the walk began.
  public var started: Moment
  /// When it was last changed.
  public var saved: Moment
  /// Seconds the room has been open on screen.
  public var seconds: Int
  /// The number of the item on which the cursor stands.
  public var cursor: Int
  /// The answers so far, in the order in which they were given.
  public var entries: [Entry]

  enum CodingKeys: String, CodingKey {
    case occurrence
    case companions
    case owner
    case started
    case saved
    case seconds
    case cursor
    case entries
  }

  /// A draft with nothing answered, begun by a person at a time.
  public init(
    occurrence: OccurrenceKey, companions: [OccurrenceKey] = [], owner: Person.ID, started: Moment
  ) {
    self.occurrence = occurrence
    self.companions = companions
    self.owner = owner
    self.started = started
    saved = started
    seconds = 0
    cursor = 1
    entries = []
  }

  /// Items passed by the one act "all the rest pass" and not answered otherwise since.
  public var passedAtOnce: Set<ItemKey> {
    Set(entries.filter(\.isAtOnce).map(\.item))
  }

  /// Passes items not answered yet in the one act "all the rest pass".
  public mutating func passAtOnce(_ items: [ItemKey]) {
    entries += items.map { Entry(item: $0, answer: .pass, isAtOnce: true) }
  }

  /// The answer to an item; setting nil clears it.
  public subscript(item: ItemKey) -> Answer? {
    get { entries.first { $0.item == item }?.answer }
    set {
      if let index = entries.firstIndex(where: { $0.item == item }) {
        if let newValue {
          entries[index] = Entry(item: item, answer: newValue)
        } else {
          entries.remove(at: index)
        }
      } else if let newValue {
        entries.append(Entry(item: item, answer: newValue))
      }
    }
  }
}

extension Draft {
  /// The draft without answers to what is asked no more, or asked otherwise: a checklist has been changed
  /// since. What was answered before it became one that never applies there (长期不适用) stays.
  ///
  /// - Parameter parts: What the rounds that are or may be walked together ask.
  public func fitting(_ parts: [Questionnaire]) -> Draft {
    let questions = parts.flatMap { $0.questions + $0.spared }
    var draft = self
    draft.entries = entries.filter { entry in
      questions.contains { $0.key == entry.item && $0.item.accepts(entry.answer) }
    }
    return draft
  }

  /// The key under which drafts of an older form count what was passed at once.
  private enum FormerKeys: String, CodingKey {
    case passedAtOnce
  }

  /// Reads a draft. One of an older form has no companions, and only counts what was passed at once: the
  /// passes given last.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    occurrence = try fields.decode(OccurrenceKey.self, forKey: .occurrence)
    companions = try fields.decodeIfPresent([OccurrenceKey].self, forKey: .companions) ?? []
    owner = try fields.decode(Person.ID.self, forKey: .owner)
    started = try fields.decode(Moment.self, forKey: .started)
    saved = try fields.decode(Moment.self, forKey: .saved)
    seconds = try fields.decode(Int.self, forKey: .seconds)
    cursor = try fields.decode(Int.self, forKey: .cursor)
    entries = try fields.decode([Entry].self, forKey: .entries)
    let former = try decoder.container(keyedBy: FormerKeys.self)
    let count = try former.decodeIfPresent(Int.self, forKey: .passedAtOnce) ?? 0
    for index in entries.indices.filter({ entries[$0].answer == .pass }).suffix(count) {
      entries[index].isAtOnce = true
    }
  }
}
