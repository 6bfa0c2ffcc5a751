import Almanac
import Testing

/// The notices of twenty years, against the table of what they arranged, which was made apart from them.
struct NoticeTests {
  /// The days that the table gives a year: off or worked.
  static func published(_ year: Int) throws -> [Day: HolidayFacts.Row.Kind] {
    kinds(try Fixtures.facts().rows(of: year))
  }

  static func kinds(_ rows: [HolidayFacts.Row]) -> [Day: HolidayFacts.Row.Kind] {
    Dictionary(uniqueKeysWithValues: rows.map { ($0.day, $0.kind) })
  }

  /// The years that no later notice changed.
  static let unamended = Array(2007...2026).filter { ![2015, 2019, 2020].contains($0) }

  @Test(arguments: unamended)
  func asArranged(year: Int) throws {
    let notice = try Notice(Fixtures.notice("\(year)"), year: year, known: HolidayFacts())
    #expect(notice.year == year)
    #expect(!notice.isAmendment)
    #expect(try Self.kinds(notice.rows) == Self.published(year))
    #expect(notice.rows.map(\.day) == notice.rows.map(\.day).sorted())
    #expect(notice.balance.isEven)
  }

  /// The holidays of each row too: a break of two has both.
  @Test(arguments: unamended)
  func holidaysOfEachDay(year: Int) throws {
    let notice = try Notice(Fixtures.notice("\(year)"), year: year, known: HolidayFacts())
    let table = try Fixtures.facts().rows(of: year)
    for (row, published) in zip(notice.rows, table) {
      #expect(Set(row.holidays) == Set(published.holidays), "\(row.day)")
    }
  }

  struct Amendment: Sendable {
    var year: Int
    var name: String
    var title: String
    var number: String
    /// Days of the amendment's own.
    var rows: Int
  }

  @Test(arguments: [
    Amendment(
      year: 2015, name: "2015-victory-day",
      title: "国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知",
      number: "国发明电〔2015〕1号", rows: 4),
    Amendment(
      year: 2019, name: "2019-labour-day", title: "国务院办公厅关于调整2019年劳动节假期安排的通知",
      number: "国办发明电〔2019〕3号", rows: 6),
    Amendment(
      year: 2020, name: "2020-spring-festival", title: "国务院办公厅关于延长2020年春节假期的通知",
      number: "国办发明电〔2020〕1号", rows: 11),
  ])
  func amended(_ row: Amendment) throws {
    let first = try Notice(Fixtures.notice("\(row.year)"), known: HolidayFacts())
    let known = HolidayFacts(rows: try first.arrangement(over: HolidayFacts()))
    #expect(try Self.kinds(known.rows) != Self.published(row.year))

    let later = try Notice(Fixtures.notice(row.name), known: known)
    #expect(later.year == row.year && later.isAmendment)
    #expect(later.title == row.title)
    #expect(later.number == row.number)
    #expect(later.rows.count == row.rows)
    let arranged = try later.arrangement(over: known)
    #expect(try Self.kinds(arranged) == Self.published(row.year))
    // Read once more over what it made of the year, it changes nothing.
    let facts = HolidayFacts(rows: arranged)
    #expect(
      try Notice(Fixtures.notice(row.name), known: facts).arrangement(over: facts) == arranged)
  }

  @Test func anAmendmentNeedsWhatItAmends() throws {
    #expect(throws: NoticeError.nothingToAmend(year: 2020)) {
      try Notice(Fixtures.notice("2020-spring-festival"), known: HolidayFacts())
    }
    let labour = try Notice(Fixtures.notice("2019-labour-day"), known: HolidayFacts())
    #expect(labour.rows.count == 6)
    #expect(throws: NoticeError.nothingToAmend(year: 2019)) {
      try labour.arrangement(over: HolidayFacts())
    }
  }

  @Test func headAndAdvice() throws {
    let old = try Notice(Fixtures.notice("2012"), known: HolidayFacts())
    #expect(old.title == "国务院办公厅关于2012年部分节假日安排的通知")
    #expect(old.number == "国办发明电〔2011〕45号")
    let bare = try Notice(Fixtures.notice("2024"), year: 2024, known: HolidayFacts())
    #expect(bare.title == nil && bare.number == nil)
    #expect(bare.advice.map(\.line) == [2])
    #expect(bare.advice.first?.text.hasPrefix("鼓励各单位") == true)
  }

  /// A row is called as the break is: its holidays in order of their dates.
  @Test func names() throws {
    let rows = try Notice(Fixtures.notice("2025"), year: 2025, known: HolidayFacts()).rows
    #expect(rows.first?.name.zh == "元旦")
    #expect(rows.last?.name.zh == "国庆+中秋")
    let other = try Notice(Fixtures.notice("2023"), known: HolidayFacts()).rows
    #expect(other.last?.name.zh == "中秋+国庆")
  }
}
