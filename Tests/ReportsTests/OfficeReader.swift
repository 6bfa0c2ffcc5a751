import Foundation
import Testing

/// Files as programs that are not ours read them: Debian's `python3-openpyxl` and `python3-docx`.
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
    try #require(process.terminationStatus == 0, "python3-openpyxl or python3-docx refuses it")
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
  var author: String
  /// By chart and series, the cells of its figures and of their names.
  var charts: [[[String]]]
  /// The bytes of each picture in the file, and the width and height of those shown, in dots.
  var pictures: [Int]
  var images: [[Int]]
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

/// A letter, as python-docx reads it.
struct ReadLetter: Decodable {
  struct Paragraph: Decodable, Equatable {
    var style: String
    var text: String
  }

  struct Table: Decodable {
    var style: String
    /// In twips.
    var columns: [Int]
    var rows: [[String]]
    /// Whether each row stands again at the head of each page.
    var repeated: [Bool]
    /// Whether each row stays on one page.
    var whole: [Bool]
    var styles: [[String]]
    var sides: [[String]]
  }

  struct Font: Decodable, Equatable {
    var ascii: String
    var eastAsia: String
    var size: Double
  }

  var title: String
  var created: String
  var paragraphs: [Paragraph]
  var tables: [Table]
  var fonts: [String: Font]
  /// The exact distance of lines by style, in points.
  var lines: [String: Double]
  /// Width, height, top, bottom, left, right, in millimetres.
  var page: [Double]
  var isLandscape: Bool
  /// What is added to each character of the text, in points.
  var spacing: Double
  var header: String
  var footer: String
  var breaks: Int
  /// Where lines to sign on end in their cells, in twips.
  var lineEnds: [Int]
  /// The first four bytes of each file of `word/media`.
  var media: [String: [Int]]
  /// Width and height of pictures, in points.
  var shapes: [[Int]]
  var turns: [String]
  var times: [String]

  /// What the body says, without the empty lines that part tables.
  var words: [Paragraph] { paragraphs.filter { $0.style != "Gap" } }
}
