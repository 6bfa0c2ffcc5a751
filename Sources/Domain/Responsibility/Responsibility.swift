import Almanac

/// Who held a post and who will, with the days: nothing of it is lost when an office changes hands.
public struct Responsibility: Hashable, Sendable, Codable, Identifiable {
  /// A person's time in a post.
  public struct Tenure: Hashable, Sendable, Codable {
    /// Who holds it.
    public var person: Person.ID
    /// The first day; nil where it began before it was entered here.
    public var from: Day?
    /// The last day; nil while no end is known.
    public var to: Day?
    /// By which document (任命、分工文件).
    public var document: String?

    enum CodingKeys: String, CodingKey {
      case person
      case from
      case to
      case document
    }

    /// A person's time in a post, with its limits where they are known.
    public init(person: Person.ID, from: Day? = nil, to: Day? = nil, document: String? = nil) {
      self.person = person
      self.from = from
      self.to = to
      self.document = document
    }

    /// Whether a day lies in it.
    public func contains(_ day: Day) -> Bool {
      (from.map { $0 <= day } ?? true) && (to.map { $0 >= day } ?? true)
    }

    /// What of it lies before a day; nil where nothing does.
    fileprivate func before(_ day: Day) -> Tenure? {
      if let from, from >= day { return nil }
      var tenure = self
      tenure.to = min(to ?? day - 1, day - 1)
      return tenure
    }
  }

  /// The post.
  public var post: Post
  /// Those who held it, hold it and will, by their first day.
  public var tenures: [Tenure]

  /// The post's name in the journal.
  public var id: Identifier<Responsibility> { Identifier(post.description) }

  enum CodingKeys: String, CodingKey {
    case post
    case tenures
  }

  /// A post that nobody was given yet.
  public init(post: Post, tenures: [Tenure] = []) {
    self.post = post
    self.tenures = tenures
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: ResponsibilityEvent) {
    switch event {
    case .given(let tenure, let former):
      if tenures.isEmpty, let former, former != tenure.person {
        tenures.append(Tenure(person: former))
      }
      insert(tenure)
    case .ended(let person, let last, _):
      if tenures.isEmpty { tenures.append(Tenure(person: person)) }
      tenures = tenures.compactMap { $0.person == person ? $0.before(last + 1) : $0 }
    case .withdrawn(let person, let from, _):
      tenures.removeAll { $0.person == person && $0.from == from }
    }
  }

  /// Puts a tenure among the others: who holds the post until then goes, who follows later still does.
  private mutating func insert(_ tenure: Tenure) {
    func rivals(_ other: Tenure) -> Bool { post.isSingle || other.person == tenure.person }
    guard let from = tenure.from else { return }
    var tenure = tenure
    let next = tenures.filter { rivals($0) && ($0.from ?? from) > from }.compactMap(\.from).min()
    if let next { tenure.to = min(tenure.to ?? next - 1, next - 1) }
    tenures = tenures.compactMap { other in
      guard rivals(other), (other.from ?? from) <= from else { return other }
      return other.contains(from) ? other.before(from) : other
    }
    tenures.append(tenure)
    tenures.sort { ($0.from?.number ?? .min, $0.person) < ($1.from?.number ?? .min, $1.person) }
  }
}

/// What happened to a post. Never refused once written.
public enum ResponsibilityEvent: Hashable, Sendable {
  /// Somebody holds it from a day on; who answered until then without having been entered stays on record.
  case given(Responsibility.Tenure, former: Person.ID? = nil)
  case ended(Person.ID, last: Day, reason: String?)
  /// It was entered by mistake.
  case withdrawn(Person.ID, from: Day, reason: String)

  /// What happened, as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .given: Bilingual(zh: "明确责任人", en: "named")
    case .ended: Bilingual(zh: "不再担任", en: "ended")
    case .withdrawn: Bilingual(zh: "作废（误录）", en: "withdrawn as entered by mistake")
    }
  }
}

extension ResponsibilityEvent: JournalEvent {
  private struct Data: Codable {
    var person: Person.ID
    var from: Day?
    var to: Day?
    var document: String?
    var former: Person.ID?
    var reason: String?

    enum CodingKeys: String, CodingKey {
      case person
      case from
      case to
      case document
      case former
      case reason
    }
  }

  /// Its name in the journal, as `responsibility.given`.
  public var type: String {
    switch self {
    case .given: "responsibility.given"
    case .ended: "responsibility.ended"
    case .withdrawn: "responsibility.withdrawn"
    }
  }

  /// Who, from when or until when, by which document or why.
  public var data: any Encodable & Sendable {
    switch self {
    case .given(let tenure, let former):
      Data(
        person: tenure.person, from: tenure.from, to: tenure.to, document: tenure.document,
        former: former)
    case .ended(let person, let last, let reason): Data(person: person, to: last, reason: reason)
    case .withdrawn(let person, let from, let reason):
      Data(person: person, from: from, reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of a post.
  public init?(type: String, from decoder: any Decoder) throws {
    guard type.hasPrefix("responsibility.") else { return nil }
    let data = try Data(from: decoder)
    func required<Value>(_ value: Value?, _ key: Data.CodingKeys) throws -> Value {
      guard let value else {
        throw DecodingError.keyNotFound(
          key, .init(codingPath: decoder.codingPath, debugDescription: type))
      }
      return value
    }
    switch type {
    case "responsibility.given":
      self = .given(
        Responsibility.Tenure(
          person: data.person, from: try required(data.from, .from), to: data.to,
          document: data.document), former: data.former)
    case "responsibility.ended":
      self = .ended(data.person, last: try required(data.to, .to), reason: data.reason)
    case "responsibility.withdrawn":
      self = .withdrawn(
        data.person, from: try required(data.from, .from), reason: data.reason ?? "")
    default: return nil
    }
  }
}
