import Almanac
import Canvas
import Domain

/// What the shell can tell of a key that a person could have here.
public struct KeyOffer: Sendable {
  /// Where the private half would lie.
  public var folder: String
  /// Whether it must be under a PIN: on a login that several share.
  public var needsPIN: Bool

  /// An offer to make a key.
  public init(folder: String, needsPIN: Bool) {
    self.folder = folder
    self.needsPIN = needsPIN
  }
}

/// Offers a key of their own to one who signs or decides for the first time without one. The act goes on
/// whatever is chosen.
struct FirstKeyPanel: Overlay {
  private enum Step: Sendable {
    case choice
    case first
    case again(Passphrase)
  }

  /// What waits.
  let effect: Effect
  private let offer: KeyOffer
  private var step = Step.choice
  private var field = TextField()
  private var trouble: Bilingual?

  init(_ effect: Effect, _ offer: KeyOffer) {
    self.effect = effect
    self.offer = offer
  }

  private static let plain = Bilingual(zh: "做密钥，不设 PIN", en: "Make one, without a PIN")
  private static let sealed = Bilingual(
    zh: "做密钥，设 PIN 或口令", en: "Make one, under a PIN or passphrase")
  private static let later = Bilingual(
    zh: "现在不做，照常办理（Esc）", en: "Not now, go on without (Esc)")

  /// By number; on a shared login a key is never without a PIN.
  private var choices: [Bilingual] {
    (offer.needsPIN ? [] : [Self.plain]) + [Self.sealed, Self.later]
  }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    guard case .choice = step else { return type(key) }
    guard let picked = picked(key), choices.indices.contains(picked) else { return .stay }
    switch choices[picked] {
    case Self.plain: return .makeKey(nil, then: effect)
    case Self.sealed: step = .first
    default: return .goOnWithoutKey(effect)
    }
    return .stay
  }

  private func picked(_ key: Key) -> Int? {
    switch key {
    case .escape, .control("c"): choices.count - 1
    case .enter: 0
    default: key.digit.map { $0 - 1 }
    }
  }

  private mutating func type(_ key: Key) -> OverlayOutcome {
    switch key {
    case .escape, .control("c"):
      step = .choice
      field = TextField()
      trouble = nil
    case .enter: return take()
    default: trouble = field.typeSecret(key)
    }
    return .stay
  }

  private mutating func take() -> OverlayOutcome {
    defer { field = TextField() }
    if case .again(let chosen) = step {
      if chosen == Passphrase(field.text) { return .makeKey(chosen, then: effect) }
      step = .first
      trouble = PassphraseError.different.message
      return .stay
    }
    do throws(PassphraseError) {
      step = .again(try Passphrase(choosing: field.text))
      trouble = nil
    } catch {
      trouble = error.message
    }
    return .stay
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let width = min(64, context.columns - 8)
    let title = Bilingual(
      zh: "\(context.person.name)还没有签名密钥", en: "\(context.person.name) has no key yet")
    Dialog(
      title: context(title),
      lines: lines.flatMap { Cells.wrap(context($0), width) } + [""]
        + (trouble.map { Cells.wrap(context($0), width) } ?? []),
      choices: isChoosing ? choices.map { context($0) } : [], selected: isChoosing ? 0 : nil
    ).draw(over: &grid)
    guard !isChoosing else { return }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    field.draw(
      into: &grid, row: row, column: 1, width: min(76, context.columns - 2),
      label: context(fieldLabel), isMasked: true, telling: hint, context)
  }

  private var isChoosing: Bool { if case .choice = step { true } else { false } }

  private var hint: TypedHint? {
    if case .first = step {
      .secret(field.text, isNew: true)
    } else {
      .secret(field.text, isNew: false)
    }
  }

  private var fieldLabel: Bilingual {
    if case .again = step { return Bilingual(zh: "再输一次", en: "the same again") }
    return Bilingual(zh: "新的 PIN（至少6位）或口令", en: "new PIN (6 digits) or passphrase")
  }

  private var lines: [Bilingual] {
    [
      Bilingual(
        zh: "密钥证明记录是本人签的，别人改动会被发现。私有一半存在 \(offer.folder)，只有这个登录名能读。",
        en: """
          A key shows that what you sign is yours and unchanged. Its private half lies in \
          \(offer.folder), for this login alone.
          """),
      Bilingual(
        zh: "做好后请管理员核对指纹并登记（今日画面，或 key tie）；登记前照常办理，记录不带签名。",
        en: """
          An administrator then compares its fingerprint and ties it (on Today, or key tie); until \
          then you work as before, unsigned.
          """),
    ]
  }
}

/// Tells the fingerprint of the key just made, to be read to an administrator; then the act goes on.
struct KeyMadePanel: Overlay {
  /// What waits.
  let effect: Effect
  let fingerprint: KeyFingerprint

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome { .goOn(effect) }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let words = Bilingual(
      zh: "请把指纹念给管理员，由管理员登记；以后用 key list 也能看到。",
      en: "Read it to an administrator, who ties the key; key list shows it again.")
    Dialog(
      title: context(Bilingual(zh: "密钥已做好并提交", en: "Your key is made and offered")),
      lines: ["\(fingerprint)", ""]
        + Cells.wrap(context(words), min(60, context.columns - 8))
        + ["", context(Bilingual(zh: "按任意键继续办理", en: "Any key goes on"))]
    ).draw(over: &grid)
  }
}

extension TextField {
  /// Takes a key of something secret.
  ///
  /// - Returns: What is the matter where an input method made it of Han characters.
  mutating func typeSecret(_ key: Key) -> Bilingual? {
    let isTyped =
      switch key {
      case .paste(let text): text.unicodeScalars.allSatisfy(\.isASCII)
      case .character: !key.isHan
      default: true
      }
    guard isTyped else {
      return Bilingual(
        zh: "输入法开着：PIN 和口令没有汉字，请按 Shift 切英文",
        en: "The input method is on: there is no Chinese in a PIN; press Shift")
    }
    _ = update(key.folded)
    return nil
  }
}
