import Almanac
import Canvas
import Domain

/// The year plan of checks (年度检查计划表), which an office hands in each January.
///
/// One value gives three shapes: a sheet of paper, a list to read, and one table for a spreadsheet.
public struct YearPlan: Written {
  let year: PlannedYear
  let language: Language

  /// One A4 page: a row a plan, a column a month, the due days in its cells.
  public static func page(_ year: PlannedYear, language: Language) -> Document {
    let plan = YearPlan(year: year, language: language)
    return plan.document(plan.orNone(plan.matrix), mark: "*", isOnePage: true)
  }

  /// Round by round in order of due day, then each plan with its frequency.
  public static func list(_ year: PlannedYear, language: Language) -> Document {
    let plan = YearPlan(year: year, language: language)
    return plan.document(
      plan.orNone(plan.byMonth + plan.frequencies),
      mark: WorkCalendar.provisionalMark[language])
  }

  /// One table, a row a round and a row each plan that has no days of its own.
  public static func sheet(_ year: PlannedYear, language: Language) -> Document {
    let plan = YearPlan(year: year, language: language)
    return plan.document([plan.flat], mark: WorkCalendar.provisionalMark[language])
  }

  private func orNone(_ blocks: [Document.Block]) -> [Document.Block] {
    guard year.lines.isEmpty else { return blocks }
    return [
      paragraph(Bilingual(zh: "本年没有检查安排。", en: "Nothing is planned for this year."))
    ]
  }

  /// - Parameter mark: What stands beside a day that may still move.
  private func document(
    _ blocks: [Document.Block], mark: String, isOnePage: Bool = false
  ) -> Document {
    let name = year.bureau.organization.name
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)\(year.year)年度安全检查计划表",
        en: "\(name): Plan of Safety Checks for \(year.year)")[language],
      subtitle: hasProvisional ? [provisionalNote(mark)[language]] : [],
      running: Organization.runningLine(
        isPractice: year.bureau.isPractice, isProvisional: hasProvisional, in: language),
      author: name,
      blocks: blocks + [foot], isLandscape: isOnePage, fitsOnePage: isOnePage)
  }

  private var foot: Document.Block {
    signatures(
      signers(year.bureau.organization.paperRule) + [Bilingual(zh: "日期", en: "Date")])
  }

  private var hasProvisional: Bool {
    year.lines.contains { $0.rounds.contains(where: \.isProvisional) }
  }

  private func provisionalNote(_ mark: String) -> Bilingual {
    guard year.isProvisional else {
      return Bilingual(
        zh: "下年放假安排通知尚未载入，标\(mark)的日期为预排，可能变动",
        en: "Next year's holiday notice is not loaded yet; days marked \(mark) may move")
    }
    let provisional = WorkCalendar.provisionalMark
    return Bilingual(
      zh: "\(provisional.zh)\(year.year)年放假安排通知尚未载入，日期可能变动",
      en: "\(provisional.en) the holiday notice of \(year.year) is not loaded yet; days may move")
  }
}

extension YearPlan {
  /// A row a plan, a column a month.
  private var matrix: [Document.Block] {
    let months = (1...12).map { Month(year.year, $0) }
    // The holidays' names are longer in English.
    let shares = language == .chinese ? (month: 13, basis: 66) : (month: 14, basis: 60)
    return [
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "检查轮次", en: "Round"), 30),
            numbers(Bilingual(zh: "场所", en: "Places"), 11),
          ]
            + months.map {
              marks(Bilingual(zh: "\($0.month)月", en: String($0.proseName.prefix(3))), shares.month)
            } + [words(Bilingual(zh: "周期与依据", en: "Frequency and basis"), shares.basis)],
          rows: [breakRow(months)] + year.lines.map { row($0, months) })),
      paragraph(
        Bilingual(
          zh: "注：各月栏内为完成期限（月-日），每周、每日的检查只列轮数；轮次计在完成期限所在月；场所为该轮应检处数。",
          en: """
            Cells give the last day of a round (month-day), of weekly and daily ones the number; a round \
            counts in the month of its last day; places are those that it asks.
            """)),
    ]
  }

  private func row(_ line: PlannedYear.Line, _ months: [Month]) -> [String] {
    let cells = months.map { month in
      let due = line.rounds.filter { $0.due.month == month }
      return line.timing == .frequent
        ? count(due.count) : due.map(marked).joined(separator: "\n")
    }
    let parts = [
      arrangement(line), line.plan.own.map { own + $0 }, line.plan.statutory.map { statutory + $0 },
    ]
    return [line.plan.title[language], "\(line.places)"] + cells
      + [parts.compactMap { $0?[language] }.joined(separator: "\n")]
  }

  private func breakRow(_ months: [Month]) -> [String] {
    let cells = months.map { month in
      year.breaks.filter { max($0.firstOff, year.days.lowerBound).month == month }
        .map { found in
          let to = Bilingual(zh: "至", en: "to ")[language]
          let last = found.lastOff == found.firstOff ? [] : [to + found.lastOff.monthAndDay]
          return ([found.name[language], found.firstOff.monthAndDay] + last)
            .joined(separator: "\n")
        }
        .joined(separator: "\n")
    }
    return [Bilingual(zh: "放假", en: "Days off")[language], ""] + cells + [""]
  }

  private func marked(_ round: PlannedYear.Entry) -> String {
    round.due.monthAndDay + (round.isProvisional && !year.isProvisional ? "*" : "")
  }

  private func count(_ rounds: Int) -> String {
    rounds == 0 ? "" : Bilingual(zh: "\(rounds)轮", en: "× \(rounds)")[language]
  }

  private var own: Bilingual { Bilingual(zh: "本局：", en: "Own: ") }
  private var statutory: Bilingual { Bilingual(zh: "法定：", en: "Statutory: ") }
}

