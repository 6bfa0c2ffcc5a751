import Almanac
import Domain

/// Reads the scoring rules of an assessment from a table: an item a line, the columns named by the heading.
public enum AssessmentFile {
  /// What a column holds; districts call them differently.
  private enum Column: TableColumn {
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
      columns = try Column.all(of: table.heading, needed: [.name, .points], file: file)
    } catch {
      throw TableTrouble(problems: [error])
    }
    var lines: [String: Int] = [:]
    // A heading that covers several lines is written once, as merged cells leave it.
    var part = ""
    var count = 0
    let items = try table.read(file: file) { row throws(RowTrouble) in
      let texts = try RowTexts(row, columns)
      part = texts[.part] ?? part
      let item = try item(texts, part: part, number: count + 1)
      if let line = lines[item.id] {
        throw RowTrouble(
          column: Column.number.title.zh,
          problem: Bilingual(
            zh: "“\(item.id)”与第\(line)行重复", en: "“\(item.id)” stands in line \(line) too"))
      }
      lines[item.id] = row.line
      count += 1
      return item
    }
    guard !items.isEmpty else {
      throw TableTrouble(problems: [
        IntakeError(file: file, line: 1, problem: AssessmentError.noItems.message)
      ])
    }
    return Assessment.Content(year: year, name: name, items: items)
  }

  private static func item(
    _ texts: RowTexts<Column>, part: String, number: Int
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
