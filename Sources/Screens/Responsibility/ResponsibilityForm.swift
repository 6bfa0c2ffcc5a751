import Almanac
import Canvas
import Domain

/// The fields by which a person is named for a post, or stops holding it.
struct ResponsibilityForm: ActForm {
  /// What is done.
  enum Kind: String {
    case give
    case end
  }

  enum Part: String, FormPart {
    case person
    case from
    case last
    case document
    case reason

    var label: Bilingual {
      switch self {
      case .person: Bilingual(zh: "姓名", en: "Person")
      case .from: Bilingual(zh: "从哪天起", en: "From")
      case .last: Bilingual(zh: "最后一日", en: "Last day")
      case .document: Bilingual(zh: "依据文件", en: "By")
      case .reason: Bilingual(zh: "原因", en: "Why")
      }
    }

    var isDay: Bool { self == .from || self == .last }
  }

  private let kind: Kind
  private let post: Post
  var fields: FormFields<Part>

  init(_ kind: Kind, _ post: Post, _ context: Context) {
    self.kind = kind
    self.post = post
    let today = context.today.description
    let holder = context.bureau.responsibility(post).tenures.last { $0.contains(context.today) }
    let name = holder.map { context.bureau.name($0.person) } ?? ""
    fields = FormFields(
      kind == .give
        ? [(.person, ""), (.from, today), (.document, "")]
        : [(.person, name), (.last, today), (.reason, "")], enter: .goesOn)
  }

  var id: String { "responsibility \(kind.rawValue) \(post)" }

  func names(in part: Part, _ context: Context) -> NameList? {
    guard part == .person else { return nil }
    guard kind == .end else { return .persons(context) { $0.may(.reportHazard) } }
    let held = context.bureau.responsibility(post).tenures.filter { $0.contains(context.today) }
    return NameList(
      choices: held.map {
        NameChoice(id: $0.person.rawValue, name: context.bureau.name($0.person))
      })
  }

  func effect(_ context: Context) throws -> Effect {
    let name = fields.text(.person)
    let found =
      names(in: .person, context)?.choices.filter { $0.name == name || $0.id == name } ?? []
    guard let person = found.first, found.count == 1 else {
      throw FieldProblem(Part.person, ResponsibilityError.noSuchPerson(name).message)
    }
    let id = Person.ID(person.id)
    let command: ResponsibilityCommand =
      switch kind {
      case .give:
        .give(id, from: try day(.from, context), document: fields.optional(.document))
      case .end: .end(id, last: try day(.last, context), reason: fields.optional(.reason))
      }
    return .perform(.responsibility([post], command))
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let (name, title) = (post.name(in: context.bureau), post.title)
    let head = Bilingual(zh: name.zh + title.zh, en: "\(name.en): \(title.en)")
    let hint = Bilingual(
      zh: "原任到前一天为止，历任都留着。F8 存；Enter、Tab 下一栏；Esc 取消",
      en: "Who held it stays on record. F8 saves; Enter or Tab goes on; Esc cancels")
    let rest = drawHead(context(head), [context(hint)], into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { part, text in part == .person ? nil : .room(text) }
  }
}
