import Almanac
import Canvas
import Domain

/// Looking for an item by its words: while they are typed only what fits is shown, and Enter goes on with the
/// item that is selected, among all the others again, so that none stays out of sight.
struct ItemSearch: Sendable {
  var list: ListState
  /// The item that was selected before.
  let origin: Int

  init(from origin: Int) {
    self.origin = origin
    list = ListState()
    list.beginFilter()
  }
}

extension RoomScreen {
  /// Whether an item is looked for.
  var isSearching: Bool { if case .search = panel { true } else { false } }

  /// The items that fit what is typed, by their places in the list.
  private func found(_ search: ItemSearch, _ context: Context) -> [Int] {
    let filter = Filter(search.list.filter.text, context.pinyin)
    return questions.indices.filter { index in
      let question = questions[index]
      return filter.matches(
        "\(question.number) \(context(question.section)) \(context(question.item.text))")
    }
  }

  mutating func pressSearch(_ search: ItemSearch, _ key: Key, _ context: Context) {
    guard key != .escape else {
      list.selected = search.origin
      list.keep(count: questions.count, height: listHeight(context))
      panel = nil
      return
    }
    var search = search
    let before = found(search, context)
    search.list.type(
      key, count: before.count, height: listHeight(context), top: context.body.lowerBound)
    let found = found(search, context)
    list.selected =
      found.indices.contains(search.list.position.selected)
      ? found[search.list.position.selected] : search.origin
    // Where nothing fits there is nowhere to go.
    if found.isEmpty { search.list.isFiltering = true }
    panel = search.list.isFiltering ? .search(search) : nil
    list.keep(count: questions.count, height: listHeight(context))
  }

  /// Draws the items that fit, and what is typed beside the title.
  func drawSearch(
    _ search: ItemSearch, into grid: inout Grid, rows: Range<Int>, _ context: Context
  ) {
    let (found, height) = (found(search, context), listHeight(context))
    for (offset, index) in search.list.position.visible(count: found.count, height: height)
      .enumerated()
    {
      let row = rows.lowerBound + offset
      drawItem(questions[found[index]], into: &grid, row: row, context)
      grid.choices.append(row)
      guard index == search.list.position.selected else { continue }
      grid.write(">", row: row)
      grid.fill(row: row, style: .selected)
      grid.focus = Position(row: row, column: 0)
    }
    if found.isEmpty {
      grid.write(
        context(Bilingual(zh: "没有符合筛选的。", en: "Nothing fits the filter.")),
        row: rows.lowerBound, column: 3)
    }
    drawDetail(into: &grid, top: rows.lowerBound + height, context)
    search.list.draw(into: &grid, row: 1, context)
  }
}
