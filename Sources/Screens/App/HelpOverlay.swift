import Almanac
import Canvas

/// What the present screen is for and its main keys; asked a second time, all keys that work there.
struct HelpOverlay: Overlay {
  private var isWhole = false
  private var scroll = Scroll()

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    if !isWhole, app.context.keyMap.keys(of: .help).contains(key.folded) {
      isWhole = true
      return .stay
    }
    let count = lines(app).count
    return scroll.press(key, count: count, height: app.context.rows - 6) ? .stay : .close
  }

  private func lines(_ app: App) -> [String] { isWhole ? allKeys(app) : introduction(app) }

  /// About ten lines: what one does here, the keys that matter most, how to learn the rest.
  private func introduction(_ app: App) -> [String] {
    let context = app.context
    let place = KeyPlace(of: app.screen)
    let own = app.screen.actions(context)
    let main = own.enumerated().sorted {
      ($1.element.entry.importance, $0.offset) < ($0.element.entry.importance, $1.offset)
    }.prefix(8).map(\.element)
    let help = context.keyName(of: .help)
    let closing = Bilingual(
      zh: "再按 \(help) 看全部按键，\(context.keyName(of: .palette)) 按名字找（“导览”从头介绍）；按其他键关闭",
      en:
        "\(help) again shows all keys, \(context.keyName(of: .palette)) finds them by name (tour shows the tour); "
        + "any other key closes")
    let width = min(70, context.columns - 8)
    let entries = entries(main, app)
    return Cells.wrap(context(place.purpose(with: context.keyMap)), width) + [""]
      + (entries.isEmpty ? [] : columns(entries, context) + [""])
      + Cells.wrap(context(closing), width)
  }

  private func allKeys(_ app: App) -> [String] {
    let context = app.context
    let own = app.screen.actions(context)
    let moving = context(
      Bilingual(
        zh: "上下、j/k、PgUp/PgDn、g/G 移动；按任意键关闭",
        en: "Move with arrows, j/k, PgUp/PgDn, g/G; any key closes"))
    let entries = entries(own + Action.everywhere.filter { !own.contains($0) }, app)
    // A window too narrow for two columns scrolls one.
    let typing = context(
      Bilingual(
        zh: "输入框里：^_（Ctrl-/）撤销，^R 重做，^U 清空",
        en: "In a field: ^_ (Ctrl-/) takes back, ^R does again, ^U clears"))
    guard context.columns >= 78 else {
      return entries + Cells.wrap(moving, context.columns - 8)
        + Cells.wrap(typing, context.columns - 8)
    }
    return columns(entries, context) + ["", moving, typing]
  }

  /// Each action with the keys that work for it; those without any are for the palette.
  private func entries(_ actions: [Action], _ app: App) -> [String] {
    let context = app.context
    return actions.compactMap { action in
      let keys = action.keys(on: app.screen, context).map { context($0.name) }
        .joined(separator: " ")
      guard !keys.isEmpty else { return nil }
      let label = context(action.entry.label)
      return context.isSpoken
        ? "\(keys): \(label)" : Cells.fit(keys, 16) + " " + Cells.fit(label, 16)
    }
  }

  private func columns(_ entries: [String], _ context: Context) -> [String] {
    guard context.columns >= 78, !context.isSpoken else { return entries }
    let half = (entries.count + 1) / 2
    return (0..<half).map { row in
      entries[row] + (entries.indices.contains(row + half) ? "  " + entries[row + half] : "")
    }
  }

  func draw(over grid: inout Grid, _ app: App) {
    let title = Bilingual(zh: "这里能用的键", en: "Keys that work here")
    let name = KeyPlace(of: app.screen).name
    let screen =
      KeyPlace(of: app.screen) == .everywhere
      ? app.screen.title(app.context) : app.context(name)
    Dialog(title: isWhole ? app.context(title) : screen, lines: lines(app), top: scroll.top)
      .draw(over: &grid)
  }
}
