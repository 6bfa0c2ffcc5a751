import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

extension Expiry.State: ExpressibleByArgument {}

/// What ends, the soonest first.
struct ExpiryList: ParsableCommand {
  static let configuration = about(
    "list", zh: "列出到期事项，最早到期的在前", en: "list what ends, the soonest first")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "只列这个种类", en: "only those of this kind")) var kind: String?
  @Option(help: help(zh: "只列这个场所", en: "only those at this place")) var place: String?
  @Option(help: help(zh: "只列这个责任人的", en: "only those a person sees to")) var person: String?
  @Option(help: help(zh: "状态", en: "the state")) var state: Expiry.State?
  @Option(parsing: .unconditional, help: help(zh: "到这一天为止到期的", en: "those that end by this day"))
  var to: TypedDay?
  @Flag(help: help(zh: "停管的也列", en: "retired ones too")) var all = false
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, today) = (session.language, session.today)
    let book = try session.expiryBook()
    let kind = try kind.map(book.kind(named:))?.id
    let (place, person) = (try place.map(session.place)?.id, try person.map(session.person)?.id)
    let last = to?.day(today: today)
    let shown = book.expiries.filter { expiry in
      let content = expiry.content
      return (state.map { expiry.state(on: today) == $0 } ?? (all || expiry.stands))
        && (kind == nil || content.kind == kind) && (place == nil || content.place == place)
        && (person == nil || content.person == person) && (last.map { expiry.until <= $0 } ?? true)
    }
    let bureau = try session.ledger.bureau()
    try output.print(
      shown.map { ExpiryJSON($0, on: today) },
      keys: [
        "id", "until", "daysLeft", "kind", "name", "place", "count", "person", "done", "document",
        "state",
      ],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "有效期至", en: "Until"),
        Bilingual(zh: "剩余天数", en: "Days left"), Bilingual(zh: "种类", en: "Kind"),
        Bilingual(zh: "名称", en: "Name"), Bilingual(zh: "场所", en: "Place"),
        Bilingual(zh: "数量", en: "Count"), Bilingual(zh: "责任人", en: "Person"),
        Bilingual(zh: "检验日期", en: "Done"), Bilingual(zh: "证号", en: "Document"),
        Bilingual(zh: "状态", en: "State"),
      ],
      rows: shown.map { expiry in
        let (content, state) = (expiry.content, expiry.state(on: today))
        return [
          expiry.id.rawValue, expiry.until.description, "\(expiry.until - today)",
          output.isForPeople
            ? book.kind(content.kind)?.name[language] ?? "" : content.kind.rawValue, content.name,
          content.place.map { bureau.name($0) } ?? "", "\(content.count)",
          bureau.name(content.person), content.term.done?.description ?? "",
          content.term.document ?? "",
          output.isForPeople ? state.mark + state.name[language] : state.rawValue,
        ]
      })
  }
}

/// One thing with its stretches of validity.
struct ExpiryShow: ParsableCommand {
  static let configuration = about("show", zh: "看一个到期事项", en: "show a thing that ends")

  @OptionGroup var act: ExpiryActOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let expiry = try session.expiry(act.id)
    if act.json { return try Output.json(ExpiryJSON(expiry, on: session.today)) }
    let kind = try session.expiryBook().kind(expiry.content.kind)
    Output.line("\(expiry.id)  \(kind?.name[language] ?? "")  \(expiry.content.name)")
    for line in ExpiryText.lines(expiry, kind, bureau, on: session.today) {
      Output.line(line[language])
    }
    for entry in try session.ledger.timeline(.expiry(expiry.id)) {
      guard case .expiry(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      let note = event.note.map { "  " + $0 } ?? ""
      Output.line("  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])\(note)")
    }
  }
}

/// A thing that ends in JSON; the keys are fixed, others script against them.
struct ExpiryJSON: Encodable {
  struct Term: Encodable {
    @Nullable var done: Day?
    var until: Day
    @Nullable var document: String?
    @Nullable var by: String?
    @Nullable var note: String?
    @Nullable var file: String?
    var recorded: Day
    var recorder: Person.ID
  }

  var id: Expiry.ID
  var kind: ExpiryKind.ID
  var name: String
  @Nullable var place: Place.ID?
  var count: Int
  @Nullable var person: Person.ID?
  @Nullable var made: Day?
  @Nullable var done: Day?
  var until: Day
  var daysLeft: Int
  @Nullable var document: String?
  @Nullable var note: String?
  var state: Expiry.State
  @Nullable var reason: String?
  /// Oldest first; the last is in force.
  var terms: [Term]

  init(_ expiry: Expiry, on today: Day) {
    let content = expiry.content
    id = expiry.id
    kind = content.kind
    name = content.name
    place = content.place
    count = content.count
    person = content.person
    made = content.made
    done = content.term.done
    until = expiry.until
    daysLeft = expiry.until - today
    document = content.term.document
    note = content.note
    state = expiry.state(on: today)
    reason = expiry.reason
    terms = expiry.terms.map { former in
      let term = former.term
      return Term(
        done: term.done, until: term.until, document: term.document, by: term.by, note: term.note,
        file: term.file?.name, recorded: former.step.day, recorder: former.step.person)
    }
  }
}

/// The list of what ends on paper.
struct ExpiriesReport: ParsableCommand {
  static let configuration = about(
    "expiries", zh: "到期事项台账", en: "the register of what ends")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let (document, json) = try session.expiryRegister()
    try output.send(document, json: json, on: session.today)
  }
}

extension Session {
  /// The register of what ends, and what its JSON holds.
  func expiryRegister() throws -> (document: Document, json: any Encodable) {
    let book = try expiryBook()
    return (
      ExpiryRegister.document(book, bureau: try ledger.bureau(), on: today, language: language),
      book.expiries.filter(\.stands).map { ExpiryJSON($0, on: today) }
    )
  }
}
