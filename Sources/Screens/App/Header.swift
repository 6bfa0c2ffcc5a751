import Canvas
import Domain

/// The first row: the tabs, whether this is practice, who is at the keyboard and what day it is.
///
/// Where the window is narrow the tabs move together, then the date gives way, then the names of the tabs
/// that are not open.
struct Header {
  /// A tab's text without its brackets, and the cells it stands in.
  struct Place {
    var tab: Tab
    var text: String
    var columns: Range<Int>
  }

  /// The tabs from left to right.
  let places: [Place]
  private let open: Tab
  private let who: String
  private let mark: String

  init(_ context: Context, open: Tab) {
    self.open = open
    mark = context.bureau.isPractice ? context(Organization.practiceMark) : ""
    let day = context.today.monthAndDay
    let name = context.person.name
    let said = ["\(name) \(day) \(context(context.today.weekdayName))", "\(name) \(day)", name]
    let named = Tab.allCases.map { "\(context.keyName(of: $0.action)) \(context($0.name))" }
    let short = Tab.allCases.map {
      let key = context.keyName(of: $0.action)
      return $0 == open ? "\(key) \(context($0.name))" : key
    }
    let layouts = [Self.places(named, gap: 3), Self.places(named, gap: 1)]
    let narrow = Self.places(short, gap: 1)
    let room = context.columns - 2 - (mark.isEmpty ? 0 : Cells.width(mark) + 2)
    func fits(_ who: String, _ places: [Place]) -> Bool {
      Cells.width(who) <= room - (places.last?.columns.upperBound ?? 0)
    }
    for who in said {
      if let places = layouts.first(where: { fits(who, $0) }) {
        (self.who, self.places) = (who, places)
        return
      }
    }
    who = said.first { fits($0, narrow) } ?? ""
    places = narrow
  }

  /// Each text with a cell on both sides for the brackets of the open tab.
  private static func places(_ texts: [String], gap: Int) -> [Place] {
    var column = gap == 1 ? 0 : 1
    return zip(Tab.allCases, texts).map { tab, text in
      let end = column + Cells.width(text) + 2
      defer { column = end + gap - 2 }
      return Place(tab: tab, text: text, columns: column..<end)
    }
  }

  func draw(into grid: inout Grid) {
    for place in places where place.tab != open {
      grid.write(place.text, row: 0, column: place.columns.lowerBound + 1, style: .tab)
    }
    for place in places where place.tab == open {
      grid.write("[\(place.text)]", row: 0, column: place.columns.lowerBound, style: .activeTab)
    }
    let column = grid.columns - 1 - Cells.width(who)
    grid.write(who, row: 0, column: column)
    grid.write(
      mark, row: 0, column: column - Cells.width(mark) - (who.isEmpty ? 0 : 2), style: .warning)
  }
}
