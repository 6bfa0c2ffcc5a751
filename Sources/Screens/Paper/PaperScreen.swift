import Almanac
import Canvas
import Domain

/// A round that was walked with paper: people and times once, then one line a room, written at once.
struct PaperScreen: Screen {
  /// The fields above the lines.
  enum Field: Int, CaseIterable {
    case day
    case times
    case inspectors
    case line

    var label: Bilingual {
      switch self {
      case .day: Bilingual(zh: "检查日期", en: "Day")
      case .times: Bilingual(zh: "起止时间", en: "From/to")
      case .inspectors: Bilingual(zh: "检查人", en: "Inspectors")
      case .line: Bilingual(zh: "房号和结果", en: "Room, result")
      }
    }
  }

  let key: RoundKey
  private var round: Round
  private var fields: [Field: TextField]
  private var focus = Field.times
  /// The list under the field of the inspectors.
  private var picker = NamePicker()
  /// The lines written so far and what became of each, the latest last.
  private var written: [String] = []
  /// The line that is being entered: what was walked with it, and what it leaves open.
  private var pending: (line: PaperLine, walk: Signing.Walk)?
  private var questions: PhraseQuestions?

  init(round: Round, _ context: Context) {
    key = round.id
    self.round = round
    fields = [
      .day: TextField(context.today.description), .times: TextField(),
      .inspectors: TextField(context.person.name), .line: TextField(),
    ]
  }

  var tab: Tab { .inspection }
  var queries: [Query] { [.round(key)] }

  func claims(_ key: Key, _ context: Context) -> Bool { questions != nil || key != .escape }

  func named(_ context: Context) -> NamedField? {
    focus == .inspectors && questions == nil
      ? NamedField(names: .inspectors(context), text: text(.inspectors)) : nil
  }

  func title(_ context: Context) -> String {
    context(Bilingual(zh: "按纸表录入：", en: "From paper: ") + round.title)
  }

  func progress(_ context: Context) -> String { "\(round.done)/\(round.total)" }

