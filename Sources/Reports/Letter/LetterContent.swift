import Almanac
import Canvas

/// What the templates of a letter are filled with. Lengths are in twips, twentieths of a point, and sizes
/// of type in half points, as OOXML has them.
struct LetterContent {
  struct Page {
    var width, height, top, right, bottom, left, header, footer, textWidth: Int
    var isLandscape: Bool

    /// The page number stands 7 mm below the text block and the running line 5 mm above it, as on paper.
    init(_ sheet: Sheet, isLandscape: Bool, _ styles: Styles) {
      self.isLandscape = isLandscape
      let below = sheet.paperHeight - sheet.top - sheet.height
      (width, height) = (twips(sheet.paperWidth), twips(sheet.paperHeight))
      (top, left) = (twips(sheet.top), twips(sheet.left))
      right = twips(sheet.paperWidth - sheet.left - sheet.width)
      bottom = twips(below)
      textWidth = width - left - right
      header = twips(sheet.top - 5 * Sheet.millimetre - styles.running.pitch)
      footer = twips(below - 7 * Sheet.millimetre - styles.pageNumber.pitch)
    }
  }

  /// The size of type and the distance of lines.
  struct Setting {
    var size: Int
    var line: Int

    /// Rounds the line down, so that 22 lines fit a page, and the size up, for 3号 is 16 pt in a word
    /// processor; what is set smaller to fit is rounded down.
    init(_ style: Style, scale: Double = 1) {
      size = Int((style.size * scale * 2).rounded(scale < 1 ? .down : .toNearestOrAwayFromZero))
      line = Int(style.pitch * scale * 20)
    }
  }

  struct Paragraph {
    var style: String
    var text: String
    var alignment: String?
    /// Where a line to sign on ends.
    var line: Int?
    /// The width of the frame at the foot of the page in which it stands.
    var frame: Int?
    var drawing: LetterDrawing?
  }

  /// A page break, paragraphs or a table.
  struct Block {
    var startsPage = false
    var paragraphs: [Paragraph] = []
    var table: LetterTable?
  }

  let title: String
  let author: String
  let day: String
  let running: String?
  let chinese: Bool
  let page: Page
  let body, heading, subtitle, cell, signature, pageNumber: Setting
  /// The title's type; `title` is its text.
  let head: Setting
  let paragraphGap: Int
  /// Beside the text of a cell.
  let cellMargin: Int
  /// What is added to the width of each character of the text, so that 28 of them fill a line.
  let characterSpace: Int
  private(set) var blocks: [Block] = []
  private(set) var drawings: [LetterDrawing] = []

  init(_ document: Document, createdOn day: Day) {
    author = document.author.isEmpty ? "xunjian" : document.author.printable
    let styles = Styles(document.language)
    let sheet = Sheet(document)
    title = document.title.printable
    self.day = day.description
    running = document.running.isEmpty ? nil : document.running.printable
    chinese = document.language == .chinese
    page = Page(sheet, isLandscape: document.isLandscape, styles)
    body = Setting(styles.body)
    heading = Setting(styles.heading)
    subtitle = Setting(styles.subtitle)
    // A word processor shrinks nothing itself.
    let scale = document.fitsOnePage ? 0.8 : Composition.scale(of: document)
    cell = Setting(styles.cell, scale: scale)
    cellMargin = twips(3.5 * scale)
    signature = Setting(styles.signature, scale: max(0.8, scale))
    pageNumber = Setting(styles.pageNumber)
    head = Setting(styles.title)
    paragraphGap = twips(styles.paragraphGap)
    let across = 156 * Sheet.millimetre / 28
    characterSpace = Int(((across - Double(body.size) / 2) * 20).rounded(.down))
    blocks = [Block(paragraphs: lines(document.title, "Title"))]
    for line in document.subtitle { blocks[0].paragraphs += lines(line, "Subtitle") }
    let maker = LetterTable.Maker(
      width: twips(sheet.width), language: document.language, cellSize: cell.size,
      cellMargin: cellMargin, labelSize: signature.size)
    for block in document.blocks { add(block, maker) }
  }

  private mutating func add(_ block: Document.Block, _ maker: LetterTable.Maker) {
    switch block {
    case .heading(let text): blocks.append(Block(paragraphs: lines(text, "Heading1")))
    case .subheading(let text): blocks.append(Block(paragraphs: lines(text, "Heading2")))
    case .paragraph(let text): blocks.append(Block(paragraphs: lines(text, "Normal")))
    case .table(let table): blocks.append(Block(table: maker.table(table)))
    case .signatures(let labels): blocks.append(Block(table: maker.signatures(labels)))
    case .pictures(let pictures):
      blocks.append(Block(table: maker.pictures(pictures, among: &drawings)))
    case .title(let text, let below):
      blocks.append(
        Block(paragraphs: lines(text, "Title") + below.flatMap { lines($0, "Subtitle") }))
    case .addressee(let text): blocks.append(Block(paragraphs: lines(text, "Addressee")))
    case .annex(let text): blocks.append(Block(paragraphs: lines(text, "AnnexMark")))
    case .closing(let closing):
      let annex =
        closing.annex.isEmpty
        ? [] : [Paragraph(style: "Normal", text: "")] + lines(closing.annex, "Normal")
      // Room for the seal, which lies over unit and date (GB/T 9704-2012 7.3.5).
      let room = closing.isSealed ? [Paragraph(style: "Closing", text: "")] : []
      blocks.append(
        Block(
          paragraphs: annex + room + lines(closing.unit, "Closing") + lines(closing.date, "Closing")
        ))
    case .imprint(let imprint):
      // Its frame stands on the page of the paragraph after it.
      let framed = imprint.flatMap { lines($0, "Imprint") }.map { paragraph in
        var paragraph = paragraph
        paragraph.frame = page.textWidth
        return paragraph
      }
      blocks.append(Block(paragraphs: framed + [Paragraph(style: "Gap", text: "")]))
    case .cut(let text): blocks.append(Block(paragraphs: lines(text, "CutLine")))
    case .pageBreak: blocks.append(Block(startsPage: true))
    }
  }

  private func lines(_ text: String, _ style: String) -> [Paragraph] {
    guard !text.isEmpty else { return [] }
    return text.printable.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { Paragraph(style: style, text: String($0.drop { $0.isWhitespace })) }
  }
}

/// Twentieths of a point.
func twips(_ points: Double) -> Int { Int((points * 20).rounded()) }
