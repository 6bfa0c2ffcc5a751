import Almanac
import Canvas

/// Every command that works here, by name or pinyin initials; those chosen lately first.
struct PaletteOverlay: Overlay {
  let actions: [Action]
  private var field = TextField()
  private var position = ListPosition()

  init(_ app: App) {
    let own = app.screen.actions(app.context)
    let all = (own + Action.everywhere.filter { !own.contains($0) })
      .filter { $0 != .palette && ($0 != .switchPerson || app.mayChoosePerson) }
    let recent = app.recent.filter(all.contains)
    actions = recent + all.filter { !recent.contains($0) }
  }

  /// The rows of commands in sight.
  private static let height = 10

  var picksByNumber: Bool { true }
  var takesText: Bool { true }

  private func found(_ context: Context) -> [Action] {
    let filter = Filter(field.text, context.pinyin)
    return actions.filter { filter.matches($0.entry.label.zh) || filter.matches($0.entry.label.en) }
  }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    let found = found(app.context)
    switch key {
    case .escape, .control("c"): return .close
    case .enter:
      return found.indices.contains(position.selected) ? .choice(found[position.selected]) : .stay
    case .up, .down, .pageUp, .pageDown, .mouse:
      _ = position.move(key, count: found.count, height: Self.height)
    default: if field.update(key) { position = ListPosition() }
    }
    return .stay
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let found = found(context)
    let width = min(56, context.columns - 8)
    let none = context(Bilingual(zh: "没有符合的命令", en: "no such command"))
    let lines = position.visible(count: found.count, height: Self.height).map { index in
      let action = found[index]
      let keys = action.keys(on: app.screen, context).first.map { context($0.name) } ?? ""
      return (index == position.selected ? "> " : "  ")
        + Cells.fit(context(action.entry.label), width - 14) + Cells.fit(keys, 12)
    }
    Dialog(
      title: Cells.fit(": " + field.text + "_", width), lines: found.isEmpty ? [none] : lines,
      place: found.isEmpty ? "" : "\(position.selected + 1)/\(found.count)"
    ).draw(over: &grid)
  }
}
