import Almanac
import ArgumentParser
import Domain

/// Enters that a person stands in for another between two days, or ends it.
struct PersonDeputy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deputy",
    abstract: Bilingual(zh: "登记代理人", en: "let one person stand in for another")[Speech.language],
    discussion: Bilingual(
      zh: """
        从起日到止日（都算在内），代理人可以办被代理人凭角色能办的事；被代理人作为整改责任人的事不在内，\
        两人中任一人整改的隐患也不能由代理人复查或销号。记录写明两个人：甲（代乙）。
        """,
      en: """
        From the first day to the last, both included, the deputy may do what the other may by role: \
        not what is theirs as the one assigned, and neither verify nor close what either of the two \
        mended. The record names both.
        """)[Speech.language])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "代理人（编号或姓名）", en: "the deputy: an id or a name")) var id: String
  @Option(name: .customLong("for"), help: help(zh: "被代理人", en: "who is stood in for"))
  var other: String
  @Option(parsing: .unconditional, help: help(zh: "起日（今天）", en: "the first day (today)"))
  var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "止日，含当天", en: "the last day, included"))
  var to: TypedDay?
  @Flag(help: help(zh: "现在结束", en: "end it now")) var end = false

  func validate() throws {
    guard end != (to != nil), !end || from == nil else {
      throw ValidationError(
        Bilingual(
          zh: "登记代理要写 --to，结束代理只写 --end。", en: "Give --to to enter it, or --end alone to end it.")[
            Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    let deputy = try session.person(id)
    let other = try session.person(other)
    let today = session.today
    guard let last = to?.day(today: today) else {
      try session.perform(.deputy(deputy.id, .end(for: other.id)))
      let ended = Bilingual(
        zh: "\(deputy.name)不再代理\(other.name)。",
        en: "\(deputy.name) is no deputy of \(other.name) any more.")
      return Output.line(ended[session.language])
    }
    let deputyship = Deputyship(for: other.id, from: from?.day(today: today) ?? today, to: last)
    try session.perform(.deputy(deputy.id, .appoint(deputyship)))
    Output.line(
      "\(deputy.name)  \(deputyship.words(try session.ledger.bureau())[session.language])")
  }
}

/// Lists who stands in for whom and when, past ones too.
struct PersonDeputies: ParsableCommand {
  static let configuration = about("deputies", zh: "列出代理", en: "list who stands in for whom")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  /// One of them in JSON.
  private struct Row: Encodable {
    var person: Person.ID
    var `for`: Person.ID
    var from: Day
    var to: Day
    var state: String
  }

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let all = bureau.persons.flatMap { person in person.deputyFor.map { (person, $0) } }
      .sorted { ($0.1.from, $0.0.id) < ($1.1.from, $1.0.id) }
    try output.print(
      all.map { person, deputyship in
        Row(
          person: person.id, for: deputyship.person, from: deputyship.from, to: deputyship.to,
          state: deputyship.state(on: session.today).key)
      },
      heading: [
        Bilingual(zh: "代理人", en: "Deputy"), Bilingual(zh: "被代理人", en: "For"),
        Bilingual(zh: "起", en: "From"), Bilingual(zh: "止", en: "To"),
        Bilingual(zh: "状态", en: "State"),
      ],
      rows: all.map { person, deputyship in
        let state = deputyship.state(on: session.today)
        return [
          output.isForPeople ? person.name : person.id.rawValue,
          output.isForPeople ? bureau.name(deputyship.person) : deputyship.person.rawValue,
          deputyship.from.description, deputyship.to.description,
          output.isForPeople ? state.name[session.language] : state.key,
        ]
      })
  }
}

extension Deputyship {
  /// Who is stood in for and when.
  func words(_ bureau: Bureau) -> Bilingual {
    let name = bureau.name(person)
    return Bilingual(zh: "代\(name) \(from) 至 \(to)", en: "for \(name) \(from) to \(to)")
  }

  /// How it stands on a day, as programs and as people are told.
  fileprivate func state(on day: Day) -> (key: String, name: Bilingual) {
    if contains(day) { return ("current", Bilingual(zh: "代理中", en: "now")) }
    return from > day
      ? ("upcoming", Bilingual(zh: "未开始", en: "to come"))
      : ("past", Bilingual(zh: "已结束", en: "over"))
  }
}
