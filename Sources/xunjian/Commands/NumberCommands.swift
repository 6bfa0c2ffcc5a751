import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger

/// `--number`: what a letter or a report bears as its number.
struct NumberOption: ParsableArguments {
  @Option(
    help: help(
      zh: "文号：auto 由台账按年编（同一份再印不变），new 另取一个；或写文号、序号；不填则留空",
      en: """
        its number: auto takes the next of the year, the same for the same document; new takes another; \
        else the number or its place in the year; left blank without
        """))
  var number: String?

  /// The number that a document bears; nil for none.
  func text(
    of document: DocumentNumber.Kind, about: String, _ session: Session
  ) throws -> String? {
    guard let number else { return nil }
    switch number {
    case "auto": return try session.number(of: document, about: about)
    case "new":
      return try session.draw(DocumentNumberRequest(document, about: about, isAnother: true))
    case _:
      let rule = try session.ledger.bureau().organization.paperRule
      return rule.number(typed: try Wording.text(number), of: session.today.year)
    }
  }
}

extension Session {
  /// The number that a document bears already, or else the next of the year.
  func number(of document: DocumentNumber.Kind, about: String) throws -> String {
    func former() throws -> String? {
      try ledger.documentNumbers().last { $0.isOf(document, about: about) }?.content.number
    }
    if let former = try former() { return former }
    do {
      return try draw(DocumentNumberRequest(document, about: about))
    } catch DocumentNumberError.drawnAlready(let number) {
      // Another program was faster.
      return try former() ?? number
    }
  }

  /// Draws a number.
  func draw(_ request: DocumentNumberRequest) throws -> String {
    let lines = try perform(.drawNumber(request))
    guard case .number(.drawn(let content)) = lines.first?.event else { return "" }
    return content.number
  }

  /// The number that a text names.
  ///
  /// - Throws: ``DocumentNumberError/noSuchNumber(_:)``.
  func documentNumber(_ text: String) throws -> DocumentNumber {
    guard let number = try ledger.documentNumbers().last(where: { $0.isCalled(text) }) else {
      throw DocumentNumberError.noSuchNumber(text)
    }
    return number
  }
}

extension Document {
  /// The same with a number below its title.
  func bearing(_ number: String?) -> Document {
    guard let number else { return self }
    var document = self
    document.subtitle.insert(number, at: 0)
    return document
  }
}

/// The numbers of letters and reports.
struct NumbersReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "numbers",
    abstract: Bilingual(zh: "发文字号登记", en: "the numbers of letters and reports")[
      Speech.language],
    subcommands: [NumbersList.self, NumbersTake.self, NumbersWithdraw.self],
    defaultSubcommand: NumbersList.self)
}

/// Lists them.
struct NumbersList: ParsableCommand {
  static let configuration = about("list", zh: "列出发文字号", en: "list the numbers")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions
  @Option(help: help(zh: "年份；不填则今年", en: "the year; this one if left out")) var year: Int?

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let year = year ?? session.today.year
    let numbers = try session.ledger.documentNumbers().filter { $0.content.year == year }
    try output.print(
      numbers.map(DocumentNumberJSON.init), keys: DocumentNumberJSON.columns,
      heading: [
        Bilingual(zh: "登记号", en: "Entry"), Bilingual(zh: "文号", en: "Number"),
        Bilingual(zh: "文种", en: "Document"), Bilingual(zh: "事项", en: "About"),
        Bilingual(zh: "取号", en: "Drawn"), Bilingual(zh: "取号人", en: "By"),
        Bilingual(zh: "作废", en: "Withdrawn"),
      ],
      rows: numbers.map { number in
        [
          number.id.rawValue, number.content.number,
          number.content.document.name[session.language], number.content.about,
          number.drawn.day.description, bureau.name(number.drawn.person),
          number.withdrawn.map { "\($0.day) \(number.reason ?? "")" } ?? "",
        ]
      })
  }
}

/// Enters a number that was given outside the program, so that the next ones follow it.
struct NumbersTake: ParsableCommand {
  static let configuration = about(
    "take", zh: "登记已用的文号，以后接着编", en: "enter a number given outside; the next ones follow it")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "在今年的序号", en: "its place in this year's series")) var serial: Int
  @Option(
    name: .customLong("about"), help: help(zh: "用于哪份公文", en: "the document that bears it"))
  var subject: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let number = try session.draw(
      DocumentNumberRequest(.other, about: subject, serial: serial, isAnother: true))
    try session.answer(number, json: json)
  }
}

/// Withdraws a number; it is not given again.
struct NumbersWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "文号作废，不再使用", en: "withdraw a number for good")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "文号或登记号", en: "the number, or its entry")) var number: String
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let number = try session.documentNumber(number)
    try session.perform(.withdrawNumber(number.id, reason: reason))
    try session.answer(number.id.rawValue, json: json)
  }
}

extension Session {
  /// Says how a number stands now.
  fileprivate func answer(_ text: String, json: Bool) throws {
    let number = try documentNumber(text)
    if json { return try Output.json(DocumentNumberJSON(number)) }
    let withdrawn = Bilingual(zh: "  已作废", en: "  withdrawn")[language]
    Output.line(
      "\(number.content.number)  \(number.content.about)"
        + (number.withdrawn == nil ? "" : withdrawn))
  }
}

/// The number of a letter or a report in JSON; the keys are fixed, others script against them.
struct DocumentNumberJSON: Encodable {
  static let columns = ["entry", "number", "document", "about", "drawn", "by", "withdrawn"]

  /// Its name in the ledger, as `文2026-011`.
  var entry: DocumentNumber.ID
  var number: String
  var year: Int
  var serial: Int
  var document: DocumentNumber.Kind
  var about: String
  var drawn: Day
  var by: Person.ID
  @Nullable var withdrawn: Day?
  /// Why it was withdrawn.
  @Nullable var reason: String?

  init(_ number: DocumentNumber) {
    let content = number.content
    entry = number.id
    self.number = content.number
    (year, serial) = (content.year, content.serial)
    (document, about) = (content.document, content.about)
    (drawn, by) = (number.drawn.day, number.drawn.person)
    (withdrawn, reason) = (number.withdrawn?.day, number.reason)
  }
}
