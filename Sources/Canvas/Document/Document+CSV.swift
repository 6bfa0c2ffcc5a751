extension Document {
  /// The document's tables as CSV (RFC 4180, UTF-8, lines ended with CR LF), each heading as a line
  /// of its own and what stands on every page as the last one; of one without a table its title and
  /// paragraphs, so that no file is empty. What a spreadsheet would take for a formula gets an apostrophe
  /// before it; control characters are left out.
  public var csv: String {
    let tables = blocks.flatMap(Self.records)
    return ((tables.isEmpty ? sentences : tables) + (running.isEmpty ? [] : [[running]]))
      .map { $0.map(Self.field).joined(separator: ",") + "\r\n" }
      .joined()
  }

  private static func records(_ block: Block) -> [[String]] {
    switch block {
    case .heading(let text), .subheading(let text), .title(let text, _): [[text]]
    case .table(let table): [table.columns.map(\.title)] + table.rows
    case .paragraph, .signatures, .pictures, .addressee, .annex, .closing, .imprint, .cut,
      .pageBreak:
      []
    }
  }

  private var sentences: [[String]] {
    (title.isEmpty ? [] : [[title]])
      + blocks.compactMap { if case .paragraph(let text) = $0 { [text] } else { nil } }
  }

  private static func field(_ text: String) -> String {
    let text = text.printable
    let safe = isFormula(text) ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Whether a spreadsheet would compute a cell, which may pass over spaces and line ends before it: OWASP,
  /// "CSV Injection". A signed number is harmless.
  private static func isFormula(_ text: String) -> Bool {
    let text = text.drop { $0.isWhitespace }
    guard let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first)
    else { return false }
    let digits = text.dropFirst()
    let isNumber =
      "+-".unicodeScalars.contains(first) && digits.first?.isASCII == true
      && digits.first?.isNumber == true
      && digits.allSatisfy { ($0.isASCII && $0.isNumber) || ".,%".contains($0) }
    return !isNumber
  }
}
