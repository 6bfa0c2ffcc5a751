import Almanac
import Canvas
import Domain

extension TodayScreen {
  /// What is said of a walk begun and not signed.
  func words(of draft: Draft, _ context: Context) -> Bilingual {
    let place = context.bureau.name(draft.occurrence.place)
    let rooms = agenda?.rounds.first { $0.id == draft.occurrence.round }?.rooms ?? []
    if rooms.first(where: { $0.occurrence.key == draft.occurrence })?.state == .lifted {
      return Bilingual(
        zh: "未签的草稿：\(place)，预警已解除，按 Enter 签名或弃掉",
        en: "Unsigned draft: \(place); its alert is lifted, Enter to sign or discard")
    }
    return Bilingual(
      zh: "未签的草稿：\(place)，停在第\(draft.cursor)项，按 Enter 继续",
      en: "Unsigned draft: \(place), stopped at item \(draft.cursor); Enter goes on")
  }
}
