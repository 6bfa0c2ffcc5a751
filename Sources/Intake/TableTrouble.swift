import Almanac

/// All lines of a table that cannot be taken in, so that they are mended at once.
public struct TableTrouble: Error, Equatable, Sendable {
  /// In order of their lines.
  public var problems: [IntakeError]

  /// The problems, one a line; the first twenty.
  public var message: Bilingual {
    let shown = problems.prefix(20).map(\.message)
    let more = problems.count - shown.count
    let rest =
      more > 0
      ? [Bilingual(zh: "还有 \(more) 行有问题", en: "and \(more) more")] : []
    let head = Bilingual(
      zh: "有 \(problems.count) 处不对，一条都没有导入：", en: "\(problems.count) wrong; nothing was imported:"
    )
    let lines = [head] + shown + rest
    return Bilingual(
      zh: lines.map(\.zh).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n"))
  }
}

/// What is wrong with one line of a table, and in which column.
struct RowTrouble: Error {
  var column: String?
  var problem: Bilingual
}
