import Almanac
import Canvas
import Domain

extension PlainDialogue {
  /// The keys that a typed line stands for: words that name keys, the number of a line of a list, the
  /// content of a field, or else a key or digits. An empty line is Enter.
  ///
  /// - Returns: Nil where the line stands for nothing: it must not be pressed letter by letter.
  public static func keys(_ line: String, _ app: App) -> [Key]? {
    let text = trimmed(line)
    let next: Key = app.isFollowedByField ? .tab : .enter
    if text.isEmpty { return [next] }
    if let key = named(text.lowercased()) { return [key] }
    let picture = app.view
    if picture.cursor != nil {
      guard let answer = app.named?.answer(text, app.context) else {
        return [.control("u"), .paste(line), next]
      }
      return [.control("u"), .paste(answer.text)] + (answer.isKnown ? [next] : [])
    }
    if let number = Int(text), number > 0, let keys = choosing(number, in: picture, app) {
      return keys
    }
    if app.overlay?.takesText ?? false { return [.control("u"), .paste(text)] }
    // A filter or a command is typed in one line with the key that opens its field.
    let characters = text.map { Key.character($0) }
    if app.overlay == nil, let first = characters.first, characters.count > 1,
      ["/", ":"].map(Key.character).contains(first.folded)
    {
      return [first, .paste(String(text.dropFirst())), .enter]
    }
    if app.overlay == nil, app.screen.takes(text, app.context) { return characters + [.enter] }
    return characters.count == 1 || text.allSatisfy(\.isNumber) ? characters : nil
  }

  /// Opens the line of a list that has a number: goes there, then Enter.
  private static func choosing(_ number: Int, in picture: Grid, _ app: App) -> [Key]? {
    if app.overlay?.picksByNumber ?? false {
      guard number < picture.panelLines(app).count else { return nil }
      return [.home] + Array(repeating: .down, count: number - 1) + [.enter]
    }
    guard app.opensByNumber, picture.choices.indices.contains(number - 1) else { return nil }
    let here = picture.choices.firstIndex { $0 == picture.focus?.row } ?? 0
    let steps = number - 1 - here
    return Array(repeating: steps < 0 ? .up : .down, count: abs(steps)) + [.enter]
  }

  /// What is said of a line that stands for nothing.
  public static func unknown(_ line: String) -> Bilingual {
    let text = trimmed(line)
    return Bilingual(
      zh: "“\(text)”不是键，什么都没有办；按名字找请填 :\(text)",
      en: "“\(text)” is no key, nothing was done; :\(text) looks for it by name")
  }

  private static func named(_ word: String) -> Key? {
    if let named = words.first(where: { $0.words.zh == word || $0.words.en == word }) {
      return named.key
    }
    guard word.first == "f", let number = Int(word.dropFirst()), (1...12).contains(number) else {
      return nil
    }
    return .function(number)
  }

  /// Keys that have a word instead of a character.
  private static let words: [(words: Bilingual, key: Key)] = [
    (Bilingual(zh: "返回", en: "esc"), .escape), (Bilingual(zh: "上", en: "up"), .up),
    (Bilingual(zh: "下", en: "down"), .down), (Bilingual(zh: "上页", en: "pgup"), .pageUp),
    (Bilingual(zh: "下页", en: "pgdn"), .pageDown), (Bilingual(zh: "首", en: "home"), .home),
    (Bilingual(zh: "末", en: "end"), .end), (Bilingual(zh: "下栏", en: "tab"), .tab),
    (Bilingual(zh: "退格", en: "back"), .backspace), (Bilingual(zh: "提交", en: "enter"), .enter),
    (Bilingual(zh: "选中", en: "mark"), .character(" ")),
    (Bilingual(zh: "空格", en: "space"), .character(" ")),
  ]

  /// Whether a line asks to hear all again.
  public static func asksAgain(_ line: String) -> Bool {
    let words = Bilingual(zh: "重说", en: "where")
    return [words.zh, words.en].contains(trimmed(line).lowercased())
  }
}
