import Almanac
import Domain

/// What ends in the demonstration, and its rules: one thing is over, some end soon, one review is forgotten.
extension History {
  mutating func planSafetyFile(from first: Day) {
    let entered = hours.calendar.workday(1, after: first)
    guard entered < now.day else { return }
    for (index, planned) in DemoSafetyFile.expiries.enumerated() {
      guard let kind = Shipped.expiryKinds.first(where: { $0.id == planned.kind }) else { continue }
      let until = now.day + planned.daysLeft
      let done = kind.months.map { until.adding(months: -$0) }
      let day = hours.calendar.firstWorkday(onOrAfter: max(entered, done ?? entered))
      guard day < now.day else { continue }
      let place = bureau.places.first { $0.kind == planned.place }
      let content = Expiry.Content(
        kind: kind.id, name: planned.name[language], place: place?.id, count: planned.count,
        person: staff.inspectors(of: place ?? bureau.places[0]).first, made: planned.made,
        term: .init(
          done: done, until: until, document: planned.document[language],
          by: planned.by[language]))
      put(
        .expiry(.add([ExpiryRequest(kind, content)])),
        at: Moment(day, hour: 15, minute: 20 + index))
    }
    for (index, planned) in DemoSafetyFile.rules.enumerated() {
      let issued = hours.calendar.workday(planned.workdaysBefore, before: now.day)
      let content = SafetyRule.Content(
        sort: planned.sort, title: planned.title[language], number: planned.number?[language],
        issued: issued, person: staff.administrator, firePart: planned.firePart,
        location: DemoSafetyFile.cabinet[language])
      let day = max(entered, hours.calendar.workday(1, after: issued))
      put(.rule(.add(content)), at: Moment(day, hour: 16, minute: 20 + index))
    }
  }
}

/// What is in the demonstration's list of things that end, and its rules.
enum DemoSafetyFile {
  struct PlannedExpiry {
    var kind: ExpiryKind.ID
    var name: Bilingual
    var place: PlaceKind?
    var count = 1
    /// From the present day to its end; negative where it is over.
    var daysLeft: Int
    var made: Day?
    var document = Bilingual(verbatim: "")
    var by = Bilingual(verbatim: "")
  }

  struct PlannedRule {
    var sort: SafetyRule.Sort
    var title: Bilingual
    var number: Bilingual?
    /// How many working days before the present one it was issued.
    var workdaysBefore: Int
    var firePart: FireFilePart?
  }

  static let expiries = [
    PlannedExpiry(
      kind: "first-aid", name: Bilingual(zh: "值班室急救箱", en: "First aid box, duty room"),
      place: .dutyRoom, daysLeft: -9),
    PlannedExpiry(
      kind: "vehicle-insurance", name: Bilingual(zh: "公务车交强险", en: "Official car insurance"),
      place: .vehicle, daysLeft: 24, document: Bilingual(zh: "PDZA2025-0617", en: "PDZA2025-0617"),
      by: Bilingual(zh: "示例财险", en: "Sample Insurance")),
    PlannedExpiry(
      kind: "extinguisher-powder", name: Bilingual(zh: "三楼走道灭火器", en: "Extinguishers, corridor"),
      place: .corridor, count: 6, daysLeft: 43, made: Day(2020, 3, 12)),
    PlannedExpiry(
      kind: "lightning-test", name: Bilingual(zh: "办公楼防雷检测", en: "Lightning test, main building"),
      place: .building, daysLeft: 160, document: Bilingual(zh: "雷检（示例）118号", en: "LT sample 118"),
      by: Bilingual(zh: "示例防雷检测中心", en: "Sample Lightning Centre")),
    PlannedExpiry(
      kind: "fire-test", name: Bilingual(zh: "消防设施年度检测", en: "Yearly test of fire facilities"),
      place: .building, daysLeft: 205, document: Bilingual(zh: "消检（示例）42号", en: "FT sample 42"),
      by: Bilingual(zh: "示例消防技术服务公司", en: "Sample Fire Services")),
    PlannedExpiry(
      kind: "extinguisher-co2", name: Bilingual(zh: "机房灭火器", en: "Extinguishers, server room"),
      place: .serverRoom, count: 4, daysLeft: 310, made: Day(2021, 5, 20)),
  ]

  static let rules = [
    PlannedRule(
      sort: .rule, title: Bilingual(zh: "用火用电安全管理制度", en: "Rule on fire and electricity"),
      number: Bilingual(zh: "示统办〔2025〕7号", en: "No. 7 of 2025"), workdaysBefore: 280,
      firePart: .rules),
    PlannedRule(
      sort: .rule, title: Bilingual(zh: "防火检查巡查制度", en: "Rule on fire inspections"),
      number: Bilingual(zh: "示统办〔2026〕2号", en: "No. 2 of 2026"), workdaysBefore: 150,
      firePart: .rules),
    PlannedRule(
      sort: .plan, title: Bilingual(zh: "灭火和应急疏散预案", en: "Plan to fight fire and to evacuate"),
      workdaysBefore: 120, firePart: .plans),
    PlannedRule(
      sort: .paper, title: Bilingual(zh: "消防验收意见书", en: "Fire acceptance"),
      workdaysBefore: 900, firePart: .design),
  ]

  /// Where all of them are kept.
  static let cabinet = Bilingual(zh: "档案室3号柜", en: "archive room, cabinet 3")
}
