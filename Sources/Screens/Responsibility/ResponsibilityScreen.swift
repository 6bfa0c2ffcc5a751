import Almanac
import Canvas
import Domain

/// Who answers for what (一岗双责): the leading group, the leaders with their sections, the sections with their
/// places, the plans; below it who answers for what is selected, up to the head of the group.
struct ResponsibilityScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case give(Post)
    case end(Post)
    case letter(Person.ID)
    case letters
    case table

    var name: Bilingual {
      switch self {
      case .give(let post):
        Bilingual(zh: "明确\(post.title.zh)", en: "name: \(post.title.en)")
      case .end(let post):
        Bilingual(zh: "不再担任\(post.title.zh)", en: "ends: \(post.title.en)")
      case .letter: Bilingual(zh: "看此人的安全责任书", en: "show this person's letter")
      case .letters: Bilingual(zh: "看全部安全责任书", en: "show all letters of responsibility")
      case .table: Bilingual(zh: "看领导小组及分工表", en: "show the group's table")
      }
    }
  }

  private var list = ActList(detailRows: 6)
  private var onlyGaps: Bool
  /// What is said of the hazard whose place is asked about; nil where it is asked about no hazard.
  private let remark: Bilingual?
  var menu: ActMenu<Choice>?
  var form: ResponsibilityForm?
  /// The one to be selected first.
  private var wanted: Post?

  /// - Parameters:
  ///   - post: The post to be selected.
  ///   - remark: What is said besides, as about a hazard.
  ///   - onlyGaps: Whether only what nobody answers for is shown.
  init(selecting post: Post? = nil, remark: Bilingual? = nil, onlyGaps: Bool = false) {
    wanted = post
    self.remark = remark
    self.onlyGaps = onlyGaps
  }

  var tab: Tab { .today }
  var queries: [Query] { [.agenda] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || isCovered }

  private func tree(_ context: Context) -> [ResponsibilityTree.Line] {
    let lines = ResponsibilityTree(context.bureau, on: context.today).lines
    guard onlyGaps else { return lines }
    return context.bureau.responsibilityGaps(on: context.today).map { .init($0) }
  }

  private func shown(_ context: Context) -> [ResponsibilityTree.Line] {
    list.found(tree(context), look(context), context)
  }

  private func selected(_ context: Context) -> ResponsibilityTree.Line? {
    list.line(of: shown(context))
  }

  func title(_ context: Context) -> String {
    let gaps = context.bureau.responsibilityGaps(on: context.today).count
    let counts =
      gaps == 0
      ? Bilingual(zh: "  都有责任人", en: "  everything has a name")
      : Bilingual(zh: "  待明确 \(gaps)", en: "  without a name: \(gaps)")
    let name = Bilingual(zh: "安全责任（一岗双责）", en: "Who answers for what")
    return list.title([name + counts, name], look(context), context)
  }

  func status(_ context: Context) -> String { remark.map { context($0) } ?? "" }

  func actions(_ context: Context) -> [Action] {
    (selected(context) == nil ? [] : [.acts]) + [.gapsOnly, .print, .save]
      + list.tools(tree(context), look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .agenda = answer else { return [] }
    let lines = shown(context)
    list.keep(count: lines.count, context)
    if let wanted, let index = index(of: wanted, in: lines, context) {
      list.select(index, count: lines.count, context)
    }
    wanted = nil
    return []
  }

  private func index(
    of post: Post, in lines: [ResponsibilityTree.Line], _ context: Context
  ) -> Int? {
    lines.firstIndex { $0.post == post }
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .gapsOnly:
      onlyGaps.toggle()
      list.goToTop()
    case .acts: menu = selected(context).flatMap { ActMenu(choices(for: $0, context)) }
    case .print: return [.effect(.offer([.leadingGroup(context.today)], asFile: false))]
    case .save: return [.effect(.offer([.leadingGroup(context.today)], asFile: true))]
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  private func choices(for line: ResponsibilityTree.Line, _ context: Context) -> [Choice] {
    let letters = context.bureau.responsibilityLetters(on: context.today)
    let person: Person.ID? =
      if case .leader(let leader) = line.subject { leader } else { line.holders.first?.person }
    let own: [Choice] =
      person.flatMap { person in
        letters.contains { $0.person == person } ? [.letter(person)] : nil
      } ?? []
    return acts(on: line, context) + own + (letters.isEmpty ? [] : [.letters]) + [.table]
  }

  private func acts(on line: ResponsibilityTree.Line, _ context: Context) -> [Choice] {
    guard context.person.may(.keepResponsibility), let post = line.post else { return [] }
    let others: [Post] = if case .section(let id) = post { [.leader(id)] } else { [] }
    let ending = ([post] + others).filter { post in
      context.bureau.responsibility(post).tenures.contains { $0.contains(context.today) }
    }
    return ([post] + others).map(Choice.give) + ending.map(Choice.end)
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    switch choice {
    case .give(let post): form = ResponsibilityForm(.give, post, context)
    case .end(let post): form = ResponsibilityForm(.end, post, context)
    case .letter(let person):
      let report = Report.responsibilityLetters(context.today.year, of: person)
      return [.push(DocumentScreen([report], from: tab))]
    case .letters:
      let report = Report.responsibilityLetters(context.today.year, of: nil)
      return [.push(DocumentScreen([report], from: tab))]
    case .table: return [.push(DocumentScreen([.leadingGroup(context.today)], from: tab))]
    }
    return []
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    return reload(
      lines.compactMap { line in
        guard case .responsibility(let event) = line.event, let post = Post(line.subject.id) else {
          return nil
        }
        return post.called(in: context.bureau) + Bilingual(zh: " ", en: " ") + event.name
      })
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    drawCover(
      over: &grid, rows: rows, about: selected(context).map { context($0.name(context.bureau)) },
      context)
  }

  private func look(_ context: Context) -> ActList.Look<ResponsibilityTree.Line> {
    .init(
      columns: [
        .init(Bilingual(zh: "对象", en: "Of"), width: 24, grows: true),
        .init(Bilingual(zh: "职责", en: "As"), width: 16),
        .init(Bilingual(zh: "责任人", en: "Person"), width: 14, grows: true),
        .init(Bilingual(zh: "起", en: "Since"), width: 10, importance: 1),
      ],
      nothing: Bilingual(zh: "都有责任人。", en: "Everything has a name."),
      cells: { ResponsibilityWords.cells($0, isTree: !list.isSorted, context) },
      detail: { ResponsibilityWords.lines($0, context) })
  }
}

/// Who answers, told in words.
enum ResponsibilityWords {
  static let none = Bilingual(zh: "（缺）", en: "(none)")

  /// - Parameter isTree: Whether what stands under another is moved in.
  static func cells(
    _ line: ResponsibilityTree.Line, isTree: Bool, _ context: Context
  ) -> [String] {
    let indent = String(repeating: "  ", count: isTree ? line.depth : 0)
    let bureau = context.bureau
    let names = DutyWords.names(line.holders.map(\.person), context)
    let above = names.isEmpty ? line.post.flatMap { inherited($0, context) } : nil
    return [
      indent + context(line.name(bureau)), context(line.title(bureau, on: context.today)),
      line.gap == nil ? above ?? names : context(none), line.holders.first?.from?.description ?? "",
    ]
  }

  /// Who answers for a place that has nobody of its own, between brackets.
  private static func inherited(_ post: Post, _ context: Context) -> String? {
    guard case .place(let id) = post, let place = context.bureau.place(id) else { return nil }
    return context.bureau.answering(for: place, on: context.today).first.map { holder in
      let name = context.bureau.name(holder.person)
      return context(Bilingual(zh: "（\(name)）", en: "(\(name))"))
    }
  }

  /// Who answers for what is selected, the nearest first, then who held it before.
  static func lines(_ line: ResponsibilityTree.Line, _ context: Context) -> [String] {
    guard let post = line.post else { return [context(line.name(context.bureau))] }
    let name = context(post.name(in: context.bureau))
    let head = line.gap.map { context($0.words(context.bureau)) }
    return [head ?? name + "  " + chain(post, context)] + history(post, context)
  }

  /// As `责任人 黄磊 → 安全责任人 刘洋 → 分管领导 李娜 → 组长 王强`.
  static func chain(_ post: Post, _ context: Context) -> String {
    let (bureau, today) = (context.bureau, context.today)
    var holders: [Holder] = []
    switch post {
    case .place(let id):
      holders = bureau.place(id).map { bureau.answering(for: $0, on: today) } ?? []
    case .section(let id):
      holders = [post, .leader(id), .chief].flatMap { bureau.holders(of: $0, on: today) }
    case .plan: holders = [post, .chief].flatMap { bureau.holders(of: $0, on: today) }
    case .chief, .deputyChief, .member, .leader: holders = bureau.holders(of: post, on: today)
    }
    let words = holders.map { context($0.post.title) + " " + bureau.name($0.person) }
    return words.isEmpty
      ? context(none) : words.joined(separator: context(Bilingual(zh: " → ", en: " > ")))
  }

  private static func history(_ post: Post, _ context: Context) -> [String] {
    context.bureau.responsibility(post).tenures.reversed().map { tenure in
      let since = tenure.from?.description ?? context(Bilingual(zh: "原", en: "before"))
      let days = "\(since) - \(tenure.to?.description ?? "")"
      return [days, context.bureau.name(tenure.person), tenure.document ?? ""]
        .filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }
}
