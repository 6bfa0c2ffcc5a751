import Almanac
import Canvas
import Domain

/// The program as lines of question and answer, for screen readers, braille lines and terminals that
/// cannot place their cursor: what has changed in the picture is said, and a line typed is taken for keys.
///
/// It says what the screens draw and presses what they take, so the two cannot drift apart.
public struct PlainDialogue: Sendable {
  /// The window that is told: wide enough for most rows to stand whole, high enough for most lists.
  public static let window = (columns: 108, rows: 60)

  /// What was said of the screen and of the panel over it: lines are said again only where another screen
  /// or panel has come, or another line of a list is selected.
  private var said: (screen: Set<String>, panel: Set<String>) = ([], [])
  private var place = ""
  private var title = ""
  /// The row of the selected line.
  private var selected: Int?

  /// A dialogue that has said nothing yet.
  public init() {}

  /// What is new since the last time.
  public mutating func lines(_ app: App) -> [String] {
    let picture = app.view
    let panel = picture.panelLines
    var lines: [String] = []
    let here = "\(app.screens.count) \(type(of: app.screen))"
    if here != place { said.screen = [] }
    place = here
    if panel.isEmpty {
      let titled = app.screen.title(app.context)
      if titled != title || said.screen.isEmpty { lines.append(titled) }
      title = titled
      let list = picture.bodyLines(app, ofList: true)
      let about = picture.bodyLines(app, ofList: false)
      lines += list.map(\.words).filter { !said.screen.contains($0) }
      if picture.focus?.row != selected {
        // What is told of a line is told whole, though it may be as of the line before.
        let line = list.first { $0.row == picture.focus?.row }?.words
        if app.opensByNumber { lines += [line].compactMap(\.self).filter { !lines.contains($0) } }
        let end = picture.choices.last ?? 0
        lines += about.filter { $0.row > end || !said.screen.contains($0.words) }.map(\.words)
      } else {
        lines += about.map(\.words).filter { !said.screen.contains($0) }
      }
      lines += [picture.footer].filter { !said.screen.contains($0) }
      selected = picture.focus?.row
      said = (Set((list + about).map(\.words) + [picture.footer]), [])
    } else {
      let told = picture.numbered(panel, app) + picture.field(beside: panel)
      lines += told.filter { !said.panel.contains($0) }
      said.panel = Set(told)
    }
    return lines + [app.said].filter { !$0.isEmpty && !lines.contains($0) }
  }

  /// Forgets what was said, so that all of it is said again.
  public mutating func repeatAll() { (place, selected, said) = ("", nil, ([], [])) }

  /// Whether what is typed next must not be seen.
  public static func isSecret(_ app: App) -> Bool { app.overlay is PassphrasePanel }

  /// The keys that a typed line stands for: words that name keys, the number of a line of a list, the
  /// content of a field, or else a key or digits. An empty line is Enter.
  ///
  /// - Returns: Nil where the line stands for nothing: it must not be pressed letter by letter.
  public static func keys(_ line: String, _ app: App) -> [Key]? {
    let text = trimmed(line)
    if text.isEmpty { return [app.isFollowedByField ? .tab : .enter] }
    if let key = named(text.lowercased()) { return [key] }
    let picture = app.view
    if picture.cursor != nil {
      return [.control("u"), .paste(line), app.isFollowedByField ? .tab : .enter]
    }
    if let number = Int(text), number > 0, let keys = choosing(number, in: picture, app) {
      return keys
    }
    // A filter or a command is typed in one line with the key that opens its field.
    let characters = text.map { Key.character($0) }
    if app.overlay == nil, let first = characters.first, characters.count > 1,
      ["/", ":"].map(Key.character).contains(first.folded)
    {
      return [first, .paste(String(text.dropFirst())), .enter]
    }
    if app.overlay == nil, app.screen.takesLines(app.context) { return characters + [.enter] }
    return characters.count == 1 || text.allSatisfy(\.isNumber) ? characters : nil
  }

