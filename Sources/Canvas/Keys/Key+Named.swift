extension Key {
  /// The key that people write so: a character, or a name as footers show it in either language, as `F8`,
  /// `Space`, `^P`; also `Ctrl-P`, `Escape`, `PageUp` and such. Nil if there is none.
  public init?(named text: String) {
    // The arrows' Chinese names are single characters.
    if text.count == 1, let character = text.first, !Key.character(character).isHan {
      self = .character(character)
      return
    }
    let wanted = text.lowercased()
    if let named = Self.named.first(where: {
      [$0.name.en.lowercased(), $0.name.zh].contains(wanted)
    }) {
      self = named
    } else if let named = Self.spellings[wanted] {
      self = named
    } else if let letter = Self.control(wanted) {
      self = .control(letter)
    } else {
      return nil
    }
  }

  private static let named: [Key] =
    [
      .enter, .escape, .backspace, .delete, .tab, .backTab, .up, .down, .left, .right, .pageUp,
      .pageDown, .home, .end, .insert, .character(" "),
    ] + (1...12).map(Key.function)

  private static let spellings: [String: Key] = [
    "return": .enter, "escape": .escape, "delete": .delete, "backtab": .backTab,
    "pageup": .pageUp, "pagedown": .pageDown, "insert": .insert,
  ]

  private static func control(_ text: String) -> Character? {
    for beginning in ["^", "ctrl-", "ctrl+", "c-"] where text.hasPrefix(beginning) {
      let rest = text.dropFirst(beginning.count)
      guard rest.count == 1, let letter = rest.first, ("a"..."z").contains(letter) else {
        return nil
      }
      return letter
    }
    return nil
  }
}
