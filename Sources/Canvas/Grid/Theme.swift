import Almanac

/// How the styles of the program look: the one table of them.
///
/// No theme sets a background or black or white text, for the terminal's own may be either; none dims, for
/// dim text is lost on many screens; none uses blue, which is lost on black.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  /// The terminal's own colours, with hues that read on black and on white.
  case auto
  /// For a dark background.
  case dark
  /// For a light background.
  case light
  /// Bold, reverse and underline alone, and more of them.
  case highContrast = "high-contrast"
  /// The sixteen colours of a terminal's own palette.
  case sixteen = "16-colour"
  /// The eight colours every colour terminal has.
  case eight = "8-colour"
  /// Without colours, as `NO_COLOR` asks.
  case mono

  /// What a theme is called.
  public var name: Bilingual {
    switch self {
    case .auto: Bilingual(zh: "自动", en: "auto")
    case .dark: Bilingual(zh: "深色", en: "dark")
    case .light: Bilingual(zh: "浅色", en: "light")
    case .highContrast: Bilingual(zh: "高对比", en: "high contrast")
    case .sixteen: Bilingual(zh: "16色", en: "16 colours")
    case .eight: Bilingual(zh: "8色", en: "8 colours")
    case .mono: Bilingual(zh: "无色", en: "no colour")
    }
  }

  /// The theme after this one, the first after the last.
  public var next: Theme {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }

  /// How a style looks.
  ///
  /// - Parameter colours: How many colours the terminal has; with too few for the theme it is the eight's.
  public func look(of style: Style, colours: Int) -> Look {
    var look = shape(of: style)
    look.colour = style.hue.flatMap { palette(colours)?[$0] }
    return look
  }

  /// The theme's colours by the numbers of the terminal; nil where it has none.
  private func palette(_ colours: Int) -> Hue.Palette? {
    guard colours >= 8 else { return nil }
    return switch self {
    case .highContrast, .mono: nil
    // About 4.5 to 1 on black and on white alike.
    case .auto where colours >= 256: Hue.Palette(red: 160, green: 28, yellow: 130, cyan: 31)
    case .dark where colours >= 256: Hue.Palette(red: 210, green: 114, yellow: 221, cyan: 80)
    case .light where colours >= 256: Hue.Palette(red: 124, green: 22, yellow: 94, cyan: 24)
    case .dark: Hue.Palette(red: 1, green: 2, yellow: 3, cyan: 6)
    // A terminal's own green, yellow and cyan are lost on white: magenta warns, the rest has no colour.
    case .sixteen where colours >= 16: Hue.Palette(red: 9, yellow: 5)
    case .auto, .light, .sixteen, .eight: Hue.Palette(red: 1, yellow: 5)
    }
  }

  private func shape(of style: Style) -> Look {
    if self == .highContrast, let look = Self.strong(style) { return look }
    return switch style {
    case .plain, .tab, .good, .muted: Look()
    case .selected: Look(reverse: true)
    case .title, .keyHint, .bad, .warning, .notice: Look(bold: true)
    case .heading: Look(bold: true, underline: true)
    case .activeTab, .alarm: Look(bold: true, reverse: true)
    }
  }

  /// What stands out more in high contrast.
  private static func strong(_ style: Style) -> Look? {
    switch style {
    case .good, .tab: Look(bold: true)
    case .selected: Look(bold: true, reverse: true)
    case .bad, .warning: Look(bold: true, underline: true)
    case .plain, .muted, .title, .keyHint, .notice, .heading, .activeTab, .alarm: nil
    }
  }
}

/// How a cell looks.
public struct Look: Hashable, Sendable {
  /// Whether the text is bold.
  public var isBold: Bool
  /// Whether text and background change places.
  public var isReverse: Bool
  /// Whether the text is underlined.
  public var isUnderlined: Bool
  /// The colour of the text by the terminal's number; nil for the terminal's own.
  public var colour: Int?

  /// A look; without arguments the terminal's own.
  init(bold: Bool = false, reverse: Bool = false, underline: Bool = false) {
    isBold = bold
    isReverse = reverse
    isUnderlined = underline
  }
}

/// A colour by what it is taken for.
private enum Hue {
  case red
  case green
  case yellow
  case cyan

  /// The numbers of a terminal's colours.
  struct Palette {
    var red: Int
    var green: Int?
    var yellow: Int
    var cyan: Int?

    subscript(hue: Hue) -> Int? {
      switch hue {
      case .red: red
      case .green: green
      case .yellow: yellow
      case .cyan: cyan
      }
    }
  }
}

extension Style {
  /// The colour that goes with it, where the theme has colours.
  fileprivate var hue: Hue? {
    switch self {
    case .good: .green
    case .bad, .alarm: .red
    case .warning: .yellow
    case .notice: .cyan
    case .plain, .title, .tab, .activeTab, .selected, .muted, .keyHint, .heading: nil
    }
  }
}
