import Almanac
import Canvas

/// A document as pages in PDF.
///
/// The same document and day give the same bytes, where the same fonts are installed.
///
/// Source: GB/T 9704-2012《党政机关公文格式》, for margins, sizes of type and page numbers.
public struct Paper: Equatable, Sendable {
  /// The whole PDF file.
  public let bytes: [UInt8]
  /// How many pages it has, one at least.
  public let pageCount: Int
  /// Rare characters, such as emoji, that no installed font has, in order of code. They are printed as
  /// boxes with their code in it.
  public let uncovered: String
  /// The kinds of type for which the fonts of official documents are not installed, and what was used; none for
  /// papers in English, which have no such fonts.
  public let substitutes: [FontSubstitute]
  /// The paper that it is printed on.
  public let size: Document.PaperSize

  /// Lays out a document.
  ///
  /// - Parameters:
  ///   - day: Written into the file as the day on which it was made.
  ///   - progress: Told how many texts of how many are set; what it throws ends the work.
  /// - Throws: ``PaperError``, when a library or a font for ordinary text is not installed, or where
  ///   `progress` has thrown.
  public init(
    _ document: Document, createdOn day: Day,
    progress: @escaping (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws(PaperError) {
    let press = try Press(
      sheet: Sheet(document), language: document.language)
    press.describe(document, createdOn: day)

    let pages = try Self.composed(document, on: press, progress: progress)
    for page in pages {
      press.draw(page.marks + page.margin, on: page.sheet)
      press.endPage()
    }
    bytes = try press.finish()
    pageCount = pages.count
    uncovered = press.uncovered
    substitutes = document.language == .chinese ? press.substitutes : []
    size = document.size
  }

  /// A page before it is drawn.
  struct Page {
    var sheet: Sheet
    /// In the text block.
    var marks: [Mark]
    /// Outside it: the running line and the number of the page.
    var margin: [Mark]
  }

  /// What stands on each page, for the file and for its preview.
  ///
  /// - Parameter progress: Told how many texts of how many are set; what it throws ends the work.
  static func composed(
    _ document: Document, on press: Press,
    progress: @escaping (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws(PaperError) -> [Page] {
    let count = document.textCount
    press.watch = { try progress(min($0, count), count) }
    var pages: [(composition: Composition, marks: [Mark])] = []
    for part in document.fitsOnePage ? document.parts : [document] {
      let (composition, marks) = try Self.pages(of: part, on: press)
      pages += marks.map { (composition, $0) }
    }
    var composed: [Page] = []
    for (index, page) in pages.enumerated() {
      composed.append(
        Page(
          sheet: page.composition.sheet, marks: page.marks,
          margin: try page.composition.margin(
            page: index + 1, of: pages.count, running: document.running)))
    }
    return composed
  }

  /// The fonts that papers in a language are set in where those of official documents are not installed.
  ///
  /// - Throws: ``PaperError`` when a library is missing.
  public static func substitutes(in language: Language) throws(PaperError) -> [FontSubstitute] {
    let press = try Press(
      sheet: Sheet(Document(language: language, title: "")), language: language)
    return Typeface.allCases.compactMap(press.substitute)
  }

  /// The pages at full size, or set smaller by steps until one page holds them and no word is broken. Below
  /// three fifths, where a table's 5号 becomes 6.3 pt, nothing can be read: what is longer takes more pages,
  /// and words that still do not fit are broken at the first size at which one page holds all.
  private static func pages(
    of document: Document, on press: Press
  ) throws(PaperError) -> (Composition, [[Mark]]) {
    var scale = Composition.scale(of: document)
    var fitting: (Composition, [[Mark]])?
    while true {
      press.hasBrokenWords = false
      let sheet = Sheet(document, scale: scale)
      let composition = Composition(press: press, sheet: sheet, language: document.language)
      let pages = Pagination.pages(try composition.strips(of: document), height: sheet.height)
      let isWhole = pages.count == 1 && !press.hasBrokenWords
      guard document.fitsOnePage, !isWhole else { return (composition, pages) }
      if pages.count == 1 { fitting = fitting ?? (composition, pages) }
      guard scale > 0.61 else { return fitting ?? (composition, pages) }
      scale -= 0.02
    }
  }
}

extension [FontSubstitute] {
  /// What was used in place of what; nil where nothing was.
  public var note: Bilingual? {
    guard !isEmpty else { return nil }
    let zh = map { "\($0.wanted.zh) → \($0.used)" }
    let en = map { "\($0.wanted.en) → \($0.used)" }
    return Bilingual(
      zh: "没有装公文字体，代以：\(zh.joined(separator: "，"))。",
      en: "Fonts of official papers are not installed; used instead: \(en.joined(separator: ", "))."
    )
  }
}

/// A font that stands in for one of official documents.
public struct FontSubstitute: Hashable, Sendable {
  /// What official documents call the kind of type, as 仿宋.
  public var wanted: Bilingual
  /// The family that was used.
  public var used: String
}

extension Document {
  /// What stands between its page breaks, the first part with its title.
  fileprivate var parts: [Document] {
    guard !blocks.isEmpty else { return [self] }
    return blocks.split(separator: .pageBreak).enumerated().map { index, blocks in
      var part = self
      part.blocks = Array(blocks)
      if index > 0 { (part.title, part.subtitle) = ("", []) }
      return part
    }
  }

  /// About how many texts are set for it; a document set smaller until it fits sets them again.
  fileprivate var textCount: Int {
    blocks.reduce(1 + subtitle.count) { sum, block in
      switch block {
      case .heading, .subheading, .paragraph, .addressee, .annex, .cut: sum + 1
      case .title(_, let below): sum + 1 + below.count
      case .closing: sum + 2
      case .imprint(let lines): sum + lines.count
      case .table(let table): sum + (table.rows.count + 1) * table.columns.count
      case .signatures(let labels): sum + labels.count
      case .pictures, .pageBreak: sum
      }
    }
  }
}
