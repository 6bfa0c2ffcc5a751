import Almanac
import Canvas

/// A field in which persons or a place are named, and how it is filled by a line: by numbers of those offered,
/// by names, ids or parts of these.
struct NamedField {
  var names: NameList
  /// What stands in it.
  var text: String

  /// The most that are offered one by one.
  private static let most = 20

  /// Those whom the last name in the field fits where it names nobody in full, or all.
  private func offered(_ context: Context) -> [NameChoice] {
    let word = names.lastWord(text)
    let fitting = known(word) == nil ? names.fitting(word, context) : []
    return word.isEmpty || fitting.isEmpty ? names.choices : fitting
  }

  private func known(_ word: String) -> NameChoice? {
    names.choices.first { $0.id == word } ?? names.choices.first { $0.name == word }
  }

  /// What is said of those offered.
  func lines(_ context: Context) -> [String] {
    let offered = offered(context)
    let count = offered.count
    let word = names.lastWord(text)
    let isVain = !word.isEmpty && known(word) == nil && names.fitting(word, context).isEmpty
    let vain = Bilingual(zh: "没有符合“\(word)”的，请重填", en: "Nothing fits “\(word)”; type another")
    guard count <= Self.most else {
      return (isVain ? [context(vain)] : []) + [
        context(
          Bilingual(
            zh: "共 \(count) 个：填名称、编号、拼音首字母或其中一部分",
            en: "\(count) to choose from: type a name, an id or a part of one"))
      ]
    }
    return (isVain ? [context(vain)] : [])
      + offered.enumerated().map { index, choice in
        let name = choice.name.hasPrefix(choice.id) ? [choice.name] : [choice.id, choice.name]
        return "\(number(index)) "
          + (name + [choice.note]).filter { !$0.isEmpty }
          .joined(separator: "  ")
      }
  }

  /// The number by which one offered is chosen; none where it is the id of another.
  private func number(_ index: Int) -> String {
    let number = "\(index + 1)"
    return names.choices.contains { $0.id == number } ? "-" : number + "."
  }

  /// What a line puts into the field, and whether all in it are known: otherwise the field is asked again.
  func answer(_ line: String, _ context: Context) -> (text: String, isKnown: Bool) {
    let offered = offered(context)
    // Numbers may stand apart by spaces, as names may not.
    let numbers = line.split(separator: " ").map(String.init)
    let areNumbers = numbers.count > 1 && numbers.allSatisfy { Int($0) != nil }
    let words = (areNumbers ? numbers : names.words(line)).map {
      word -> (text: String, isKnown: Bool) in
      if let choice = known(word) { return (names.word(for: choice), true) }
      if let number = Int(word), offered.indices.contains(number - 1) {
        return (names.word(for: offered[number - 1]), true)
      }
      let fitting = names.fitting(word, context)
      return fitting.count == 1 ? (names.word(for: fitting[0]), true) : (word, false)
    }
    return (
      words.map(\.text).joined(separator: names.isSpaced ? " " : ", "),
      words.allSatisfy(\.isKnown)
    )
  }
}
