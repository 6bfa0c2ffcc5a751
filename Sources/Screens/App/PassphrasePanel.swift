import Almanac
import Canvas
import Domain

/// Asks for the PIN or passphrase of the key that must sign what was just asked. Nothing typed is shown.
struct PassphrasePanel: Overlay {
  /// What waits to be signed.
  let effect: Effect
  /// Why the last try was in vain, or what is the matter with a key pressed.
  private var trouble: Bilingual?
  private var field = TextField()

  init(_ effect: Effect, trouble: Bilingual?) {
    self.effect = effect
    self.trouble = trouble
  }

  private static let notSigned = Bilingual(
    zh: "没有输入 PIN，没有签名，什么都没有写入", en: "No PIN was given: not signed, nothing was written")

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    switch key {
    case .escape, .control("c"): return .refuse(Self.notSigned)
    case .enter: return field.text.isEmpty ? .stay : .unlock(Passphrase(field.text), then: effect)
    default: trouble = field.typeSecret(key)
    }
    return .stay
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let minutes = context.bureau.organization.minutesOfPIN
    let remembered =
      minutes == 0
      ? Bilingual(zh: "每次签名都要输入。", en: "It is asked each time.")
      : Bilingual(zh: "输入后记住 \(minutes) 分钟。", en: "It is remembered for \(minutes) minutes.")
    let keys = Bilingual(zh: "Enter 签名，Esc 不签", en: "Enter signs, Esc does not")
    Dialog(
      title: context(
        Bilingual(zh: "\(context.person.name)签名", en: "\(context.person.name) signs")),
      lines: ([trouble, remembered, keys] as [Bilingual?]).compactMap(\.self).map { context($0) }
    ).draw(over: &grid)
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    field.draw(
      into: &grid, row: row, column: 1, width: min(58, context.columns - 2),
      label: context(Bilingual(zh: "PIN 或口令", en: "PIN or passphrase")), isMasked: true,
      telling: .secret(field.text, isNew: false), context)
  }
}
