import Canvas
import Testing

@testable import Screens

/// Pages one below the other: the last line stands at the foot, and no row is empty that a line could fill.
struct PagedTextTests {
  private static let pages = [(1...30).map { "a\($0)" }, (1...12).map { "b\($0)" }]

  private var text = PagedText()
  private var context: Context

  init() throws {
    context = try Desk(.latin).app.context
    text.show(Self.pages)
  }

  /// What stands in the rows between title and status line.
  private var shown: [String] {
    var grid = Grid(columns: context.columns, rows: context.rows)
    text.draw(into: &grid, rows: context.body)
    return context.body.map { row in
      grid.text(ofRow: row).split(separator: " ").joined()
    }
  }

  private mutating func press(_ keys: Key...) { for key in keys { text.type(key, context) } }

  @Test mutating func endAndBack() {
    #expect(context.body.count == 19)
    #expect(shown.first == "a1" && shown.last == "a19")
    press(.end)
    #expect(shown.first == "a24" && shown.last == "b12")
    press(.down, .pageDown)
    #expect(shown.last == "b12")
    press(.up)
    #expect(shown.last == "b11")
    press(.home)
    #expect(shown.first == "a1")
  }

  /// The rest of a page first, then the next page; back to where a page begins.
  @Test mutating func pageByPage() {
    press(.pageDown)
    #expect(shown.last == "a30")
    press(.pageDown)
    #expect(shown.last == "b12")
    press(.pageUp)
    #expect(shown.first == "a1")
    press(.character(" "))
    #expect(shown.first == "a19")
  }

  /// A window that has grown fills its rows, and the next key moves from what is in sight.
  @Test mutating func aWindowThatGrows() {
    press(.end)
    context.rows = 40
    #expect(shown.count == 35 && shown.first == "a8" && shown.last == "b12")
    press(.up)
    #expect(shown.first == "a7")
    text.show([["a1", "a2"]])
    #expect(shown.prefix(2) == ["a1", "a2"])
  }
}
