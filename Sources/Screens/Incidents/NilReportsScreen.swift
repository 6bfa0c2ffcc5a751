import Almanac
import Canvas
import Domain

/// The nil reports of the last two months and the coming fortnight: what was declared, what is due, what is
/// missing.
struct NilReportsScreen: Screen {
  /// What the numbered menu offers.
  private enum Choice: Hashable {
    case none
    case incidents
    case record
    case register

    var name: Bilingual {
      switch self {
      case .none: Bilingual(zh: "无事故（事件），申报", en: "declare: no incident")
      case .incidents: Bilingual(zh: "有情况，申报", en: "declare the incidents")
      case .record: Bilingual(zh: "先登记事故（事件）", en: "record an incident first")
      case .register: Bilingual(zh: "看当月零报告情况表", en: "show the month's nil reports")
      }
    }
  }

  private var book: IncidentBook?
  private var rosters: [DutyRoster] = []
  private var list = ActList(detailRows: 4)
  private var menu: [Choice]?
  /// The one to be selected when the list comes.
  private var wanted: NilDeclaration.ID?
  private var isOpened = false

  init(selecting id: NilDeclaration.ID? = nil) { wanted = id }

  var tab: Tab { .today }
  var queries: [Query] { [.incidents] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || menu != nil }

  private func all(_ context: Context) -> [NilReport] {
    let begun = min(context.bureau.begun ?? context.today, context.today)
    let days = max(begun, context.today - 62)...(context.today + 14)
    return (book?.nilReports(dueOn: days, of: context.bureau, at: context.now) ?? []).reversed()
  }

  private func shown(_ context: Context) -> [NilReport] {
    list.found(all(context), look(context), context)
  }

  private func selected(_ context: Context) -> NilReport? {
    let shown = shown(context)
    return shown.indices.contains(list.selected) ? shown[list.selected] : nil
  }

  func title(_ context: Context) -> String {
    let all = all(context)
    let (due, missing) = (all.count { $0.state == .due }, all.count { $0.state == .missing })
    return list.title(
      [
        Bilingual(
          zh: "零报告  待报 \(due)，未报 \(missing)", en: "Nil reports  due \(due), missing \(missing)")
      ], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    let tools = list.tools(all(context), look(context))
    guard let report = selected(context) else { return tools }
    let isDeclarable = report.mayBe(declaredBy: context, rosters) && report.incidents.isEmpty
    return [.acts] + (isDeclarable ? [.declareNil] : []) + [.print, .save] + tools
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .incidents(let book, let rosters) = answer else { return [] }
    self.book = book
    self.rosters = rosters
    let shown = shown(context)
    list.keep(count: shown.count, context)
    let open = shown.first { $0.state == .due } ?? shown.last { $0.state == .missing }
    let first = wanted ?? (isOpened ? nil : open?.period.id)
    if let first, let index = shown.firstIndex(where: { $0.period.id == first }) {
      list.select(index, count: shown.count, context)
    } else if !isOpened, let index = shown.firstIndex(where: { $0.state != .upcoming }) {
      list.select(index, count: shown.count, context)
    }
    wanted = nil
    isOpened = true
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    let steps = list.act(action, shown(context), look(context), context)
    guard steps == nil, let report = selected(context) else { return steps ?? [] }
    let papers: [Report] = [.incidents(.month(report.period.due.day.month))]
    switch action {
    case .acts:
      let declaring: [Choice] = report.incidents.isEmpty ? [.none, .record] : [.incidents]
      menu = (report.mayBe(declaredBy: context, rosters) ? declaring : []) + [.register]
    case .declareNil: return [report.declaring]
    case .print: return [.effect(.offer(papers, asFile: false))]
    case .save: return [.effect(.offer(papers, asFile: true))]
    default: break
    }
    return []
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    guard let menu else {
      _ = list.type(key, count: shown(context).count, context)
      return []
    }
    if key == .escape || key == .control("c") { self.menu = nil }
    guard let picked = key == .enter ? 0 : key.digit.map({ $0 - 1 }),
      menu.indices.contains(picked), let report = selected(context)
    else { return [] }
    self.menu = nil
    switch menu[picked] {
    case .none, .incidents: return [report.declaring]
    case .record: return [.push(IncidentsScreen())]
    case .register:
      let month = report.period.due.day.month
      return [.push(DocumentScreen([.incidents(.month(month))], from: tab))]
    }
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    queries.map { .effect(.load($0)) } + lines.compactMap(NilReport.news).map { .say($0) }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    guard let menu, let report = selected(context) else { return }
    Dialog(
      title: context(report.reminder), lines: [NilWords.span(report.period, context), ""],
      choices: menu.map { context($0.name) }, selected: 0
    ).draw(over: &grid)
  }

  private func look(_ context: Context) -> ActList.Look<NilReport> {
    .init(
      columns: [
        .init(Bilingual(zh: "应报时间", en: "Due"), width: 11),
        .init(Bilingual(zh: "事由", en: "About"), width: 16, grows: true),
        .init(Bilingual(zh: "申报人", en: "By"), width: 8, importance: 1),
        .init(Bilingual(zh: "内容", en: "Declared"), width: 11, grows: true),
        .init(Bilingual(zh: "状态", en: "State"), width: 8),
      ],
      nothing: Bilingual(
        zh: "近两月没有须零报告的假期和预警。", en: "No break or alert asks for nil reports now."),
      cells: { report in
        let names = NilWords.persons(report, rosters, context)
        let due = report.period.due
        return [
          "\(due.day.monthAndDay) \(due.hourAndMinute)", context(report.period.occasion), names,
          context(report.outcome), context(report.state.name),
        ]
      }, detail: { NilWords.lines($0, rosters, context) })
  }
}

/// A nil report told in words.
enum NilWords {
  static func span(_ period: NilPeriod, _ context: Context) -> String {
    let (from, to) = (period.from.dayAndTime, period.to.dayAndTime)
    return context(Bilingual(zh: "时段 \(from) 至 \(to)", en: "from \(from) to \(to)"))
  }

