/// One line of text being typed, with the place where the next character goes.
public struct TextField: Equatable, Sendable {
  /// What is typed so far.
  public private(set) var text: String
  /// Characters before the insertion point.
  public private(set) var cursor: Int
  private var history: [Snapshot] = []
  private var undone: [Snapshot] = []

  private struct Snapshot: Equatable {
    var text: String
    var cursor: Int
  }

  /// A field that holds a text, its cursor at the end.
  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Replaces the text, as one edit that can be undone.
  public mutating func replace(with text: String) {
    record()
    self.text = text
    cursor = text.count
  }

  /// Takes one key: a character or a paste is inserted, Backspace and Delete remove, arrows, Home and
  /// End move, Ctrl-U clears, Ctrl-_ (which Ctrl-/ sends) takes back an edit and Ctrl-R does it again.
  /// A paste is one edit, its line ends become spaces.
  ///
  /// - Returns: Whether the key was one for a text field.
  public mutating func update(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(Cells.clean(pasted))
    case .backspace: remove(from: cursor - 1)
    case .delete: remove(from: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    case .control("u"): if !text.isEmpty { replace(with: "") }
    case .control("_"): undo()
    case .control("r"): redo()
    case .enter, .escape, .tab, .backTab, .up, .down, .pageUp, .pageDown, .insert, .function,
      .control, .mouse, .resize, .undecodable, .hangUp:
      return false
    }
    return true
  }

  /// Takes back the last edit.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public mutating func undo() -> Bool {
    guard let last = history.popLast() else { return false }
    undone.append(Snapshot(text: text, cursor: cursor))
    (text, cursor) = (last.text, last.cursor)
    return true
  }

  /// Does again the edit taken back last, if nothing was typed since.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public mutating func redo() -> Bool {
    guard let next = undone.popLast() else { return false }
    history.append(Snapshot(text: text, cursor: cursor))
    (text, cursor) = (next.text, next.cursor)
    return true
  }

  /// Draws the label and the field as `label [text   ]`, so many cells together, and sets the grid's
  /// cursor at the insertion point if the field has the focus. A long text is scrolled by whole characters;
  /// of a masked one only the number of characters is seen.
  ///
  /// - Parameter order: Its place among the fields, in the order of keys; nil for the next.
  public func draw(
    into grid: inout Grid, row: Int, column: Int = 0, width: Int, label: String = "",
    isFocused: Bool = true, isMasked: Bool = false, order: Int? = nil
  ) {
    if isMasked {
      var masked = TextField(String(repeating: "*", count: text.count))
      masked.cursor = cursor
      return masked.draw(
        into: &grid, row: row, column: column, width: width, label: label, isFocused: isFocused,
        order: order)
    }
    let limit = column + width
    let head = label.isEmpty ? "[" : label + " ["
    let start = grid.write(head, row: row, column: column, limit: limit)
    let room = max(1, limit - start - 1)
    let (shown, offset) = window(room)
    grid.write(Cells.fit(shown, room), row: row, column: start, limit: limit)
    grid.write("]", row: row, column: start + room, limit: limit)
    grid.mark(field: start..<start + room, inRow: row)
    grid.mark(
      .field, row: row, columns: column..<limit, order: order, isHere: isFocused)
    if isFocused { grid.cursor = Position(row: row, column: min(start + offset, limit - 1)) }
  }

  /// The part of the text that is shown, and the cells before the insertion point in it.
  private func window(_ room: Int) -> (text: String, offset: Int) {
    var before = text.prefix(cursor)
    while Cells.width(String(before)) > room - 1, !before.isEmpty { before.removeFirst() }
    let after = text.dropFirst(cursor)
    let offset = Cells.width(String(before))
    return (String(before) + Cells.clip(String(after), to: room - offset), offset)
  }

  private mutating func insert(_ piece: String) {
    record()
    let head = text.prefix(cursor) + piece
    let tail = text.dropFirst(cursor)
    // Counted after joining: a combining mark becomes part of the character before it.
    cursor = head.count
    text = String(head + tail)
  }

  private mutating func remove(from offset: Int) {
    guard offset >= 0, offset < text.count else { return }
    record()
    text.remove(at: text.index(text.startIndex, offsetBy: offset))
    cursor = offset
  }

  private mutating func record() {
    history.append(Snapshot(text: text, cursor: cursor))
    undone = []
  }
}
