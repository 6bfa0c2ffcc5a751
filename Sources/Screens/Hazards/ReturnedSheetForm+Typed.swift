import Almanac
import Canvas
import Domain

extension ReturnedSheetForm {
  /// Words begun at a line.
  struct Begun: Sendable {
    /// The line, from 0.
    var line: Int
    var box: SheetBox
    var text: String
  }

  /// The sheet that was found; nil while it is asked for.
  private var returned: ReturnedSheet? {
    switch step {
    case .number, .choice: nil
    case .paper(let sheet), .scan(let sheet), .marks(let sheet), .words(let sheet, _): sheet
    }
  }

  /// What is ticked and typed of the sheet, from the date signed on it on.
  var typed: TypedForm? {
    guard let returned else { return nil }
    var texts = Dictionary(uniqueKeysWithValues: marks.map { ("line \($0)", $1.kept) })
    texts["paper"] = if case .paper = step { field.text } else { paper.description }
    texts["scan"] = scan?.name ?? formerScan
    var open = begun
    if case .words(_, let box) = step {
      open = Begun(line: position.selected, box: box, text: field.text)
    }
    if let open {
      texts["begun"] = open.text
      texts["begun at"] = "\(open.line) \(open.box.rawValue)"
    }
    return TypedForm("sheet \(returned.sheet.number)", texts)
  }

  /// Puts back what was ticked; the date stands in its field again, to be confirmed before anything else.
  mutating func restore(_ texts: [String: String]) {
    guard case .paper(let returned) = step else { return }
    field = TextField(texts["paper"] ?? "")
    formerScan = texts["scan"]
    for line in returned.sheet.lines {
      guard let mark = texts["line \(line.number)"].flatMap(SheetChoice.Mark.init(kept:)) else {
        continue
      }
      marks[line.number] = mark
    }
    let place = (texts["begun at"] ?? "").split(separator: " ").compactMap { Int($0) }
    guard place.count == 2, returned.sheet.lines.indices.contains(place[0]),
      let box = SheetBox(rawValue: place[1])
    else { return }
    begun = Begun(line: place[0], box: box, text: texts["begun"] ?? "")
  }

  /// Comes to the lines, or to the words that were begun at one of them.
  mutating func goOn(_ returned: ReturnedSheet) {
    step = .marks(returned)
    guard let begun else { return }
    position.selected = begun.line
    field = TextField(begun.text)
    step = .words(returned, begun.box)
    self.begun = nil
  }
}

extension SheetChoice.Mark {
  /// As it is kept while the sheet is not entered.
  fileprivate var kept: String {
    switch self {
    case .agree: "agree"
    case .extend(let day): "extend \(day)"
    case .reject(let reason): "reject \(reason)"
    }
  }

  fileprivate init?(kept: String) {
    let parts = kept.split(separator: " ", maxSplits: 1).map(String.init)
    switch (parts.first, parts.dropFirst().first) {
    case ("agree", nil): self = .agree
    case ("extend", let text?):
      guard let day = Day(text) else { return nil }
      self = .extend(to: day)
    case ("reject", let reason?): self = .reject(reason: reason)
    default: return nil
    }
  }
}
