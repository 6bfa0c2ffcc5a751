import Almanac
import Canvas
import Domain

/// All open hazards, what waits for a decision or is overdue first, with the selected one's timeline.
struct HazardsScreen: Screen {
  var hazards: [Hazard]?
  var list = ListState()
  var order = Order.urgency
  var timeline: (id: Hazard.ID, entries: [TimelineEntry])?
  var form: HazardForm?
  var photographs: PhotographPanel?
  /// Chosen to be dealt with together.
  var marked: Set<Hazard.ID> = []
  /// The hazards that an act on several was refused for, with the reasons, until a key is pressed.
  var refusals: [Judgement] = []
  /// Whether the bars by section and age are shown.
  private(set) var isOverviewOpen = false
  /// The one decided on last in this sitting, which may have left the list.
  private var decided: Hazard.ID?
  private var wanted: Hazard.ID?

  init(selecting id: Hazard.ID? = nil) { wanted = id }

  var tab: Tab { .hazards }
  var queries: [Query] {
    [.hazards] + (timeline.map { [.timeline($0.id)] } ?? [])
      + (photographs == nil ? [] : [.dropFolder])
  }
  func claims(_ key: Key, _ context: Context) -> Bool {
    list.isFiltering || form != nil || photographs != nil || !refusals.isEmpty
      || isOverviewOpen
  }

  /// The hazards that the filter shows, in their order: kept, for an office may have thousands.
  private(set) var shown: [Hazard] = []
  private var counts = HazardCounts([], on: Day(1990, 1, 1))
  private var major = 0
  /// What a filter looks at, for each hazard; made when the first one is typed.
  private var texts: [String] = []

  /// Lists the hazards anew after they, the filter or the order have changed.
  private mutating func relist(_ context: Context) {
    let all = hazards ?? []
    let filter = Filter(list.filter.text, context.pinyin)
    if !filter.isEmpty, texts.count != all.count { texts = all.map { searchText($0, context) } }
    let found =
      filter.isEmpty ? Array(all.indices) : all.indices.filter { filter.matches(texts[$0]) }
    let keys = found.map { order.key(of: all[$0], on: context.today) }
    shown = keys.indices.sorted { keys[$0] < keys[$1] }.map { all[found[$0]] }
    list.position.keep(count: shown.count, height: listHeight(context))
  }

  private func searchText(_ hazard: Hazard, _ context: Context) -> String {
    [
      hazard.id.rawValue, context.bureau.name(hazard.report.place), hazard.report.text,
      context.bureau.name(hazard.section), context.bureau.name(hazard.person),
      context(hazard.report.category.name), context(hazard.state.name),
      context(HazardWords.conditions(hazard, on: context.today)),
    ].joined(separator: " ")
  }

  func selected(_ context: Context) -> Hazard? {
    shown.indices.contains(list.position.selected) ? shown[list.position.selected] : nil
  }

  func title(_ context: Context) -> String {
    context(
      Bilingual(
        zh:
          "未销号隐患 \(counts.open) 条（重大 \(major)，逾期 \(counts.overdue)，待处理 \(counts.waiting)）  排序：\(order.name.zh)",
        en:
          "Open hazards \(counts.open) (major \(major), overdue \(counts.overdue), waiting \(counts.waiting))  by \(order.name.en)"
      ))
  }

  func actions(_ context: Context) -> [Action] {
    var actions: [Action] = []
    if !marked.isEmpty {
      actions = commonActs(context).compactMap(\.action)
    } else if let hazard = selected(context) {
      actions.append(.acts)
      let acts = hazard.possibleActs(for: context.person)
      // What goes to another while it waits to be verified does so by the menu, or marked with others.
      actions += acts.filter { $0 != .assign || !hazard.isBeside($0) }.compactMap(\.action)
      if !hazard.photographs.isEmpty, !acts.contains(.photograph) { actions.append(.photograph) }
    }
    if revocable(context) != nil { actions.append(.undo) }
    if context.person.may(.reportHazard) { actions.append(.report) }
    return actions + [.sort, .filter, .overview, .mark, .markAll]
  }

  /// What `u` takes back: the decision made last here, or else the one on the selected hazard.
  private func revocable(_ context: Context) -> Hazard.ID? {
    if let decided { return decided }
    return selected(context).flatMap {
      $0.mayRevoke(context.person, on: context.today) ? $0.id : nil
    }
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    switch answer {
    case .hazards(let hazards):
      let kept = wanted ?? selected(context)?.id
      self.hazards = hazards
      counts = HazardCounts(hazards, on: context.today)
      major = hazards.count { $0.severity == .major }
      texts = []
      wanted = nil
      marked.formIntersection(hazards.map(\.id))
      relist(context)
      if let kept, let index = shown.firstIndex(where: { $0.id == kept }) {
        list.position.selected = index
      }
      list.position.keep(count: shown.count, height: listHeight(context))
      return loadTimeline(context)
    case .timeline(let id, let entries):
      timeline = (id, entries)
      return []
    case .dropFolder(let listing):
      photographs?.take(listing)
      return []
    case .agenda, .round, .room, .month, .record, .calendar, .entries: return []
    }
  }

