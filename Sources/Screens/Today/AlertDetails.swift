import Almanac
import Canvas
import Domain

/// When an alert was issued, by whom and in what words, where that is told before its colour.
struct AlertDetails: Sendable {
  enum Field: Int, CaseIterable {
    case issued
    case issuer
    case headline

    var label: Bilingual {
      switch self {
      case .issued: Bilingual(zh: "发布时间", en: "Issued")
      case .issuer: Bilingual(zh: "发布单位", en: "Issuer")
      case .headline: Bilingual(zh: "原文", en: "Its words")
      }
    }
  }

  static let offer = Bilingual(zh: "先填发布时间、单位、原文……", en: "First when, by whom, in what words ...")
  static let help = Bilingual(
    zh: "时间如 22:10 或 11-22 22:10，空着就是现在；Tab 换栏，Enter 选颜色",
    en: "As 22:10 or 11-22 22:10; empty: now. Tab: next, Enter: the colour")

  private var fields: [Field: TextField] = [:]
  private var focus = Field.issued
  private(set) var issued: Moment?
  private(set) var trouble: [Bilingual] = []

  var issuer: String { text(.issuer) }
  var headline: String { text(.headline) }

  var isFollowedByField: Bool { focus != .headline }

  var texts: [String: String] {
    Dictionary(uniqueKeysWithValues: fields.map { ("\($0.key)", $0.value.text) })
  }

  mutating func restore(_ texts: [String: String]) {
    for field in Field.allCases { fields[field] = texts["\(field)"].map(TextField.init) }
  }

  private func text(_ field: Field) -> String { trimmed(fields[field]?.text ?? "") }

  /// Takes a key.
  ///
  /// - Returns: Whether all is told and can be read.
  mutating func press(_ key: Key, _ context: Context) -> Bool {
    trouble = []
    switch key {
    case .tab, .down: focus = Field(rawValue: focus.rawValue + 1) ?? .issued
    case .backTab, .up: focus = Field(rawValue: focus.rawValue - 1) ?? .headline
    case .enter: return read(context)
    default: _ = fields[focus, default: TextField()].update(key)
    }
    return false
  }

  private mutating func read(_ context: Context) -> Bool {
    let typed = text(.issued)
    issued = typed.isEmpty ? nil : Moment(typed: typed, now: context.now)
    guard typed.isEmpty || issued != nil else {
      trouble = [
        Bilingual(zh: "看不懂这个时间，或它在现在之后", en: "This is no time, or it lies after now")
      ]
      focus = .issued
      return false
    }
    return true
  }

  func draw(into grid: inout Grid, row: Int, column: Int, width: Int, _ context: Context) {
    for field in Field.allCases {
      (fields[field] ?? TextField()).draw(
        into: &grid, row: row + field.rawValue, column: column, width: width,
        label: (field == focus ? "> " : "  ") + Cells.fit(context(field.label), 9),
        isFocused: field == focus,
        telling: field == .issued ? .moment(text(field), now: context.now) : .room(text(field)),
        context)
    }
  }
}

extension Moment {
  /// A time of today, or of a day named before it; nil if it cannot be read or lies after now.
  init?(typed: String, now: Moment) {
    let words = typed.split(whereSeparator: { $0.isWhitespace || $0 == "T" }).map(String.init)
    guard let clock = words.last, words.count <= 2 else { return nil }
    let parts = clock.split { $0 == ":" || $0 == "\u{FF1A}" }.map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    let day = words.count == 2 ? Day(typed: words[0], today: now.day) : now.day
    guard let day else { return nil }
    let moment = Moment(day, hour: hour, minute: minute)
    guard moment <= now else { return nil }
    self = moment
  }
}
