import Almanac
import Canvas
import Domain

/// The rooms of a round: where the next one is opened.
struct RoundScreen: Screen {
  let key: RoundKey
  private var round: Round?
  private var list = ListState()
  private var order = RoomOrder.plan
  private var prompt: Prompt?
  /// Rooms to be excused together.
  private var marks = Marks<Place.ID>()
  /// What was refused of several, until a key is pressed.
  private var refusals: [Judgement] = []

  /// A question about a room, or about several, answered by a line of text.
  private enum Prompt {
    case excuse([OccurrenceKey], TextField)
    case noEntry(OccurrenceKey, TextField)
  }

  init(key: RoundKey, round: Round? = nil) {
    self.key = key
    self.round = round
    if let first = round?.rooms.firstIndex(where: { !$0.state.isSettled }) {
      list.position.selected = first
    }
  }

  var tab: Tab { .inspection }
  var queries: [Query] { [.round(key)] }
  func claims(_ key: Key, _ context: Context) -> Bool {
    list.isFiltering || prompt != nil || !refusals.isEmpty
  }

  private func rooms(_ context: Context) -> [Round.Room] {
    let filter = Filter(list.filter.text, context.pinyin)
    return order.sorted(round?.rooms ?? [], context.bureau).filter {
      filter.matches("\($0.place.id) \($0.place.name) \(context.bureau.name($0.place.section))")
    }
  }

  private func selected(_ context: Context) -> Round.Room? {
    let rooms = rooms(context)
    return rooms.indices.contains(list.position.selected) ? rooms[list.position.selected] : nil
  }

  func title(_ context: Context) -> String {
    guard let round else { return key.description }
    let mark = round.isProvisional ? context(WorkCalendar.provisionalMark) + " " : ""
    let due = context(Bilingual(zh: "期限", en: "due"))
    let told =
      "\(mark)\(context(round.title))  \(round.done)/\(round.total)  \(due) "
      + "\(round.due.monthAndDay) \(context(round.due.weekdayName))"
    let sorted =
      order == .plan
      ? "" : context(Bilingual(zh: "  排序：\(order.name.zh)", en: "  by \(order.name.en)"))
    let chosen = context(marks.words)
    return context.titleFitting(
      [told + chosen + sorted, told + chosen, context(round.title) + chosen],
      besideColumns: list.filterColumns(context))
  }

