import Almanac
import Canvas
import Domain

/// What ends and when (到期事项): what ends first before, with its history; entered, renewed, changed, retired.
struct ExpiriesScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case act(ExpiryForm.Act)
    case view(Scan)
    case register

    var name: Bilingual {
      switch self {
      case .act(let act): act.name
      case .view: Bilingual(zh: "看附件", en: "Show its paper")
      case .register: Bilingual(zh: "看到期事项台账", en: "Show the register")
      }
    }
  }

  private var book: ExpiryBook?
  private var files: [DropFile] = []
  private var list = ActList(detailRows: 8)
  var menu: ActMenu<Choice>?
  var form: ExpiryForm?
  /// The one to be selected when the list comes.
  private var wanted: Expiry.ID?

  init(selecting id: Expiry.ID? = nil) { wanted = id }

  var tab: Tab { .today }
  var queries: [Query] { [.expiries, .dropFolder] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || isCovered }

  private var kept: [Expiry] { (book?.expiries ?? []).filter(\.stands) }

  /// What the filter leaves, in the order chosen.
  private func shown(_ context: Context) -> [Expiry] {
    list.found(kept, look(context), context)
  }

  private func selected(_ context: Context) -> Expiry? { list.line(of: shown(context)) }

  func title(_ context: Context) -> String {
    func count(_ state: Expiry.State) -> Int { kept.count { $0.state(on: context.today) == state } }
    let (over, soon) = (count(.overdue), count(.soon))
    let counts = Bilingual(
      zh: "到期事项  已过期 \(over)，\(Expiry.notice)天内 \(soon)，共 \(kept.count)",
      en: "What ends  over \(over), within \(Expiry.notice) days \(soon), all \(kept.count)")
    return list.title([counts, Action.expiries.label], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    let expiry = selected(context)
    let renews = expiry?.mayRenew(context.person) ?? false || !list.marks.isEmpty
    return (expiry == nil ? [] : [.acts]) + (renews ? [.renewExpiry] : [])
      + (context.person.may(.keepSafetyFile) ? [.addExpiry] : [])
      + (kept.isEmpty ? [] : [.print, .save]) + list.tools(kept, look(context), mark: .markForPaper)
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    if case .dropFolder(let listing) = answer {
      files = listing.files
      form?.files = files
    }
    guard case .expiries(let book) = answer else { return [] }
    self.book = book
    list.keepMarks(among: kept, look(context))
    list.keep(shown(context), selecting: &wanted, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .addExpiry: begin(.add, [], context)
    case .print: return [.effect(.offer([.expiries], asFile: false))]
    case .save: return [.effect(.offer([.expiries], asFile: true))]
    case .renewExpiry:
      let chosen = list.chosen(of: kept, shown: shown(context), look(context))
      if !chosen.isEmpty { begin(.renew, chosen, context) }
    case .acts:
      if let expiry = selected(context) { menu = ActMenu(choices(expiry, context.person)) }
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  private func choices(_ expiry: Expiry, _ person: Person) -> [Choice] {
    let acts =
      (expiry.mayRenew(person) ? [.renew] : [])
      + (person.may(.keepSafetyFile) ? [ExpiryForm.Act.edit, .retire] : [])
    return acts.map(Choice.act) + [expiry.content.term.file].compactMap(\.self).map(Choice.view)
      + [.register]
  }

  private mutating func begin(
    _ act: ExpiryForm.Act, _ expiries: [Expiry], _ context: Context
  ) {
    form = ExpiryForm(act, of: expiries, book?.kinds ?? [], context)
    form?.files = files
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    guard let expiry = selected(context) else { return [] }
    switch choice {
    case .view(let file): return [.effect(.view(file))]
    case .register: return [.push(DocumentScreen([.expiries], from: tab))]
    case .act(let act): begin(act, [expiry], context)
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    list.unmark(subjectsOf: lines)
    let news = lines.compactMap { line -> Bilingual? in
      guard case .expiry(let event) = line.event else { return nil }
      wanted = Identifier(line.subject.id)
      return Bilingual(verbatim: line.subject.id + " ") + event.name
    }
    return reload(news)
  }

  mutating func judged(_ judgements: [Judgement], _ context: Context) -> [Step] {
    form = nil
    list.take(judgements)
    return reload([judgements.outcome])
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    drawCover(over: &grid, rows: rows, about: selected(context)?.content.name, context)
  }

  private func look(_ context: Context) -> ActList.Look<Expiry> {
    let (today, bureau) = (context.today, context.bureau)
    return .init(
      columns: [
        .init(Bilingual(verbatim: ""), width: 2),
        .init(Bilingual(zh: "有效期至", en: "Until"), width: 10),
        .init(Bilingual(zh: "剩余", en: "Left"), width: 13),
        .init(Bilingual(zh: "名称", en: "Name"), width: 20, grows: true),
        .init(Bilingual(zh: "种类", en: "Kind"), width: 14, importance: 2),
        .init(Bilingual(zh: "场所", en: "Place"), width: 12, importance: 1),
        .init(Bilingual(zh: "责任人", en: "Person"), width: 8, importance: 3),
      ], nothing: Bilingual(zh: "没有登记到期事项。", en: "Nothing that ends is entered."),
      cells: { expiry in
        let content = expiry.content
        let count = content.count > 1 ? " ×\(content.count)" : ""
        return [
          expiry.state(on: today).mark, expiry.until.description,
          context(Expiry.daysLeft(to: expiry.until, on: today)), content.name + count,
          book?.kind(content.kind).map { context($0.name) } ?? "",
          content.place.map { bureau.name($0) } ?? "", bureau.name(content.person),
        ]
      },
      detail: { expiry in
        let kind = book?.kind(expiry.content.kind)
        let head = "\(expiry.id)  \(kind.map { context($0.name) } ?? "")  \(expiry.content.name)"
        return [head]
          + ExpiryText.lines(expiry, kind, bureau, on: today).map { context($0) }
      }, orders: ExpiryOrder.all { $0.sorted($1, bureau) },
      mark: { $0.mayRenew(context.person) ? $0.id.rawValue : nil })
  }
}

/// How things that end are put in order; equal ones stand by their ends.
enum ExpiryOrder: NamedOrder {
  case end
  case kind
  case place
  case person

  var name: Bilingual {
    switch self {
    case .end: Bilingual(zh: "到期", en: "end")
    case .kind: Bilingual(zh: "种类", en: "kind")
    case .place: Bilingual(zh: "场所", en: "place")
    case .person: Bilingual(zh: "责任人", en: "person")
    }
  }

  /// - Parameter expiries: By their ends.
  func sorted(_ expiries: [Expiry], _ bureau: Bureau) -> [Expiry] {
    switch self {
    case .end: expiries
    case .kind: expiries.stably(by: \.content.kind)
    case .place: expiries.stably { $0.content.place.map { bureau.name($0) } ?? "" }
    case .person: expiries.stably { bureau.name($0.content.person) }
    }
  }
}
