import Almanac
import Canvas
import Foundation

/// A document as a workbook (XLSX), its figures and days typed, for a spreadsheet: all of it on the first
/// sheet, then, where it has several tables, each on a sheet of its own to be sorted and filtered.
///
/// Texts are written as texts, so that none is ever taken for a formula. The same document and day give
/// the same bytes.
public struct Workbook: Equatable, Sendable {
  /// The whole XLSX file.
  public let bytes: [UInt8]

  /// Makes the workbook.
  ///
  /// - Parameter day: Written into the file as the day on which it was made.
  /// - Throws: ``ExportError``, when the library is not installed or there is no room for its file.
  public init(_ document: Document, createdOn day: Day) throws(ExportError) {
    try ExportError.checkLibrary(for: .xlsx)
    let parent = FileManager.default.temporaryDirectory
    let written = Self.inFolder(of: parent) { file in
      let book = WorkbookFile(file, language: document.language)
      book.describe(document, createdOn: day)
      book.write(document)
      for table in document.tablesByThemselves { book.write(table) }
      return book.close()
    }
    guard let written else { throw .noRoom(.xlsx, folder: parent.path) }
    bytes = written
  }

  /// Returns what a piece of work wrote into a file of a folder that nobody else may enter; nil where it
  /// could not.
  private static func inFolder(of parent: URL, _ work: (String) -> Bool) -> [UInt8]? {
    let folder = parent.appendingPathComponent("xunjian-\(UUID().uuidString)")
    let file = folder.appendingPathComponent("book.xlsx")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      return work(file.path) ? Array(try Data(contentsOf: file)) : nil
    } catch {
      return nil
    }
  }
}

extension Document {
  /// Each table of records or figures with its heading, where there are several; none of forms, and none of
  /// particulars in two columns.
  fileprivate var tablesByThemselves: [Document] {
    let isFilledIn = isForm || fitsOnePage || keepsHeadedWhole
    var (heading, count, found) = (title, 0, [Document]())
    for block in blocks {
      switch block {
      case .heading(let text), .subheading(let text), .title(let text, _): heading = text
      case .table(let table):
        count += 1
        guard table.columns.count > 2, !table.rows.isEmpty else { continue }
        found.append(
          Document(
            language: language, title: heading, running: running, author: author,
            blocks: [block], isLandscape: isLandscape, size: size))
      case _: continue
      }
    }
    return isFilledIn || count < 2 ? [] : found
  }
}
