import Almanac
import Canvas
import Domain

/// The program as lines of question and answer, for screen readers, braille lines and terminals that
/// cannot place their cursor: what has changed in the picture is said, and a line typed is taken for keys.
///
/// It says what the screens draw and presses what they take, so the two cannot drift apart.
public struct PlainDialogue: Sendable {
  /// The window that is told: wide enough for rows to stand whole, high enough for most lists.
  public static let window = (columns: 200, rows: 60)

  /// What was said of each open screen, by its place: said again only where it is opened anew.
  private var said: [String: Set<String>] = [:]
  private var place = (name: "", depth: 0)
  private var title = ""
  /// The row of the selected line.
  private var selected: Int?
  /// The page that was read last.
  private var page: [String] = []
  /// What was said of the panel over the screen, if one lies there.
  private var panel: Set<String> = []
  /// The field or line that the next answer is for.
  private var asked: String?
  /// Those offered by number in a field that names persons or a place.
  private var offered: [String] = []

  /// A dialogue that has said nothing yet.
  public init() {}

  /// What is new since the last time; where nothing is, what the next answer is for.
  public mutating func lines(_ app: App) -> [String] {
    let picture = app.view
    var lines =
      picture.panel == nil ? screen(app, picture) : panel(picture.panelLines(app))
    ask(app, picture, after: &lines)
    if let news = app.news.map({ app.context($0.text) }) { lines.append(news) }
    guard lines.isEmpty else { return lines }
    return [app.context(Self.nothingNew), asked ?? picture.panelLines(app).last ?? title]
  }

  /// What is new of a screen that no panel covers: on coming back to it, the selected line at least.
  private mutating func screen(_ app: App, _ picture: Grid) -> [String] {
    let told = PlainPicture(picture, app)
    let here = "\(app.screens.count) \(type(of: app.screen))"
    let isOther = here != place.name
    if isOther, app.screens.count >= place.depth { (said[here], page) = (nil, []) }
    place = (here, app.screens.count)
    let known = said[here] ?? []
    let hasMoved = !isOther && picture.focus?.row != selected
    // What is told of a line is told whole, though it may be as of the line before.
    var lines =
      told.isPage
      ? turn(to: told.lines.map(\.words))
      : told.lines.filter { !known.contains($0.words) || (hasMoved && $0.part == .detail) }
        .map(\.words)
    if hasMoved || isOther || !panel.isEmpty, app.opensByNumber, let line = told.selected,
      !lines.contains(line)
    {
      lines.insert(line, at: 0)
    }
    let titled = app.screen.title(app.context)
    if isOther || titled != title {
      let progress = app.screen.progress(app.context)
      lines.insert(progress.isEmpty ? titled : "\(titled)  \(progress)", at: 0)
    }
    let rest = [picture.footer, app.screen.status(app.context)]
    // News stands in the place of the status.
    lines += rest.prefix(app.news == nil ? 2 : 1).filter { !$0.isEmpty && !known.contains($0) }
    said[here] = Set(told.lines.map(\.words) + rest)
    (title, selected, panel) = (titled, picture.focus?.row, [])
    return lines
  }

  /// What of a page does not end the one before: its lines may be alike.
  private mutating func turn(to next: [String]) -> [String] {
    let overlap = (0...min(page.count, next.count)).last { page.suffix($0) == next.prefix($0) }
    page = next
    return Array(next.dropFirst(overlap ?? 0))
  }

  /// What is new of a panel.
  private mutating func panel(_ told: [String]) -> [String] {
    let lines = told.filter { !panel.contains($0) }
    panel = Set(told)
    return lines
  }

  /// Ends what is said with the field that is filled next, and with those whom it can name.
  private mutating func ask(_ app: App, _ picture: Grid, after lines: inout [String]) {
    let next = app.overlay?.picksByNumber ?? false ? nil : picture.asked
    let isField = picture.cursor != nil
    if let next, next != asked || lines.contains(next) {
      if isField { lines.removeAll { $0 == next } }
      if !lines.contains(next) { lines.append(next) }
    }
    let names = isField ? app.named?.lines(app.context) ?? [] : []
    if names != offered || next != asked { lines += names }
    (asked, offered) = (next, names)
  }

  /// Forgets what was said, so that all of it is said again.
  public mutating func repeatAll() { self = PlainDialogue() }

  /// Whether what is typed next must not be seen.
  public static func isSecret(_ app: App) -> Bool { app.overlay is PassphrasePanel }

  /// What is said once before the first line: how to answer, where to go, who is there and when.
  public static func greeting(_ app: App) -> [String] {
    let context = app.context
    let tabs = Tab.allCases.map { "\(context.keyName(of: $0.action)) \(context($0.name))" }
    let day = "\(context.today) \(context(context.today.weekdayName))"
    let who =
      [context.person.name, day]
      + (context.bureau.isPractice ? [context(Organization.practiceMark)] : [])
    return [
      context(manner), tabs.joined(separator: "  "),
      who.filter { !$0.isEmpty }.joined(separator: "  "),
    ]
  }

  private static let nothingNew = Bilingual(zh: "没有变化。", en: "Nothing has changed.")

  private static let manner = Bilingual(
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
  /// Whether Enter on a line of the list opens it: then it can be chosen by its number without doing
  /// anything yet.
  var opensByNumber: Bool {
    guard overlay == nil, !screen.claims(.enter, context) else { return false }
    return !screen.actions(context).filter { [.open, .acts].contains($0) }.isEmpty
  }

  /// Whether another field follows the one in which something is typed.
  var isFollowedByField: Bool { overlay == nil && screen.isFollowedByField }

  /// The field being typed, where it names persons or a place.
  var named: NamedField? { overlay == nil ? screen.named(context) : nil }
}
