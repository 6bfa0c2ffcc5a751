import Almanac
import Canvas
import Domain

/// One place of a round: its items, one key an answer, saved at every key.
struct RoomScreen: Screen {
  /// What stands before the items and takes the keys.
  enum Panel: Sendable {
    case finding(FindingPanel)
    /// The reason, perhaps typed; `always` where it is proposed that the item never applies here.
    case notApplicable(TextField?, always: Bool)
    case entry(TextField)
    /// An empty reading: retype, not applicable, later.
    case emptyReading
    case allPass
    /// Which of several other rounds are walked together with this one.
    case together
    case takeOver(Draft)
    case discard
    case signing
    case noEntry(TextField)
    case search(ItemSearch)
  }

  let key: OccurrenceKey
  var sheet: RoomSheet?
  var draft: Draft?
  var list = ListPosition()
  var panel: Panel?
  var signed: Inspection.ID?
  /// The draft as it was before each change, and where the cursor stood; the latest last.
  private var history: [(draft: Draft?, index: Int)] = []
  private var openedAt = 0
  /// When the room was opened in this sitting.
  private var opened: Moment?

  /// Who walks; the person at the keyboard alone when nil.
  var company: Company?

  init(key: OccurrenceKey, company: Company? = nil) {
    self.key = key
    self.company = company
  }

  var tab: Tab { .inspection }
  var queries: [Query] { [.room(key)] }

  /// What is asked here, by all the rounds that are walked together.
  var questions: [Questionnaire.Question] {
    guard let sheet, !joined.isEmpty else { return sheet?.questionnaire.questions ?? [] }
    return Questionnaire(merging: [sheet.questionnaire] + joined.map(\.questionnaire)).questions
  }
  /// What this round asks, and what every other one asks that may be walked with it.
  private var asked: [Questionnaire] {
    (sheet.map { [$0.questionnaire] } ?? []) + offered.map(\.questionnaire)
  }
  var question: Questionnaire.Question? {
    questions.indices.contains(list.selected) ? questions[list.selected] : nil
  }
  var answered: Int {
    sheet?.record.map(\.content.answers.count) ?? questions.count { draft?[$0.key] != nil }
  }
  var isComplete: Bool { !questions.isEmpty && answered == questions.count }
  var isOver: Bool { signed != nil || sheet?.record != nil }

  func claims(_ key: Key, _ context: Context) -> Bool {
    if panel != nil { return true }
    guard !isOver, let question, case .character(let character) = key.folded else { return false }
    switch question.item.kind {
    case .tick: return false
    case .reading: return character.isNumber || character == "." || character == "-"
    case .choice(let options):
      return character.wholeNumberValue.map { (1...max(1, options.count)).contains($0) } ?? false
    case .text: return key != .character(" ")
    }
  }

  /// Readings and texts are typed as they stand, and a finding's own words where no digit leads them.
  func takes(_ line: String, _ context: Context) -> Bool {
    if case .finding(let form) = panel {
      return form.asksWhat && line.count > 1 && line.first?.isNumber == false
    }
    return switch question?.item.kind {
    case .reading, .text: panel == nil && !isOver && barrier(context) == nil
    case .tick, .choice, nil: false
    }
  }

  /// Those who walked are named before the signature, which Enter gives where no field is open.
  var isFollowedByField: Bool { if case .signing = panel { company?.focus != nil } else { false } }

  func named(_ context: Context) -> NamedField? {
    if case .signing = panel { company?.named(context) } else { nil }
  }

  func actions(_ context: Context) -> [Action] {
    guard sheet != nil else { return [] }
    if isOver { return [.proceed, .record, .nextRoom, .previousRoom, .filter, .answers] }
    if barrier(context) != nil { return [.nextRoom, .previousRoom, .filter, .answers] }
    let ticks: [Action] = [.pass, .fail, .notApplicable, .clear, .allPass]
    let isTick = question.map { $0.item.kind == .tick } ?? true
    return (isTick ? ticks : [.notApplicable, .clear, .allPass])
      + (offered.isEmpty ? [] : [.together])
      + [.undo, .nextRoom, .previousRoom, .sign, .proceed, .filter, .noEntry, .discard, .answers]
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    if case .dropFolder(let listing) = answer, case .finding(var form) = panel {
      form.take(listing)
      panel = .finding(form)
    }
    guard case .room(let sheet) = answer, sheet.room.occurrence.key == key else { return [] }
    let isFirst = self.sheet == nil
    self.sheet = sheet
    guard isFirst, sheet.record == nil else {
      list.keep(count: questions.count, height: listHeight(context))
      return dropSettledCompanions(context)
    }
    openedAt = context.seconds
    opened = context.now
    guard let found = sheet.room.draft else {
      draft = blankDraft(context)
      return []
    }
    guard found.occurrence == key else { return lead(to: found, context) }
    guard context.person.may(.inspect) else { return [] }
    guard found.owner == context.person.id else {
      panel = .takeOver(found)
      return []
    }
    return resume(found, context) + (isLifted ? [.warn(Self.liftedSince)] : [])
  }

