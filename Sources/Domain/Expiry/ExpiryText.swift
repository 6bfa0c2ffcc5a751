import Almanac

/// A thing that ends in lines, as a command and the screen show it.
public enum ExpiryText {
  /// All that is known of it, one fact a line; nothing for what is empty.
  public static func lines(
    _ expiry: Expiry, _ kind: ExpiryKind?, _ bureau: Bureau, on today: Day
  ) -> [Bilingual] {
    let (content, term, state) = (expiry.content, expiry.content.term, expiry.state(on: today))
    let left = Expiry.daysLeft(to: expiry.until, on: today)
    let end =
      Bilingual(zh: "有效期至：", en: "Until: ")
      + Bilingual(verbatim: "\(expiry.until) ")
      + (state == .retired ? state.name : left)
    return [end]
      + facts([
        (Bilingual(zh: "检验日期：", en: "Done: "), term.done?.description),
        (Bilingual(zh: "证号：", en: "Document: "), term.document),
        (Bilingual(zh: "办理单位：", en: "By: "), term.by),
        (Bilingual(zh: "附件：", en: "Paper: "), term.file?.particulars),
        (Bilingual(zh: "说明：", en: "On this: "), term.note),
        (Bilingual(zh: "场所：", en: "Place: "), content.place.map { bureau.name($0) }),
        (Bilingual(zh: "数量：", en: "Count: "), content.count > 1 ? "\(content.count)" : nil),
        (Bilingual(zh: "责任人：", en: "Person: "), content.person.map { bureau.name($0) }),
        (Bilingual(zh: "出厂日期：", en: "Made: "), content.made?.description),
        (
          Bilingual(zh: "报废日期：", en: "To be scrapped: "),
          kind?.scrapped(made: content.made)?.description
        ),
        (Bilingual(zh: "备注：", en: "Note: "), content.note),
        (Bilingual(zh: "停管原因：", en: "Retired: "), expiry.reason),
      ]) + interval(kind) + history(expiry)
  }

  private static func facts(_ facts: [(Bilingual, String?)]) -> [Bilingual] {
    facts.compactMap { name, text in text.map { name + Bilingual(verbatim: $0) } }
  }

  private static func interval(_ kind: ExpiryKind?) -> [Bilingual] {
    guard let kind, kind.months != nil || kind.source != nil else { return [] }
    let months = kind.months.map {
      Bilingual(zh: "每 \($0) 个月", en: "every \($0) months")
    }
    let source = kind.source.map { Bilingual(zh: "（\($0.zh)）", en: " (\($0.en))") }
    return [
      Bilingual(zh: "周期：", en: "Interval: ") + (months ?? Bilingual(verbatim: ""))
        + (source ?? Bilingual(verbatim: ""))
    ]
  }

  /// The stretches before the one in force, the latest first.
  private static func history(_ expiry: Expiry) -> [Bilingual] {
    guard !expiry.formers.isEmpty else { return [] }
    return [Bilingual(zh: "以前的有效期：", en: "Before:")]
      + expiry.formers.reversed().map { former in
        let term = former.term
        let parts = [term.done?.description, term.document, term.by, term.file?.name]
          .compactMap(\.self).joined(separator: " ")
        return Bilingual(
          zh: "　至 \(term.until)  \(parts)", en: "  until \(term.until)  \(parts)")
      }
  }
}
