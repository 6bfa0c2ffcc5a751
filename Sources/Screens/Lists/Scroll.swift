import Canvas

/// How far lines that do not fit are scrolled.
struct Scroll: Equatable, Sendable {
  /// The lines above those in sight.
  private(set) var top = 0

  /// Takes a key that scrolls so many lines shown in so many rows.
  ///
  /// - Returns: Whether it is one and there is something to scroll.
  mutating func press(_ key: Key, count: Int, height: Int) -> Bool {
    let last = max(0, count - height)
    guard last > 0 else { return false }
    let page = max(1, height - 1)
    top = min(top, last)
    switch key.folded {
    case .down, .character("j"): top += 1
    case .up, .character("k"): top -= 1
    case .pageDown, .control("f"), .character(" "): top += page
    case .pageUp, .control("b"): top -= page
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = last
    case .mouse(let mouse) where mouse.kind != .press: top += mouse.kind == .wheelUp ? -3 : 3
    default: return false
    }
    top = max(0, min(last, top))
    return true
  }

  /// Brings a line to the top, or as near to it as leaves no row empty.
  mutating func go(to line: Int, count: Int, height: Int) {
    top = max(0, min(line, count - height))
  }

  /// The lines above those in sight where so many are shown in so many rows: lines may have gone, or rows have
  /// come, since the last key.
  func top(count: Int, height: Int) -> Int { max(0, min(top, count - height)) }
}
