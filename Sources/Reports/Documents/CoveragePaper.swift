import Almanac
import Canvas
import Domain

/// What law and the office's own rules ask, what was done, and what is lacking (履职对照表).
public struct CoveragePaper: Written {
  let coverage: Coverage
  let bureau: Bureau
  let language: Language

  /// The duties of a year, what is lacking first.
  public static func document(
    _ coverage: Coverage, bureau: Bureau, language: Language
  ) -> Document {
    let paper = CoveragePaper(coverage: coverage, bureau: bureau, language: language)
    let (name, year) = (bureau.organization.name, coverage.year)
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)\(year)年安全职责对照表", en: "\(name): Safety Duties of \(year)")[language],
      subtitle: [paper.head[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: [paper.duties, paper.counting, paper.heading(Self.clausesName)] + paper.clauses + [
        paper.signatures(
          paper.signers(bureau.organization.paperRule) + [Bilingual(zh: "日期", en: "Date")])
      ], isLandscape: true, keepsWordsWhole: true)
  }

  private static let clausesName = Bilingual(
    zh: "检查表条款的依据", en: "Laws that the items of checklists rest on")

  private var head: Bilingual {
    func count(_ state: Coverage.State) -> Int { coverage.lines.count { $0.state == state } }
    let (date, all) = (prose(coverage.countedOn), coverage.lines.count)
    let (short, open, met) = (count(.short), count(.open), count(.met))
    return Bilingual(
      zh: "截至\(date.zh)：职责\(all)项，已落实\(met)项，进行中\(open)项，有缺项\(short)项",
      en: "As of \(date.en): \(all) duties, \(met) met, \(open) under way, \(short) short")
  }

  private var duties: Document.Block {
    .table(
      .init(
        columns: [
          numbers(Bilingual(zh: "序号", en: "No."), 3),
          words(Bilingual(zh: "职责", en: "Duty"), 9),
          words(Bilingual(zh: "法定要求", en: "Law"), 13),
          words(Bilingual(zh: "本局要求", en: "Own rule"), 9),
          numbers(Bilingual(zh: "应做", en: "Asked"), 5),
          numbers(Bilingual(zh: "已做", en: "Done"), 5),
          marks(Bilingual(zh: "情况", en: "State"), 6),
          words(Bilingual(zh: "缺项", en: "Lacking"), 9),
        ],
        rows: coverage.byGaps.enumerated().map { index, line in
          [
            "\(index + 1)", line.name[language], line.law?[language] ?? "-",
            line.own?[language] ?? "-", line.asked.map { "\($0)" } ?? "-",
            line.done.map { "\($0)" } ?? "-", line.state.name[language],
            line.gaps.map { $0[language] }
              .joined(separator: Bilingual(zh: "；", en: "; ")[language]),
          ]
        }))
  }

  private var counting: Document.Block {
    paragraph(
      Bilingual(
        zh: """
          计数说明：检查计划按本年到期轮次的处次计，免查、解除的不计；活动按本年登记的条数计；隐患按本年销号和\
          未销号的项数计；到期事项、制度、责任按统计日在用的计。“本年未发生”指本年没有要做的。
          """,
        en: """
          How it is counted: plans by the places of rounds due in the year, without excused ones; activities by \
          the year's entries; hazards by those closed in the year and those open; what ends, rules and posts as \
          they stand on the day of counting. “Nothing asked”: there was nothing to do in the year.
          """))
  }

  private var clauses: [Document.Block] {
    guard !coverage.clauses.isEmpty else {
      return [paragraph(Bilingual(zh: "检查表没有写依据。", en: "No checklist names a law."))]
    }
    return [
      .table(
        .init(
          columns: [
            numbers(Bilingual(zh: "序号", en: "No."), 3),
            words(Bilingual(zh: "依据", en: "Law"), 18),
            numbers(Bilingual(zh: "条款数", en: "Items"), 5),
            words(Bilingual(zh: "由哪些计划检查", en: "Asked by"), 20),
            numbers(Bilingual(zh: "检查次数", en: "Inspections"), 6),
          ],
          rows: coverage.clauses.enumerated().map { index, clause in
            [
              "\(index + 1)", clause.basis[language], "\(clause.items)",
              clause.plans.isEmpty
                ? Bilingual(zh: "（没有计划检查）", en: "(no plan asks them)")[language]
                : listed(clause.plans.map { $0[language] }), "\(clause.walks)",
            ]
          }))
    ]
  }
}
