import Almanac
import Canvas
import Domain

extension HazardForm {
  func draw(over grid: inout Grid, _ context: Context) {
    if case .menu(let acts) = purpose {
      let number = hazard?.rawValue ?? ""
      Dialog(
        title: context(Bilingual(zh: "办理 \(number)（按数字）", en: "Act on \(number) (a digit)")),
        choices: acts.map { context($0.name) }
          + (more.isEmpty ? [] : [context(Self.others)]), selected: focus
      ).draw(over: &grid)
      return
    }
    let width = min(70, grid.columns - 4)
    let all = help(context, width: width - 4)
    // A low window has room for the choices of one field only.
    let isLow = parts.count + all.count + 6 > grid.rows || context.isSpoken
    let help = isLow && several.isEmpty ? help(context, width: width - 4, only: parts[focus]) : all
    let said = help + Cells.wrap(trouble.map { context($0) } ?? "", width - 4)
    var panel = Grid(columns: width, rows: parts.count + said.count + 3)
    drawFrame(&panel)
    panel.write(title(context, width: width - 4), row: 1, column: 2, style: .title)
    // Read out, the fields are asked for one after the other.
    for (index, part) in parts.enumerated() where !context.isSpoken || index <= focus {
      let mark = index == focus ? "> " : "  "
      let room = width - 4 - (part.isDate ? TypedDate.width : 0)
      (fields[part] ?? TextField()).draw(
        into: &panel, row: 2 + index, column: 2, width: room,
        label: mark + Cells.fit(context(part.label), 9), isFocused: index == focus,
        telling: hint(for: part), context)
      if part.isDate {
        TypedDate.draw(text(part), into: &panel, row: 2 + index, column: 3 + room, context)
      }
    }
    for (offset, line) in said.enumerated() {
      panel.write(
        line, row: 2 + parts.count + offset, column: 2,
        style: offset < help.count ? .plain : .alarm)
    }
    let origin = Position(
      row: (grid.rows - panel.rows) / 2, column: (grid.columns - width) / 2)
    let cursor = panel.cursor
    grid.draw(panel, row: origin.row, column: origin.column)
    if let cursor {
      grid.cursor = Position(row: origin.row + cursor.row, column: origin.column + cursor.column)
    }
    guard parts.indices.contains(focus), let names = parts[focus].names(context) else { return }
    picker.draw(
      over: &grid, row: origin.row + 2 + focus, column: origin.column + 13, text(parts[focus]),
      among: names, context)
  }

  /// What is told of a field that is neither a day nor a name.
  private func hint(for part: Part) -> TypedHint? {
    switch part {
    case .hazard: .hazardNumber(text(part), notOf: hazard)
    case .cost, .funds: .money(text(part))
    case .category: .choice(text(part), among: HazardCategory.allCases.map(\.name))
    case .severity: .choice(text(part), among: Severity.allCases.map(\.name))
    case .source: .choice(text(part), among: Hazard.Source.allCases.map(\.name))
    case .outside, .reason, .measures, .contingency, .text, .basis, .document, .authority, .version,
      .proof:
      .room(text(part))
    case .person, .watcher, .leader, .participants, .deadline, .day, .place: nil
    }
  }

  /// What several hazards together are told before the second Enter.
  private func togetherHelp(_ context: Context, width: Int) -> [String] {
    let reminders =
      purpose == .act(.remind)
      ? several.flatMap {
        Cells.wrap(Reminder($0, context.bureau, on: context.today).text[context.language], width)
      } : flowed(several.map(\.id.rawValue), in: width)
    let key =
      asksAgain
      ? Bilingual(zh: "再按一次 Enter，逐条办理；Esc 取消", en: "Enter again does each; Esc cancels")
      : Bilingual(zh: "Enter 继续，Esc 取消", en: "Enter goes on, Esc cancels")
    return reminders + ["", context(key)]
  }

  private static let others = Bilingual(
    zh: "其他：催办、批示、重大、并案……", en: "Others: remind, note, major, merge ...")

  private func drawFrame(_ panel: inout Grid) {
    for row in 0..<panel.rows {
      panel.write("|", row: row)
      panel.write("|", row: row, column: panel.columns - 1)
    }
    let rule = "+" + String(repeating: "-", count: panel.columns - 2) + "+"
    panel.write(rule, row: 0)
    panel.write(rule, row: panel.rows - 1)
  }

  /// What is done to which hazard, with the keys as far as they stand whole beside it.
  private func title(_ context: Context, width: Int) -> String {
    let what =
      if case .act(let kind) = purpose { kind.name } else {
        Bilingual(zh: "登记隐患", en: "New hazard")
      }
    guard several.isEmpty else {
      return context(what) + " "
        + context(Bilingual(zh: "\(several.count) 条", en: "\(several.count) hazards"))
    }
    let subject = context(what) + (hazard.map { " " + $0.rawValue } ?? "")
    let keys = [
      Bilingual(zh: "   Enter 确定  Tab 下一栏  Esc 取消", en: "   Enter done  Tab next  Esc cancel"),
      Bilingual(zh: "  Enter 确定  Esc 取消", en: "  Enter done  Esc cancel"),
      Bilingual(verbatim: "  Enter  Esc"),
    ]
    let titles = keys.map { subject + context($0) }
    return titles.first { Cells.width($0) <= width } ?? subject
  }

  private func help(_ context: Context, width: Int, only part: Part? = nil) -> [String] {
    func numbered(_ part: Part, _ names: [Bilingual]) -> [String] {
      let choices = names.enumerated().map { "\(($0 + 1) % 10) \(context($1))" }
      return flowed([context(part.label) + ":"] + choices, in: width)
    }
    if !several.isEmpty { return togetherHelp(context, width: width) }
    if purpose == .act(.remind) {
      return [context(Bilingual(zh: "可复制：", en: "to copy:"))] + Cells.wrap(text(.text), width)
    }
    if parts.contains(.severity) {
      return numbered(.severity, Severity.allCases.map(\.name))
        + [context(Bilingual(zh: "参加人之间用空格隔开", en: "a space between persons"))]
    }
    if part == .category { return numbered(.category, HazardCategory.allCases.map(\.name)) }
    if part == .source { return numbered(.source, Hazard.Source.allCases.map(\.name)) }
    guard parts.contains(.category), part == nil else { return [] }
    return numbered(.category, HazardCategory.allCases.map(\.name))
      + numbered(.source, Hazard.Source.allCases.map(\.name))
      + [
        context(
          Bilingual(
            zh: "期限可空；自查以外的来源须填来文", en: "deadline may be empty; other sources need a document"))
      ]
  }
}
