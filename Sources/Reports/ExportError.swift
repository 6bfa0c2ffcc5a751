import Almanac
import CArchive
import CXlsxWriter

/// A reason a document could not be made into a file for an office program. Nothing was written.
public enum ExportError: Error, Equatable, Sendable {
  /// A kind of file, with the shared library and the package that it needs.
  public enum Format: String, CaseIterable, Sendable {
    case xlsx = "XLSX"
    case docx = "DOCX"

    /// The name of the package on Debian.
    public var package: String {
      switch self {
      case .xlsx: "libxlsxwriter4"
      case .docx: "libarchive13"
      }
    }
  }

  /// A shared library, or a function it should have, is not installed.
  case libraryMissing(Format, String)
  /// The folder of temporary files cannot be written, or is full.
  case noRoom(Format, folder: String)
  /// The library could not finish, with its own words.
  case failed(Format, String)

  /// Refuses to go on where the library of a kind of file cannot be loaded.
  ///
  /// - Throws: ``libraryMissing(_:_:)``.
  public static func checkLibrary(for format: Format) throws(ExportError) {
    let missing =
      switch format {
      case .xlsx: xlsxwriter_missing()
      case .docx: archive_missing()
      }
    if let missing { throw .libraryMissing(format, String(cString: missing)) }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .libraryMissing(let format, let name):
      Bilingual(
        zh: "不能生成 \(format.rawValue)：缺少 \(name)，请安装软件包 \(format.package)。",
        en:
          "\(format.rawValue) needs \(name), which is missing; install the package \(format.package)."
      )
    case .noRoom(let format, let folder):
      Bilingual(
        zh: """
          不能生成 \(format.rawValue)：无法写入临时文件夹 \(folder)，请腾出空间，或用环境变量 TMPDIR 指明别处。
          """,
        en: """
          The \(format.rawValue) file could not be made: the folder of temporary files, \(folder), cannot be \
          written; make room in it, or name another with TMPDIR.
          """)
    case .failed(let format, let reason):
      Bilingual(
        zh: "不能生成 \(format.rawValue)：\(reason)。",
        en: "The \(format.rawValue) file could not be made: \(reason).")
    }
  }
}
