import Almanac
import ArgumentParser
import Domain
import Ledger

/// The kinds of things that end, with their intervals and what sets them.
struct ExpiryKinds: ParsableCommand {
  static let configuration = about(
    "kinds", zh: "列出种类、周期和依据", en: "list the kinds, their intervals and what sets them")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, book) = (session.language, try session.expiryBook())
    func number(_ months: Int?) -> String { months.map { "\($0)" } ?? "" }
    try output.print(
      book.kinds.map(ExpiryKindJSON.init),
      keys: ["id", "name", "months", "first", "life", "source", "fire", "retired"],
      heading: [
        Bilingual(zh: "编号", en: "Id"), Bilingual(zh: "种类", en: "Kind"),
        Bilingual(zh: "周期（月）", en: "Months"), Bilingual(zh: "出厂后首检（月）", en: "First"),
        Bilingual(zh: "报废（月）", en: "Life"), Bilingual(zh: "依据", en: "Source"),
        Bilingual(zh: "消防档案", en: "Fire file"), Bilingual(zh: "停用", en: "Retired"),
      ],
      rows: book.kinds.map { kind in
        [
          kind.id.rawValue, kind.name[language], number(kind.months), number(kind.firstMonths),
          number(kind.lifeMonths), kind.source?[language] ?? "",
          (output.isForPeople ? kind.firePart?.name[language] : kind.firePart?.rawValue) ?? "",
          kind.retired?.description ?? "",
        ]
      })
  }
}

/// A kind of things that end in JSON.
struct ExpiryKindJSON: Encodable {
  var id: ExpiryKind.ID
  var name: Bilingual
  @Nullable var months: Int?
  @Nullable var first: Int?
  @Nullable var life: Int?
  @Nullable var source: Bilingual?
  @Nullable var fire: FireFilePart?
  @Nullable var retired: Day?

  init(_ kind: ExpiryKind) {
    id = kind.id
    name = kind.name
    months = kind.months
    first = kind.firstMonths
    life = kind.lifeMonths
    source = kind.source
    fire = kind.firePart
    retired = kind.retired
  }
}

extension FireFilePart: ExpressibleByArgument {}

/// Adds a kind, or changes one; what is not named stays.
struct ExpiryKindCommand: ParsableCommand {
  static let configuration = about(
    "kind", zh: "增加或修改一个种类（安全管理员）", en: "add or change a kind (administrators)")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 respirator", en: "its id, as respirator")) var id: String
  @OptionGroup var names: ActivityNames
  @Option(help: help(zh: "周期（月）；0 去掉", en: "months between; 0 for none")) var months: Int?
  @Option(help: help(zh: "出厂到首检（月）；0 去掉", en: "months to the first check; 0 for none"))
  var first: Int?
  @Option(help: help(zh: "出厂到报废（月）；0 去掉", en: "months to the scrapping; 0 for none"))
  var life: Int?
  @Option(help: help(zh: "依据；空白去掉", en: "what sets them; blank takes it away"))
  var source: String?
  @Option(help: help(zh: "归入消防档案的哪一项", en: "the part of the fire file")) var fire: FireFilePart?
  @Option(parsing: .unconditional, help: help(zh: "从哪天起停用", en: "out of use from this day on"))
  var retire: TypedDay?

  func run() throws {
    let session = try Session(options)
    let known = try session.expiryBook().kind(Identifier(id))
    var kind = known ?? ExpiryKind(id: Identifier(id), name: names.changed(nil))
    kind.name = names.changed(known?.name)
    func set(_ value: Int?, _ path: WritableKeyPath<ExpiryKind, Int?>) {
      if let value { kind[keyPath: path] = value == 0 ? nil : value }
    }
    set(months, \.months)
    set(first, \.firstMonths)
    set(life, \.lifeMonths)
    if let source { kind.source = source.isEmpty ? nil : Bilingual(verbatim: source) }
    if let fire { kind.firePart = fire }
    if let retire { kind.retired = retire.day(today: session.today) }
    let shipped = Shipped.expiryKinds.first { $0.id == kind.id }
    try session.perform(.expiry(.setKind(kind, shipped: shipped)))
    Output.line("\(kind.id)  \(kind.name[session.language])")
  }
}
