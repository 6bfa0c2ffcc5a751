import Almanac
import Canvas
import Domain

/// An entry of the register of activities in full, with what can be done with it.
struct ActivityScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: Hashable, ActChoice {
    case read
    case resolve(Int)
    case view
    case correct
    case withdraw

    var name: Bilingual {
      switch self {
      case .read: Bilingual(zh: "签阅", en: "I have read it")
      case .resolve(let number):
        Bilingual(zh: "办结第\(number)条议定事项", en: "Resolution \(number) is carried out")
      case .view: Bilingual(zh: "看附件", en: "Show the paper")
      case .correct: Bilingual(zh: "更正", en: "Correct it")
      case .withdraw: Bilingual(zh: "作废", en: "Withdraw it")
      }
    }
  }

  private let id: Activity.ID
  private var book: ActivityBook?
  private var files: [DropFile] = []
  private var scroll = Scroll()
  var menu: ActMenu<Choice>?
  var form: ActivityForm?
  /// Why it is withdrawn, or how a resolution was carried out, while it is typed.
  private var asked: (choice: Choice, field: TextField)?

  init(_ id: Activity.ID) { self.id = id }

  var tab: Tab { .today }
  var queries: [Query] { [.activities, .dropFolder] }
  func claims(_ key: Key, _ context: Context) -> Bool {
    isCovered || asked != nil
  }

  private var activity: Activity? { book?.activities.first { $0.id == id } }
  private var kind: ActivityKind? { activity.flatMap { book?.kind(of: $0) } }

  func title(_ context: Context) -> String {
    let name = kind.map { context($0.name) } ?? ""
    let state = activity.map { context(ActivityWords.state($0, kind)) } ?? ""
    return context.titleFitting(["\(id)  \(name)  \(state)", "\(id)  \(name)"], beside: "")
  }

  func actions(_ context: Context) -> [Action] { choices(context).isEmpty ? [] : [.acts] }

  /// What the person may do with it now.
  private func choices(_ context: Context) -> [Choice] {
    guard let activity, activity.stands else { return activity?.content.file == nil ? [] : [.view] }
    let (person, seats) = (context.person, context.person.seats)
    let isRead = activity.reads.contains { $0.person == person.id }
    let isKeeper =
      seats.contains(activity.recorded.person) || person.may(.correctActivity)
    let open = activity.open.filter {
      isKeeper || person.may(.administer) || seats.contains($0.resolution.owner)
    }
    return (kind?.isCirculated == true && !isRead ? [.read] : [])
      + open.map { .resolve($0.number) } + (activity.content.file == nil ? [] : [.view])
      + (isKeeper ? [.correct, .withdraw] : [])
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    switch answer {
    case .dropFolder(let listing):
      files = listing.files
      form?.files = files
    case .activities(let book): self.book = book
    default: break
    }
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    if action == .acts { menu = ActMenu(choices(context)) }
    return []
  }

  func acts(_ context: Context) -> [Bilingual] { choices(context).map(\.name) }

  mutating func act(named name: Bilingual, _ context: Context) -> [Step] {
    choices(context).first { $0.name == name }.map { choose($0, context) } ?? []
  }

  func typed(_ context: Context) -> TypedForm? {
    form?.typed ?? asked.map { TypedForm("activity \(id) \($0.choice)", $0.field) }
  }

  mutating func restore(_ texts: [String: String]) {
    form?.fields.restore(texts)
    if asked != nil { asked?.field = texts.field }
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    if asked != nil { return typeReason(key) }
    _ = scroll.press(key, count: lines(context).count, height: context.body.count)
    return []
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    guard let activity, let kind else { return [] }
    switch choice {
    case .read: return [.effect(.perform(.activity(id, .read)))]
    case .view: return activity.content.file.map { [.effect(.view($0))] } ?? []
    case .correct:
      form = ActivityForm(correcting: activity, kind, context)
      form?.files = files
    case .resolve, .withdraw: asked = (choice, TextField())
    }
    return []
  }

  private mutating func typeReason(_ key: Key) -> [Step] {
    guard let open = asked else { return [] }
    switch key {
    case .escape, .control("c"): asked = nil
    case .enter:
      let text = trimmed(open.field.text)
      if case .resolve(let number) = open.choice {
        let note = text.isEmpty ? nil : text
        return [.effect(.perform(.activity(id, .resolve(number, note: note))))]
      }
      return [.effect(.perform(.activity(id, .withdraw(reason: text))))]
    default: _ = asked?.field.update(key)
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    (form, asked) = (nil, nil)
    let news = lines.compactMap { line -> Bilingual? in
      guard case .activity(let event) = line.event else { return nil }
      return Bilingual(verbatim: line.subject.id + " ") + event.name
    }
    return reload(news)
  }

  private func lines(_ context: Context) -> [String] {
    guard let activity else {
      return book == nil ? [] : [context(ActivityError.noSuchActivity(id.rawValue).message)]
    }
    return ActivityWords.whole(activity, kind, context)
      .flatMap { Cells.wrap($0, context.columns - 2) }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let lines = lines(context)
    for (offset, line) in lines.dropFirst(scroll.top).prefix(rows.count).enumerated() {
      let isHead = offset == 0 && scroll.top == 0
      grid.write(
        line, row: rows.lowerBound + offset, column: 1, style: isHead ? .title : .plain)
    }
    if let asked {
      let label =
        asked.choice == .withdraw
        ? Bilingual(zh: "作废原因", en: "Why withdrawn") : Bilingual(zh: "怎样办结的", en: "How")
      let row = context.rows - 3
      grid.write(Cells.blank(context.columns), row: row)
      asked.field.draw(
        into: &grid, row: row, column: 1, width: context.columns - 2, label: context(label),
        telling: .room(asked.field.text), context)
    }
    drawCover(over: &grid, rows: rows, context)
  }
}