  /// Who declared it, or who is expected to.
  static func persons(
    _ report: NilReport, _ rosters: [DutyRoster], _ context: Context
  ) -> String {
    let persons =
      report.declaration.map { [$0.step.person] }
      ?? context.bureau.expected(for: report.period, rosters)
    return DutyWords.names(persons, context)
  }

  static func lines(
    _ report: NilReport, _ rosters: [DutyRoster], _ context: Context
  ) -> [String] {
    let head = "\(report.period.due.dayAndTime)  \(context(report.period.occasion))"
    let declared = report.declaration.map { declaration in
      let name = context(
        context.bureau.name(declaration.step.person, for: declaration.step.standsFor))
      return "\(declaration.latest.dayAndTime)  \(name)  \(context(report.outcome))  "
        + (declaration.content.note ?? "")
    }
    let expected = persons(report, rosters, context)
    let who = context(Bilingual(zh: "由 \(expected) 申报", en: "to be made by \(expected)"))
    let within = report.incidents.map(\.rawValue).joined(separator: " ")
    let incidents =
      within.isEmpty ? [] : [context(IncidentError.incidentsWithin(report.incidents).message)]
    return [head, span(report.period, context), declared ?? who]
      + (report.declaration == nil ? incidents : [])
  }
}

extension NilReport {
  /// Whether the person at the keyboard may declare it now.
  func mayBe(declaredBy context: Context, _ rosters: [DutyRoster]) -> Bool {
    let isOpen = [.due, .missing].contains(state) || isOutdated
    return isOpen && context.bureau.mayDeclare(period, context.person, rosters)
  }

  /// What declares it as the register stands.
  var declaring: Step {
    .effect(.perform(.declareNil(NilRequest(due: period.due, isNone: incidents.isEmpty))))
  }

  /// What is said when a nil report was made.
  static func news(_ line: Happening) -> Bilingual? {
    guard case .nilReport(let event) = line.event, let due = Moment(line.subject.id) else {
      return nil
    }
    let at = "\(due.day.monthAndDay) \(due.hourAndMinute) "
    return Bilingual(verbatim: at) + event.name
  }
}
