import Almanac
import Canvas
import Domain

/// The totals of a period by kind and field, beside the one before; Enter lists the entries behind one.
struct ActivityTotalsScreen: Screen {
  private var period: SummaryPeriod
  private var book: ActivityBook?
  private var list = ActList(detailRows: 3)

  init(_ period: SummaryPeriod) { self.period = period }

  /// A figure and the kind that it is about.
  private struct Line {
    var kind: ActivityKind
    var row: ActivityTotals.Row
  }

  var tab: Tab { .summary }
  var queries: [Query] { [.activities] }

  private func totals(_ context: Context) -> ActivityTotals? {
    book.map { book in
      ActivityTotals(
        of: period, book.activities, kinds: book.kinds, bureau: context.bureau,
        today: context.today)
    }
  }

  private func lines(_ context: Context) -> [Line] {
    (totals(context)?.groups ?? []).flatMap { group in
      group.rows.map { Line(kind: group.kind, row: $0) }
    }
  }

  private func shown(_ context: Context) -> [Line] {
    list.found(lines(context), look(context), context)
  }

  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping }

  func title(_ context: Context) -> String {
    let name = period.prose
    guard let totals = totals(context) else { return context(Action.activityTotals.label) }
    let day = totals.countedOn
    return list.title(
      [
        Bilingual(
          zh: "\(name.zh)工作台账合计  截至 \(day)，共 \(totals.activities.count) 条",
          en: "Activities of \(name.en)  as of \(day), \(totals.activities.count) entries"),
        Bilingual(zh: "\(name.zh)合计", en: "Activities of \(name.en)"),
      ], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    guard book != nil else { return [] }
    return (shown(context).isEmpty ? [] : [.open])
      + [.previousPeriod, .nextPeriod, .otherPeriod, .print, .save]
      + list.tools(lines(context), look(context), sort: .sortTurned)
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .activities(let book) = answer else { return [] }
    self.book = book
    list.keep(count: shown(context).count, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open:
      guard let line = list.line(of: shown(context)) else { return [] }
      return [
        .push(
          ActivitiesScreen(behind: .init(row: line.row, kind: line.kind, period: period)))
      ]
    case .previousPeriod: go(to: period.previous)
    case .nextPeriod:
      guard period.last < context.today else {
        return [.say(Bilingual(zh: "这一期还没有过完", en: "This period is not over yet"))]
      }
      go(to: period.next)
    case .otherPeriod: go(to: period.wider(around: context.today))
    case .print: return [.effect(.offer([.activities(period)], asFile: false))]
    case .save: return [.effect(.offer([.activities(period)], asFile: true))]
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  private mutating func go(to period: SummaryPeriod) {
    self.period = period
    list.goToTop()
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
  }

  /// What stands before the name of a figure that is a part of another: a step in, or its kind where the lines
  /// stand otherwise.
  private func lead(_ line: Line, _ context: Context) -> String {
    guard line.row.figure.part != .entries else { return "" }
    return list.isSorted
      ? context(line.kind.name + Bilingual(zh: "·", en: ", ")) : "  "
  }

  private func look(_ context: Context) -> ActList.Look<Line> {
    .init(
      columns: [
        .init(Bilingual(zh: "项目", en: "Figure"), width: 34, grows: true),
        .init(Bilingual(zh: "本期", en: "Period"), width: 8, alignment: .trailing),
        .init(Bilingual(zh: "上期", en: "Before"), width: 8, alignment: .trailing),
        .init(Bilingual(zh: "目标、占比", en: "Target, share"), width: 14, alignment: .trailing),
      ],
      nothing: book == nil
        ? Bilingual(zh: "读取中", en: "reading ...")
        : Bilingual(zh: "这一期没有登记。", en: "Nothing was recorded for this period."),
      cells: { line in
        [
          lead(line, context) + context(line.row.name),
          "\(line.row.value)", line.row.before.map { "\($0)" } ?? "-",
          line.row.target.map { "\(line.row.value)/\($0)" } ?? line.row.shareText,
        ]
      },
      detail: { line in
        [
          context(line.kind.name)
            + (line.row.figure.part == .entries ? "" : "  " + context(line.row.name)),
          context(line.row.definition),
        ]
      })
  }
}

extension SummaryPeriod {
  /// The next wider sort of period, by its last day or today where that comes first: month, quarter, half
  /// year, year, and month again.
  fileprivate func wider(around today: Day) -> SummaryPeriod {
    let day = min(last, max(first, today))
    switch self {
    case .month: return .quarter(of: day)
    case .quarter: return .half(day.month.month <= 6 ? 1 : 2, of: day.year)
    case .half: return .year(day.year)
    case .year: return .month(day.month)
    }
  }
}
