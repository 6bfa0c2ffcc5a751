import Almanac
import Canvas
import Testing

@testable import Reports

/// The preview of a paper has the pages of the PDF, as pdftotext reads them: as many, with the same words.
struct PaperPreviewTests {
  @Test func everyPageSaysWhatThePDFSays() throws {
    for document in [
      Sample.register(rows: 90), Sample.letter(lines: 40), Sample.forms(5, items: 7),
      Sample.register(rows: 30, text: "配电箱前堆放纸箱，未及时清理，影响疏散通道畅通"),
    ] {
      let paper = try Pages(document)
      for columns in [60, 78, 118] {
        let pages = try PaperPreview(document, columns: columns).pages
        try #require(pages.count == paper.texts.count)
        for (page, text) in zip(pages, paper.texts) {
          let (read, drawn) = (Self.words(text), Self.words(page.joined()))
          #expect(drawn.sorted() == read.sorted(), "\(document.title) \(columns)")
          // What stands in the upper margin is drawn last into the file.
          let body = page.drop { !$0.contains("---") }.dropFirst().drop { !$0.contains("---") }
          #expect(
            Self.words(body.joined()).prefix(12) == read.prefix(12),
            "\(document.title) \(columns)")
        }
      }
    }
  }

  /// Each row is as wide as its page, all pages of a document alike, and stands in the paper's frame.
  @Test func pagesAreRectangles() throws {
    let pages = try PaperPreview(Sample.register(rows: 60), columns: 78).pages
    let widths = Set(pages.joined().map(Cells.width))
    #expect(widths.count == 1)
    for page in pages {
      #expect(page.first == page.last)
      #expect(page.dropFirst().dropLast().allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") })
    }
  }

  /// What can be read: neither how lines are spaced nor what frames are drawn with.
  private static func words(_ text: String) -> [Character] {
    text.filter { !$0.isWhitespace && !"|+-_#\u{0C}".contains($0) }
  }
}
