import Almanac
import Canvas

/// A table of a letter, its lengths in twips.
struct LetterTable {
  struct Cell {
    var width: Int
    /// How many columns it takes; nil for one.
    var span: Int?
    var paragraphs: [LetterContent.Paragraph]
  }

  struct Row {
    /// Whether it stands again at the head of each page.
    var isHeading = false
    var cells: [Cell]
  }

  var style: String
  var width: Int
  var columns: [Int]
  var rows: [Row]
}

extension LetterTable {
  /// Makes tables as wide as the text block.
  struct Maker {
    let width: Int
    let language: Language
    /// The size of type in a cell, in half points.
    let cellSize: Int
    let cellMargin: Int
    /// The size of type of a label to sign by, in half points.
    let labelSize: Int

    /// Returns a table with borders; nil for one without columns.
    func table(_ table: Document.Table) -> LetterTable? {
      guard !table.columns.isEmpty else { return nil }
      let table = table.withBarColumn(share: 16, in: language) { length in
        let filled = Document.Table.filled(length, of: 10)
        return Bar.text(filled, width: table.whole == nil ? filled : 10)
      }
      let widths = widths(of: table)
      var rows = [row(table.columns.map(\.title), widths, "TableHeading") { _ in "center" }]
      rows[0].isHeading = true
      for (index, cells) in table.rows.enumerated() {
        let isTotal = table.hasTotal && index == table.rows.count - 1
        rows.append(
          row(cells, widths, isTotal ? "TableHeading" : "TableText") {
            Self.side(table.columns[$0].alignment)
          })
      }
      if table.rows.isEmpty {
        let none = Document.Table.none[language]
        var row = row([none], [width], "TableText") { _ in "center" }
        row.cells[0].span = widths.count
        rows.append(row)
      }
      return LetterTable(style: "TableGrid", width: width, columns: widths, rows: rows)
    }

    /// Returns labels side by side, each with a line to sign on, without borders.
    func signatures(_ labels: [String]) -> LetterTable? {
      guard !labels.isEmpty else { return nil }
      let colon = Bilingual(zh: "：", en: ": ")[language]
      let texts = labels.map { ($0.hasSuffix(colon) ? $0 : $0 + colon).printable }
      // A cell of a terminal is half an em; 25 mm are to sign on.
      let label = (texts.map { Cells.width($0) }.max() ?? 0) * labelSize * 5
      let widest = label + twips(25 * Sheet.millimetre)
      let count = min(4, max(1, width / widest), labels.count)
      let widths = shared(Array(repeating: 1, count: count))
      let rows = stride(from: 0, to: texts.count, by: count).map { start in
        var row = row(Array(texts.dropFirst(start).prefix(count)), widths, "SignatureLine") {
          _ in nil
        }
        for index in row.cells.indices where start + index < texts.count {
          row.cells[index].paragraphs[0].line = widths[index] - 280
        }
        return row
      }
      return LetterTable(style: "TableNormal", width: width, columns: widths, rows: rows)
    }

    /// Returns pictures in columns, each above its caption.
    ///
    /// - Parameter drawings: Those of the letter, to which the pictures that can be read are added.
    func pictures(
      _ pictures: Document.Pictures, among drawings: inout [LetterDrawing]
    ) -> LetterTable? {
      guard !pictures.columns.isEmpty, !pictures.rows.isEmpty else { return nil }
      let widths = shared(pictures.columns.map { _ in 1 })
      var heading = row(pictures.columns, widths, "TableHeading") { _ in "center" }
      heading.isHeading = true
      var rows = [heading]
      for places in pictures.rows {
        var row = row(places.map { $0?.caption ?? "" }, widths, "TableText") { _ in "center" }
        for (index, picture) in places.enumerated() where index < widths.count {
          guard let picture,
            let drawing = LetterDrawing(
              picture, number: drawings.count + 1,
              room: Double(widths[index] - 2 * cellMargin) / 20)
          else { continue }
          drawings.append(drawing)
          row.cells[index].paragraphs.insert(
            .init(style: "TablePicture", text: "", drawing: drawing), at: 0)
        }
        rows.append(row)
      }
      return LetterTable(style: "TableGrid", width: width, columns: widths, rows: rows)
    }

    /// A row with a cell for each width; a line of a cell is a paragraph.
    private func row(
      _ texts: [String], _ widths: [Int], _ style: String, _ side: (Int) -> String?
    ) -> Row {
      Row(
        cells: widths.enumerated().map { index, width in
          let text = index < texts.count ? texts[index].printable : ""
          return Cell(
            width: width,
            paragraphs: text.split(omittingEmptySubsequences: false) { $0.isNewline }
              .map { .init(style: style, text: String($0), alignment: side(index)) })
        })
    }

    /// Shares the width among the columns of a table so that, where there is room, no word is broken.
    private func widths(of table: Document.Table) -> [Int] {
      // The widest of the fonts that are used have digits of 0.56 em.
      let least = table.leastWidths(in: width) { words in
        words.map { $0 * cellSize * 28 / 5 + 2 * cellMargin }
      }
      var widths = table.widths(in: width, least: least)
      widths[widths.count - 1] = width - widths.dropLast().reduce(0, +)
      return widths
    }

    /// Shares the width so that its parts add up to it.
    private func shared(_ shares: [Int]) -> [Int] {
      let shares = shares.map { max(1, $0) }
      let sum = shares.reduce(0, +)
      var (end, widths) = (0, [Int]())
      for share in shares {
        let start = width * end / sum
        end += share
        widths.append(width * end / sum - start)
      }
      return widths
    }

    private static func side(_ alignment: Document.Column.Alignment) -> String {
      switch alignment {
      case .leading: "left"
      case .centre: "center"
      case .trailing: "right"
      }
    }
  }
}
