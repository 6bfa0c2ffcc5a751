import Almanac

/// A paper before it is laid out: what it says, in order, in one language.
///
/// The same value is laid out as text pages for the screen, as Markdown, as CSV, as a workbook, as an
/// editable letter and as A4 pages, so that a figure cannot differ between them.
public struct Document: Equatable, Sendable {
  /// The language it is written in, page numbers included.
  public var language: Language
  /// Printed once, above the subtitle.
  public var title: String
  /// Lines under the title: the unit, the period, the day of counting.
  public var subtitle: [String]
  /// A line at the head of every page: the warning against classified content, the practice mark.
  public var running: String
  /// The office whose paper it is, as a file's properties name it.
  public var author: String
  /// The content, from top to bottom.
  public var blocks: [Block]
  /// Whether its pages lie on the long side, for wide tables.
  public var isLandscape: Bool
  /// The paper that it is printed on.
  public var size: PaperSize
  /// Whether each part of it, from one page break to the next, is handed in as one sheet: its type is set
  /// smaller until it fits; PDF alone heeds it.
  public var fitsOnePage: Bool
  /// Whether type is set smaller until no word of its tables is broken, for many columns; PDF alone heeds it.
  public var keepsWordsWhole: Bool
  /// Whether a heading and all up to the next one stay on one page, where a page holds them; PDF alone
  /// heeds it.
  public var keepsHeadedWhole: Bool
  /// Whether it is a form to be filled in by hand or a register of many columns: the margins of a form
  /// instead of a letter's, and smaller type; PDF and DOCX heed it.
  public var isForm: Bool

  /// A document from its heading lines and its content.
  public init(
    language: Language, title: String, subtitle: [String] = [], running: String = "",
    author: String = "", blocks: [Block] = [], isLandscape: Bool = false, size: PaperSize = .a4,
    fitsOnePage: Bool = false, keepsWordsWhole: Bool = false,
    keepsHeadedWhole: Bool = false, isForm: Bool = false
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.running = running
    self.author = author
    self.blocks = blocks
    self.isLandscape = isLandscape
    self.size = size
    self.fitsOnePage = fitsOnePage
    self.keepsWordsWhole = keepsWordsWhole
    self.keepsHeadedWhole = keepsHeadedWhole
    self.isForm = isForm
  }

  /// A size of paper by ISO 216.
  public enum PaperSize: String, Equatable, Sendable, CaseIterable {
    /// 210 mm × 297 mm.
    case a4
    /// 297 mm × 420 mm.
    case a3
  }

  /// One piece of a document.
  public enum Block: Equatable, Sendable {
    case heading(String)
    /// A heading of the second level, as （一）; printed in the type of its level.
    case subheading(String)
    case paragraph(String)
    case table(Table)
    /// Labels of lines to sign on, side by side: filled in by, checked by, approved by.
    case signatures([String])
    /// Pictures side by side; what is in words about them stands in a table beside.
    case pictures(Pictures)
    /// The title of a further paper in the same document, and the lines under it: a second copy, an annex.
    case title(String, [String])
    /// To whom it goes, from the left edge (主送机关).
    case addressee(String)
    /// The word 附件, with its number where there are several, from the left edge above an annex.
    case annex(String)
    /// Who signs and when, at the right below the text (落款).
    case closing(Closing)
    /// To whom it is sent, or copies of it, between rules at its end (版记).
    case imprint([String])
    /// A line to cut along, with what it says.
    case cut(String)
    case pageBreak
  }

  /// The unit that signs and the date below it, in the middle of one another.
  ///
  /// Source: GB/T 9704-2012 7.3.4 and 7.3.5: the annex stands an empty line below the text, the date ends four characters from the right edge, and the seal lies
  /// over both.
  public struct Closing: Equatable, Sendable {
    /// Who signs: the unit, or a section of it.
    public var unit: String
    /// The date in words; blank to be filled in by hand.
    public var date: String
    /// Whether a seal is put on it, for which room is left above.
    public var isSealed: Bool
    /// What is annexed (附件说明), a line below the text; empty where nothing is.
    public var annex: String

    /// A closing of a unit on a date.
    public init(unit: String, date: String, isSealed: Bool, annex: String = "") {
      self.unit = unit
      self.date = date
      self.isSealed = isSealed
      self.annex = annex
    }
  }

  /// A table with borders; a row that does not fit on a page moves to the next under its heading.
  public struct Table: Equatable, Sendable {
    /// From left to right.
    public var columns: [Column]
    /// Each row has as many cells as there are columns.
    public var rows: [[String]]
    /// Whether the last row adds up those above it.
    public var hasTotal: Bool
    /// The column, from 0, whose whole numbers are drawn as bars at the end of each row, so that picture and
    /// figures are the same; nil without bars. A spreadsheet draws a chart of the same cells.
    public var bars: Int?
    /// The column, from 0, of what each bar is a part of, a full bar being all of it; nil where the longest bar
    /// is full.
    public var whole: Int?
    /// A further column of numbers that a spreadsheet's chart shows beside the bars, as of the period before.
    public var beside: Int?

    /// What stands below the heading of a table without rows, so that nobody takes it for cut off.
    public static let none = Bilingual(zh: "（无）", en: "(none)")

    /// A table from its columns and its cells, row by row.
    public init(
      columns: [Column], rows: [[String]], hasTotal: Bool = false, bars: Int? = nil,
      whole: Int? = nil, beside: Int? = nil
    ) {
      self.columns = columns
      self.rows = rows
      self.hasTotal = hasTotal
      self.bars = bars
      self.whole = whole
      self.beside = beside
    }
  }

  /// A column: its heading, what its cells hold and where they stand, and its share of the width.
  public struct Column: Equatable, Sendable {
    /// Where a cell's text stands between the column's left and right edge.
    public enum Alignment: Equatable, Sendable { case leading, centre, trailing }

    /// What its cells hold, for a spreadsheet that counts and sorts; a cell that cannot be read so
    /// stays text.
    public enum Kind: Equatable, Sendable {
      case text
      /// Names of persons, none of which is broken between two lines.
      case names
      /// A number, or with `%` behind it a share.
      case number
      /// A day as `2026-11-30`, or as `11-30` where the year is known.
      case date(year: Int? = nil)
    }

    /// The heading's text.
    public var title: String
    /// What its cells hold.
    public var kind: Kind
    /// Where its cells stand.
    public var alignment: Alignment
    /// The width relative to the other columns of the table.
    public var share: Int

    /// A column from its heading and its relative width.
    public init(
      _ title: String, share: Int, alignment: Alignment = .leading, kind: Kind = .text
    ) {
      self.title = title
      self.kind = kind
      self.share = share
      self.alignment = alignment
    }
  }
}
