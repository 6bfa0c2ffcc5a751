import Canvas
import Testing

@testable import Screens

/// The first row keeps all tabs and says who is there, however narrow the window.
struct HeaderTests {
  @Test(arguments: Office.allCases, [60, 70, 80, 100, 120])
  func allTabsAndTheName(_ office: Office, _ columns: Int) throws {
    for tab in Tab.allCases {
      var desk = try Desk(office, columns: columns, isPractice: true)
      let keys: [Tab: Key] = [
        .today: .function(2), .inspection: .function(3), .hazards: .function(4),
        .calendar: .function(5), .summary: .function(6),
      ]
      try desk.press([keys[tab]].compactMap { $0 })
      let row = String(desk.view.prefix { $0 != "\n" })

      for key in ["F2", "F3", "F4", "F5", "F6"] { #expect(row.contains(key)) }
      #expect(
        row.contains("[\(desk.app.context.keyName(of: tab.action)) \(tab.name[office.language])]"))
      #expect(row.contains(office("演练", "PRACTICE")))
      #expect(row.contains(desk.app.context.person.name), "\(row)")
      if columns >= 80 {
        for other in Tab.allCases { #expect(row.contains(other.name[office.language])) }
      }
    }
  }

  /// A click on a tab opens it, wherever it stands.
  @Test(arguments: Office.allCases, [60, 80, 120])
  func clicks(_ office: Office, _ columns: Int) throws {
    var desk = try Desk(office, columns: columns, isPractice: true)
    for name in ["F5", "F4", "F6", "F2"] {
      let row = String(desk.view.prefix { $0 != "\n" })
      let before = try #require(row.range(of: name)).lowerBound
      let column = Cells.width(String(row[..<before]))
      try desk.press([.mouse(Key.Mouse(.press, row: 0, column: column))])
      #expect(desk.app.context.keyName(of: desk.app.screen.tab.action) == name)
    }
  }
}
