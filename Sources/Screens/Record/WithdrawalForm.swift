import Almanac
import Canvas
import Domain

/// Withdraws a record: the reason, then a second key, for it is hard to take back.
struct WithdrawalForm: Sendable {
  private let id: Inspection.ID
  /// Hazards that go with the record, and those that stay with a note.
  private let going: Int
  private let staying: Int
  private var reason = TextField()
  private var asks = false

  init(_ sheet: RecordSheet) {
    id = sheet.record.id
    let own = sheet.room.context.hazards.filter { $0.report.inspection == sheet.record.id }
    going = own.count(where: \.isUntouched)
    staying = own.count - going
  }

  var typed: TypedForm { TypedForm("withdraw \(id)", reason) }
  mutating func restore(_ texts: [String: String]) { reason = texts.field }

  mutating func press(_ key: Key) -> RecordFormOutcome {
    if key == .escape || key == .control("c") {
      guard asks else { return .cancel }
      asks = false
      return .stay
    }
    if asks {
      return key.digit == 1 ? .perform(.withdraw(id, reason: reason.text)) : .stay
    }
    guard key == .enter else {
      _ = reason.update(key)
      return .stay
    }
    guard !trimmed(reason.text).isEmpty else { return .warn(RecordError.reasonMissing.message) }
    asks = true
    return .stay
  }

  func draw(into grid: inout Grid, _ context: Context) {
    Dialog(
      title: context(Bilingual(zh: "作废 \(id)", en: "Withdraw \(id)")),
      lines: consequences.map { context($0) } + ["", context(next)]
    ).draw(over: &grid)
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    reason.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2,
      label: context(Bilingual(zh: "作废原因", en: "reason to withdraw")), isFocused: !asks,
      telling: .room(reason.text), context)
  }

  private var consequences: [Bilingual] {
    var lines = [
      Bilingual(
        zh: "记录保留，注明作废；此处重新待检查。", en: "The record stays, marked; the place is to be walked again.")
    ]
    if going > 0 {
      lines.append(
        Bilingual(
          zh: "尚未办理的隐患 \(going) 条一并作废。", en: "Hazards not acted on yet go with it: \(going)."))
    }
    if staying > 0 {
      lines.append(
        Bilingual(
          zh: "已在办理的隐患 \(staying) 条继续办理，注明记录作废。",
          en: "Hazards in hand stay, with a note: \(staying)."))
    }
    return lines
  }

  private var next: Bilingual {
    asks
      ? Bilingual(zh: "按 1 作废    Esc 返回", en: "1 withdraws it    Esc goes back")
      : Bilingual(zh: "写明原因后按 Enter    Esc 取消", en: "Give the reason, then Enter    Esc cancels")
  }
}
