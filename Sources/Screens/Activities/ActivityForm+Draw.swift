import Almanac
import Canvas
import Domain

extension ActivityForm {
  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    for row in rows { grid.write(Cells.blank(grid.columns), row: row) }
    grid.choices = []
    grid.write(context(kind.name), row: rows.lowerBound, column: 1, style: .title)
    grid.write(context(Self.keys), row: rows.lowerBound + 1, column: 1)
    let first = rows.lowerBound + 3
    let room = max(1, rows.upperBound - first - 2)
    let top = max(0, min(focus - room / 2, parts.count - room))
    for index in parts.indices.dropFirst(top).prefix(room)
    where !context.isSpoken || index <= focus {
      draw(index, at: first + index - top, into: &grid, context)
    }
    let help = flowed(choiceLines(context), in: grid.columns - 4)
    for (offset, line) in help.prefix(2).enumerated() {
      grid.write(line, row: rows.upperBound - 2 + offset, column: 3, style: .notice)
    }
    if let names = names(context) {
      picker.draw(
        over: &grid, row: first + focus - top, column: Self.labelWidth(in: grid.columns) + 4,
        fields[focus].text,
        among: names, context)
    }
  }

  /// The cells of a label: fewer in a small window, where the fields need them.
  private static func labelWidth(in columns: Int) -> Int { columns < 80 ? 12 : 18 }
  private static let keys = Bilingual(
    zh: "Enter 保存    Tab 下一栏    Esc 取消    没有的空着",
    en: "Enter saves    Tab next    Esc cancels    none: leave empty")

  /// What is told below the fields about the one with the focus.
  private func choiceLines(_ context: Context) -> [String] {
    let choices = parts[focus].choices(context)
    if !choices.isEmpty {
      return choices.prefix(9).enumerated().map { "\($0.offset + 1) \($0.element)" }
    }
    let words: Bilingual? =
      switch parts[focus] {
      case .persons:
        kind.isCirculated
          ? Bilingual(zh: "传阅给谁，几个人之间用逗号", en: "to whom it goes, commas between")
          : Bilingual(zh: "本单位参加的人，几个人之间用逗号", en: "those of the office, commas between")
      case .resolutions:
        Bilingual(
          zh: "事项，承办人，期限；几条之间用分号", en: "what, who, by when; semicolons between several")
      case .file:
        Bilingual(
          zh: "投放文件夹里的文件：PDF、JPEG、PNG", en: "a file of the drop folder: PDF, JPEG or PNG")
      case .field(let field) where field.kind == .count:
        Bilingual(zh: "填整数", en: "a whole number")
      case .day, .title, .place, .reason, .field: nil
      }
    return words.map { [context($0)] } ?? []
  }

  private func draw(_ index: Int, at row: Int, into grid: inout Grid, _ context: Context) {
    let part = parts[index]
    let text = fields[index]
    let width = min(90, grid.columns - 2) - (part == .day ? TypedDate.width : 0)
    text.draw(
      into: &grid, row: row, column: 1, width: width,
      label: (index == focus ? "> " : "  ")
        + Cells.fit(context(part.label), Self.labelWidth(in: grid.columns)),
      isFocused: index == focus, telling: hint(part, text.text, context), context)
    if part == .day {
      TypedDate.draw(text.text, into: &grid, row: row, column: 2 + width, context)
    }
  }

  private func hint(_ part: Part, _ text: String, _ context: Context) -> TypedHint? {
    switch part {
    case .day, .persons, .file: return nil
    case .title, .place, .reason: return .room(text)
    case .resolutions:
      guard !trimmed(text).isEmpty else { return nil }
      let read = try? Activity.Resolution.list(
        typed: text, in: context.bureau, on: context.today)
      return read.map {
        TypedHint(Bilingual(zh: "\($0.count) 条", en: counted($0.count, "resolution")))
      } ?? TypedHint(Bilingual(zh: "还不完整", en: "not complete"), isTrouble: true)
    case .field(let field):
      guard field.kind != .text else { return .room(text) }
      let isRead = (try? field.value(typed: text, in: context.bureau)) != nil
      return trimmed(text).isEmpty || isRead || field.kind == .persons
        ? nil : TypedHint(Bilingual(zh: "不合要求", en: "not taken"), isTrouble: true)
    }
  }
}
