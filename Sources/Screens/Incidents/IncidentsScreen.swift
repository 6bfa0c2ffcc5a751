import Almanac
import Canvas
import Domain

/// The incident register, the latest first: recorded, reported, added to, closed, put on paper.
struct IncidentsScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case act(IncidentCommand.Kind)
    case show
    case register

    var name: Bilingual {
      switch self {
      case .act(let kind): kind.name
      case .show: Bilingual(zh: "看信息报告", en: "show the written report")
      case .register: Bilingual(zh: "看当月登记表", en: "show the month's register")
      }
    }
  }

  private var book: IncidentBook?
  private var list = ActList(detailRows: 7)
  var menu: ActMenu<Choice>?
  var form: IncidentForm?
  /// The one to be selected when the list comes.
  private var wanted: Incident.ID?

  init(selecting id: Incident.ID? = nil) { wanted = id }

  var tab: Tab { .today }
  var queries: [Query] { [.incidents] }
  func claims(_ key: Key, _ context: Context) -> Bool {
    list.isTyping || isCovered
  }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [Incident] {
    list.found(book?.incidents ?? [], look(context), context)
  }

  private func selected(_ context: Context) -> Incident? {
    list.line(of: shown(context))
  }

  func title(_ context: Context) -> String {
    let all = (book?.incidents ?? []).filter(\.stands)
    let open = all.count { $0.state == .open }
    let due = book?.emergencyDue(context.bureau, at: context.now).count ?? 0
    let counts = Bilingual(
      zh: "事故（事件）登记  处置中 \(open)，共 \(all.count)，待报 \(due)",
      en: "Incidents  in hand \(open), all \(all.count), to report \(due)")
    return list.title([counts], look(context), context)
  }

  func status(_ context: Context) -> String {
    guard let incident = selected(context) else { return "" }
    let due = context.bureau.dues(of: incident).first { $0.reported == nil }
    return due.map { "! " + IncidentWords.due($0, context) } ?? ""
  }

  func actions(_ context: Context) -> [Action] {
    let records: [Action] = context.person.may(.recordIncident) ? [.recordIncident] : []
    return (selected(context) == nil ? [] : [.acts]) + records
      + (selected(context) == nil ? [] : [.print, .save])
      + list.tools(book?.incidents ?? [], look(context), mark: .markForPaper)
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .incidents(let book, _) = answer else { return [] }
    self.book = book
    list.keep(shown(context), selecting: &wanted, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .recordIncident: form = IncidentForm(nil, of: nil, context)
    default: break
    }
    let steps = list.act(action, shown(context), look(context), context)
    guard steps == nil, let incident = selected(context) else { return steps ?? [] }
    switch action {
    case .acts:
      menu = ActMenu(
        incident.possibleActs(of: context.person).map(Choice.act) + [.show, .register])
    case .print: return [.effect(.offer(papers(context), asFile: false))]
    case .save: return [.effect(.offer(papers(context), asFile: true))]
    default: break
    }
    return []
  }

  /// The reports of those marked, or else of the selected one.
  private func papers(_ context: Context) -> [Report] {
    list.chosen(of: book?.incidents ?? [], shown: shown(context), look(context))
      .map { .incident($0.id) }
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    guard let incident = selected(context) else { return [] }
    switch choice {
    case .show: return [.push(DocumentScreen([.incident(incident.id)], from: tab))]
    case .register:
      let month = incident.content.at.day.month
      return [.push(DocumentScreen([.incidents(.month(month))], from: tab))]
    case .act(let kind): form = IncidentForm(kind, of: incident, context)
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    let names = lines.compactMap { line -> Bilingual? in
      guard case .incident(let event) = line.event else { return nil }
      if case .recorded = event { wanted = Identifier(line.subject.id) }
      return Bilingual(verbatim: line.subject.id + " ") + event.name
    }
    return reload(names)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    drawCover(over: &grid, rows: rows, about: selected(context)?.id.rawValue, context)
  }

  private func look(_ context: Context) -> ActList.Look<Incident> {
    .init(
      columns: [
        .init(Bilingual(zh: "编号", en: "Number"), width: 11),
        .init(Bilingual(zh: "发生时间", en: "When"), width: 11),
        .init(Bilingual(zh: "类别", en: "Sort"), width: 8),
        .init(Bilingual(zh: "经过", en: "What"), width: 20, grows: true),
        .init(Bilingual(zh: "等级", en: "Level"), width: 8, importance: 1),
        .init(Bilingual(zh: "状态", en: "State"), width: 9),
        .init(Bilingual(verbatim: ""), width: 1),
      ], nothing: Bilingual(zh: "没有登记过事故（事件）。", en: "No incident is recorded."),
      cells: { incident in
        let content = incident.content
        let isDue = context.bureau.dues(of: incident).contains { $0.reported == nil }
        return [
          incident.id.rawValue, "\(content.at.day.monthAndDay) \(content.at.hourAndMinute)",
          context(content.kind.name), content.what,
          content.level == .minor ? "-" : context(content.level.name),
          context(incident.state.name), isDue ? "!" : "",
        ]
      }, detail: { IncidentWords.lines($0, context) },
      orders: IncidentOrder.all { $0.sorted($1) }, mark: \.id.rawValue)
  }
}

