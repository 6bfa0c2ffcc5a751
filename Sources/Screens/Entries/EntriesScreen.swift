import Almanac
import Canvas
import Domain

/// The acts that others have entered for a person (代录), to be confirmed or disputed.
struct EntriesScreen: Screen {
  private let person: Person.ID
  private var acts: [EnteredAct] = []
  private var list = ListPosition()
  /// What is not as decided, while it is typed.
  private(set) var reason: TextField?

  init(of person: Person.ID) { self.person = person }

  var tab: Tab { .today }
  var queries: [Query] { [.entries(person), .agenda] }
  func claims(_ key: Key, _ context: Context) -> Bool { reason != nil }

  func selected() -> EnteredAct? {
    acts.indices.contains(list.selected) ? acts[list.selected] : nil
  }

  func title(_ context: Context) -> String {
    let waiting = acts.count { $0.state == .waiting }
    return context(
      Bilingual(
        zh: "他人代录  待确认 \(waiting)，共 \(acts.count)",
        en: "Entered for you  waiting \(waiting), all \(acts.count)"))
  }

  func actions(_ context: Context) -> [Action] {
    selected()?.possibleActs.map { $0 == .confirm ? .confirm : .dispute } ?? []
  }

  /// What waits comes first, then what is disputed; each the latest first.
  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .entries(let all) = answer else { return [] }
    acts = EnteredAct.State.inOrder.flatMap { state in all.filter { $0.state == state } }
    list.keep(count: acts.count, height: listHeight(context))
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .confirm: return perform(.confirm)
    case .dispute: reason = TextField()
    default: break
    }
    return []
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    guard var field = reason else {
      move(key, context)
      return []
    }
    switch key {
    case .escape, .control("c"): reason = nil
    case .enter: return perform(.dispute(reason: field.text))
    default:
      _ = field.update(key)
      reason = field
    }
    return []
  }

  private mutating func move(_ key: Key, _ context: Context) {
    let height = listHeight(context)
    if case .mouse(let mouse) = key, mouse.kind == .press {
      _ = list.select(
        row: mouse.row - context.body.lowerBound - 1, count: acts.count, height: height)
    } else {
      _ = list.move(key, count: acts.count, height: height)
    }
  }

  private func perform(_ command: EntryCommand) -> [Step] {
    selected().map { [.effect(.perform(.entry($0.id, command)))] } ?? []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    reason = nil
    let said = lines.compactMap { line -> Bilingual? in
      guard case .entry(let event) = line.event else { return nil }
      return event.name
    }
    return queries.map { .effect(.load($0)) } + said.map { .say($0) }
  }

  private func listHeight(_ context: Context) -> Int { max(3, context.body.count - 7) }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let layout = ColumnLayout(
      [
        .init(Bilingual(zh: "事项", en: "About"), width: 14),
        .init(Bilingual(zh: "内容", en: "What"), width: 22, grows: true),
        .init(Bilingual(zh: "代录人", en: "By"), width: 14),
        .init(Bilingual(zh: "纸上", en: "Paper"), width: 5, importance: 1),
        .init(Bilingual(zh: "录入", en: "On"), width: 5, importance: 2),
        .init(Bilingual(zh: "状态", en: "State"), width: 10),
      ], width: context.columns - 3)
    grid.write(
      layout.heading(in: context.language), row: rows.lowerBound, column: 2, style: .heading)
    for (offset, index) in list.visible(count: acts.count, height: listHeight(context)).enumerated()
    {
      let row = rows.lowerBound + 1 + offset
      let act = acts[index]
      grid.write(
        layout.row([
          context(act.about), context(act.words(context.bureau)),
          context.bureau.name(act.entered.by), act.entered.paper.monthAndDay,
          act.at.day.monthAndDay, context(act.state.name),
        ]), row: row, column: 2)
      guard index == list.selected else { continue }
      grid.write(">", row: row)
      grid.fill(row: row, style: .selected)
      grid.focus = Position(row: row, column: 0)
    }
    drawDetail(into: &grid, top: rows.lowerBound + 1 + listHeight(context), context)
    guard let reason else { return }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    reason.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2,
      label: context(Bilingual(zh: "哪里与决定不符", en: "what is not as decided")))
  }

  private func drawDetail(into grid: inout Grid, top: Int, _ context: Context) {
    guard let act = selected() else {
      grid.write(
        context(Bilingual(zh: "没有他人代录的。", en: "Nothing was entered for you.")),
        row: context.body.lowerBound + 2, column: 3)
      return
    }
    grid.rule(row: top)
    let lines = EntryWords.lines(act, context).flatMap { Cells.wrap($0, context.columns - 2) }
    for (offset, line) in lines.prefix(5).enumerated() {
      grid.write(line, row: top + 1 + offset, column: 1, style: offset == 0 ? .title : .plain)
    }
  }
}

extension EnteredAct.State {
  /// What asks for a word first.
  static var inOrder: [EnteredAct.State] { [.waiting, .disputed, .confirmed] }
}

/// An entered act told in lines.
enum EntryWords {
  static func lines(_ act: EnteredAct, _ context: Context) -> [String] {
    let name = context.bureau.name(act.entered.by)
    let entered = Bilingual(
      zh: "\(name) 于 \(act.at.day) \(act.at.hourAndMinute) 代录，"
        + "纸上日期 \(act.entered.paper)，编号 \(act.id)",
      en: "entered by \(name) on \(act.at.day) \(act.at.hourAndMinute), paper of "
        + "\(act.entered.paper), number \(act.id)")
    let head = context(act.about) + "  "
    return [
      head + context(act.words(context.bureau)), context(entered),
      context(act.answer?.words ?? act.state.name),
    ]
  }
}
