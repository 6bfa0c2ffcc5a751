import Almanac
import Canvas
import Domain

/// The assets of the network (网络资产): who answers for each, its system, its last patrol, what is open on it and
/// what is missing; entered, changed, retired, and what is found on them registered.
struct AssetsScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case act(AssetForm.Act)
    case finding(Hazard.ID, Bilingual)
    case patrol(Inspection.ID)
    case register

    var name: Bilingual {
      switch self {
      case .act(let act): act.name
      case .finding(let id, let severity):
        Bilingual(zh: "看隐患 \(id)（\(severity.zh)）", en: "Show hazard \(id), \(severity.en)")
      case .patrol(let id): Bilingual(zh: "看上次巡查记录 \(id)", en: "Show its last record \(id)")
      case .register: Bilingual(zh: "看网络资产台账", en: "Show the register")
      }
    }
  }

  private var book: AssetBook?
  private var list = ActList(detailRows: 9)
  var menu: ActMenu<Choice>?
  var form: AssetForm?
  /// The one to be selected when the list comes.
  private var wanted: Asset.ID?

  init(selecting id: Asset.ID? = nil) { wanted = id }

  var tab: Tab { .today }
  var queries: [Query] { [.assets] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || isCovered }

  private func shown(_ context: Context) -> [AssetStanding] {
    list.found(book?.kept ?? [], look(context), context)
  }

  private func selected(_ context: Context) -> AssetStanding? { list.line(of: shown(context)) }

  func title(_ context: Context) -> String {
    let kept = book?.kept ?? []
    let (gaps, findings) = (
      kept.count { !$0.gaps.isEmpty }, kept.map(\.findings.count).reduce(0, +)
    )
    let counts = Bilingual(
      zh: "网络资产  共 \(kept.count)，有缺口 \(gaps)，未销号漏洞 \(findings)",
      en: "Assets  all \(kept.count), with gaps \(gaps), open weaknesses \(findings)")
    return list.title([counts, Action.assets.label], look(context), context)
  }

  /// The places of the network of which nothing is registered.
  func status(_ context: Context) -> String {
    guard let book, let first = book.bare.first else { return "" }
    let gap = AssetGap.noAsset
    let more = Bilingual(
      zh: "\(first.name) 等 \(book.bare.count) 处", en: "\(book.bare.count) places")
    let place = book.bare.count == 1 ? Bilingual(verbatim: first.name) : more
    return (context.isSpoken ? "" : gap.mark + " ")
      + context(place + Bilingual(zh: "：", en: ": ") + gap.name)
  }

  func actions(_ context: Context) -> [Action] {
    let keeps = context.person.may(.keepAssets)
    return (selected(context) == nil ? [] : [.acts]) + (keeps ? [.addAsset] : [])
      + (book?.kept.isEmpty ?? true ? [] : [.print, .save])
      + list.tools(book?.kept ?? [], look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .assets(let book) = answer else { return [] }
    self.book = book
    list.keep(shown(context), selecting: &wanted, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .addAsset: form = AssetForm(.add, of: nil, context)
    case .print: return [.effect(.offer([.assets], asFile: false))]
    case .save: return [.effect(.offer([.assets], asFile: true))]
    case .acts:
      if let asset = selected(context) { menu = ActMenu(choices(asset, context.person)) }
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  private func choices(_ standing: AssetStanding, _ person: Person) -> [Choice] {
    let acts: [AssetForm.Act] =
      (person.may(.reportHazard) ? [.report] : [])
      + (person.may(.keepAssets) ? [.edit, .retire] : [])
    let findings = standing.findings.prefix(4).map { hazard in
      Choice.finding(
        hazard.id, hazard.report.weakness?.severity.name ?? Bilingual(verbatim: ""))
    }
    return acts.map(Choice.act) + findings
      + [standing.patrol.map { Choice.patrol($0.inspection) }].compactMap(\.self) + [.register]
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    guard let asset = selected(context)?.asset else { return [] }
    switch choice {
    case .finding(let id, _): return [.push(HazardsScreen(selecting: id))]
    case .patrol(let id): return [.push(RecordScreen(id: id))]
    case .register: return [.push(DocumentScreen([.assets], from: tab))]
    case .act(let act): form = AssetForm(act, of: asset, context)
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    let (wasReport, about) = (form?.isReport ?? false, selected(context)?.id)
    form = nil
    var news: [Bilingual] = []
    for line in lines {
      switch line.event {
      case .asset(let event):
        wanted = Identifier(line.subject.id)
        news.append(Bilingual(verbatim: line.subject.id + " ") + event.name)
      case .hazard(.reported):
        wanted = about
        news.append(
          Bilingual(zh: "已登记隐患 \(line.subject.id)", en: "hazard \(line.subject.id) registered"))
      default: break
      }
    }
    if wasReport, news.isEmpty {
      news = [Bilingual(zh: "这个漏洞已登记且未销号", en: "This weakness is registered and still open")]
    }
    return reload(news)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    drawCover(
      over: &grid, rows: rows, about: selected(context)?.asset.content.name, context)
  }

  private func look(_ context: Context) -> ActList.Look<AssetStanding> {
    let bureau = context.bureau
    return .init(
      columns: [
        .init(Bilingual(verbatim: ""), width: 2),
        .init(Bilingual(zh: "名称", en: "Name"), width: 16, grows: true),
        .init(Bilingual(zh: "责任人", en: "Person"), width: 8),
        .init(Bilingual(zh: "操作系统", en: "System"), width: 14, importance: 3),
        .init(Bilingual(zh: "上次巡查", en: "Patrolled"), width: 10),
        .init(Bilingual(zh: "漏洞", en: "Weaknesses"), width: 17, importance: 4),
        .init(Bilingual(zh: "类别", en: "Sort"), width: 8, importance: 1),
        .init(Bilingual(zh: "场所", en: "Place"), width: 10, importance: 2),
      ], nothing: Bilingual(zh: "没有登记网络资产。", en: "No asset of the network is entered."),
      cells: { standing in
        let content = standing.asset.content
        return [
          context.isSpoken ? "" : standing.mark, content.name, bureau.name(content.person),
          content.system ?? "",
          standing.patrol?.walked.description ?? context(Bilingual(zh: "无", en: "never")),
          context(standing.count), context(content.sort.name),
          content.place.map { bureau.name($0) } ?? "",
        ]
      },
      detail: { standing in
        let content = standing.asset.content
        return ["\(standing.id)  \(context(content.sort.name))  \(content.name)"]
          + AssetText.lines(standing, bureau, isSpoken: context.isSpoken).map { context($0) }
      }, orders: AssetOrder.all { $0.sorted($1, bureau) })
  }
}

/// How assets are put in order; equal ones stand by number.
enum AssetOrder: NamedOrder {
  /// What is over first, then what is missing.
  case gaps
  case number
  case person
  case findings

  var name: Bilingual {
    switch self {
    case .gaps: Bilingual(zh: "缺口", en: "gaps")
    case .number: Bilingual(zh: "编号", en: "number")
    case .person: Bilingual(zh: "责任人", en: "person")
    case .findings: Bilingual(zh: "漏洞", en: "weaknesses")
    }
  }

  /// - Parameter assets: By number.
  func sorted(_ assets: [AssetStanding], _ bureau: Bureau) -> [AssetStanding] {
    switch self {
    case .gaps: assets.stably { -$0.mark.count }
    case .number: assets
    case .person: assets.stably { bureau.name($0.asset.content.person) }
    case .findings:
      assets.stably { standing in
        // The severer, the fewer days; without a weakness last.
        standing.findings.compactMap(\.report.weakness?.severity.days).min() ?? Int.max
      }
    }
  }
}
