import Crypto
import Domain
import Foundation

/// The version of a checklist as records pin it.
public enum Publishing {
  /// SHA-256 of a checklist's canonical JSON, in lower-case hexadecimal digits.
  public static func hash(_ checklist: Checklist) throws -> String {
    SHA256.hash(data: Data(try JSON.text(checklist).utf8)).map(hexadecimal).joined()
  }
}

/// A byte as two hexadecimal digits.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16)
  return digits.count == 1 ? "0" + digits : digits
}
