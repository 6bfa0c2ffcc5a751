import Canvas

/// Sets short pieces one after the other and breaks the line only between them.
func flowed(_ pieces: [String], in columns: Int) -> [String] {
  var lines: [String] = []
  for piece in pieces {
    let longer = (lines.last.map { $0 + "  " } ?? "") + piece
    if lines.isEmpty || Cells.width(longer) > columns {
      lines.append(piece)
    } else {
      lines[lines.count - 1] = longer
    }
  }
  return lines
}
