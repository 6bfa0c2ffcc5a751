import Almanac
import Canvas
import Domain

/// What is told when a notice is signed for, answered or withdrawn: by whom, on which day, and words.
struct NoticeForm: Sendable {
  /// What a key did to it.
  enum Outcome {
    case stay
    case cancel
    case warn(Bilingual)
    case perform(Effect)
  }

  /// What a field holds.
  private enum Field: Hashable {
    case person
    case day
    /// What was done about a hazard of the notice.
    case done(Hazard.ID)
    case reason

    var label: Bilingual {
      switch self {
      case .person: Bilingual(zh: "何人", en: "By whom")
      case .day: Bilingual(zh: "日期", en: "Day")
      case .done(let id): Bilingual(zh: "\(id)", en: "\(id)")
      case .reason: Bilingual(zh: "撤回原因", en: "Reason")
      }
    }

    /// By what its text is kept.
    var key: String {
      switch self {
      case .person: "person"
      case .day: "day"
      case .done(let id): "done \(id)"
      case .reason: "reason"
      }
    }
  }

  private let kind: RectificationNoticeCommand.Kind
  private let notice: RectificationNotice
  private var fields: [(field: Field, text: TextField)]
  private var focus = 0
  private var picker = NamePicker()

  init(_ kind: RectificationNoticeCommand.Kind, of notice: RectificationNotice, _ context: Context)
  {
    self.kind = kind
    self.notice = notice
    let whoAndWhen: [(Field, TextField)] = [
      (.person, TextField(context.person.name)), (.day, TextField(context.today.description)),
    ]
    fields =
      switch kind {
      case .receive: whoAndWhen
      case .answer: notice.content.lines.map { (.done($0.hazard), TextField()) } + whoAndWhen
      case .withdraw: [(.reason, TextField())]
      }
  }

  var isFollowedByField: Bool { focus < fields.count - 1 }

  /// What is typed, by the names of the fields.
  var typed: TypedForm {
    TypedForm(
      "notice \(kind) \(notice.id)",
      Dictionary(uniqueKeysWithValues: fields.map { ($0.field.key, $0.text.text) }))
  }

  mutating func restore(_ texts: [String: String]) {
    for index in fields.indices {
      fields[index].text = TextField(texts[fields[index].field.key] ?? "")
    }
  }

  func named(_ context: Context) -> NamedField? {
    fields[focus].field == .person
      ? NamedField(names: .persons(context), text: fields[focus].text.text) : nil
  }

  private func text(_ wanted: Field) -> String {
    trimmed(fields.first { $0.field == wanted }?.text.text ?? "")
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if key == .escape || key == .control("c") { return .cancel }
    if fields[focus].field == .person,
      picker.press(key, in: &fields[focus].text, among: .persons(context), context)
    {
      return .stay
    }
    switch key {
    case .tab, .down: move(1)
    case .backTab, .up: move(-1)
    case .enter where isFollowedByField: move(1)
    case .enter: return submit(context)
    default: _ = fields[focus].text.update(key.folded)
    }
    return .stay
  }

  private mutating func move(_ step: Int) {
    picker.close()
    focus = (focus + step + fields.count) % fields.count
  }

  private mutating func submit(_ context: Context) -> Outcome {
    if kind == .withdraw { return withdraw() }
    guard let persons = PersonNames.persons(text(.person), in: context.bureau),
      let person = persons.first, persons.count == 1
    else {
      focus = fields.firstIndex { $0.field == .person } ?? 0
      return .warn(Bilingual(zh: "请填一个人的姓名或编号", en: "Name one person"))
    }
    guard let day = Day(typed: text(.day), today: context.today) else {
      focus = fields.firstIndex { $0.field == .day } ?? 0
      return .warn(Bilingual(zh: "请填日期，如 11-23", en: "Enter the day, such as 11-23"))
    }
    let command =
      kind == .receive ? RectificationNoticeCommand.receive(on: day) : .answer(answers)
    let asked = Command.notice(notice.id, command)
    guard person.id != context.person.id || (kind == .answer && day != context.today) else {
      return .perform(.perform(asked))
    }
    return .perform(
      .enter(asked, for: person.id, Entered(by: context.person.id, paper: day)))
  }

  private func withdraw() -> Outcome {
    let reason = text(.reason)
    guard !reason.isEmpty else { return .warn(RectificationNoticeError.reasonMissing.message) }
    return .perform(.perform(.notice(notice.id, .withdraw(reason: reason))))
  }

  private var answers: [Hazard.ID: String] {
    var answers: [Hazard.ID: String] = [:]
    for case (.done(let id), let field) in fields where !trimmed(field.text).isEmpty {
      answers[id] = trimmed(field.text)
    }
    return answers
  }

  /// What is said above the fields.
  private var hints: [Bilingual] {
    switch kind {
    case .receive:
      [
        Bilingual(
          zh: "别人在纸上签收的，填其姓名和日期，记为代录。",
          en: "Signed for on paper by another: that name and day; it is entered for them.")
      ]
    case .answer:
      [
        Bilingual(
          zh: "逐项写做了什么；空着的取已报送的整改情况。",
          en: "What was done, line by line; what was handed in where left empty.")
      ]
    case .withdraw:
      [
        Bilingual(
          zh: "撤回后不再要求回执，记录保留。", en: "No answer is asked any more; the notice stays on record.")
      ]
    }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    for row in rows { grid.write(Cells.blank(grid.columns), row: row) }
    grid.choices = []
    grid.write(
      "\(notice.title)  \(context(kind.name))", row: rows.lowerBound, column: 1, style: .title)
    var row = rows.lowerBound + 1
    for line in hints.flatMap({ Cells.wrap(context($0), grid.columns - 2) }) {
      grid.write(line, row: row, column: 1)
      row += 1
    }
    let first = row + 1
    let room = max(1, rows.upperBound - first)
    let top = max(0, min(focus - room / 2, fields.count - room))
    for (index, entry) in fields.enumerated().dropFirst(top).prefix(room) {
      draw(
        entry.field, entry.text, at: first + index - top, isFocused: index == focus, into: &grid,
        context)
    }
    if fields[focus].field == .person {
      picker.draw(
        over: &grid, row: first + focus - top, column: 16, fields[focus].text.text,
        among: .persons(context), context)
    }
  }

  private func draw(
    _ field: Field, _ text: TextField, at row: Int, isFocused: Bool, into grid: inout Grid,
    _ context: Context
  ) {
    let width = min(76, grid.columns - 2) - (field == .day ? TypedDate.width : 0)
    let hint: TypedHint? =
      switch field {
      case .person, .day: nil
      case .done, .reason: .room(text.text)
      }
    text.draw(
      into: &grid, row: row, column: 1, width: width,
      label: (isFocused ? "> " : "  ") + Cells.fit(context(field.label), 12),
      isFocused: isFocused, telling: hint, context)
    if field == .day {
      TypedDate.draw(text.text, into: &grid, row: row, column: 2 + width, context)
    }
  }
}
