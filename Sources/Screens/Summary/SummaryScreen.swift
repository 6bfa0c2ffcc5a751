import Almanac
import Canvas
import Domain

/// A month's summary as the pages that are printed: as sealed, or as it stands now.
struct SummaryScreen: Screen {
  private var month: Month
  private var edition = MonthEdition.latest
  private var seal: Seal?
  private var pages = PagedText()
  private var sealing: SealForm?

  init(month: Month) { self.month = month }

  var tab: Tab { .summary }
  var queries: [Query] { [.month(month, edition, columns: PagedText.columns)] }
  func claims(_ key: Key, _ context: Context) -> Bool { sealing != nil }

  func title(_ context: Context) -> String {
    let lines = context(pages.progress(context))
    let state =
      switch (seal, edition) {
      case (let seal?, _):
        Bilingual(
          zh: "（已月结\(seal.number > 1 ? "，第\(seal.number)次" : "")）",
          en: " (sealed\(seal.number > 1 ? ", no. \(seal.number)" : ""))")
      case (nil, .live): Bilingual(zh: "（现在的数）", en: " (as it is now)")
      case (nil, .latest), (nil, .sealed): Bilingual(zh: "（预览）", en: " (preview)")
      }
    return context(
      Bilingual(
        zh: "\(month.year)年\(month.month)月安全检查情况汇总", en: "Safety summary of \(month)") + state)
      + "  " + lines
  }

  func status(_ context: Context) -> String { context(pages.hint(context)) }

  func actions(_ context: Context) -> [Action] {
    let otherEdition: [Action] = seal == nil && edition != .live ? [] : [.otherEdition]
    return [
      .previousMonth, .nextMonth, .print, .save, .figures, .completion, .quarterSummary,
      .yearSummary, .annualReport,
    ]
      + (context.person.may(.seal) ? [.sealMonth] : []) + otherEdition
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .month(let sheet) = answer, sheet.month == month, sheet.edition == edition else {
      return []
    }
    seal = sheet.seal
    pages.show(sheet.pages)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .previousMonth: show(month.previous)
    case .nextMonth:
      guard month < context.today.month else {
        return [.say(Bilingual(zh: "下个月还没有数据", en: "Next month has no figures yet"))]
      }
      show(month.next)
    case .print: return [.effect(.offer([.month(month, edition)], asFile: false))]
    case .save: return [.effect(.offer([.month(month, edition)], asFile: true))]
    case .completion: return [.push(DocumentScreen([.completion(through: month)], from: tab))]
    case .figures: return [.push(FiguresScreen(of: .month(month)))]
    case .quarterSummary:
      return [.push(DocumentScreen([.period(.quarter(of: month.first))], from: tab))]
    case .yearSummary:
      return [.push(DocumentScreen([.period(.year(month.year))], from: tab))]
    case .annualReport:
      return [
        .push(
          AnnualScreen(
            month == context.today.month ? ReportDue.year(on: context.today) : month.year))
      ]
    case .sealMonth:
      sealing = SealForm(month: month, former: seal, isOver: context.today > month.last)
      return []
    case .otherEdition:
      show(month, edition == .latest ? .live : .latest)
    default: return []
    }
    return queries.map { .effect(.load($0)) }
  }

  private mutating func show(_ other: Month, _ edition: MonthEdition = .latest) {
    month = other
    self.edition = edition
    seal = nil
    pages = PagedText()
  }

  func typed(_ context: Context) -> TypedForm? { sealing?.typed }
  mutating func restore(_ texts: [String: String]) { sealing?.restore(texts) }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    guard var form = sealing else {
      pages.type(key == .enter ? .pageDown : key, context)
      return []
    }
    switch form.press(key) {
    case .stay: sealing = form
    case .leave: sealing = nil
    case .seal(let command): return [.effect(.perform(command))]
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    let sealed = lines.compactMap { line -> SealedMonth? in
      if case .sealed(let sealed) = line.event { sealed } else { nil }
    }.first
    guard let sealed, sealed.summary.month == month else { return [] }
    sealing = nil
    show(month)
    return queries.map { .effect(.load($0)) } + [
      .say(
        Bilingual(
          zh: "已月结（第\(sealed.number)次）：校验码在每页页眉，请打印存档",
          en: "Sealed (no. \(sealed.number)): the check code heads each page; print and file it"))
    ]
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    pages.draw(into: &grid, rows: rows)
    sealing?.draw(into: &grid, context)
  }
}
