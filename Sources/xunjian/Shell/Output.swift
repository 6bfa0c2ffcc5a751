import Almanac
import Canvas
import Foundation

/// Standard output and standard error: cleaned of control characters, whole lines.
enum Output {
  static func line(_ text: String) { write(text + "\n", to: .standardOutput) }

  static func error(_ message: Bilingual) {
    write("xunjian: " + message[Speech.language] + "\n", to: .standardError)
  }

  /// One JSON document with sorted keys, in the form others script against.
  static func json(_ value: some Encodable) throws { line(try text(of: value)) }

  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Bytes as they are: a document.
  static func bytes(_ bytes: [UInt8]) {
    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  /// Rows under their headings, in columns aligned by display cells.
  static func table(_ heading: [String], _ rows: [[String]]) {
    let clean = ([heading] + rows).map { $0.map(Cells.clean) }
    let widths = heading.indices.map { column in
      clean.map { Cells.width($0[column]) }.max() ?? 0
    }
    for row in clean {
      let cells = zip(row, widths).map { Cells.fit($0, $1) }
      var text = cells.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      line(text)
    }
  }

  /// A header line and tab-separated rows.
  static func tsv(_ heading: [String], _ rows: [[String]]) {
    for row in [heading] + rows { line(row.map(Cells.clean).joined(separator: "\t")) }
  }

  private static func write(_ text: String, to file: FileHandle) {
    try? file.write(contentsOf: Data(text.utf8))
  }
}

/// A value that JSON shows as `null` where it is missing, so that a document always has all its keys.
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}
