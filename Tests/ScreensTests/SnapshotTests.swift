import Almanac
import Canvas
import Testing

@testable import Screens

/// Every screen, panel and question in both languages and in three windows, each with its looks in colour
/// and without.
struct SnapshotTests {
  @Test(arguments: Scene.all)
  func picture(_ scene: Scene) throws {
    let pictures = try Office.allCases.flatMap { try drawn(scene, at: $0) }

    try Golden.check(pictures, scene.name)
    for picture in pictures {
      let grid = picture.grid
      // A terminal may lose what stands in its very last cell.
      #expect(grid.cell(row: grid.rows - 1, column: grid.columns - 1)?.text == " ")
      for row in [0, 1, grid.rows - 2, grid.rows - 1] {
        #expect(!isCut(grid, row), "header, title, status and footer stand whole")
      }
      if picture.title.hasPrefix("en"), !Self.quoting.contains(scene.name) {
        #expect(han(in: grid.text).isEmpty)
      }
    }
  }

  /// The windows of a scene; the usual one made as small as it may be.
  private func drawn(_ scene: Scene, at office: Office) throws -> [Picture] {
    let language = office.language.rawValue
    var pictures: [Picture] = []
    for window in scene.windows {
      var desk = try scene.desk(office, window)
      pictures.append(Picture(title: "\(language) \(window)", grid: desk.app.view))
      guard window == Scene.Window.usual.first else { continue }
      let least = Scene.Window.least
      try desk.press([.resize(columns: least.columns, rows: least.rows)])
      pictures.append(Picture(title: "\(language) \(least)", grid: desk.app.view))
    }
    return pictures
  }

  /// Whether a row has the two dots of a text that was cut, not the three of one that goes on.
  private func isCut(_ grid: Grid, _ row: Int) -> Bool {
    let text = grid.text.split(separator: "\n", omittingEmptySubsequences: false)[row]
    return text.replacing("...", with: "").contains("..")
  }

  /// A list may cut what its detail or the status line tells in full.
  @Test func theRoundThatIsCutStandsInTheStatusLine() throws {
    var desk = try Desk(.latin, .inspector, columns: 80, rows: 24, after: .autumn)
    for _ in 0..<30 where !desk.view.contains("> [provisional] Quarterly server") {
      try desk.press([.down])
    }
    let rows = desk.view.split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("> [provisional] Quarterly server and PC c..") })
    #expect(rows[22].hasPrefix(" [provisional] Quarterly server and PC check, Q4 2026"))
  }

  /// Scenes that quote a notice of the State Council in its own words, or the number of a document.
  private static let quoting = [
    "papers-notice-issued", "calendar-notice-change", "calendar-notice-refused", "notices",
    "notices-answer", "notices-hazard", "notices-menu", "notices-receive", "notices-withdraw",
  ]

  /// Han characters, but for the numbers of records, which are not translated; they may be cut or covered.
  private func han(in text: String) -> [Unicode.Scalar] {
    text.replacing(/检[-0-9.+ ]/, with: "").unicodeScalars
      .filter { (0x2E80...0x9FFF).contains($0.value) || (0xFF01...0xFF60).contains($0.value) }
  }

  @Test func noPictureIsLeftOver() throws {
    #expect(try Golden.names() == Set(Scene.all.map(\.name)))
  }
}
