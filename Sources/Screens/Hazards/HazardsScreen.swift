import Almanac
import Canvas
import Domain

/// All open hazards, what waits for a decision or is overdue first, with the selected one's timeline.
struct HazardsScreen: Screen {
  /// The stretch of the list that is loaded; nil before the first answer.
  var window: HazardWindow?
  var list = ListState()
  var order = HazardOrder.urgency
  var timeline: (id: Hazard.ID, entries: [TimelineEntry])?
  /// The rectification notices that name the selected hazard, the latest first.
  var notices: (id: Hazard.ID, all: [RectificationNotice])?
  var form: HazardForm?
  var photographs: PhotographPanel?
  var papers: HazardPapers?
  /// Chosen to be dealt with together.
  var marked: [Hazard.ID: Hazard] = [:]
  /// The hazards that an act on several was refused for, with the reasons, until a key is pressed.
  var refusals: [Judgement] = []
  /// The hazards of the bars by section and age, while these are shown.
  var overview: [HazardBrief]?
  /// The one to select when the list comes anew, instead of the one that is selected.
  private var wanted: Hazard.ID?

  init(selecting id: Hazard.ID? = nil) { wanted = id }

  var tab: Tab { .hazards }
  var queries: [Query] {
    [.hazards(listing(around: wanted ?? selected?.id))]
      + (timeline.map { [.timeline($0.id), .notices(about: $0.id)] } ?? [])
      + (photographs == nil ? [] : [.dropFolder])
      + (marked.isEmpty ? [] : [.chosenHazards(.numbered(Array(marked.keys)))])
      + (overview == nil ? [] : [.hazardBriefs(words: list.filter.text)])
  }
  func claims(_ key: Key, _ context: Context) -> Bool {
    list.isFiltering || form != nil || photographs != nil || !refusals.isEmpty
      || overview != nil || papers != nil
  }

  var isFollowedByField: Bool { form?.isFollowedByField ?? false }

  func named(_ context: Context) -> NamedField? { form?.named(context) }

  func typed(_ context: Context) -> TypedForm? { form?.typed ?? papers?.typed }
  mutating func restore(_ texts: [String: String]) {
    form?.restore(texts)
    papers?.restore(texts)
  }

  /// How many hazards the list has, as far as the filter narrows it.
  var count: Int { window?.total ?? 0 }

  var selected: Hazard? { window?[list.position.selected] }

  /// What the list asks for: the rows about where it stands, or about a hazard.
  private func listing(around hazard: Hazard.ID? = nil) -> HazardListing {
    HazardListing(
      order: order, words: list.filter.text,
      first: list.position.selected - HazardListing.rows / 2, around: hazard)
  }

  /// Asks for the list from its beginning, after its order or filter has changed.
  private mutating func relist() -> [Step] {
    list.position = ListPosition()
    return [.effect(.load(.hazards(listing())))]
  }

  /// Asks for what has come into sight: rows, where the loaded stretch ends before them, or a timeline.
  private func loadShown(_ context: Context) -> [Step] {
    let visible = list.position.visible(count: count, height: listHeight(context))
    let isLoaded =
      visible.isEmpty
      || [visible.lowerBound, visible.upperBound - 1].allSatisfy {
        window?[$0] != nil
      }
    return isLoaded ? loadTimeline() : [.effect(.load(.hazards(listing())))]
  }

  func actions(_ context: Context) -> [Action] {
    var actions: [Action] = []
    if !marked.isEmpty {
      actions = commonActs(context).compactMap(\.action)
    } else if let hazard = selected {
      let acts = hazard.possibleActs(for: context.person)
      if !acts.isEmpty { actions.append(.acts) }
      // What goes to another while it waits to be verified does so by the menu, or marked with others.
      actions += acts.filter { $0 != .assign || !hazard.isBeside($0) }.compactMap(\.action)
      if !hazard.photographs.isEmpty, !acts.contains(.photograph) { actions.append(.photograph) }
    }
    if revocable(context) != nil { actions.append(.undo) }
    if context.person.may(.reportHazard) { actions.append(.report) }
    return actions + (selected == nil ? [] : [.whole, .answers])
      + [.papers, .notices, .sort, .filter, .overview, .mark, .markAll]
  }

  /// The acts on the selected hazard that only the menu has.
  private func menuActs(_ context: Context) -> [HazardCommand.Kind] {
    guard marked.isEmpty, let hazard = selected else { return [] }
    return hazard.possibleActs(for: context.person).filter { $0.action == nil && $0 != .revoke }
  }

  func acts(_ context: Context) -> [Bilingual] { menuActs(context).map(\.name) }

