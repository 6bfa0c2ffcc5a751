import Almanac
import Domain

/// Reads measures of a year's plan from a table or a YAML list: what is to be done, for which goal, by whom, by
/// when, and what fulfils it.
public enum GoalFile {
  private enum Field: String, CaseIterable {
    case aim
    case text
    case owner
    case due
    case tie

    var name: Bilingual {
      switch self {
      case .aim: Bilingual(zh: "工作目标", en: "goal")
      case .text: Bilingual(zh: "工作措施", en: "measure")
      case .owner: Bilingual(zh: "责任人", en: "owner")
      case .due: Bilingual(zh: "完成时限", en: "due")
      case .tie: Bilingual(zh: "对应台账", en: "counted by")
      }
    }

    var isRequired: Bool { self == .text || self == .owner || self == .due }
  }

  private struct Trouble: Error {
    var field: Field
    var problem: Bilingual
  }

  /// Reads the measures of a file; CSV where its name ends so, YAML otherwise.
  ///
  /// - Throws: ``TableTrouble`` that names every line and field that is wrong.
  public static func read(
    _ bytes: [UInt8], file: String, bureau: Bureau
  ) throws(TableTrouble) -> [Goal.Content] {
    let rows: [Row]
    do throws(IntakeError) {
      rows =
        file.lowercased().hasSuffix(".csv")
        ? try table(bytes, file: file) : try list(bytes, file: file)
    } catch {
      throw TableTrouble(problems: [error])
    }
    var problems: [IntakeError] = []
    var contents: [Goal.Content] = []
    for row in rows {
      do throws(Trouble) {
        contents.append(try content(row.texts, bureau: bureau))
      } catch {
        problems.append(
          IntakeError(
            file: file, line: row.line, field: error.field.name.zh, problem: error.problem))
      }
    }
    guard problems.isEmpty else { throw TableTrouble(problems: problems) }
    return contents
  }

  private typealias Row = (line: Int?, texts: [Field: String])

  private static func table(_ bytes: [UInt8], file: String) throws(IntakeError) -> [Row] {
    let table = try CSVTable(bytes, file: file)
    var columns: [Field] = []
    for name in table.heading {
      let found = Field.allCases.first { field in
        [field.name.zh, field.name.en, field.rawValue].contains(name.lowercased())
      }
      guard let found else {
        let names = Field.allCases.map(\.name)
        throw IntakeError(
          file: file, line: 1,
          problem: Bilingual(
            zh: "没有“\(name)”这一栏，表头可用：\(names.map(\.zh).joined(separator: "、"))",
            en: "no column “\(name)”; the headings are: \(names.map(\.en).joined(separator: ", "))")
        )
      }
      columns.append(found)
    }
    for field in Field.allCases where field.isRequired && !columns.contains(field) {
      throw IntakeError(
        file: file, line: 1,
        problem: Bilingual(
          zh: "表头缺少“\(field.name.zh)”", en: "the heading lacks “\(field.name.en)”"))
    }
    return table.rows.map { row in
      (row.line, Dictionary(zip(columns, row.cells.map(trimmed))) { first, _ in first })
    }
  }

  private static func list(_ bytes: [UInt8], file: String) throws(IntakeError) -> [Row] {
    var rows: [Row] = []
    for value in try YAMLDocument.root(bytes, file: file, mayBeJSON: true).filledList() {
      let fields = try value.fields(Field.allCases.map(\.rawValue))
      var texts: [Field: String] = [:]
      for field in Field.allCases {
        let written =
          field.isRequired ? try fields.required(field.rawValue) : fields[field.rawValue]
        texts[field] = try written?.text()
      }
      rows.append((value.node.mark?.line, texts))
    }
    return rows
  }

  private static func content(
    _ texts: [Field: String], bureau: Bureau
  ) throws(Trouble) -> Goal.Content {
    func missing(_ field: Field) -> Trouble {
      Trouble(field: field, problem: Bilingual(zh: "这里是空的", en: "nothing is written here"))
    }
    for field in Field.allCases where field.isRequired && texts[field, default: ""].isEmpty {
      throw missing(field)
    }
    let (name, date, tie) = (texts[.owner] ?? "", texts[.due] ?? "", texts[.tie] ?? "")
    let owners = bureau.persons.filter { $0.id.rawValue == name || $0.name == name }
    guard let owner = owners.first(where: { $0.to == nil }) ?? owners.first else {
      throw Trouble(field: .owner, problem: GoalError.noSuchPerson(name).message)
    }
    guard let due = Day(date) else {
      throw Trouble(
        field: .due,
        problem: Bilingual(zh: "日期应写如 2027-11-30", en: "write the date as 2027-11-30"))
    }
    guard tie.isEmpty || Goal.Tie(tie) != nil else {
      throw Trouble(field: .tie, problem: GoalError.badTie(tie).message)
    }
    return Goal.Content(
      year: due.year, aim: texts[.aim] ?? "", text: texts[.text] ?? "", owner: owner.id, due: due,
      tie: Goal.Tie(tie))
  }
}
