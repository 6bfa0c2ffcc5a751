import Almanac
import Canvas

extension Composition {
  private static let padding = 4.0

  /// Returns pictures as strips: the headings of their columns, then a frame for each row.
  func pictures(_ pictures: Document.Pictures) throws(PaperError) -> [Strip] {
    guard !pictures.columns.isEmpty, !pictures.rows.isEmpty else { return [] }
    let width = sheet.width / Double(pictures.columns.count)
    var heading = try captions(pictures.columns, styles.columnTitle, width: width, below: 0)
    heading.marks.insert(.shade(x: 0, y: 0, width: sheet.width, height: heading.height), at: 0)
    heading.marks += frame(columns: pictures.columns.count, height: heading.height, isFirst: true)
    heading.keepsWithNext = true
    var strips: [Strip] = []
    for row in pictures.rows {
      var strip = try self.row(row, width: width)
      strip.heading = [heading]
      strips.append(strip)
    }
    heading.gap = styles.cell.pitch / 2
    strips[strips.count - 1].height += styles.cell.pitch / 2
    return [heading] + strips
  }

  private func row(_ row: [Document.Picture?], width: Double) throws(PaperError) -> Strip {
    let room = width - 2 * Self.padding
    let sizes = row.map { $0.map { $0.fitted(width: room) } }
    let height = (sizes.compactMap { $0?.height }.max() ?? 0) + 2 * Self.padding
    var strip = try captions(
      row.map { $0?.caption ?? "" }, styles.cell, width: width, below: height)
    for (column, (picture, size)) in zip(row, sizes).enumerated() {
      guard let picture, let size else { continue }
      let x = Double(column) * width + (width - size.width) / 2
      let y = (height - size.height) / 2
      strip.marks.append(
        picture.file == nil
          ? .shade(x: x, y: y, width: size.width, height: size.height)
          : .picture(picture, x: x, y: y, width: size.width, height: size.height))
    }
    strip.marks += frame(columns: row.count, height: strip.height, isFirst: false)
    return strip
  }

  /// One line or more of text in each column, below a space.
  private func captions(
    _ texts: [String], _ style: Style, width: Double, below space: Double
  ) throws(PaperError) -> Strip {
    var passages: [Passage] = []
    for text in texts {
      passages.append(
        try press.set(text, style, width: width - 2 * Self.padding, alignment: .centre))
    }
    let height = space + (passages.map(\.height).max() ?? style.pitch) + Self.padding
    var strip = Strip(height: height)
    for (column, passage) in passages.enumerated() {
      strip.marks += passage.marks(x: Double(column) * width + Self.padding, y: space + 1)
    }
    return strip
  }

  private func frame(columns: Int, height: Double, isFirst: Bool) -> [Mark] {
    let width = sheet.width / Double(columns)
    let sides = (0...columns).map { column in
      Mark.rule(
        fromX: Double(column) * width, fromY: 0, toX: Double(column) * width, toY: height)
    }
    let edges = (isFirst ? [0, height] : [height]).map {
      Mark.rule(fromX: 0, fromY: $0, toX: sheet.width, toY: $0)
    }
    return sides + edges
  }
}
