import Testing

@testable import Canvas

/// The rules every theme keeps (SCREENS: accessibility), and how well its colours can be read.
@Suite struct ThemeTests {
  /// What terminals have: none, eight, sixteen, 256 colours.
  private static let terminals = [0, 8, 16, 256]

  private func looks(_ theme: Theme) -> [(style: Style, colours: Int, look: Look)] {
    Self.terminals.flatMap { colours in
      Style.allCases.map { ($0, colours, theme.look(of: $0, colours: colours)) }
    }
  }

  @Test(arguments: Theme.allCases)
  func noBlueAndNoThinYellow(_ theme: Theme) {
    for (style, colours, look) in looks(theme) {
      guard let colour = look.colour else { continue }
      #expect(colour < colours, "\(style) on \(colours)")
      #expect(![0, 4, 7, 8, 12, 15].contains(colour), "no black, blue or white: \(style)")
      if [3, 11].contains(colour) { #expect(look.isBold, "\(style)") }
    }
  }

  @Test(arguments: [Theme.mono, .highContrast])
  func withoutColours(_ theme: Theme) {
    #expect(looks(theme).allSatisfy { $0.look.colour == nil })
  }

  /// On a terminal without colours every theme still tells the selected row, the open tab and an alarm.
  @Test(arguments: Theme.allCases)
  func whatMustStandOutDoes(_ theme: Theme) {
    for colours in Self.terminals {
      let plain = theme.look(of: .plain, colours: colours)
      #expect(plain == Look(), "ordinary text is the terminal's own")
      for style in [Style.selected, .activeTab, .alarm] {
        #expect(theme.look(of: style, colours: colours).isReverse)
      }
      for style in [Style.title, .heading, .keyHint, .bad, .warning, .notice] {
        #expect(theme.look(of: style, colours: colours).isBold, "\(style)")
      }
    }
  }

  struct Reading: Sendable {
    var theme: Theme
    /// How many colours the terminal has.
    var colours = 256
    /// Backgrounds as red, green and blue from 0 to 255.
    var backgrounds: [[Double]]
    var least: Double
  }

  /// Contrast by WCAG 2.1 (1.4.3): 4.5 to 1 for text, 3 to 1 for bold where one palette serves both sides.
  @Test(arguments: [
    Reading(theme: .dark, backgrounds: [[0, 0, 0], [30, 30, 30], [0, 43, 54]], least: 4.5),
    Reading(theme: .light, backgrounds: [[255, 255, 255], [253, 246, 227]], least: 4.5),
    Reading(theme: .auto, backgrounds: [[0, 0, 0], [255, 255, 255]], least: 3.8),
    Reading(theme: .auto, colours: 8, backgrounds: [[0, 0, 0], [255, 255, 255]], least: 3),
    Reading(theme: .eight, colours: 8, backgrounds: [[0, 0, 0], [255, 255, 255]], least: 3),
    Reading(theme: .sixteen, colours: 16, backgrounds: [[0, 0, 0], [255, 255, 255]], least: 3),
    Reading(theme: .light, colours: 8, backgrounds: [[255, 255, 255]], least: 4.5),
    Reading(theme: .dark, colours: 8, backgrounds: [[0, 0, 0]], least: 3),
  ])
  func contrast(_ row: Reading) throws {
    for style in Style.allCases {
      guard let colour = row.theme.look(of: style, colours: row.colours).colour else { continue }
      for background in row.backgrounds {
        let ratio = Self.contrast(Self.rgb(colour), background)
        #expect(ratio >= row.least, "\(style) \(colour) on \(background): \(ratio)")
      }
    }
  }

  /// The colours of a terminal's own palette that are used, as xterm has them.
  private static let own: [Int: [Double]] = [
    1: [205, 0, 0], 2: [0, 205, 0], 3: [205, 205, 0], 5: [205, 0, 205], 6: [0, 205, 205],
    9: [255, 0, 0],
  ]

  /// A colour of the terminal's own, or of xterm's cube of 6 by 6 by 6, which stands from 16 to 231.
  private static func rgb(_ colour: Int) -> [Double] {
    if let own = own[colour] { return own }
    let index = colour - 16
    return [index / 36, index / 6 % 6, index % 6].map { $0 == 0 ? 0 : Double(55 + 40 * $0) }
  }

  private static func luminance(_ colour: [Double]) -> Double {
    let linear = colour.map { value -> Double in
      let part = value / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// To the power of 2.4, as sRGB has it: a square, and the fifth root of the square.
  private static func power(_ base: Double) -> Double {
    let square = base * base
    var root = 0.5
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }

  private static func contrast(_ first: [Double], _ second: [Double]) -> Double {
    let (one, other) = (luminance(first), luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }
}
