import Almanac
import Canvas

/// Turns the parts of a document into strips as wide as the text block.
struct Composition {
  let press: Press
  let sheet: Sheet
  let language: Language
  let styles: Styles

  init(press: Press, sheet: Sheet, language: Language) {
    self.press = press
    self.sheet = sheet
    self.language = language
    styles = Styles(language)
  }

  /// Returns the whole document, downwards.
  func strips(of document: Document) throws(PaperError) -> [Strip] {
    var strips = try head(document.title, document.subtitle)
    var startsPage = false
    var headings: [Int] = []
    for (index, block) in document.blocks.enumerated() {
      var next: [Strip]
      switch block {
      case .heading(let text):
        next = marked(
          kept(try lines(text, styles.heading, indent: styles.indent, gap: 6)), text, level: 1)
      case .subheading(let text):
        next = marked(
          kept(
            try lines(
              text, styles.subheading, indent: styles.indent, gap: styles.paragraphGap)), text,
          level: 2)
      case .paragraph(let text):
        next = unwidowed(
          try lines(text, styles.body, indent: styles.indent, gap: styles.paragraphGap))
      case .table(let table):
        next = try self.table(table)
      case .signatures(let labels):
        next = try signatures(labels)
      case .pictures(let pictures):
        next = try self.pictures(pictures)
      case .title(let text, let below):
        next = try head(text, below)
      case .addressee(let text):
        next = kept(try lines(text, styles.body, gap: styles.paragraphGap))
      case .annex(let text):
        next = marked(kept(try lines(text, styles.heading)), text, level: 0)
      case .closing(let closing):
        next = try self.closing(closing)
      case .imprint(let lines):
        next = try imprint(lines)
      case .cut(let text):
        next = [try cut(text)]
      case .pageBreak:
        startsPage = true
        continue
      }
      guard !next.isEmpty else { continue }
      if case .heading = block { headings.append(strips.count) }
      next[0].startsPage = startsPage
      startsPage = false
      switch document.blocks.dropFirst(index + 1).first {
      case .signatures, .closing, .imprint: next[next.count - 1].keepsWithNext = true
      case _: break
      }
      strips += next
    }
    return document.keepsHeadedWhole ? keptWhole(strips, from: headings) : strips
  }

  /// Keeps what stands under each heading on its page, where a page holds it.
  private func keptWhole(_ strips: [Strip], from headings: [Int]) -> [Strip] {
    var strips = strips
    for (start, end) in zip(headings, headings.dropFirst() + [strips.count]) {
      let height = strips[start..<end].reduce(0) { $0 + $1.gap + $1.height }
      guard height <= sheet.height else { continue }
      for index in start..<(end - 1) { strips[index].keepsWithNext = true }
    }
    return strips
  }

  /// Returns what stands outside the text block: the running line and the number of the page.
  ///
  /// An odd page has its number on the right and an even one on the left, one character in, its top
  /// 7 mm below the text block (GB/T 9704-2012 7.5). The number of all pages stands in the running line.
  func margin(page: Int, of count: Int, running: String) throws(PaperError) -> [Mark] {
    let style = styles.pageNumber
    let number = try press.set("— \(page) —", style)
    let x = page.isMultiple(of: 2) ? style.size : sheet.width - number.width - style.size
    var marks = number.marks(x: x, y: sheet.height + 7 * Sheet.millimetre)
    guard !running.isEmpty || count > 1 else { return marks }

    let total = Bilingual(zh: "共 \(count) 页", en: "\(count) pages")[language]
    let right = try press.set(count > 1 ? total : "", styles.running)
    let left = try press.set(
      running, styles.running, width: sheet.width - right.width - 2 * styles.running.size)
    let foot = -5 * Sheet.millimetre
    marks += left.marks(x: 0, y: foot - left.height)
    marks += right.marks(x: sheet.width - right.width, y: foot - right.height)
    marks.append(.rule(fromX: 0, fromY: foot + 1, toX: sheet.width, toY: foot + 1))
    return marks
  }