  func loadTimeline(_ context: Context) -> [Step] {
    guard let hazard = selected(context) else { return [] }
    return [.effect(.load(.timeline(hazard.id)))]
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .filter:
      list.beginFilter()
      relist(context)
    case .sort:
      let all = Order.allCases
      order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
      list.position = ListPosition()
      relist(context)
      return loadTimeline(context)
    case .report: form = HazardForm(reportIn: context)
    case .photograph:
      return selected(context).map { openPhotographs(of: $0, context) } ?? []
    case .overview: isOverviewOpen = true
    case .mark: mark(context)
    case .markAll: markAll(context)
    case .undo:
      guard let id = revocable(context) else { return [] }
      wanted = id
      return [.effect(.perform(.hazard(id, .revoke)))]
    case .acts:
      guard let hazard = selected(context) else { return [] }
      let acts = hazard.possibleActs(for: context.person)
      guard !acts.isEmpty else {
        return [
          .say(
            Bilingual(
              zh: "隐患\(hazard.state.name.zh)，您现在没有可办的事",
              en: "The hazard is \(hazard.state.name.en); nothing here is yours to do now"))
        ]
      }
      form = HazardForm(menu: acts, of: hazard)
    default:
      // One key serves two acts that are never possible together: sending back, and refusing more time.
      let possible = selected(context)?.possibleActs(for: context.person) ?? []
      let kinds = possible.filter { !$0.isBeside } + HazardCommand.Kind.allCases
      guard let kind = kinds.first(where: { $0.action == action }) else { return [] }
      if !marked.isEmpty { return beginTogether(kind, context) }
      guard let hazard = selected(context) else { return [] }
      if kind == .extend, let asked = hazard.requested, !hazard.isBoundByAuthority {
        // What was asked for is granted with one key; the menu's form grants another day.
        let granted = HazardCommand.extend(to: asked.deadline, reason: asked.reason)
        return [.effect(.perform(.hazard(hazard.id, granted)))]
      }
      return begin(kind, hazard, context)
    }
    return []
  }

  private mutating func begin(
    _ kind: HazardCommand.Kind, _ hazard: Hazard, _ context: Context
  ) -> [Step] {
    if kind == .photograph { return openPhotographs(of: hazard, context) }
    let opened = HazardForm(kind, of: hazard, context)
    if let command = opened.immediateCommand {
      form = nil
      return [.effect(.perform(.hazard(hazard.id, command)))]
    }
    form = opened
    return []
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if isOverviewOpen {
      isOverviewOpen = false
      return []
    }
    if photographs != nil { return pressPhotographs(key, context) }
    if !refusals.isEmpty {
      refusals = []
      return []
    }
    if var open = form {
      let outcome = open.press(key, context)
      form = open
      switch outcome {
      case .stay: return []
      case .cancel:
        form = nil
        return []
      case .choose(let kind):
        return selected(context).map { begin(kind, $0, context) } ?? []
      case .perform(let command):
        form = nil
        return [.effect(.perform(command))]
      case .performEach(let commands):
        form = nil
        return [.effect(.performEach(commands))]
      }
    }
    let filter = list.filter.text
    list.type(
      key, count: shown.count, height: listHeight(context), top: context.body.lowerBound + 1)
    if list.filter.text != filter { relist(context) }
    return loadTimeline(context)
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    let names = lines.compactMap { line -> Bilingual? in
      guard case .hazard(let event) = line.event else { return nil }
      return event.name
    }
    let number = lines.first?.subject.id ?? ""
    decided = lines.first { line in
      if case .hazard(let event) = line.event { event.isDecision } else { false }
    }.map { Identifier($0.subject.id) }
    let hint =
      decided != nil ? Bilingual(zh: "（u 撤回）", en: " (u revokes)") : Bilingual(verbatim: "")
    return [.effect(.load(.hazards))]
      + (photographs == nil ? [] : [.effect(.load(.dropFolder))]) + [
        .say(
          Bilingual(
            zh: "\(number) 已\(names.map(\.zh).joined(separator: "、"))",
            en: "\(number) \(names.map(\.en).joined(separator: ", "))") + hint)
      ]
  }
}

extension HazardCommand.Kind {
  /// The key of its own that an act has on the screen.
  var action: Action? {
    switch self {
    case .verify: .verify
    case .close: .close
    case .assign: .assign
    case .extend: .extend
    case .reject, .refuseExtension: .reject
    case .remind: .remind
    case .photograph: .photograph
    case .accept, .submit, .requestExtension, .decline, .transfer, .withdraw, .note, .safeguard,
      .study, .takeCase, .commit, .reportUp, .list, .delist, .merge,
      .revoke:
      nil
    }
  }
}
