import Almanac
import Domain

/// Reads things that end from a table: one a line, the columns named by the heading.
public enum ExpiryFile {
  /// What a column holds.
  private enum Column: TableColumn {
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
      columns = try Column.all(of: table.heading, needed: [.kind, .name], file: file)
    } catch {
      throw TableTrouble(problems: [error])
    }
    let reader = RowReader(book: ExpiryBook(kinds: kinds), bureau: bureau, today: today)
    return try table.read(file: file) { row throws(RowTrouble) in
      try reader.request(RowTexts(row, columns))
    }
  }

  /// Reads a line.
  private struct RowReader {
    let book: ExpiryBook
    let bureau: Bureau
    let today: Day

    func request(_ texts: RowTexts<Column>) throws(RowTrouble) -> ExpiryRequest {
      let kind: ExpiryKind
      do throws(ExpiryError) {
        kind = try book.kind(named: texts[.kind] ?? "")
      } catch {
        throw RowTrouble(column: Column.kind.title.zh, problem: error.message)
      }
      var content = Expiry.Content(
        kind: kind.id, name: texts[.name] ?? "", term: .init(until: today))
      content.place = try texts.place(.place, bureau)
      content.person = try texts.person(.person, bureau)
      content.made = try texts.day(.made, today: today)
      content.note = texts[.note]
      if let text = texts[.count] {
        guard let count = Int(text) else {
          throw RowTrouble(
            column: Column.count.title.zh,
            problem: Bilingual(zh: "数量应是整数，不是“\(text)”", en: "a whole number, not “\(text)”"))
        }
        content.count = count
      }
      let done = try texts.day(.done, today: today)
      guard
        let until = try texts.day(.until, today: today)
          ?? kind.proposedEnd(done: done, made: content.made)
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
  }
}
