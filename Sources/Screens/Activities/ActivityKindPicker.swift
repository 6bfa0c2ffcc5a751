import Almanac
import Canvas
import Domain

/// The kinds of activities to choose from: by number, which is taken as soon as no other begins with it, or
/// by name or initials.
struct ActivityKindPicker: Sendable {
  enum Outcome {
    case stay
    case cancel
    case picked(ActivityKind)
  }

  private let kinds: [ActivityKind]
  private var field = TextField()
  private var position = ListPosition()

  init(_ kinds: [ActivityKind]) { self.kinds = kinds }

  /// The kinds that what is typed fits, with their numbers.
  private func found(_ context: Context) -> [(number: Int, kind: ActivityKind)] {
    let text = trimmed(field.text)
    let all = kinds.enumerated().map { ($0.offset + 1, $0.element) }
    guard !text.isEmpty else { return all }
    if Int(text) != nil { return all.filter { "\($0.0)".hasPrefix(text) } }
    let filter = Filter(text, context.pinyin)
    return all.filter { filter.matches($0.1.name[context.language]) }
  }

  private func height(_ context: Context) -> Int { max(3, context.rows - 8) }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    let found = found(context)
    switch key {
    case .escape, .control("c"): return .cancel
    case .enter:
      return found.indices.contains(position.selected)
        ? .picked(found[position.selected].kind) : .stay
    case .up, .down, .pageUp, .pageDown:
      _ = position.move(key, count: found.count, height: height(context))
    default:
      guard field.update(key.folded) else { return .stay }
      position = ListPosition()
      let left = self.found(context)
      if left.count == 1, key.digit != nil { return .picked(left[0].kind) }
    }
    return .stay
  }

  func draw(over grid: inout Grid, _ context: Context) {
    let found = found(context)
    let title = Bilingual(zh: "登记哪一种（数字或名称）", en: "Which kind (a number or a name)")
    let lines = position.visible(count: found.count, height: height(context)).map { index in
      let entry = found[index]
      return Dialog.Line(
        (entry.number < 10 ? " " : "") + "\(entry.number) " + context(entry.kind.name),
        order: index, isSelected: index == position.selected)
    }
    let width = Cells.width(context(title)) + 2
    let none = Dialog.Line(context(Bilingual(zh: "没有这样的种类", en: "no such kind")))
    let dialog = Dialog(
      title: context(title),
      list: [.init(Cells.blank(max(width, 40)))] + (lines.isEmpty ? [none] : lines))
    dialog.draw(over: &grid, margin: 0)
    let size = dialog.grid(columns: grid.columns - 4, rows: grid.rows)
    let (top, left) = ((grid.rows - size.rows) / 2 + 3, (grid.columns - size.columns) / 2 + 2)
    field.draw(into: &grid, row: top, column: left, width: 30)
  }
}
