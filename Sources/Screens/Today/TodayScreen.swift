import Almanac
import Canvas
import Domain

/// What is due, most pressing first: the first screen.
struct TodayScreen: Screen {
  private(set) var agenda: Agenda?
  private(set) var list = ListState()
  private(set) var order = TodayOrder.pressing
  /// Whether what can wait is shown line by line, also where Today is longer than the screen.
  private(set) var isUnfolded = false
  private var panel: AlertPanel?
  private var season: SeasonPanel?

  var tab: Tab { .today }
  var queries: [Query] { [.agenda] }
  func claims(_ key: Key, _ context: Context) -> Bool {
    list.isFiltering || panel != nil || season != nil
  }

  var isFollowedByField: Bool { panel?.isFollowedByField ?? false }

  /// A line of the list.
  enum Line {
    case alert(AlertLine)
    case heading(Agenda.Group, Int)
    case round(Round)
    case notice(year: Int)
    case season(SeasonEntry)
    /// The shift that is on now.
    case dutyOn(DutyOn)
    /// A report of an incident that is asked for and not made.
    case emergency(EmergencyDue)
    /// How many more there are, and how many of them are over their limit.
    case emergencies(Int, overdue: Int)
    /// A nil report that is due or was not made.
    case nilReport(NilReport)
    /// A roster that is to be drawn up, adopted or sent up.
    case dutyDue(DutyDue)
    /// A roster in force that cannot hold as it stands.
    case dutyTrouble(DutyTrouble)
    /// A swap of duty that waits for one's word.
    case dutyAsked(DutyRoster)
    case hazards(HazardCounts)
    case hazard(HazardBrief)
    case draft(Draft)
    /// What one who has left still has in hand.
    case leftBehind(InHand)
    /// How many items wait to be confirmed as never applying.
    case exemptions(Int)
    /// How many acts that others have entered wait for one's word.
    case entries(Int)
    /// Circulars to read, or resolutions of meetings to carry out.
    case activity(ActivityReminder)
    /// Things that are over, or end soon.
    case expiry(ExpiryReminder)
    /// Assets of the network of which something is over.
    case assets(Bilingual)
    /// Reviews of rules that were not held.
    case rules(Bilingual)
    /// What of the year's plan is late or due.
    case goal(GoalReminder)
    /// What waits of vehicles and trips.
    case vehicle(VehicleReminder)
    /// How much has nobody who answers for it.
    case gaps([ResponsibilityGap])
    /// A summary or the annual report that falls due.
    case report(ReportDue)
    /// How many keys wait to be tied.
    case keys(Int)
    /// What can wait, by its names: the lines behind this one.
    case waiting(Int, [Bilingual])

    var isSelectable: Bool { if case .heading = self { false } else { true } }

    /// What it is about, by which it is found again when lines above it come or go.
    var subject: String {
      switch self {
      case .alert(.inForce(let alert)): "alert \(alert.id)"
      case .alert(.waiting(let message)), .alert(.drill(let message)): "message \(message.id)"
      case .heading(let group, _): "heading \(group)"
      case .round(let round): "round \(round.id)"
      case .notice: "notice"
      case .season: "season"
      case .dutyOn(let on): "duty \(on.roster)"
      case .emergency(let due): "report \(due.incident) \(due.rule.id) \(due.how)"
      case .emergencies: "reports"
      case .dutyTrouble(let trouble): "trouble \(trouble.roster)"
      case .nilReport(let report): "nil \(report.period.id)"
      case .dutyAsked(let roster): "swap \(roster.id)"
      case .dutyDue(let due): "roster \(due.holiday.key)"
      case .hazards: "hazards"
      case .hazard(let hazard): "hazard \(hazard.id)"
      case .draft(let draft): "draft \(draft.occurrence)"
      case .leftBehind(let hand): "left \(hand.person.id)"
      case .exemptions: "exemptions"
      case .entries: "entries"
      case .activity(let reminder): reminder.subject
      case .expiry(let reminder): reminder.isOverdue ? "expired" : "expiring"
      case .assets: "assets"
      case .rules: "rules"
      case .goal: "goal"
      case .vehicle(let reminder): "vehicle \(reminder.topic)"
      case .gaps: "gaps"
      case .report(let due): "report \(due.command)"
      case .keys: "keys"
      case .waiting: "waiting"
      }
    }
  }

  func title(_ context: Context) -> String {
    let name = context.bureau.organization.name
    let sorted = Bilingual(zh: "  排序：\(order.name.zh)", en: "  by \(order.name.en)")
    return context.titleFitting(
      (order == .pressing ? [] : [name + context(sorted)]) + [name],
      besideColumns: list.filterColumns(context))
  }

