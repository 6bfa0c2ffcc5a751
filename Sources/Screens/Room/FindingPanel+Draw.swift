import Almanac
import Canvas
import Domain

extension FindingPanel {
  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    for row in rows { grid.write(Cells.blank(grid.columns), row: row) }
    var row = rows.lowerBound
    func line(_ text: String, _ style: Style = .plain) {
      guard row < rows.upperBound else { return }
      grid.write(Cells.clip(text, to: grid.columns - 2), row: row, column: 1, style: style)
      row += 1
    }
    line(
      context(
        Bilingual(
          zh: "第\(question.number)项 \(question.item.text.zh)",
          en: "Item \(question.number) \(question.item.text.en)")), .title)
    for (index, hazard) in hazards.enumerated() {
      let mark = index == selected && !isPicked ? "> " : "  "
      let own =
        index < ownHazards
        ? Bilingual(zh: "本项", en: "this item") : Bilingual(zh: "本处", en: "this place")
      line(
        mark
          + context(
            Bilingual(
              zh: "并入\(own.zh)未销号隐患 \(hazard.id) \(hazard.report.text)（Enter）",
              en: "Join \(own.en)'s open hazard \(hazard.id) \(hazard.report.text) (Enter)")),
        index == selected && !isPicked ? .selected : .plain)
    }
    line(
      isPicked
        ? context(
          Bilingual(
            zh: "位置（按数字，可不选）：", en: "Where (a digit, or none): "))
          + Spot.allCases.sorted { ($0.rawValue + 9) % 10 < ($1.rawValue + 9) % 10 }
          .map { "\($0.rawValue)\(context($0.name))" }.joined(separator: " ")
        : context(Bilingual(zh: "问题（按数字；0 自己写）：", en: "What (a digit; 0 own words):")))
    for (index, phrase) in phrases.enumerated() {
      let isSelected = hazards.count + index == selected
      line(
        "\(isSelected ? ">" : " ") \(index + 1) \(phrase)", isSelected && !isPicked ? .selected : .plain)
    }
    row += row + 8 < rows.upperBound ? 1 : 0
    drawFields(into: &grid, row: &row, rows, context)
    if let trouble { line(context(trouble), .alarm) }
    let last = rows.upperBound - 1
    grid.write(
      Cells.clip(
        context(
          Bilingual(
            zh: "Enter 保存并到下一项   Tab 下一栏   退格 重选   Esc 不记了",
            en: "Enter saves, next item   Tab next field   Backspace re-picks   Esc drops it")),
        to: grid.columns - 2), row: last, column: 1, style: .keyHint)
    if field == .pick { grid.focus = Position(row: rows.lowerBound + 1, column: 0) }
  }

  private func drawFields(
    into grid: inout Grid, row: inout Int, _ rows: Range<Int>, _ context: Context
  ) {
    let width = grid.columns - 4
    func head(_ wanted: Field, _ label: Bilingual) -> String {
      (field == wanted ? "> " : "  ") + Cells.fit(context(label), 10)
    }
    func put(_ text: String, _ wanted: Field) {
      guard row < rows.upperBound - 1 else { return }
      grid.write(
        Cells.clip(text, to: grid.columns - 2), row: row, column: 1,
        style: field == wanted ? .selected : .plain)
      row += 1
    }
    text.draw(
      into: &grid, row: row, column: 1, width: width,
      label: head(.text, Bilingual(zh: "描述", en: "Words")), isFocused: field == .text)
    row += 1
    let place = spot.map { context($0.name) } ?? context(Bilingual(zh: "（未选）", en: "(none)"))
    put(head(.pick, Bilingual(zh: "位置", en: "Where")) + place, .pick)
    put(
      head(.handling, Bilingual(zh: "处理", en: "Handling"))
        + (isOnTheSpot
          ? context(Bilingual(zh: "1 限期整改  (2) 当场整改", en: "1 by a deadline  (2) fixed on the spot"))
          : context(Bilingual(zh: "(1) 限期整改  2 当场整改", en: "(1) by a deadline  2 fixed on the spot"))
        ), .handling)
    let list = HazardCategory.allCases.enumerated().map { index, each in
      let digit = (index + 1) % 10
      return each == category
        ? "(\(digit)\(context(each.name)))" : "\(digit)\(context(each.name))"
    }
    put(
      head(.category, Bilingual(zh: "类别", en: "Category"))
        + (field == .category
          ? list.joined(separator: " ") : context(category.name)), .category)
    deadline.draw(
      into: &grid, row: row, column: 1, width: min(40, width),
      label: head(.deadline, Bilingual(zh: "期限", en: "Deadline")), isFocused: field == .deadline)
    if deadline.text.isEmpty {
      grid.write(
        context(
          Bilingual(zh: "空 = \(proposed)", en: "empty = \(proposed)")), row: row,
        column: min(40, width) + 3)
    }
    row += 1
    put(
      head(.study, Bilingual(zh: "研判", en: "Study"))
        + (asksForStudy
          ? context(Bilingual(zh: "1 一般  (2) 提请重大研判", en: "1 general  (2) ask for a study"))
          : context(Bilingual(zh: "(1) 一般  2 提请重大研判", en: "(1) general  2 ask for a study"))
        ), .study)
  }
}