  /// Goes on with a draft where it stopped, and with its companions in the rooms after.
  mutating func resume(_ found: Draft, _ context: Context) -> [Step] {
    draft = found.fitting(asked)
    list.selected = index(ofNumber: found.cursor)
    let lost = found.entries.count - (draft?.entries.count ?? 0)
    return (lost > 0 ? dropped(lost, context) : []) + dropSettledCompanions(context)
      + (joined.isEmpty ? [] : [keepTogether(context)])
  }

  /// Says that answers of a draft no longer fit what is asked, and goes to the first item to answer.
  private mutating func dropped(_ count: Int, _ context: Context) -> [Step] {
    if let next = nextUnanswered(after: -1) { list.selected = next }
    let number = question?.number ?? 1
    return save(context) + [
      .warn(
        Bilingual(
          zh: "检查表已更新：草稿中\(count)项答案不再适用，已去掉；光标在第\(number)项",
          en: "The checklist has changed: \(count) answers of the draft went; now at item \(number)"
        ))
    ]
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .pass: return set(.pass, context)
    case .fail: openFinding(.fail, text: nil, context)
    case .notApplicable: panel = .notApplicable(nil, always: false)
    case .clear: return set(nil, context)
    case .allPass: panel = .allPass
    case .together: return changeTogether(context)
    case .sign:
      guard isComplete else { return goToUnanswered() }
      panel = .signing
    case .undo: return undo(context)
    case .nextRoom: return neighbour(1, onlyOpen: false)
    case .previousRoom: return neighbour(-1, onlyOpen: false)
    case .discard: panel = .discard
    case .noEntry: panel = .noEntry(TextField())
    case .filter: panel = .search(ItemSearch(from: list.selected))
    case .proceed: return enter(context)
    case .answers: return [.push(ResponsibilityScreen(selecting: .place(key.place)))]
    case .record: return (sheet?.record?.id).map { [.push(RecordScreen(id: $0))] } ?? []
    default: break
    }
    return []
  }

  /// Enter: the next room when this one is signed, the signature when all is answered, the next
  /// unanswered item otherwise.
  private mutating func enter(_ context: Context) -> [Step] {
    if isOver { return neighbour(1, onlyOpen: true) }
    if case .reading = question?.item.kind, question.flatMap({ draft?[$0.key] }) == nil {
      panel = .emptyReading
      return []
    }
    if case .text = question?.item.kind {
      panel = .entry(TextField())
      return []
    }
    guard isComplete else { return goToUnanswered() }
    panel = .signing
    return []
  }

  private mutating func goToUnanswered() -> [Step] {
    if let next = nextUnanswered(after: list.selected - 1) { list.selected = next }
    return [
      .say(
        Bilingual(
          zh: "还有 \(questions.count - answered) 项未检",
          en: "\(counted(questions.count - answered, "item")) left"))
    ]
  }

  /// Sets an answer and goes on to the next unanswered item, or to the signature after the last.
  mutating func set(_ answer: Answer?, _ context: Context) -> [Step] {
    guard let question, draft != nil else { return [] }
    remember()
    draft?[question.key] = answer
    if answer != nil { advance() }
    return save(context)
  }

  private mutating func advance() {
    if let next = nextUnanswered(after: list.selected) {
      list.selected = next
    } else if isComplete {
      panel = .signing
    }
  }

  private func nextUnanswered(after index: Int) -> Int? {
    let open = questions.indices.filter { draft?[questions[$0].key] == nil }
    return open.first { $0 > index } ?? open.first
  }

  /// Passes every tick not answered yet, in one act.
  mutating func passTheRest(_ context: Context) -> [Step] {
    let open = questions.filter { $0.item.kind == .tick && draft?[$0.key] == nil }
    remember()
    draft?.passAtOnce(open.map(\.key))
    advance()
    return save(context)
  }

  /// Keeps the draft as it is, for undo.
  mutating func remember() { history.append((draft, list.selected)) }

  private mutating func undo(_ context: Context) -> [Step] {
    guard let last = history.popLast() else {
      return [.say(Bilingual(zh: "没有可撤销的", en: "nothing to undo"))]
    }
    draft?.entries = last.draft?.entries ?? []
    list.selected = last.index
    return save(context)
  }

  /// Keeps the draft as it stands now.
  mutating func save(_ context: Context) -> [Step] {
    list.keep(count: questions.count, height: listHeight(context))
    let number = question?.number ?? 1
    draft?.cursor = number
    draft?.saved = context.now
    draft?.seconds += max(0, context.seconds - openedAt)
    openedAt = context.seconds
    return draft.map { [.effect(.save($0))] } ?? []
  }

  /// Whether the draft is on disk, or has been.
  var isKept: Bool { !history.isEmpty || sheet?.room.draft != nil }

  func neighbour(_ step: Int, onlyOpen: Bool) -> [Step] {
    let rooms = sheet?.round.rooms ?? []
    guard let here = rooms.firstIndex(where: { $0.occurrence.key == key }) else { return [] }
    let order =
      step > 0
      ? Array(rooms[(here + 1)...]) + Array(rooms[..<here])
      : Array(rooms[..<here].reversed()) + Array(rooms[(here + 1)...].reversed())
    guard let next = order.first(where: { !onlyOpen || !$0.state.isSettled }) else {
      return [.say(Bilingual(zh: "本轮都已检查", en: "Every room of the round is done")), .pop]
    }
    return [.replace(RoomScreen(key: next.occurrence.key, company: company))]
  }

  func signRequest(_ context: Context) -> SignRequest? {
    let company = company ?? Company(context)
    guard let draft, let walkers = company.persons(in: context.bureau) else { return nil }
    var answers: [ItemKey: Answer] = [:]
    for entry in draft.entries { answers[entry.item] = entry.answer }
    let seconds = draft.seconds + max(0, context.seconds - openedAt)
    return SignRequest(
      occurrence: key, companions: joined.map(\.occurrence), answers: answers,
      passedAtOnce: draft.passedAtOnce,
      walk: Signing.Walk(
        inspectors: walkers.inspectors, ledBy: walkers.leader, from: began(draft),
        to: context.now, seconds: seconds))
  }

  /// When the walk began: with the draft, or in this sitting where a round that is walked too began
  /// only after the draft.
  private func began(_ draft: Draft) -> Moment {
    let starts = [sheet?.room.occurrence.start].compactMap(\.self) + joined.map(\.start)
    guard let start = starts.max(), draft.started.day < start else { return draft.started }
    return max(opened ?? draft.started, Moment(start, second: 0))
  }

  /// The last day on which a round walked here is on time.
  private func due(_ occurrence: OccurrenceKey) -> Day? {
    occurrence == key
      ? sheet?.room.occurrence.due : offered.first { $0.occurrence == occurrence }?.due
  }

  /// Why nothing can be recorded here now: this person may not, the round begins on a day to come, or it
  /// ended with its alert and nothing was ticked before.
  func barrier(_ context: Context) -> Bilingual? {
    guard let sheet else { return nil }
    guard context.person.may(.inspect) else { return NotPermitted(.inspect).message }
    let start = sheet.room.occurrence.start
    if start > context.today { return SigningError.tooEarly(start: start).message }
    return isLifted && !isKept ? Self.lifted : nil
  }

  private var isLifted: Bool { sheet?.room.state == .lifted }

  private static let lifted = Bilingual(
    zh: "预警已解除，这里不用再查。", en: "The alert is lifted; nothing is asked here any more.")
  private static let liftedSince = Bilingual(
    zh: "预警已解除：草稿可签名留存，也可弃掉（D）",
    en: "The alert is lifted: sign what was ticked, or discard it (D)")

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    let records = subjects(.inspection, in: lines)
    let numbers = subjects(.hazard, in: lines)
    guard let record = records.first else {
      return [
        .effect(.load(.room(key))),
        .say(Bilingual(zh: "已记录", en: "recorded")),
      ]
    }
    let leftover = leftoverDrafts(context).map { Step.effect(.save($0)) }
    signed = Identifier(record)
    panel = nil
    let last = records.count > 1 ? records.last : nil
    let signed = Bilingual(
      zh: record + (last.map { " 至 \($0)" } ?? ""), en: record + (last.map { " to \($0)" } ?? ""))
    let found = numbers.isEmpty ? "" : " " + numbers.joined(separator: " ")
    let words = numbers.count == 1 ? "hazard" : "hazards"
    let effects = lines.effects(on: context.today, due: due)
    return leftover + [
      .effect(.load(.room(key))),
      .say(
        Bilingual(
          zh: "已签名，记录 \(signed.zh)\(found.isEmpty ? "" : "，隐患" + found)",
          en: "signed, record \(signed.en)\(found.isEmpty ? "" : ", " + words + found)")
          + effects + Bilingual(zh: "；Enter 到下一间", en: "; Enter: next room")),
    ]
  }

  /// The numbers of a kind that an act's lines are about, each once.
  private func subjects(_ kind: Subject.Kind, in lines: [Happening]) -> [String] {
    var seen: Set<String> = []
    return lines.map(\.subject).filter { $0.kind == kind && seen.insert($0.id).inserted }.map(\.id)
  }

  func listHeight(_ context: Context) -> Int { max(3, context.body.count - detailRows(context)) }

  /// The rows of the selected item: more where the list leaves them over.
  func detailRows(_ context: Context) -> Int { max(7, context.body.count - questions.count) }
}
