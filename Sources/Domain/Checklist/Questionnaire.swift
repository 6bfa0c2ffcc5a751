import Almanac

/// The items asked at one place in one round, numbered through all checklists of the plan.
public struct Questionnaire: Hashable, Sendable {
  /// One numbered question.
  public struct Question: Hashable, Sendable {
    /// 1 for the first; the number printed on forms and typed on the command line.
    public var number: Int
    /// The item's lasting name, under which its answer is kept.
    public var key: ItemKey
    /// The heading under which it stands.
    public var section: Bilingual
    /// The item as the version asked words it.
    public var item: Item
  }

  /// In the order in which they are asked.
  public var questions: [Question]
  /// The versions it was made from.
  public var versions: [ChecklistPin]
  /// Questions not asked here because they never apply (长期不适用): they keep their numbers, so that
  /// those of the others stay as they are on forms printed before, and are not asked.
  public private(set) var spared: [Question] = []

  /// Questions already numbered, with the versions they come from.
  public init(questions: [Question], versions: [ChecklistPin]) {
    self.questions = questions
    self.versions = versions
  }

  /// The same without some items; every number stays.
  public func sparing(_ items: Set<ItemKey>) -> Questionnaire {
    var fewer = self
    fewer.questions.removeAll { items.contains($0.key) }
    fewer.spared += questions.filter { items.contains($0.key) }
    return fewer
  }

  /// What a walk has to answer: all that is asked, and what was answered though it is not asked, as on a
  /// form printed before.
  public func questions(answeredBy answers: [ItemKey: Answer]) -> [Question] {
    let more = spared.filter { answers[$0.key] != nil }
    return more.isEmpty ? questions : (questions + more).sorted { $0.number < $1.number }
  }

  /// The questions of a plan at a place.
  ///
  /// - Parameters:
  ///   - isOncePlace: Whether this is the place where what is asked once a round is asked.
  ///   - weather: On an alert, its kind: sections for other weather are left out.
  public init(
    plan: Plan, checklists: [Identifier<Checklist>: ChecklistVersion], place: Place,
    isOncePlace: Bool, weather: Alert.Kind? = nil
  ) {
    var questions: [Question] = []
    var versions: [ChecklistPin] = []
    for use in plan.uses {
      guard let version = checklists[use.checklist] else { continue }
      versions.append(
        ChecklistPin(id: use.checklist, version: version.content.version, hash: version.hash))
      let asked = weather.map(version.content.weather)
      for section in version.content.sections where use.asks(section, weather: asked) {
        for item in section.items
        where item.applies(to: place.kind, of: version.content, isOncePlace: isOncePlace) {
          questions.append(
            Question(
              number: questions.count + 1,
              key: ItemKey(checklist: use.checklist, item: item.id),
              section: section.title, item: item))
        }
      }
    }
    self.init(questions: questions, versions: versions)
  }

  /// What several rounds ask at one place in one walk: the first one's questions under their numbers, then
  /// the further ones of each that follows, numbered on. An item of the same checklist and id is asked
  /// once.
  public init(merging parts: [Questionnaire]) {
    self = parts.first ?? Questionnaire(questions: [], versions: [])
    var asked = Set(questions.map(\.key))
    var last = lastNumber
    for part in parts.dropFirst() {
      for var question in part.questions where asked.insert(question.key).inserted {
        last += 1
        question.number = last
        questions.append(question)
      }
      versions += part.versions.filter { !versions.contains($0) }
    }
  }

  /// The question of a number, asked or spared; nil if there is none.
  public subscript(number: Int) -> Question? {
    (questions + spared).first { $0.number == number }
  }
  /// The highest number, on a form the last.
  public var lastNumber: Int { (questions + spared).map(\.number).max() ?? 0 }
}

/// An item of a checklist, whatever its version.
public struct ItemKey: Hashable, Sendable, Codable {
  /// The checklist it belongs to.
  public var checklist: Identifier<Checklist>
  /// The item's id, unique in that checklist.
  public var item: String

  enum CodingKeys: String, CodingKey {
    case checklist
    case item
  }

  /// A key from the ids of a checklist and of an item in it.
  public init(checklist: Identifier<Checklist>, item: String) {
    self.checklist = checklist
    self.item = item
  }
}

extension ItemKey: CustomStringConvertible {
  /// Reads `checklist/item`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    self.init(checklist: Identifier(parts[0]), item: parts[1])
  }

  /// `checklist/item`, as commands take it.
  public var description: String { "\(checklist)/\(item)" }
}

/// The version of a checklist that a record pins.
public struct ChecklistPin: Hashable, Sendable, Codable {
  /// The checklist's, the same in all versions.
  public var id: Identifier<Checklist>
  /// The version's number, for people to read.
  public var version: Int
  /// SHA-256 of the version's canonical text: what the record holds to.
  public var hash: String

  enum CodingKeys: String, CodingKey {
    case id
    case version
    case hash
  }

  /// A pin from a checklist's id and one version's number and hash.
  public init(id: Identifier<Checklist>, version: Int, hash: String) {
    self.id = id
    self.version = version
    self.hash = hash
  }
}

extension Plan.Use {
  /// Whether this plan asks a section, under this weather.
  func asks(_ section: ChecklistSection, weather: Alert.Kind?) -> Bool {
    if let sections, !sections.contains(section.id) { return false }
    guard let asked = section.weather else { return true }
    return weather.map { $0.rawValue == asked } ?? true
  }
}

extension Item {
  /// Whether the item is asked at a kind of place.
  func applies(to kind: PlaceKind, of checklist: Checklist, isOncePlace: Bool) -> Bool {
    if isOncePerRound { return isOncePlace }
    return (placeKinds ?? checklist.placeKinds).contains(kind)
  }
}

extension Checklist {
  /// The weather whose sections are asked on an alert: its own, or another's where it has none.
  func weather(for kind: Alert.Kind) -> Alert.Kind {
    kind.asked { kind in sections.contains { $0.weather == kind.rawValue } }
  }

  /// The kinds that can be the one place of what is asked once a round, in order of preference.
  var onceKinds: [PlaceKind] { placeKinds.filter { $0 == .building || $0 == .dutyRoom } }
}
