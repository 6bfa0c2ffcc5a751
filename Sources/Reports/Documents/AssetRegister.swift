import Almanac
import Canvas
import Domain

/// The register of assets of the network (网络资产台账), with what is missing or late.
public struct AssetRegister: Written {
  let book: AssetBook
  let bureau: Bureau
  let language: Language

  /// The register as it stands; what is retired is left out.
  public static func document(
    _ book: AssetBook, bureau: Bureau, language: Language
  ) -> Document {
    let paper = AssetRegister(book: book, bureau: bureau, language: language)
    let (name, date) = (bureau.organization.name, paper.prose(book.day))
    let kept = book.kept
    let (gaps, findings) = (
      kept.count { !$0.gaps.isEmpty }, kept.map(\.findings.count).reduce(0, +)
    )
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)网络资产台账", en: "\(name): Assets of the Network")[language],
      subtitle: [
        Bilingual(
          zh: "截至\(date.zh)，共\(kept.count)项，有缺口\(gaps)项，未销号漏洞\(findings)个",
          en: "As of \(date.en): \(kept.count), with gaps \(gaps), open weaknesses \(findings)")[
            language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: [
        paper.table(kept), paper.paragraph(paper.bare), paper.paragraph(paper.sources),
        paper.signatures([
          Bilingual(zh: "填表人", en: "Filled in by"), Bilingual(zh: "审核人", en: "Checked by"),
        ]),
      ], isLandscape: true)
  }

  private func table(_ kept: [AssetStanding]) -> Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "编号、类别", en: "Number, sort"), 9),
          words(Bilingual(zh: "名称、地址", en: "Name, address"), 14),
          words(Bilingual(zh: "责任人、岗位", en: "Person, post"), 10),
          words(Bilingual(zh: "操作系统、等保级别", en: "System, level"), 12),
          words(Bilingual(zh: "场所、上次巡查", en: "Place, last patrol"), 12),
          words(Bilingual(zh: "未销号漏洞", en: "Open"), 8),
          words(Bilingual(zh: "缺口", en: "Gaps"), 16),
        ],
        rows: kept.map { standing in
          let content = standing.asset.content
          return [
            lines([standing.id.rawValue, content.sort.name[language]]),
            lines([content.name, content.address]),
            lines([content.person.map { bureau.name($0) }, content.post]),
            lines([content.system, Asset.name(ofLevel: content.level)[language]]),
            lines([
              content.place.map { bureau.name($0) }, standing.patrol?.walked.description,
              standing.patrol?.inspection.rawValue,
            ]),
            standing.count[language],
            standing.gaps.map { "\($0.mark) \($0.name[language])" }.joined(separator: "\n"),
          ]
        }))
  }

  private func lines(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: "\n")
  }

  /// The places of the network of which nothing is registered.
  private var bare: Bilingual {
    guard !book.bare.isEmpty else {
      return Bilingual(
        zh: "网络类场所均已登记资产。", en: "Every place of the network has an asset.")
    }
    let names = book.bare.map(\.name)
    return Bilingual(
      zh: "没有登记资产的网络类场所：\(names.joined(separator: "、"))。",
      en: "Places of the network without an asset: \(names.joined(separator: ", ")).")
  }

  private var sources: Bilingual {
    Bilingual(
      zh: "说明：上次巡查取自所属场所有效的检查记录；等保级别按 GB/T 22240-2020；漏洞等级按 GB/T 30279-2020。",
      en: "The last patrol is read from the records of the place; levels are by GB/T 22240-2020, "
        + "severities by GB/T 30279-2020.")
  }
}
