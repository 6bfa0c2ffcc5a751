import Almanac

extension SafetyRule {
  /// All that is known of it, one fact a line, as a command and the screen show it.
  public func lines(_ bureau: Bureau, on today: Day) -> [Bilingual] {
    let facts: [(Bilingual, String?)] = [
      (Bilingual(zh: "文号：", en: "Document: "), content.number),
      (Bilingual(zh: "发布：", en: "Issued: "), content.issued.description),
      (Bilingual(zh: "修订：", en: "Revised: "), revised?.description),
      (Bilingual(zh: "废止：", en: "Repealed: "), repealed?.description),
      (Bilingual(zh: "原因：", en: "Why: "), reason),
      (Bilingual(zh: "责任人：", en: "Person: "), content.person.map { bureau.name($0) }),
      (Bilingual(zh: "科室：", en: "Section: "), content.section.map { bureau.name($0) }),
      (Bilingual(zh: "复核期限：", en: "Review by: "), reviewDue?.description),
      (Bilingual(zh: "存放：", en: "Kept: "), content.location),
      (Bilingual(zh: "正文：", en: "Text: "), content.file?.particulars),
      (Bilingual(zh: "备注：", en: "Note: "), content.note),
    ]
    let part = content.firePart.map { Bilingual(zh: "消防档案：", en: "Fire file: ") + $0.name }
    return [Bilingual(zh: "状态：", en: "State: ") + state(on: today).name]
      + facts.compactMap { name, text in text.map { name + Bilingual(verbatim: $0) } }
      + [part].compactMap(\.self)
      + reviews.reversed().map { review in
        let who = bureau.name(review.step.person)
        return Bilingual(
          zh: "复核 \(review.day) \(who)：\(review.outcome.name.zh)  \(review.note ?? "")",
          en: "Reviewed \(review.day) by \(who): \(review.outcome.name.en)  \(review.note ?? "")")
      }
      + revisions.reversed().map { revision in
        let before = revision.before
        return Bilingual(
          zh: "\(revision.day) 修订前：\(before.title) \(before.number ?? "")",
          en: "Until \(revision.day): \(before.title) \(before.number ?? "")")
      }
  }
}
