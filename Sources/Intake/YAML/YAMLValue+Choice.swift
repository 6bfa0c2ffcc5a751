import Almanac

/// Words a file may choose from, by identifier or by name in either language.
struct Vocabulary<Meaning: Sendable>: Sendable {
  /// A word: what is written, what it is called, what it means.
  struct Word: Sendable {
    var id: String
    var name: Bilingual
    var meaning: Meaning
  }

  var words: [Word]

  func meaning(of text: String) -> Meaning? {
    words.first { word in
      [word.id, word.name.zh, word.name.en].contains { $0.lowercased() == text.lowercased() }
    }?.meaning
  }
}

extension Vocabulary where Meaning: CaseIterable & RawRepresentable, Meaning.RawValue == String {
  /// All cases of a type, under their names if it has any.
  init(_ type: Meaning.Type, name: (Meaning) -> Bilingual = { Bilingual(verbatim: $0.rawValue) }) {
    words = type.allCases.map { Word(id: $0.rawValue, name: name($0), meaning: $0) }
  }
}

extension Vocabulary<String> {
  /// Identifiers without other names.
  init(_ ids: [String]) {
    words = ids.map { Word(id: $0, name: Bilingual(verbatim: $0), meaning: $0) }
  }
}

extension Vocabulary<Bool> {
  /// Yes and no.
  static let yesOrNo = Vocabulary(words: [
    Word(id: "true", name: Bilingual(zh: "是", en: "yes"), meaning: true),
    Word(id: "false", name: Bilingual(zh: "否", en: "no"), meaning: false),
  ])
}

extension YAMLValue {
  /// What the word written here means.
  ///
  /// - Throws: ``IntakeError`` that lists the words there are.
  func choice<Meaning: Sendable>(_ vocabulary: Vocabulary<Meaning>) throws(IntakeError) -> Meaning {
    let text = try text()
    if let meaning = vocabulary.meaning(of: text) { return meaning }
    let all = vocabulary.words.map { word in
      word.name.zh == word.id ? word.id : "\(word.id) \(word.name.zh)"
    }
    throw error(
      Bilingual(
        zh: "“\(text)”不在可选之列：\(all.joined(separator: "、"))",
        en: "“\(text)” is none of: \(vocabulary.words.map(\.id).joined(separator: ", "))"))
  }

  /// What the words of a list mean.
  func choices<Meaning: Sendable>(_ vocabulary: Vocabulary<Meaning>) throws(IntakeError)
    -> [Meaning]
  {
    var meanings: [Meaning] = []
    for value in try list() { meanings.append(try value.choice(vocabulary)) }
    return meanings
  }
}

/// The ids given out so far, none twice.
struct TakenIDs {
  private var taken: Set<String> = []

  /// Takes an id.
  ///
  /// - Throws: ``IntakeError`` at the value if it was taken before.
  mutating func take(_ id: String, at value: YAMLValue) throws(IntakeError) {
    guard taken.insert(id).inserted else {
      throw value.error(Bilingual(zh: "编号“\(id)”重复", en: "the id “\(id)” stands twice"))
    }
  }
}
