import Almanac
import Canvas
import Domain

/// The district's scoring rules with the office's own scores and its evidence, what lacks evidence first.
struct AssessmentScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case act(AssessmentAct)
    case open(Evidence)
    case view(Scan)
    case show

    var name: Bilingual {
      switch self {
      case .act(let act): act.name
      case .open(let evidence): Bilingual(zh: "看 ", en: "see ") + Bilingual(verbatim: "\(evidence)")
      case .view(let file): Bilingual(zh: "看 ", en: "see ") + Bilingual(verbatim: file.name)
      case .show: Bilingual(zh: "看自评表", en: "show the self-assessment")
      }
    }
  }

  private var year: Int
  private var review: AssessmentReview?
  private var isRead = false
  private var files: [DropFile] = []
  private var list = ActList(detailRows: 6)
  var menu: ActMenu<Choice>?
  var form: AssessmentForm?
  private var wanted: String?

  init(_ year: Int) { self.year = year }

  var tab: Tab { .summary }
  var queries: [Query] { [.assessment(year), .dropFolder] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || isCovered }

  private func shown(_ context: Context) -> [AssessmentReview.Line] {
    list.found(review?.byLack ?? [], look(context), context)
  }

  private func selected(_ context: Context) -> AssessmentReview.Line? {
    list.line(of: shown(context))
  }

  func title(_ context: Context) -> String {
    guard let review else {
      return context(Bilingual(zh: "\(year)年考评自评", en: "Self-assessment of \(year)"))
    }
    let lack = review.lines.count { $0.isLacking }
    let (own, total) = (review.own, review.total)
    return list.title(
      [
        Bilingual(
          zh: "\(year)年考评自评  \(own)/\(total)分，未评 \(review.unscored)，缺佐证 \(lack)",
          en: "Self-assessment of \(year)  \(own)/\(total), not scored \(review.unscored), "
            + "no evidence \(lack)"),
        Bilingual(zh: "\(year)年考评自评", en: "Self-assessment of \(year)"),
      ], look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    let some =
      review == nil
      ? []
      : [.whole, .print, .save]
        + list.tools(review?.lines ?? [], look(context))
    return (selected(context) == nil ? [] : [.acts]) + [.previousYear, .nextYear] + some
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    switch answer {
    case .assessment(year, let review):
      self.review = review
      isRead = true
      list.keep(shown(context), selecting: &wanted, context)
    case .dropFolder(let listing):
      files = listing.files
      form?.files = files
    default: break
    }
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .acts:
      guard let line = selected(context) else { return [] }
      let acts: [AssessmentAct] = context.person.may(.keepGoals) ? [.score, .attach, .tie] : []
      let seen = line.item.evidence.filter(Self.opens).map(Choice.open)
      let papers = line.proofs.compactMap(\.file).map(Choice.view)
      menu = ActMenu(acts.map(Choice.act) + [.show] + (seen + papers).prefix(5))
    case .whole: return [.push(DocumentScreen([.assessment(year)], from: tab))]
    case .print: return [.effect(.offer([.assessment(year)], asFile: false))]
    case .save: return [.effect(.offer([.assessment(year)], asFile: true))]
    case .previousYear: return go(to: year - 1)
    case .nextYear: return go(to: year + 1)
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  private mutating func go(to other: Int) -> [Step] {
    guard (2000...2100).contains(other) else { return [] }
    year = other
    (review, isRead) = (nil, false)
    list.goToTop()
    return queries.map { .effect(.load($0)) }
  }

  /// Whether a screen shows it.
  private static func opens(_ evidence: Evidence) -> Bool {
    if case .document = evidence { false } else { true }
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    switch choice {
    case .act(let act):
      guard let line = selected(context) else { return [] }
      form = AssessmentForm(act, of: line, year: year)
      form?.files = files
      return []
    case .open(.figure): return [.push(AnnualScreen(year))]
    case .open: return [.push(CoverageScreen(year))]
    case .view(let file): return [.effect(.view(file))]
    case .show: return [.push(DocumentScreen([.assessment(year)], from: tab))]
    }
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    wanted = selected(context)?.id
    return reload(
      lines.compactMap { line in
        if case .assessment(let event) = line.event { event.name } else { nil }
      })
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    drawCover(over: &grid, rows: rows, about: selected(context)?.item.name, context)
  }

  private func look(_ context: Context) -> ActList.Look<AssessmentReview.Line> {
    .init(
      columns: [
        .init(Bilingual(verbatim: ""), width: 2),
        .init(Bilingual(zh: "编号", en: "No."), width: 6),
        .init(Bilingual(zh: "考评项目", en: "Item"), width: 28, grows: true),
        .init(Bilingual(zh: "分值", en: "Points"), width: 6, alignment: .trailing),
        .init(Bilingual(zh: "自评", en: "Own"), width: 5, alignment: .trailing),
        .init(Bilingual(zh: "佐证", en: "Evidence"), width: 18, importance: 1),
      ],
      nothing: isRead
        ? Bilingual(
          zh: "这一年没有载入考评细则：xunjian assessment load 文件.csv --year \(year)",
          en: "No rules of this year: xunjian assessment load FILE.csv --year \(year)")
        : Bilingual(zh: "读取中", en: "reading ..."),
      cells: { line in
        [
          line.isLacking ? "!!" : "", line.id, line.item.name, line.item.points.description,
          line.mark?.score.description ?? "",
          line.proofs.isEmpty
            ? context(Bilingual(zh: "缺佐证", en: "none"))
            : line.proofs.map { context($0.words) }.joined(
              separator: context(Bilingual(zh: "、", en: ", "))),
        ]
      },
      detail: { line in
        [
          line.item.part.isEmpty ? line.item.name : "\(line.item.part)  \(line.item.name)",
          line.item.requirement,
        ]
          + line.proofs.map { proof in
            (proof.isThere ? "" : "!! ") + context(proof.words)
          } + [line.mark?.remark].compactMap(\.self)
      })
  }
}
