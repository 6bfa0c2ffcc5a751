import Canvas

extension App {
  /// What a click on a line of an open panel, or on a field of a form, means in keys: the digit of the line, or
  /// the keys that lead there, and Enter where it is chosen already. Nil where there is neither.
  func keys(clickedAt mouse: Key.Mouse) -> [Key]? {
    guard mouse.kind == .press else { return nil }
    let picture = view
    let isThere = { (target: Grid.Target) in target.contains(row: mouse.row, column: mouse.column) }
    guard let target = picture.targets.last(where: isThere) else { return nil }
    // Where something is typed a digit is text.
    if let digit = target.digit, picture.cursor == nil {
      return [.character(Character("\(digit)"))]
    }
    if target.isHere { return target.kind == .line ? [.enter] : [] }
    let here = picture.targets.first { $0.kind == target.kind && $0.isHere }
    guard let here else { return nil }
    let steps = target.order - here.order
    let (on, back): (Key, Key) = target.kind == .line ? (.down, .up) : (.tab, .backTab)
    return Array(repeating: steps > 0 ? on : back, count: abs(steps))
  }
}
