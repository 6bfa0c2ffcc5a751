import Almanac
import Canvas
import Reports
import Testing

@testable import Domain

/// The papers before a break of the small office, with a vehicle, a key place and the two usual rounds.
@Suite struct HolidaySetTests {
  /// 2026's Spring Festival as its notice has it: off 15 to 23 February, worked on Saturdays 14 and 28.
  private static let facts = HolidayFacts(
    rows: (15...23).map { .init(Day(2026, 2, $0), .off, holidays: [.springFestival], year: 2026) }
      + [14, 28].map {
        .init(Day(2026, 2, $0), .workday, holidays: [.springFestival], year: 2026)
      })

  private static func office(_ language: Language) -> Bureau {
    let office = SmallOffice(language: language, isPractice: true)
    var bureau = office.bureau
    bureau.calendar = WorkCalendar(facts: facts)
    bureau.places[3].keyReason = office.name(Bilingual(zh: "档案", en: "files"))
    bureau.places.append(
      Place(id: "car", name: office.name(Bilingual(zh: "粤A00001", en: "Car 1")), kind: .vehicle))
    bureau.places.append(Place(id: "old", name: "old", kind: .vehicle, to: Day(2025, 6, 1)))
    bureau.plans = [
      ("before", Bilingual(zh: "节前排查", en: "pre-holiday check"), 3),
      ("leaving", Bilingual(zh: "离岗关闭检查", en: "leaving check"), 1),
    ].map { id, title, lead in
      PlanHistory(
        Plan(
          id: Identifier(id), title: title, trigger: Trigger(.preholiday, lead: lead),
          uses: [Plan.Use("list")], scope: .kinds([.office]), from: Day(2025, 1, 1)),
        recorded: Day(2025, 1, 1))
    }
    return bureau
  }

  private static func document(
    _ key: String, _ language: Language, walked: Set<Place.ID> = [], hazards: [Hazard] = []
  ) throws -> Document {
    let bureau = office(language)
    let year = try #require(Int(key.prefix(4)))
    let holiday = try #require(bureau.calendar.breaks(in: year).first { $0.key == key })
    let small = SmallOffice(language: language)
    let walks = walked.map { place in
      small.walk("before", place, key, holiday.lastWorkdayBefore, by: ["chen"])
    }
    let book = RoundBook(
      bureau: bureau,
      fulfilments: Dictionary(
        uniqueKeysWithValues: walks.map { ($0.occurrence, Fulfilment($0)) }), notes: [:],
      drafts: [:])
    let eve = holiday.lastWorkdayBefore
    let rounds = book.rounds(in: (eve - 20)...eve, on: eve).filter { $0.id.period == key }
    return HolidaySet.document(
      of: holiday,
      walks: rounds.map { round in
        HolidaySet.Walk(round: round, forms: round.rooms.map { form($0.place, bureau) })
      }, hazards: hazards, bureau: bureau, today: eve, templates: .shipped, language: language)
  }

  private static func form(_ place: Place, _ bureau: Bureau) -> BlankForms.Form {
    BlankForms.Form(
      place: place, section: bureau.section(place.section),
      questionnaire: Questionnaire(
        plan: Plan(
          id: "leaving", title: Bilingual(verbatim: ""), trigger: Trigger(.preholiday),
          uses: [Plan.Use("list")]),
        checklists: ["list": ChecklistVersion(hash: "h1", content: SmallOffice.checklist)],
        place: place, isOncePlace: false),
      number: "0042-\(place.id)-7")
  }

  private func table(under heading: String, in document: Document, _ index: Int = 0) throws
    -> Document.Table
  {
    let start = try #require(document.blocks.firstIndex(of: .heading(heading)))
    let tables = document.blocks[start...].compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
    return try #require(tables.dropFirst(index).first)
  }

