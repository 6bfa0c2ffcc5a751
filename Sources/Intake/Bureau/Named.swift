import Almanac
import Domain

/// The id and the name of an entry, either of which may stand for the other.
struct Named {
  let id: String
  let name: String
  /// Where the id is written, or the name that is the id.
  let source: YAMLValue

  init(id: String, name: String, source: YAMLValue) {
    self.id = id
    self.name = name
    self.source = source
  }

  /// A bare name, which is the id too.
  init(plain value: YAMLValue) throws(IntakeError) {
    name = try value.name()
    id = try Self.id(fromName: value)
    source = value
  }

  /// An entry with a name and, unless the name can be it, an id.
  init(_ fields: YAMLFields) throws(IntakeError) {
    let nameValue = try fields.required("name")
    name = try nameValue.name()
    source = fields["id"] ?? nameValue
    id = if let value = fields["id"] { try value.id() } else { try Self.id(fromName: nameValue) }
  }

  private static func id(fromName value: YAMLValue) throws(IntakeError) -> String {
    let name = try value.text()
    guard isWellFormed(id: name) else {
      throw value.error(
        Bilingual(
          zh: "名称“\(name)”不能作编号（含空格、斜线，以-开头或过长），请另写 id",
          en:
            "the name “\(name)” cannot be the id (a space, a slash, a hyphen first or too long): give an id"
        ))
    }
    return name
  }
}

/// The sections or persons of the file, to be referred to by id or by name.
struct NameTable<Subject> {
  private let entries: [(id: Identifier<Subject>, name: String)]
  private let problem: (String) -> Bilingual

  /// - Parameter problem: What to say of a text that is neither an id nor a name.
  init(_ entries: [(Identifier<Subject>, String)], problem: @escaping (String) -> Bilingual) {
    self.entries = entries.map { (id: $0.0, name: $0.1) }
    self.problem = problem
  }

  /// The id of what a text refers to; an id goes before a name.
  ///
  /// - Throws: ``IntakeError`` if it is unknown, or the name of several.
  func id(_ value: YAMLValue?) throws(IntakeError) -> Identifier<Subject>? {
    guard let value else { return nil }
    let text = try value.text()
    if let entry = entries.first(where: { $0.id.rawValue == text }) { return entry.id }
    let namesakes = entries.filter { $0.name == text }
    guard let first = namesakes.first else { throw value.error(problem(text)) }
    guard namesakes.count == 1 else {
      let ids = namesakes.map(\.id.rawValue)
      throw value.error(
        Bilingual(
          zh: "“\(text)”不止一个，请写编号：\(ids.joined(separator: "、"))",
          en: "“\(text)” is the name of several; give the id: \(ids.joined(separator: ", "))"))
    }
    return first.id
  }
}
