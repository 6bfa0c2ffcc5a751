import Almanac

/// A walk that has begun and is not signed: saved at every key, not yet a record.
public struct Draft: Hashable, Sendable, Codable {
  /// One answer kept so far.
  public struct Entry: Hashable, Sendable, Codable {
    public var item: ItemKey
    public var answer: Answer

    enum CodingKeys: String, CodingKey {
      case item
      case answer
    }

    public init(item: ItemKey, answer: Answer) {
      self.item = item
      self.answer = answer
    }
  }

  public var occurrence: OccurrenceKey
  public var owner: Person.ID
  public var started: Moment
  public var saved: Moment
  /// Seconds the room has been open on screen.
  public var seconds: Int
  /// The number of the item on which the cursor stands.
  public var cursor: Int
  public var passedAtOnce: Int
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
