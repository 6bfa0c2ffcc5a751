import Almanac

/// A paper before it is laid out: what it says, in order, in one language.
///
/// The same value is laid out as text pages for the screen, as Markdown, as CSV and as A4 pages, so that
/// a figure cannot differ between them.
public struct Document: Equatable, Sendable {
  public var language: Language
  public var title: String
  /// Lines under the title: the unit, the period, the day of counting.
  public var subtitle: [String]
  /// A line at the head of every page: the warning against classified content, the practice mark.
  public var running: String
  public var blocks: [Block]
  public var isLandscape: Bool

  public init(
    language: Language, title: String, subtitle: [String] = [], running: String = "",
    blocks: [Block] = [], isLandscape: Bool = false
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.running = running
    self.blocks = blocks
    self.isLandscape = isLandscape
  }

  /// One piece of a document.
  public enum Block: Equatable, Sendable {
    case heading(String)
    case paragraph(String)
    case table(Table)
    /// Labels of lines to sign on, side by side: filled in by, checked by, approved by.
    case signatures([String])
    case pageBreak
  }

  /// A table with borders; a row that does not fit on a page moves to the next under its heading.
  public struct Table: Equatable, Sendable {
    public var columns: [Column]
    /// Each row has as many cells as there are columns.
    public var rows: [[String]]
    /// Whether the last row adds up those above it.
    public var hasTotal: Bool

    public init(columns: [Column], rows: [[String]], hasTotal: Bool = false) {
      self.columns = columns
      self.rows = rows
      self.hasTotal = hasTotal
    }
  }

  /// A column: its heading, where its cells stand, and its share of the width.
  public struct Column: Equatable, Sendable {
    public enum Alignment: Equatable, Sendable { case leading, centre, trailing }

    public var title: String
    public var alignment: Alignment
    /// The width relative to the other columns of the table.
    public var share: Int

    public init(_ title: String, share: Int, alignment: Alignment = .leading) {
      self.title = title
      self.share = share
      self.alignment = alignment
    }
  }
}
