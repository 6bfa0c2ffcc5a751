/// Where a list stands: the selected line, and the first one on screen.
public struct ListPosition: Equatable, Sendable {
  /// The line the next key acts on, from 0.
  public var selected: Int
  /// The first line shown.
  public var top: Int

  /// The beginning of a list, or another place in it.
  public init(selected: Int = 0, top: Int = 0) {
    self.selected = selected
    self.top = top
  }

  /// Moves by one key, if it is a key that moves: arrows, `j` `k` `g` `G`, Home, End, the page keys,
  /// Ctrl-F, Ctrl-B, the wheel.
  ///
  /// - Parameters:
  ///   - count: The number of lines of the list.
  ///   - height: The number of rows it is shown in.
  /// - Returns: Whether the key was one of these.
  public mutating func move(_ key: Key, count: Int, height: Int) -> Bool {
    guard let wanted = target(key, count: count, height: height) else { return false }
    selected = wanted
    keep(count: count, height: height)
    return true
  }

  /// Selects the line shown on a row of the list, as by a click.
  ///
  /// - Returns: Whether there is a line.
  public mutating func select(row: Int, count: Int, height: Int) -> Bool {
    let lines = visible(count: count, height: height)
    guard row >= 0, lines.contains(lines.lowerBound + row) else { return false }
    selected = lines.lowerBound + row
    return true
  }

  /// Brings the selection inside the list and onto the screen, after either has changed.
  public mutating func keep(count: Int, height: Int) {
    selected = max(0, min(selected, count - 1))
    let height = max(1, height)
    top = max(selected - height + 1, min(top, selected))
    top = max(0, min(top, count - height))
  }

  /// Goes with a line that has moved in the list, so that it stays on its row of the screen.
  public mutating func follow(to index: Int, count: Int, height: Int) {
    top += index - selected
    selected = index
    keep(count: count, height: height)
  }

  /// The lines shown.
  public func visible(count: Int, height: Int) -> Range<Int> {
    var position = self
    position.keep(count: count, height: height)
    return position.top..<max(position.top, min(count, position.top + max(0, height)))
  }

  /// Where one is, as `3/41`; empty where all lines are in sight.
  public func place(count: Int, height: Int) -> String {
    count > height ? "\(selected + 1)/\(count)" : ""
  }

  private func target(_ key: Key, count: Int, height: Int) -> Int? {
    let page = max(1, height - 1)
    return switch key.folded {
    case .down, .character("j"): selected + 1
    case .up, .character("k"): selected - 1
    case .home, .character("g"): 0
    case .end, .character("G"): count - 1
    case .pageDown, .control("f"): selected + page
    case .pageUp, .control("b"): selected - page
    case .mouse(let mouse): wheel(mouse)
    default: nil
    }
  }

  private func wheel(_ mouse: Key.Mouse) -> Int? {
    switch mouse.kind {
    case .press: nil
    case .wheelUp: selected - 3
    case .wheelDown: selected + 3
    }
  }
}