  func actions(_ context: Context) -> [Action] {
    var actions: [Action] = [.open, .filter]
    if agenda?.groups(for: context.person).contains(where: { $0.rounds.count > 1 }) ?? false {
      actions.append(.sort)
    }
    if context.person.may(.keepActivities) { actions.append(.recordActivity) }
    if declaredByKey(context) != nil { actions.append(.declareNil) }
    if context.person.may(.raiseAlert) {
      actions.append(.raiseAlert)
      if !context.bureau.alertsInForce.isEmpty { actions.append(.liftAlert) }
    }
    let isUsed = context.bureau.exemptions.contains { !$0.possibleActs.isEmpty }
    if context.person.may(.administer), isUsed { actions.append(.exemptions) }
    if context.person.may(.administer), !context.bureau.offeredKeys.isEmpty {
      actions.append(.keys)
    }
    if agenda?.waitingEntries[context.person.id] != nil { actions.append(.entries) }
    return actions
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .agenda(let agenda) = answer else { return [] }
    let former = lines(context)
    let kept =
      former.indices.contains(list.position.selected) ? former[list.position.selected] : nil
    self.agenda = agenda
    let lines = lines(context)
    if let kept, let index = lines.firstIndex(where: { $0.subject == kept.subject }) {
      let wasAtTop = list.position.top == 0
      list.position.follow(to: index, count: lines.count, height: context.body.count)
      // What has become pressing stands above: it does not slip out of sight.
      if wasAtTop, index < context.body.count { list.position.top = 0 }
    }
    skipHeading(context, down: true)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open: return open(context)
    case .filter: list.beginFilter()
    case .sort:
      order = order.next
      return [.say(Bilingual(zh: "排序：", en: "by ") + order.name)]
    case .declareNil: return declaredByKey(context).map { [$0.declaring] } ?? []
    case .exemptions: return [.push(ExemptionsScreen())]
    case .entries: return [.push(EntriesScreen(of: context.person.id))]
    case .keys: return [.push(KeysScreen())]
    case .recordActivity: return [.push(ActivitiesScreen(isRecording: true))]
    case .raiseAlert: panel = AlertPanel()
    case .liftAlert: panel = .lifting
    default: break
    }
    return []
  }

  private mutating func open(_ context: Context) -> [Step] {
    let lines = lines(context)
    guard let agenda, lines.indices.contains(list.position.selected) else { return [] }
    switch lines[list.position.selected] {
    case .alert(let alert): return alert.open(agenda)
    case .heading: return []
    case .round(let round): return [.push(RoundScreen(key: round.id, round: round))]
    case .notice(let year): return [.push(CalendarScreen(at: Day(year, 1, 1), loads: true))]
    case .season(let entry):
      season = SeasonPanel(entry)
      return []
    case .dutyOn(let on): return [.push(DutyScreen(on.roster))]
    case .emergency(let due): return [.push(IncidentsScreen(selecting: due.incident))]
    case .emergencies: return [.push(IncidentsScreen())]
    case .dutyTrouble(let trouble): return [.push(DutyScreen(trouble.roster))]
    case .nilReport(let report):
      return [.push(NilReportsScreen(selecting: report.period.id))]
    case .dutyAsked(let roster): return [.push(DutyScreen(roster.id))]
    case .dutyDue(let due): return [.push(DutyScreen(Identifier(due.holiday.key)))]
    case .hazards: return [.push(HazardsScreen())]
    case .hazard(let hazard): return [.push(HazardsScreen(selecting: hazard.id))]
    case .draft(let draft): return [.push(RoomScreen(key: draft.occurrence))]
    case .exemptions: return [.push(ExemptionsScreen())]
    case .entries: return [.push(EntriesScreen(of: context.person.id))]
    case .keys: return [.push(KeysScreen())]
    case .waiting:
      isUnfolded.toggle()
      return []
    case .activity(let reminder): return [.push(ActivityScreen(reminder.activity))]
    case .expiry(let reminder): return [.push(ExpiriesScreen(selecting: reminder.expiry))]
    case .assets: return [.push(AssetsScreen())]
    case .rules: return [.push(RulesScreen())]
    case .goal(let reminder):
      return [.push(GoalsScreen(reminder.year, selecting: reminder.goal))]
    case .vehicle(let reminder):
      return [.push(VehiclesScreen(trip: reminder.trip, vehicle: reminder.vehicle))]
    case .gaps: return [.push(ResponsibilityScreen(onlyGaps: true))]
    case .report(.quarter(let period)):
      return [.push(DocumentScreen([.period(period)], from: .summary))]
    case .report(.annual(let year)): return [.push(AnnualScreen(year))]
    case .leftBehind(let hand):
      return (hand.hazards.first.map { [.push(HazardsScreen(selecting: $0))] } ?? []) + [
        .say(
          Bilingual(
            zh: "移交：xunjian person handover \(hand.person.id) --to 接手人",
            en: "To hand over: xunjian person handover \(hand.person.id) --to SUCCESSOR"))
      ]
    }
  }

  func typed(_ context: Context) -> TypedForm? { panel?.typed }
  mutating func restore(_ texts: [String: String]) { panel?.restore(texts) }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if panel != nil { return typePanel(key, context) }
    if season != nil { return typeSeason(key, context) }
    if case .mouse(let mouse) = key, mouse.kind == .press,
      mouse.row - context.body.lowerBound + list.position.top == list.position.selected
    {
      return open(context)
    }
    let before = list.position.selected
    list.type(
      key, count: lines(context).count, height: context.body.count, top: context.body.lowerBound)
    skipHeading(context, down: list.position.selected >= before)
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    panel = nil
    return queries.map { .effect(.load($0)) } + lines.compactMap(AlertLine.news).map(Step.say)
      + lines.compactMap(SeasonPanel.news).map(Step.say)
      + lines.compactMap(NilReport.news).map(Step.say)
  }

  private mutating func typePanel(_ key: Key, _ context: Context) -> [Step] {
    guard var open = panel else { return [] }
    let outcome = open.press(key, context)
    switch outcome {
    case .stay: panel = open
    case .cancel: panel = nil
    case .perform(let command):
      panel = open
      return [.effect(.perform(command))]
    }
    return []
  }

  private mutating func typeSeason(_ key: Key, _ context: Context) -> [Step] {
    guard var open = season else { return [] }
    switch open.press(key, context) {
    case .stay: season = open
    case .cancel: season = nil
    case .warn(let words):
      season = open
      return [.warn(words)]
    case .perform(let command):
      season = nil
      return [.effect(.perform(command))]
    }
    return []
  }

  private mutating func skipHeading(_ context: Context, down: Bool) {
    let lines = lines(context)
    var index = list.position.selected
    while lines.indices.contains(index), !lines[index].isSelectable { index += down ? 1 : -1 }
    if !lines.indices.contains(index) {
      index = lines.firstIndex(where: \.isSelectable) ?? 0
    }
    list.position.selected = index
    list.position.keep(count: lines.count, height: context.body.count)
    if index == 1, list.position.top == 1 { list.position.top = 0 }
  }

  /// The room where inspecting goes on: the latest own draft, or the first open room of the most
  /// pressing round.
  func mostPressingRoom(_ context: Context) -> OccurrenceKey? {
    guard let agenda else { return nil }
    if let draft = agenda.drafts.first(where: { $0.owner == context.person.id }) {
      return draft.occurrence
    }
    let rooms = agenda.groups(for: context.person).flatMap(\.rounds).flatMap(\.rooms)
    let open = rooms.filter { $0.state == .overdue || $0.state == .open }
    // A room that somebody else has begun is theirs until it is taken over.
    return (open.first { $0.draft == nil } ?? open.first)?.occurrence.key
  }

  /// The title of the selected round where its line has no room for it.
  private func cutTitle(_ context: Context) -> String? {
    let lines = lines(context)
    guard lines.indices.contains(list.position.selected),
      case .round(let round) = lines[list.position.selected]
    else { return nil }
    return TodayColumns(context).cutTitle(of: round)
  }

  func status(_ context: Context) -> String {
    if let title = cutTitle(context) { return title }
    guard let agenda, let draft = agenda.drafts.first(where: { $0.owner == context.person.id })
    else { return "" }
    let (place, key) = (
      context.bureau.name(draft.occurrence.place), context.keyMap.name(of: .inspection)
    )
    return context(
      Bilingual(
        zh: "上次停在 \(place) 第\(draft.cursor)项，按 \(key.zh) 继续",
        en: "You stopped at \(place), item \(draft.cursor); \(key.en) goes on"))
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(into: &grid, row: 1, context)
    let lines = lines(context)
    let columns = TodayColumns(context)
    if lines.count > rows.count {
      // Headings are no lines to choose.
      let chosen = lines.prefix(list.position.selected + 1).count(where: \.isSelectable)
      grid.place = "\(chosen)/\(lines.count(where: \.isSelectable))"
    }
    for (offset, index) in list.position.visible(count: lines.count, height: rows.count)
      .enumerated()
    {
      let row = rows.lowerBound + offset
      draw(lines[index], into: &grid, row: row, columns, context)
      if lines[index].isSelectable { grid.choices.append(row) }
      if index == list.position.selected {
        grid.write(">", row: row)
        grid.fill(row: row, style: .selected)
        grid.focus = Position(row: row, column: 0)
      }
    }
    if lines.count <= 1 {
      grid.write(
        context(
          list.filter.text.isEmpty
            ? Bilingual(zh: "两周内没有要检查的。", en: "Nothing to inspect within a fortnight.")
            : Bilingual(zh: "没有符合筛选的。", en: "Nothing fits the filter.")),
        row: rows.lowerBound + 2, column: 3)
    }
    panel?.draw(over: &grid, context)
    season?.draw(over: &grid, context)
  }
}
