import Almanac
import Canvas
import Foundation

/// A document as a workbook (XLSX) of one sheet, its figures and days typed, for a spreadsheet.
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
    bytes = try Self.inFolder { file throws(ExportError) in
      let book = WorkbookFile(file, language: document.language)
      book.describe(title: document.title.printable, createdOn: day)
      book.write(document)
      try book.close()
    }
  }

  /// Returns what a piece of work wrote into a file of a folder that nobody else may enter.
  private static func inFolder(
    _ work: (String) throws(ExportError) -> Void
  ) throws(ExportError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("xunjian-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .failed(.xlsx, String(cString: strerror(errno)))
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("book.xlsx")
    try work(file.path)
    guard let bytes = try? Data(contentsOf: file) else {
      throw .failed(.xlsx, String(cString: strerror(errno)))
    }
    return Array(bytes)
  }
}
