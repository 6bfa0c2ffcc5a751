import Almanac
import Canvas
import Domain

/// Documents as the pages that are printed, one after the other: to be read, printed or saved.
struct DocumentScreen: Screen {
  private let reports: [Report]
  private var index = 0
  private var pages = PagedText()
  /// The tab under which it was asked for.
  let tab: Tab

  /// The first of some documents.
  init(_ reports: [Report], from tab: Tab) {
    self.reports = reports
    self.tab = tab
  }

  var queries: [Query] {
    report.map { [.document($0, columns: PagedText.columns)] } ?? []
  }

  private var report: Report? { reports.indices.contains(index) ? reports[index] : nil }

  func title(_ context: Context) -> String {
    let place = reports.count > 1 ? "  \(index + 1)/\(reports.count)" : ""
    return (report.map { context($0.name(context.bureau)) } ?? "") + place
  }

  func progress(_ context: Context) -> String { context(pages.progress(context)) }

  func status(_ context: Context) -> String { context(pages.hint(context)) }

  func actions(_ context: Context) -> [Action] {
    [.acts] + (reports.count > 1 ? [.previousPaper, .nextPaper] : []) + [.print, .save]
      + (period == nil ? [] : [.figures])
  }

  /// The period whose figures it tells; nil for other documents.
  private var period: SummaryPeriod? {
    if case .period(let period) = report { period } else { nil }
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .document(let sheet) = answer, sheet.report == report else { return [] }
    pages.show(sheet.pages)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .acts, .print: return [.effect(.offer(reports, asFile: false))]
    case .save: return [.effect(.offer(reports, asFile: true))]
    case .figures: return period.map { [.push(FiguresScreen(of: $0))] } ?? []
    case .nextPaper: return show(index + 1)
    case .previousPaper: return show(index - 1)
    default: return []
    }
  }

  private mutating func show(_ other: Int) -> [Step] {
    guard reports.indices.contains(other) else { return [] }
    index = other
    pages = PagedText()
    return queries.map { .effect(.load($0)) }
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    pages.type(key, context)
    return []
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    pages.draw(into: &grid, rows: rows)
  }
}

extension Report {
  /// What its screen is called.
  func name(_ bureau: Bureau) -> Bilingual {
    switch self {
    case .month(let month, _): Bilingual(zh: "月报 \(month)", en: "Summary \(month)")
    case .record(let id): Bilingual(zh: "检查记录 \(id)", en: "Record \(id)")
    case .sectionRecord(_, let section):
      section.map {
        Bilingual(zh: "检查记录表 ", en: "Record of ") + Bilingual(verbatim: bureau.name($0))
      }
        ?? Bilingual(zh: "检查记录表", en: "Record")
    case .approval(let ids):
      Bilingual(
        zh: "呈批表 \(ids.map(\.rawValue).joined(separator: " "))",
        en: "For approval \(ids.map(\.rawValue).joined(separator: " "))")
    case .decisions(let person):
      Bilingual(
        zh: "决定单 \(bureau.name(person))", en: "Decision sheet of \(bureau.name(person))")
    case .period(let period):
      Bilingual(zh: "\(period.prose.zh)汇总", en: "Summary, \(period.prose.en)")
    case .completion(let month):
      Bilingual(zh: "各月完成情况 至\(month)", en: "Completion by month to \(month)")
    case .notice(let id): Bilingual(zh: "整改通知书 \(id)", en: "Rectification notice \(id)")
    case .reply(let id): Bilingual(zh: "整改回执 \(id)", en: "Answer to notice \(id)")
    case .letter(let document):
      Bilingual(zh: "整改复函 \(document)", en: "Letter about \(document)")
    case .duty(let id, .roster): Bilingual(zh: "值班表 \(id)", en: "Duty roster \(id)")
    case .duty(let id, .changes): Bilingual(zh: "调班说明 \(id)", en: "Changes of duty \(id)")
    case .duty(let id, .log): Bilingual(zh: "值班记录 \(id)", en: "Duty log \(id)")
    case .activities(let period):
      Bilingual(zh: "工作台账 \(period)", en: "Register of activities \(period)")
    case .assessment(let year): Bilingual(zh: "考评自评表 \(year)", en: "Self-assessment \(year)")
    case .coverage(let year): Bilingual(zh: "安全职责对照表 \(year)", en: "Safety duties \(year)")
    case .annual(let year): Bilingual(zh: "年度工作总结 \(year)", en: "Annual report \(year)")
    case .incident(let id): Bilingual(zh: "事故信息报告 \(id)", en: "Report of incident \(id)")
    case .incidents(let period):
      Bilingual(zh: "事故登记表 \(period)", en: "Register of incidents \(period)")
    case .expiries: Bilingual(zh: "到期事项台账", en: "Register of what ends")
    case .assets: Bilingual(zh: "网络资产台账", en: "Register of assets")
    case .weaknesses(let period):
      Bilingual(zh: "漏洞整改情况表 \(period)", en: "Weaknesses and what was done \(period)")
    case .rules: Bilingual(zh: "安全制度目录", en: "Register of rules")
    case .fireFile(let year): Bilingual(zh: "消防档案卷内目录 \(year)", en: "Fire file \(year), index")
    case .leadingGroup(let day):
      Bilingual(zh: "领导小组及分工表 \(day)", en: "Leading group \(day)")
    case .responsibilityLetters(let year, let person?):
      Bilingual(
        zh: "安全责任书 \(year) \(bureau.name(person))",
        en: "Letter of responsibility \(year), \(bureau.name(person))")
    case .responsibilityLetters(let year, nil):
      Bilingual(zh: "安全责任书 \(year)", en: "Letters of responsibility \(year)")
    case .goals(let year):
      Bilingual(zh: "年度工作计划 \(year)", en: "Goals and measures \(year)")
    case .vehicles(let month):
      Bilingual(zh: "公务用车使用登记表 \(month)", en: "Use of vehicles \(month)")
    case .trip(let id): Bilingual(zh: "派车单 \(id)", en: "Dispatch sheet \(id)")
    case .listed: Bilingual(zh: "挂牌督办清单", en: "Listed supervision")
    case .register(let year?): Bilingual(zh: "隐患台账 \(year)", en: "Hazard register \(year)")
    case .register(nil): Bilingual(zh: "隐患台账（未销号）", en: "Hazard register, open ones")
    case .yearPlan(let year): Bilingual(zh: "年度检查计划表 \(year)", en: "Year plan \(year)")
    case .blank(let round): Bilingual(zh: "空白检查表 \(round)", en: "Forms of \(round)")
    case .holiday(let key): Bilingual(zh: "节前一套 \(key)", en: "Papers before \(key)")
    case .rectification(let id): Bilingual(zh: "整改单 \(id)", en: "Rectification \(id)")
    }
  }
}
