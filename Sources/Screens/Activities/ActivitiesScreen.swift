import Almanac
import Canvas
import Domain

/// The register of activities (工作台账), the latest first: recorded, found, added up.
struct ActivitiesScreen: FormScreen {
  /// The entries of a period behind a figure.
  struct Behind: Sendable {
    var row: ActivityTotals.Row
    var kind: ActivityKind
    var period: SummaryPeriod
  }

  private let behind: Behind?
  private var book: ActivityBook?
  private var list = ActList(detailRows: 4)
  private var picker: ActivityKindPicker?
  var form: ActivityForm?
  private var files: [DropFile] = []
  /// Whether it is asked at once which kind is to be recorded.
  private var isRecording: Bool
  /// The one to be selected when the list comes.
  private var wanted: Activity.ID?

  /// - Parameters:
  ///   - behind: The figure whose entries are listed; all entries when nil.
  ///   - isRecording: Whether it begins with recording one.
  init(behind: Behind? = nil, isRecording: Bool = false) {
    self.behind = behind
    self.isRecording = isRecording
  }

  var tab: Tab { behind == nil ? .today : .summary }
  var queries: [Query] { [.activities, .dropFolder] }
  func claims(_ key: Key, _ context: Context) -> Bool {
    list.isTyping || picker != nil || form != nil
  }
  func takes(_ line: String, _ context: Context) -> Bool { picker != nil }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [Activity] {
    guard let book else { return [] }
    let all = behind.map { behind in
      book.activities.filter {
        behind.row.figure.counts($0) && behind.period.days.contains($0.content.day)
      }
    }
    return list.found(all ?? book.activities, look(context), context)
  }

  private func selected(_ context: Context) -> Activity? {
    list.line(of: shown(context))
  }

  func title(_ context: Context) -> String {
    if let behind {
      let period = behind.period.prose
      let name =
        behind.row.figure.part == .entries
        ? behind.kind.name
        : behind.kind.name + Bilingual(zh: "·", en: ", ") + behind.row.name
      let told = Bilingual(
        zh: "\(period.zh) \(name.zh)：\(behind.row.value)",
        en: "\(name.en), \(period.en): \(behind.row.value)")
      return list.title([told], look(context), context)
    }
    let standing = (book?.activities ?? []).filter(\.stands)
    let month = standing.count { $0.content.day.month == context.today.month }
    let counts = Bilingual(
      zh: "工作台账  本月 \(month)，共 \(standing.count)",
      en: "Register of activities  this month \(month), all \(standing.count)")
    return list.title([counts, Action.activities.label], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    let open: [Action] = selected(context) == nil ? [] : [.open]
    let record: [Action] =
      behind == nil && context.person.may(.keepActivities) ? [.recordActivity] : []
    return open + record + (behind == nil ? [.activityTotals] : [])
      + list.tools(book?.activities ?? [], look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    if case .dropFolder(let listing) = answer {
      files = listing.files
      form?.files = files
    }
    guard case .activities(let book) = answer else { return [] }
    self.book = book
    if isRecording {
      isRecording = false
      begin(context)
    }
    list.keep(shown(context), selecting: &wanted, context)
    return []
  }

  private mutating func begin(_ context: Context) {
    picker = book.map { ActivityKindPicker($0.offered(on: context.today)) }
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open: return selected(context).map { [.push(ActivityScreen($0.id))] } ?? []
    case .recordActivity: begin(context)
    case .activityTotals:
      return [.push(ActivityTotalsScreen(.month(context.today.month)))]
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  mutating func typeBelow(_ key: Key, _ context: Context) -> [Step] {
    if picker != nil { return pick(key, context) }
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  private mutating func pick(_ key: Key, _ context: Context) -> [Step] {
    guard var open = picker else { return [] }
    let outcome = open.press(key, context)
    picker = open
    switch outcome {
    case .stay: break
    case .cancel: picker = nil
    case .picked(let kind):
      picker = nil
      form = ActivityForm(kind, context)
      form?.files = files
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    let news = lines.compactMap { line -> Bilingual? in
      guard case .activity(let event) = line.event else { return nil }
      wanted = Identifier(line.subject.id)
      return Bilingual(verbatim: line.subject.id + " ") + event.name
    }
    return reload(news)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    form?.draw(into: &grid, rows: rows, context)
    picker?.draw(over: &grid, context)
  }

  private func look(_ context: Context) -> ActList.Look<Activity> {
    .init(
      columns: [
        .init(Bilingual(zh: "编号", en: "Number"), width: 11, importance: 2),
        .init(Bilingual(zh: "日期", en: "Day"), width: 10),
        .init(Bilingual(zh: "种类", en: "Kind"), width: 16),
        .init(Bilingual(zh: "标题内容", en: "What"), width: 20, grows: true),
        .init(Bilingual(zh: "状态", en: "State"), width: 10),
      ],
      nothing: book == nil
        ? Bilingual(zh: "读取中", en: "reading ...")
        : Bilingual(zh: "还没有登记过活动；按 n 登记。", en: "Nothing is recorded yet; n records."),
      cells: { activity in
        let kind = book?.kind(of: activity)
        return [
          activity.id.rawValue, activity.content.day.description,
          kind.map { context($0.name) } ?? activity.content.kind.rawValue,
          activity.content.title, context(ActivityWords.state(activity, kind)),
        ]
      },
      detail: {
        (behind.map { [context($0.row.definition)] } ?? [])
          + ActivityWords.lines($0, book?.kind(of: $0), context)
      },
      orders: ActivityOrder.all { order, activities in
        book.map { order.sorted(activities, $0) } ?? activities
      })
  }
}

/// How activities are put in order; equal ones stand the latest first.
enum ActivityOrder: NamedOrder {
  case latest
  case kind
  /// What is to be read or carried out comes first.
  case open

  var name: Bilingual {
    switch self {
    case .latest: Bilingual(zh: "日期", en: "day")
    case .kind: Bilingual(zh: "种类", en: "kind")
    case .open: Bilingual(zh: "待办", en: "what is open")
    }
  }

  /// Activities that come the latest first, in this order.
  func sorted(_ activities: [Activity], _ book: ActivityBook) -> [Activity] {
    switch self {
    case .latest: activities
    case .kind:
      activities.stably { activity in
        book.kinds.firstIndex { $0.id == activity.content.kind } ?? book.kinds.count
      }
    case .open:
      activities.stably { activity in
        let isUnread = book.kind(of: activity)?.isCirculated == true && !activity.unread.isEmpty
        return activity.stands && (isUnread || !activity.open.isEmpty) ? 0 : 1
      }
    }
  }
}
