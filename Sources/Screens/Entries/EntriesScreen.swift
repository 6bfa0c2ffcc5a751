import Almanac
import Canvas
import Domain

/// The acts that others have entered for a person (代录), to be confirmed or disputed.
struct EntriesScreen: Screen {
  private let person: Person.ID
  private var acts: [EnteredAct] = []
  private var list = ActList(detailRows: 5)
  /// What is to be confirmed, as is asked first: it cannot be taken back.
  private var asked: [EnteredAct.ID] = []
  private var isAsking: Bool { !asked.isEmpty }

  init(of person: Person.ID) { self.person = person }

  var tab: Tab { .today }
  var queries: [Query] { [.entries(person), .agenda] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || isAsking }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [EnteredAct] {
    list.found(acts, look(context), context)
  }

  private func selected(_ context: Context) -> EnteredAct? {
    let shown = shown(context)
    return shown.indices.contains(list.selected) ? shown[list.selected] : nil
  }

  func title(_ context: Context) -> String {
    let waiting = acts.count { $0.state == .waiting }
    let counts = Bilingual(
      zh: "他人代录  待确认 \(waiting)，共 \(acts.count)",
      en: "Entered for you  waiting \(waiting), all \(acts.count)")
    let short = Bilingual(zh: "待确认 \(waiting)", en: "waiting \(waiting)")
    return list.title([counts, short], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    let act = selected(context)
    let own = act?.possibleActs.map { $0 == .confirm ? Action.confirm : .dispute } ?? []
    return (list.marks.isEmpty ? own : [.confirm]) + (act?.entered.scan == nil ? [] : [.scan])
      + list.tools(acts, look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .entries(let all) = answer else { return [] }
    let former = selected(context)
    acts = all
    list.keepMarks(among: all, look(context))
    let shown = shown(context)
    // What was just confirmed goes to its place among the confirmed; the cursor does not go with it.
    let index = shown.firstIndex { $0.id == former?.id && $0.state == former?.state }
    if let index { list.select(index, count: shown.count, context) }
    list.keep(count: shown.count, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .confirm:
      asked =
        list.marks.isEmpty
        ? selected(context).map { [$0.id] } ?? []
        : acts.map(\.id).filter { list.marks.contains($0.rawValue) }
    case .dispute: list.ask(Bilingual(zh: "哪里与决定不符", en: "what is not as decided"))
    case .scan: return selected(context)?.entered.scan.map { [.effect(.view($0))] } ?? []
    case .mark where selected(context)?.possibleActs.contains(.confirm) == false:
      return [.say(Bilingual(zh: "这一条已经确认过了", en: "This one is confirmed already"))]
    // What was disputed is confirmed only by who has marked it by itself.
    case .markAll:
      let waiting = shown(context).filter { $0.state == .waiting }
      return list.act(action, waiting, look(context), context) ?? []
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  func typed(_ context: Context) -> TypedForm? {
    guard let act = selected(context) else { return nil }
    return list.reason.map { TypedForm("dispute \(act.id)", $0) }
  }

  mutating func restore(_ texts: [String: String]) { list.restore(texts) }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if isAsking { return answer(key, context) }
    let reason = list.type(key, count: shown(context).count, context)
    return reason.map { perform(.dispute(reason: $0), context) } ?? []
  }

  private mutating func answer(_ key: Key, _ context: Context) -> [Step] {
    switch key.folded {
    case .enter, .character("1"):
      let chosen = asked
      asked = []
      if list.marks.isEmpty, chosen.count == 1 {
        return [.effect(.perform(.entry(chosen[0], .confirm)))]
      }
      return [
        .effect(.performEach(chosen.map { EachAct(.entry($0, .confirm), on: $0.rawValue) }))
      ]
    case .escape, .control("c"), .character("2"): asked = []
    default: break
    }
    return []
  }

  private func perform(_ command: EntryCommand, _ context: Context) -> [Step] {
    selected(context).map { [.effect(.perform(.entry($0.id, command)))] } ?? []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    list.stopAsking()
    list.unmark(subjectsOf: lines)
    let said = lines.compactMap { line -> Bilingual? in
      guard case .entry(let event) = line.event else { return nil }
      return event.name
    }
    return queries.map { .effect(.load($0)) } + said.map { .say($0) }
  }

  mutating func judged(_ judgements: [Judgement], _ context: Context) -> [Step] {
    list.take(judgements)
    return queries.map { .effect(.load($0)) } + [.say(judgements.outcome)]
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let shown = shown(context)
    list.draw(shown, look(context), into: &grid, rows: rows, context)
    guard isAsking else { return }
    let hidden = list.marks.count - shown.count { list.marks.contains($0.id.rawValue) }
    let beyond = Bilingual(
      zh: "其中 \(hidden) 条不在现在的筛选里。", en: "\(hidden) of them are outside the filter.")
    let final = Bilingual(
      zh: "确认以后不能再提异议。", en: "What is confirmed can no longer be disputed.")
    let question =
      list.marks.isEmpty
      ? Bilingual(zh: "这条代录确认无误吗？", en: "Confirm that it was decided so?")
      : Bilingual(
        zh: "所选 \(list.marks.count) 条代录都确认无误吗？",
        en: "Confirm all \(list.marks.count) marked as decided so?")
    Dialog(
      title: context(question),
      lines: (hidden > 0 ? [beyond] : []).map { context($0) } + [context(final), ""],
      choices: [
        context(
          list.marks.isEmpty
            ? Bilingual(zh: "是，确认 (Enter)", en: "Yes, confirm it (Enter)")
            : Bilingual(zh: "是，全部确认 (Enter)", en: "Yes, confirm them (Enter)")),
        context(Bilingual(zh: "先不确认 (Esc)", en: "Not now (Esc)")),
      ]
    ).draw(over: &grid)
  }

  private func look(_ context: Context) -> ActList.Look<EnteredAct> {
    .init(
      columns: [
        .init(Bilingual(zh: "事项", en: "About"), width: context.isSpoken ? 24 : 14),
        .init(Bilingual(zh: "内容", en: "What"), width: 22, grows: true),
        .init(Bilingual(zh: "代录人", en: "By"), width: 14),
        .init(Bilingual(zh: "纸上", en: "Paper"), width: 5, importance: 1),
        .init(Bilingual(zh: "录入", en: "On"), width: 5, importance: 2),
        .init(Bilingual(zh: "状态", en: "State"), width: 10),
      ], nothing: Bilingual(zh: "没有他人代录的。", en: "Nothing was entered for you."),
      cells: { act in
        [
          context(act.about), context(act.words(context.bureau)),
          context.bureau.name(act.entered.by), act.entered.paper.monthAndDay,
          act.at.day.monthAndDay, context(act.state.name),
        ]
      }, detail: { EntryWords.lines($0, context) },
      orders: EntryOrder.all { $0.sorted($1, context.bureau) },
      mark: { $0.possibleActs.contains(.confirm) ? $0.id.rawValue : nil })
  }
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
      + (act.entered.scan.map {
        [context(Bilingual(zh: "扫描件：", en: "Scan: ")) + $0.particulars]
      } ?? [])
  }
}
