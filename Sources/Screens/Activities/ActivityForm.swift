import Almanac
import Canvas
import Domain

/// What is typed of an activity: its day, what it was, the fields of its kind, persons, and a paper.
struct ActivityForm: ActForm {
  /// One field.
  enum Part: FormPart {
    case day
    case title
    case field(ActivityField)
    case persons
    case place
    case resolutions
    case file
    case reason

    var label: Bilingual {
      switch self {
      case .day: Bilingual(zh: "日期", en: "Day")
      case .title: Bilingual(zh: "标题内容", en: "What")
      case .field(let field): field.name
      case .persons: Bilingual(zh: "人员", en: "Persons")
      case .place: Bilingual(zh: "地点", en: "Where")
      case .resolutions: Bilingual(zh: "议定事项", en: "Resolved")
      case .file: Bilingual(zh: "附件", en: "Paper")
      case .reason: Bilingual(zh: "更正原因", en: "Why corrected")
      }
    }

    var isDay: Bool { self == .day }

    var key: String {
      switch self {
      case .day: "day"
      case .title: "title"
      case .field(let field): "field \(field.id)"
      case .persons: "persons"
      case .place: "place"
      case .resolutions: "resolutions"
      case .file: "file"
      case .reason: "reason"
      }
    }

    func choices(_ context: Context) -> [String] {
      guard case .field(let field) = self else { return [] }
      switch field.kind {
      case .choice: return field.choices.map { context($0.name) }
      case .flag: return [true, false].map { context(field.words(.flag($0), context.bureau)) }
      case .count, .text, .persons: return []
      }
    }
  }

  let kind: ActivityKind
  /// The entry that is corrected; nil where a new one is recorded.
  private let former: Activity?
  var fields: FormFields<Part>
  /// The files that can be attached.
  var files: [DropFile] = []

  /// An empty form of a kind.
  init(_ kind: ActivityKind, _ context: Context) {
    self.init(kind, former: nil, [.day: context.today.description])
  }

  /// The form of an entry that is to be corrected.
  init(correcting activity: Activity, _ kind: ActivityKind, _ context: Context) {
    let (content, bureau) = (activity.content, context.bureau)
    var texts: [Part: String] = [
      .day: content.day.description, .title: content.title, .place: content.place ?? "",
      .persons: context(bureau.listed(content.persons)),
      .resolutions: content.resolutions.map { context($0.typed(bureau)) }
        .joined(separator: context(Bilingual(zh: "；", en: "; "))),
    ]
    for field in kind.fields {
      texts[.field(field)] = content.values[field.id].map { context(field.words($0, bureau)) }
    }
    self.init(kind, former: activity, texts)
  }

  private init(_ kind: ActivityKind, former: Activity?, _ texts: [Part: String]) {
    self.kind = kind
    self.former = former
    let asksResolutions = kind.hasResolutions || former?.content.resolutions.isEmpty == false
    let parts =
      [.day, .title] + kind.present.map(Part.field) + [.persons, .place]
      + (asksResolutions ? [.resolutions] : []) + [.file] + (former == nil ? [] : [.reason])
    fields = FormFields(parts.map { (part: $0, text: texts[$0] ?? "") }, enter: .submits)
  }

  var id: String { "activity \(former?.id.rawValue ?? kind.id.rawValue)" }

  func names(in part: Part, _ context: Context) -> NameList? {
    switch part {
    case .persons: return .persons(context)
    case .file:
      return NameList(
        choices: files.map { NameChoice(id: $0.name, name: $0.name) }, takesDigits: true)
    case .field(let field): return field.kind == .persons ? .persons(context) : nil
    case .day, .title, .place, .resolutions, .reason: return nil
    }
  }

  func effect(_ context: Context) throws -> Effect {
    let content = try content(context)
    let file = try file()
    guard let former else {
      return .keepActivity(.record(ActivityRequest(kind, content)), file: file)
    }
    return .keepActivity(.correct(former.id, content, reason: fields.text(.reason)), file: file)
  }

  private func content(_ context: Context) throws -> Activity.Content {
    let (bureau, today) = (context.bureau, context.today)
    let day = try day(.day, context)
    let title = try reading(.title) { text in
      guard !text.isEmpty else { throw ActivityError.titleMissing }
      return text
    }
    var content = Activity.Content(kind: kind.id, day: day, title: title)
    // What a field held that is retired since stays.
    let retired = Set(kind.fields.filter { $0.retired != nil }.map(\.id))
    content.values = former?.content.values.filter { retired.contains($0.key) } ?? [:]
    for field in kind.present {
      content.values[field.id] = try reading(.field(field)) {
        try field.value(typed: $0, in: bureau)
      }
    }
    content.persons = try reading(.persons) { try bureau.persons(typed: $0) }
    content.place = fields.optional(.place)
    content.resolutions = try reading(.resolutions) {
      try Activity.Resolution.list(typed: $0, in: bureau, on: today)
    }
    content.file = former?.content.file
    if former != nil {
      try reading(.reason) { if $0.isEmpty { throw ActivityError.reasonMissing } }
    }
    return content
  }

  private func file() throws -> DropFile? {
    guard let name = fields.optional(.file) else { return nil }
    guard let file = files.first(where: { $0.name == name }) else {
      throw FieldProblem(
        Part.file,
        Bilingual(
          zh: "投放文件夹里没有“\(name)”", en: "There is no “\(name)” in the drop folder"))
    }
    return file
  }
}
