import Almanac
import Canvas
import Domain

/// The annual report of the safety and stability programme (平安建设工作总结): a draft in the order in which such
/// reports are written, its numbers counted from the ledger, with a table of them beside the year before.
///
/// Source: GB/T 9704-2012 7.3, for title, levels of headings, closing and annex.
public struct AnnualReport: Written {
  let review: AnnualReview
  let bureau: Bureau
  let language: Language

  /// The draft of a year.
  public static func document(
    _ review: AnnualReview, bureau: Bureau, templates: Templates, language: Language
  ) -> Document {
    let report = AnnualReport(review: review, bureau: bureau, language: language)
    let words = templates.words(.annual, report.values, in: language)
    return Document(
      language: language, title: words.line("title"),
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: words.blocks("opening") + report.parts(words) + report.outlook
        + words.blocks("closing") + [report.closing] + report.annex)
  }

  /// Where a number would stand of which the ledger has no record: a visible gap, never an invented one.
  static let gap = "____"

  private var values: Templates.Values {
    var values: Templates.Values = [
      "organization": bureau.organization.name, "year": review.year,
      "countedOn": prose(review.countedOn)[language], "staff": review.staff,
      "emergencyShare": share, "isQuiet": review.isDeclaredQuiet,
      "hasIncidents": (review["incidents"]?.value ?? 0) > 0,
    ]
    for (name, post) in [("head", Post.chief), ("deputies", .deputyChief), ("members", .member)] {
      let names = review.group[post, default: []].map { bureau.name($0) }
      values[name] = names.isEmpty ? Self.gap : listed(names)
    }
    for line in review.lines { values[line.figure.key] = Self.text(line.value) }
    return values
  }

  private static func text(_ value: Int?) -> String { value.map { "\($0)" } ?? gap }

  /// The share of the staff in emergencies.
  private var share: String {
    guard let persons = review["emergencyPersons"]?.value, review.staff > 0 else {
      return Self.gap
    }
    return percentage(persons, of: review.staff)
  }

  private func parts(_ words: Templates.Words) -> [Document.Block] {
    [heading(Bilingual(zh: "一、\(review.year)年工作总结", en: "1. The work of \(review.year)"))]
      + AnnualFigure.Part.allCases.enumerated().flatMap { index, part in
        [subheading(Self.numeral(index) + part.name)] + words.blocks(part.rawValue)
      }
  }

  private static func numeral(_ index: Int) -> Bilingual {
    Bilingual(zh: "（\(ordinals[index].zh)）", en: "")
  }

  private static let ordinals = [
    Bilingual(zh: "一", en: "First"), Bilingual(zh: "二", en: "Second"),
    Bilingual(zh: "三", en: "Third"), Bilingual(zh: "四", en: "Fourth"),
    Bilingual(zh: "五", en: "Fifth"), Bilingual(zh: "六", en: "Sixth"),
    Bilingual(zh: "七", en: "Seventh"), Bilingual(zh: "八", en: "Eighth"),
    Bilingual(zh: "九", en: "Ninth"), Bilingual(zh: "十", en: "Tenth"),
  ]

  /// As sentences that are counted begin: `十一是`, `21. `; up to 99.
  static func beginning(_ number: Int) -> Bilingual {
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : ordinals[tens - 1].zh) + ordinals[9].zh
    let words = Bilingual(
      zh: head + (ones == 0 ? "" : ordinals[ones - 1].zh),
      en: number <= ordinals.count ? ordinals[number - 1].en : "\(number)")
    return words + Bilingual(zh: "是", en: number <= ordinals.count ? ", " : ". ")
  }

  /// What fell short, and what is meant to be done about it.
  private var outlook: [Document.Block] {
    let next = review.year + 1
    let goals = review.nextGoals.map { Bilingual(verbatim: $0.text) }
    let measures = (review.shortcomings.compactMap(\.measure) + goals)
      .reduce(into: [Bilingual]()) { list, words in
        if !list.contains(words) { list.append(words) }
      }
    return [
      heading(
        Bilingual(
          zh: "二、工作的不足及\(next)年工作思路", en: "2. What fell short, and the work of \(next)"))
    ] + numbered(review.shortcomings.map(\.words), none: Self.noShortcoming)
      + [
        paragraph(
          Bilingual(zh: "\(next)年，重点做好以下工作：", en: "In \(next) the office means to:"))
      ] + numbered(measures, none: Self.noMeasure)
  }

  private static let noShortcoming = Bilingual(
    zh: "（按台账没有发现不足，请补充。）", en: "(The ledger shows none; add what there is.)")
  private static let noMeasure = Bilingual(
    zh: "（请补充下一年的工作。）", en: "(Add the work of the next year.)")

  private func numbered(_ texts: [Bilingual], none: Bilingual) -> [Document.Block] {
    guard !texts.isEmpty else { return [paragraph(none)] }
    return texts.enumerated().map { index, text in
      paragraph(Self.beginning(index + 1) + text + Bilingual(zh: "。", en: "."))
    }
  }

  private static let annexName = Bilingual(zh: "年度数据表", en: "Figures of the year")

  private var closing: Document.Block {
    .closing(
      .init(
        unit: bureau.organization.name, date: prose(review.countedOn)[language], isSealed: true,
        annex: (Bilingual(zh: "附件：", en: "Annex: ") + Self.annexName)[language]))
  }

  private var annex: [Document.Block] {
    [
      .pageBreak, .annex(Bilingual(zh: "附件", en: "Annex")[language]),
      .title(Self.annexName[language], []),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "项目", en: "Figure"), 7),
            numbers(Bilingual(zh: "本年", en: "Year"), 2),
            numbers(Bilingual(zh: "上年", en: "Before"), 2),
            numbers(Bilingual(zh: "增减", en: "Change"), 2),
            words(Bilingual(zh: "口径", en: "What it counts"), 9),
          ],
          rows: review.lines.map { line in
            let change = line.value.flatMap { now in line.before.map { now - $0 } }
            return [
              line.figure.name[language], Self.text(line.value),
              line.before.map { "\($0)" } ?? "-",
              change.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? "", line.figure.definition[language],
            ]
          })),
      paragraph(
        Bilingual(
          zh: "空线表示台账没有这类记录，补记后重新生成；上年为“-”的没有记录，不作比较。",
          en: """
            A line stands where the ledger has no record of such a thing; record it and draw the report up \
            anew. "-" is a year before without a record.
            """)),
    ] + origins
  }

  /// Where each shortcoming comes from, so that what was typed is told apart from what was counted.
  private var origins: [Document.Block] {
    guard !review.shortcomings.isEmpty else { return [] }
    return [
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "不足", en: "What fell short"), 14),
            words(Bilingual(zh: "来源", en: "Where from"), 8),
          ],
          rows: review.shortcomings.map {
            [$0.words[language], $0.origin(bureau)[language]]
          }))
    ]
  }
}