  /// Opens the line of a list that has a number: goes there, then Enter.
  private static func choosing(_ number: Int, in picture: Grid, _ app: App) -> [Key]? {
    if app.overlay?.picksByNumber ?? false {
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

  /// What is said once before the first line: how to answer.
  public static let manner = Bilingual(
    zh: """
      一问一答：填编号或键后按 Enter；空行即 Enter 键；返回、上、下、选中、f4 等是键。几栏的表单逐栏填，空行不改，末栏后提交。\
      ? 帮助，重说，q 退出。
      """,
    en: """
      Answer with a number or a key, then Enter; an empty line is the Enter key; esc, up, down, mark, f4 and so \
      on are keys. A form is filled field by field, an empty line keeps one, the last submits. ? helps, where \
      says all again, q leaves.
      """)
}

extension App {
  /// The news, or what the status line says while there is none.
  var said: String { news.map { context($0.text) } ?? screen.status(context) }

  /// Whether Enter on a line of the list opens it: then it can be chosen by its number without doing
  /// anything yet.
  var opensByNumber: Bool {
    guard overlay == nil, !screen.claims(.enter, context) else { return false }
    return !screen.actions(context).filter { [.open, .acts].contains($0) }.isEmpty
  }

  /// Whether another field follows the one in which something is typed.
  var isFollowedByField: Bool { overlay == nil && screen.isFollowedByField }
}

extension Grid {
  /// The words of the panel over the picture, without its frame; none where there is no panel.
  var panelLines: [String] {
    (panel ?? []).map { line in
      let isFramed = line.hasPrefix("|") && line.hasSuffix("|")
      return Self.told(isFramed ? String(line.dropFirst().dropLast()) : line)
    }.filter { line in !line.allSatisfy { "+-".contains($0) } }
  }

  /// The lines of a panel, with numbers where one of them is chosen by its number.
  func numbered(_ panel: [String], _ app: App) -> [String] {
    guard app.overlay?.picksByNumber ?? false else { return panel }
    return panel.prefix(1) + panel.dropFirst().enumerated().map { "\($0 + 1). \($1)" }
  }

  /// What stands between title and status line: the lines of the list, with their numbers where these
  /// choose, or what stands around it.
  func bodyLines(_ app: App, ofList: Bool) -> [(row: Int, words: String)] {
    app.context.body.compactMap { row in
      let number = choices.firstIndex(of: row)
      let words = Self.told(text(ofRow: row))
      guard (number != nil) == ofList, !words.isEmpty else { return nil }
      return (row, number.flatMap { app.opensByNumber ? "\($0 + 1). \(words)" : nil } ?? words)
    }
  }

  /// The row in which something is typed, where the panel does not hold it.
  func field(beside panel: [String]) -> [String] {
    guard let cursor else { return [] }
    let line = Self.told(text(ofRow: cursor.row))
    return line.contains("|") ? [] : [line]
  }

  /// The keys that work now.
  var footer: String { Self.told(text(ofRow: rows - 1)) }

  private static func isBar(_ piece: String) -> Bool { piece.allSatisfy { "[#.]".contains($0) } }

  /// A row without what only the eye needs: the mark of the selection, rules, room between columns.
  private static func told(_ row: String) -> String {
    var words = trimmed(row.hasPrefix(">") ? String(row.dropFirst()) : row)
    while words.hasPrefix("--") || words.hasSuffix("--") {
      words = trimmed(
        words.hasPrefix("--") ? String(words.dropFirst(2)) : String(words.dropLast(2)))
    }
    if words.hasPrefix("> ") { words.removeFirst(2) }
    let pieces = words.split(separator: "  ", omittingEmptySubsequences: true).map {
      trimmed(String($0))
    }
    return words == "-" ? "" : pieces.filter { !isBar($0) }.joined(separator: "  ")
  }
}
