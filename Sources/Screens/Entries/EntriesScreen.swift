import Almanac
import Canvas
import Domain

/// The acts that others have entered for a person (代录), to be confirmed or disputed.
struct EntriesScreen: Screen {
  private let person: Person.ID
  private var acts: [EnteredAct] = []
  private var list = ActList(detailRows: 5)

  init(of person: Person.ID) { self.person = person }

  var tab: Tab { .today }
  var queries: [Query] { [.entries(person), .agenda] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.reason != nil }

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
    guard let act = selected() else { return [] }
    return act.possibleActs.map { $0 == .confirm ? .confirm : .dispute }
      + (act.entered.scan == nil ? [] : [.scan])
  }

  /// What waits comes first, then what is disputed; each the latest first.
  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .entries(let all) = answer else { return [] }
    acts = EnteredAct.State.inOrder.flatMap { state in all.filter { $0.state == state } }
    list.keep(count: acts.count, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .confirm: return perform(.confirm)
    case .dispute: list.ask(Bilingual(zh: "哪里与决定不符", en: "what is not as decided"))
    case .scan: return selected()?.entered.scan.map { [.effect(.view($0))] } ?? []
    default: break
    }
    return []
  }

  func typed(_ context: Context) -> TypedForm? {
    guard let act = selected() else { return nil }
    return list.reason.map { TypedForm("dispute \(act.id)", $0) }
  }

  mutating func restore(_ texts: [String: String]) { list.restore(texts) }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    let reason = list.type(key, count: acts.count, context)
    return reason.map { perform(.dispute(reason: $0)) } ?? []
  }

  private func perform(_ command: EntryCommand) -> [Step] {
    selected().map { [.effect(.perform(.entry($0.id, command)))] } ?? []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    list.stopAsking()
    let said = lines.compactMap { line -> Bilingual? in
      guard case .entry(let event) = line.event else { return nil }
      return event.name
    }
    return queries.map { .effect(.load($0)) } + said.map { .say($0) }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(acts, look(context), into: &grid, rows: rows, context)
  }

  private func look(_ context: Context) -> ActList.Look<EnteredAct> {
    .init(
      columns: [
        .init(Bilingual(zh: "事项", en: "About"), width: 14),
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
      }, detail: { EntryWords.lines($0, context) })
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
      + (act.entered.scan.map {
        [context(Bilingual(zh: "扫描件：", en: "Scan: ")) + $0.particulars]
      } ?? [])
  }
}
