import Almanac
import Canvas
import Foundation

/// Standard output and standard error: whole lines, without anything that a terminal could obey.
enum Output {
  /// One line; what would break it or command the terminal is replaced.
  static func line(_ text: String) { write(Cells.clean(text) + "\n", to: .standardOutput) }

  /// An error: one line first, details after.
  static func error(_ message: Bilingual) {
    let lines = message[Speech.language].split(separator: "\n", omittingEmptySubsequences: false)
    let clean = lines.map { Cells.clean(String($0)) }.joined(separator: "\n")
    write("xunjian: " + clean + "\n", to: .standardError)
  }

  /// One JSON document with sorted keys, in the form others script against.
  static func json(_ value: some Encodable) throws {
    write(try text(of: value) + "\n", to: .standardOutput)
  }

  /// A JSON document in which all that a terminal could obey stands as `\u009b`.
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    return text.unicodeScalars.map { scalar in
      scalar != "\n" && scalar.value < 0x10000 && Cells.isUnsafe(scalar)
        ? String(format: "\\u%04x", scalar.value) : String(scalar)
    }.joined()
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
    for row in [heading] + rows {
      write(row.map(Cells.clean).joined(separator: "\t") + "\n", to: .standardOutput)
    }
  }

  /// Rows under their headings as a table of Markdown.
  static func markdown(_ heading: [String], _ rows: [[String]]) {
    for row in [heading, heading.map { _ in "---" }] + rows {
      let cells = row.map { Cells.clean($0).replacing("|", with: "\\|") }
      line("| " + cells.joined(separator: " | ") + " |")
    }
  }

  private static func write(_ text: String, to file: FileHandle) {
    Progress.clear()
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
