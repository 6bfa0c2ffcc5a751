extension Document {
  /// The document in Markdown: CommonMark, with tables as GitHub has them.
  public var markdown: String {
    var parts = running.isEmpty ? [] : [Self.escaped(running)]
    if !title.isEmpty { parts.append("# " + Self.escaped(title)) }
    parts += subtitle.map(Self.escaped)
    parts += blocks.map(markdown).filter { !$0.isEmpty }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let text): return "## " + Self.escaped(text)
    case .subheading(let text): return "### " + Self.escaped(text)
    case .paragraph(let text): return Self.paragraph(text)
    case .table(let table):
      let table = table.spellingBars(cells: 20, in: language)
      let marks = table.columns.map { Self.mark($0.alignment) }
      let head = [table.columns.map { Self.cell($0.title) }, marks]
      let rows =
        table.rows.isEmpty
        ? [table.columns.indices.map { $0 == 0 ? Table.none[language] : "" }] : table.rows
      return (head + rows.map { $0.map(Self.cell) }).map(Self.line).joined(separator: "\n")
    case .signatures(let labels):
      let empty = labels.map { _ in " " }
      return [labels.map(Self.cell), labels.map { _ in "---" }, empty].map(Self.line)
        .joined(separator: "\n")
    case .pictures: return ""
    case .title(let text, let below):
      return (["# " + Self.escaped(text)] + below.map(Self.escaped)).joined(separator: "\n\n")
    case .addressee(let text), .annex(let text): return Self.paragraph(text)
    case .closing(let closing):
      let annex = closing.annex.isEmpty ? "" : Self.paragraph(closing.annex) + "\n\n"
      return annex + Self.paragraph(closing.unit + "\n" + closing.date)
    case .imprint(let lines): return "---\n\n" + Self.paragraph(lines.joined(separator: "\n"))
    case .cut(let text): return "---\n\n" + Self.escaped(text)
    case .pageBreak: return "---"
    }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func mark(_ alignment: Column.Alignment) -> String {
    switch alignment {
    case .leading: "---"
    case .centre: ":---:"
    case .trailing: "---:"
    }
  }

  private static func cell(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { escaped(String($0)) }
      .joined(separator: "<br>")
  }

  /// A paragraph whose first character cannot begin a list, a quotation or a heading.
  private static func paragraph(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { line in
        let safe = escaped(String(line))
        return safe.first.map { "#+->=".contains($0) } == true ? "\\" + safe : safe
      }
      .joined(separator: "  \n")
  }

  private static func escaped(_ text: String) -> String {
    Cells.clean(text).reduce(into: "") { result, character in
      if "\\`*_[]<|~".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
