import Almanac
import Canvas
import Domain

/// Something drawn over a screen that takes all keys while it is there.
protocol Overlay: Sendable {
  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome
  func draw(over grid: inout Grid, _ app: App)
}

/// What a key did to an overlay.
enum OverlayOutcome {
  case stay
  case close
  case act(Action)
  case quit
  case choose(Person)
  /// Opens the key with what was typed, and carries out what waits for it.
  case unlock(Passphrase, then: Effect)
  /// Makes a key, perhaps under a passphrase, and carries out what waits.
  case makeKey(Passphrase?, then: Effect)
  /// Carries out what waits.
  case goOn(Effect)
  /// Carries out what waits; no key is offered again in this sitting.
  case goOnWithoutKey(Effect)
  /// Leaves undone what waited, and says so.
  case refuse(Bilingual)
}

extension App {
  mutating func pressOverlay(_ key: Key) -> [Effect] {
    guard var present = overlay else { return [] }
    let outcome = present.press(key, self)
    overlay = present
    switch outcome {
    case .stay: return []
    case .close:
      overlay = nil
      return []
    case .quit: return [.quit]
    case .act(let action):
      overlay = nil
      return act(action)
    case .choose(let person):
      overlay = nil
      context.seat(person)
      // What is most pressing is another's now: the list begins anew.
      screens[0] = TodayScreen()
      return screens.flatMap(\.queries).map(Effect.load)
    case .unlock(let passphrase, let effect):
      overlay = nil
      return [.unlock(passphrase, then: effect)]
    case .makeKey(let passphrase, let effect):
      overlay = nil
      return [.makeKey(passphrase, then: effect)]
    case .goOn(let effect):
      overlay = nil
      return [effect]
    case .goOnWithoutKey(let effect):
      overlay = nil
      return [.goOnWithoutKey(then: effect)]
    case .refuse(let reason):
      overlay = nil
      return update(.refused(reason))
    }
  }
}

/// Whether to leave the program.
struct QuitQuestion: Overlay {
  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    switch key.folded {
    case .enter, .character("1"), .character("y"), .control("c"), .character("q"): .quit
    case .escape, .character("2"), .character("n"): .close
    default: .stay
    }
  }

  func draw(over grid: inout Grid, _ app: App) {
    Dialog(
      title: app.context(Bilingual(zh: "退出巡检？", en: "Leave xunjian?")),
      lines: [app.context(Bilingual(zh: "所有输入都已保存。", en: "Everything is saved."))],
      choices: [
        app.context(Bilingual(zh: "退出 (Enter)", en: "Leave (Enter)")),
        app.context(Bilingual(zh: "留下 (Esc)", en: "Stay (Esc)")),
      ]
    ).draw(over: &grid)
  }
}

/// Who is at the keyboard, where the login does not tell.
struct PersonPicker: Overlay {
  private let persons: [Person]
  private var position = ListPosition()

  init(_ context: Context) {
    persons = context.bureau.persons.filter { person in
      person.to.map { context.today <= $0 } ?? true
    }
    position.selected = persons.firstIndex { $0.id == context.person.id } ?? 0
  }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    if position.move(key, count: persons.count, height: app.context.rows - 8) { return .stay }
    switch key {
    case .enter where persons.indices.contains(position.selected):
      return .choose(persons[position.selected])
    case .escape: return app.context.person.id.rawValue.isEmpty ? .stay : .close
    case .control("c"), .character("q"): return .quit
    default: return .stay
    }
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let lines = position.visible(count: persons.count, height: context.rows - 8).map { index in
      let person = persons[index]
      let roles = Role.allCases.filter(person.roles.contains).map { context($0.name) }
      let mark = index == position.selected ? "> " : "  "
      return mark + Cells.fit(person.name, 16) + " "
        + Cells.clip(roles.joined(separator: context(Bilingual(zh: "、", en: ", "))), to: 44)
    }
    let place = "\(position.selected + 1)/\(persons.count)"
    Dialog(
      title: context(
        Bilingual(
          zh: "您是谁？ 上下选择，Enter 确定  \(place)",
          en: "Who are you? Choose, then Enter  \(place)")),
      lines: lines
    ).draw(over: &grid)
  }
}

/// The keys of the present screen.
struct HelpOverlay: Overlay {
  private var top = 0

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    let count = lines(app).count
    let height = app.context.rows - 6
    guard count > height else { return .close }
    switch key.folded {
    case .down, .character("j"): top += 1
    case .up, .character("k"): top -= 1
    case .pageDown, .character(" "): top += height - 1
    case .pageUp: top -= height - 1
    default: return .close
    }
    top = max(0, min(top, count - height))
    return .stay
  }

  private func lines(_ app: App) -> [String] {
    let context = app.context
    let own = app.screen.actions(context)
    let all = own + Action.everywhere.filter { !own.contains($0) }
    let entries = all.compactMap { action -> String? in
      let keys = action.keys(on: app.screen, context).map { context($0.name) }
        .joined(separator: " ")
      return keys.isEmpty
        ? nil : Cells.fit(keys, 16) + " " + Cells.fit(context(action.entry.label), 16)
    }
    let moving = context(
      Bilingual(
        zh: "上下、j/k、PgUp/PgDn、g/G 移动；按任意键关闭",
        en: "Move with arrows, j/k, PgUp/PgDn, g/G; any key closes"))
    // A window too narrow for two columns scrolls one.
    guard context.columns >= 78 else { return entries + Cells.wrap(moving, context.columns - 8) }
    let half = (entries.count + 1) / 2
    return (0..<half).map { row in
      entries[row] + (entries.indices.contains(row + half) ? "  " + entries[row + half] : "")
    } + ["", moving]
  }

  func draw(over grid: inout Grid, _ app: App) {
    let title = Bilingual(zh: "这里能用的键", en: "Keys that work here")
    Dialog(title: app.context(title), lines: lines(app), top: top).draw(over: &grid)
  }
}

/// Every command that works here, by name or pinyin initials.
struct PaletteOverlay: Overlay {
  let actions: [Action]
  private var field = TextField()
  private var position = ListPosition()

  init(_ app: App) {
    let own = app.screen.actions(app.context)
    actions = (own + Action.everywhere.filter { !own.contains($0) })
      .filter { $0 != .palette && ($0 != .switchPerson || app.mayChoosePerson) }
  }

  private func found(_ context: Context) -> [Action] {
    let filter = Filter(field.text, context.pinyin)
    return actions.filter { filter.matches($0.entry.label.zh) || filter.matches($0.entry.label.en) }
  }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    let found = found(app.context)
    switch key {
    case .escape, .control("c"): return .close
    case .enter:
      return found.indices.contains(position.selected) ? .act(found[position.selected]) : .stay
    case .up, .down, .pageUp, .pageDown:
      _ = position.move(key, count: found.count, height: 10)
    default: if field.update(key) { position = ListPosition() }
    }
    return .stay
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let found = found(context)
    let width = min(56, context.columns - 8)
    let none = context(Bilingual(zh: "没有符合的命令", en: "no such command"))
    let lines = position.visible(count: found.count, height: 10).map { index in
      let action = found[index]
      let keys = action.keys(on: app.screen, context).first.map { context($0.name) } ?? ""
      return (index == position.selected ? "> " : "  ")
        + Cells.fit(context(action.entry.label), width - 14) + Cells.fit(keys, 12)
    }
    Dialog(
      title: Cells.fit(": " + field.text + "_", width), lines: found.isEmpty ? [none] : lines
    ).draw(over: &grid)
  }
}