  func actions(_ context: Context) -> [Action] {
    var actions: [Action] =
      context.person.may(.inspect) ? [.open, .paper, .noEntry, .filter] : [.open, .filter]
    if context.person.may(.countersign) { actions.append(.countersign) }
    actions += [.sectionRecord, .roundRecords, .blankForms, .sortRooms]
    if context.person.may(.excuse) { actions += [.excuse, .mark, .markAll] }
    return actions + (selected(context) == nil ? [] : [.answers])
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .round(let round) = answer, round.id == key else { return [] }
    let isFirst = self.round == nil
    let kept = selected(context)?.place.id
    self.round = round
    let left = Set(round.rooms.filter { !$0.state.isSettled }.map(\.place.id))
    marks.keep(where: left.contains)
    if let kept, let index = rooms(context).firstIndex(where: { $0.place.id == kept }) {
      list.position.follow(to: index, count: rooms(context).count, height: height(context))
    }
    if isFirst, let first = round.rooms.firstIndex(where: { !$0.state.isSettled }) {
      list.position.selected = first
    }
    list.position.keep(count: rooms(context).count, height: height(context))
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .filter: list.beginFilter()
    case .sortRooms:
      order = order.next
      list.position = ListPosition()
    case .mark: return mark(context)
    case .markAll:
      marks.toggle(allOf: rooms(context).filter { !$0.state.isSettled }.map(\.place.id))
    case .open:
      guard let room = selected(context) else { break }
      guard let record = room.fulfilment?.inspection else {
        return [.push(RoomScreen(key: room.occurrence.key))]
      }
      return [.push(RecordScreen(id: record))]
    case .paper: return round.map { [.push(PaperScreen(round: $0, context))] } ?? []
    case .excuse:
      let chosen =
        marks.isEmpty
        ? selected(context).map { [$0] } ?? []
        : (round?.rooms ?? []).filter { marks.contains($0.place.id) }
      if !chosen.isEmpty { prompt = .excuse(chosen.map(\.occurrence.key), TextField()) }
    case .noEntry:
      if let room = selected(context) { prompt = .noEntry(room.occurrence.key, TextField()) }
    case .answers:
      return selected(context).map {
        [.push(ResponsibilityScreen(selecting: .place($0.place.id)))]
      } ?? []
    case .blankForms: return [.push(DocumentScreen([.blank(key)], from: tab))]
    case .sectionRecord: return selected(context).map { records(of: [$0.section]) } ?? []
    case .roundRecords: return records(of: round?.walkedSections ?? [])
    case .countersign:
      guard let section = sectionToSign(context) else { break }
      return [.effect(.perform(.countersign(key, section, paper: nil)))]
    default: break
    }
    return []
  }

  private mutating func mark(_ context: Context) -> [Step] {
    guard let room = selected(context) else { return [] }
    guard !room.state.isSettled else {
      return [.say(Bilingual(zh: "这一间本轮不用再查", en: "Nothing is left to walk in this room"))]
    }
    marks.toggle(room.place.id)
    _ = list.position.move(.down, count: rooms(context).count, height: height(context))
    return []
  }

  /// Shows the records of sections, a sheet each, to be printed or saved.
  private func records(of sections: [Section.ID?]) -> [Step] {
    let walked = (round?.walkedSections ?? []).filter(sections.contains)
    guard !walked.isEmpty else {
      return [
        .say(
          sections.isEmpty
            ? Bilingual(zh: "本轮还没有检查记录。", en: "The round has no record yet.")
            : Bilingual(zh: "这个科室在本轮还没有检查记录。", en: "The section has no record in this round yet."))
      ]
    }
    return [.push(DocumentScreen(walked.map { .sectionRecord(key, $0) }, from: tab))]
  }

  /// The section of the head at the keyboard, or of one whose deputy it is where rooms wait there.
  private func sectionToSign(_ context: Context) -> Section.ID? {
    let sections = context.person.manners.filter { $0.may(.countersign) }.compactMap(\.section)
    let waiting = (round?.rooms ?? []).filter { $0.fulfilment.map { !$0.isCountersigned } ?? false }
      .map(\.place.section)
    return sections.first(where: waiting.contains) ?? sections.first
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if !refusals.isEmpty {
      refusals = []
      return []
    }
    if let prompt { return answer(prompt, key, context) }
    list.type(
      key, count: rooms(context).count, height: height(context),
      top: context.body.lowerBound + 1)
    return []
  }

  private mutating func answer(_ open: Prompt, _ key: Key, _ context: Context) -> [Step] {
    if key == .escape {
      prompt = nil
      return []
    }
    switch open {
    case .excuse(let rooms, var field):
      if key == .enter { return excuse(rooms, reason: field.text, context) }
      _ = field.update(key)
      prompt = .excuse(rooms, field)
    case .noEntry(let occurrence, var field):
      if key == .enter {
        return [.effect(.perform(.noEntry(occurrence, reason: field.text)))]
      }
      _ = field.update(key)
      prompt = .noEntry(occurrence, field)
    }
    return []
  }

  /// Excuses rooms, an act each, for the one reason that was typed.
  private func excuse(
    _ rooms: [OccurrenceKey], reason: String, _ context: Context
  ) -> [Step] {
    if rooms.count == 1 { return [.effect(.perform(.excuse(rooms[0], reason: reason)))] }
    return [
      .effect(
        .performEach(
          rooms.map {
            EachAct(.excuse($0, reason: reason), on: context.bureau.name($0.place))
          }))
    ]
  }

  func typed(_ context: Context) -> TypedForm? {
    switch prompt {
    case .excuse(let rooms, let field):
      TypedForm("excuse " + rooms.map(\.description).joined(separator: " "), field)
    case .noEntry(let room, let field): TypedForm("no entry \(room)", field)
    case nil: nil
    }
  }

  mutating func restore(_ texts: [String: String]) {
    switch prompt {
    case .excuse(let rooms, _): prompt = .excuse(rooms, texts.field)
    case .noEntry(let room, _): prompt = .noEntry(room, texts.field)
    case nil: break
    }
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    prompt = nil
    return [
      .effect(.load(.round(key))),
      .say(Bilingual(zh: "已记录（\(lines.count)条）", en: "recorded (lines: \(lines.count))")),
    ]
  }

  mutating func judged(_ judgements: [Judgement], _ context: Context) -> [Step] {
    // A reason that does for none of the rooms can be mended where it stands.
    if judgements.refused.count == judgements.count, let refusal = judgements.first?.refusal {
      return [.warn(refusal)]
    }
    prompt = nil
    refusals = judgements.refused
    return [.effect(.load(.round(key))), .say(judgements.outcome)]
  }

  func status(_ context: Context) -> String {
    guard let round else { return "" }
    let findings = round.rooms.reduce(0) { $0 + ($1.fulfilment?.findings ?? 0) }
    let waiting = round.rooms.count { $0.fulfilment.map { !$0.isCountersigned } ?? false }
    return context(
      Bilingual(
        zh: "不合格 \(findings) 项，待签 \(waiting) 间",
        en: "\(counted(findings, "finding")), \(waiting) to countersign"))
  }

  private func height(_ context: Context) -> Int { context.body.count - 1 }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(into: &grid, row: 1, context)
    let layout = ColumnLayout(
      [
        .init(Bilingual(zh: "编号", en: "Id"), width: 9, importance: 2),
        .init(Bilingual(zh: "场所", en: "Place"), width: 20, grows: true),
        .init(Bilingual(zh: "科室", en: "Section"), width: 14, grows: true, importance: 1),
        .init(Bilingual(zh: "状态", en: "State"), width: 24),
        .init(Bilingual(zh: "检查人", en: "By"), width: 13, importance: 3),
      ], width: context.columns - 3)
    grid.write(
      layout.heading(in: context.language), row: rows.lowerBound, column: 2, style: .heading)
    let rooms = rooms(context)
    grid.place = list.position.place(count: rooms.count, height: height(context))
    for (offset, index) in list.position.visible(count: rooms.count, height: height(context))
      .enumerated()
    {
      let row = rows.lowerBound + 1 + offset
      let room = rooms[index]
      let isMarked = marks.contains(room.place.id)
      let text = layout.row([
        room.place.id.rawValue,
        room.place.name + (isMarked && context.isSpoken ? " " + context.tick(true) : ""),
        context.bureau.name(room.place.section),
        state(room, context),
        room.fulfilment?.inspectors.first.map { context.bureau.name($0) } ?? "",
      ])
      grid.write(text, row: row, column: 2, style: style(room))
      if isMarked, !context.isSpoken { grid.write("*", row: row, column: 1) }
      grid.choices.append(row)
      if index == list.position.selected {
        grid.write(">", row: row)
        grid.fill(row: row, style: .selected)
        grid.focus = Position(row: row, column: 0)
      }
    }
    drawPrompt(into: &grid, context)
    refusals.drawRefusals(over: &grid, context)
  }

  private func drawPrompt(into grid: inout Grid, _ context: Context) {
    guard let prompt else { return }
    let (label, field) =
      switch prompt {
      case .excuse(let rooms, let field):
        (
          rooms.count == 1
            ? Bilingual(zh: "免查原因", en: "reason to excuse")
            : Bilingual(
              zh: "\(rooms.count) 间免查的原因", en: "reason to excuse \(rooms.count) rooms"),
          field
        )
      case .noEntry(_, let field): (Bilingual(zh: "进不去的原因", en: "why no entry"), field)
      }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    field.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2, label: context(label),
      telling: .room(field.text), context)
  }

  private func state(_ room: Round.Room, _ context: Context) -> String {
    let mark =
      switch room.state {
      case .done, .doneLate: "[v]"
      case .missed, .overdue: "[!]"
      case .open, .upcoming: "[ ]"
      case .excused, .lifted: "[-]"
      }
    var words = "\(mark) \(context(room.state.name))"
    if let fulfilment = room.fulfilment, fulfilment.findings > 0 {
      words += context(
        Bilingual(zh: " 不合格\(fulfilment.findings)", en: " \(fulfilment.findings) failed"))
    }
    if room.fulfilment.map({ !$0.isCountersigned }) ?? false {
      words += context(Bilingual(zh: " 待签", en: " to sign"))
    }
    if room.draft != nil, !room.state.isSettled {
      words += context(Bilingual(zh: " 有草稿", en: " draft"))
    } else if room.noEntries > 0, !room.state.isSettled {
      words += context(Bilingual(zh: " 进不去", en: " no entry"))
    }
    return words
  }

  private func style(_ room: Round.Room) -> Style {
    switch room.state {
    case .done, .doneLate: .good
    case .missed, .overdue: .bad
    case .open, .upcoming, .excused, .lifted: .plain
    }
  }
}
