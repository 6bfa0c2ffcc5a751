import Almanac
import Canvas
import Domain

/// The duty roster of a break or another stretch: its shifts, what is to be looked at, and what can be done.
struct DutyScreen: ActScreen {
  /// A roster, or a break that has none yet.
  private struct Sheet {
    var id: DutyRoster.ID
    var name: Bilingual
    var first: Day
    var last: Day
    var roster: DutyRoster?
  }

  /// Which is shown; the one that is on, or the next to be dealt with, when nil.
  private var wanted: DutyRoster.ID?
  private var rosters: [DutyRoster]?
  private var list = ActList(detailRows: 5)
  var menu: ActMenu<DutyAct>?
  var form: DutyForm?

  init(_ wanted: DutyRoster.ID? = nil) { self.wanted = wanted }

  var tab: Tab { .calendar }
  var queries: [Query] { [.dutyRosters] }

  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || isCovered }

  /// The rosters that stand, and the breaks of the next months that have none, by first day.
  private func sheets(_ context: Context) -> [Sheet] {
    guard let rosters else { return [] }
    let standing = rosters.filter { $0.state != .withdrawn }.map { roster in
      Sheet(
        id: roster.id, name: roster.content.name, first: roster.content.first,
        last: roster.content.last, roster: roster)
    }
    let known = Set(standing.map(\.id))
    let breaks = context.bureau.calendar.breaks(
      overlapping: context.today...(context.today + 120)
    ).filter { $0.isRound && !known.contains(Identifier($0.key)) }.map { found in
      Sheet(
        id: Identifier(found.key), name: found.nameWithYear, first: found.firstOff,
        last: found.lastOff, roster: nil)
    }
    return (standing + breaks).sorted { ($0.first, $0.id) < ($1.first, $1.id) }
  }

  private func index(_ sheets: [Sheet], _ context: Context) -> Int? {
    if let wanted, let found = sheets.firstIndex(where: { $0.id == wanted }) { return found }
    return sheets.firstIndex { $0.last >= context.today - 1 } ?? sheets.indices.last
  }

  private func sheet(_ context: Context) -> Sheet? {
    let sheets = sheets(context)
    return index(sheets, context).map { sheets[$0] }
  }

  private func rows(_ context: Context) -> [DutyRow] {
    sheet(context)?.roster?.content.rows ?? []
  }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [DutyRow] {
    list.found(rows(context), look(context), context)
  }

  private func row(_ context: Context) -> DutyRow? { list.line(of: shown(context)) }

  private func warnings(_ context: Context) -> [DutyWarning] {
    guard let roster = sheet(context)?.roster else { return [] }
    return roster.content.warnings(
      others: (rosters ?? []).filter { $0.id != roster.id }, context.bureau)
  }

  func title(_ context: Context) -> String {
    guard let sheet = sheet(context) else { return context(Action.duty.label) }
    let state = sheet.roster?.state.name ?? DutyDue.Step.propose.name
    let sent = sheet.roster?.sent.last.map {
      Bilingual(zh: "，\($0.on.monthAndDay) 已报送", en: ", sent up \($0.on.monthAndDay)")
    }
    let isProvisional =
      context.bureau.calendar.holiday(sheet.id.rawValue)?.isProvisional ?? false
    let mark = isProvisional ? context(WorkCalendar.provisionalMark) + " " : ""
    let name = context(sheet.name) + context(Bilingual(zh: "值班表", en: ": duty roster")) + "  "
    let states = [state + (sent ?? Bilingual(verbatim: "")), state].map { context($0) }
    return list.title(
      [
        mark + name + states[0], mark + name + states[1], name + states[1],
        context(sheet.name) + "  " + states[1],
      ].map(Bilingual.init(verbatim:)), look(context), beside: progress(context), context)
  }

  func progress(_ context: Context) -> String {
    let sheets = sheets(context)
    return list.progress(
      index(sheets, context).map { "\($0 + 1)/\(sheets.count)" } ?? "", context)
  }

  func status(_ context: Context) -> String {
    let warnings = warnings(context)
    guard let first = warnings.first else { return "" }
    let more = warnings.count > 1 ? " (\(warnings.count))" : ""
    return "! " + context(first.message(context.bureau)) + more
  }

  func actions(_ context: Context) -> [Action] {
    let sheets = sheets(context)
    guard let sheet = sheet(context) else { return [] }
    return (acts(on: sheet, context).isEmpty ? [] : [.acts])
      + (sheets.count > 1 ? [.previousPaper, .nextPaper] : [])
      + (sheet.roster == nil ? [] : [.papers])
      + list.tools(rows(context), look(context), sort: .sortTurned)
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .dutyRosters(let rosters) = answer else { return [] }
    let isFirst = self.rosters == nil
    self.rosters = rosters
    wanted = sheet(context)?.id
    let rows = shown(context)
    list.keep(count: rows.count, context)
    if isFirst, let today = rows.firstIndex(where: { $0.day == context.today }) {
      list.select(today, count: rows.count, context)
    }
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .acts: menu = sheet(context).flatMap { ActMenu(acts(on: $0, context)) }
    case .nextPaper: go(by: 1, context)
    case .previousPaper: go(by: -1, context)
    case .papers:
      guard let roster = sheet(context)?.roster else { return [] }
      let papers: [DutyPaper] =
        [.roster] + (roster.changesAfterSending.isEmpty ? [] : [.changes])
        + (roster.log.isEmpty && roster.checks.isEmpty ? [] : [.log])
      return [.push(DocumentScreen(papers.map { .duty(roster.id, $0) }, from: tab))]
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  private func acts(on sheet: Sheet, _ context: Context) -> [DutyAct] {
    DutyAct.possible(sheet.roster, context)
  }

  private mutating func go(by steps: Int, _ context: Context) {
    let sheets = sheets(context)
    guard let index = index(sheets, context), sheets.indices.contains(index + steps) else { return }
    wanted = sheets[index + steps].id
    list = ActList(detailRows: 5)
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func choose(_ act: DutyAct, _ context: Context) -> [Step] {
    guard let sheet = sheet(context) else { return [] }
    switch act {
    case .propose:
      return [.effect(.perform(.proposeDuty(request(for: sheet))))]
    case .adopt: return perform(.adopt, context)
    case .agree: return perform(.answerSwap(isAgreed: true), context)
    case .decline, .change, .swap, .log, .send, .withdraw:
      guard let roster = sheet.roster, let row = row(context) else { return [] }
      let addressee = (rosters ?? []).flatMap(\.sent).max { $0.on < $1.on }?.to ?? ""
      form = DutyForm(act, row, of: roster, addressee: addressee, context)
    }
    return []
  }

  private func request(for sheet: Sheet) -> DutyRequest {
    guard let content = sheet.roster?.content, content.kind != .holiday else {
      return .holiday(sheet.id.rawValue)
    }
    return .days(content.kind, content.first...content.last, name: content.name.zh)
  }

  private func perform(_ command: DutyCommand, _ context: Context) -> [Step] {
    sheet(context).map { [.effect(.perform(.duty($0.id, command)))] } ?? []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    let news = lines.compactMap { line -> Bilingual? in
      guard case .duty(let event) = line.event else { return nil }
      return event.name
    }
    return reload(news)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    drawCover(over: &grid, rows: rows, context)
  }

  private func look(_ context: Context) -> ActList.Look<DutyRow> {
    let warnings = warnings(context)
    let isSplit = Set(rows(context).map(\.shift)).count > 1
    let roster = sheet(context)?.roster
    return .init(
      columns: [
        .init(Bilingual(zh: "日期", en: "Day"), width: 5),
        .init(Bilingual(zh: "星期", en: "Week"), width: 4),
        .init(Bilingual(zh: "日别", en: "Kind"), width: 10, importance: 1),
      ] + (isSplit ? [.init(Bilingual(zh: "班次", en: "Shift"), width: 5)] : []) + [
        .init(Bilingual(zh: "带班", en: "Leading"), width: 20, grows: true),
        .init(Bilingual(zh: "值班", en: "On duty"), width: 12, grows: true),
        .init(Bilingual(zh: "电话", en: "Phone"), width: 13, importance: 2),
        .init(Bilingual(verbatim: ""), width: 1),
      ],
      nothing: context.person.may(.keepDuty)
        ? Bilingual(zh: "还没有值班表；按 Enter 拟定。", en: "No roster yet; Enter draws it up.")
        : Bilingual(zh: "还没有值班表。", en: "No roster yet."),
      cells: { row in
        let isWarned = warnings.contains { $0.day == row.day }
        return [
          row.day.monthAndDay, context(row.day.weekdayName),
          context(context.bureau.calendar.dutyDay(row.day).name),
        ] + (isSplit ? [context(row.shift.name)] : []) + [
          DutyWords.names(row.leading, context), DutyWords.names(row.onDuty, context),
          row.phone ?? context.bureau.presentDutyRules(on: row.day).phone ?? "",
          isWarned ? "!" : "",
        ]
      }, detail: { DutyWords.lines($0, of: roster, warnings, context) })
  }
}