  @Test func coverWithDaysAndContents() throws {
    let document = try Self.document("2026-spring-festival", .chinese, walked: ["301"])

    #expect(document.title == "示例区统计局2026年春节节前工作套表")
    #expect(document.subtitle == ["2月15日（周日）至2月23日（周一）放假，共9天"])
    #expect(document.running == "严禁录入涉密信息  演练")
    #expect(
      document.tables[0].rows == [
        ["春节节前排查", "2月12日（周四）前完成，已检1/3"],
        ["春节离岗关闭检查", "2月14日（周六）前完成，已检0/3"],
        ["节前最后上班日", "2月14日（周六）"],
        ["放假", "2月15日（周日）至2月23日（周一）放假，共9天"],
        ["调休上班", "2月14日（周六）、2月28日（周六）"],
        ["节后首个上班日", "2月24日（周二）"],
      ])
    #expect(
      document.tables[1].rows.map { $0[0] } == [
        "一、2026年春节放假安全告知书", "二、春节节前排查空白表", "三、春节离岗关闭检查空白表", "四、值班表",
        "五、车辆封存登记表", "六、钥匙交接单", "七、未销号隐患与防范",
      ])
    #expect(document.blocks.count { $0 == .pageBreak } == 7)
    #expect(document.headings.filter { $0.contains("表号") }.count == 5)
  }

  @Test func whatStaffAreTold() throws {
    let known = try Self.document("2026-spring-festival", .chinese)
    #expect(
      known.paragraphs.contains(
        "2026年春节：2月15日（周日）至2月23日（周一）放假，共9天，2月24日（周二）上班。"
          + "调休上班：2月14日（周六）、2月28日（周六）。"))
    let points = try table(under: "一、2026年春节放假安全告知书", in: known)
    #expect(
      points.rows == [
        ["1", "插座、插头无松动", "□"]
      ])
    let read = try table(under: "一、2026年春节放假安全告知书", in: known, 1)
    #expect(read.rows == [["综合科", "", ""], ["统计科", "", ""]])

    let provisional = try Self.document("2027-new-year", .chinese)
    #expect(provisional.subtitle == ["1月1日（周五）至1月3日（周日）放假，共3天　[预排]"])
    #expect(
      provisional.paragraphs.contains { $0.hasPrefix("2026年12月31日（周四）下班离岗前") })
    #expect(provisional.running == "严禁录入涉密信息  演练  [预排]")
    #expect(
      provisional.paragraphs.contains { words in
        words.hasPrefix("2027年元旦：1月1日（周五）至1月3日（周日）放假，共3天，1月4日（周一）上班。")
          && words.contains("待放假通知发布后确定") && words.contains("以国务院办公厅放假通知为准")
      })
  }

  @Test func sheetsToBeFilledInByHand() throws {
    let document = try Self.document("2026-spring-festival", .chinese)
    let roster = try table(under: "四、值班表", in: document)
    #expect(roster.rows.count == 9)
    #expect(roster.rows[0] == ["2026-02-15\n周日", "", "", "", "", ""])
    #expect(roster.columns.map(\.title).filter { $0.hasPrefix("带班领导") }.count == 2)

    let vehicles = try table(under: "五、车辆封存登记表", in: document)
    #expect(vehicles.rows.map { $0[0].prefix(7) } == ["粤A00001"])
    let keys = try table(under: "六、钥匙交接单", in: document)
    #expect(keys.rows.map { $0[0].prefix { !$0.isWhitespace } } == ["档案室", "", "", "", ""])
  }

  /// 001 is guarded and watched, 004 is not; the closed ones are left out.
  @Test func whatStaysOpen() throws {
    let office = SmallOffice(language: .chinese)
    var guarded = office.hazards[1]
    guarded.oversight.interim = .init(measures: "断电", watcher: "wu")
    let hazards = [office.hazards[0], guarded, office.hazards[4]]
    let document = try Self.document("2027-new-year", .chinese, hazards: hazards)
    #expect(
      document.paragraphs.contains(
        "截至2026年12月31日（周四），未销号隐患2项，其中1项没有临时防范措施和监护人，须在放假前落实。"))
    // A break that is over tells what was open before it.
    #expect(
      try Self.document("2026-spring-festival", .chinese, hazards: hazards).paragraphs
        .contains("截至2月14日（周六），未销号隐患0项。"))
    let rows = try table(under: "七、未销号隐患与防范", in: document).rows
    #expect(
      rows == [
        ["2026-001", "301", "插座面板松动", "李安", "2026-11-20", "断电", "吴宁"],
        ["2026-004", "档案室", "插座面板松动", "吴宁", "2026-12-15", "待落实", "待落实"],
      ])
  }

  @Test func nothingOpen() throws {
    let document = try Self.document("2026-spring-festival", .chinese)
    #expect(document.paragraphs.contains("截至2月14日（周六），未销号隐患0项。"))
  }

  @Test func eachPartBeginsAPage() throws {
    let pages = try Pages(try Self.document("2026-spring-festival", .chinese))
    for heading in ["放假安全告知书", "四、值班表", "五、车辆封存登记表", "七、未销号隐患与防范"] {
      #expect(pages.count(of: heading).filter { $0 > 0 }.count == 2, "\(heading)")
      #expect(
        pages.texts.dropFirst().filter { $0.contains(heading) }.allSatisfy {
          $0.split(separator: "\n").prefix(4).contains { $0.contains(heading) }
        }, "\(heading)")
    }
  }

  @Test func noHanInEnglish() throws {
    let hazards = SmallOffice(language: .english).hazards
    let document = try Self.document("2027-new-year", .english, hazards: hazards)
    let text = TextPages(document, columns: 120).pages.joined()
    #expect(text.filter { $0.contains(where: \.isHan) } == [])
  }
}
