import Almanac
import Domain

/// A table of comma-separated values (RFC 4180) as spreadsheets save it: UTF-8 with or without a byte order
/// mark, a heading first, texts between quotation marks where they hold commas or line ends.
public struct CSVTable: Equatable, Sendable {
  /// A line of cells, and the line of the file on which it begins, from 1.
  public struct Row: Equatable, Sendable {
    /// From left to right.
    public var cells: [String]
    /// Where it begins.
    public var line: Int
  }

  /// The headings.
  public let heading: [String]
  /// The lines below it; empty ones are left out.
  public let rows: [Row]

  private static let maximumBytes = 4 << 20

  /// Reads a table.
  ///
  /// - Parameter file: The file's name, for errors.
  /// - Throws: ``IntakeError`` for what is no text in UTF-8, too large, without a heading, or has a
  ///   quotation mark that is never closed.
  public init(_ bytes: [UInt8], file: String) throws(IntakeError) {
    func refusal(_ line: Int?, _ problem: Bilingual) -> IntakeError {
      IntakeError(file: file, line: line, problem: problem)
    }
    guard bytes.count <= Self.maximumBytes else {
      throw refusal(
        nil, Bilingual(zh: "文件超过4 MiB，请分开导入", en: "larger than 4 MiB; import it in parts"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refusal(
        Self.damagedLine(bytes),
        Bilingual(
          zh: "既不是UTF-8也不是GB 18030编码，请另存为“CSV UTF-8”再导入",
          en: "neither UTF-8 nor GB 18030; save it as “CSV UTF-8” and import again"))
    }
    var scanner = CSVScanner(text)
    let rows = scanner.rows()
    if let line = scanner.openedOn {
      throw refusal(line, Bilingual(zh: "引号没有配对", en: "a quotation mark is never closed"))
    }
    let filled = rows.filter { row in row.cells.contains { !trimmed($0).isEmpty } }
    guard let first = filled.first else {
      throw refusal(nil, Bilingual(zh: "文件是空的", en: "the file is empty"))
    }
    heading = first.cells.map(trimmed)
    self.rows = Array(filled.dropFirst())
  }

  /// The first line, from 1, that is no text in UTF-8.
  private static func damagedLine(_ bytes: [UInt8]) -> Int? {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }
}

/// Takes a text apart into lines of cells.
private struct CSVScanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  /// The line of a quotation mark that is not closed.
  private(set) var openedOn: Int?

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
  }

  mutating func rows() -> [CSVTable.Row] {
    var rows: [CSVTable.Row] = []
    while index < scalars.count {
      let start = line
      var cells = [cell()]
      while index < scalars.count, scalars[index] == "," {
        index += 1
        cells.append(cell())
      }
      endLine()
      rows.append(.init(cells: cells, line: start))
    }
    return rows
  }

  private mutating func endLine() {
    guard index < scalars.count else { return }
    let isPair =
      scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
    index += isPair ? 2 : 1
    line += 1
  }

  private mutating func cell() -> String {
    var text = String.UnicodeScalarView()
    guard index < scalars.count, scalars[index] == "\"" else {
      while index < scalars.count, !",\r\n".unicodeScalars.contains(scalars[index]) {
        text.append(scalars[index])
        index += 1
      }
      return String(text)
    }
    let start = line
    index += 1
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "\"" {
        guard index < scalars.count, scalars[index] == "\"" else {
          // What stands behind the closing mark belongs to the cell as it is.
          return String(text) + cell()
        }
        index += 1
      }
      if scalar == "\n" { line += 1 }
      text.append(scalar)
    }
    openedOn = start
    return String(text)
  }
}
