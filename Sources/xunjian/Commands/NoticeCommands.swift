import Almanac
import ArgumentParser
import Domain

/// A notice of the State Council named on the command line.
struct NoticeSource: ParsableArguments {
  @Argument(
    help: help(zh: "通知全文的文本文件，- 为标准输入", en: "a text file of the notice; - for standard input"))
  var file: String
  @Option(help: help(zh: "年份（通知里没有写明时）", en: "its year, where the notice does not say it"))
  var year: Int?

  /// - Throws: ``ShellError`` or `NoticeError`.
  func read(over known: HolidayFacts, isWhole: Bool = true) throws -> Notice {
    let bytes = try Files.read(file)
    guard let text = OfficeText.decoded(bytes) else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "\(file) 既不是 UTF-8 也不是 GB 18030 文本；请另存为 UTF-8 再试。",
          en: "\(file) is no text in UTF-8 or GB 18030; save it as UTF-8 and try again."))
    }
    return try Notice(text, year: year, known: known, isWhole: isWhole)
  }
}

/// Reads a notice and prints what it arranges, without changing anything.
struct NoticeCommand: ParsableCommand {
  static let configuration = about("notice", zh: "读放假通知", en: "read a notice")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var source: NoticeSource
  @OptionGroup var output: ListOptions

  func run() throws {
    let notice = try source.read(over: Shipped.calendar(for: options).facts, isWhole: false)
    let language = output.isForPeople ? Speech.language : .chinese
    try output.print(
      notice.rows.map(ArrangedDayJSON.init),
      keys: ["date", "kind", "holiday"],
      heading: [
        Bilingual(zh: "日期", en: "Date"), Bilingual(zh: "安排", en: "Arranged"),
        Bilingual(zh: "节日", en: "Holiday"),
      ],
      rows: notice.rows.map { row in
        [
          output.isForPeople
            ? "\(row.day) \(row.day.weekdayWord[language])" : row.day.description,
          output.isForPeople ? row.kind.name[language] : row.kind.rawValue, row.name[language],
        ]
      })
    if let remark = notice.remark { Output.error(remark) }
  }
}

extension HolidayFacts.Row.Kind {
  fileprivate var name: Bilingual {
    switch self {
    case .off: Bilingual(zh: "放假", en: "off")
    case .workday: Bilingual(zh: "上班", en: "workday")
    }
  }
}

/// A day that a notice arranges, in JSON.
private struct ArrangedDayJSON: Encodable {
  var date: Day
  var kind: HolidayFacts.Row.Kind
  var holiday: String

  init(_ row: HolidayFacts.Row) {
    date = row.day
    kind = row.kind
    holiday = row.name.zh
  }
}

/// Lists the notices loaded into the ledger.
struct NoticesCommand: ParsableCommand {
  static let configuration = about("notices", zh: "已载入的通知", en: "the notices loaded")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let bureau = try Session(options).ledger.bureau()
    try output.print(
      bureau.notices.map(LoadedNoticeJSON.init),
      keys: ["year", "loaded", "person", "number", "title"],
      heading: [
        Bilingual(zh: "年", en: "Year"), Bilingual(zh: "载入", en: "Loaded"),
        Bilingual(zh: "经办人", en: "By"), Bilingual(zh: "文号", en: "Number"),
        Bilingual(zh: "通知", en: "Notice"),
      ],
      rows: bureau.notices.map { notice in
        [
          String(notice.arrangement.year), notice.at.description, bureau.name(notice.person),
          notice.arrangement.number ?? "", notice.arrangement.title ?? "",
        ]
      })
  }
}

/// A loaded notice in JSON.
private struct LoadedNoticeJSON: Encodable {
  var year: Int
  var loaded: Moment
  var person: Person.ID
  @Nullable var title: String?
  @Nullable var number: String?
  var amendment: Bool
  var text: String

  init(_ notice: LoadedNotice) {
    year = notice.arrangement.year
    loaded = notice.at
    person = notice.person
    title = notice.arrangement.title
    number = notice.arrangement.number
    amendment = notice.arrangement.isAmendment
    text = notice.arrangement.text
  }
}
