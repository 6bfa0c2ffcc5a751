import Almanac
import Domain

/// Reads entries of the register of activities from a table: one a line, the columns named by the heading.
public enum ActivityFile {
  /// What a column holds.
  private enum Column {
    case day
    case title
    case place
    case persons
    case field(ActivityField)
  }

  private static let names: [(Column, Bilingual, String)] = [
    (.day, Bilingual(zh: "日期", en: "date"), "day"),
    (.title, Bilingual(zh: "标题", en: "title"), "title"),
    (.title, Bilingual(zh: "内容", en: "what"), "what"),
    (.place, Bilingual(zh: "地点", en: "where"), "place"),
    (.persons, Bilingual(zh: "人员", en: "persons"), "persons"),
  ]

  /// Reads the entries of a kind from a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  ///   - kind: The kind of all entries.
  ///   - bureau: The office, for the names of persons.
  ///   - today: The present day: no entry lies after it.
  /// - Throws: ``TableTrouble`` that names every line and column that is wrong.
  public static func read(
    _ bytes: [UInt8], file: String, kind: ActivityKind, bureau: Bureau, today: Day
  ) throws(TableTrouble) -> [Activity.Content] {
    let table: CSVTable
    let columns: [Column]
    do throws(IntakeError) {
      table = try CSVTable(bytes, file: file)
      columns = try self.columns(of: table, file: file, kind: kind)
    } catch {
      throw TableTrouble(problems: [error])
    }
    var problems: [IntakeError] = []
    var contents: [Activity.Content] = []
    for row in table.rows {
      do throws(RowTrouble) {
        contents.append(
          try content(row, columns, table.heading, kind: kind, bureau: bureau, today: today))
      } catch {
        problems.append(
          IntakeError(file: file, line: row.line, field: error.column, problem: error.problem))
      }
    }
    guard problems.isEmpty else { throw TableTrouble(problems: problems) }
    return contents
  }

  private static func columns(
    of table: CSVTable, file: String, kind: ActivityKind
  ) throws(IntakeError) -> [Column] {
    var columns: [Column] = []
    func refusal(_ problem: Bilingual) -> IntakeError {
      IntakeError(file: file, line: 1, problem: problem)
    }
    for (index, name) in table.heading.enumerated() {
      guard !table.heading.prefix(index).contains(name) else {
        throw refusal(Bilingual(zh: "表头“\(name)”重复", en: "the heading “\(name)” stands twice"))
      }
      if let field = kind.field(named: name) {
        columns.append(.field(field))
      } else if let known = names.first(where: {
        [$0.1.zh, $0.1.en, $0.2].contains(name.lowercased())
      }) {
        columns.append(known.0)
      } else {
        let fields = kind.present.map(\.name)
        throw refusal(
          Bilingual(
            zh: "没有“\(name)”这一栏，表头可用：日期、标题、地点、人员、\(fields.map(\.zh).joined(separator: "、"))",
            en: "no column “\(name)”; the headings are: date, title, where, persons, "
              + kind.present.map(\.id).joined(separator: ", ")))
      }
    }
    for (wanted, name) in [(0, names[0].1), (1, names[1].1)] {
      let isThere = columns.contains { column in
        switch column {
        case .day: wanted == 0
        case .title: wanted == 1
        case .place, .persons, .field: false
        }
      }
      guard isThere else {
        throw refusal(Bilingual(zh: "表头缺少“\(name.zh)”", en: "the heading lacks “\(name.en)”"))
      }
    }
    return columns
  }

  private static func content(
    _ row: CSVTable.Row, _ columns: [Column], _ heading: [String], kind: ActivityKind,
    bureau: Bureau, today: Day
  ) throws(RowTrouble) -> Activity.Content {
    guard row.cells.count <= columns.count || row.cells[columns.count...].allSatisfy(\.isEmpty)
    else {
      throw RowTrouble(
        problem: Bilingual(
          zh: "有\(row.cells.count)格，表头只有\(columns.count)格",
          en: "\(row.cells.count) cells, but the heading has \(columns.count)"))
    }
    var day: Day?
    var content = Activity.Content(kind: kind.id, day: today, title: "")
    for ((column, name), cell) in zip(zip(columns, heading), row.cells) {
      let text = trimmed(cell)
      do throws(ActivityError) {
        switch column {
        // Without a year it would mean another day when the file is imported again.
        case .day:
          day = text.prefix(4).allSatisfy(\.isNumber) ? Day(typed: text, today: today) : nil
        case .title: content.title = text
        case .place: content.place = text.isEmpty ? nil : text
        case .persons: content.persons = try bureau.persons(typed: text)
        case .field(let field): content.values[field.id] = try field.value(typed: text, in: bureau)
        }
      } catch {
        throw RowTrouble(column: name, problem: error.message)
      }
    }
    guard let day else {
      throw RowTrouble(
        column: names[0].1.zh,
        problem: Bilingual(zh: "日期应写如 2026-11-23", en: "write the date as 2026-11-23"))
    }
    content.day = day
    do {
      return try content.checked(as: kind, in: bureau, on: today)
    } catch let refusal as any Refusal {
      throw RowTrouble(problem: refusal.message)
    } catch {
      throw RowTrouble(problem: Bilingual(verbatim: "\(error)"))
    }
  }
}
