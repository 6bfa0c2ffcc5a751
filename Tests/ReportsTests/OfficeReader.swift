import Foundation
import Testing

/// Files as programs that are not ours read them: Debian's `python3-openpyxl`.
enum OfficeReader {
  /// What a script of the fixtures says of a file.
  static func read<Value: Decodable>(_ bytes: [UInt8], _ suffix: String) throws -> Value {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "\(UUID().uuidString).\(suffix)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/read-\(suffix).py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [script.path, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "python3-openpyxl refuses it")
    return try JSONDecoder().decode(Value.self, from: output)
  }
}

/// The first sheet of a workbook, as openpyxl reads it.
struct ReadSheet: Decodable {
  struct Cell: Decodable, Equatable {
    var value: String
    /// `s` a text, `n` a number or nothing, `d` a date, `f` a formula.
    var type: String
    var format: String
    var side: String
    var isBold: Bool
  }

  var names: [String]
  var title: String
  var created: String
  var freeze: String
  var filter: String
  var titles: String
  var isLandscape: Bool
  var paper: Int
  /// Pages wide and high.
  var fit: [Int]
  var header: String
  var footer: String
  var breaks: [Int]
  var merged: [String]
  var widths: [Double]
  var heights: [Double]
  var rows: [[Cell]]

  /// The values of each row, without the empty cells at its end.
  var texts: [[String]] {
    rows.map { row in
      var values = row.map(\.value)
      while values.last == "" { values.removeLast() }
      return values
    }
  }
}