extension YearPlan {
  /// The columns that a list and a spreadsheet share.
  private var roundColumns: [Document.Column] {
    [
      words(Bilingual(zh: "月份", en: "Month"), 4), words(Bilingual(zh: "检查轮次", en: "Round"), 14),
      days(Bilingual(zh: "起", en: "Start"), 6), days(Bilingual(zh: "止（到期）", en: "Due"), 6),
      numbers(Bilingual(zh: "场所数", en: "Places"), 4),
    ]
  }

  private var remarkColumn: Document.Column { words(Bilingual(zh: "备注", en: "Remark"), 9) }

  private func cells(_ round: PlannedYear.Entry) -> [String] {
    let month = round.due.month
    return [
      Bilingual(zh: "\(month.month)月", en: month.description)[language], round.title[language],
      round.start.description, round.due.description, "\(round.places)",
    ]
  }

  private func remark(_ round: PlannedYear.Entry) -> String {
    round.isProvisional ? WorkCalendar.provisionalMark[language] : ""
  }

  private var byMonth: [Document.Block] {
    guard !year.rounds.isEmpty else { return [] }
    return [
      heading(Bilingual(zh: "一、各月检查轮次", en: "1. Rounds by month")),
      .table(
        .init(
          columns: roundColumns + [remarkColumn],
          rows: year.rounds.map { cells($0) + [remark($0)] })),
    ]
  }

  private var frequencies: [Document.Block] {
    let title =
      year.rounds.isEmpty
      ? Bilingual(zh: "检查周期与依据", en: "Frequency and basis")
      : Bilingual(zh: "二、检查周期与依据", en: "2. Frequency and basis")
    return [
      heading(title),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "检查", en: "Check"), 9),
            numbers(Bilingual(zh: "场所数", en: "Places"), 4),
            words(Bilingual(zh: "安排", en: "Falls"), 9),
            words(Bilingual(zh: "本局周期", en: "Own"), 9),
            words(Bilingual(zh: "法定周期", en: "Statutory"), 12),
          ],
          rows: year.lines.map { line in
            [
              line.plan.title[language], "\(line.places)", falls(line),
              line.plan.own?[language] ?? "", line.plan.statutory?[language] ?? "",
            ]
          })),
    ]
  }

  private var flat: Document.Block {
    var rows: [[String]] = []
    let plans = Dictionary(uniqueKeysWithValues: year.lines.map { ($0.plan.id, $0.plan) })
    for round in year.rounds {
      rows.append(cells(round) + bases(plans[round.id.plan]) + [remark(round)])
    }
    for line in year.lines where line.timing != .dated {
      rows.append(
        [
          Bilingual(zh: "全年", en: "all year")[language], line.plan.title[language],
          line.rounds.first?.start.description ?? "", line.rounds.last?.due.description ?? "",
          "\(line.places)",
        ] + bases(line.plan) + [falls(line)])
    }
    let basisColumns = [
      words(Bilingual(zh: "本局周期", en: "Own frequency"), 9),
      words(Bilingual(zh: "法定周期", en: "Statutory frequency"), 12),
    ]
    return .table(.init(columns: roundColumns + basisColumns + [remarkColumn], rows: rows))
  }

  private func bases(_ plan: Plan?) -> [String] {
    [plan?.own?[language] ?? "", plan?.statutory?[language] ?? ""]
  }

  /// When a plan's rounds fall, with their number, marked where days may still move.
  private func falls(_ line: PlannedYear.Line) -> String {
    let rounds = line.rounds.count
    let number = rounds == 0 ? nil : Bilingual(zh: "全年\(rounds)轮", en: "rounds: \(rounds)")
    let mark =
      line.rounds.contains(where: \.isProvisional) ? WorkCalendar.provisionalMark[language] : nil
    let separator = Bilingual(zh: "，", en: "; ")[language]
    let text = [arrangement(line), number].compactMap { $0?[language] }.joined(separator: separator)
    return [text, mark].compactMap { $0 }.joined(separator: " ")
  }

  /// What is said in place of due days; nil where each round has its own.
  private func arrangement(_ line: PlannedYear.Line) -> Bilingual? {
    switch line.timing {
    case .dated: nil
    case .anyTime: Bilingual(zh: "随时，预警发布时", en: "At any time, on an alert")
    case .awaitingSeason:
      Bilingual(zh: "待入汛公告排定", en: "Dated by the flood season's announcement")
    case .frequent: rhythm(line.plan.trigger)
    }
  }

  private func rhythm(_ trigger: Trigger) -> Bilingual? {
    switch trigger.kind {
    case .weekly: Bilingual(zh: "每周最后一个工作日前", en: "By each week's last working day")
    case .daily:
      trigger.everyDay
        ? Bilingual(zh: "每天", en: "Every day")
        : Bilingual(zh: "每个工作日", en: "Every working day")
    case .twicedaily:
      trigger.everyDay
        ? Bilingual(zh: "每天上、下午", en: "Morning and afternoon of every day")
        : Bilingual(zh: "每个工作日上、下午", en: "Morning and afternoon of every working day")
    case .monthly, .quarterly, .preholiday, .postholiday, .preflood, .flood, .once, .alert: nil
    }
  }
}
