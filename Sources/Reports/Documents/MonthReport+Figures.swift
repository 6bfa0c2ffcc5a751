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

/// A line of the table of figures.
struct FigureRow {
  var name: Bilingual
  var value: @Sendable (SafetyFigures) -> String

  init(_ name: Bilingual, _ value: @escaping @Sendable (SafetyFigures) -> Int) {
    self.name = name
    self.value = { "\(value($0))" }
  }

  init(_ name: Bilingual, text value: @escaping @Sendable (SafetyFigures) -> String) {
    self.name = name
    self.value = value
  }

  /// All of them, in order.
  static let all = walks + hazards + rate

  private static let walks = [
    FigureRow(Bilingual(zh: "检查轮次（轮）", en: "Rounds due")) { $0.rounds },
    FigureRow(Bilingual(zh: "参加检查人员（人）", en: "Persons on them")) { $0.persons },
    FigureRow(Bilingual(zh: "检查场所（处）", en: "Places checked")) { $0.places },
    FigureRow(Bilingual(zh: "检查记录（份）", en: "Inspections")) { $0.inspections },
    FigureRow(Bilingual(zh: "其中：领导带队检查（次）", en: "– led by a leader")) { $0.ledByLeader },
    FigureRow(Bilingual(zh: "检查发现问题（项）", en: "Findings")) { $0.findings },
  ]

  private static let hazards = [
    FigureRow(Bilingual(zh: "登记隐患（项）", en: "Hazards registered")) { $0.hazards.opened },
    FigureRow(Bilingual(zh: "其中：当场整改（项）", en: "– fixed on the spot")) {
      $0.hazards.fixedOnSpot
    },
    FigureRow(Bilingual(zh: "销号隐患（项）", en: "Hazards closed")) { $0.hazards.closed },
    FigureRow(Bilingual(zh: "其中：按期销号（项）", en: "– on time")) { $0.hazards.closedOnTime },
    FigureRow(Bilingual(zh: "　　　逾期销号（项）", en: "– late")) { $0.hazards.closedLate },
    FigureRow(Bilingual(zh: "期末未销号隐患（项）", en: "Hazards open at the end")) { $0.hazards.open },
    FigureRow(Bilingual(zh: "其中：发现0至7天（项）", en: "– found 0 to 7 days before")) {
      $0.hazards.byAge.d0to7
    },
    FigureRow(Bilingual(zh: "　　　发现8至30天（项）", en: "– 8 to 30 days")) {
      $0.hazards.byAge.d8to30
    },
    FigureRow(Bilingual(zh: "　　　发现30天以上（项）", en: "– over 30 days")) {
      $0.hazards.byAge.over30
    },
    FigureRow(Bilingual(zh: "未销号中：逾期（项）", en: "Of the open: overdue")) { $0.hazards.overdue },
    FigureRow(Bilingual(zh: "　　　　　重大隐患（项）", en: "Of the open: major")) { $0.hazards.major },
  ]

  private static let rate = [
    FigureRow(Bilingual(zh: "期内发现隐患（项，不含作废）", en: "Found, withdrawn left out")) {
      $0.rate.found
    },
    FigureRow(Bilingual(zh: "其中：已整改（项）", en: "– rectified")) { $0.rate.rectified },
    FigureRow(Bilingual(zh: "整改率", en: "Rectification rate"), text: { $0.rate.text }),
  ]
}
