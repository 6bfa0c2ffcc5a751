extension Document {
  /// Pictures in columns, row by row, each with its caption below; text has the words only.
  public struct Pictures: Equatable, Sendable {
    /// The headings of the columns, from left to right.
    public var columns: [String]
    /// Each row has as many places as there are columns.
    public var rows: [[Picture?]]

    /// Pictures from the headings of their columns and the rows.
    public init(columns: [String], rows: [[Picture?]]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// A picture that is read from its file when it is drawn.
  public struct Picture: Equatable, Sendable {
    /// How its file is encoded.
    public enum Encoding: Equatable, Sendable { case jpeg, png }

    /// What stands below it.
    public var caption: String
    /// Where its file is; nil where it is not to be shown: a crossed frame stands for it.
    public var file: String?
    /// How the file is encoded.
    public var encoding: Encoding
    /// In pixels, as stored.
    public var width: Int
    /// In pixels, as stored.
    public var height: Int
    /// How it is turned to be seen upright, from 1 (as stored) to 8, as Exif has it.
    public var orientation: Int

    /// A picture with its caption, its file and what must be known to place it.
    public init(
      caption: String, file: String?, encoding: Encoding = .jpeg, width: Int = 4, height: Int = 3,
      orientation: Int = 1
    ) {
      self.caption = caption
      self.file = file
      self.encoding = encoding
      self.width = width
      self.height = height
      self.orientation = orientation
    }

    /// Its width and height when it is seen upright, in pixels.
    public var upright: (width: Int, height: Int) {
      (5...8).contains(orientation) ? (height, width) : (width, height)
    }
  }
}
