import Almanac
import Canvas
import Domain

extension ReturnedSheetForm {
  func draw(over grid: inout Grid, _ context: Context) {
    let width = min(92, grid.columns - 8)
    let said = trouble.map { [""] + Cells.wrap(context($0), width) } ?? []
    // The status line and the footer stay in sight.
    dialog(width, said, context, rows: grid.rows - 8 - said.count).draw(over: &grid, margin: 2)
    guard let label = fieldLabel else { return }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    let room = context.columns - 2 - (takesDate ? TypedDate.width : 0)
    field.draw(
      into: &grid, row: row, column: 1, width: room, label: context(label),
      telling: takesDate ? nil : .room(field.text), context)
    if takesDate { TypedDate.draw(field.text, into: &grid, row: row, column: room + 2, context) }
  }

  /// Whether what is typed now is a day and nothing else.
  private var takesDate: Bool {
    switch step {
    case .paper, .words(_, .extend): true
    case .number, .words, .choice, .scan, .marks: false
    }
  }

  private var fieldLabel: Bilingual? {
    switch step {
    case .number: Bilingual(zh: "编号或日期", en: "number or day")
    case .paper: Bilingual(zh: "纸上签的日期", en: "the date signed on it")
    case .words(_, let box):
      box == .extend
        ? Bilingual(zh: "延期至", en: "extend to") : Bilingual(zh: "退回的原因", en: "why it is sent back")
    case .choice, .scan, .marks: nil
    }
  }

  /// - Parameter rows: The rows that a panel has besides what is said last.
  private func dialog(
    _ width: Int, _ said: [String], _ context: Context, rows: Int
  ) -> Dialog {
    switch step {
    case .number:
      return Dialog(
        title: context(Bilingual(zh: "录入决定单", en: "Enter a sheet of decisions")),
        lines: Cells.wrap(
          context(
            Bilingual(
              zh: "填单子上方的编号，如 20261130-ABCD-EFGH；只填印出的日期（空着就是今天）也可以，再按数字选。",
              en: """
                Type the number at the head of the sheet, as 20261130-ABCD-EFGH; or only the day of \
                printing (empty: today), and choose by a digit.
                """)), min(60, width)) + said)
    case .choice(let sheets):
      return Dialog(
        title: context(Bilingual(zh: "单子上的编号是（按数字）", en: "The number on the sheet (a digit)")),
        list: (sheets.isEmpty
          ? [
            .init(
              context(
                Bilingual(
                  zh: "那天没有印出现在还有效的决定单。", en: "No sheet of that day fits what waits now.")))
          ] : list.lines(sheets.map { "\($0.number)  \($0.leader.name)" }))
          + said.map(Dialog.Line.init),
        place: list.place(of: sheets.count))
    case .paper(let returned):
      return Dialog(title: title(returned, context), lines: [keysOfField(context)] + said)
    case .scan(let returned):
      return Dialog(title: title(returned, context), list: scanLines(width, context))
    case .marks(let returned), .words(let returned, _):
      let about = about(returned, width, context).prefix(max(0, rows - 1))
      let height = max(1, rows - about.count)
      return Dialog(
        title: title(returned, context) + (scan.map { "  \($0.name)" } ?? ""),
        list: lines(returned, width, height, context) + (about + said).map(Dialog.Line.init),
        place: position.place(count: returned.sheet.lines.count, height: height))
    }
  }

  private func scanLines(_ width: Int, _ context: Context) -> [Dialog.Line] {
    guard let listing else { return [] }
    let files = listing.files.prefix(9).enumerated().map { index, file in
      let tail =
        "  \(Cells.fit(Photograph.amount(file.size), 8, .trailing))  "
        + "\(file.modified.day.monthAndDay) \(file.modified.hourAndMinute)"
      return Dialog.Line(
        Cells.fit(file.name, min(40, width - 2 - Cells.width(tail))) + tail, order: index,
        digit: index + 1)
    }
    let ask = context(
      Bilingual(
        zh: "扫描件（数字；0 或 Enter 不附）  \(listing.folder)",
        en: "Its scan (a digit; 0 or Enter: none)  \(listing.folder)"))
    return [.init(ask), .init("")] + files
      + [listing.unnamedWords].compactMap { $0.map { .init(context($0)) } }
  }

  private func title(_ returned: ReturnedSheet, _ context: Context) -> String {
    let sheet = returned.sheet
    return context(
      Bilingual(
        zh: "决定单 \(sheet.number)  \(sheet.leader.name)",
        en: "Sheet \(sheet.number)  \(sheet.leader.name)"))
  }

  private func keysOfField(_ context: Context) -> String {
    context(Bilingual(zh: "Enter 确定，Esc 返回", en: "Enter takes it, Esc goes back"))
  }

  /// The lines of the sheet about the selected one with what is ticked, as many as have room.
  private func lines(
    _ returned: ReturnedSheet, _ width: Int, _ height: Int, _ context: Context
  ) -> [Dialog.Line] {
    let lines = returned.sheet.lines
    let mark = max(14, width / 4)
    return position.visible(count: lines.count, height: height).map { index in
      let line = lines[index]
      let words = marks[line.number].map { " " + context($0.words) }
      let ticked = context.tick(words != nil) + (words ?? "")
      let head = Cells.fit("\(line.number)", 3) + Cells.fit(line.hazard.id.rawValue, 10)
      let what = context.bureau.name(line.hazard.report.place) + " " + line.hazard.report.text
      return Dialog.Line(
        head + Cells.fit(what, max(8, width - mark - 16)) + " " + Cells.fit(ticked, mark),
        order: index, isSelected: index == position.selected)
    }
  }

  /// What the selected line is about, and what can be done with it.
  private func about(
    _ returned: ReturnedSheet, _ width: Int, _ context: Context
  ) -> [String] {
    let lines = returned.sheet.lines
    guard lines.indices.contains(position.selected) else { return [] }
    let line = lines[position.selected]
    let agreed = line.hazard.words(of: line.agreement, by: returned.sheet.leader, context.bureau)
    let boxes = SheetBox.allCases.filter { $0.isPrinted(on: line) }
      .sorted { ($0.rawValue + 9) % 10 < ($1.rawValue + 9) % 10 }
      .map { "\($0.rawValue) \(context($0.name))" }
    let keys = context(Bilingual(zh: "Enter 录入", en: "Enter enters all"))
    let means = Bilingual(zh: "同意即：\(agreed.zh)", en: "“Agree” means: \(agreed.en)")
    // Read out, the selected line is told by its number.
    let number = context.isSpoken ? "\(line.number)  " : ""
    return [""] + Cells.wrap(number + context(means), width)
      + flowed(boxes + [keys], in: width)
  }
}
