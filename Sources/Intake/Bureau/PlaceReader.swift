import Almanac
import Domain

/// Reads the places of a bureau file, single ones and ranges of rooms.
struct PlaceReader {
  let sections: NameTable<Section>
  let persons: NameTable<Person>
  private var taken = TakenIDs()

  init(sections: NameTable<Section>, persons: NameTable<Person>) {
    self.sections = sections
    self.persons = persons
  }

  /// Reads a list of places, at least one.
  mutating func places(_ value: YAMLValue) throws(IntakeError) -> [Place] {
    var places: [Place] = []
    for entry in try value.filledList() { places += try self.entry(entry) }
    return places
  }

  private mutating func entry(_ value: YAMLValue) throws(IntakeError) -> [Place] {
    let fields = try value.fields(["rooms", "id", "name", "kind", "section", "key"])
    let kind = try fields.required("kind").choice(Vocabulary(PlaceKind.self, name: \.name))
    let section = try sections.id(fields["section"])
    let key = try key(fields["key"])
    var places: [Place] = []
    for named in try names(fields) {
      try taken.take(named.id, at: named.source)
      places.append(
        Place(
          id: Identifier(named.id), name: named.name, kind: kind, section: section,
          keyReason: key?.reason,
          keyPerson: key?.person))
    }
    return places
  }

  private func names(_ fields: YAMLFields) throws(IntakeError) -> [Named] {
    guard let rooms = fields["rooms"] else {
      if fields["name"] == nil, let id = fields["id"] { return [try Named(plain: id)] }
      return [try Named(fields)]
    }
    if let id = fields["id"] {
      throw id.error(
        Bilingual(zh: "写了 rooms 就不写 id", en: "id cannot stand with rooms"))
    }
    let pattern = try namePattern(fields["name"])
    var names: [Named] = []
    for range in try rooms.isList ? rooms.filledList() : [rooms] {
      for room in try self.rooms(range) {
        let name = pattern[0] + room + pattern[1]
        do throws(WordingError) { _ = try Wording.name(name) } catch {
          throw range.error(error.message)
        }
        names.append(Named(id: room, name: name, source: range))
      }
    }
    return names
  }

  /// What stands before and after the room in its name; nothing where no name is given.
  private func namePattern(_ value: YAMLValue?) throws(IntakeError) -> [String] {
    guard let value else { return ["", ""] }
    let text = try value.text()
    let parts = text.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw value.error(
        Bilingual(
          zh: "成批房间的名称里要写一个 {} 代表房号，如 \"{} 办公室\"",
          en: "the name of rooms needs one {} for the room, as \"{} office\""))
    }
    return parts
  }

  private func rooms(_ value: YAMLValue) throws(IntakeError) -> [String] {
    let text = try value.text()
    guard let range = RoomRange(text), range.rooms.allSatisfy(isWellFormed(id:)) else {
      throw value.error(
        Bilingual(
          zh: "“\(text)”不是房号范围，应写如 301-312，至多\(RoomRange.limit)间；不相连的写 [301, 305]",
          en: """
            “\(text)” is no range of rooms; write as 301-312, \(RoomRange.limit) at most, others \
            as [301, 305]
            """))
    }
    return range.rooms
  }

  private func key(
    _ value: YAMLValue?
  ) throws(IntakeError) -> (reason: String, person: Person.ID?)? {
    guard let fields = try value?.fields(["reason", "person"]) else { return nil }
    return (try fields.required("reason").text(), try persons.id(fields["person"]))
  }
}