  func actions(_ context: Context) -> [Action] { [] }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    switch answer {
    case .round(let round) where round.id == key: self.round = round
    case .room(let sheet):
      guard let pending, sheet.round.id == key else { break }
      questions = PhraseQuestions(pending.line, sheet)
      if questions == nil { return write(pending.line) }
    case .agenda, .round, .hazards, .hazardBriefs, .chosenHazards, .timeline, .month, .record,
      .calendar, .dropFolder, .entries, .document, .notices, .dutyRosters, .activities,
      .incidents, .goals,
      .decisionSheets,
      .figures,
      .figureRecords:
      break
    }
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] { [] }

  func typed(_ context: Context) -> TypedForm? {
    TypedForm(
      "paper \(key)",
      Dictionary(uniqueKeysWithValues: fields.map { ("\($0.key)", $0.value.text) }))
  }

  mutating func restore(_ texts: [String: String]) {
    for field in Field.allCases { fields[field] = texts["\(field)"].map(TextField.init) }
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if questions != nil { return ask(key, context) }
    if focus == .inspectors,
      picker.press(
        key, in: &fields[focus, default: TextField()], among: .inspectors(context), context)
    {
      return []
    }
    switch key {
    case .tab, .down: move(1)
    case .backTab, .up: move(-1)
    case .enter where focus == .line: return enter(context)
    case .enter: move(1)
    default: _ = fields[focus, default: TextField()].update(key.folded)
    }
    return []
  }

  private mutating func move(_ step: Int) {
    picker.close()
    let count = Field.allCases.count
    focus = Field(rawValue: (focus.rawValue + step + count) % count) ?? .line
  }

  private func hint(for field: Field, _ context: Context) -> TypedHint? {
    switch field {
    case .times:
      .times(text(.times), on: Day(typed: text(.day), today: context.today) ?? context.today)
    case .line: .room(text(.line))
    case .day, .inspectors: nil
    }
  }

  private func text(_ field: Field) -> String { trimmed(fields[field]?.text ?? "") }

  private mutating func enter(_ context: Context) -> [Step] {
    guard let day = Day(typed: text(.day), today: context.today) else {
      focus = .day
      return [.warn(Bilingual(zh: "请填检查日期，如 11-23", en: "Enter the day, such as 11-23"))]
    }
    let ends = text(.times).split(separator: "/", omittingEmptySubsequences: false)
      .map { Moment("\(day)T\($0)") }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else {
      focus = .times
      return [
        .warn(Bilingual(zh: "请填起止时间，如 09:00/11:30", en: "Enter both times, as 09:00/11:30"))
      ]
    }
    guard let persons = PersonNames.persons(text(.inspectors), in: context.bureau), !persons.isEmpty
    else {
      focus = .inspectors
      return [.warn(PersonNames.trouble)]
    }
    guard !text(.line).isEmpty else { return [] }
    do {
      let line = try PaperLine(text(.line))
      pending = (line, Signing.Walk(inspectors: persons.map(\.id), from: from, to: to))
      guard let room = round.room(line.rooms),
        line.failed.contains(where: { $0.detail == .nothing })
      else { return write(line) }
      return [.effect(.load(.room(room.occurrence.key)))]
    } catch let refusal as any Refusal {
      return [.warn(refusal.message)]
    } catch {
      return []
    }
  }

  private mutating func ask(_ key: Key, _ context: Context) -> [Step] {
    guard key != .escape else {
      (questions, pending) = (nil, nil)
      return []
    }
    guard case .complete(let line)? = questions?.press(key, context) else { return [] }
    return write(line)
  }

  private mutating func write(_ line: PaperLine) -> [Step] {
    guard let walk = pending?.walk else { return [] }
    (questions, pending) = (nil, nil)
    return [.effect(.enterPaper(key, line, walk))]
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    let records = lines.filter { $0.subject.kind == .inspection }.map(\.subject.id)
    let hazards = lines.filter { $0.subject.kind == .hazard }.map(\.subject.id)
    written.append(
      text(.line) + "  ->  " + (records + hazards).prefix(6).joined(separator: " ")
        + (records.count + hazards.count > 6 ? " .." : ""))
    fields[.line] = TextField()
    return [
      .effect(.load(.round(key))),
      .say(
        Bilingual(
          zh: "已录入 \(records.count) 份记录，隐患 \(hazards.count) 条",
          en: "records entered: \(records.count), hazards: \(hazards.count)")
          + lines.effects(on: context.today) { key in
            round.rooms.first { $0.occurrence.key == key }?.occurrence.due
          }),
    ]
  }

  func status(_ context: Context) -> String {
    guard questions == nil else {
      return context(Bilingual(zh: "这一行还没有写入", en: "This line is not written yet"))
    }
    return context(
      Bilingual(zh: "Tab 换栏，Enter 写入这一行", en: "Tab: next field, Enter: write this line"))
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let help = Bilingual(
      zh: """
        一行一间：305 ok（全部合格）；306-312 ok；305 3,7 -5（3、7 不合格，5 不适用，-5+ 长期）；\
        305 3:1,7:描述（常用语序号或文字）；档案室 16=20.5,17=55（读数）。没写的勾选项都算合格。
        """,
      en: """
        One line a room: 305 ok (all passed); 306-312 ok; 305 3,7 -5 (3 and 7 failed, 5 n/a, \
        -5+ for good); 305 3:1,7:words (a phrase by number, or words); 305 16=20.5 (a reading). \
        The rest passes.
        """)
    var row = rows.lowerBound
    for line in Cells.wrap(context(help), context.columns - 2) {
      grid.write(line, row: row, column: 1)
      row += 1
    }
    row += 1
    let first = row
    for field in Field.allCases {
      let mark = field == focus ? "> " : "  "
      let width = min(76, context.columns - 2) - (field == .day ? TypedDate.width : 0)
      (fields[field] ?? TextField()).draw(
        into: &grid, row: row, column: 1, width: width,
        label: mark + Cells.fit(context(field.label), 12),
        isFocused: field == focus && questions == nil, telling: hint(for: field, context), context)
      if field == .day {
        TypedDate.draw(text(.day), into: &grid, row: row, column: 2 + width, context)
      }
      row += 1
    }
    defer {
      if focus == .inspectors {
        picker.draw(
          over: &grid, row: first + Field.inspectors.rawValue, column: 16, text(.inspectors),
          among: .inspectors(context), context)
      }
    }
    row += 1
    if let questions {
      return questions.draw(into: &grid, rows: row..<rows.upperBound, context)
    }
    let open = round.rooms.filter { !$0.state.isSettled }.map(\.place.id.rawValue)
    let left = context(Bilingual(zh: "未录：", en: "Left: ")) + open.joined(separator: " ")
    for line in Cells.wrap(left, context.columns - 2).prefix(2) where row < rows.upperBound {
      grid.write(line, row: row, column: 1)
      row += 1
    }
    for line in written.suffix(max(0, rows.upperBound - row)) {
      grid.write(Cells.clip(line, to: context.columns - 2), row: row, column: 1, style: .good)
      row += 1
    }
  }
}
