import Almanac
import Canvas
import Domain

/// The short list under a field that names persons or a place: typing narrows it, arrows choose, Enter, Tab
/// or a digit take.
struct NamePicker: Equatable, Sendable {
  /// The most rows that are shown.
  static let height = 5

  private var position = ListPosition()
  /// Whether something was typed since the last was taken.
  private var isOpen = false

  /// Puts the list away: the field is left.
  mutating func close() { self = NamePicker() }

  /// Takes a key of a field.
  ///
  /// - Returns: Whether the key is spent; Tab, and Enter where only one fits, take and go on.
  mutating func press(
    _ key: Key, in field: inout TextField, among names: NameList, _ context: Context
  ) -> Bool {
    let found = found(field.text, among: names, context)
    switch key {
    case .up where !found.isEmpty, .down where !found.isEmpty:
      _ = position.move(key, count: found.count, height: Self.height)
      return true
    case .enter where found.indices.contains(position.selected),
      .tab where found.indices.contains(position.selected):
      take(found[position.selected], in: &field, among: names)
      return key == .enter && found.count > 1
    default: break
    }
    if let index = picked(key, found, field.text, among: names, context) {
      take(found[index], in: &field, among: names)
      return true
    }
    let before = field.text
    guard field.update(key) else { return false }
    if field.text != before {
      position = ListPosition()
      // What is pasted whole is meant as it stands, as a line of answer is.
      if case .paste = key { isOpen = false } else { isOpen = true }
    }
    return true
  }

  private func found(_ text: String, among names: NameList, _ context: Context) -> [NameChoice] {
    isOpen ? names.found(text, context) : []
  }

  /// The choice whose number was pressed, where digits are not text and nothing fits what they would spell.
  private func picked(
    _ key: Key, _ found: [NameChoice], _ text: String, among names: NameList, _ context: Context
  ) -> Int? {
    guard !names.takesDigits, let digit = key.digit, digit > 0 else { return nil }
    let shown = position.visible(count: found.count, height: Self.height)
    guard digit <= shown.count,
      names.fitting(names.lastWord(text) + "\(digit)", context).isEmpty
    else { return nil }
    return shown.lowerBound + digit - 1
  }

  private mutating func take(
    _ choice: NameChoice, in field: inout TextField, among names: NameList
  ) {
    let word = names.lastWord(field.text)
    field.replace(with: field.text.dropLast(word.count) + names.word(for: choice))
    close()
  }

  /// Draws the list under a row of the whole screen, or above it where there is no room.
  func draw(
    over grid: inout Grid, row: Int, column: Int, _ text: String, among names: NameList,
    _ context: Context
  ) {
    let found = found(text, among: names, context)
    guard isOpen, !context.isSpoken else { return }
    guard !found.isEmpty else {
      // A name that nothing fits is told while it is typed, not when the form is sent.
      guard !trimmed(names.lastWord(text)).isEmpty, !names.isWhole(text) else { return }
      let words = context(Bilingual(zh: " 没有相符的 ", en: " nothing fits "))
      let cursor = grid.cursor
      let isBelow = row + 1 < grid.rows - 1
      grid.write(words, row: isBelow ? row + 1 : row - 1, column: column, style: .warning)
      grid.cursor = cursor
      return
    }
    let shown = position.visible(count: found.count, height: Self.height)
    let width = min(48, grid.columns - column - 1)
    var panel = Grid(columns: width, rows: shown.count + 2)
    let rule = "+" + String(repeating: "-", count: width - 2) + "+"
    panel.write(rule, row: 0)
    panel.write(rule, row: shown.count + 1)
    panel.write(" \(position.selected + 1)/\(found.count) ", row: shown.count + 1, column: 2)
    for (offset, index) in shown.enumerated() {
      let choice = found[index]
      let isSelected = index == position.selected
      let number = names.takesDigits ? "" : "\(offset + 1) "
      let words =
        "|" + (isSelected ? ">" : " ") + number + Cells.fit(choice.name, 20) + " "
        + Cells.fit(choice.id, 10) + " " + choice.note
      panel.write(Cells.fit(words, width - 1) + "|", row: offset + 1)
      panel.mark(
        .line, row: offset + 1, order: index, isHere: isSelected,
        digit: names.takesDigits ? nil : offset + 1)
      if isSelected { panel.style(row: offset + 1, columns: 1..<width - 1, .selected) }
    }
    let cursor = grid.cursor
    let isBelow = row + 1 + panel.rows < grid.rows
    grid.draw(panel, row: isBelow ? row + 1 : max(0, row - panel.rows), column: column)
    grid.cursor = cursor
  }
}
