import Canvas

/// A list in a panel from which one line is picked: the first ten by a digit, the tenth by 0, all of them
/// by Enter.
struct DigitList: Equatable, Sendable {
  private var position = ListPosition()

  /// The rows that it is shown in.
  static let height = 10

  /// Takes a key that picks or moves.
  ///
  /// - Returns: The line picked, from 0.
  mutating func pick(_ key: Key, of count: Int) -> Int? {
    if let digit = key.digit { return (digit + 9) % 10 < count ? (digit + 9) % 10 : nil }
    if key == .enter { return position.selected < count ? position.selected : nil }
    _ = position.move(key, count: count, height: Self.height)
    return nil
  }

  /// Where one is, as `3/41`; empty where all lines are in sight.
  func place(of count: Int) -> String {
    position.place(count: count, height: Self.height)
  }

  /// The lines in sight, each with its digit and the selected one with its mark.
  func lines(_ texts: [String]) -> [Dialog.Line] {
    position.visible(count: texts.count, height: Self.height).map { index in
      Dialog.Line(
        (index < 10 ? "" : "  ") + texts[index], order: index,
        isSelected: index == position.selected, digit: index < 10 ? (index + 1) % 10 : nil)
    }
  }
}
