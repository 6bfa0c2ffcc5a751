import Almanac
import Canvas
import Domain

/// The figures of a month beside the year so far; Enter lists the records behind one.
struct FiguresScreen: Screen {
  private let month: Month
  private var figures: (month: SafetyFigures, year: SafetyFigures)?
  private var list = ActList(detailRows: 3)

  init(of month: Month) { self.month = month }

  var tab: Tab { .summary }
  var queries: [Query] { [.figures(month)] }

  func title(_ context: Context) -> String {
    context(Bilingual(zh: "\(month) 各项数据的明细", en: "What the figures of \(month) count"))
  }

  func actions(_ context: Context) -> [Action] {
    figures == nil ? [] : [.open, .print, .save]
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .figures(month, let month, let year) = answer else { return [] }
    figures = (month, year)
    list.keep(count: Figure.allCases.count, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open where figures != nil:
      return [.push(FigureScreen(Figure.allCases[list.selected], of: month))]
    case .print: return [.effect(.offer([.month(month, .live)], asFile: false))]
    case .save: return [.effect(.offer([.month(month, .live)], asFile: true))]
    default: return []
    }
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: Figure.allCases.count, context)
    return []
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(
      figures == nil ? [] : Figure.allCases, look(context), into: &grid, rows: rows, context)
  }

  private func look(_ context: Context) -> ActList.Look<Figure> {
    .init(
      columns: [
        .init(Bilingual(zh: "项目", en: "Figure"), width: 30, grows: true),
        .init(Bilingual(zh: "本月", en: "Month"), width: 8, alignment: .trailing),
        .init(Bilingual(zh: "今年累计", en: "Year so far"), width: 11, alignment: .trailing),
      ], nothing: Bilingual(zh: "读取中", en: "reading ..."),
      cells: { figure in
        [
          context(figure.name), figures.map { "\($0.month[figure])" } ?? "",
          figures.map { "\($0.year[figure])" } ?? "",
        ]
      }, detail: { [context($0.definition)] })
  }
}

/// The records behind one figure: of the month or of the year so far, or of the annual report.
struct FigureScreen: Screen {
  private enum Source: Equatable {
    case summary(Figure, Month, isWholeYear: Bool)
    case annual(AnnualBasis)
  }

  private var source: Source
  /// The kind of places whose records alone are shown; all when nil.
  private let kind: PlaceKind?
  private var records: [FigureRecord]?
  private var order = FigureOrder.day
  private var list = ActList(detailRows: 3)

  init(
    _ figure: Figure, of month: Month, isWholeYear: Bool = false, among kind: PlaceKind? = nil
  ) {
    source = .summary(figure, month, isWholeYear: isWholeYear)
    self.kind = kind
  }

  init(_ basis: AnnualBasis) { (source, kind) = (.annual(basis), nil) }

  var tab: Tab { .summary }
  var queries: [Query] {
    switch source {
    case .summary(let figure, let month, let isWholeYear):
      [.figureRecords(figure, month, isWholeYear: isWholeYear)]
    case .annual(let basis): [.annualRecords(basis)]
    }
  }

  private var name: Bilingual {
    switch source {
    case .summary(let figure, _, _): figure.plainName
    case .annual(let basis): basis.figure.plainName
    }
  }

  private var definition: Bilingual {
    switch source {
    case .summary(let figure, _, _): figure.definition
    case .annual(let basis): basis.figure.definition
    }
  }

  private var period: String {
    switch source {
    case .summary(_, let month, false): month.description
    case .summary(_, let month, true): "\(month.year)"
    case .annual(let basis): "\(basis.year)"
    }
  }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [FigureRecord] {
    list.found(order.sorted(records ?? []), look(context), context)
  }

  func title(_ context: Context) -> String {
    guard let records else { return context(name) }
    let sum = records.reduce(0) { $0 + $1.amount }
    let told = Bilingual(zh: "\(period) \(name.zh)：\(sum)", en: "\(name.en), \(period): \(sum)")
    let sorted = Bilingual(zh: "  排序：\(order.name.zh)", en: "  by \(order.name.en)")
    return list.title([told + sorted, told], context)
  }

  func actions(_ context: Context) -> [Action] {
    (opened(by: context) == nil ? [] : [.open]) + (isOfYear ? [] : [.wholeYear])
      + (records?.isEmpty ?? true ? [] : [.sort, .filter])
  }

  /// Whether there is no month of it.
  private var isOfYear: Bool { if case .annual = source { true } else { false } }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    let records: [FigureRecord]
    switch (answer, source) {
    case (.figureRecords(let told, let found), .summary(let asked, _, _)) where told == asked:
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
      guard case .summary(let figure, let month, let isWholeYear) = source else { return [] }
      source = .summary(figure, month, isWholeYear: !isWholeYear)
      records = nil
      return queries.map { .effect(.load($0)) }
    case .sort:
      order = order.next
      list.goToTop()
      return []
    case .filter:
      list.beginFilter()
      return []
    default: return []
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

/// How the records behind a figure are put in order; equal ones stand by day.
enum FigureOrder: CaseIterable {
  case day
  /// By place or person.
  case name
  case number

  var name: Bilingual {
    switch self {
    case .day: Bilingual(zh: "日期", en: "day")
    case .name: Bilingual(zh: "场所、人员", en: "place, person")
    case .number: Bilingual(zh: "编号", en: "number")
    }
  }

  /// Records that come by day, in this order.
  func sorted(_ records: [FigureRecord]) -> [FigureRecord] {
    switch self {
    case .day: records
    case .name: records.stably(by: \.name)
    case .number: records.stably(by: \.subject.id)
    }
  }
}
