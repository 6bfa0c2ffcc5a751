import Almanac
import Canvas
import Domain

/// The fields of one act on a rule: entering it, reviewing, revising, mending, repealing.
struct RuleForm: ActForm {
  /// What is done.
  enum Act: Sendable {
    case add
    case review
    case revise
    case edit
    case repeal

    var name: Bilingual {
      switch self {
      case .add: Bilingual(zh: "登记制度、预案或文件", en: "Enter a rule, a plan or a paper")
      case .review: Bilingual(zh: "登记年度复核", en: "Record the yearly review")
      case .revise: Bilingual(zh: "修订（登记新文本）", en: "Revise: enter a new text")
      case .edit: Bilingual(zh: "修改登记的内容", en: "Mend what was entered")
      case .repeal: Bilingual(zh: "废止", en: "Repeal")
      }
    }
  }

  /// One field.
  enum Part: String, FormPart {
    case sort
    case title
    case number
    case issued
    case person
    case section
    case fire
    case location
    case note
    case file
    case outcome
    case day
    case reason

    var label: Bilingual {
      switch self {
      case .sort: Bilingual(zh: "类别", en: "Sort")
      case .title: Bilingual(zh: "标题", en: "Title")
      case .number: Bilingual(zh: "文号", en: "Document")
      case .issued: Bilingual(zh: "发布日期", en: "Issued")
      case .person: Bilingual(zh: "责任人", en: "Person")
      case .section: Bilingual(zh: "责任科室", en: "Section")
      case .fire: Bilingual(zh: "消防档案", en: "Fire file")
      case .location: Bilingual(zh: "存放、页号", en: "Kept, pages")
      case .note: Bilingual(zh: "说明", en: "Note")
      case .file: Bilingual(zh: "正文附件", en: "Its text")
      case .outcome: Bilingual(zh: "结论", en: "Outcome")
      case .day: Bilingual(zh: "日期", en: "Day")
      case .reason: Bilingual(zh: "原因", en: "Why")
      }
    }

    var isDay: Bool { self == .issued || self == .day }

    func choices(_ context: Context) -> [String] {
      switch self {
      case .sort: SafetyRule.Sort.allCases.map { context($0.name) }
      case .outcome: SafetyRule.Outcome.allCases.map { context($0.name) }
      case .title, .number, .issued, .person, .section, .fire, .location, .note, .file, .day,
        .reason:
        []
      }
    }
  }

  private let act: Act
  /// What it is about: several that are reviewed together, none for a new one.
  private let rules: [SafetyRule]
  private var rule: SafetyRule? { rules.first }
  var fields: FormFields<Part>
  /// The files that can be attached.
  var files: [DropFile] = []

  /// - Parameter rules: What it is about; none for a new one, several only to be reviewed.
  init(_ act: Act, of rules: [SafetyRule], _ context: Context) {
    self.act = act
    self.rules = rules
    let (content, bureau) = (rules.first?.content, context.bureau)
    let head: [(part: Part, text: String)] = [
      (.sort, context((content?.sort ?? .rule).name)), (.title, content?.title ?? ""),
      (.number, content?.number ?? ""),
      (.issued, (content?.issued ?? context.today).description),
    ]
    let rest: [(part: Part, text: String)] = [
      (.person, bureau.name(content?.person)), (.section, bureau.name(content?.section)),
      (.fire, content?.firePart.map { context($0.name) } ?? ""),
      (.location, content?.location ?? ""), (.note, content?.note ?? ""), (.file, ""),
    ]
    let today = context.today.description
    let parts: [(part: Part, text: String)] =
      switch act {
      case .add, .edit: head + rest
      case .revise: [(.day, today), (.title, content?.title ?? ""), (.number, "")] + rest
      case .review: [(.outcome, ""), (.day, today), (.note, "")]
      case .repeal: [(.day, today), (.reason, "")]
      }
    fields = FormFields(parts, enter: .goesOn)
  }

  var id: String { "rule \(act) \(rules.map(\.id.rawValue).joined(separator: " "))" }

