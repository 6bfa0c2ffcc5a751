import Almanac
import Canvas
import Domain

/// Open hazards by section, category and age at a glance, as bars made of text.
struct HazardOverview {
  var hazards: [HazardBrief]
  var context: Context

  /// The open hazards of one section, category or age.
  private struct Share {
    var name: String
    var open: Int
    var overdue: Int

    init(_ name: String, _ hazards: [HazardBrief], on today: Day) {
      self.name = name
      open = hazards.count
      overdue = hazards.count { $0.isOverdue(on: today) }
    }

    /// Several as one.
    init(_ name: String, of shares: some Sequence<Share>) {
      self.name = name
      open = shares.reduce(0) { $0 + $1.open }
      overdue = shares.reduce(0) { $0 + $1.overdue }
    }
  }

  /// The lines of the panel: a bar a section, a category, an age, the overdue part first.
  ///
  /// - Parameter rows: The lines that the panel has; what is least of sections and categories is drawn
  ///   together where they do not suffice.
  func lines(width: Int, rows: Int) -> [String] {
    let ages = ages
    // Three headings and two blank lines stand between the bars.
    let free = max(4, rows - ages.count - 5)
    let categories = Self.folded(categories, to: max(free / 2, free - sections.count), context)
    let sections = Self.folded(sections, to: free - categories.count, context)
    let all = sections + categories + ages
    let most = all.map(\.open).max() ?? 0
    let head = min(all.map { Cells.width($0.name) }.max() ?? 0, 20)
    let room = max(8, width - head - 14)
    func bars(_ title: Bilingual, _ shares: [Share]) -> [String] {
      [context(title)]
        + shares.map { share in
          context.isSpoken
            ? figures(share) : Self.bar(share, of: most, room: room, head: head)
        }
    }
    let bySection =
      context.isSpoken
      ? Bilingual(zh: "按科室", en: "By section")
      : Bilingual(zh: "按科室（! 逾期）", en: "By section (! overdue)")
    return bars(bySection, sections)
      + [""] + bars(Bilingual(zh: "按类别", en: "By category"), categories)
      + [""] + bars(Bilingual(zh: "按发现以来的天数", en: "By days since the finding"), ages)
  }

  private static func bar(_ share: Share, of most: Int, room: Int, head: Int) -> String {
    let count = share.open
    let cells = most == 0 ? 0 : max(count > 0 ? 1 : 0, count * room / most)
    let marked = count == 0 ? 0 : max(share.overdue > 0 ? 1 : 0, cells * share.overdue / count)
    let figures = share.overdue > 0 ? "\(count) (!\(share.overdue))" : "\(count)"
    return Cells.fit(share.name, head) + "  " + Cells.fit(figures, 10) + "  "
      + String(repeating: "!", count: marked) + String(repeating: Bar.full, count: cells - marked)
  }

  /// A share in words alone.
  private func figures(_ share: Share) -> String {
    let overdue = Bilingual(zh: "，逾期 \(share.overdue)", en: ", overdue \(share.overdue)")
    return "\(share.name) \(share.open)" + (share.overdue > 0 ? context(overdue) : "")
  }

  /// At most so many shares: the last ones are drawn together.
  private static func folded(_ shares: [Share], to count: Int, _ context: Context) -> [Share] {
    guard shares.count > count else { return shares }
    let rest = shares.dropFirst(count - 1)
    let name = Bilingual(zh: "其余\(rest.count)个", en: "\(rest.count) others")
    return shares.prefix(count - 1) + [Share(context(name), of: rest)]
  }

  private var sections: [Share] {
    shares(by: \.section) { section in
      let name = context.bureau.name(section)
      return name.isEmpty ? "-" : name
    }
  }

  private var categories: [Share] { shares(by: \.category) { context($0.name) } }

  /// One share a value, those with most overdue first.
  private func shares<Value: Hashable>(
    by value: (HazardBrief) -> Value, name: (Value) -> String
  ) -> [Share] {
    Dictionary(grouping: hazards, by: value)
      .map { Share(name($0.key), $0.value, on: context.today) }
      .sorted { ($1.overdue, $1.open, $0.name) < ($0.overdue, $0.open, $1.name) }
  }

  private var ages: [Share] {
    let spans: [(Bilingual, ClosedRange<Int>)] = [
      (Bilingual(zh: "0-7天", en: "0-7 d"), 0...7), (Bilingual(zh: "8-30天", en: "8-30 d"), 8...30),
      (Bilingual(zh: "30天以上", en: "over 30 d"), 31...Int.max),
    ]
    return spans.map { name, span in
      Share(
        context(name), hazards.filter { span.contains(max(0, context.today - $0.reported)) },
        on: context.today)
    }
  }

  func draw(over grid: inout Grid) {
    let width = min(70, grid.columns - 8)
    Dialog(
      title: context(Bilingual(zh: "未销号隐患一览（按任意键关闭）", en: "Open hazards (any key closes)")),
      // Frame and title take four rows, the margins two.
      lines: lines(width: width, rows: grid.rows - 6)
    ).draw(over: &grid)
  }
}
