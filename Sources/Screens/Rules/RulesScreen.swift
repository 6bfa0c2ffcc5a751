import Almanac
import Canvas
import Domain

/// The rules of the office, its plans and papers (制度与预案): entered, reviewed, revised, repealed.
struct RulesScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case act(RuleForm.Act)
    case view(Scan)
    case register
    case fireFile

    var name: Bilingual {
      switch self {
      case .act(let act): act.name
      case .view: Bilingual(zh: "看正文", en: "Show its text")
      case .register: Bilingual(zh: "看安全制度目录", en: "Show the register")
      case .fireFile: Bilingual(zh: "看本年消防档案卷内目录", en: "Show this year's fire file")
      }
    }
  }

  private var rules: [SafetyRule] = []
  private var files: [DropFile] = []
  private var list = ActList(detailRows: 8)
  var menu: ActMenu<Choice>?
  var form: RuleForm?
  /// The one to be selected when the list comes.
  private var wanted: SafetyRule.ID?

  /// - Parameter wanted: The rule to stand on first.
  init(selecting wanted: SafetyRule.ID? = nil) { self.wanted = wanted }

  var tab: Tab { .today }
  var queries: [Query] { [.rules, .dropFolder] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || isCovered }

  /// What the filter leaves.
  private func shown(_ context: Context) -> [SafetyRule] {
    list.found(rules, look(context), context)
  }

  private func selected(_ context: Context) -> SafetyRule? { list.line(of: shown(context)) }

  func title(_ context: Context) -> String {
    let inForce = rules.count(where: \.stands)
    let over = rules.count { $0.isReviewOverdue(on: context.today) }
    let counts = Bilingual(
      zh: "制度与预案  有效 \(inForce)，逾期未复核 \(over)，共 \(rules.count)",
      en: "Rules and plans  in force \(inForce), review overdue \(over), all \(rules.count)")
    return list.title([counts, Action.rules.label], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    let rule = selected(context)
    let reviews = rule.map { mayReview($0, context.person) } ?? false || !list.marks.isEmpty
    return (rule == nil ? [] : [.acts]) + (reviews ? [.reviewRule] : [])
      + (context.person.may(.keepSafetyFile) ? [.addRule] : [])
      + (rules.isEmpty ? [] : [.print, .save])
      + list.tools(rules, look(context), mark: .markForPaper)
  }

  private func mayReview(_ rule: SafetyRule, _ person: Person) -> Bool {
    rule.reviewDue != nil && rule.mayReview(person)
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    if case .dropFolder(let listing) = answer {
      files = listing.files
      form?.files = files
    }
    guard case .rules(let rules) = answer else { return [] }
    // What has to be reviewed stands first.
    self.rules = SafetyRule.inOrder(rules).stably { $0.isReviewOverdue(on: context.today) ? 0 : 1 }
    list.keepMarks(among: self.rules, look(context))
    list.keep(shown(context), selecting: &wanted, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .addRule: begin(.add, [], context)
    case .print: return [.effect(.offer([.rules], asFile: false))]
    case .save: return [.effect(.offer([.rules], asFile: true))]
    case .reviewRule:
      let chosen = list.chosen(of: rules, shown: shown(context), look(context))
      if !chosen.isEmpty { begin(.review, chosen, context) }
    case .acts:
      if let rule = selected(context) { menu = ActMenu(choices(rule, context.person)) }
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  private func choices(_ rule: SafetyRule, _ person: Person) -> [Choice] {
    let acts =
      (mayReview(rule, person) ? [.review] : [])
      + (rule.stands && person.may(.keepSafetyFile)
        ? [RuleForm.Act.revise, .edit, .repeal] : [])
    return acts.map(Choice.act) + [rule.content.file].compactMap(\.self).map(Choice.view)
      + [.register, .fireFile]
  }

  private mutating func begin(_ act: RuleForm.Act, _ rules: [SafetyRule], _ context: Context) {
    form = RuleForm(act, of: rules, context)
    form?.files = files
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    guard let rule = selected(context) else { return [] }
    switch choice {
    case .view(let file): return [.effect(.view(file))]
    case .register: return [.push(DocumentScreen([.rules], from: tab))]
    case .fireFile: return [.push(DocumentScreen([.fireFile(context.today.year)], from: tab))]
    case .act(let act): begin(act, [rule], context)
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    list.unmark(subjectsOf: lines)
    let news = lines.compactMap { line -> Bilingual? in
      guard case .rule(let event) = line.event else { return nil }
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
    drawCover(over: &grid, rows: rows, about: selected(context)?.content.title, context)
  }

  private func look(_ context: Context) -> ActList.Look<SafetyRule> {
    let (today, bureau) = (context.today, context.bureau)
    return .init(
      columns: [
        .init(Bilingual(verbatim: ""), width: 2),
        .init(Bilingual(zh: "类别", en: "Sort"), width: 5),
        .init(Bilingual(zh: "标题", en: "Title"), width: 24, grows: true),
        .init(Bilingual(zh: "文号", en: "Document"), width: 18, importance: 1),
        .init(Bilingual(zh: "发布", en: "Issued"), width: 10, importance: 2),
        .init(Bilingual(zh: "复核期限", en: "Review by"), width: 10),
        .init(Bilingual(zh: "状态", en: "State"), width: 15),
      ], nothing: Bilingual(zh: "没有登记制度。", en: "No rule is entered."),
      cells: { rule in
        let content = rule.content
        return [
          rule.isReviewOverdue(on: today) ? Expiry.State.soon.mark : "",
          context(content.sort.shortName), content.title, content.number ?? "",
          content.issued.description, rule.reviewDue?.description ?? "",
          context(rule.state(on: today).name),
        ]
      },
      detail: { rule in
        ["\(rule.id)  \(context(rule.content.sort.name))  \(rule.content.title)"]
          + rule.lines(bureau, on: today).map { context($0) }
      }, mark: { mayReview($0, context.person) ? $0.id.rawValue : nil })
  }
}

extension SafetyRule.Sort {
  /// As the column of a list has room for it.
  fileprivate var shortName: Bilingual { self == .plan ? Bilingual(zh: "预案", en: "plan") : name }
}
