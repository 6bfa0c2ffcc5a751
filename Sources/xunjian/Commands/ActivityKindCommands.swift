import Almanac
import ArgumentParser
import Domain
import Ledger

/// The kinds of activities with their fields.
struct ActivityKinds: ParsableCommand {
  static let configuration = about("kinds", zh: "列出活动种类和栏目", en: "list the kinds and their fields")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, book) = (session.language, try session.activityBook())
    let organization = try session.ledger.bureau().organization
    func entries(_ kind: ActivityKind) -> Int {
      book.activities.count { $0.stands && $0.content.kind == kind.id }
    }
    try output.print(
      book.kinds.map { ActivityKindJSON($0, entries: entries($0), organization) },
      keys: ["id", "name", "fields", "target", "retired", "entries"],
      heading: [
        Bilingual(zh: "编号", en: "Id"), Bilingual(zh: "种类", en: "Kind"),
        Bilingual(zh: "栏目", en: "Fields"), Bilingual(zh: "全年目标", en: "Target"),
        Bilingual(zh: "停用", en: "Retired"), Bilingual(zh: "条数", en: "Entries"),
      ],
      rows: book.kinds.map { kind in
        let fields = kind.present.map { field in
          let isChinese = output.isForPeople && language == .chinese
          let choices = field.choices.map { isChinese ? "\($0.id) \($0.name.zh)" : $0.id }
            .joined(separator: "|")
          return isChinese
            ? "\(field.id) \(field.name.zh)（\(choices.isEmpty ? field.kind.name.zh : choices)）"
            : "\(field.id) (\(choices.isEmpty ? field.kind.rawValue : choices))"
        }
        return [
          kind.id.rawValue, kind.name[language], fields.joined(separator: ", "),
          kind.target(for: organization).map { "\($0)" } ?? "",
          kind.retired?.description ?? "", "\(entries(kind))",
        ]
      })
  }
}

/// Changes to the kinds.
struct ActivityKindGroup: ParsableCommand {
  static let configuration = about(
    "kind", zh: "增加、改名、停用活动种类和栏目（安全管理员）", en: "add, rename and retire kinds and fields",
    [ActivityKindAdd.self, ActivityKindEdit.self, ActivityKindField.self, ActivityKindRetire.self])
}

extension Session {
  /// Puts a kind in the ledger as it is from now on, and says so.
  fileprivate func set(_ kind: ActivityKind) throws {
    let shipped = Shipped.activityKinds.first { $0.id == kind.id }
    try perform(.setActivityKind(kind, shipped: shipped))
    Output.line("\(kind.id)  \(kind.name[language])")
  }
}

/// The names of a kind or a field; where there is one only, it stands for both languages.
struct ActivityNames: ParsableArguments {
  @Option(help: help(zh: "中文名称", en: "its name in Chinese")) var name: String?
  @Option(help: help(zh: "英文名称", en: "its name in English")) var nameEn: String?

  func changed(_ former: Bilingual?) -> Bilingual {
    let zh = name ?? former?.zh ?? nameEn ?? ""
    return Bilingual(zh: zh, en: nameEn ?? former?.en ?? zh)
  }
}

/// Adds a kind.
struct ActivityKindAdd: ParsableCommand {
  static let configuration = about("add", zh: "增加一个种类", en: "add a kind")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 patrol", en: "its id, as patrol")) var id: String
  @OptionGroup var names: ActivityNames
  @Option(help: help(zh: "全年目标", en: "how many are wanted a year")) var target: Int?
  @Flag(help: help(zh: "传阅给人签阅", en: "passed on to persons who say they have read it"))
  var circulated = false
  @Flag(help: help(zh: "有议定事项", en: "resolves what somebody is to do")) var resolutions = false

  func run() throws {
    let session = try Session(options)
    let known = try session.activityBook().kinds
    guard !known.contains(where: { $0.id.rawValue == id }) else {
      throw ActivityError.doubledField(id)
    }
    try session.set(
      ActivityKind(
        id: Identifier(id), name: names.changed(nil), isCirculated: circulated,
        hasResolutions: resolutions, target: target))
  }
}

