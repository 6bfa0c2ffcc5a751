import Almanac
import Canvas
import Domain

/// What is asked before a month is sealed: it cannot be taken back.
struct SealForm: Sendable {
  enum Outcome {
    case stay
    case leave
    case seal(Command)
  }

  let month: Month
  /// The last seal, which a new one would amend.
  let former: Seal?
  /// Whether the month is over.
  let isOver: Bool
  private var reason = TextField()

  init(month: Month, former: Seal?, isOver: Bool) {
    self.month = month
    self.former = former
    self.isOver = isOver
  }

  var typed: TypedForm? { needsReason ? TypedForm("seal \(month)", reason) : nil }
  mutating func restore(_ texts: [String: String]) { reason = texts.field }

  private var needsReason: Bool { former != nil || !isOver }

  mutating func press(_ key: Key) -> Outcome {
    switch key {
    case .escape, .control("c"): return .leave
    case .enter:
      return .seal(
        .seal(month, reason: reason.text.isEmpty ? nil : reason.text, force: !isOver))
    default:
      if needsReason { _ = reason.update(key) }
      return .stay
    }
  }

  func draw(into grid: inout Grid, _ context: Context) {
    let keys = Bilingual(zh: "Enter 月结，Esc 不结", en: "Enter seals, Esc leaves it")
    Dialog(
      title: context(Bilingual(zh: "月结 \(month)？", en: "Seal \(month)?")),
      lines: (explanation + [keys]).map { context($0) }
    ).draw(over: &grid)
    guard needsReason else { return }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    reason.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2,
      label: context(Bilingual(zh: "原因（印在纸上）", en: "reason, printed")),
      telling: .room(reason.text), context)
  }

  private var explanation: [Bilingual] {
    var lines = [
      Bilingual(
        zh: "汇总将写进流水，以后打印不再变，每页印校验码。不能撤销，只能再结一次作更正。",
        en: """
          The summary goes into the journal and prints the same ever after, with a check code on each \
          page. It cannot be taken back, only amended by another seal.
          """)
    ]
    if let former {
      lines.append(
        Bilingual(
          zh: "\(former.at.day) 已月结（第\(former.number)次），再结是更正，须写原因。",
          en: "Sealed on \(former.at.day) (no. \(former.number)); to amend it, say why."))
    }
    if !isOver {
      lines.append(
        Bilingual(
          zh: "\(month) 还没有结束，提前月结须写原因。", en: "\(month) is not over; say why it is sealed before."))
    }
    return lines
  }
}
