import Almanac
import Canvas
import Mustache

/// A document as a letter that can be edited (DOCX): OOXML parts, filled from templates and zipped.
///
/// Its styles name the fonts of official documents, whatever this machine has. The same document and day
/// give the same bytes.
///
/// Source: GB/T 9704-2012《党政机关公文格式》, for margins, fonts, sizes of type, lines and page numbers.
public struct Letter: Equatable, Sendable {
  /// The whole DOCX file.
  public let bytes: [UInt8]

  /// The names of the parts in the file, in their order, each with a template of its own.
  public static let parts = [
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
    "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml",
    "word/header.xml", "word/footer-odd.xml", "word/footer-even.xml",
  ]

  /// Fills the parts.
  ///
  /// - Parameters:
  ///   - day: Written into the file as the day on which it was made.
  ///   - template: The text of a part's template by the part's name.
  /// - Throws: ``ExportError``, when the library is not installed or a template cannot be read.
  public init(
    _ document: Document, createdOn day: Day, template: (String) -> String
  ) throws(ExportError) {
    let archive = try Archive()
    let content = LetterContent(document, createdOn: day)
    for part in Self.parts {
      try archive.add(part, Array(Self.filled(template(part), with: content, part).utf8))
    }
    for drawing in content.drawings {
      try archive.add("word/media/\(drawing.file)", drawing.bytes)
    }
    bytes = try archive.finish()
  }

  private static func filled(
    _ template: String, with content: LetterContent, _ part: String
  ) throws(ExportError) -> String {
    do {
      return try MustacheTemplate(string: template).render(content)
    } catch {
      throw .failed(.docx, "\(part): \(error)")
    }
  }
}
