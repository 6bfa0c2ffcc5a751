import Almanac
import ArgumentParser
import Domain

/// A span of years, both included; this year where none is given.
struct YearSpan: ParsableArguments {
  @Option(help: help(zh: "起年（今年）", en: "first year (this one)")) var from: Int?
  @Option(help: help(zh: "止年（同起年）", en: "last year (the first)")) var to: Int?

  /// - Throws: ``ShellError`` for years that are not known or out of order.
  func years(_ options: GlobalOptions) throws -> ClosedRange<Int> {
    let first = from ?? to ?? Clock(from: options.now).now.day.year
    let last = to ?? first
    guard first <= last, first >= 1990, last <= 2100 else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "年份须在 1990 至 2100 之间，且起年不晚于止年。",
          en: "Years run from 1990 to 2100, the first not after the last."))
    }
    return first...last
  }
}

/// A named day of a year, in a list of days.
private struct NamedDay {
  var year: Int
  var name: Bilingual
  var day: Day

  /// Prints days under a heading for the name: for programs the name is Chinese, as the field writes it.
  static func print(
    _ days: [NamedDay], heading: Bilingual, as output: ListOptions
  ) throws {
    let language = output.isForPeople ? Speech.language : .chinese
    let key = heading.en.lowercased()
    try output.print(
      days.map { day in
        Entry(key: key, name: day.name.zh, year: day.year, date: day.day)
      },
      heading: [
        Bilingual(zh: "年", en: "Year"), heading, Bilingual(zh: "日期", en: "Date"),
      ],
      rows: days.map { [String($0.year), $0.name[language], $0.day.description] })
  }

  private struct Entry: Encodable {
    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    var key: String
    var name: String
    var year: Int
    var date: Day

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(year, forKey: Key(stringValue: "year"))
      try fields.encode(name, forKey: Key(stringValue: key))
      try fields.encode(date, forKey: Key(stringValue: "date"))
    }
  }
}

/// The traditional festivals, in order of date.
struct FestivalsCommand: ParsableCommand {
  static let configuration = about("festivals", zh: "节日", en: "the festivals")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var span: YearSpan
  @OptionGroup var output: ListOptions

  func run() throws {
    let days = try span.years(options).flatMap { year in
      Festival.allCases
        .compactMap { festival in
          festival.day(in: year).map { NamedDay(year: year, name: festival.name, day: $0) }
        }
        .sorted { $0.day < $1.day }
    }
    try NamedDay.print(days, heading: Bilingual(zh: "节日", en: "Festival"), as: output)
  }
}

/// The 24 solar terms, in order of date.
struct TermsCommand: ParsableCommand {
  static let configuration = about("terms", zh: "节气", en: "the solar terms")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var span: YearSpan
  @OptionGroup var output: ListOptions

  func run() throws {
    let days = try span.years(options).flatMap { year in
      SolarTerm.allCases.compactMap { term in
        term.day(in: year).map { NamedDay(year: year, name: term.name, day: $0) }
      }
    }
    try NamedDay.print(days, heading: Bilingual(zh: "节气", en: "Term"), as: output)
  }
}

/// The days off by law, by the rule of the year, in order of date.
struct StatutoryCommand: ParsableCommand {
  static let configuration = about("statutory", zh: "法定节假日", en: "the days off by law")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var span: YearSpan
  @OptionGroup var output: ListOptions

  func run() throws {
    let days = try span.years(options).flatMap { year in
      StatutoryDay.days(in: year).map {
        NamedDay(year: year, name: $0.holiday.name, day: $0.day)
      }
    }
    try NamedDay.print(days, heading: Bilingual(zh: "节日", en: "Holiday"), as: output)
  }
}

/// The breaks of the seven holidays, by the notices loaded into the ledger where there is one.
struct BreaksCommand: ParsableCommand {
  static let configuration = about("breaks", zh: "假期", en: "the breaks")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var span: YearSpan
  @Flag(
    help: help(zh: "加一列：是否预排（yes/no）", en: "a column more: whether provisional, yes or no"))
  var provisional = false
  @OptionGroup var output: ListOptions

  func run() throws {
    let calendar = try Shipped.calendar(for: options)
    let breaks = try span.years(options).flatMap(calendar.breaks).filter(\.isRound)
    let language = output.isForPeople ? Speech.language : .chinese
    try output.print(
      breaks.map(BreakJSON.init), keys: columns.map(\.key), heading: columns.map(\.heading),
      rows: breaks.map { found in
        [
          found.name[language], found.firstOff.description, found.lastOff.description,
          found.lastWorkdayBefore.description, found.firstWorkdayAfter.description,
        ] + (provisional ? [mark(found)] : [])
      })
  }

  private func mark(_ found: Break) -> String {
    guard output.isForPeople else { return found.isProvisional ? "yes" : "no" }
    return found.isProvisional ? WorkCalendar.provisionalMark[Speech.language] : ""
  }

  private var columns: [(key: String, heading: Bilingual)] {
    let columns = [
      ("holiday", Bilingual(zh: "节日", en: "Holiday")),
      ("first_off", Bilingual(zh: "放假首日", en: "First off")),
      ("last_off", Bilingual(zh: "放假末日", en: "Last off")),
      ("last_working_before", Bilingual(zh: "节前最后上班日", en: "Last working before")),
      ("first_working_after", Bilingual(zh: "节后首个上班日", en: "First working after")),
    ]
    return columns + (provisional ? [("provisional", Bilingual(zh: "预排", en: "Provisional"))] : [])
  }
}

/// A break in JSON, with the keys of the columns.
private struct BreakJSON: Encodable {
  enum CodingKeys: String, CodingKey {
    case holiday
    case firstOff = "first_off"
    case lastOff = "last_off"
    case lastWorkingBefore = "last_working_before"
    case firstWorkingAfter = "first_working_after"
    case provisional
  }

  var holiday: String
  var firstOff: Day
  var lastOff: Day
  var lastWorkingBefore: Day
  var firstWorkingAfter: Day
  var provisional: Bool

  init(_ found: Break) {
    holiday = found.name.zh
    firstOff = found.firstOff
    lastOff = found.lastOff
    lastWorkingBefore = found.lastWorkdayBefore
    firstWorkingAfter = found.firstWorkdayAfter
    provisional = found.isProvisional
  }
}
