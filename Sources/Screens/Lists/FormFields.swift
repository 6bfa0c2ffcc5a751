import Almanac
import Canvas
import Domain

/// A field of a form.
protocol FormPart: Hashable, Sendable {
  var label: Bilingual { get }
  /// By what its text is kept while the form is not sent.
  var key: String { get }
  /// Whether it holds a day, which is told in full beside it.
  var isDay: Bool { get }
  /// What a digit puts into it; nothing where digits are text.
  func choices(_ context: Context) -> [String]
}

extension FormPart {
  var isDay: Bool { false }
  func choices(_ context: Context) -> [String] { [] }
}

extension FormPart where Self: RawRepresentable<String> {
  var key: String { rawValue }
}

/// The fields of a form, one below the other, one of which is typed in, with the list of names under it.
struct FormFields<Part: FormPart>: Sendable {
  enum Outcome {
    case stay
    case cancel
    case submit
  }

  /// What Enter does in a field that is not the last.
  enum Enter {
    case goesOn
    case submits
  }

  let parts: [Part]
  private var texts: [TextField]
  private(set) var focus = 0
  private var picker = NamePicker()
  private let enter: Enter

  /// Fields with their first texts.
  init(_ parts: [(part: Part, text: String)], enter: Enter) {
    self.parts = parts.map(\.part)
    texts = parts.map { TextField($0.text) }
    self.enter = enter
  }

  /// The field that is typed in.
  var focused: Part { parts[focus] }
  /// Its text as it stands.
  var focusedText: String { texts[focus].text }

  /// Whether Enter goes on to another field.
  var isFollowed: Bool { focus < parts.count - 1 }

  /// The text of a field without blanks at its ends; empty for a field that is not here.
  func text(_ part: Part) -> String {
    parts.firstIndex(of: part).map { trimmed(texts[$0].text) } ?? ""
  }

  /// The text of a field; nil where nothing is typed.
  func optional(_ part: Part) -> String? { text(part).isEmpty ? nil : text(part) }

  /// All texts by the keys of their fields.
  var kept: [String: String] {
    Dictionary(uniqueKeysWithValues: zip(parts.map(\.key), texts.map(\.text)))
  }

  /// Puts in what was typed before.
  mutating func restore(_ kept: [String: String]) {
    texts = parts.map { TextField(kept[$0.key] ?? "") }
  }

  /// Goes to a field, as to one that is wrong.
  mutating func go(to part: Part) {
    picker.close()
    focus = parts.firstIndex(of: part) ?? focus
  }

  /// Takes a key. F8 submits from any field, Esc leaves.
  ///
  /// - Parameter names: What can be picked in the field that is typed in; nil for another.
  mutating func press(_ key: Key, among names: NameList?, _ context: Context) -> Outcome {
    if key == .escape || key == .control("c") { return .cancel }
    if key == .function(8) { return .submit }
    if let names, picker.press(key, in: &texts[focus], among: names, context) { return .stay }
    let choices = focused.choices(context)
    if let digit = key.digit, choices.indices.contains(digit - 1) {
      texts[focus].replace(with: choices[digit - 1])
      return .stay
    }
    switch key {
    case .tab, .down: move(by: 1)
    case .backTab, .up: move(by: parts.count - 1)
    case .enter where enter == .goesOn && isFollowed: move(by: 1)
    case .enter: return .submit
    default: _ = texts[focus].update(key)
    }
    return .stay
  }

  private mutating func move(by steps: Int) {
    picker.close()
    focus = (focus + steps) % parts.count
  }

  /// Where the fields stand.
  struct Frame {
    var rows: Range<Int>
    var column = 1
    var width: Int
    var labelWidth = 12
  }

  /// Draws the fields that the rows have room for, the one that is typed in among them.
  ///
  /// - Parameter hint: What is told of a field and its text.
  func draw(
    into grid: inout Grid, _ frame: Frame, among names: NameList?, _ context: Context,
    hint: (Part, String) -> TypedHint?
  ) {
    let (rows, column) = (frame.rows, frame.column)
    let top = max(0, min(focus - rows.count / 2, parts.count - rows.count))
    for index in parts.indices.dropFirst(top).prefix(rows.count)
    where !context.isSpoken || index <= focus {
      let (part, text) = (parts[index], texts[index])
      let row = rows.lowerBound + index - top
      let room = frame.width - (part.isDay ? TypedDate.width : 0)
      let unknown = index == focus ? names?.trouble(text.text, context) : nil
      let told = part.isDay ? nil : hint(part, text.text) ?? unknown
      text.draw(
        into: &grid, row: row, column: column, width: room,
        label: (index == focus ? "> " : "  ") + Cells.fit(context(part.label), frame.labelWidth),
        isFocused: index == focus, telling: told, context)
      if part.isDay {
        TypedDate.draw(text.text, into: &grid, row: row, column: column + 1 + room, context)
      }
    }
    guard let names else { return }
    picker.draw(
      over: &grid, row: rows.lowerBound + focus - top, column: column + frame.labelWidth + 3,
      focusedText, among: names, context)
  }
}
