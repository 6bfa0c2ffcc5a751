import Almanac
import Canvas
import Foundation
import Reports
import Screens

/// A document as the bytes of a file.
struct Rendering {
  private let document: Document
  private let json: any Encodable
  private let day: Day

  /// - Parameters:
  ///   - json: What its JSON holds.
  ///   - day: Written into the file as the day on which it was made.
  init(_ document: Document, json: any Encodable, on day: Day) {
    self.document = document
    self.json = json
    self.day = day
  }

  /// Spreadsheets take a CSV file without it for GBK on a Chinese Windows.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The whole file.
  ///
  /// - Parameter isFile: Whether it goes into a file: CSV then begins with a mark for spreadsheets.
  /// - Throws: ``ShellError``, ``PaperError`` or ``ExportError``.
  func bytes(_ format: FileFormat, isFile: Bool = true) throws -> [UInt8] {
    switch format {
    case .text:
      let pages = TextPages(document, columns: 80).pages
      return Array(pages.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n").utf8)
    case .md: return Array(document.markdown.utf8)
    case .csv: return (isFile ? Self.byteOrderMark : []) + Array(document.csv.utf8)
    case .json: return Array((try Output.text(of: json) + "\n").utf8)
    case .xlsx: return try Workbook(document, createdOn: day).bytes
    case .docx: return try Shipped.letter(document, createdOn: day).bytes
    case .pdf: return try Paper(document, createdOn: day).bytes
    }
  }
}
