import Almanac
import Canvas
import Domain

/// A person or place that a field can name.
struct NameChoice: Equatable, Sendable {
  var id: String
  var name: String
  /// What stands beside the name: a section.
  var note = ""
}

/// Those whom a field can name, and how they are told apart in its text.
struct NameList: Sendable {
  var choices: [NameChoice]
  /// Whether digits are text there, as in the numbers of rooms.
  var takesDigits = false
  /// Whether something else than a name may be typed too, as a score for a severity.
  var takesOthers = false
  /// What may stand between several names, besides commas and the like.
  var isSpaced = false

  private static let separators: Set<Character> = [
    ",", ";", "\u{3001}", "\u{FF0C}", "\u{FF1B}",
  ]

  private func separates(_ character: Character) -> Bool {
    Self.separators.contains(character)
      || (isSpaced && (character == " " || character == "\u{3000}"))
  }

  /// The names in a text, in their order.
  func words(_ text: String) -> [String] {
    text.split(whereSeparator: separates).map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// What is being typed: all after the last separator.
  func lastWord(_ text: String) -> String {
    let tail = text.reversed().prefix { !separates($0) }.reversed()
    return String(tail.drop { $0 == " " || $0 == "\u{3000}" })
  }

  /// Those whom the last name in a text fits; none where it is empty or already names one in full.
  func found(_ text: String, _ context: Context) -> [NameChoice] {
    let word = lastWord(text)
    return word.isEmpty || isWhole(text) ? [] : fitting(word, context)
  }

  /// Whether the last name in a text is one in full.
  func isWhole(_ text: String) -> Bool {
    let word = trimmed(lastWord(text))
    return choices.contains { $0.id == word || $0.name == word }
  }

  /// That the last name in a text is nobody's and cannot become anybody's; nil otherwise.
  func trouble(_ text: String, _ context: Context) -> TypedHint? {
    let word = trimmed(lastWord(text))
    guard !takesOthers, !word.isEmpty, !isWhole(text), fitting(word, context).isEmpty else {
      return nil
    }
    return TypedHint(Bilingual(zh: "没有这个名称", en: "no such name"), isTrouble: true)
  }

  /// Those whom a word fits by name, pinyin or initials, or as the beginning of the id.
  func fitting(_ word: String, _ context: Context) -> [NameChoice] {
    let filter = Filter(word, context.pinyin)
    let start = word.lowercased()
    return choices.filter { filter.matches($0.name) || $0.id.lowercased().hasPrefix(start) }
  }

  /// What stands in the field for one: the name, or the id of one whose name two have or that could not be
  /// read again.
  func word(for choice: NameChoice) -> String {
    let namesakes = choices.filter { $0.name == choice.name }.count
    return namesakes == 1 && !choice.name.contains(where: separates) ? choice.name : choice.id
  }
}

extension NameList {
  /// The persons still in office who may do an act.
  static func persons(
    _ context: Context, isSpaced: Bool = false, where admits: (Person) -> Bool = { _ in true }
  ) -> NameList {
    let persons = context.bureau.persons.filter { $0.stays(after: context.today) && admits($0) }
    return NameList(
      choices: persons.map { person in
        NameChoice(
          id: person.id.rawValue, name: person.name,
          note: context.bureau.section(person.section)?.name ?? "")
      }, isSpaced: isSpaced)
  }

  /// Those who may be named as having walked.
  static func inspectors(_ context: Context) -> NameList {
    persons(context) { $0.to == nil && $0.may(.inspect) }
  }

  /// All places; their numbers are digits.
  static func places(_ context: Context) -> NameList {
    NameList(
      choices: context.bureau.places.map { NameChoice(id: $0.id.rawValue, name: $0.name) },
      takesDigits: true)
  }
}
