import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger

/// What ends on a day (到期): extinguishers, test reports, insurance, licences.
struct ExpiryCommandGroup: ParsableCommand {
  static let configuration = about(
    "expiry", zh: "到期事项：灭火器、检测报告、保险、年检、证照等",
    en: "what ends on a day: extinguishers, test reports, insurance, licences",
    [
      ExpiryList.self, ExpiryShow.self, ExpiryAdd.self, ExpiryEdit.self, ExpiryRenew.self,
      ExpiryRetire.self, ExpiryImport.self, ExpiryKinds.self, ExpiryKindCommand.self,
    ])
}

extension Session {
  /// All that ends, with its kinds.
  func expiryBook() throws -> ExpiryBook {
    ExpiryBook(
      kinds: ExpiryKind.all(Shipped.expiryKinds, known: try ledger.bureau().expiryKinds),
      expiries: try ledger.expiries())
  }

  /// The thing of a number.
  ///
  /// - Throws: `ExpiryError.noSuchExpiry`.
  func expiry(_ text: String) throws -> Expiry {
    guard let found = try ledger.expiry(Identifier(text)) else {
      throw ExpiryError.noSuchExpiry(text)
    }
    return found
  }

  /// Says how the thing stands that lines are about.
  func answerExpiry(_ lines: [Happening], json: Bool) throws {
    guard let subject = lines.first(where: { $0.subject.kind == .expiry })?.subject else { return }
    let expiry = try expiry(subject.id)
    if json { return try Output.json(ExpiryJSON(expiry, on: today)) }
    for case .expiry(let event) in lines.map(\.event) {
      let until = Bilingual(zh: "有效期至", en: "until ")[language] + expiry.until.description
      Output.line("\(expiry.id)  \(event.name[language])  \(expiry.content.name)  \(until)")
    }
  }
}

/// What a thing is, as options of a command.
struct ExpiryOptions: ParsableArguments {
  @Option(help: help(zh: "场所；空白去掉", en: "the place; blank takes it away")) var place: String?
  @Option(help: help(zh: "数量", en: "how many end together")) var count: Int?
  @Option(help: help(zh: "责任人；空白去掉", en: "who sees to it; blank takes it away"))
  var person: String?
  @Option(parsing: .unconditional, help: help(zh: "出厂日期", en: "when it was made"))
  var made: TypedDay?
  @Option(help: help(zh: "备注；空白去掉", en: "a note; blank takes it away")) var note: String?

  func apply(to content: inout Expiry.Content, _ session: Session) throws {
    if let place { content.place = place.isEmpty ? nil : try session.place(place).id }
    if let count { content.count = count }
    if let person { content.person = person.isEmpty ? nil : try session.person(person).id }
    if let made { content.made = made.day(today: session.today) }
    if let note { content.note = note }
  }
}

/// A stretch of validity, as options of a command.
struct TermOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: help(zh: "检验（办理）日期", en: "when it was checked, tested or taken out"))
  var done: TypedDay?
  @Option(
    parsing: .unconditional,
    help: help(
      zh: "有效期至；不填则按种类的周期推算", en: "until when it holds; by the kind's interval if left out"))
  var until: TypedDay?
  @Option(help: help(zh: "报告、保单或证件编号", en: "the number of the report, policy or licence"))
  var document: String?
  @Option(help: help(zh: "检测、承保或发证单位", en: "who tested, insured or issued")) var by: String?
  @Option(help: help(zh: "附件：PDF、JPEG 或 PNG", en: "its paper: a PDF, JPEG or PNG"))
  var file: String?

  /// Puts what is named into a stretch.
  ///
  /// - Returns: The paper to keep.
  func apply(to term: inout Expiry.Term, _ session: Session) throws -> ScannedPaper? {
    if let done { term.done = done.day(today: session.today) }
    if let until { term.until = until.day(today: session.today) }
    if let document { term.document = document }
    if let by { term.by = by }
    let paper = try file.map(ScannedPaper.init)
    if let paper { term.file = paper.scan }
    return paper
  }

  /// The end that is typed, or the one that the kind gives.
  ///
  /// - Throws: `ExpiryError.untilMissing` where it gives none.
  func end(of kind: ExpiryKind, done: Day?, made: Day?, _ session: Session) throws -> Day {
    if let until { return until.day(today: session.today) }
    guard let end = kind.proposedEnd(done: done, made: made) else {
      throw ExpiryError.untilMissing(kind.name)
    }
    return end
  }
}

/// Enters a thing.
struct ExpiryAdd: ParsableCommand {
  static let configuration = about("add", zh: "登记一个到期事项", en: "enter a thing that ends")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "种类，见 expiry kinds", en: "the kind, see expiry kinds")) var kind: String
  @Option(help: help(zh: "名称", en: "what it is called")) var name: String
  @OptionGroup var content: ExpiryOptions
  @OptionGroup var term: TermOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let kind = try session.expiryBook().kind(named: kind)
    var said = Expiry.Content(kind: kind.id, name: name, term: .init(until: session.today))
    try content.apply(to: &said, session)
    said.term.until = try term.end(
      of: kind, done: term.done?.day(today: session.today), made: said.made, session)
    let paper = try term.apply(to: &said.term, session)
    let lines = try session.perform(.expiry(.add([ExpiryRequest(kind, said)])), scan: paper)
    try session.answerExpiry(lines, json: json)
  }
}

