import Almanac
import Canvas
import Domain

/// What is typed of an activity: its day, what it was, the fields of its kind, persons, and a paper.
struct ActivityForm: Sendable {
  enum Outcome {
    case stay
    case cancel
    case warn(Bilingual)
    case perform(Effect)
  }

  /// One field.
  enum Part: Hashable {
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

    /// By which it is kept while it is not sent.
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

    /// What can be chosen with a digit.
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
  let parts: [Part]
  private(set) var fields: [TextField]
  private(set) var focus = 0
  private(set) var picker = NamePicker()
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
    parts =
      [.day, .title] + kind.present.map(Part.field) + [.persons, .place]
      + (asksResolutions ? [.resolutions] : []) + [.file] + (former == nil ? [] : [.reason])
    fields = parts.map { TextField(texts[$0] ?? "") }
  }

  var isFollowedByField: Bool { focus < parts.count - 1 }

  /// The names that the field with the focus takes; nil for another.
  func names(_ context: Context) -> NameList? {
    switch parts[focus] {
    case .persons: return .persons(context)
    case .file:
      return NameList(
        choices: files.map { NameChoice(id: $0.name, name: $0.name) }, takesDigits: true)
    case .field(let field): return field.kind == .persons ? .persons(context) : nil
    case .day, .title, .place, .resolutions, .reason: return nil
    }
  }

  func named(_ context: Context) -> NamedField? {
    names(context).map { NamedField(names: $0, text: fields[focus].text) }
  }

  /// What is typed, by which it is found again.
  var typed: TypedForm {
    TypedForm(
      "activity \(former?.id.rawValue ?? kind.id.rawValue)",
      Dictionary(uniqueKeysWithValues: zip(parts.map(\.key), fields.map(\.text))))
  }

  mutating func restore(_ texts: [String: String]) {
    for (index, part) in parts.enumerated() { fields[index] = TextField(texts[part.key] ?? "") }
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if key == .escape || key == .control("c") { return .cancel }
    if let names = names(context),
      picker.press(key, in: &fields[focus], among: names, context)
    {
      return .stay
    }
    let choices = parts[focus].choices(context)
    if let digit = key.digit, choices.indices.contains(digit - 1) {
      fields[focus].replace(with: choices[digit - 1])
      return .stay
    }
    switch key {
    case .tab, .down: move(by: 1)
    case .backTab, .up: move(by: parts.count - 1)
    case .enter: return submit(context)
    default: _ = fields[focus].update(key)
    }
    return .stay
  }

  private mutating func move(by steps: Int) {
    picker.close()
    focus = (focus + steps) % parts.count
  }

  private func text(_ part: Part) -> String {
    parts.firstIndex(of: part).map { trimmed(fields[$0].text) } ?? ""
  }

  private mutating func submit(_ context: Context) -> Outcome {
    do {
      let content = try content(context)
      let file = try file()
      guard let former else {
        return .perform(.keepActivity(.record(ActivityRequest(kind, content)), file: file))
      }
      return .perform(
        .keepActivity(.correct(former.id, content, reason: text(.reason)), file: file))
    } catch let refusal as any Refusal {
      return .warn(refusal.message)
    } catch {
      return .stay
    }
  }

  /// Reads a field; what is wrong in it takes the focus there.
  private mutating func reading<Value>(
    _ part: Part, _ read: (String) throws -> Value
  ) throws -> Value {
    do {
      return try read(text(part))
    } catch {
      focus = parts.firstIndex(of: part) ?? focus
      throw error
    }
  }

  private mutating func content(_ context: Context) throws -> Activity.Content {
    let (bureau, today) = (context.bureau, context.today)
    let day = try reading(.day) { text in
      guard let day = Day(typed: text, today: today) else { throw ActivityFormError.noDay }
      return day
    }
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
    content.place = text(.place).isEmpty ? nil : text(.place)
    content.resolutions = try reading(.resolutions) {
      try Activity.Resolution.list(typed: $0, in: bureau, on: today)
    }
    content.file = former?.content.file
    if former != nil {
      try reading(.reason) { if $0.isEmpty { throw ActivityError.reasonMissing } }
    }
    return content
  }

  private mutating func file() throws -> DropFile? {
    let files = files
    return try reading(.file) { name in
      guard !name.isEmpty else { return nil }
      guard let file = files.first(where: { $0.name == name }) else {
        throw ActivityFormError.noFile(name)
      }
      return file
    }
  }
}

/// What the form of an activity lacks.
enum ActivityFormError: Refusal {
  case noDay
  case noFile(String)

  var kind: RefusalKind { .badData }

  var message: Bilingual {
    switch self {
    case .noDay: Bilingual(zh: "请填日期，如 11-23", en: "Enter the day, such as 11-23")
    case .noFile(let name):
      Bilingual(
        zh: "投放文件夹里没有“\(name)”", en: "There is no “\(name)” in the drop folder")
    }
  }
}
