import Almanac
import Canvas
import Domain

/// What was proposed as never applying at a place, for the administrator to decide, and what stands.
struct ExemptionsScreen: Screen {
  private var list = ActList(detailRows: 4)
  /// What can be done about the selected one, while it is asked.
  private var menu: [ExemptionCommand.Kind]?
  /// The act whose reason is asked for.
  private var asked: ExemptionCommand.Kind?

  var tab: Tab { .today }
  var queries: [Query] { [.agenda] }
  func claims(_ key: Key, _ context: Context) -> Bool { menu != nil || list.isTyping }

  /// What is proposed, then what is confirmed, each by place and item.
  private func all(_ context: Context) -> [Exemption] {
    let all = context.bureau.exemptions
    return all.filter { $0.state == .proposed } + all.filter { $0.state == .confirmed }
  }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [Exemption] {
    list.found(all(context), look(context), context)
  }

  func selected(_ context: Context) -> Exemption? {
    let shown = shown(context)
    return shown.indices.contains(list.selected) ? shown[list.selected] : nil
  }

  /// What an act is about: those marked, or else the selected one.
  private func chosen(_ context: Context) -> [Exemption] {
    list.chosen(of: all(context), shown: shown(context), look(context))
  }

  func title(_ context: Context) -> String {
    let waiting = all(context).count { $0.state == .proposed }
    let standing = all(context).count - waiting
    let counts = Bilingual(
      zh: "长期不适用  待确认 \(waiting)，已确认 \(standing)",
      en: "What never applies  proposed \(waiting), confirmed \(standing)")
    return list.title([counts], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    (selected(context) == nil ? [] : [.acts]) + list.tools(all(context), look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    list.keep(count: shown(context).count, context)
    list.keepMarks(among: all(context), look(context))
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    guard action == .acts, let exemption = chosen(context).first else {
      return list.act(action, shown(context), look(context), context) ?? []
    }
    guard context.person.may(.administer) else {
      return [.warn(NotPermitted(.administer).message)]
    }
    menu = exemption.possibleActs
    return []
  }

  func typed(_ context: Context) -> TypedForm? {
    guard let asked else { return nil }
    let ids = chosen(context).map(\.id.description).joined(separator: " ")
    return list.reason.map { TypedForm("exemption \(asked) \(ids)", $0) }
  }

  mutating func restore(_ texts: [String: String]) { list.restore(texts) }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if let menu { return choose(among: menu, key, context) }
    let reason = list.type(key, count: shown(context).count, context)
    guard let reason, let asked else { return [] }
    return perform(asked == .end ? .end(reason: reason) : .refuse(reason: reason), context)
  }

  private mutating func choose(
    among acts: [ExemptionCommand.Kind], _ key: Key, _ context: Context
  ) -> [Step] {
    if key == .escape || key == .control("c") {
      menu = nil
      return []
    }
    guard let picked = key == .enter ? 0 : key.digit.map({ $0 - 1 }), acts.indices.contains(picked)
    else { return [] }
    return begin(acts[picked], context)
  }

  private mutating func begin(_ act: ExemptionCommand.Kind, _ context: Context) -> [Step] {
    asked = act
    switch act {
    case .confirm: return perform(.confirm, context)
    case .refuse: list.ask(Bilingual(zh: "不同意的原因", en: "why not"))
    case .end: list.ask(Bilingual(zh: "终止的原因", en: "why it ends"))
    }
    menu = nil
    return []
  }

  func acts(_ context: Context) -> [Bilingual] {
    context.person.may(.administer) ? chosen(context).first?.possibleActs.map(\.name) ?? [] : []
  }

  mutating func act(named name: Bilingual, _ context: Context) -> [Step] {
    guard context.person.may(.administer),
      let act = chosen(context).first?.possibleActs.first(where: { $0.name == name })
    else { return [] }
    return begin(act, context)
  }

  private func perform(_ command: ExemptionCommand, _ context: Context) -> [Step] {
    let chosen = chosen(context)
    guard chosen.count > 1 else {
      return chosen.map { .effect(.perform(.exempt($0.id, command))) }
    }
    return [
      .effect(.performEach(chosen.map { EachAct(.exempt($0.id, command), on: "\($0.id)") }))
    ]
  }

  mutating func judged(_ judgements: [Judgement], _ context: Context) -> [Step] {
    list.stopAsking()
    list.take(judgements)
    return queries.map { .effect(.load($0)) } + [.say(judgements.outcome)]
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    menu = nil
    list.stopAsking()
    list.unmark(subjectsOf: lines)
    let states = lines.compactMap { line -> Bilingual? in
      guard case .exemption(let event) = line.event else { return nil }
      return event.name
    }
    return queries.map { .effect(.load($0)) } + states.map { .say($0) }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    guard let menu else { return }
    let count = list.marks.count
    let several = Bilingual(
      zh: "办理所选 \(count) 条（按数字）", en: "Act on the \(count) marked (a digit)")
    Dialog(
      title: context(
        count == 0 ? Bilingual(zh: "办理（按数字）", en: "Act (a digit)") : several),
      choices: menu.map { context($0.name) }, selected: 0
    ).draw(over: &grid)
  }

  private func look(_ context: Context) -> ActList.Look<Exemption> {
    .init(
      columns: [
        .init(Bilingual(zh: "场所", en: "Place"), width: 16),
        .init(Bilingual(zh: "检查项", en: "Item"), width: 22, grows: true),
        .init(Bilingual(zh: "原因", en: "Reason"), width: 16),
        .init(Bilingual(zh: "状态", en: "State"), width: 9),
        .init(Bilingual(zh: "提请人", en: "By"), width: 14, importance: 1),
        .init(Bilingual(zh: "日期", en: "On"), width: 5, importance: 2),
      ], nothing: Bilingual(zh: "没有待确认或已确认的。", en: "Nothing is proposed or confirmed."),
      cells: { exemption in
        [
          context.bureau.name(exemption.id.place), context(exemption.proposal.text),
          context(exemption.proposal.why), context(exemption.state.name),
          context.bureau.name(exemption.proposed.person), exemption.proposed.day.monthAndDay,
        ]
      }, detail: { ExemptionWords.lines($0, context) },
      orders: ExemptionOrder.all { $0.sorted($1) },
      mark: { $0.state == .proposed ? $0.id.description : nil })
  }
}

/// How exemptions are put in order; equal ones stand by place and item.
enum ExemptionOrder: NamedOrder {
  /// Proposals first, then what is confirmed.
  case state
  case place
  case item
  /// By the day of the proposal, the latest first.
  case day

  var name: Bilingual {
    switch self {
    case .state: Bilingual(zh: "状态", en: "state")
    case .place: Bilingual(zh: "场所", en: "place")
    case .item: Bilingual(zh: "检查项", en: "item")
    case .day: Bilingual(zh: "日期", en: "day")
    }
  }

  /// Those that come by state, in this order.
  func sorted(_ exemptions: [Exemption]) -> [Exemption] {
    switch self {
    case .state: exemptions
    case .place: exemptions.stably(by: \.id.place.rawValue)
    case .item: exemptions.stably(by: \.proposal.text.zh)
    case .day: exemptions.reversed().stably(by: \.proposed.day).reversed()
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
