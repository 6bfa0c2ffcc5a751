import Almanac
import Canvas
import Domain

/// A list that a filter narrows and an order arranges, in which lines may be marked to be dealt with together;
/// the selected line is told below it and can be acted on, with the words that an act may need.
struct ActList: Sendable {
  /// How its lines stand in columns, and what is told of one.
  struct Look<Line> {
    var columns: [ColumnLayout.Column]
    /// Said where there is no line.
    var nothing: Bilingual
    var cells: (Line) -> [String]
    var detail: (Line) -> [String]
    /// In what orders the lines can stand, the first to begin with; as they come and then by each column where
    /// none is named.
    var orders: [LineOrder<Line>] = []
    /// By what a line is known that can be dealt with beside others; nil where it cannot.
    var mark: (Line) -> String? = { _ in nil }
  }

  /// The selected line, from 0.
  var selected: Int { list.position.selected }
  /// What is chosen to be dealt with together.
  private(set) var marks = Marks<String>()
  /// The reason of an act while it is typed.
  private(set) var reason: TextField?
  private var label = Bilingual(verbatim: "")
  private var list = ListState()
  /// The order in which the lines stand, by its place in those of the look.
  private var order = 0
  /// What was not done of several, until a key is pressed.
  private var refusals: [Judgement] = []
  /// The rows below the list for what is told.
  private let detailRows: Int

  /// A list with so many rows below it.
  init(detailRows: Int) { self.detailRows = detailRows }

  /// Whether keys are text of the filter or of a reason, or close what is told of several.
  var isTyping: Bool { reason != nil || list.isFiltering || !refusals.isEmpty }

  /// Whether the lines stand otherwise than they came.
  var isSorted: Bool { order > 0 }

  /// What is alike on every list, as far as there are lines: marking, order, filter.
  ///
  /// - Parameters:
  ///   - mark: Marks a line, by keys that are free there.
  ///   - sort: Puts the lines in another order, likewise.
  func tools<Line>(
    _ lines: [Line], _ look: Look<Line>, mark: Action = .mark, sort: Action = .sort
  ) -> [Action] {
    guard !lines.isEmpty else { return [] }
    let isMarkable = lines.contains { look.mark($0) != nil }
    return (isMarkable ? [mark, .markAll] : []) + [sort, .filter]
  }

  /// Does what is alike on every list.
  ///
  /// - Parameter lines: What is shown.
  /// - Returns: Nil where the action is another.
  mutating func act<Line>(
    _ action: Action, _ lines: [Line], _ look: Look<Line>, _ context: Context
  ) -> [Step]? {
    switch action {
    case .filter:
      list.beginFilter()
      goToTop()
    case .sort, .sortTurned:
      order = (order + 1) % look.orders(context).count
      goToTop()
      let name = look.orders(context)[order].name
      return [.say(Bilingual(zh: "排序：", en: "by ") + name)]
    case .markAll: marks.toggle(allOf: lines.compactMap(look.mark))
    case .mark, .markForPaper:
      guard let line = line(of: lines) else { break }
      guard let id = look.mark(line) else { return [.say(Self.notMarked)] }
      marks.toggle(id)
      _ = list.position.move(.down, count: lines.count, height: height(context))
    default: return nil
    }
    return []
  }

  private static let notMarked = Bilingual(
    zh: "这一条没有可以一起办的事", en: "Nothing can be done with this one together with others")

  /// What an act is about: those of all lines that are marked, shown or not, or else the selected one of those
  /// shown.
  func chosen<Line>(of all: [Line], shown: [Line], _ look: Look<Line>) -> [Line] {
    let marked = all.filter { look.mark($0).map(marks.contains) ?? false }
    return marked.isEmpty ? line(of: shown).map { [$0] } ?? [] : marked
  }

  /// Leaves only marks of lines that can be dealt with still.
  mutating func keepMarks<Line>(among lines: [Line], _ look: Look<Line>) {
    let left = Set(lines.compactMap(look.mark))
    marks.keep(where: left.contains)
  }

  /// What was dealt with alone is no longer marked.
  mutating func unmark(subjectsOf lines: [Happening]) {
    let dealt = Set(lines.map(\.subject.id))
    marks.keep { !dealt.contains($0) }
  }

  /// What became of several: only what was refused stays marked, and it is told why.
  mutating func take(_ judgements: [Judgement]) {
    refusals = judgements.refused
    let refused = Set(refusals.map(\.subject))
    marks.keep(where: refused.contains)
  }

  /// Goes to the first line, as when the order has changed.
  mutating func goToTop() { list.position = ListPosition() }

  /// The lines in whose cells the filter is found, in the order that was chosen.
  func found<Line>(_ lines: [Line], _ look: Look<Line>, _ context: Context) -> [Line] {
    let filter = Filter(list.filter.text, context.pinyin)
    let found =
      filter.isEmpty
      ? lines : lines.filter { filter.matches(look.cells($0).joined(separator: " ")) }
    // What no column is sorted by stands as it comes.
    guard isSorted || !look.orders.isEmpty else { return found }
    let orders = look.orders(context)
    return orders.indices.contains(order) ? orders[order].sorted(found) : found
  }

