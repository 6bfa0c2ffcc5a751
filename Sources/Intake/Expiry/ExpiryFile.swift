import Almanac
import Domain

/// Reads things that end from a table: one a line, the columns named by the heading.
public enum ExpiryFile {
  /// What a column holds.
  private enum Column: CaseIterable {
    case kind
    case name
    case place
    case count
    case person
    case made
    case done
    case until
    case document
    case by
    case note

    var title: Bilingual {
      switch self {
      case .kind: Bilingual(zh: "种类", en: "kind")
      case .name: Bilingual(zh: "名称", en: "name")
      case .place: Bilingual(zh: "场所", en: "place")
      case .count: Bilingual(zh: "数量", en: "count")
      case .person: Bilingual(zh: "责任人", en: "person")
      case .made: Bilingual(zh: "出厂日期", en: "made")
      case .done: Bilingual(zh: "检验日期", en: "done")
      case .until: Bilingual(zh: "有效期至", en: "until")
      case .document: Bilingual(zh: "证号", en: "document")
      case .by: Bilingual(zh: "办理单位", en: "by")
      case .note: Bilingual(zh: "备注", en: "note")
      }
    }
  }

  /// Reads things that end from a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  ///   - kinds: All kinds there are.
  ///   - bureau: The office, for the names of places and persons.
  ///   - today: The present day: nothing was made or checked after it.
  /// - Throws: ``TableTrouble`` that names every line and column that is wrong.
  public static func read(
    _ bytes: [UInt8], file: String, kinds: [ExpiryKind], bureau: Bureau, today: Day
  ) throws(TableTrouble) -> [ExpiryRequest] {
    let table: CSVTable
    let columns: [Column]
    do throws(IntakeError) {
      table = try CSVTable(bytes, file: file)
      columns = try self.columns(of: table.heading, file: file)
    } catch {
      throw TableTrouble(problems: [error])
    }
    let reader = RowReader(book: ExpiryBook(kinds: kinds), bureau: bureau, today: today)
    var problems: [IntakeError] = []
    var requests: [ExpiryRequest] = []
    for row in table.rows {
      do throws(RowTrouble) {
        requests.append(try reader.request(row, columns))
      } catch {
        problems.append(
          IntakeError(file: file, line: row.line, field: error.column, problem: error.problem))
      }
    }
    guard problems.isEmpty else { throw TableTrouble(problems: problems) }
    return requests
  }

  private static func columns(
    of heading: [String], file: String
  ) throws(IntakeError) -> [Column] {
    func refusal(_ problem: Bilingual) -> IntakeError {
      IntakeError(file: file, line: 1, problem: problem)
    }
    var columns: [Column] = []
    for name in heading {
      guard let column = Column.allCases.first(where: { $0.title.names(name) }) else {
        let titles = Column.allCases.map(\.title)
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
    for column in [Column.kind, .name] where !columns.contains(column) {
      let title = column.title
      throw refusal(Bilingual(zh: "表头缺少“\(title.zh)”", en: "the heading lacks “\(title.en)”"))
    }
    return columns
  }

  /// Reads a line.
  private struct RowReader {
    let book: ExpiryBook
    let bureau: Bureau
    let today: Day

    func request(
      _ row: CSVTable.Row, _ columns: [Column]
    ) throws(RowTrouble) -> ExpiryRequest {
      guard row.cells.count <= columns.count || row.cells[columns.count...].allSatisfy(\.isEmpty)
      else {
        throw RowTrouble(
          problem: Bilingual(
            zh: "有\(row.cells.count)格，表头只有\(columns.count)格",
            en: "\(row.cells.count) cells, but the heading has \(columns.count)"))
      }
      var texts: [Column: String] = [:]
      for (column, cell) in zip(columns, row.cells) {
        let text = trimmed(cell)
        if !text.isEmpty { texts[column] = text }
      }
      let kind: ExpiryKind
      do throws(ExpiryError) {
        kind = try book.kind(named: texts[.kind] ?? "")
      } catch {
        throw RowTrouble(column: Column.kind.title.zh, problem: error.message)
      }
      var content = Expiry.Content(
        kind: kind.id, name: texts[.name] ?? "", term: .init(until: today))
      content.place = try texts[.place].map { text throws(RowTrouble) in try place(text) }
      content.person = try texts[.person].map { text throws(RowTrouble) in try person(text) }
      content.made = try day(texts, .made)
      content.note = texts[.note]
      if let text = texts[.count] {
        guard let count = Int(text) else {
          throw RowTrouble(
            column: Column.count.title.zh,
            problem: Bilingual(zh: "数量应是整数，不是“\(text)”", en: "a whole number, not “\(text)”"))
        }
        content.count = count
      }
      let done = try day(texts, .done)
      guard
        let until = try day(texts, .until) ?? kind.proposedEnd(done: done, made: content.made)
      else {
        throw RowTrouble(
          column: Column.until.title.zh, problem: ExpiryError.untilMissing(kind.name).message)
      }
      content.term = .init(
        done: done, until: until, document: texts[.document], by: texts[.by])
      do {
        return ExpiryRequest(kind, try content.checked(as: kind, in: bureau, on: today))
      } catch let refusal as any Refusal {
        throw RowTrouble(problem: refusal.message)
      } catch {
        throw RowTrouble(problem: Bilingual(verbatim: "\(error)"))
      }
    }

    private func place(_ text: String) throws(RowTrouble) -> Place.ID {
      let named = bureau.places.filter { $0.name == text }
      if let place = bureau.place(Identifier(text)) { return place.id }
      guard let place = named.first, named.count == 1 else {
        throw RowTrouble(
          column: Column.place.title.zh, problem: ExpiryError.noSuchPlace(text).message)
      }
      return place.id
    }

    private func person(_ text: String) throws(RowTrouble) -> Person.ID {
      do throws(ActivityError) {
        guard let person = try bureau.persons(typed: text).first else { throw .noSuchPerson(text) }
        return person
      } catch {
        throw RowTrouble(column: Column.person.title.zh, problem: error.message)
      }
    }

    /// Without a year it would mean another day when the file is imported again.
    private func day(_ texts: [Column: String], _ column: Column) throws(RowTrouble) -> Day? {
      guard let text = texts[column] else { return nil }
      guard text.prefix(4).allSatisfy(\.isNumber), let day = Day(typed: text, today: today) else {
        throw RowTrouble(
          column: column.title.zh,
          problem: Bilingual(zh: "日期应写如 2026-11-23", en: "write the date as 2026-11-23"))
      }
      return day
    }
  }
}
