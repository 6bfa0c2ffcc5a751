import Almanac
import Canvas
import Domain

/// A screen over which a form can stand.
protocol FormScreen: Screen {
  associatedtype Form: ActForm

  var form: Form? { get set }
  /// A key that no form has taken.
  mutating func typeBelow(_ key: Key, _ context: Context) -> [Step]
}

extension FormScreen {
  func claims(_ key: Key, _ context: Context) -> Bool { form != nil }
  var isFollowedByField: Bool { form?.isFollowedByField ?? false }
  func named(_ context: Context) -> NamedField? { form?.named(context) }
  func typed(_ context: Context) -> TypedForm? { form?.typed }
  mutating func restore(_ texts: [String: String]) { form?.fields.restore(texts) }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    switch form?.press(key, context) {
    case nil: return typeBelow(key, context)
    case .stay: return []
    case .cancel:
      form = nil
      return []
    case .warn(let words): return [.warn(words)]
    case .perform(let effect): return [.effect(effect)]
    }
  }

  /// Loads again after an act, and says what was done first.
  func reload(_ news: [Bilingual]) -> [Step] {
    queries.map { .effect(.load($0)) } + news.prefix(1).map { .say($0) }
  }
}

/// A screen on which one acts through a numbered menu, and through forms that it opens.
protocol ActScreen: FormScreen {
  associatedtype Choice: ActChoice

  var menu: ActMenu<Choice>? { get set }
  /// Does what was picked from the menu, or opens its form.
  mutating func choose(_ choice: Choice, _ context: Context) -> [Step]
  /// A key that neither form nor menu has taken.
  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step]
}

extension ActScreen {
  /// Whether a menu or a form has the keys.
  var isCovered: Bool { menu != nil || form != nil }

  func claims(_ key: Key, _ context: Context) -> Bool { isCovered }

  mutating func typeBelow(_ key: Key, _ context: Context) -> [Step] {
    switch menu?.press(key) {
    case nil: return typeOutside(key, context)
    case .stay: return []
    case .cancel:
      menu = nil
      return []
    case .picked(let choice):
      menu = nil
      return choose(choice, context)
    }
  }

  /// Draws the form or the menu over the screen.
  ///
  /// - Parameter subject: What the menu is about; nil where the screen tells it anyway.
  func drawCover(
    over grid: inout Grid, rows: Range<Int>, about subject: String? = nil, _ context: Context
  ) {
    form?.draw(into: &grid, rows: rows, context)
    menu?.draw(over: &grid, about: subject, context)
  }
}

extension ActList {
  /// The selected one of the lines; nil where there is none.
  func line<Line>(of lines: [Line]) -> Line? {
    lines.indices.contains(selected) ? lines[selected] : nil
  }

  /// Stays inside lines that have come, and selects the wanted one where it is among them.
  mutating func keep<Line: Identifiable>(
    _ lines: [Line], selecting wanted: inout Line.ID?, _ context: Context
  ) {
    keep(count: lines.count, context)
    if let wanted, let index = lines.firstIndex(where: { $0.id == wanted }) {
      select(index, count: lines.count, context)
    }
    wanted = nil
  }
}
