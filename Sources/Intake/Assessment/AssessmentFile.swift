import Almanac
import Domain

/// Reads the scoring rules of an assessment from a table: an item a line, the columns named by the heading.
public enum AssessmentFile {
  /// What a column holds; districts call them differently.
  private enum Column: CaseIterable {
    case number
    case part
    case name
    case points
    case requirement
    case evidence

    var titles: [Bilingual] {
      switch self {
      case .number: [Bilingual(zh: "编号", en: "number"), Bilingual(zh: "序号", en: "no.")]
      case .part: [Bilingual(zh: "类别", en: "part"), Bilingual(zh: "一级指标", en: "heading")]
      case .name:
        [
          Bilingual(zh: "考评项目", en: "item"), Bilingual(zh: "项目", en: "name"),
          Bilingual(zh: "考评内容", en: "content"), Bilingual(zh: "二级指标", en: "indicator"),
        ]
      case .points: [Bilingual(zh: "分值", en: "points"), Bilingual(zh: "标准分", en: "score")]
      case .requirement:
        [
          Bilingual(zh: "考评要求", en: "requirement"), Bilingual(zh: "评分标准", en: "rule"),
          Bilingual(zh: "评分细则", en: "rules"), Bilingual(zh: "要求", en: "requirements"),
        ]
      case .evidence: [Bilingual(zh: "对应台账", en: "evidence")]
      }
    }

    var title: Bilingual { titles[0] }
    var isRequired: Bool { self == .name || self == .points }
  }

  /// Reads the rules of a year.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  /// - Throws: ``TableTrouble`` that names every line and column that is wrong.
  public static func read(
    _ bytes: [UInt8], file: String, year: Int, name: String?
  ) throws(TableTrouble) -> Assessment.Content {
    let table: CSVTable
    let columns: [Column]
    do throws(IntakeError) {
      table = try CSVTable(bytes, file: file)
      columns = try self.columns(of: table.heading, file: file)
    } catch {
      throw TableTrouble(problems: [error])
    }
    var problems: [IntakeError] = []
    var items: [Assessment.Item] = []
    var lines: [String: Int] = [:]
    // A heading that covers several lines is written once, as merged cells leave it.
    var part = ""
    for row in table.rows {
      do throws(RowTrouble) {
        let texts = try texts(of: row, columns)
        part = texts[.part] ?? part
        let item = try item(texts, part: part, number: items.count + 1)
        if let line = lines[item.id] {
          throw RowTrouble(
            column: Column.number.title.zh,
            problem: Bilingual(
              zh: "“\(item.id)”与第\(line)行重复", en: "“\(item.id)” stands in line \(line) too"))
        }
        lines[item.id] = row.line
        items.append(item)
      } catch {
        problems.append(
          IntakeError(file: file, line: row.line, field: error.column, problem: error.problem))
      }
    }
    if items.isEmpty, problems.isEmpty {
      problems = [IntakeError(file: file, line: 1, problem: AssessmentError.noItems.message)]
    }
    guard problems.isEmpty else { throw TableTrouble(problems: problems) }
    return Assessment.Content(year: year, name: name, items: items)
  }

  private static func columns(
    of heading: [String], file: String
  ) throws(IntakeError) -> [Column] {
    func refusal(_ problem: Bilingual) -> IntakeError {
      IntakeError(file: file, line: 1, problem: problem)
    }
    var columns: [Column] = []
    for name in heading {
      let found = Column.allCases.first { $0.titles.contains { $0.names(name) } }
      guard let column = found else {
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
    for column in Column.allCases where column.isRequired && !columns.contains(column) {
      let title = column.title
      throw refusal(Bilingual(zh: "表头缺少“\(title.zh)”", en: "the heading lacks “\(title.en)”"))
    }
    return columns
  }

  private static func texts(
    of row: CSVTable.Row, _ columns: [Column]
  ) throws(RowTrouble) -> [Column: String] {
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
    return texts
  }

  private static func item(
    _ texts: [Column: String], part: String, number: Int
  ) throws(RowTrouble) -> Assessment.Item {
    guard let name = texts[.name] else {
      throw RowTrouble(
        column: Column.name.title.zh, problem: Bilingual(zh: "没有填", en: "is empty"))
    }
    let text = texts[.points] ?? ""
    guard let points = Points(text), points > Points(tenths: 0), points <= .limit else {
      throw RowTrouble(
        column: Column.points.title.zh,
        problem: Bilingual(
          zh: "分值应是大于0的数，最多一位小数，不是“\(text)”",
          en: "points above 0 with at most one decimal, not “\(text)”"))
    }
    var evidence: [Evidence] = []
    for word in (texts[.evidence] ?? "").split(whereSeparator: { ";；".contains($0) }) {
      guard let tie = Evidence(trimmed(String(word))) else {
        throw RowTrouble(
          column: Column.evidence.title.zh,
          problem: Bilingual(
            zh: "“\(word)”看不懂：写 figure:数、duty:职责 或 report:文书，用分号隔开",
            en: "“\(word)” cannot be read: figure:KEY, duty:KEY or report:WORDS, with semicolons"))
      }
      evidence.append(tie)
    }
    let item = Assessment.Item(
      id: texts[.number] ?? "\(number)", part: part, name: name, points: points,
      requirement: texts[.requirement] ?? "", evidence: evidence)
    do {
      return try Assessment.Content(year: 2000, items: [item]).checked().items[0]
    } catch let refusal as any Refusal {
      throw RowTrouble(problem: refusal.message)
    } catch {
      throw RowTrouble(problem: Bilingual(verbatim: "\(error)"))
    }
  }
}