  /// The first of some titles, the fullest first, that stands whole beside the filter; with the marks, and with
  /// the order where there is room.
  ///
  /// - Parameter progress: What stands at the right of the title.
  func title<Line>(
    _ titles: [Bilingual], _ look: Look<Line>, beside progress: String = "", _ context: Context
  ) -> String {
    var named: [Bilingual] = []
    if isSorted || !look.orders.isEmpty, let first = titles.first {
      let orders = look.orders(context)
      let name = orders[min(order, orders.count - 1)].name
      named = [first + marks.words + Bilingual(zh: "  排序：\(name.zh)", en: "  by \(name.en)")]
    }
    let taken = progress.isEmpty ? list.filterColumns(context) : Cells.width(progress) + 2
    return context.titleFitting(
      (named + titles.map { $0 + marks.words }).map { context($0) }, besideColumns: taken)
  }

  /// What stands at the right of the title, which the filter takes while there is one.
  func progress(_ text: String, _ context: Context) -> String {
    list.filterColumns(context) > 0 ? "" : text
  }

  private func height(_ context: Context) -> Int {
    max(3, context.body.count - detailRows - 2)
  }

  /// Stays inside a list that has changed.
  mutating func keep(count: Int, _ context: Context) {
    list.position.keep(count: count, height: height(context))
  }

  /// Selects a line.
  mutating func select(_ index: Int, count: Int, _ context: Context) {
    list.position.follow(to: index, count: count, height: height(context))
  }

  /// Begins to ask for the reason of an act.
  mutating func ask(_ label: Bilingual) {
    self.label = label
    reason = TextField()
  }

  /// Puts a reason typed before in the place of the one that is asked for.
  mutating func restore(_ texts: [String: String]) {
    if reason != nil { reason = texts.field }
  }

  /// Asks no more.
  mutating func stopAsking() { reason = nil }

  /// Takes a key that moves or is typed.
  ///
  /// - Returns: The reason, when Enter gives it.
  mutating func type(_ key: Key, count: Int, _ context: Context) -> String? {
    guard refusals.isEmpty else {
      refusals = []
      return nil
    }
    guard var field = reason else {
      list.type(key, count: count, height: height(context), top: context.body.lowerBound + 1)
      return nil
    }
    switch key {
    case .escape, .control("c"): reason = nil
    case .enter: return field.text
    default:
      _ = field.update(key)
      reason = field
    }
    return nil
  }

  /// Draws the lines, what is told of the selected one, and the reason that is asked for.
  func draw<Line>(
    _ lines: [Line], _ look: Look<Line>, into grid: inout Grid, rows: Range<Int>,
    _ context: Context
  ) {
    let layout = ColumnLayout(look.columns, width: context.columns - 3)
    grid.write(
      layout.heading(in: context.language), row: rows.lowerBound, column: 2, style: .heading)
    list.draw(into: &grid, row: 1, context)
    grid.place = list.position.place(count: lines.count, height: height(context))
    let shown = list.position.visible(count: lines.count, height: height(context))
    for (offset, index) in shown.enumerated() {
      let row = rows.lowerBound + 1 + offset
      let isMarked = look.mark(lines[index]).map(marks.contains) ?? false
      var cells = look.cells(lines[index])
      if isMarked, context.isSpoken { cells[0] += " " + context.tick(true) }
      grid.write(layout.row(cells), row: row, column: 2)
      if isMarked, !context.isSpoken { grid.write("*", row: row, column: 1) }
      grid.choices.append(row)
      guard index == selected else { continue }
      grid.write(">", row: row)
      grid.fill(row: row, style: .selected)
      grid.focus = Position(row: row, column: 0)
    }
    if lines.indices.contains(selected) {
      tell(look.detail(lines[selected]), into: &grid, rows, context)
    } else {
      let words =
        list.filter.text.isEmpty
        ? look.nothing : Bilingual(zh: "没有符合筛选的。", en: "Nothing fits the filter.")
      grid.write(context(words), row: rows.lowerBound + 2, column: 3)
    }
    drawReason(into: &grid, context)
    refusals.drawRefusals(over: &grid, context)
  }

  private func tell(
    _ detail: [String], into grid: inout Grid, _ rows: Range<Int>, _ context: Context
  ) {
    let top = rows.lowerBound + 1 + height(context)
    grid.rule(row: top)
    let lines = detail.flatMap { Cells.wrap($0, context.columns - 2) }
    let room = max(0, min(detailRows, rows.upperBound - top - 1))
    for (offset, line) in lines.prefix(room).enumerated() {
      grid.write(line, row: top + 1 + offset, column: 1, style: offset == 0 ? .title : .plain)
    }
  }

  private func drawReason(into grid: inout Grid, _ context: Context) {
    guard let reason else { return }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    reason.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2, label: context(label),
      telling: .room(reason.text), context)
  }
}