  mutating func act(named name: Bilingual, _ context: Context) -> [Step] {
    guard let hazard = selected, let kind = menuActs(context).first(where: { $0.name == name })
    else { return [] }
    return begin(kind, hazard, context)
  }

  /// What `u` takes back: the decision made last here, or else the one on the selected hazard.
  private func revocable(_ context: Context) -> Hazard.ID? {
    if let decided = context.decided { return decided }
    return selected.flatMap {
      $0.mayRevoke(context.person, on: context.today) ? $0.id : nil
    }
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    switch answer {
    case .hazards(let window):
      let height = listHeight(context)
      self.window = window
      if let found = window.found {
        if wanted == nil {
          list.position.follow(to: found, count: count, height: height)
        } else {
          list.position.selected = found
        }
      }
      wanted = nil
      list.position.keep(count: count, height: height)
      return loadTimeline()
    case .hazardBriefs(let briefs):
      overview = briefs
      return []
    case .chosenHazards(let hazards):
      marked = Dictionary(hazards.filter(\.isOpen).map { ($0.id, $0) }) { first, _ in first }
      return []
    case .timeline(let id, let entries):
      timeline = (id, entries)
      return []
    case .dropFolder(let listing):
      photographs?.take(listing)
      papers?.take(listing)
      return []
    case .decisionSheets(let day, let sheets):
      papers?.take(sheets, of: day, context)
      return []
    case .notices(let id?, let notices):
      self.notices = (id, notices)
      return []
    default:
      return []
    }
  }

  private func loadTimeline() -> [Step] {
    guard let hazard = selected else { return [] }
    return [.effect(.load(.timeline(hazard.id))), .effect(.load(.notices(about: hazard.id)))]
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .filter:
      list.beginFilter()
      return relist()
    case .sort:
      order = order.next
      return relist()
    case .report: form = HazardForm(reportIn: context)
    case .photograph:
      return selected.map { openPhotographs(of: $0, context) } ?? []
    case .whole:
      guard let hazard = selected else { return [] }
      let entries = timeline.flatMap { $0.id == hazard.id ? $0.entries : nil } ?? []
      return [.push(HazardScreen(hazard, entries))]
    case .papers: openPapers(context)
    case .notices: return [.push(NoticesScreen(selecting: standing?.id))]
    case .answers: return selected.map { [.push($0.answers(context))] } ?? []
    case .overview: return [.effect(.load(.hazardBriefs(words: list.filter.text)))]
    case .mark: return mark(context) + loadShown(context)
    case .markAll: return markAll()
    case .undo:
      guard let id = revocable(context) else { return [] }
      wanted = id
      return [.effect(.perform(.hazard(id, .revoke)))]
    case .acts:
      guard let hazard = selected else { return [] }
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
      let possible = selected?.possibleActs(for: context.person) ?? []
      let kinds = possible.filter { !$0.isBeside } + HazardCommand.Kind.allCases
      guard let kind = kinds.first(where: { $0.action == action }) else { return [] }
      if !marked.isEmpty { return beginTogether(kind, context) }
      guard let hazard = selected else { return [] }
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
    if overview != nil {
      overview = nil
      return []
    }
    if photographs != nil { return pressPhotographs(key, context) }
    if papers != nil { return pressPapers(key, context) }
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
        return selected.map { begin(kind, $0, context) } ?? []
      // The form goes when its act is written; after a refusal what was typed is still there.
      case .perform(let command): return [.effect(.perform(command))]
      case .performEach(let acts):
        return [
          .effect(
            .performEach(
              acts.map { EachAct(.hazard($0.hazard, $0.command), on: $0.hazard.rawValue) }))
        ]
      }
    }
    let filter = list.filter.text
    list.type(
      key, count: count, height: listHeight(context), top: context.body.lowerBound + 1)
    return list.filter.text == filter ? loadShown(context) : relist()
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    if let steps = issued(by: lines) { return steps }
    let names = lines.compactMap { line -> Bilingual? in
      guard case .hazard(let event) = line.event else { return nil }
      return event.name
    }
    let number = lines.first?.subject.id ?? ""
    let decided = lines.first { line in
      if case .hazard(let event) = line.event { event.isDecision } else { false }
    }.map { Hazard.ID($0.subject.id) }
    let key = context.keyMap.name(of: .undo)
    let hint =
      decided != nil
      ? Bilingual(zh: "（\(key.zh) 撤回）", en: " (\(key.en) revokes)") : Bilingual(verbatim: "")
    return [
      .decided(decided), .effect(.load(.hazards(listing(around: wanted ?? selected?.id)))),
    ]
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
      .study, .takeCase, .commit, .reportUp, .list, .delist, .patch, .merge,
      .revoke:
      nil
    }
  }
}
