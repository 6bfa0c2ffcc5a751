import Almanac

/// A key that works now and what it does, as the footer shows it.
public struct KeyHint: Equatable, Sendable {
  /// The key as people know it: `Enter`, `1`, `[ ]`.
  public var keys: String
  /// What the key does.
  public var label: Bilingual
  /// The hint with the smallest number is left out first where the row is short.
  public var importance: Int

  /// A key and what it does.
  public init(_ keys: String, _ label: Bilingual, importance: Int = 0) {
    self.keys = keys
    self.label = label
    self.importance = importance
  }
}

/// The last row of a screen: the keys that work now.
public enum Footer {
  /// As many hints as fit, in their order, the most important kept: ` Enter 详情  / 筛选`.
  ///
  /// The row is one cell short of the screen: its last cell stays unused.
  public static func line(_ hints: [KeyHint], columns: Int, in language: Language) -> String {
    " " + fitting(hints, columns - 2, language).map { text($0, language) }.joined(separator: "  ")
  }

  /// Draws the hints on a row, each key in its style.
  public static func draw(
    _ hints: [KeyHint], into grid: inout Grid, row: Int, in language: Language
  ) {
    var column = 1
    for hint in fitting(hints, grid.columns - 2, language) {
      column = grid.write(hint.keys, row: row, column: column, style: .keyHint)
      column = grid.write(" " + hint.label[language], row: row, column: column) + 2
    }
  }

  private static func fitting(
    _ hints: [KeyHint], _ columns: Int, _ language: Language
  ) -> [KeyHint] {
    var kept = hints
    while width(kept, language) > columns,
      let first = kept.indices.min(by: { (kept[$0].importance, -$0) < (kept[$1].importance, -$1) })
    {
      kept.remove(at: first)
    }
    return kept
  }

  private static func width(_ hints: [KeyHint], _ language: Language) -> Int {
    hints.reduce(2 * (hints.count - 1)) { $0 + Cells.width(text($1, language)) }
  }

  private static func text(_ hint: KeyHint, _ language: Language) -> String {
    hint.keys + " " + hint.label[language]
  }
}
