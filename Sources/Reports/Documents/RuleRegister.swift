import Almanac
import Canvas
import Domain

/// The register of the office's rules, plans and papers (制度目录): when issued, revised and reviewed.
public struct RuleRegister: Written {
  let bureau: Bureau
  let today: Day
  let language: Language

  /// The register as it stands on a day, rules first, repealed ones last.
  public static func document(
    _ rules: [SafetyRule], bureau: Bureau, on today: Day, language: Language
  ) -> Document {
    let paper = RuleRegister(bureau: bureau, today: today, language: language)
    let (name, date) = (bureau.organization.name, paper.prose(today))
    let inForce = rules.filter(\.stands)
    let overdue = inForce.count { $0.isReviewOverdue(on: today) }
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)安全制度目录", en: "\(name): Rules on Safety")[language],
      subtitle: [
        Bilingual(
          zh: "截至\(date.zh)，有效\(inForce.count)项，逾期未复核\(overdue)项，"
            + "已废止\(rules.count - inForce.count)项",
          en: "As of \(date.en): in force \(inForce.count), review overdue \(overdue), "
            + "repealed \(rules.count - inForce.count)")[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: [
        .table(
          .init(columns: paper.columns, rows: SafetyRule.inOrder(rules).map { paper.row($0) })),
        paper.paragraph(
          Bilingual(
            zh: "制度和预案每年复核一次，从发布、修订或上次复核之日起算。",
            en: "Rules and plans are reviewed within a year of issue, revision or last review.")),
        paper.signatures([
          Bilingual(zh: "填表人", en: "Filled in by"), Bilingual(zh: "审核人", en: "Checked by"),
        ]),
      ], isLandscape: true)
  }

  private var columns: [Document.Column] {
    [
      marks(Bilingual(zh: "编号", en: "Number"), 8), marks(Bilingual(zh: "类别", en: "Sort"), 5),
      words(Bilingual(zh: "标题", en: "Title"), 16),
      words(Bilingual(zh: "文号", en: "Document number"), 9),
      days(Bilingual(zh: "发布", en: "Issued"), 7), days(Bilingual(zh: "修订", en: "Revised"), 7),
      words(Bilingual(zh: "责任人、科室", en: "Person, section"), 8),
      words(Bilingual(zh: "上次复核", en: "Last review"), 9),
      days(Bilingual(zh: "复核期限", en: "Review by"), 7),
      marks(Bilingual(zh: "状态", en: "State"), 7),
    ]
  }

  private func row(_ rule: SafetyRule) -> [String] {
    let content = rule.content
    let review = rule.reviews.last.map { review in
      "\(review.day) \(bureau.name(review.step.person)) \(review.outcome.name[language])"
    }
    let state = rule.state(on: today).name[language]
    return [
      rule.id.rawValue, content.sort.name[language], content.title, content.number ?? "",
      content.issued.description, rule.revised?.description ?? "",
      [bureau.name(content.person), bureau.name(content.section)].filter { !$0.isEmpty }
        .joined(separator: "\n"),
      review ?? "", rule.reviewDue?.description ?? "",
      rule.repealed.map { "\(state)\n\($0)" } ?? state,
    ]
  }
}
