import Almanac
import Canvas
import Domain

/// What was proposed as never applying at a place, for the administrator to decide, and what stands.
struct ExemptionsScreen: Screen {
  enum Panel: Sendable {
    case menu([ExemptionCommand.Kind])
    /// The reason of an act that needs one.
    case reason(ExemptionCommand.Kind, TextField)
  }

  private var list = ListPosition()
  private(set) var panel: Panel?

  var tab: Tab { .today }
  var queries: [Query] { [.agenda] }
  func claims(_ key: Key, _ context: Context) -> Bool { panel != nil }

  /// What can be decided now: proposals first, then what is confirmed, each by place and item.
  private func shown(_ context: Context) -> [Exemption] {
    let all = context.bureau.exemptions
    return all.filter { $0.state == .proposed } + all.filter { $0.state == .confirmed }
  }

  func selected(_ context: Context) -> Exemption? {
    let shown = shown(context)
    return shown.indices.contains(list.selected) ? shown[list.selected] : nil
  }

  func title(_ context: Context) -> String {
    let waiting = shown(context).count { $0.state == .proposed }
    let standing = shown(context).count - waiting
    return context(
      Bilingual(
        zh: "长期不适用  待确认 \(waiting)，已确认 \(standing)",
        en: "What never applies  proposed \(waiting), confirmed \(standing)"))
  }

  func actions(_ context: Context) -> [Action] { selected(context) == nil ? [] : [.acts] }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    list.keep(count: shown(context).count, height: listHeight(context))
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    guard action == .acts, let exemption = selected(context) else { return [] }
    guard context.person.may(.administer) else {
      return [.warn(NotPermitted(.administer).message)]
    }
    panel = .menu(exemption.possibleActs)
    return []
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if panel != nil, key == .escape || key == .control("c") {
      panel = nil
      return []
    }
    switch panel {
    case nil: move(key, context)
    case .menu(let acts):
      guard let picked = key == .enter ? 0 : key.digit.map({ $0 - 1 }),
        acts.indices.contains(picked)
      else { break }
      switch acts[picked] {
      case .confirm: return perform(.confirm, context)
      case .refuse, .end: panel = .reason(acts[picked], TextField())
      }
    case .reason(let kind, var field):
      guard key == .enter else {
        _ = field.update(key)
        panel = .reason(kind, field)
        break
      }
      return perform(
        kind == .end ? .end(reason: field.text) : .refuse(reason: field.text), context)
    }
    return []
  }

  private mutating func move(_ key: Key, _ context: Context) {
    let count = shown(context).count
    let height = listHeight(context)
    if case .mouse(let mouse) = key, mouse.kind == .press {
      _ = list.select(row: mouse.row - context.body.lowerBound - 1, count: count, height: height)
    } else {
      _ = list.move(key, count: count, height: height)
    }
  }

  private func perform(_ command: ExemptionCommand, _ context: Context) -> [Step] {
    selected(context).map { [.effect(.perform(.exempt($0.id, command)))] } ?? []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    panel = nil
    let states = lines.compactMap { line -> Bilingual? in
      guard case .exemption(let event) = line.event else { return nil }
      return event.name
    }
    return queries.map { .effect(.load($0)) } + states.map { .say($0) }
  }

  private func listHeight(_ context: Context) -> Int { max(3, context.body.count - 6) }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let layout = ColumnLayout(
      [
        .init(Bilingual(zh: "场所", en: "Place"), width: 16),
        .init(Bilingual(zh: "检查项", en: "Item"), width: 22, grows: true),
        .init(Bilingual(zh: "原因", en: "Reason"), width: 16),
        .init(Bilingual(zh: "状态", en: "State"), width: 9),
        .init(Bilingual(zh: "提请人", en: "By"), width: 14, importance: 1),
        .init(Bilingual(zh: "日期", en: "On"), width: 5, importance: 2),
      ], width: context.columns - 3)
    grid.write(
      layout.heading(in: context.language), row: rows.lowerBound, column: 2, style: .heading)
    let shown = shown(context)
    for (offset, index) in list.visible(count: shown.count, height: listHeight(context))
      .enumerated()
    {
      let row = rows.lowerBound + 1 + offset
      let exemption = shown[index]
      grid.write(
        layout.row([
          context.bureau.name(exemption.id.place), context(exemption.proposal.text),
          context(exemption.proposal.why), context(exemption.state.name),
          context.bureau.name(exemption.proposed.person), exemption.proposed.day.monthAndDay,
        ]), row: row, column: 2)
      guard index == list.selected else { continue }
      grid.write(">", row: row)
      grid.fill(row: row, style: .selected)
      grid.focus = Position(row: row, column: 0)
    }
    drawDetail(into: &grid, top: rows.lowerBound + 1 + listHeight(context), context)
    drawPanel(into: &grid, context)
  }

  private func drawDetail(into grid: inout Grid, top: Int, _ context: Context) {
    guard let exemption = selected(context) else {
      grid.write(
        context(Bilingual(zh: "没有待确认或已确认的。", en: "Nothing is proposed or confirmed.")),
        row: context.body.lowerBound + 2, column: 3)
      return
    }
    grid.rule(row: top)
    let lines = ExemptionWords.lines(exemption, context).flatMap {
      Cells.wrap($0, context.columns - 2)
    }
    for (offset, line) in lines.prefix(4).enumerated() {
      grid.write(line, row: top + 1 + offset, column: 1, style: offset == 0 ? .title : .plain)
    }
  }

  private func drawPanel(into grid: inout Grid, _ context: Context) {
    switch panel {
    case nil: break
    case .menu(let acts):
      Dialog(
        title: context(Bilingual(zh: "办理（按数字）", en: "Act (a digit)")),
        choices: acts.map { context($0.name) }, selected: 0
      ).draw(over: &grid)
    case .reason(let kind, let field):
      let row = context.rows - 3
      grid.write(Cells.blank(context.columns), row: row)
      let label =
        kind == .end
        ? Bilingual(zh: "终止的原因", en: "why it ends") : Bilingual(zh: "不同意的原因", en: "why not")
      field.draw(
        into: &grid, row: row, column: 1, width: context.columns - 2, label: context(label))
    }
  }
}

/// An exemption told in lines.
enum ExemptionWords {
  static func lines(_ exemption: Exemption, _ context: Context) -> [String] {
    let proposal = exemption.proposal
    let first = exemption.proposed
    let proposer = context(context.bureau.name(first.person, for: first.standsFor))
    let head =
      "\(context.bureau.name(exemption.id.place))  \(context(proposal.text)): "
      + context(proposal.why)
    let proposed = Bilingual(
      zh: "\(proposer) \(exemption.proposed.day) 在记录 \(proposal.inspection) 中提请",
      en: "proposed by \(proposer) on \(exemption.proposed.day) in record \(proposal.inspection)")
    let decided = exemption.decided.map { step in
      let name = context(context.bureau.name(step.person, for: step.standsFor))
      return Bilingual(zh: "\(name) \(step.day) 确认", en: "confirmed by \(name) on \(step.day)")
    }
    return [head, context(proposed)] + [decided].compactMap { $0.map { context($0) } }
  }
}
