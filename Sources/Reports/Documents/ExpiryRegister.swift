import Almanac
import Canvas
import Domain

/// The register of what ends (到期事项台账): what ends first before, overdue ones marked.
public struct ExpiryRegister: Written {
  let book: ExpiryBook
  let bureau: Bureau
  let today: Day
  let language: Language

  /// The register as it stands on a day; what is retired is left out.
  public static func document(
    _ book: ExpiryBook, bureau: Bureau, on today: Day, language: Language
  ) -> Document {
    let paper = ExpiryRegister(book: book, bureau: bureau, today: today, language: language)
    let name = bureau.organization.name
    let kept = book.expiries.filter(\.stands)
    func count(_ state: Expiry.State) -> Int { kept.count { $0.state(on: today) == state } }
    let (date, notice) = (paper.prose(today), Expiry.notice)
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)到期事项台账", en: "\(name): What Ends and When")[language],
      subtitle: [
        Bilingual(
          zh: "截至\(date.zh)，共\(kept.count)项，已过期\(count(.overdue))项，"
            + "\(notice)天内到期\(count(.soon))项",
          en: "As of \(date.en): \(kept.count), overdue \(count(.overdue)), "
            + "ending within \(notice) days \(count(.soon))")[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: [
        paper.table(kept), paper.paragraph(paper.sources(of: kept)),
        paper.signatures([
          Bilingual(zh: "填表人", en: "Filled in by"), Bilingual(zh: "审核人", en: "Checked by"),
        ]),
      ], isLandscape: true)
  }

  private func table(_ kept: [Expiry]) -> Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "编号", en: "Number"), 8),
          words(Bilingual(zh: "种类", en: "Kind"), 9),
          words(Bilingual(zh: "名称", en: "Name"), 11),
          words(Bilingual(zh: "场所", en: "Place"), 8),
          numbers(Bilingual(zh: "数量", en: "Count"), 4),
          persons(Bilingual(zh: "责任人", en: "Person"), 6),
          days(Bilingual(zh: "出厂日期", en: "Made"), 7),
          days(Bilingual(zh: "检验日期", en: "Done"), 7),
          days(Bilingual(zh: "有效期至", en: "Until"), 7),
          words(Bilingual(zh: "证号、办理单位", en: "Document, by"), 11),
          marks(Bilingual(zh: "状态", en: "State"), 6),
        ],
        rows: kept.map { expiry in
          let (content, state) = (expiry.content, expiry.state(on: today))
          let term = content.term
          return [
            expiry.id.rawValue, book.kind(content.kind)?.name[language] ?? content.kind.rawValue,
            content.name, content.place.map { bureau.name($0) } ?? "", "\(content.count)",
            bureau.name(content.person), content.made?.description ?? "",
            term.done?.description ?? "", term.until.description,
            [term.document, term.by].compactMap(\.self).joined(separator: "\n"),
            state.mark + state.name[language],
          ]
        }))
  }

  /// By what the intervals of the kinds on the paper are set.
  private func sources(of kept: [Expiry]) -> Bilingual {
    let kinds = book.kinds.filter { kind in
      kind.source != nil && kept.contains { $0.content.kind == kind.id }
    }
    guard !kinds.isEmpty else {
      return Bilingual(zh: "有效期按证书、报告所载。", en: "Ends are as the papers say.")
    }
    let lines = kinds.map { kind in
      Bilingual(zh: "\(kind.name.zh)：", en: "\(kind.name.en): ")
        + (kind.source ?? Bilingual(verbatim: ""))
    }
    return Bilingual(
      zh: "周期依据：" + lines.map(\.zh).joined(separator: "；") + "。",
      en: "Intervals by: " + lines.map(\.en).joined(separator: "; ") + ".")
  }
}
