import Almanac
import Domain

extension SignedInspection {
  /// How it came in, with the printed form's number and what was passed at once.
  func entryWords(in language: Language) -> String {
    let form = form.map { Bilingual(zh: "表号\($0)", en: "form \($0)") }
    let atOnce =
      passedAtOnce == 0
      ? nil : Bilingual(zh: "一次全部合格\(passedAtOnce)项", en: "\(passedAtOnce) passed at once")
    let more = [form, atOnce].compactMap { $0?[language] }
      .joined(separator: Bilingual(zh: "、", en: ", ")[language])
    guard !more.isEmpty else { return entry.name[language] }
    return Bilingual(zh: "\(entry.name.zh)（\(more)）", en: "\(entry.name.en) (\(more))")[language]
  }
}

extension Countersignature {
  /// Who has signed and under which date, for a cell.
  static func brief(_ signature: Countersignature?, in bureau: Bureau) -> Bilingual {
    guard let signature else { return Bilingual(zh: "待签", en: "awaited") }
    let name = bureau.name(signature.person, for: signature.standsFor)
    let mark =
      signature.paper == nil ? Bilingual(verbatim: "") : Bilingual(zh: "纸签：", en: "on paper: ")
    return mark + name + Bilingual(verbatim: "\n\(signature.paper ?? signature.day)")
  }

  /// Who has signed for the section and when, on paper or here; that the signature is awaited when nil.
  static func words(_ signature: Countersignature?, in bureau: Bureau) -> Bilingual {
    guard let signature else {
      return Bilingual(zh: "科室负责人：待签。", en: "Section head: signature awaited.")
    }
    let name = bureau.name(signature.person, for: signature.standsFor)
    let day = signature.day
    guard let paper = signature.paper else {
      return Bilingual(
        zh: "科室负责人\(name.zh)已于\(day)签字。", en: "Signed by the section head \(name.en) on \(day).")
    }
    return Bilingual(
      zh: "科室负责人\(name.zh)纸签，签署日期\(paper)，\(day)登记。",
      en: "Signed on paper by the section head \(name.en) on \(paper), entered on \(day).")
  }
}