  private func head(_ title: String, _ below: [String]) throws(PaperError) -> [Strip] {
    var strips: [Strip] = []
    if !title.isEmpty {
      strips += marked(try self.title(title), title, level: 0)
    }
    for (index, line) in below.enumerated() {
      strips += try lines(line, styles.subtitle, alignment: .centre, gap: index == 0 ? 4 : 0)
    }
    if let last = strips.indices.last { strips[last].height += styles.cell.pitch }
    return kept(strips)
  }

  /// A title on one line, a size smaller if need be; else on lines of about the same length.
  private func title(_ text: String) throws(PaperError) -> [Strip] {
    for style in [styles.title, styles.longTitle]
    where try press.set(text, style).width <= sheet.width {
      return try lines(text, style, alignment: .centre)
    }
    let full = try lines(text, styles.title, alignment: .centre)
    for share in stride(from: 0.5, to: 1, by: 0.05) {
      let balanced = try lines(
        text, styles.title, alignment: .centre, inset: sheet.width * (1 - share) / 2)
      if balanced.count == full.count { return balanced }
    }
    return full
  }

  private func lines(
    _ text: String, _ style: Style, alignment: Press.Alignment = .leading, indent: Double = 0,
    gap: Double = 0, inset: Double = 0
  ) throws(PaperError) -> [Strip] {
    let text = String(text.drop { $0.isWhitespace })
    let passage = try press.set(
      text, style, width: sheet.width - 2 * inset, alignment: alignment, indent: indent)
    return passage.starts.indices.map { index in
      Strip(
        height: style.pitch, marks: [.line(passage, index, x: inset, y: 0)],
        gap: index == 0 ? gap : 0)
    }
  }

  /// Puts a bookmark at the first strip.
  private func marked(_ strips: [Strip], _ text: String, level: Int) -> [Strip] {
    var strips = strips
    if !strips.isEmpty { strips[0].marks.append(.bookmark(text, level: level, y: 0)) }
    return strips
  }

  /// Keeps all strips on the page of what follows them.
  private func kept(_ strips: [Strip]) -> [Strip] {
    strips.map { strip in
      var strip = strip
      strip.keepsWithNext = true
      return strip
    }
  }

  /// Keeps the first two lines of a paragraph together, and the last two.
  private func unwidowed(_ lines: [Strip]) -> [Strip] {
    var lines = lines
    if lines.count > 1 {
      lines[0].keepsWithNext = true
      lines[lines.count - 2].keepsWithNext = true
    }
    return lines
  }

  /// Up to four labels side by side, each with at least 25 mm of line to sign on.
  private func signatures(_ labels: [String]) throws(PaperError) -> [Strip] {
    let style = styles.signature
    let colon = Bilingual(zh: "：", en: ":")[language]
    var passages: [Passage] = []
    for label in labels {
      passages.append(
        try press.set(
          label.hasSuffix(colon) ? label : label + colon, style, width: sheet.width * 0.6))
    }
    let widest = (passages.map(\.width).max() ?? 0) + 25 * Sheet.millimetre
    let perRow = min(4, max(1, Int(sheet.width / widest)), max(1, labels.count))
    let width = sheet.width / Double(perRow)

    return stride(from: 0, to: passages.count, by: perRow).map { start in
      let end = min(start + perRow, passages.count)
      let height = passages[start..<end].map(\.height).max() ?? style.pitch
      let gap = sheet.isForm ? 0.6 * style.pitch : style.pitch
      var strip = Strip(height: height, gap: gap, keepsWithNext: end < passages.count)
      for (column, passage) in passages[start..<end].enumerated() {
        let x = Double(column) * width
        strip.marks += passage.marks(x: x, y: height - passage.height)
        strip.marks.append(
          .rule(
            fromX: x + passage.width, fromY: height - 4, toX: x + width - style.size / 2,
            toY: height - 4))
      }
      return strip
    }
  }
}
