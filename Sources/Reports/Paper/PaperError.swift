import Almanac
import CPangoCairo

/// A reason a document could not be made into pages. Nothing was written.
public enum PaperError: Error, Equatable, Sendable {
  /// A shared library, or a function it should have, is not installed.
  case libraryMissing(String)
  /// No installed font has these characters of the text, the first of several.
  case fontMissing(String)
  /// Cairo could not finish, with its own words.
  case failed(String)
  /// It was stopped while its pages were set.
  case stopped

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .libraryMissing(let name):
      Bilingual(
        zh: "不能生成 PDF：缺少 \(name)，请安装软件包 libpangocairo-1.0-0。",
        en: "PDF needs \(name), which is missing; install the package libpangocairo-1.0-0.")
    case .fontMissing(let characters):
      Bilingual(
        zh: "不能生成 PDF：没有字体能印“\(characters)”，请安装软件包 fonts-noto-cjk。",
        en: "PDF needs a font that has “\(characters)”; install the package fonts-noto-cjk.")
    case .failed(let reason):
      Bilingual(zh: "不能生成 PDF：\(reason)。", en: "The PDF could not be made: \(reason).")
    case .stopped: Bilingual(zh: "已停止排版。", en: "Stopped while the pages were set.")
    }
  }

  /// Refuses to go on where the libraries cannot be loaded.
  ///
  /// - Throws: ``libraryMissing(_:)``.
  static func checkLibraries() throws(PaperError) {
    if let missing = pangocairo_missing() { throw .libraryMissing(String(cString: missing)) }
  }
}
