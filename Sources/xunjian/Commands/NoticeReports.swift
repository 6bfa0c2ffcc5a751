import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// A rectification notice on paper.
struct NoticeReport: ParsableCommand {
  static let configuration = about(
    "notice", zh: "隐患整改通知书，两联带回执和存根",
    en: "a rectification notice in two copies, with receipt and stub")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "通知书的文号或登记号", en: "the notice's number")) var notice: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let notice = try session.notice(notice)
    try output.send(
      session.paper(of: notice), json: RectificationNoticeJSON(notice), on: session.today)
  }
}

/// The answer to a rectification notice on paper.
struct ReplyReport: ParsableCommand {
  static let configuration = about(
    "reply", zh: "整改回执，逐项", en: "the answer to a rectification notice, line by line")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "通知书的文号或登记号", en: "the notice's number")) var notice: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let notice = try session.notice(notice)
    try output.send(
      session.reply(to: notice), json: RectificationNoticeJSON(notice), on: session.today)
  }
}

/// The reply to an authority about all hazards that came with its document.
struct LetterReport: ParsableCommand {
  static let configuration = about(
    "letter", zh: "整改复函，答复来文机关", en: "the reply to an authority, on its document's hazards")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "来文文号", en: "the number of the authority's document"))
  var document: String
  @Option(help: help(zh: "主送机关；不填则取来文中的", en: "to whom; else as the document names it"))
  var to: String?
  @OptionGroup var number: NumberOption
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let source = try session.sourceDocument(Wording.text(document))
    var heading = AuthorityLetter.Heading(
      source: source.number, addressee: try to.map(Wording.text))
    heading.number = try number.text(of: .letter, about: source.number, session)
    try output.send(
      session.letter(heading, about: source.hazards),
      json: LetterJSON(heading, source.hazards, on: session.today), on: session.today)
  }
}

/// The letter to an authority in JSON.
struct LetterJSON: Encodable {
  var document: String
  /// Its own number; null where it is left blank.
  @Nullable var number: String?
  var hazards: [HazardJSON]

  init(_ heading: AuthorityLetter.Heading, _ hazards: [Hazard], on day: Day) {
    document = heading.source
    number = heading.number
    self.hazards = hazards.map { HazardJSON($0, on: day) }
  }
}

extension Session {
  /// The one document that words name, with the hazards that came with it.
  ///
  /// - Throws: ``ShellError`` where there is none, or are several.
  func sourceDocument(_ words: String) throws -> SourceDocument {
    let found = try ledger.hazards(HazardFilter(states: .all)).documents(named: words)
    guard let document = found.first else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "没有随“\(words)”登记的隐患；来文文号见 hazard show。",
          en: "No hazard was registered with “\(words)”; hazard show has the documents."))
    }
    guard found.count == 1 else {
      let numbers = found.map(\.number)
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "“\(words)”对得上 \(found.count) 份来文，请写全文号：\(numbers.joined(separator: "；"))。",
          en: """
            “\(words)” fits \(found.count) documents; give the whole number: \
            \(numbers.joined(separator: "; ")).
            """))
    }
    return document
  }

  /// The letter to an authority about hazards.
  func letter(_ heading: AuthorityLetter.Heading, about hazards: [Hazard]) throws -> Document {
    AuthorityLetter.document(
      heading, hazards: hazards, bureau: try ledger.bureau(), today: today,
      templates: templates, language: language)
  }
}

extension Session {
  /// The hazards that a notice names, as they stand.
  func hazards(of notice: RectificationNotice) throws -> [Hazard] {
    try ledger.hazards(numbered: notice.content.lines.map(\.hazard))
  }

  /// A notice in its two copies.
  func paper(of notice: RectificationNotice) throws -> Document {
    RectificationNoticePaper.document(
      notice, hazards: try hazards(of: notice), bureau: try ledger.bureau(),
      templates: templates, language: language)
  }

  /// The answer to a notice, line by line.
  func reply(to notice: RectificationNotice) throws -> Document {
    RectificationReply.document(
      notice, hazards: try hazards(of: notice), bureau: try ledger.bureau(),
      templates: templates, language: language)
  }
}
