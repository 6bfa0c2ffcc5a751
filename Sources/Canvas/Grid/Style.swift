/// How a cell looks. Never the only carrier of a meaning: the text says it too.
public struct Style: Hashable, Sendable {
  /// A foreground colour, or the terminal's own.
  public enum Hue: Hashable, Sendable, CaseIterable { case plain, red, green, yellow, cyan }

  /// Whether the text is bold.
  public var isBold: Bool
  /// Whether text and background change places.
  public var isReverse: Bool
  /// Whether the text is underlined.
  public var isUnderlined: Bool
  /// The colour of the text.
  public var hue: Hue

  /// A look; without arguments the terminal's own.
  public init(
    bold: Bool = false, reverse: Bool = false, underline: Bool = false, hue: Hue = .plain
  ) {
    isBold = bold
    isReverse = reverse
    isUnderlined = underline
    self.hue = hue
  }
}

/// The styles of the program by what they are for. None dims: dim text is lost on many screens.
extension Style {
  /// Ordinary text.
  public static let plain = Style()
  /// The heading line of a screen.
  public static let title = Style(bold: true)
  /// A tab that is not open.
  public static let tab = Style()
  /// The open tab.
  public static let activeTab = Style(bold: true, reverse: true)
  /// The row the next key acts on.
  public static let selected = Style(reverse: true)
  /// Passed, closed, on time.
  public static let good = Style(hue: .green)
  /// Failed, overdue.
  public static let bad = Style(bold: true, hue: .red)
  /// Due soon, waiting.
  public static let warning = Style(bold: true, hue: .yellow)
  /// Beside the point.
  public static let muted = Style()
  /// A key in the footer.
  public static let keyHint = Style(bold: true)
  /// The heading of a section or of the columns of a list.
  public static let heading = Style(bold: true, underline: true)
  /// What the program says back.
  public static let notice = Style(bold: true, hue: .cyan)
  /// What must be seen before anything else: nothing was saved.
  public static let alarm = Style(bold: true, reverse: true, hue: .red)
}
