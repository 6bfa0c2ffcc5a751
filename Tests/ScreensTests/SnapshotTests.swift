import Almanac
import Canvas
import Testing

@testable import Screens

/// Every screen, panel and question as it looks in both languages and in two windows.
struct SnapshotTests {
  @Test(arguments: Scene.all)
  func picture(_ scene: Scene) throws {
    let pictures = try Office.allCases.flatMap { office in
      try scene.windows.map { window in
        Picture(
          title: "\(office.language.rawValue) \(window)",
          grid: try scene.desk(office, window).app.view)
      }
    }

    try Golden.check(pictures, scene.name)
    for picture in pictures {
      let grid = picture.grid
      // A terminal may lose what stands in its very last cell.
      #expect(grid.cell(row: grid.rows - 1, column: grid.columns - 1)?.text == " ")
      if picture.title.hasPrefix("en"), !Self.quoting.contains(scene.name) {
        #expect(han(in: grid.text).isEmpty)
      }
    }
  }

  /// Scenes that quote a notice of the State Council in its own words.
  private static let quoting = ["calendar-notice-change", "calendar-notice-refused"]

  /// Han characters, but for the numbers of records, which are not translated.
  private func han(in text: String) -> [Unicode.Scalar] {
    text.replacing("检2026-", with: "").unicodeScalars
      .filter { (0x2E80...0x9FFF).contains($0.value) || (0xFF01...0xFF60).contains($0.value) }
  }

  @Test func noPictureIsLeftOver() throws {
    #expect(try Golden.names() == Set(Scene.all.map(\.name)))
  }
}
