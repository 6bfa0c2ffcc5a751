import Almanac

/// The answer to a field.
public enum ActivityValue: Hashable, Sendable, Codable {
  case count(Int)
  /// A text, or the id of a listed value.
  case words(String)
  case persons([Person.ID])
  case flag(Bool)

  /// Reads a number, a text, a list of ids or a truth value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let count = try? container.decode(Int.self) {
      self = .count(count)
    } else if let words = try? container.decode(String.self) {
      self = .words(words)
    } else {
      self = .persons(try container.decode([Person.ID].self))
    }
  }

  /// Writes what it holds, bare.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .count(let count): try container.encode(count)
    case .words(let words): try container.encode(words)
    case .persons(let persons): try container.encode(persons)
    case .flag(let flag): try container.encode(flag)
    }
  }
}

extension ActivityField {
  /// The largest number that a field takes.
  public static let largest = 9_999_999
  private static let yes = Bilingual(zh: "是 有 对 √", en: "yes y true 1 v")
  private static let no = Bilingual(zh: "否 无 没有 ×", en: "no n false 0 x")

  /// A text with its full-width digits (as an input method leaves them) as plain ones.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return String(plain)
  }

  private static func means(_ text: String, _ words: Bilingual) -> Bool {
    (words.zh + " " + words.en).split(separator: " ").contains { $0 == text.lowercased() }
  }

  /// The answer that a typed text is; nil for an empty one.
  ///
  /// - Throws: ``ActivityError`` that names the field.
  public func value(
    typed text: String, in bureau: Bureau
  ) throws(ActivityError) -> ActivityValue? {
    let text = trimmed(text)
    guard !text.isEmpty else { return nil }
    switch kind {
    case .count:
      guard let number = Int(Self.plain(text)), (0...Self.largest).contains(number) else {
        throw .badCount(name, text)
      }
      return .count(number)
    case .text: return .words(text)
    case .choice:
      let found = choices.first { $0.id == text } ?? choices.first { $0.name.names(text) }
      guard let found else { throw .badChoice(name, text, choices) }
      return .words(found.id)
    case .persons: return .persons(try bureau.persons(typed: text))
    case .flag:
      if Self.means(text, Self.yes) { return .flag(true) }
      guard Self.means(text, Self.no) else { throw .badFlag(name, text) }
      return .flag(false)
    }
  }

  /// An answer as lists show it.
  public func words(_ value: ActivityValue, _ bureau: Bureau) -> Bilingual {
    switch value {
    case .count(let count): Bilingual(verbatim: "\(count)")
    case .words(let words): choice(words)?.name ?? Bilingual(verbatim: words)
    case .persons(let persons): bureau.listed(persons)
    case .flag(let flag): flag ? Bilingual(zh: "是", en: "yes") : Bilingual(zh: "否", en: "no")
    }
  }
}

extension Bureau {
  private static let separators = Set(Bilingual(zh: "、，；", en: ",;").zh + ",;")

  /// The persons that a text names, by id or name, between commas.
  ///
  /// - Throws: ``ActivityError/noSuchPerson(_:)`` also for a name that several have.
  public func persons(typed text: String) throws(ActivityError) -> [Person.ID] {
    var found: [Person.ID] = []
    for part in text.split(whereSeparator: Self.separators.contains) {
      let name = trimmed(String(part))
      guard !name.isEmpty else { continue }
      let person = person(Identifier(name)).map { [$0] } ?? persons.filter { $0.name == name }
      let present = person.filter { $0.to == nil }
      let named = present.isEmpty ? person : present
      guard let one = named.first, named.count == 1 else { throw .noSuchPerson(name) }
      if !found.contains(one.id) { found.append(one.id) }
    }
    return found
  }

  /// The names of persons, one after the other.
  public func listed(_ persons: [Person.ID]) -> Bilingual {
    let names = persons.map { name($0) }
    return Bilingual(
      zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
  }
}

extension Activity.Resolution {
  private static let marks = (
    resolutions: Set(Bilingual(zh: "；", en: ";").zh + ";"),
    parts: Set(Bilingual(zh: "，", en: ",").zh + ",")
  )

  /// The resolutions that a text holds, with semicolons between them; each says what, who and by when, with
  /// commas between: `replace the extinguisher, Li Na, 12-15`.
  ///
  /// - Throws: ``ActivityError``.
  public static func list(
    typed text: String, in bureau: Bureau, on today: Day
  ) throws(ActivityError) -> [Activity.Resolution] {
    var list: [Activity.Resolution] = []
    for part in text.split(whereSeparator: marks.resolutions.contains) {
      let whole = trimmed(String(part))
      guard !whole.isEmpty else { continue }
      let pieces = whole.split(whereSeparator: marks.parts.contains).map { trimmed(String($0)) }
      guard pieces.count >= 3, let last = pieces.last, let due = Day(typed: last, today: today)
      else { throw .badResolution(whole) }
      let owners = try bureau.persons(typed: pieces[pieces.count - 2])
      guard let owner = owners.first, owners.count == 1 else { throw .badResolution(whole) }
      let what = pieces.dropLast(2).joined(separator: Bilingual(zh: "，", en: ", ").zh)
      list.append(Activity.Resolution(text: what, owner: owner, due: due))
    }
    return list
  }

  /// As it is typed.
  public func typed(_ bureau: Bureau) -> Bilingual {
    Bilingual(
      zh: "\(text)，\(bureau.name(owner))，\(due)", en: "\(text), \(bureau.name(owner)), \(due)")
  }
}
