import Almanac
import ArgumentParser
import Domain

/// What fell short in a year besides what the rules find (自填的不足).
struct ShortcomingCommandGroup: ParsableCommand {
  static let configuration = about(
    "shortcoming", zh: "年度工作总结里自填的不足", en: "what fell short in a year, as stated for its report",
    [ShortcomingList.self, ShortcomingState.self, ShortcomingWithdraw.self])
}

/// A stated shortcoming in JSON; the keys are fixed, others script against them.
struct StatedShortcomingJSON: Encodable {
  var shortcoming: StatedShortcoming.ID
  var year: Int
  var text: String
  @Nullable var measure: String?
  var person: Person.ID
  var date: Day
  @Nullable var reason: String?

  init(_ shortcoming: StatedShortcoming) {
    self.shortcoming = shortcoming.id
    year = shortcoming.content.year
    text = shortcoming.content.text
    measure = shortcoming.content.measure
    person = shortcoming.stated.person
    date = shortcoming.stated.day
    reason = shortcoming.reason
  }
}

/// Those of a year.
struct ShortcomingList: ParsableCommand {
  static let configuration = about("list", zh: "列出一年自填的不足", en: "list those stated of a year")
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @Flag(help: help(zh: "连同已撤销的", en: "withdrawn ones too")) var all = false
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let year = year ?? session.today.year
    let found = try session.ledger.shortcomings().filter {
      $0.content.year == year && (all || $0.withdrawn == nil)
    }
    try output.print(
      found.map(StatedShortcomingJSON.init),
      keys: ["shortcoming", "year", "text", "measure", "person", "date"],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "年份", en: "Year"),
        Bilingual(zh: "不足", en: "What fell short"), Bilingual(zh: "下一年", en: "Next year"),
        Bilingual(zh: "填写人", en: "By"), Bilingual(zh: "填写日", en: "On"),
      ],
      rows: found.map { shortcoming in
        [
          shortcoming.id.rawValue, "\(shortcoming.content.year)", shortcoming.content.text,
          shortcoming.content.measure ?? "", bureau.name(shortcoming.stated.person),
          shortcoming.stated.day.description,
        ]
      })
  }
}

/// States one.
struct ShortcomingState: ParsableCommand {
  static let configuration = about("state", zh: "写一条不足", en: "state one")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "不足之处", en: "what fell short")) var text: String
  @Option(help: help(zh: "下一年怎么做", en: "what is meant to be done next year")) var measure: String?
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let lines = try session.perform(
      .shortcoming(
        .state(.init(year: year ?? session.today.year, text: text, measure: measure))))
    try session.answerShortcomings(lines, json: json)
  }
}

/// Takes one back.
struct ShortcomingWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "撤销一条自填的不足", en: "withdraw one")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 BZ2026-01", en: "its number, as BZ2026-01")) var id: String
  @Option(help: help(zh: "原因", en: "why")) var reason: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let lines = try session.perform(.shortcoming(.withdraw(Identifier(id), reason: reason)))
    try session.answerShortcomings(lines, json: json)
  }
}

extension Session {
  /// Says what became of the shortcomings that lines are about.
  fileprivate func answerShortcomings(_ lines: [Happening], json: Bool) throws {
    let ids = Set(lines.map(\.subject.id))
    let found = try ledger.shortcomings().filter { ids.contains($0.id.rawValue) }
    if json { return try Output.json(found.map(StatedShortcomingJSON.init)) }
    for case (let id, .shortcoming(let event)) in lines.map({ ($0.subject.id, $0.event) }) {
      let text = found.first { $0.id.rawValue == id }?.content.text ?? ""
      Output.line("\(id)  \(event.name[language])  \(text)")
    }
  }
}
