import Almanac
import Canvas
import Domain

/// Something drawn over a screen that takes all keys while it is there.
protocol Overlay: Sendable {
  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome
  func draw(over grid: inout Grid, _ app: App)
  /// Whether one of its lines is chosen by its number where nothing can be drawn.
  var picksByNumber: Bool { get }
  /// Whether what is typed narrows its lines.
  var takesText: Bool { get }
}

extension Overlay {
  var takesText: Bool { false }
  var picksByNumber: Bool { false }
}

/// What a key did to an overlay.
enum OverlayOutcome {
  case stay
  case close
  /// Does what was chosen by its name.
  case choice(Action)
  /// Does the act of the screen that was chosen by its name.
  case act(Bilingual)
  case quit
  /// Puts another question in its place.
  case ask(any Overlay)
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
  /// Puts what was chosen by its name before all chosen earlier.
  private mutating func remember(_ name: String) {
    recent.removeAll { $0 == name }
    recent.insert(name, at: 0)
  }

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
    case .ask(let next):
      overlay = next
      return []
    case .choice(let action):
      overlay = nil
      remember(action.rawValue)
      return act(action)
    case .act(let name):
      overlay = nil
      remember(name.en)
      return run(screen.act(named: name, context))
    case .choose(let person):
      overlay = nil
      context.seat(person)
      context.decided = nil
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
  /// What narrows the list, by name or initials; nil while nothing does.
  private var filter: TextField?
  var picksByNumber: Bool { true }
  var takesText: Bool { filter != nil }

  init(_ context: Context) {
    persons = context.bureau.persons.filter { person in
      person.to.map { context.today <= $0 } ?? true
    }
    position.selected = persons.firstIndex { $0.id == context.person.id } ?? 0
  }

  private func found(_ context: Context) -> [Person] {
    guard let text = filter?.text else { return persons }
    let filter = Filter(text, context.pinyin)
    return persons.filter { filter.matches("\($0.name) \($0.id)") }
  }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    let found = found(app.context)
    if key == .enter {
      return found.indices.contains(position.selected)
        ? .choose(found[position.selected]) : .stay
    }
    if var field = filter {
      if key == .escape {
        filter = nil
        position = ListPosition()
      } else if key == .up || key == .down {
        _ = position.move(key, count: found.count, height: app.context.rows - 8)
      } else if key == .control("c") {
        return .quit
      } else if field.update(key) {
        filter = field
        position = ListPosition()
      }
      return .stay
    }
    if position.move(key, count: found.count, height: app.context.rows - 8) { return .stay }
    switch key {
    case .character("/"):
      filter = TextField()
      return .stay
    case .escape: return app.context.person.id.rawValue.isEmpty ? .stay : .close
    case .control("c"), .character("q"): return .quit
    default: return .stay
    }
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let found = found(context)
    let none = context(Bilingual(zh: "没有相符的人", en: "nobody fits"))
    let lines = position.visible(count: found.count, height: context.rows - 8).map { index in
      let person = found[index]
      let roles = Role.allCases.filter(person.roles.contains).map { context($0.name) }
      return Dialog.Line(
        Cells.fit(person.name, 16) + " "
          + Cells.clip(roles.joined(separator: context(Bilingual(zh: "、", en: ", "))), to: 44),
        order: index, isSelected: index == position.selected)
    }
    let place = found.isEmpty ? "0/0" : "\(position.selected + 1)/\(found.count)"
    let typed = filter.map { Bilingual(verbatim: "/ \($0.text)_  \(place)") }
    Dialog(
      title: context(
        typed
          ?? Bilingual(
            zh: "您是谁？ 上下选择，Enter 确定，/ 筛选  \(place)",
            en: "Who are you? Choose, then Enter; / filters  \(place)")),
      list: lines.isEmpty ? [.init(none)] : lines
    ).draw(over: &grid)
  }
}
