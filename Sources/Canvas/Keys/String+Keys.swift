extension String {
  /// The keys that type this text, for tests: `⏎` Enter, `⎋` Escape, `⌫` Backspace, `⌦` Delete, `⇥` Tab,
  /// `⇤` Shift-Tab, `↑ ↓ ← →` the arrows, `⇞ ⇟` the page keys; any other character is itself.
  public var keys: [Key] {
    map { character in
      switch character {
      case "⏎": .enter
      case "⎋": .escape
      case "⌫": .backspace
      case "⌦": .delete
      case "⇥": .tab
      case "⇤": .backTab
      case "↑": .up
      case "↓": .down
      case "←": .left
      case "→": .right
      case "⇞": .pageUp
      case "⇟": .pageDown
      default: .character(character)
      }
    }
  }
}
