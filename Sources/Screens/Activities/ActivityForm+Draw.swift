import Almanac
import Canvas
import Domain

extension ActivityForm {
  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    var rest = drawHead(context(kind.name), [context(Self.keys)], into: &grid, rows: rows)
    rest = rest.lowerBound..<max(rest.lowerBound + 1, rest.upperBound - 2)
    let help = flowed(choiceLines(context), in: grid.columns - 4)
    for (offset, line) in help.prefix(2).enumerated() {
      grid.write(line, row: rows.upperBound - 2 + offset, column: 3, style: .notice)
    }
    let frame = FormFields<Part>.Frame(
      rows: rest, width: min(90, grid.columns - 2), labelWidth: Self.labelWidth(in: grid.columns))
    fields.draw(into: &grid, frame, among: names(context), context) { hint($0, $1, context) }
  }

  /// The cells of a label: fewer in a small window, where the fields need them.
  private static func labelWidth(in columns: Int) -> Int { columns < 80 ? 12 : 18 }
  private static let keys = Bilingual(
    zh: "Enter 保存    Tab 下一栏    Esc 取消    没有的空着",
    en: "Enter saves   Tab next   Esc cancels   none: leave empty")

  /// What is told below the fields about the one with the focus.
  private func choiceLines(_ context: Context) -> [String] {
    let choices = fields.focused.choices(context)
    if !choices.isEmpty {
      return choices.prefix(9).enumerated().map { "\($0.offset + 1) \($0.element)" }
    }
    let words: Bilingual? =
      switch fields.focused {
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