  func names(in part: Part, _ context: Context) -> NameList? {
    switch part {
    case .person: .persons(context)
    case .section:
      NameList(
        choices: context.bureau.sections.filter { $0.to == nil }
          .map { NameChoice(id: $0.id.rawValue, name: $0.name) })
    case .fire:
      NameList(
        choices: FireFilePart.allCases.map {
          NameChoice(id: $0.rawValue, name: context($0.name))
        })
    case .file: PaperField.names(files)
    case .sort, .title, .number, .issued, .location, .note, .outcome, .day, .reason: nil
    }
  }

  func effect(_ context: Context) throws -> Effect {
    guard let rule else { return try filing(.add(content(context))) }
    switch act {
    case .add, .edit: return try filing(.act(rule.id, .edit(content(context))))
    case .revise:
      return try filing(.act(rule.id, .revise(content(context), on: day(.day, context))))
    case .review:
      let outcome: SafetyRule.Outcome = try picked(.outcome, context) { $0.name }
      let command = SafetyRuleCommand.review(
        outcome, on: try day(.day, context), note: fields.optional(.note))
      guard rules.count > 1 else { return .perform(.rule(.act(rule.id, command))) }
      return .performEach(
        rules.map { EachAct(.rule(.act($0.id, command)), on: $0.id.rawValue) })
    case .repeal:
      let reason = try reading(.reason) { text in
        guard !text.isEmpty else { throw SafetyRuleError.reasonMissing }
        return text
      }
      return .perform(
        .rule(.act(rule.id, .repeal(on: try day(.day, context), reason: reason))))
    }
  }

  private func filing(_ request: SafetyRuleRequest) throws -> Effect {
    try .performFiling(.rule(request), PaperField.file(in: Part.file, of: fields, files))
  }

  private func content(_ context: Context) throws -> SafetyRule.Content {
    let title = try reading(.title) { text in
      guard !text.isEmpty else { throw SafetyRuleError.titleMissing }
      return text
    }
    var content =
      try rule?.content ?? SafetyRule.Content(title: title, issued: day(.issued, context))
    content.title = title
    if act != .revise {
      content.sort = try picked(.sort, context) { $0.name }
      content.issued = try day(.issued, context)
    }
    content.number = fields.optional(.number)
    content.person = try reading(.person) { try context.bureau.persons(typed: $0).first }
    content.section = try reading(.section) { text in
      guard !text.isEmpty else { return nil }
      let found = context.bureau.sections.first { $0.name == text || $0.id.rawValue == text }
      guard let found else { throw SafetyRuleError.noSuchSection(text) }
      return found.id
    }
    content.firePart = fields.optional(.fire) == nil ? nil : try picked(.fire, context) { $0.name }
    content.location = fields.optional(.location)
    content.note = fields.optional(.note)
    return content
  }

  private func picked<Value: RawRepresentable<String> & CaseIterable>(
    _ part: Part, _ context: Context, _ name: (Value) -> Bilingual
  ) throws(FieldProblem<Part>) -> Value {
    let text = fields.text(part)
    let found = Value.allCases.first { name($0).names(text) || $0.rawValue == text }
    guard let found else {
      throw FieldProblem(
        part, Bilingual(zh: "请从列出的里选一个", en: "Choose one of those listed"))
    }
    return found
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let titles = rules.prefix(3).map(\.content.title).joined(
      separator: context(Bilingual(zh: "、", en: ", ")))
    let about =
      rules.count > 1
      ? context(Bilingual(zh: "\(rules.count) 项：", en: "\(rules.count): ")) + titles
      : rule.map { "\($0.id)  \($0.content.title)" } ?? ""
    let keys = Bilingual(
      zh: "F8 存；Enter、Tab 下一栏；Esc 取消", en: "F8 saves; Enter or Tab goes on; Esc cancels")
    let choices = fields.focused.choices(context).enumerated()
      .map { "\($0.offset + 1) \($0.element)" }.joined(separator: "  ")
    let rest = drawHead(
      context(act.name) + "  " + about, [context(keys), choices].filter { !$0.isEmpty },
      into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { part, text in
      switch part {
      case .title, .number, .location, .note, .reason: .room(text)
      case .sort, .issued, .person, .section, .fire, .file, .outcome, .day: nil
      }
    }
  }
}
