import Almanac
import Domain

/// Reads assets of the network from a table: one a line, the columns named by the heading.
public enum AssetFile {
  /// What a column holds.
  private enum Column: TableColumn {
    case sort
    case name
    case person
    case post
    case place
    case address
    case system
    case supportEnd
    case level
    case note

    var title: Bilingual {
      switch self {
      case .sort: Bilingual(zh: "类别", en: "sort")
      case .name: Bilingual(zh: "名称", en: "name")
      case .person: Bilingual(zh: "责任人", en: "person")
      case .post: Bilingual(zh: "岗位", en: "post")
      case .place: Bilingual(zh: "场所", en: "place")
      case .address: Bilingual(zh: "地址", en: "address")
      case .system: Bilingual(zh: "操作系统", en: "system")
      case .supportEnd: Bilingual(zh: "停止支持", en: "support-end")
      case .level: Bilingual(zh: "等保级别", en: "level")
      case .note: Bilingual(zh: "备注", en: "note")
      }
    }
  }

  /// Reads assets from a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  ///   - bureau: The office, for the names of places and persons.
  ///   - today: The present day.
  /// - Throws: ``TableTrouble`` that names every line and column that is wrong.
  public static func read(
    _ bytes: [UInt8], file: String, bureau: Bureau, today: Day
  ) throws(TableTrouble) -> [Asset.Content] {
    let table: CSVTable
    let columns: [Column]
    do throws(IntakeError) {
      table = try CSVTable(bytes, file: file)
      columns = try Column.all(of: table.heading, needed: [.sort, .name], file: file)
    } catch {
      throw TableTrouble(problems: [error])
    }
    return try table.read(file: file) { row throws(RowTrouble) in
      try content(RowTexts(row, columns), bureau, today)
    }
  }

  private static func content(
    _ texts: RowTexts<Column>, _ bureau: Bureau, _ today: Day
  ) throws(RowTrouble) -> Asset.Content {
    guard let sort = Asset.Sort(typed: texts[.sort] ?? "") else {
      throw RowTrouble(
        column: Column.sort.title.zh, problem: AssetError.noSuchSort(texts[.sort] ?? "").message)
    }
    var content = Asset.Content(
      sort: sort, name: texts[.name] ?? "", post: texts[.post], address: texts[.address],
      system: texts[.system], note: texts[.note])
    content.person = try texts.person(.person, bureau)
    content.place = try texts.place(.place, bureau)
    content.supportEnd = try texts.day(.supportEnd, today: today)
    do throws(AssetError) {
      content.level = try Asset.level(typed: texts[.level] ?? "")
    } catch {
      throw RowTrouble(column: Column.level.title.zh, problem: error.message)
    }
    do {
      return try content.checked(in: bureau, on: today)
    } catch let refusal as any Refusal {
      throw RowTrouble(problem: refusal.message)
    } catch {
      throw RowTrouble(problem: Bilingual(verbatim: "\(error)"))
    }
  }
}
