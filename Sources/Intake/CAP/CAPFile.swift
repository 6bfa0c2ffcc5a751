import Almanac
import Domain

/// Reads a message of the Common Alerting Protocol 1.2 from a file of any origin: in UTF-8, with no DOCTYPE,
/// of 256 KiB at most.
public enum CAPFile {
  /// The largest file that is read, in bytes.
  public static let maximumBytes = 256 << 10

  /// Reads a message.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents; of a larger file the first ``maximumBytes`` and one more will do.
  ///   - file: Its name, for errors.
  /// - Throws: ``IntakeError`` that names the line or the element.
  public static func read(_ bytes: [UInt8], file: String) throws(IntakeError) -> CAPMessage {
    guard bytes.count <= maximumBytes else { throw IntakeError(file: file, problem: tooLarge) }
    guard !bytes.isEmpty else { throw IntakeError(file: file, problem: empty) }
    return try CAPReader(file: file).message(XMLDocument.root(of: bytes, file: file))
  }

  private static let tooLarge = Bilingual(
    zh: "超过 256 KiB，不是预警报文", en: "larger than 256 KiB, no alert message")
  private static let empty = Bilingual(zh: "文件是空的", en: "the file is empty")
}
