import Canvas

extension App {
  /// What a click on a line of an open panel means in keys: the digit before the line, or the arrows that lead
  /// to it, and Enter where it is chosen already. Nil where no such line is clicked.
  func keys(clickedAt mouse: Key.Mouse) -> [Key]? {
    let picture = view
    guard mouse.kind == .press, let panel = picture.panel, panel.columns.contains(mouse.column),
      panel.lines.indices.contains(mouse.row - panel.row)
    else { return nil }
    let lines = panel.lines.map(PanelLine.init)
    let index = mouse.row - panel.row
    // Where something is typed a digit is text; a line with a field, or of a list below one, is gone to.
    let isTyping = picture.cursor != nil
    if !isTyping, let digit = lines[index].digit { return [.character(digit)] }
    let isList = panel.fields.isEmpty && !panel.hasTitle
    guard lines[index].isLine, !isTyping || isList || panel.fields.contains(index),
      let chosen = lines.firstIndex(where: \.isChosen)
    else { return nil }
    if index == chosen { return isTyping && !isList ? [] : [.enter] }
    return Array(repeating: index > chosen ? .down : .up, count: abs(index - chosen))
  }
}

extension Grid.Panel {
  /// Whether it is a dialog, its title above a rule.
  fileprivate var hasTitle: Bool { lines.count > 3 && lines[2].hasPrefix("+") }
}

/// A line of a panel as it is read: whether it is the chosen one, and by which digit it is picked.
private struct PanelLine {
  /// Not a part of the frame, nor empty.
  let isLine: Bool
  let isChosen: Bool
  private(set) var digit: Character?

  init(_ text: String) {
    let inside = text.drop { $0 == "|" }.drop { $0 == " " }
    isChosen = inside.hasPrefix(">")
    let words = inside.drop { $0 == ">" || $0 == " " }
    isLine = !text.hasPrefix("+") && words.contains { $0 != " " && $0 != "|" }
    if let first = words.first, first.isASCII, first.isNumber, words.dropFirst().first == " " {
      digit = first
    }
  }
}