/// Which thing an act is about, and how it answers.
struct ExpiryActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 DQ2026-001", en: "its number, as DQ2026-001")) var id: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
}

/// Changes a thing; a new stretch of validity is a renewal.
struct ExpiryEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改一个到期事项", en: "change a thing that ends")

  @OptionGroup var act: ExpiryActOptions
  @Option(help: help(zh: "名称", en: "what it is called")) var name: String?
  @OptionGroup var content: ExpiryOptions
  @OptionGroup var term: TermOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String?

  func run() throws {
    let session = try Session(act.options)
    let expiry = try session.expiry(act.id)
    var said = expiry.content
    if let name { said.name = name }
    try content.apply(to: &said, session)
    let paper = try term.apply(to: &said.term, session)
    let lines = try session.perform(
      .expiry(.act(expiry.id, .edit(said, reason: reason))), scan: paper)
    try session.answerExpiry(lines, json: act.json)
  }
}

/// Enters the next stretch of validity.
struct ExpiryRenew: ParsableCommand {
  static let configuration = about(
    "renew", zh: "续期：登记新的有效期和凭据，原来的留作历史",
    en: "enter a new end and what proves it; the former one stays as history")

  @OptionGroup var act: ExpiryActOptions
  @OptionGroup var term: TermOptions
  @Option(help: help(zh: "备注", en: "a note")) var note: String?

  func run() throws {
    let session = try Session(act.options)
    let expiry = try session.expiry(act.id)
    guard let kind = try session.expiryBook().kind(expiry.content.kind) else {
      throw ExpiryError.noSuchKind(expiry.content.kind.rawValue)
    }
    let done = term.done?.day(today: session.today) ?? session.today
    var next = Expiry.Term(
      done: done,
      until: try term.end(of: kind, done: done, made: expiry.content.made, session), note: note)
    let paper = try term.apply(to: &next, session)
    let lines = try session.perform(.expiry(.act(expiry.id, .renew(next))), scan: paper)
    try session.answerExpiry(lines, json: act.json)
  }
}

/// Keeps a thing no more.
struct ExpiryRetire: ParsableCommand {
  static let configuration = about(
    "retire", zh: "停管：报废、转出或不再需要", en: "keep it no more: scrapped, handed on, not needed")

  @OptionGroup var act: ExpiryActOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws {
    let session = try Session(act.options)
    let command = Command.expiry(.act(Identifier(act.id), .retire(reason: reason)))
    try session.answerExpiry(session.perform(command), json: act.json)
  }
}

/// Enters what a table holds.
struct ExpiryImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Bilingual(zh: "从 CSV 导入到期事项", en: "import things that end from CSV")[
      Speech.language],
    discussion: Bilingual(
      zh: "第一行是表头：种类、名称、场所、数量、责任人、出厂日期、检验日期、有效期至、证号、办理单位、备注，"
        + "种类和名称必有。不填有效期就按种类的周期推算。有一行不对就一条也不导入；再次导入同一个文件，已有的不会重复。",
      en:
        "The first line is the heading: kind, name, place, count, person, made, done, until, "
        + "document, by, note; kind and name are needed. Without an end the kind's interval gives "
        + "it. One wrong line and nothing is imported; what was imported before is not entered "
        + "twice.")[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "CSV 文件", en: "a CSV file")) var file: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let requests = try ExpiryFile.read(
      OfficeText.read(file), file: file, kinds: session.expiryBook().kinds,
      bureau: session.ledger.bureau(), today: session.today)
    let lines = try session.perform(.expiry(.add(requests, isImport: true)))
    try ImportAnswer(lines, of: .expiry, among: requests.count).tell(
      json: json, in: session.language)
  }
}

/// What an import did; the keys are fixed, others script against them.
struct ImportAnswer: Encodable {
  /// The numbers entered.
  var imported: [String]
  /// How many were there already.
  var known: Int

  /// - Parameters:
  ///   - lines: What was written; of each thing the line that begins it.
  ///   - count: How many the file has.
  init(_ lines: [Happening], of kind: Subject.Kind, among count: Int) {
    imported = lines.map(\.subject).filter { $0.kind == kind }.map(\.id)
    known = count - imported.count
  }

  /// Prints it, as JSON where that is asked.
  func tell(json: Bool, in language: Language) throws {
    if json { return try Output.json(self) }
    Output.line(Self.said(imported, known: known)[language])
  }

  private static func said(_ numbers: [String], known: Int) -> Bilingual {
    let ends = [numbers.first, numbers.count > 1 ? numbers.last : nil].compactMap(\.self)
    let zh = ends.joined(separator: Bilingual(zh: "至", en: "").zh)
    let en = ends.joined(separator: " to ")
    return Bilingual(
      zh: "导入 \(numbers.count) 条\(zh.isEmpty ? "" : "（\(zh)）")，已有 \(known) 条没有重复登记。",
      en: "Imported \(numbers.count)\(en.isEmpty ? "" : " (\(en))"); known already: \(known).")
  }
}
