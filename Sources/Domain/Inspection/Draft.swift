import Almanac

/// A walk that has begun and is not signed: saved at every key, not yet a record.
public struct Draft: Hashable, Sendable, Codable {
  /// One answer kept so far.
  public struct Entry: Hashable, Sendable, Codable {
    /// The item answered.
    public var item: ItemKey
    /// Its answer so far.
    public var answer: Answer

    enum CodingKeys: String, CodingKey {
      case item
      case answer
    }

    /// An entry from an item and its answer.
    public init(item: ItemKey, answer: Answer) {
      self.item = item
      self.answer = answer
    }
  }

  /// What is being walked; one draft each.
  public var occurrence: OccurrenceKey
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
  /// How many items were passed by the one act "all the rest pass".
  public var passedAtOnce: Int
  /// The answers so far, in the order in which they were given.
  public var entries: [Entry]

  enum CodingKeys: String, CodingKey {
    case occurrence
    case owner
    case started
    case saved
    case seconds
    case cursor
    case passedAtOnce
    case entries
  }

  /// A draft with nothing answered, begun by a person at a time.
  public init(occurrence: OccurrenceKey, owner: Person.ID, started: Moment) {
    self.occurrence = occurrence
    self.owner = owner
    self.started = started
    saved = started
    seconds = 0
    cursor = 1
    passedAtOnce = 0
    entries = []
  }

  /// The answer to an item; setting nil clears it.
  public subscript(item: ItemKey) -> Answer? {
    get { entries.first { $0.item == item }?.answer }
    set {
      if let index = entries.firstIndex(where: { $0.item == item }) {
        if let newValue {
          entries[index].answer = newValue
        } else {
          entries.remove(at: index)
        }
      } else if let newValue {
        entries.append(Entry(item: item, answer: newValue))
      }
    }
  }
}
