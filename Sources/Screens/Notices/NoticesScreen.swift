import Almanac
import Canvas
import Domain

/// The rectification notices (整改通知书), the latest first: shown and printed, signed for, answered, withdrawn.
struct NoticesScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case show
    case showReply
    case act(RectificationNoticeCommand.Kind)

    var name: Bilingual {
      switch self {
      case .show: Bilingual(zh: "看通知书", en: "Show the notice")
      case .showReply: Bilingual(zh: "看整改回执", en: "Show the answer")
      case .act(.receive): Bilingual(zh: "签收", en: "Sign for it")
      case .act(.answer): Bilingual(zh: "填整改回执", en: "Answer it")
      case .act(.withdraw): Bilingual(zh: "撤回", en: "Withdraw it")
      }
    }
  }

  private var notices: [RectificationNotice]?
  private var list = ActList(detailRows: 6)
  var menu: ActMenu<Choice>?
  var form: NoticeForm?
  /// The one to be selected when the list comes.
  private var wanted: RectificationNotice.ID?

  init(selecting id: RectificationNotice.ID? = nil) { wanted = id }

  var tab: Tab { .hazards }
  var queries: [Query] { [.notices(about: nil)] }
  func claims(_ key: Key, _ context: Context) -> Bool {
    list.isTyping || isCovered
  }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [RectificationNotice] {
    list.found(notices ?? [], look(context), context)
  }

  private func selected(_ context: Context) -> RectificationNotice? {
    list.line(of: shown(context))
  }

  func title(_ context: Context) -> String {
    let open = notices?.count(where: \.isOpen) ?? 0
    let counts = Bilingual(
      zh: "整改通知书  未回执 \(open)，共 \(notices?.count ?? 0)",
      en: "Rectification notices  not answered \(open), all \(notices?.count ?? 0)")
    return list.title([counts], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    (selected(context) == nil ? [] : [.acts, .print, .save])
      + list.tools(notices ?? [], look(context), mark: .markForPaper)
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .notices(nil, let notices) = answer else { return [] }
    self.notices = notices
    list.keep(shown(context), selecting: &wanted, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    let steps = list.act(action, shown(context), look(context), context)
    guard steps == nil, let notice = selected(context) else { return steps ?? [] }
    switch action {
    case .acts:
      let acts = notice.possibleActs.filter {
        $0 != .withdraw || context.person.may(.issueNotice)
      }
      menu = ActMenu(
        [.show] + (notice.state == .answered ? [.showReply] : []) + acts.map(Choice.act))
    case .print: return [.effect(.offer(papers(context), asFile: false))]
    case .save: return [.effect(.offer(papers(context), asFile: true))]
    default: break
    }
    return []
  }

  /// Those marked on paper, or else the selected one.
  private func papers(_ context: Context) -> [Report] {
    list.chosen(of: notices ?? [], shown: shown(context), look(context)).map { .notice($0.id) }
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    guard let notice = selected(context) else { return [] }
    switch choice {
    case .show: return [.push(DocumentScreen([.notice(notice.id)], from: tab))]
    case .showReply: return [.push(DocumentScreen([.reply(notice.id)], from: tab))]
    case .act(let kind): form = NoticeForm(kind, of: notice, context)
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    let names = lines.compactMap { line -> Bilingual? in
      guard case .notice(let event) = line.event else { return nil }
      return Bilingual(verbatim: line.subject.id + " ") + event.name
    }
    return reload(names)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    drawCover(over: &grid, rows: rows, about: selected(context)?.title, context)
  }

  private func look(_ context: Context) -> ActList.Look<RectificationNotice> {
    .init(
      columns: [
        .init(Bilingual(zh: "文号", en: "Number"), width: 20),
        .init(Bilingual(zh: "科室", en: "Section"), width: 14, grows: true),
        .init(Bilingual(zh: "隐患", en: "Hazards"), width: 7, alignment: .trailing),
        .init(Bilingual(zh: "签发", en: "Issued"), width: 10),
        .init(Bilingual(zh: "状态", en: "State"), width: 9),
      ], nothing: Bilingual(zh: "还没有签发过整改通知书。", en: "No notice has been issued yet."),
      cells: { notice in
        [
          notice.title, context.bureau.name(notice.content.section),
          "\(notice.content.lines.count)", notice.content.date.description,
          context(notice.state.name),
        ]
      }, detail: { NoticeWords.lines($0, context) },
      orders: NoticeOrder.all { $0.sorted($1, context.bureau) }, mark: \.id.rawValue)
  }
}

/// How notices are put in order; equal ones stand the latest first.
enum NoticeOrder: NamedOrder {
  case latest
  /// What is not answered comes first.
  case open
  case section

  var name: Bilingual {
    switch self {
    case .latest: Bilingual(zh: "签发", en: "issue")
    case .open: Bilingual(zh: "状态", en: "state")
    case .section: Bilingual(zh: "科室", en: "section")
    }
  }

  /// Notices that come the latest first, in this order.
  func sorted(_ notices: [RectificationNotice], _ bureau: Bureau) -> [RectificationNotice] {
    switch self {
    case .latest: notices
    case .open: notices.stably { $0.isOpen ? 0 : 1 }
    case .section: notices.stably { bureau.name($0.content.section) }
    }
  }
}

/// A notice told in lines.
enum NoticeWords {
  /// Its number, its day and how far it is, in one line.
  static func short(_ notice: RectificationNotice) -> Bilingual {
    let (title, day) = (notice.title, notice.content.date)
    return Bilingual(
      zh: "整改通知书 \(title) \(day) 签发，\(notice.state.name.zh)",
      en: "notice \(title) of \(day), \(notice.state.name.en)")
  }

  static func lines(_ notice: RectificationNotice, _ context: Context) -> [String] {
    let bureau = context.bureau
    func step(_ step: Hazard.Step?, _ name: Bilingual) -> [String] {
      step.map {
        ["\($0.day) \(context(bureau.name($0.person, for: $0.standsFor))) \(context(name))"]
      } ?? []
    }
    let head = "\(notice.id)  \(notice.title)  \(bureau.name(notice.content.section))"
    let steps =
      step(notice.received, RectificationNoticeCommand.Kind.receive.name)
      + step(notice.answered, RectificationNoticeCommand.Kind.answer.name)
      + step(notice.withdrawn, RectificationNoticeCommand.Kind.withdraw.name)
    let reason = notice.reason.map { context(Bilingual(zh: "原因：", en: "Reason: ")) + $0 }
    let asked = notice.content.lines.map { line in
      "\(line.hazard) \(line.deadline?.monthAndDay ?? "")  "
        + (notice.reply(to: line.hazard) ?? context(line.demand))
    }
    return [head] + steps + [reason].compactMap(\.self) + asked
  }
}
