import Almanac
import Canvas

/// Every command that works here, by name or pinyin initials; those chosen lately first.
struct PaletteOverlay: Overlay {
  /// What can be chosen.
  private enum Item: Sendable {
    case action(Action)
    /// An act of the screen that has no key of its own.
    case act(Bilingual)

    var name: Bilingual {
      switch self {
      case .action(let action): action.entry.label
      case .act(let name): name
      }
    }

    var action: Action? { if case .action(let action) = self { action } else { nil } }

    /// By what it is remembered.
    var key: String {
      switch self {
      case .action(let action): action.rawValue
      case .act(let name): name.en
      }
    }
  }

  private let items: [Item]
  var actions: [Action] { items.compactMap(\.action) }
  private var field = TextField()
  private var position = ListPosition()

  init(_ app: App) {
    let own = app.screen.actions(app.context)
    let others = Action.everywhere.filter {
      !own.contains($0) && $0 != .palette && ($0 != .switchPerson || app.mayChoosePerson)
    }
    let all =
      own.map(Item.action) + app.screen.acts(app.context).map(Item.act) + others.map(Item.action)
    items = all.stably { app.recent.firstIndex(of: $0.key) ?? app.recent.count }
  }

  /// The rows of commands in sight.
  private static let height = 10

  var picksByNumber: Bool { true }
  var takesText: Bool { true }

  private func found(_ context: Context) -> [Item] {
    let filter = Filter(field.text, context.pinyin)
    return items.filter { filter.matches($0.name.zh) || filter.matches($0.name.en) }
  }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    let found = found(app.context)
    switch key {
    case .escape, .control("c"): return .close
    case .enter:
      guard found.indices.contains(position.selected) else { return .stay }
      return switch found[position.selected] {
      case .action(let action): .choice(action)
      case .act(let name): .act(name)
      }
    case .up, .down, .pageUp, .pageDown, .mouse:
      _ = position.move(key, count: found.count, height: Self.height)
    case .function:
      // The keys that lead somewhere lead there from here too; the one that opened it puts it away.
      if app.context.keyMap.keys(of: .palette).contains(key) { return .close }
      let action = actions.first { app.context.keyMap.keys(of: $0).contains(key) }
      return action.map(OverlayOutcome.choice) ?? .stay
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
      let key = found[index].action?.keys(on: app.screen, context).first
      return Dialog.Line(
        Cells.fit(context(found[index].name), width - 14)
          + Cells.fit(key.map { context($0.name) } ?? "", 12),
        order: index, isSelected: index == position.selected)
    }
    Dialog(
      title: Cells.fit(": " + field.text + "_", width),
      list: found.isEmpty ? [.init(none)] : lines,
      place: found.isEmpty ? "" : "\(position.selected + 1)/\(found.count)"
    ).draw(over: &grid)
  }
}
