/// A bar made of text, in block characters; where a terminal has none it draws `#` and `.`.
public enum Bar {
  /// A cell that is full.
  public static let full = "█"
  /// One that is not.
  public static let rest = "░"

  /// A bar of so many cells.
  public static func text(_ filled: Int, width: Int) -> String {
    let filled = max(0, min(width, filled))
    return String(repeating: full, count: filled)
      + String(repeating: rest, count: max(0, width - filled))
  }
}
