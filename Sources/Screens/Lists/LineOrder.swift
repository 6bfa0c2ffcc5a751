import Almanac
import Canvas

/// A way to put the lines of a list in order; equal ones stand as they come.
struct LineOrder<Line> {
  /// As a title tells it.
  var name: Bilingual
  var sorted: ([Line]) -> [Line]
}

/// The orders of a list that are more than the order of a column.
protocol NamedOrder: CaseIterable, Sendable {
  var name: Bilingual { get }
}

extension NamedOrder {
  /// All of them, the first to begin with.
  static func all<Line>(_ sorted: @escaping (Self, [Line]) -> [Line]) -> [LineOrder<Line>] {
    allCases.map { order in LineOrder(name: order.name) { sorted(order, $0) } }
  }
}

extension ActList.Look {
  /// Its own orders, or else as the lines come and by each column that has a title: texts as they are looked up,
  /// numbers the largest first, empty cells last.
  func orders(_ context: Context) -> [LineOrder<Line>] {
    guard orders.isEmpty else { return orders }
    let collation = Collation(context.pinyin)
    let byColumn = columns.indices.filter { !columns[$0].title.zh.isEmpty }.map { index in
      let title = columns[index].title
      return LineOrder<Line>(name: Bilingual(zh: title.zh, en: title.en.lowercased())) { lines in
        let told = lines.map { (line: $0, cell: cells($0)[index]) }
        let filled = told.filter { !$0.cell.isEmpty }
        let key = { (told: (line: Line, cell: String)) in collation.key(told.cell) }
        let sorted =
          columns[index].alignment == .trailing
          ? Array(filled.reversed().stably(by: key).reversed()) : filled.stably(by: key)
        return (sorted + told.filter(\.cell.isEmpty)).map(\.line)
      }
    }
    return [LineOrder(name: Bilingual(zh: "默认", en: "as they come")) { $0 }] + byColumn
  }
}
