import Almanac
import Canvas
import Domain

extension MonthReport {
  /// The main figures in words.
  var opening: [Document.Block] { [paragraph(checked + recorded + standing)] }

  private var checked: Bilingual {
    let (month, figures) = (summary.month.prose, summary.figures)
    guard figures.rounds > 0 || figures.inspections > 0 else {
      return Bilingual(
        zh: "\(month.zh)，\(names.organization)无到期检查任务，未开展检查。",
        en: "In \(month.en) no round was due at \(names.organization) and none was walked. ")
    }
    return Bilingual(
      zh: """
        \(month.zh)，\(names.organization)应完成安全检查\(figures.rounds)轮，应检\(total.total)处次，\
        已检\(total.done)处次，完成率\(total.rate)，漏检\(total.missed)处次；\
        \(figures.persons)人参加检查，覆盖场所\(figures.places)处，形成检查记录\(figures.inspections)份，\
        其中领导带队\(figures.ledByLeader)次。
        """,
      en: """
        Rounds due at \(names.organization) in \(month.en): \(figures.rounds); checks made: \
        \(total.done) of \(total.total) asked (\(total.rate)); missed: \(total.missed). Persons who \
        walked: \(figures.persons); places checked: \(figures.places); inspections: \
        \(figures.inspections), of these led by a leader: \(figures.ledByLeader). 
        """)
  }

  private var recorded: Bilingual {
    let hazards = summary.figures.hazards
    return Bilingual(
      zh: """
        检查中发现问题\(summary.figures.findings)项，登记隐患\(hazards.opened)项，其中当场整改\
        \(hazards.fixedOnSpot)项；销号隐患\(hazards.closed)项，其中按期\(hazards.closedOnTime)项、\
        逾期\(hazards.closedLate)项。
        """,
      en: """
        Findings: \(summary.figures.findings); hazards registered: \(hazards.opened), of these fixed on \
        the spot: \(hazards.fixedOnSpot); closed: \(hazards.closed) (\(hazards.closedOnTime) on time, \
        \(hazards.closedLate) late). 
        """)
  }

  private var standing: Bilingual {
    let (hazards, rate) = (summary.figures.hazards, summary.figures.rate)
    let day = prose(summary.countedOn)
    let open = Bilingual(
      zh: """
        截至\(day.zh)，未销号隐患\(hazards.open)项，其中逾期\(hazards.overdue)项、\
        重大隐患\(hazards.major)项；
        """,
      en: """
        Hazards open on \(day.en): \(hazards.open), of these overdue: \(hazards.overdue), major: \
        \(hazards.major); 
        """)
    guard rate.found > 0 else {
      return open
        + Bilingual(
          zh: "本月未发现隐患，不计整改率。",
          en: "none was found in the month, so there is no rectification rate.")
    }
    return open
      + Bilingual(
        zh: "本月发现隐患整改率\(rate.text)。",
        en: "rectification rate of the month's hazards: \(rate.text).")
  }

  /// The month beside the year so far.
  var figures: [Document.Block] {
    let day = prose(summary.countedOn)
    return [
      heading(Bilingual(zh: "一、主要数据", en: "1. Main figures")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "项目", en: "Figure"), 6),
            numbers(Bilingual(zh: "本月", en: "Month"), 2),
            numbers(Bilingual(zh: "今年累计", en: "Year so far"), 2),
          ],
          rows: FigureRow.all.map { row in
            [row.name[language], row.value(summary.figures), row.value(summary.yearSoFar)]
          })),
      paragraph(
        Bilingual(
          zh: "注：未销号各项为\(day.zh)24时数；整改率为期内发现隐患中截至该日复查合格的比例，作废的不计。",
          en: """
            Open hazards are those of 24:00 on \(day.en). The rectification rate is the share, among \
            the hazards found in the period, of those verified by that day; withdrawn ones are left out.
            """)),
    ]
  }
}

/// A line of the table of figures: each figure, then the rate of the last two.
struct FigureRow {
  var name: Bilingual
  var value: @Sendable (SafetyFigures) -> String

  /// All of them, in order.
  static let all: [FigureRow] =
    Figure.allCases.map { figure in FigureRow(name: figure.name) { "\($0[figure])" } } + [
      FigureRow(name: Bilingual(zh: "整改率", en: "Rectification rate")) { $0.rate.text }
    ]
}

extension Written {
  /// How each figure is counted, at the end of a document of figures (统计口径).
  var definitions: [Document.Block] {
    [
      heading(Bilingual(zh: "统计口径", en: "How this is counted")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "项目", en: "Figure"), 4),
            words(Bilingual(zh: "口径", en: "What it counts"), 8),
          ],
          rows: Figure.allCases.map { figure in
            [figure.plainName[language], figure.definition[language]]
          })),
    ]
  }
}
