import Almanac
import Canvas
import Domain

/// The terminal program: a stack of screens, an overlay, news. A value; all effects are asked for.
public struct App: Sendable {
  /// What is said on the status line.
  struct News: Sendable {
    var text: Bilingual
    var isWarning: Bool
  }

  /// Who, when, where, in which language and window.
  public internal(set) var context: Context
  var screens: [any Screen]
  var overlay: (any Overlay)?
  var news: News?
  var isMouseOn: Bool
  var theme: Theme
  /// The names of what was chosen in the palette, the latest first.
  public internal(set) var recent: [String]
  /// Whether something was typed in the form that is open.
  var isTouched = false
  /// The forms left by another key than Esc whose texts are not written yet.
  var sent: Set<String> = []
  /// Whether the person was chosen here and may be chosen again: practice and shared logins.
  let mayChoosePerson: Bool

  /// - Parameters:
  ///   - isPersonKnown: Whether the login named the person; otherwise the program asks.
  ///   - theme: The theme that the terminal draws in.
  ///   - isMouseOn: Whether the terminal reports the mouse.
  ///   - recent: What was chosen by its name in sittings before, the latest first.
  public init(
    _ context: Context, isPersonKnown: Bool, mayChoosePerson: Bool, theme: Theme = .auto,
    isMouseOn: Bool = false, recent: [String] = []
  ) {
    self.recent = recent
    self.context = context
    self.theme = theme
    self.isMouseOn = isMouseOn
    self.mayChoosePerson = mayChoosePerson
    screens = [TodayScreen()]
    overlay = isPersonKnown ? nil : PersonPicker(context)
  }

  /// What to ask for before the first key.
  public var opening: [Effect] { screens.flatMap(\.queries).map(Effect.load) }

