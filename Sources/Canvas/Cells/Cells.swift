/// Measures and cuts text by terminal cells: a Han character takes two, a combining mark none.
///
/// Widths are those of glibc's `wcwidth`, by which ncurses goes. What must not reach a terminal
/// (controls, bidirectional overrides, unassigned scalars) counts as the one cell of the `?` or space
/// drawn for it.
public enum Cells {
  /// Where a text stands in a wider field.
  public typealias Alignment = Document.Column.Alignment

  /// The number of cells a text takes on one row.
  public static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The number of cells of one character.
  public static func width(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The number of cells of one scalar as drawn: 0, 1 or 2.
  public static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0x4E00...0x9FFF: 2
    default: isUnsafe(scalar) ? 1 : libraryWidth(scalar) ?? 1
    }
  }

  /// What `wcwidth` of glibc answers, or nil where it answers -1.
  public static func libraryWidth(_ scalar: Unicode.Scalar) -> Int? {
    let key = scalar.value << 4 | 0xF
    var low = 0
    var high = WidthTable.runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if WidthTable.runs[middle] <= key { low = middle } else { high = middle }
    }
    let width = WidthTable.runs[low] & 0xF
    return width == 0xF ? nil : Int(width)
  }

  /// The beginning of a text that fits, never half a character.
  public static func clip(_ text: String, to columns: Int) -> String {
    var room = columns
    var end = text.startIndex
    while end < text.endIndex {
      room -= width(text[end])
      if room < 0 { break }
      end = text.index(after: end)
    }
    return String(text[..<end])
  }

  /// The text in exactly so many cells: padded with spaces, or cut and ended with `..`.
  public static func fit(
    _ text: String, _ columns: Int, _ alignment: Alignment = .leading
  ) -> String {
    let spare = columns - width(text)
    guard spare >= 0 else { return shortened(text, columns) }
    switch alignment {
    case .leading: return text + blank(spare)
    case .trailing: return blank(spare) + text
    case .centre: return blank(spare / 2) + text + blank(spare - spare / 2)
    }
  }

  /// So many spaces; none for a negative number.
  public static func blank(_ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns))
  }

  /// The text without anything that a terminal could obey: controls and bidirectional overrides become
  /// `?`, newlines and tabs a space.
  public static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(shown(scalar)) }
    return String(result)
  }

  /// The scalar drawn in place of one.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\n", "\t", "\r": " "
    default: isUnsafe(scalar) ? "?" : scalar
    }
  }

  /// Whether a scalar is dropped when drawn: joiners, variation selectors and tags, which terminals
  /// measure differently from each other.
  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200D, 0x2060...0x2065, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// Whether a terminal could obey a scalar, or nobody knows its width: controls, bidirectional
  /// overrides, unassigned ones.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x20...0x7E, 0x4E00...0x9FFF: false
    default: libraryWidth(scalar) == nil
    }
  }

  private static func shortened(_ text: String, _ columns: Int) -> String {
    let mark = String(repeating: ".", count: max(0, min(2, columns)))
    let head = clip(text, to: columns - mark.utf8.count) + mark
    return head + blank(columns - width(head))
  }
}
