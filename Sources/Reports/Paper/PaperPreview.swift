import Almanac
import Canvas

/// A paper's pages drawn in cells, for a screen: the very lines and page breaks of the PDF, with its frame, its
/// margins, its rules and what stands in the margins.
///
/// A cell of a page holds half a character of 3号 at least; where smaller type needs more cells, the columns of
/// its table and the page become wider, so that no word is lost.
public struct PaperPreview: Equatable, Sendable {
  /// The rows of each page, from the upper edge of the paper to the lower one.
  public let pages: [[String]]

  /// Lays a document out as ``Paper`` does, and draws it in cells.
  ///
  /// - Parameters:
  ///   - columns: The cells in which a page should fit; its margins become narrower for it, no text does.
  ///   - progress: Told how many texts of how many are set; what it throws ends the work.
  /// - Throws: ``PaperError``, as ``Paper`` does.
  public init(
    _ document: Document, columns: Int,
    progress: @escaping (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws(PaperError) {
    let press = try Press(sheet: Sheet(document), language: document.language)
    let composed = try Paper.composed(document, on: press, progress: progress)
    func cells(_ page: Paper.Page, width: Int) -> PageCells {
      PageCells(page, width: width, columns: columns, language: document.language)
    }
    // All pages are as wide as the one that needs most, but for those that would no longer fit because of it.
    let widest = composed.map { cells($0, width: 0).width }.max() ?? 0
    let common = widest + PageCells.leastMargins + 2 <= columns ? widest : 0
    pages = composed.map { cells($0, width: common).rows }
  }
}

/// One page in cells.
private struct PageCells {
  /// A line of text in points from the corner of the text block.
  private struct Line {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var pitch: Double
    var middle: Double { top + pitch / 2 }
  }

  private struct Rule {
    var from: Double
    var to: Double
    /// The other coordinate.
    var at: Double
  }

  private let sheet: Sheet
  private let language: Language
  private var lines: [Line] = []
  private var across: [Rule] = []
  private var upright: [Rule] = []
  private var bars: [(x: Double, y: Double, width: Double, whole: Double?)] = []
  private var pictures: [(x: Double, y: Double)] = []
  /// Where rules and lines stand, from top to bottom, and the row of each from the upper edge.
  private var rowOf: [(y: Double, row: Int)] = []
  /// Where upright rules stand, from left to right, and the cell of each from the text block's edge.
  private var columnOf: [(x: Double, column: Int)] = []
  /// Cells of the text block, and of each margin beside it.
  private(set) var width = 0
  private var margins = (left: 0, right: 0)
  private var height = 0

  /// Half a character of 3号, and a line of text, in points.
  private static let cell = (width: 15.75 / 2, height: 29.0)
  /// Cells of both margins together.
  static let leastMargins = 2

  /// - Parameter width: The least cells of its text block.
  init(_ page: Paper.Page, width: Int, columns: Int, language: Language) {
    sheet = page.sheet
    self.language = language
    for mark in page.marks + page.margin { take(mark) }
    measureColumns(from: width, within: columns)
    measureRows()
  }

  private mutating func take(_ mark: Mark) {
    switch mark {
    case .line(let passage, let index, let x, let y):
      let text = Cells.clean(passage.lines[index])
      guard text.contains(where: { $0 != " " }) else { return }
      let left = x + passage.starts[index]
      lines.append(
        Line(
          text: text, left: left, right: left + passage.widths[index], top: y,
          pitch: passage.style.pitch))
    case .rule(let fromX, let fromY, let toX, let toY):
      if fromY == toY {
        across.append(Rule(from: fromX, to: toX, at: fromY))
      } else {
        upright.append(Rule(from: fromY, to: toY, at: fromX))
      }
    case .bar(let x, let y, let width, let height, let whole):
      bars.append((x, y + height / 2, width, whole))
    case .picture(_, let x, let y, let width, let height):
      pictures.append((x + width / 2, y + height / 2))
    case .shade, .bookmark: break
    }
  }

  // MARK: Columns

  /// The upright rules beside a line, from left to right.
  private func sides(of line: Line) -> (left: Double, right: Double)? {
    let beside = upright.filter { $0.from <= line.middle && line.middle <= $0.to }.map(\.at)
    guard let left = beside.filter({ $0 <= line.left + 0.5 }).max(),
      let right = beside.filter({ $0 >= line.right - 0.5 && $0 > left }).min()
    else { return nil }
    return (left, right)
  }

  private mutating func measureColumns(from least: Int, within columns: Int) {
    let free = lines.filter { sides(of: $0) == nil }
    width = max(
      least, Int((sheet.width / Self.cell.width).rounded()),
      free.filter { $0.top >= 0 && $0.top < sheet.height }.map { Cells.width($0.text) }.max() ?? 0)
    var needs: [(from: Double, to: Double, cells: Int)] = []
    for line in lines {
      guard let sides = sides(of: line) else { continue }
      needs.append((sides.left, sides.right, Cells.width(line.text) + 1))
    }
    let share = Double(width) / sheet.width
    for x in Set(upright.map { ($0.at * 10).rounded() / 10 }).sorted() {
      var column = max(Int((x * share).rounded()), (columnOf.last?.column ?? -2) + 2)
      for need in needs where abs(need.to - x) < 0.1 {
        column = max(column, self.column(need.from) + need.cells)
      }
      columnOf.append((x, column))
    }
    width = max(width, (columnOf.last?.column ?? 0) + 1)
    let spare = max(Self.leastMargins, columns - width - 2)
    let wanted = [sheet.left, sheet.paperWidth / sheet.scale - sheet.left - sheet.width]
      .map { Int(($0 / Self.cell.width).rounded()) }
    let most = wanted[0] + wanted[1]
    margins =
      spare >= most ? (wanted[0], wanted[1]) : (spare / 2, spare - spare / 2)
  }

  /// The cell at a place between the upright rules, or of the text block where there are none.
  private func column(_ x: Double) -> Int {
    guard let next = columnOf.firstIndex(where: { $0.x >= x - 0.1 }) else {
      guard let last = columnOf.last else {
        return Int((x * Double(width) / sheet.width).rounded())
      }
      let rest = sheet.width - last.x
      guard rest > 0.1 else { return last.column }
      return last.column + Int(((x - last.x) / rest * Double(width - 1 - last.column)).rounded())
    }
    let right = columnOf[next]
    if abs(right.x - x) < 0.1 { return right.column }
    let left = next > 0 ? columnOf[next - 1] : (x: 0, column: 0)
    guard right.x - left.x > 0.1 else { return left.column }
    let share = (x - left.x) / (right.x - left.x)
    return left.column + Int((share * Double(right.column - left.column)).rounded())
  }

  /// Where a line begins: at the side that it stands nearer to, else in the middle.
  private func start(of line: Line) -> Int {
    let cells = Cells.width(line.text)
    guard let sides = sides(of: line) else {
      let last = max(0, width - cells)
      let gaps = (left: line.left, right: sheet.width - line.right)
      if gaps.left < 1 { return 0 }
      if abs(gaps.left - gaps.right) < 6 { return last / 2 }
      if gaps.right < 6, gaps.left > sheet.width / 2 { return last }
      return min(last, Int((line.left * Double(width) / sheet.width).rounded()))
    }
    let room = (first: column(sides.left) + 1, last: column(sides.right) - cells)
    let gaps = (left: line.left - sides.left, right: sides.right - line.right)
    guard room.last > room.first, gaps.left >= 6 else { return room.first }
    if gaps.right < 6 { return room.last }
    let share = gaps.left / (gaps.left + gaps.right)
    return room.first + Int((share * Double(room.last - room.first)).rounded())
  }

  // MARK: Rows

  /// The line of text beside which a rule is to be written on.
  private func signed(_ rule: Rule) -> Line? {
    guard rule.to - rule.from < sheet.width - 1, !upright.contains(where: { touches(rule, $0) })
    else { return nil }
    return lines.first { $0.top + 1 < rule.at && rule.at < $0.top + $0.pitch - 1 }
  }

  private func touches(_ rule: Rule, _ upright: Rule) -> Bool {
    upright.from - 0.5 <= rule.at && rule.at <= upright.to + 0.5
      && rule.from - 0.5 <= upright.at && upright.at <= rule.to + 0.5
  }

  /// Gives each line and each rule its row, in order, no two of one column the same, further apart where the
  /// paper is empty.
  private mutating func measureRows() {
    var places: [(y: Double, least: Double)] = lines.map { ($0.middle, 0.6 * $0.pitch) }
    places += across.filter { signed($0) == nil }.map { ($0.at, 0.8) }
    places.sort { $0.y < $1.y }
    var first = -Double.infinity
    var row = 0
    var isRule = false
    for place in places {
      let kind = place.least < 1
      if !rowOf.isEmpty, kind == isRule, place.y - first < place.least {
        rowOf.append((place.y, row))
        continue
      }
      let empty = rowOf.isEmpty ? sheet.top + place.y : place.y - first
      let rows = max(1, Int((empty / Self.cell.height).rounded()))
      row += rowOf.isEmpty ? min(3, rows) : rows
      first = place.y
      isRule = kind
      rowOf.append((place.y, row))
    }
    let paper = Int((sheet.paperHeight / sheet.scale / Self.cell.height).rounded())
    height = max(row + 3, paper)
  }

  private func row(_ y: Double) -> Int? {
    rowOf.min { abs($0.y - y) < abs($1.y - y) }?.row
  }

  // MARK: Drawing

  var rows: [String] {
    let left = margins.left + 1
    var grid = Grid(columns: left + width + margins.right + 1, rows: height + 1)
    drawEdges(into: &grid)
    for rule in across { draw(rule, from: left, into: &grid) }
    for rule in upright {
      guard let first = row(rule.from), let last = row(rule.to), first <= last else { continue }
      for row in first...last {
        let column = left + column(rule.at)
        let isCrossed = ["-", "+"].contains(grid.cell(row: row, column: column)?.text)
        grid.write(isCrossed ? "+" : "|", row: row, column: column)
      }
    }
    for bar in bars {
      guard let row = row(bar.y) else { continue }
      let (from, full) = (column(bar.x), bar.whole ?? bar.width)
      let cells = max(1, column(bar.x + full) - from)
      let filled = Document.Table.filled(full > 0 ? bar.width / full : 0, of: cells)
      grid.write(Bar.text(filled, width: cells), row: row, column: left + from)
    }
    for picture in pictures {
      guard let row = row(picture.y) else { continue }
      let words = Bilingual(zh: "[照片]", en: "[photograph]")[language]
      grid.write(
        words, row: row, column: left + max(0, column(picture.x) - Cells.width(words) / 2))
    }
    for line in lines.sorted(by: { $0.left < $1.left }) {
      guard let row = row(line.middle) else { continue }
      grid.write(line.text, row: row, column: left + start(of: line))
    }
    return (0..<grid.rows).map { grid.text(ofRow: $0) }
  }

  private func drawEdges(into grid: inout Grid) {
    let edge = "+" + String(repeating: "-", count: grid.columns - 2) + "+"
    for row in 0..<grid.rows {
      grid.write("|", row: row)
      grid.write("|", row: row, column: grid.columns - 1)
    }
    for row in [0, grid.rows - 1] { grid.write(edge, row: row) }
  }

  private func draw(_ rule: Rule, from left: Int, into grid: inout Grid) {
    let signed = signed(rule)
    let mark = signed == nil ? "-" : "_"
    guard let row = row(signed?.middle ?? rule.at) else { return }
    let cells = (column(rule.from), column(rule.to))
    guard cells.0 <= cells.1 else { return }
    grid.write(
      String(repeating: mark, count: cells.1 - cells.0 + 1), row: row, column: left + cells.0)
  }
}
