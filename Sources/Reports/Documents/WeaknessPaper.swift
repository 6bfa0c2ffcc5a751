import Almanac
import Canvas
import Domain

/// The weaknesses of a period and what was done against them (漏洞整改情况表).
public struct WeaknessPaper: Written {
  let assets: [Asset]
  let bureau: Bureau
  let today: Day
  let language: Language

  /// The weaknesses that were open at some time of a period; withdrawn ones are left out.
  public static func document(
    _ hazards: [Hazard], of period: SummaryPeriod, assets: [Asset], bureau: Bureau, on today: Day,
    language: Language
  ) -> Document {
    let paper = WeaknessPaper(assets: assets, bureau: bureau, today: today, language: language)
    let name = bureau.organization.name
    let standing = hazards.filter { $0.state != .withdrawn }
    let prose = period.prose
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)漏洞整改情况表", en: "\(name): Weaknesses and What Was Done")[language],
      subtitle: [prose[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: [
        paper.paragraph(paper.counts(WeaknessFigures(standing, in: period.days))),
        paper.table(standing),
        paper.signatures([
          Bilingual(zh: "填表人", en: "Filled in by"), Bilingual(zh: "审核人", en: "Checked by"),
        ]),
      ], isLandscape: true)
  }

  /// What was found and closed, by severity, the most severe first.
  private func counts(_ figures: WeaknessFigures) -> Bilingual {
    func listed(_ counts: [Weakness.Severity: Int]) -> Bilingual {
      let all = counts.values.reduce(0, +)
      let parts = Weakness.Severity.allCases.reversed().map { severity in
        let count = counts[severity, default: 0]
        return Bilingual(zh: "\(severity.name.zh)\(count)个", en: "\(count) \(severity.name.en)")
      }
      return Bilingual(
        zh: "\(all)个（\(parts.map(\.zh).joined(separator: "、"))）",
        en: "\(all) (\(parts.map(\.en).joined(separator: ", ")))")
    }
    let (found, closed) = (listed(figures.found), listed(figures.closed))
    return Bilingual(
      zh: "本期发现漏洞\(found.zh)，销号\(closed.zh)。漏洞等级按 GB/T 30279-2020。",
      en: "Found in the period: \(found.en); closed: \(closed.en). Severities by GB/T 30279-2020.")
  }

  private func table(_ hazards: [Hazard]) -> Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "编号、等级", en: "Number, severity"), 8),
          words(Bilingual(zh: "资产", en: "Asset"), 11),
          words(Bilingual(zh: "漏洞", en: "Weakness"), 18),
          marks(Bilingual(zh: "发现日期、期限", en: "Found, deadline"), 10),
          persons(Bilingual(zh: "责任人", en: "Person"), 7),
          words(Bilingual(zh: "修复版本、证明", en: "Patched version, proof"), 14),
          marks(Bilingual(zh: "状态、销号日期", en: "State, closed"), 10),
        ],
        rows: hazards.map { hazard in
          let (weakness, patch) = (hazard.report.weakness, hazard.oversight.patch)
          let asset = assets.first { $0.id == weakness?.asset }?.content.name
          let state = hazard.state.name[language] + (hazard.isOverdue(on: today) ? "!!" : "")
          return [
            lines([hazard.id.rawValue, weakness?.severity.name[language]]),
            asset ?? weakness?.host ?? "",
            lines([hazard.report.text, weakness?.identifier, weakness?.version]),
            lines([hazard.reported.description, hazard.deadline?.description]),
            bureau.name(hazard.person), lines([patch?.version, patch?.proof]),
            lines([state, hazard.closed?.day.description]),
          ]
        }))
  }

  private func lines(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: "\n")
  }
}
