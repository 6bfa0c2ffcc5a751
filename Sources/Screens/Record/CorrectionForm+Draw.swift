import Almanac
import Canvas
import Domain

extension CorrectionForm {
  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    switch stage {
    case .item: drawItems(into: &grid, rows: rows, context)
    case .answer(let question):
      dialog(question, context, choices: Self.choices(of: question.item).map { name($0, context) })
        .draw(over: &grid)
    case .notApplicable(let question):
      dialog(question, context, choices: NotApplicableReason.allCases.map { context($0.name) })
        .draw(over: &grid)
    case .otherReason(let question, let field):
      dialog(question, context).draw(over: &grid)
      draw(field, Bilingual(zh: "不适用的原因", en: "why not applicable"), into: &grid, context)
    case .value(let question, let field):
      dialog(question, context).draw(over: &grid)
      draw(
        field, valueLabel(question.item), telling: .reading(field.text, of: question.item),
        into: &grid, context)
    case .finding(_, let panel):
      panel.draw(into: &grid, rows: rows, context)
      let hints = [
        Bilingual(
          zh: "Enter 下一步写更正原因   Tab 下一栏   退格 重选   Esc 另选一项",
          en: "Enter: the reason   Tab: next field   Backspace: re-pick   Esc: other item"),
        Bilingual(
          zh: "Enter 写原因  Tab 下一栏  退格 重选  Esc 另选",
          en: "Enter reason  Tab field  Bksp re-pick  Esc other item"),
      ]
      grid.write(
        Cells.fit(
          context.titleFitting(hints.map { context($0) }, beside: ""), grid.columns - 2),
        row: rows.upperBound - 1, column: 1, style: .keyHint)
    case .reason(let question, let answer, let field):
      dialog(question, context, now: answer).draw(over: &grid)
      draw(field, Bilingual(zh: "更正原因", en: "reason to correct"), into: &grid, context)
    }
  }

  private func drawItems(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    for row in rows { grid.write(Cells.blank(grid.columns), row: row) }
    grid.write(
      context(
        Bilingual(
          zh: "更正哪一项？ 打序号或上下选，Enter 确定，Esc 取消",
          en: "Which item? Its number or arrows, then Enter; Esc cancels")),
      row: rows.lowerBound, column: 1, style: .title)
    let shown = list.visible(count: questions.count, height: rows.count - 1)
    grid.place = list.place(count: questions.count, height: rows.count - 1)
    for (offset, index) in shown.enumerated() {
      let row = rows.lowerBound + 1 + offset
      let answer = answer(of: questions[index])
      grid.write(
        AnswerWords.line(questions[index], answer, context), row: row, column: 1,
        style: AnswerWords.style(answer))
      guard index == list.selected else { continue }
      grid.write(">", row: row)
      grid.fill(row: row, style: .selected)
      grid.focus = Position(row: row, column: 0)
    }
  }

  private func dialog(
    _ question: Question, _ context: Context, choices: [String] = [], now: Answer? = nil
  ) -> Dialog {
    func line(_ label: Bilingual, _ answer: Answer) -> String {
      context(label) + AnswerWords.result(answer, question.item, context)
    }
    var lines = [context(question.item.text)]
    if let was = answer(of: question) { lines.append(line(Bilingual(zh: "原：", en: "was: "), was)) }
    if let now { lines.append(line(Bilingual(zh: "改为：", en: "now: "), now)) }
    return Dialog(
      title: context(
        Bilingual(zh: "更正第\(question.number)项", en: "Correct item \(question.number)")),
      lines: lines + (choices.isEmpty ? [] : [""]), choices: choices)
  }

  private func draw(
    _ field: TextField, _ label: Bilingual, telling hint: TypedHint? = nil,
    into grid: inout Grid, _ context: Context
  ) {
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    field.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2, label: context(label),
      telling: hint ?? .room(field.text), context)
  }

  private func name(_ choice: Choice, _ context: Context) -> String {
    switch choice {
    case .pass: context(Bilingual(zh: "合格", en: "pass"))
    case .fail: context(Bilingual(zh: "不合格", en: "fail"))
    case .value: context(Bilingual(zh: "另填", en: "another value"))
    case .option(let option): context(option.text)
    case .notApplicable: context(Bilingual(zh: "不适用", en: "not applicable"))
    }
  }

  private func valueLabel(_ item: Item) -> Bilingual {
    guard case .reading(let unit, _, _) = item.kind else {
      return Bilingual(zh: "内容", en: "text")
    }
    return Bilingual(zh: "数值（\(unit.zh)）", en: "value (\(unit.en))")
  }
}