/// Renames a kind or changes its target.
struct ActivityKindEdit: ParsableCommand {
  static let configuration = about("edit", zh: "改名或改全年目标", en: "rename a kind or change its target")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "种类", en: "the kind")) var kind: String
  @OptionGroup var names: ActivityNames
  @Option(help: help(zh: "全年目标；0 去掉", en: "how many are wanted a year; 0 for no number"))
  var target: Int?

  func run() throws {
    let session = try Session(options)
    var kind = try session.activityBook().kind(named: kind)
    kind.name = names.changed(kind.name)
    if let target {
      kind.target = target == 0 ? nil : target
      kind.keyUnitTarget = nil
    }
    try session.set(kind)
  }
}

extension ActivityField.Kind: ExpressibleByArgument {}

/// Adds, renames or retires a field.
struct ActivityKindField: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field",
    abstract: Bilingual(zh: "增加、改名或停用一个栏目", en: "add, rename or retire a field")[
      Speech.language],
    discussion: Bilingual(
      zh: "没有这个编号就增加，要写 --type；有就改名、加选项或停用。填过数的栏目不能改类型。",
      en: "One that is not there is added and needs --type; one that is there is renamed, given "
        + "further choices or retired. A field with answers keeps its type.")[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "种类", en: "the kind")) var kind: String
  @Argument(help: help(zh: "栏目编号，如 heads", en: "the field's id, as heads")) var field: String
  @OptionGroup var names: ActivityNames
  @Option(help: help(zh: "类型", en: "what an answer is")) var type: ActivityField.Kind?
  @Option(
    help: help(
      zh: "选项，写“编号=名称”或“编号=名称/英文名称”，可多次",
      en: "a listed value as ID=NAME or ID=中文/English, repeatable"))
  var choice: [String] = []
  @Flag(help: help(zh: "停用", en: "retire it")) var retire = false

  func run() throws {
    let session = try Session(options)
    var kind = try session.activityBook().kind(named: kind)
    let former = kind.field(field)
    guard former != nil || type != nil else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "没有栏目“\(field)”；要增加请写 --type。",
          en: "There is no field “\(field)”; give --type to add it."))
    }
    var changed = ActivityField(
      id: field, name: names.changed(former?.name), kind: type ?? former?.kind ?? .text,
      choices: former?.choices ?? [])
    for text in choice { try Self.put(text, into: &changed) }
    changed.retired = retire ? session.today : nil
    kind.fields.removeAll { $0.id == field }
    let place = try session.activityBook().kind(named: kind.id.rawValue).fields
      .firstIndex { $0.id == field }
    kind.fields.insert(changed, at: place ?? kind.fields.count)
    try session.set(kind)
  }

  private static func put(_ text: String, into field: inout ActivityField) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ShellError.plain(
        .usage,
        Bilingual(zh: "--choice 请写“编号=名称”。", en: "--choice takes ID=NAME."))
    }
    let names = parts[1].split(separator: "/", maxSplits: 1).map(String.init)
    let choice = ActivityField.Choice(
      id: parts[0], name: Bilingual(zh: names.first ?? "", en: names.last ?? ""))
    if let place = field.choices.firstIndex(where: { $0.id == choice.id }) {
      field.choices[place] = choice
    } else {
      field.choices.append(choice)
    }
  }
}

/// Retires a kind, or takes it into use again.
struct ActivityKindRetire: ParsableCommand {
  static let configuration = about("retire", zh: "停用一个种类", en: "retire a kind")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "种类", en: "the kind")) var kind: String
  @Flag(help: help(zh: "重新启用", en: "take it into use again")) var undo = false

  func run() throws {
    let session = try Session(options)
    var kind = try session.activityBook().kind(named: kind)
    kind.retired = undo ? nil : session.today
    try session.set(kind)
  }
}
