import Foundation
import Reports
import Resources

extension Templates {
  /// The program's own wording.
  static let shipped = Templates(shipped: shippedText)

  /// The text of a template that ships with the program.
  @Sendable static func shippedText(_ name: String) -> String {
    guard let found = xj_resource_named("templates/" + name) else { return "" }
    return String(
      decoding: UnsafeBufferPointer(start: found.pointee.bytes, count: found.pointee.count),
      as: UTF8.self)
  }
}
