import Almanac
import Testing

/// The same notice in the forms that printing, typing and pasting give it.
struct NoticeFormTests {
  struct Form: Sendable {
    var name: String
    var change: @Sendable (String) -> String
  }

  static let forms = [
    Form(name: "on one line") { $0.filter { !$0.isNewline } },
    Form(name: "spaces everywhere") { $0.map { "\($0) " }.joined() },
    Form(name: "CRLF") { $0.replacing("\n", with: "\r\n") },
    Form(name: "full-width digits") { text in
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            (48...57).contains(scalar.value)
              ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
          }))
    },
    Form(name: "half-width marks") { text in
      [("，", ","), ("。", "."), ("：", ": "), ("（", "("), ("）", ")"), ("；", ";")].reduce(text) {
        $0.replacing($1.0, with: $1.1)
      }
    },
    Form(name: "no numbers") { text in numbers(text) { _ in "" } },
    Form(name: "Arabic numbers") { text in numbers(text) { "\($0). " } },
    Form(name: "numbers in parentheses") { text in
      numbers(text) { "（\(Array("一二三四五六七")[$0 - 1])）" }
    },
    Form(name: "circled numbers") { text in
      numbers(text.replacing("一、元", with: "①元")) { "\(Array("①②③④⑤⑥⑦")[$0 - 1])" }
    },
    Form(name: "numbers in one character") { text in
      numbers(text.replacing("一、元", with: "㈠元")) { "\(Array("㈠㈡㈢㈣㈤㈥㈦")[$0 - 1])" }
    },
    Form(name: "who edited the page, above the signature") {
      $0.replacing("国务院办公厅\n2025", with: "责任编辑：张三\n国务院办公厅\n2025")
    },
    Form(name: "who edited the page, the signature on one line") {
      $0.replacing("国务院办公厅\n2025", with: "责任编辑：张三\n国务院办公厅 2025")
    },
    Form(name: "a list with dashes") { text in numbers(text) { _ in "- " } },
    Form(name: "weekdays in full") { $0.replacing("周日", with: "星期天").replacing("周", with: "星期") },
    Form(name: "em dash") { $0.replacing("至", with: "—") },
    Form(name: "wave") { $0.replacing("至", with: "～") },
    Form(name: "double dash") { $0.replacing("至", with: "——") },
    Form(name: "no full stops at the end of lines") { $0.replacing("。\n", with: "\n") },
    Form(name: "square brackets") { $0.replacing("（", with: "[").replacing("）", with: "]") },
    Form(name: "quotation marks") { $0.replacing("劳动节：", with: "“五一”国际劳动节：") },
    Form(name: "both months") { $0.replacing("1日（周四）至3日", with: "1日（周四）至1月3日") },
    Form(name: "the year in the heading") { $0.replacing("元旦：", with: "2026年元旦放假安排：") },
    Form(name: "radicals for day and month") {
      $0.replacing("日", with: "⽇").replacing("月", with: "⽉")
    },
  ]

  private static func numbers(_ text: String, _ mark: (Int) -> String) -> String {
    zip(1..., "一二三四五六七").reduce(text) { text, number in
      text.replacing("\n\(number.1)、", with: "\n" + mark(number.0))
    }
  }

  private static let head = """
    国务院办公厅关于2026年
    部分节假日安排的通知
    国办发明电〔2025〕7号

    各省、自治区、直辖市人民政府，国务院各部委、各直属机构：

    经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。

    """

  private static let foot = """
    节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置。

    国务院办公厅
    2025年11月4日
    （此件公开发布）
    """

  @Test func everyForm() throws {
    let text = Self.head + (try Fixtures.notice("2026")) + Self.foot
    let published = try NoticeTests.published(2026)
    for form in Self.forms {
      let changed = form.change(text)
      #expect(changed != text, "\(form.name)")
      let notice = try Notice(changed, known: HolidayFacts())
      #expect(NoticeTests.kinds(notice.rows) == published, "\(form.name)")
    }
  }

  /// Line breaks wherever a window's edge put them.
  @Test(arguments: [2007, 2024, 2026])
  func everyWidth(year: Int) throws {
    let text = Array(try Fixtures.notice("\(year)").filter { !$0.isNewline })
    let published = try NoticeTests.published(year)
    for width in stride(from: 5, through: 45, by: 3) {
      let wrapped = text.enumerated().reduce(into: "") { wrapped, next in
        if next.offset.isMultiple(of: width) { wrapped += "\n" }
        wrapped.append(next.element)
      }
      let rows = try Notice(wrapped, year: year, known: HolidayFacts()).rows
      #expect(NoticeTests.kinds(rows) == published, "\(width)")
    }
  }

  struct Part: Sendable {
    var text: String
    var year: Int?
    var days: String
  }

  /// What is no whole notice is read as far as it goes; worked out by hand.
  @Test(arguments: [
    Part(
      text: "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。", year: 2026,
      days: "01-01 01-02 01-03 01-04w"),
    Part(
      text: "五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n六、中秋节：9月25日至27日放假，共3天。",
      year: 2026, days: "06-19 06-20 06-21 09-25 09-26 09-27"),
    // 2027 is not arranged yet: 1 May is a Saturday.
    Part(
      text: "关于2027年劳动节放假安排的通知\n劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。",
      days: "04-25w 05-01 05-02 05-03 05-04 05-05"),
    Part(text: "2027年\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。", days: "01-01 01-02 01-03"),
    Part(text: "2027年\n元旦：1月1日（周五）放假，与周末连休。", days: "01-01 01-02 01-03"),
  ])
  func aPart(_ row: Part) throws {
    let notice = try Notice(row.text, year: row.year, known: Fixtures.facts(), isWhole: false)
    let days = notice.rows.map { $0.day.monthAndDay + ($0.kind == .workday ? "w" : "") }
    #expect(days.joined(separator: " ") == row.days)
    #expect(notice.isAmendment && notice.remark == nil)
  }

  struct Sentence: Sendable {
    var text: String
    /// As `05-01 05-02 … 05-09w`.
    var days: String
  }

  /// Ways of saying one break, of a year that was arranged before; worked out by hand.
  @Test(arguments: [
    Sentence(text: "劳动节：5月1日（周五）放假，与周末连休。", days: "05-01 05-02 05-03"),
    Sentence(text: "劳动节：5月1日至3日放假，共3天", days: "05-01 05-02 05-03"),
    Sentence(
      text: "劳动节：5月1日至5日（周五至周二）放假调休，共五天。5月9日星期六上班。",
      days: "05-01 05-02 05-03 05-04 05-05 05-09w"),
    Sentence(
      text: "将2026年劳动节假期调整为5月1日至6日，共6天。4月26日、5月9日上班（星期日、星期六）。",
      days: "04-26w 05-01 05-02 05-03 05-04 05-05 05-06 05-09w"),
    Sentence(
      text: "劳动节：5月1日至5日放假，5月9日（星期六）公休日调至5月5日（星期二）。",
      days: "05-01 05-02 05-03 05-04 05-05 05-09w"),
    Sentence(text: "端午节：6月19日放假1天。", days: "06-19 06-20 06-21"),
    Sentence(text: "清明节：4月5日放假，4月6日（周一）补休，共3天。", days: "04-04 04-05 04-06"),
    Sentence(
      text: "延长2026年春节假期至2月24日，2月25日（星期三）起正常上班。",
      days: "02-14w 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 02-24 02-28w"),
    Sentence(
      text: "春节假期延长至2月25日（农历正月初九）",
      days: "02-14w 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 02-24 02-25 02-28w"),
    Sentence(
      text: "经国务院批准，中秋节9月25日至27日放假。2月9日0时至24时小型客车免收通行费。",
      days: "09-25 09-26 09-27"),
  ])
  func oneBreak(_ row: Sentence) throws {
    let notice = try Notice(row.text, year: 2026, known: Fixtures.facts())
    let days = notice.rows.map { $0.day.monthAndDay + ($0.kind == .workday ? "w" : "") }
    #expect(days.joined(separator: " ") == row.days)
  }
}
