import Almanac
import Domain

/// A column of a table that is known by its heading.
protocol TableColumn: CaseIterable, Hashable {
  /// Its heading in either language, as errors name it.
  var title: Bilingual { get }
  /// All headings by which it is known.
  var titles: [Bilingual] { get }
}

extension TableColumn {
  var titles: [Bilingual] { [title] }

  /// The columns of a heading, from left to right.
  ///
  /// - Throws: ``IntakeError`` for a heading that is none, one that stands twice, or one that lacks.
  static func all(
    of heading: [String], needed: [Self], file: String
  ) throws(IntakeError) -> [Self] {
    func refusal(_ problem: Bilingual) -> IntakeError {
      IntakeError(file: file, line: 1, problem: problem)
    }
    var columns: [Self] = []
    for name in heading {
      guard let column = allCases.first(where: { $0.titles.contains { $0.names(name) } }) else {
        let titles = allCases.map(\.title)
        throw refusal(
          Bilingual(
            zh: "没有“\(name)”这一栏，表头可用：\(titles.map(\.zh).joined(separator: "、"))",
            en: "no column “\(name)”; the headings are: "
              + titles.map(\.en).joined(separator: ", ")))
      }
      guard !columns.contains(column) else {
        throw refusal(Bilingual(zh: "表头“\(name)”重复", en: "the heading “\(name)” stands twice"))
      }
      columns.append(column)
    }
    for column in needed where !columns.contains(column) {
      let title = column.title
      throw refusal(Bilingual(zh: "表头缺少“\(title.zh)”", en: "the heading lacks “\(title.en)”"))
    }
    return columns
  }
}

/// The cells of a line by their columns; empty ones are left out.
struct RowTexts<Column: TableColumn> {
  private var texts: [Column: String] = [:]

  /// - Throws: ``RowTrouble`` for a line with more cells than the heading.
  init(_ row: CSVTable.Row, _ columns: [Column]) throws(RowTrouble) {
    guard row.cells.count <= columns.count || row.cells[columns.count...].allSatisfy(\.isEmpty)
    else {
      throw RowTrouble(
        problem: Bilingual(
          zh: "有\(row.cells.count)格，表头只有\(columns.count)格",
          en: "\(row.cells.count) cells, but the heading has \(columns.count)"))
    }
    for (column, cell) in zip(columns, row.cells) {
      let text = trimmed(cell)
      if !text.isEmpty { texts[column] = text }
    }
  }

  subscript(column: Column) -> String? { texts[column] }

  /// The place of an id or a name that only one has; nil for an empty cell.
  func place(_ column: Column, _ bureau: Bureau) throws(RowTrouble) -> Place.ID? {
    guard let text = texts[column] else { return nil }
    if let place = bureau.place(Identifier(text)) { return place.id }
    let named = bureau.places.filter { $0.name == text }
    guard let place = named.first, named.count == 1 else {
      throw RowTrouble(column: column.title.zh, problem: ExpiryError.noSuchPlace(text).message)
    }
    return place.id
  }

  /// The person of an id or a name that only one has; nil for an empty cell.
  func person(_ column: Column, _ bureau: Bureau) throws(RowTrouble) -> Person.ID? {
    guard let text = texts[column] else { return nil }
    do throws(ActivityError) {
      guard let person = try bureau.persons(typed: text).first else { throw .noSuchPerson(text) }
      return person
    } catch {
      throw RowTrouble(column: column.title.zh, problem: error.message)
    }
  }

  /// A day with its year: without one it would mean another day when the file is imported again.
  func day(_ column: Column, today: Day) throws(RowTrouble) -> Day? {
    guard let text = texts[column] else { return nil }
    guard text.prefix(4).allSatisfy(\.isNumber), let day = Day(typed: text, today: today) else {
      throw RowTrouble(
        column: column.title.zh,
        problem: Bilingual(zh: "日期应写如 2026-11-23", en: "write the date as 2026-11-23"))
    }
    return day
  }
}

extension CSVTable {
  /// Reads each line.
  ///
  /// - Throws: ``TableTrouble`` that names every line that cannot be read.
  func read<Value>(
    file: String, _ read: (Row) throws(RowTrouble) -> Value
  ) throws(TableTrouble) -> [Value] {
    var problems: [IntakeError] = []
    var values: [Value] = []
    for row in rows {
      do throws(RowTrouble) {
        values.append(try read(row))
      } catch {
        problems.append(
          IntakeError(file: file, line: row.line, field: error.column, problem: error.problem))
      }
    }
    guard problems.isEmpty else { throw TableTrouble(problems: problems) }
    return values
  }
}
