import Almanac
import Canvas
import Domain

/// What is told when a notice is signed for, answered or withdrawn: by whom, on which day, and words.
struct NoticeForm: ActForm {
  /// What a field holds.
  enum Part: FormPart {
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

    var isDay: Bool { self == .day }

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
  var fields: FormFields<Part>

  init(_ kind: RectificationNoticeCommand.Kind, of notice: RectificationNotice, _ context: Context)
  {
    self.kind = kind
    self.notice = notice
    let whoAndWhen: [(Part, String)] = [
      (.person, context.person.name), (.day, context.today.description),
    ]
    let parts: [(Part, String)] =
      switch kind {
      case .receive: whoAndWhen
      case .answer: notice.content.lines.map { (.done($0.hazard), "") } + whoAndWhen
      case .withdraw: [(.reason, "")]
      }
    fields = FormFields(parts.map { (part: $0.0, text: $0.1) }, enter: .goesOn)
  }

  var id: String { "notice \(kind) \(notice.id)" }

  func names(in part: Part, _ context: Context) -> NameList? {
    part == .person ? .persons(context) : nil
  }

  func effect(_ context: Context) throws -> Effect {
    if kind == .withdraw { return try withdraw() }
    guard let persons = PersonNames.persons(fields.text(.person), in: context.bureau),
      let person = persons.first, persons.count == 1
    else {
      throw FieldProblem(
        Part.person, Bilingual(zh: "请填一个人的姓名或编号", en: "Name one person"))
    }
    let day = try day(.day, context)
    let command =
      kind == .receive ? RectificationNoticeCommand.receive(on: day) : .answer(answers)
    let asked = Command.notice(notice.id, command)
    guard person.id != context.person.id || (kind == .answer && day != context.today) else {
      return .perform(asked)
    }
    return .enter(asked, for: person.id, Entered(by: context.person.id, paper: day))
  }

  private func withdraw() throws -> Effect {
    guard let reason = fields.optional(.reason) else {
      throw RectificationNoticeError.reasonMissing
    }
    return .perform(.notice(notice.id, .withdraw(reason: reason)))
  }

  private var answers: [Hazard.ID: String] {
    var answers: [Hazard.ID: String] = [:]
    for line in notice.content.lines {
      answers[line.hazard] = fields.optional(.done(line.hazard))
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
    let rest = drawHead(
      "\(notice.title)  \(context(kind.name))", hints.map { context($0) }, into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { part, text in part == .person ? nil : .room(text) }
  }
}
