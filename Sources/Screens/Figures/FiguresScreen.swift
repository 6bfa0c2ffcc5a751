import Almanac
import Canvas
import Domain

/// The figures of a month beside the year so far, or of a longer period beside the one before; Enter lists
/// the records behind one.
struct FiguresScreen: Screen {
  private let period: SummaryPeriod
  private var values: (now: [SummaryFigure: Int], beside: [SummaryFigure: Int])?
  private var list = ActList(detailRows: 3)
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping }

  init(of period: SummaryPeriod) { self.period = period }

  var tab: Tab { .summary }
  var queries: [Query] { [.figures(period)] }

  func title(_ context: Context) -> String {
    list.title(
      [
        Bilingual(zh: "\(period) 各项数据的明细", en: "What the figures of \(period) count"),
        Bilingual(zh: "\(period) 明细", en: "\(period)"),
      ], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    guard values != nil else { return [] }
    let shown = shown(context)
    return (shown.isEmpty ? [] : [.open]) + [.print, .save]
      + list.tools(SummaryFigure.all, look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .figures(period, let now, let beside) = answer else { return [] }
    values = (now, beside)
    list.keep(count: shown(context).count, context)
    return []
  }

  private func shown(_ context: Context) -> [SummaryFigure] {
    values == nil ? [] : list.found(SummaryFigure.all, look(context), context)
  }

  private var report: Report {
    if case .month(let month) = period { .month(month, .live) } else { .period(period) }
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open:
      return list.line(of: shown(context)).map {
        [.push(FigureScreen($0, of: .period(period)))]
      } ?? []
    case .print: return [.effect(.offer([report], asFile: false))]
    case .save: return [.effect(.offer([report], asFile: true))]
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
  }

  private var columns: (now: Bilingual, beside: Bilingual) {
    if case .month = period {
      (Bilingual(zh: "本月", en: "Month"), Bilingual(zh: "今年累计", en: "Year so far"))
    } else {
      (Bilingual(zh: "本期", en: "Period"), Bilingual(zh: "上期", en: "Before"))
    }
  }

  private func look(_ context: Context) -> ActList.Look<SummaryFigure> {
    .init(
      columns: [
        .init(Bilingual(zh: "项目", en: "Figure"), width: 30, grows: true),
        .init(columns.now, width: 8, alignment: .trailing),
        .init(columns.beside, width: 11, alignment: .trailing),
      ], nothing: Bilingual(zh: "读取中", en: "reading ..."),
      cells: { figure in
        [
          context(figure.name), values?.now[figure].map(String.init) ?? "",
          values?.beside[figure].map(String.init) ?? "",
        ]
      }, detail: { [context($0.definition)] })
  }
}

/// The records behind one figure: of the month or of the year so far, or of the annual report.
struct FigureScreen: Screen {
  private enum Source: Equatable {
    case summary(SummaryFigure, FigureSpan)
    case annual(AnnualBasis)
  }

  private var source: Source
  /// The kind of places whose records alone are shown; all when nil.
  private let kind: PlaceKind?
  private var records: [FigureRecord]?
  private var list = ActList(detailRows: 3)

  init(
    _ figure: SummaryFigure, of span: FigureSpan, among kind: PlaceKind? = nil
  ) {
    source = .summary(figure, span)
    self.kind = kind
  }

  init(_ basis: AnnualBasis) { (source, kind) = (.annual(basis), nil) }

  var tab: Tab { .summary }
  var queries: [Query] {
    switch source {
    case .summary(let figure, let span): [.figureRecords(figure, span)]
    case .annual(let basis): [.annualRecords(basis)]
    }
  }

  private var name: Bilingual {
    switch source {
    case .summary(let figure, _): figure.plainName
    case .annual(let basis): basis.figure.plainName
    }
  }

  private var definition: Bilingual {
    switch source {
    case .summary(let figure, _): figure.definition
    case .annual(let basis): basis.figure.definition
    }
  }

  private var period: String {
    switch source {
    case .summary(_, let span): span.description
    case .annual(let basis): "\(basis.year)"
    }
  }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [FigureRecord] {
    list.found(records ?? [], look(context), context)
  }

  func title(_ context: Context) -> String {
    guard let records else { return context(name) }
    let sum = records.reduce(0) { $0 + $1.amount }
    let told = Bilingual(zh: "\(period) \(name.zh)：\(sum)", en: "\(name.en), \(period): \(sum)")
    return list.title([told], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    (opened(by: context) == nil ? [] : [.open]) + (other == nil ? [] : [.wholeYear])
      + list.tools(records ?? [], look(context))
  }

  /// The month of a year so far, or the year so far of a month; nil where there is neither.
  private var other: Source? {
    switch source {
    case .summary(let figure, .period(.month(let month))): .summary(figure, .yearSoFar(month))
    case .summary(let figure, .yearSoFar(let month)): .summary(figure, .period(.month(month)))
    case .summary, .annual: nil
    }
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    let records: [FigureRecord]
    switch (answer, source) {
    case (.figureRecords(let told, let days, let found), .summary(let asked, let span))
    where told == asked && days == span:
      records = found
    case (.annualRecords(let told, let found), .annual(let asked)) where told == asked:
      records = found
    case _: return []
    }
    self.records = kind.map { records.among($0, of: context.bureau) } ?? records
    list.keep(count: shown(context).count, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open: return opened(by: context).map { [.push($0)] } ?? []
    case .wholeYear:
      guard let other else { return [] }
      source = other
      records = nil
      return queries.map { .effect(.load($0)) }
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
  }

  /// What Enter opens at the selected line: a record, a round, or a hazard's sheet.
  private func opened(by context: Context) -> (any Screen)? {
    let shown = shown(context)
    guard shown.indices.contains(list.selected) else { return nil }
    switch shown[list.selected].subject {
    case .inspection(let id): return RecordScreen(id: id)
    case .hazard(let id): return DocumentScreen([.rectification(id)], from: tab)
    case .round(let key): return RoundScreen(key: key)
    case .roster(let id): return DutyScreen(id)
    case .trip(let id): return VehiclesScreen(trip: id)
    case .activity(let id): return ActivityScreen(id)
    case .rule(let id): return RulesScreen(selecting: id)
    case .person, .place: return nil
    }
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
  }

  private func look(_ context: Context) -> ActList.Look<FigureRecord> {
    let isCounted = (records ?? []).contains { $0.amount != 1 }
    let amount = ColumnLayout.Column(
      Bilingual(zh: "计", en: "Adds"), width: 4, alignment: .trailing)
    return .init(
      columns: [
        .init(Bilingual(zh: "日期", en: "Day"), width: 10),
        .init(Bilingual(zh: "编号", en: "Number"), width: 18, importance: 1),
        .init(Bilingual(zh: "场所、人员", en: "Place, person"), width: 18),
        .init(Bilingual(zh: "内容", en: "What"), width: 20, grows: true),
      ] + (isCounted ? [amount] : []),
      nothing: records == nil
        ? Bilingual(zh: "读取中", en: "reading ...") : Bilingual(zh: "没有记录。", en: "No records."),
      cells: { record in
        [
          record.day?.description ?? "", record.subject.id, record.name, context(record.words),
        ] + (isCounted ? ["\(record.amount)"] : [])
      },
      detail: { [context(definition), $0.subject.id + "  " + context($0.words)] })
  }
}
