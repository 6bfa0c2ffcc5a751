import Almanac
import Canvas
import Domain

/// The first row: the tabs, the alerts in force, whether this is practice, who is at the keyboard and what day
/// it is.
///
/// Where the window is narrow alerts are only counted and the tabs move together, then the date gives way,
/// then the names of the tabs that are not open.
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
  private let alert: String
  private let mark: String

  init(_ context: Context, open: Tab) {
    self.open = open
    let mark = context.bureau.isPractice ? context(Organization.practiceMark) : ""
    self.mark = mark
    let alerts = Self.alerts(context)
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
    func fits(_ who: String, _ alert: String, _ places: [Place]) -> Bool {
      let marks = [alert, mark].filter { !$0.isEmpty }.reduce(0) { $0 + Cells.width($1) + 2 }
      let room = context.columns - 2 - marks - (places.last?.columns.upperBound ?? 0)
      return Cells.width(who) <= room
    }
    for layouts in [layouts, [narrow]] {
      for who in said {
        for alert in alerts {
          if let places = layouts.first(where: { fits(who, alert, $0) }) {
            (self.who, self.alert, self.places) = (who, alert, places)
            return
          }
        }
      }
    }
    (who, alert, places) = ("", alerts.last ?? "", narrow)
  }

  /// The alerts in force: by the name of the last one, counted, and as short as can be.
  private static func alerts(_ context: Context) -> [String] {
    let alerts = context.bureau.alertsInForce
    guard let last = alerts.last else { return [""] }
    let (count, title) = (alerts.count, last.title)
    let named =
      count == 1
      ? title : Bilingual(zh: "\(title.zh)等\(count)个", en: "\(title.en) and \(count - 1) more")
    return [
      context(named), context(Bilingual(zh: "预警\(count)", en: counted(count, "alert"))),
      "!\(count)",
    ]
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
    var end = column - (who.isEmpty ? 0 : 2)
    for (text, style) in [(mark, Style.warning), (alert, .alarm)] where !text.isEmpty {
      end -= Cells.width(text)
      grid.write(text, row: 0, column: end, style: style)
      end -= 2
    }
  }
}
