import Almanac
import Canvas
import Domain

/// The office's self-assessment under the district's scoring rules (考评自评表), with the evidence for each item:
/// what lacks evidence first, then all items in the order of the rules.
public struct AssessmentPaper: Written {
  let review: AssessmentReview
  let bureau: Bureau
  let day: Day
  let language: Language

  /// The self-assessment of a year as it stands on a day.
  public static func document(
    _ review: AssessmentReview, bureau: Bureau, on day: Day, language: Language
  ) -> Document {
    let paper = AssessmentPaper(review: review, bureau: bureau, day: day, language: language)
    let content = review.assessment.content
    let name =
      content.name.map { Bilingual(zh: "年\($0)", en: ", \($0)") }
      ?? Bilingual(zh: "年度考评", en: "")
    let office = bureau.organization.name
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(office)\(content.year)\(name.zh)自评表",
        en: "\(office): Self-Assessment of \(content.year)\(name.en)")[language],
      subtitle: [paper.head[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: office,
      blocks: paper.lacking + [paper.heading(Self.itemsName), paper.items] + [
        paper.signatures(
          paper.signers(bureau.organization.paperRule) + [Bilingual(zh: "日期", en: "Date")])
      ], isLandscape: true, keepsWordsWhole: true)
  }

  private static let itemsName = Bilingual(zh: "自评明细", en: "Item by item")
  private static let lackingName = Bilingual(zh: "缺佐证的项", en: "Items that lack evidence")

  private var head: Bilingual {
    let (date, own, total) = (prose(day), review.own, review.total)
    let (unscored, lack) = (review.unscored, review.lines.count { $0.isLacking })
    return Bilingual(
      zh: "截至\(date.zh)：自评\(own)分，满分\(total)分，未评\(unscored)项，缺佐证\(lack)项",
      en:
        "As of \(date.en): \(own) of \(total) points, \(unscored) not scored, \(lack) lack evidence"
    )
  }

  private var lacking: [Document.Block] {
    let lines = review.lines.filter(\.isLacking)
    guard !lines.isEmpty else {
      return [paragraph(Bilingual(zh: "各项都有佐证。", en: "Every item has its evidence."))]
    }
    return [
      heading(Self.lackingName),
      .table(
        .init(
          columns: [
            marks(Bilingual(zh: "编号", en: "No."), 4),
            words(Bilingual(zh: "考评项目", en: "Item"), 16),
            numbers(Bilingual(zh: "分值", en: "Points"), 4),
            words(Bilingual(zh: "缺什么", en: "What is lacking"), 20),
          ],
          rows: lines.map { line in
            let absent = line.proofs.filter { !$0.isThere }.map { $0.words[language] }
            return [
              line.id, line.item.name, line.item.points.description,
              absent.isEmpty
                ? Bilingual(zh: "没有对应台账，也没有附件", en: "neither tied to the ledger nor a file")[
                  language] : listed(absent),
            ]
          })),
    ]
  }

  private var items: Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "编号", en: "No."), 4),
          words(Bilingual(zh: "类别", en: "Part"), 6),
          words(Bilingual(zh: "考评项目", en: "Item"), 11),
          words(Bilingual(zh: "考评要求", en: "Requirement"), 14),
          numbers(Bilingual(zh: "分值", en: "Points"), 4),
          numbers(Bilingual(zh: "自评", en: "Own"), 4),
          words(Bilingual(zh: "佐证", en: "Evidence"), 14),
          words(Bilingual(zh: "说明", en: "Remark"), 8),
        ],
        rows: review.lines.map { line in
          [
            line.id, line.item.part, line.item.name, line.item.requirement,
            line.item.points.description, line.mark?.score.description ?? "",
            listed(line.proofs.map { $0.words[language] }), line.mark?.remark ?? "",
          ]
        }))
  }
}
