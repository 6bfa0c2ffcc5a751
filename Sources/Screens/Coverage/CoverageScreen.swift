import Almanac
import Canvas
import Domain

/// What is asked of the office in a year, by law and by its own rules, and what is lacking; Enter leads to what
/// the ledger has of a duty.
struct CoverageScreen: YearListScreen {
  var year: Int
  private var coverage: Coverage?
  private var book: ActivityBook?
  var list = ActList(detailRows: 5)

  init(_ year: Int) { self.year = year }

  var tab: Tab { .summary }
  var paper: Report { .coverage(year) }
  var queries: [Query] { [.coverage(year), .activities] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping }

  private func shown(_ context: Context) -> [Coverage.Line] {
    list.found(coverage?.byGaps ?? [], look(context), context)
  }

  func title(_ context: Context) -> String {
    guard let coverage else { return context(Action.coverage.label) }
    let short = coverage.lines.count { $0.state == .short }
    let met = coverage.lines.count { $0.state == .met }
    let all = coverage.lines.count
    return list.title(
      [
        Bilingual(
          zh: "\(year)年职责对照  截至 \(coverage.countedOn)，已落实 \(met)/\(all)，缺项 \(short)",
          en: "Duties of \(year)  as of \(coverage.countedOn), met \(met)/\(all), short \(short)"),
        Bilingual(zh: "\(year)年职责对照", en: "Duties of \(year)"),
      ], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    guard let coverage else { return [] }
    return (list.line(of: shown(context)) == nil ? [] : [.open]) + [.whole, .print, .save]
      + [.previousYear, .nextYear] + list.tools(coverage.lines, look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    switch answer {
    case .coverage(let coverage) where coverage.year == year:
      self.coverage = coverage
      list.keep(count: shown(context).count, context)
    case .activities(let book): self.book = book
    default: break
    }
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    guard action == .open else {
      return actOnYear(action, last: context.today.year)
        ?? list.act(action, shown(context), look(context), context) ?? []
    }
    return list.line(of: shown(context)).flatMap { behind($0.duty, context) }
      .map { [.push($0)] } ?? []
  }

  mutating func forget() { coverage = nil }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  /// What the ledger has of a duty.
  private func behind(_ duty: Coverage.Duty, _ context: Context) -> (any Screen)? {
    switch duty {
    case .plan(let plan): FigureScreen(AnnualBasis(placesOf: plan, in: year))
    case .activity(let kind):
      book?.screen(behind: ActivityFigure(kind, .entries), of: year, context)
    case .hazards: HazardsScreen()
    case .rosters: DutyScreen()
    case .nilReports: NilReportsScreen()
    case .expiries: ExpiriesScreen()
    case .rules: RulesScreen()
    case .responsibility: ResponsibilityScreen(onlyGaps: true)
    case .goals: GoalsScreen(year)
    }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
  }

  private func look(_ context: Context) -> ActList.Look<Coverage.Line> {
    .init(
      columns: [
        .init(Bilingual(verbatim: ""), width: 2),
        .init(Bilingual(zh: "职责", en: "Duty"), width: 26, grows: true),
        .init(Bilingual(zh: "已做/应做", en: "Done/asked"), width: 11, alignment: .trailing),
        .init(Bilingual(zh: "情况", en: "State"), width: 13),
        .init(Bilingual(zh: "缺项", en: "Lacking"), width: 18, importance: 1),
      ],
      nothing: coverage == nil
        ? Bilingual(zh: "读取中", en: "reading ...")
        : Bilingual(zh: "没有职责可对照。", en: "There are no duties."),
      cells: { line in
        [
          line.state.mark, context(line.name),
          [line.done, line.asked].map { $0.map { "\($0)" } ?? "-" }.joined(separator: "/"),
          context(line.state.name), line.gaps.first.map { context($0) } ?? "",
        ]
      },
      detail: { line in
        [
          context(line.name),
          line.law.map { context(Bilingual(zh: "法定：", en: "Law: ") + $0) },
          line.own.map { context(Bilingual(zh: "本局：", en: "Own rule: ") + $0) },
        ].compactMap(\.self) + line.gaps.map { context(Bilingual(zh: "缺：", en: "Lacking: ") + $0) }
      })
  }
}
