import Almanac
import Canvas
import Domain

/// The figures of the annual report (年度工作总结) with what fell short; Enter leads to the records behind one.
struct AnnualScreen: FormScreen, YearListScreen {
  /// A line of the list.
  private enum Line {
    case figure(AnnualReview.Line)
    case shortcoming(Shortcoming)
  }

  var year: Int
  private var review: AnnualReview?
  private var book: ActivityBook?
  var list = ActList(detailRows: 3)
  var form: ShortcomingForm?

  init(_ year: Int) { self.year = year }

  var tab: Tab { .summary }
  var paper: Report { .annual(year) }
  var queries: [Query] { [.annual(year), .activities] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || form != nil }

  private var lines: [Line] {
    guard let review else { return [] }
    return review.shortcomings.map(Line.shortcoming) + review.lines.map(Line.figure)
  }

  private func shown(_ context: Context) -> [Line] { list.found(lines, look(context), context) }

  func title(_ context: Context) -> String {
    guard let review else { return context(Action.annualReport.label) }
    let gaps = review.lines.count { $0.value == nil }
    let short = review.shortcomings.count
    return list.title(
      [
        Bilingual(
          zh: "\(year) 年度工作总结  截至 \(review.countedOn)，不足 \(short)，缺数 \(gaps)",
          en:
            "Annual report \(year)  as of \(review.countedOn), shortcomings \(short), gaps \(gaps)"),
        Bilingual(zh: "\(year) 年度工作总结", en: "Annual report \(year)"),
      ], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    guard review != nil else { return [] }
    let keeps = context.person.may(.keepGoals)
    let opens = opened(context) != nil || (keeps && stated(context) != nil)
    return (opens ? [.open] : []) + [.whole, .print, .save] + (keeps ? [.addShortcoming] : [])
      + [.previousYear, .nextYear] + list.tools(lines, look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    switch answer {
    case .annual(let review) where review.year == year:
      self.review = review
      list.keep(count: shown(context).count, context)
    case .activities(let book): self.book = book
    default: break
    }
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open:
      if let stated = stated(context) {
        form = ShortcomingForm(.withdraw(stated))
      } else {
        return opened(context).map { [.push($0)] } ?? []
      }
    case .addShortcoming: form = ShortcomingForm(.state(year))
    default:
      return actOnYear(action, last: context.today.year)
        ?? list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  mutating func forget() { review = nil }

  mutating func typeBelow(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    let events = lines.compactMap { line -> ShortcomingEvent? in
      if case .shortcoming(let event) = line.event { event } else { nil }
    }
    return reload(events.map(\.name))
  }

  /// The stated shortcoming that is selected.
  private func stated(_ context: Context) -> StatedShortcoming? {
    guard case .shortcoming(let shortcoming)? = list.line(of: shown(context)) else { return nil }
    return shortcoming.stated
  }

  /// What Enter opens at the selected line: the records that it counts.
  private func opened(_ context: Context) -> (any Screen)? {
    guard let line = list.line(of: shown(context)) else { return nil }
    switch line {
    case .figure(let line): return line.value == nil ? nil : behind(line.figure, context)
    case .shortcoming(let shortcoming): return behind(shortcoming, context)
    }
  }

  private func behind(_ figure: AnnualFigure, _ context: Context) -> (any Screen)? {
    switch figure.source {
    case .activity(let figure): activities(figure, context)
    case .safety(.rounds), .places, .rounds, .breaks, .rosters, .shifts,
      .dutyPersons, .rulesIssued, .rulesReviewed, .trips, .kilometres, .vehicleEvents,
      .weaknessesFound, .weaknessesClosed:
      FigureScreen(AnnualBasis(figure, of: year))
    case .safety(let figure): figures(figure)
    case .walks(let kind): figures(.inspections, among: kind)
    case .incidents: IncidentsScreen()
    case .nilDue, .nilMade: NilReportsScreen()
    case .goals, .goalsDone: GoalsScreen(year)
    }
  }

  private func behind(_ shortcoming: Shortcoming, _ context: Context) -> (any Screen)? {
    switch shortcoming {
    case .missed:
      review?["missed"].map { FigureScreen(AnnualBasis($0.figure, of: year)) }
    case .closedLate: figures(.closedLate)
    case .overdue: figures(.overdue)
    case .breaksWithoutRoster: DutyScreen()
    case .nilMissing: NilReportsScreen()
    case .goalsLate: GoalsScreen(year)
    case .gaps: ResponsibilityScreen(onlyGaps: true)
    case .stated: nil
    case .belowTarget(let kind, _, _), .belowLastYear(let kind, _, _):
      activities(ActivityFigure(kind.id, .entries), context)
    case .noNewPublicity: activities(ActivityFigure("publicity", .entries), context)
    }
  }

  private func activities(_ figure: ActivityFigure, _ context: Context) -> (any Screen)? {
    book?.screen(behind: figure, of: year, context)
  }

  private func figures(_ figure: Figure, among kind: PlaceKind? = nil) -> FigureScreen {
    FigureScreen(.safety(figure), of: .period(.year(year)), among: kind)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    form?.draw(into: &grid, rows: rows, context)
  }

  private func look(_ context: Context) -> ActList.Look<Line> {
    .init(
      columns: [
        .init(Bilingual(zh: "项目", en: "Figure"), width: 40, grows: true),
        .init(Bilingual(zh: "本年", en: "Year"), width: 8, alignment: .trailing),
        .init(Bilingual(zh: "上年", en: "Before"), width: 8, alignment: .trailing),
      ],
      nothing: review == nil
        ? Bilingual(zh: "读取中", en: "reading ...")
        : Bilingual(zh: "没有数据。", en: "There are no figures."),
      cells: { line in
        switch line {
        case .figure(let line):
          [
            context(line.figure.name), line.value.map { "\($0)" } ?? "____",
            line.before.map { "\($0)" } ?? "-",
          ]
        case .shortcoming(let shortcoming):
          [
            context(Bilingual(zh: "! 不足：", en: "! Short: ") + shortcoming.words),
            shortcoming.stated == nil ? "" : context(Bilingual(zh: "自填", en: "stated")), "",
          ]
        }
      },
      detail: { line in
        switch line {
        case .figure(let line):
          [
            context(line.figure.name), context(line.figure.definition),
            line.value == nil
              ? context(
                Bilingual(
                  zh: "台账没有这类记录，印成空线；登记以后就有数。",
                  en: "The ledger has no such record: a gap is printed until it is recorded."))
              : "",
          ]
        case .shortcoming(let shortcoming):
          [
            context(shortcoming.words), context(shortcoming.origin(context.bureau)),
            shortcoming.measure.map {
              context(Bilingual(zh: "下一年：", en: "Next year: ") + $0)
            } ?? "",
          ]
        }
      })
  }
}