  var screen: any Screen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }

  /// Advances the program by one message.
  public mutating func update(_ message: Message) -> [Effect] {
    let before = screen.typed(context)
    let effects = take(message)
    return follow(message, from: before) + effects
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key):
      // A window that changes its size says nothing: what was said last is still to be read.
      if case .resize = key {} else { news = nil }
      return press(key)
    case .loaded(let answer):
      var effects: [Effect] = []
      if case .agenda(let agenda) = answer { context.renew(agenda.bureau) }
      for index in screens.indices {
        let steps = screens[index].take(answer, context)
        effects += index == screens.count - 1 ? run(steps) : effectsOnly(steps)
      }
      return effects
    case .done(let lines):
      return run(screen.done(lines, context)) + reloadBelow()
    case .judged(let judgements): return run(screen.judged(judgements, context)) + reloadBelow()
    case .refused(let reason), .notSaved(let reason):
      news = News(text: reason, isWarning: true)
      return []
    case .locked(let effect, let trouble):
      overlay = PassphrasePanel(effect, trouble: trouble)
      return []
    case .keyless(let effect, let offer):
      overlay = FirstKeyPanel(effect, offer)
      return []
    case .keyMade(let fingerprint, let effect):
      overlay = KeyMadePanel(effect: effect, fingerprint: fingerprint)
      return []
    case .saved: return []
    case .told(let text):
      news = News(text: text, isWarning: false)
      return []
    case .working(let work):
      if let work { show(work) } else if overlay is WorkPanel { overlay = nil }
      return []
    case .verified(let check): return ask(LedgerCheckPanel(check))
    case .recalled(let kept):
      restore(kept)
      return []
    case .outlets(let outlets, let asFile): return ask(PrintDialog(outlets, asFile: asFile))
    case .stored(let words, let note, let isPrinted):
      // The status line shares its row with the warning against classified content.
      guard note != nil || Cells.width(context(words)) > context.columns - 30 else {
        return update(.told(words))
      }
      return ask(StoredPanel(words: words, note: note, isPrinted: isPrinted))
    case .occupied(let reports, let order, let free):
      return ask(ReplaceQuestion(reports: reports, order: order, free: free))
    case .changed: return screens.flatMap(\.queries).map(Effect.load)
    case .tick(let moment):
      let isNewDay = moment.day != context.today
      let hasExpired = context.bureau.alertsInForce.contains { !$0.asOf(moment).isInForce }
      context.now = moment
      return isNewDay || hasExpired ? screens.flatMap(\.queries).map(Effect.load) : []
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if case .mouse(let mouse) = key, let keys = keys(clickedAt: mouse) {
      var effects: [Effect] = []
      for key in keys { effects += press(key) }
      return effects
    }
    switch key {
    case .resize(let columns, let rows):
      let isOtherWidth = columns != context.columns
      (context.columns, context.rows) = (columns, rows)
      // Pages are laid out by the width.
      return isOtherWidth ? screen.queries.map(Effect.load) : []
    case .hangUp: return [.quit]
    case .undecodable:
      news = News(
        text: Bilingual(
          zh: "终端编码不是 UTF-8，请在终端设置中改为 UTF-8",
          en: "The terminal does not send UTF-8; set its encoding to UTF-8"), isWarning: true)
      return []
    case .control where context.keyMap.keys(of: .redraw).contains(key): return [.redraw]
    case .control where context.keyMap.keys(of: .suspend).contains(key): return [.suspend]
    default: break
    }
    if overlay != nil { return pressOverlay(key) }
    if key == .control("c") {
      overlay = QuitQuestion()
      return []
    }
    if !screen.claims(.escape, context),
      let tab = Tab.allCases.first(where: { context.keyMap.keys(of: $0.action).contains(key) })
    {
      return act(tab.action)
    }
    if leavesPanel(key) { return run(screen.type(.escape, context)) }
    if screen.claims(key, context) { return run(screen.type(key, context)) }
    if let action = action(for: key) { return act(action) }
    if case .mouse(let mouse) = key, mouse.kind == .press, mouse.row == 0 {
      return tab(at: mouse.column).map { act($0.action) } ?? []
    }
    if case .paste = key {
      news = News(
        text: Bilingual(
          zh: "这里不是输入框，已忽略粘贴的文字", en: "No text field here: the pasted text was ignored"),
        isWarning: true)
      return []
    }
    if key.isHan {
      news = News(
        text: Bilingual(
          zh: "输入法开着：用数字键，或按 Shift 切英文",
          en: "The input method is on: use digits, or press Shift"), isWarning: true)
      return []
    }
    return run(screen.type(key, context))
  }

  /// Whether a key that quits is pressed where a panel of the screen is open without a field: then it leaves
  /// the panel, as Esc does.
  private func leavesPanel(_ key: Key) -> Bool {
    context.keyMap.keys(of: .quit).contains(key.folded) && screen.claims(.escape, context)
      && view.cursor == nil
  }

  private func action(for key: Key) -> Action? {
    let wanted = key.folded
    let own = screen.actions(context)
    return (own + Action.everywhere.filter { !own.contains($0) })
      .first { context.keyMap.keys(of: $0).contains(wanted) }
  }

  mutating func act(_ action: Action) -> [Effect] {
    switch action {
    case .help: overlay = HelpOverlay()
    case .tour: overlay = TourOverlay()
    case .palette: overlay = PaletteOverlay(self)
    case .quit: return screens.count > 1 ? back() : ask(QuitQuestion())
    case .back: return screens.count > 1 ? back() : []
    case .today: return show(TodayScreen())
    case .hazards: return show(HazardsScreen())
    case .calendar: return show(CalendarScreen(at: context.today))
    case .summary: return show(SummaryScreen(month: context.today.month))
    case .duty: return screen is DutyScreen ? [] : run([.push(DutyScreen())])
    case .activities: return screen is ActivitiesScreen ? [] : run([.push(ActivitiesScreen())])
    case .incidents: return screen is IncidentsScreen ? [] : run([.push(IncidentsScreen())])
    case .nilReports: return screen is NilReportsScreen ? [] : run([.push(NilReportsScreen())])
    case .expiries: return screen is ExpiriesScreen ? [] : run([.push(ExpiriesScreen())])
    case .assets: return screen is AssetsScreen ? [] : run([.push(AssetsScreen())])
    case .rules: return screen is RulesScreen ? [] : run([.push(RulesScreen())])
    case .responsibility:
      return screen is ResponsibilityScreen ? [] : run([.push(ResponsibilityScreen())])
    case .assessment:
      return screen is AssessmentScreen
        ? [] : run([.push(AssessmentScreen(ReportDue.year(on: context.today)))])
    case .yearReport:
      return screen is AnnualScreen
        ? [] : run([.push(AnnualScreen(ReportDue.year(on: context.today)))])
    case .coverage:
      return screen is CoverageScreen
        ? [] : run([.push(CoverageScreen(ReportDue.year(on: context.today)))])
    case .goals:
      return screen is GoalsScreen ? [] : run([.push(GoalsScreen(context.today.year))])
    case .vehicles: return screen is VehiclesScreen ? [] : run([.push(VehiclesScreen())])
    case .inspection: return goOnInspecting()
    case .switchPerson:
      if mayChoosePerson { overlay = PersonPicker(context) }
    case .verifyLedger: return [.verify]
    case .backUp: return [.backUp]
    case .mouse:
      isMouseOn.toggle()
      news = News(
        text: isMouseOn
          ? Bilingual(zh: "鼠标已开；选文字请按住 Shift", en: "Mouse on; hold Shift to select text")
          : Bilingual(zh: "鼠标已关", en: "Mouse off"), isWarning: false)
      return [.mouse(isMouseOn)]
    case .theme: return changeTheme()
    case .language: return changeLanguage()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    default: return run(screen.act(action, context))
    }
    return []
  }

  private mutating func changeTheme() -> [Effect] {
    theme = theme.next
    news = News(
      text: Bilingual(
        zh: "配色：\(theme.name.zh)（已记住，config.yaml 里写的优先）",
        en: "Colours: \(theme.name.en) (kept, unless config.yaml has a theme)"),
      isWarning: false)
    return [.theme(theme)]
  }

  private mutating func changeLanguage() -> [Effect] {
    context.language = context.language == .chinese ? .english : .chinese
    news = News(
      text: Bilingual(
        zh: "已改用中文（已记住，config.yaml 里写的优先）",
        en: "In English now (kept, unless config.yaml has a language)"), isWarning: false)
    // Pages are laid out in the language.
    return [.language(context.language)] + screens.flatMap(\.queries).map(Effect.load)
  }

  private mutating func ask(_ question: some Overlay) -> [Effect] {
    overlay = question
    return []
  }

  /// Goes to a tab's screen: Today is always the bottom of the stack.
  private mutating func show(_ next: any Screen) -> [Effect] {
    screens = next is TodayScreen ? [next] : [screens[0], next]
    return next.queries.map(Effect.load)
  }

  private mutating func goOnInspecting() -> [Effect] {
    guard let today = screens[0] as? TodayScreen, let key = today.mostPressingRoom(context) else {
      news = News(
        text: Bilingual(zh: "现在没有待检查的房间", en: "No room is open now"), isWarning: false)
      return []
    }
    return show(RoomScreen(key: key))
  }

  private mutating func back() -> [Effect] {
    screens.removeLast()
    return screen.queries.map(Effect.load)
  }

  private func reloadBelow() -> [Effect] {
    screens.dropLast().flatMap(\.queries).map(Effect.load)
  }

  private func effectsOnly(_ steps: [Step]) -> [Effect] {
    steps.compactMap { if case .effect(let effect) = $0 { effect } else { nil } }
  }

  /// Carries steps out: moves inside the program happen here, the rest is asked for.
  mutating func run(_ steps: [Step]) -> [Effect] {
    var effects: [Effect] = []
    for step in steps {
      switch step {
      case .effect(let effect): effects.append(effect)
      case .push(let next):
        screens.append(next)
        effects += next.queries.map(Effect.load)
      case .replace(let next):
        screen = next
        effects += next.queries.map(Effect.load)
      case .pop: if screens.count > 1 { effects += back() }
      case .walk(let round, let others): context.together[round] = others
      case .decided(let hazard): context.decided = hazard
      case .say(let text): news = News(text: text, isWarning: false)
      case .warn(let text): news = News(text: text, isWarning: true)
      }
    }
    return effects
  }
}

extension Moment {
  /// As `10:42:07`.
  var clockTime: String { "\(hourAndMinute):\(padded(second % 60, 2))" }
}

extension App {
  /// Tells the program how late it is, before each message.
  public mutating func advance(to now: Moment, seconds: Int) {
    if now.day == context.today { context.now = now }
    context.seconds = seconds
  }

  /// Shows the tour before anything else that is asked.
  public mutating func showTour() { overlay = TourOverlay(then: overlay) }

  /// Opens a room at once, to be walked together with other rounds where they are open there.
  public mutating func open(_ room: OccurrenceKey, with rounds: Set<RoundKey> = []) -> [Effect] {
    run(
      (rounds.isEmpty ? [] : [.walk(room.round, with: rounds)]) + [.push(RoomScreen(key: room))])
  }
}