/// How incidents are put in order; equal ones stand the latest first.
enum IncidentOrder: NamedOrder {
  case latest
  /// What is in hand comes first.
  case open
  case kind
  /// The gravest first.
  case level

  var name: Bilingual {
    switch self {
    case .latest: Bilingual(zh: "时间", en: "time")
    case .open: Bilingual(zh: "状态", en: "state")
    case .kind: Bilingual(zh: "类别", en: "sort")
    case .level: Bilingual(zh: "等级", en: "level")
    }
  }

  func sorted(_ incidents: [Incident]) -> [Incident] {
    let latest = incidents.sorted { ($0.content.at, $0.id) > ($1.content.at, $1.id) }
    return switch self {
    case .latest: latest
    case .open: latest.stably { $0.state == .open ? 0 : $0.state == .closed ? 1 : 2 }
    case .kind: latest.stably(by: \.content.kind.rawValue)
    case .level:
      latest.stably { IncidentLevel.allCases.count - ($0.content.level.order) }
    }
  }
}

extension IncidentLevel {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// An incident told in lines.
enum IncidentWords {
  /// Its number, what is asked, and how much time is left.
  static func due(_ due: EmergencyDue, _ context: Context) -> String {
    let (to, how, left) = (due.rule.to, due.how.name, due.words(at: context.now))
    return context(
      Bilingual(
        zh: "\(due.incident) \(left.zh)：向\(to.zh)（\(how.zh)）",
        en: "\(due.incident) \(left.en): to \(to.en), \(how.en)"))
  }

  static func lines(_ incident: Incident, _ context: Context) -> [String] {
    let (content, bureau) = (incident.content, context.bureau)
    let place = [content.place.map { bureau.name($0) }, content.location].compactMap(\.self)
    let head = "\(incident.id)  \(content.at.dayAndTime)  \(place.joined(separator: " "))"
    let harm = content.casualties.words
    let loss = Bilingual(
      zh: "\(harm.zh)，直接经济损失 \(content.loss) 元", en: "\(harm.en), direct loss \(content.loss) yuan")
    let dues = bureau.dues(of: incident)
    let missing = dues.filter { $0.reported == nil }.map { "! " + self.due($0, context) }
    let table = bureau.incidentRules(on: content.start.day).table
    let reports = incident.reports.map { report in
      let to = table.first { $0.id == report.rule }.map { context($0.to) } ?? report.to
      let isLate = dues.contains {
        $0.rule.id == report.rule && $0.reported == report.at && $0.state(at: context.now) == .late
      }
      let mark = isLate ? " " + context(EmergencyDue.State.late.name) : ""
      return "\(report.at.day.monthAndDay) \(report.at.hourAndMinute) \(context(report.how.name)) "
        + "\(to)\(mark)  \(report.note ?? "")"
    }
    let entries = incident.entries.map {
      "\($0.at.day.monthAndDay) \($0.at.hourAndMinute) \(bureau.name($0.step.person)): \($0.note)"
    }
    let rest = [
      content.cause, content.measures, content.next, incident.conclusion, incident.reason,
    ]
    .compactMap(\.self)
    return [head, content.what + "  " + context(loss)] + missing + reports + entries + rest
  }
}
