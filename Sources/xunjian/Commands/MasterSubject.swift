import Almanac
import ArgumentParser
import Domain

/// Master data that commands show, change and end in the same way.
protocol MasterSubject: Encodable, Sendable {
  var idText: String { get }
  var name: String { get }
  /// The last day on which it counts.
  var to: Day? { get set }
  var data: MasterData { get }
  static func find(_ text: String, in session: Session) throws -> Self
  static func ids(in bureau: Bureau) -> [String]
}

extension MasterSubject {
  /// Records it as it is now, and says so.
  func write(_ session: Session) throws {
    try session.perform(.set(data))
    let end = to.map { "  - \($0)" } ?? ""
    Output.line("\(idText)  \(name)\(end)")
  }

  /// - Throws: ``SetupError/duplicate(_:)`` where a subject of that id stands already.
  static func refuseTaken(_ id: String, in session: Session) throws {
    if try ids(in: session.ledger.bureau()).contains(id) { throw SetupError.duplicate(id) }
  }
}

extension Place: MasterSubject {
  var idText: String { id.rawValue }
  var data: MasterData { .place(self) }
  static func find(_ text: String, in session: Session) throws -> Place { try session.place(text) }
  static func ids(in bureau: Bureau) -> [String] { bureau.places.map(\.id.rawValue) }
}

extension Person: MasterSubject {
  var idText: String { id.rawValue }
  var data: MasterData { .person(self) }
  static func find(_ text: String, in session: Session) throws -> Person {
    try session.person(text)
  }
  static func ids(in bureau: Bureau) -> [String] { bureau.persons.map(\.id.rawValue) }
}

extension Section: MasterSubject {
  var idText: String { id.rawValue }
  var data: MasterData { .section(self) }
  static func find(_ text: String, in session: Session) throws -> Section {
    try session.section(text)
  }
  static func ids(in bureau: Bureau) -> [String] { bureau.sections.map(\.id.rawValue) }
}

/// Shows one subject whole, as JSON.
struct MasterShow<Subject: MasterSubject>: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("show", zh: "查看一个", en: "show one")
  }
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws { try Output.json(Subject.find(id, in: Session(options))) }
}

/// Ends a subject: it counts no more after today and stays on record.
struct MasterClose<Subject: MasterSubject>: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("close", zh: "停用", en: "end it after today")
  }
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws {
    let session = try Session(options)
    var subject = try Subject.find(id, in: session)
    subject.to = session.today
    try subject.write(session)
  }
}
