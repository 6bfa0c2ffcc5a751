import Canvas

extension Composition {
  /// Returns unit and date, in the middle of one another, on the page of what stands above them.
  ///
  /// The date ends four characters from the right edge, further in only where the unit needs it. Room for
  /// two lines stays above a seal, whose lower half lies over unit and date (GB/T 9704-2012 7.3.5.1).
  func closing(_ closing: Document.Closing) throws(PaperError) -> [Strip] {
    let style = styles.body
    let unit = try press.set(closing.unit, style)
    let date = try press.set(closing.date, style)
    let middle = min(
      sheet.width - 4 * style.size - date.width / 2, sheet.width - unit.width / 2)
    var strips: [Strip] = []
    if !closing.annex.isEmpty {
      let annex = try press.set(
        closing.annex, style, width: sheet.width, indent: styles.indent)
      strips.append(
        Strip(
          height: annex.height, marks: annex.marks(x: 0, y: 0), gap: style.pitch,
          keepsWithNext: true))
    }
    return strips + [
      Strip(
        height: unit.height, marks: unit.marks(x: max(0, middle - unit.width / 2), y: 0),
        gap: style.pitch * (closing.isSealed ? 2 : 1), keepsWithNext: true),
      Strip(height: date.height, marks: date.marks(x: max(0, middle - date.width / 2), y: 0)),
    ]
  }

  /// Returns to whom it is sent, one character in from either edge, between rules, the last of which stands at
  /// the foot of the text block.
  ///
  /// Source: GB/T 9704-2012 7.4, which sets it in 4号 at the foot of the last page.
  func imprint(_ lines: [String]) throws(PaperError) -> [Strip] {
    let style = styles.imprint
    var strips: [Strip] = []
    for (index, line) in lines.enumerated() {
      let words = try press.set(line, style, width: sheet.width - 2 * style.size)
      let height = words.height + 4
      var strip = Strip(
        height: height, marks: words.marks(x: style.size, y: 2),
        gap: index == 0 ? style.pitch : 0, keepsWithNext: index < lines.count - 1,
        standsAtFoot: true)
      for y in index == 0 ? [0, height] : [height] {
        strip.marks.append(.rule(fromX: 0, fromY: y, toX: sheet.width, toY: y))
      }
      strips.append(strip)
    }
    return strips
  }

  /// Returns a dashed line with its words in the middle, on the page of what is cut off below it.
  func cut(_ text: String) throws(PaperError) -> Strip {
    let style = styles.running
    let words = try press.set(text, style, width: sheet.width * 0.8)
    let height = words.height + style.pitch
    let (middle, dash) = (height / 2, style.size / 2)
    let free = (sheet.width - words.width) / 2 - style.size
    var strip = Strip(
      height: height, marks: words.marks(x: free + style.size, y: style.pitch / 2),
      gap: style.pitch, keepsWithNext: true)
    for x in stride(from: 0, to: free - dash, by: 2 * dash) {
      for start in [x, sheet.width - x - dash] {
        strip.marks.append(.rule(fromX: start, fromY: middle, toX: start + dash, toY: middle))
      }
    }
    return strip
  }
}
