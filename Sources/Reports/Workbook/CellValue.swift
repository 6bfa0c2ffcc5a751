import Almanac
import Canvas

/// What stands in a cell of a sheet.
enum CellValue: Equatable {
  case text(String)
  /// A number, or a day as the number of days since 1899-12-30, with the form in which it is shown.
  case number(Double, form: String)

  /// Reads a cell as its column has it; what cannot be read so, or would change by it, stays text.
  init(_ text: String, _ kind: Document.Column.Kind) {
    let number: CellValue? =
      switch kind {
      case .text, .names: nil
      case .number: Self.figure(text)
      case .date(let year): Self.day(text, year)
      }
    self = number ?? .text(text)
  }

  /// A number as we write them: no zeros before it, no grouping, at most fifteen digits, which is what a
  /// spreadsheet keeps.
  private static func figure(_ text: String) -> CellValue? {
    let isShare = text.hasSuffix("%")
    let digits = isShare ? text.dropLast() : text[...]
    guard digits.utf8.count <= 16,
      let match = digits.wholeMatch(of: /([+-]?)(0|[1-9][0-9]*)(\.[0-9]+)?/),
      let number = Double(digits)
    else { return nil }
    let decimals = match.3.map { "." + String(repeating: "0", count: $0.count - 1) } ?? ""
    let sign = match.1 == "+" ? "+" : ""
    let form = sign + "0" + decimals + (isShare ? "%" : "")
    return .number(isShare ? number / 100 : number, form: form)
  }

  /// A spreadsheet counts days rightly from March 1900 on.
  private static func day(_ text: String, _ year: Int?) -> CellValue? {
    let full = year.map { text.utf8.count == 5 ? "\(padded($0, 4))-\(text)" : text } ?? text
    guard let day = Day(full), day >= Day(1900, 3, 1) else { return nil }
    return .number(Double(day - Day(1899, 12, 30)), form: "yyyy-mm-dd")
  }
}
