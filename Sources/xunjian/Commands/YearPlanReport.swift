import Almanac
import ArgumentParser
import Canvas
import Domain
import Reports

/// The year plan, which an office hands in each January.
struct YearPlanReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year-plan",
    abstract: Bilingual(zh: "年度检查计划表", en: "the year's plan of checks")[Speech.language],
    discussion: Bilingual(
      zh: """
        PDF 与打印为一张 A4：每个计划一行，每月一栏；docx 为同样的表，不缩到一页。text、md 按到期日逐轮列出；\
        csv、xlsx 为一张表，csv 存为文件时带 BOM，可用 Excel、WPS 直接打开。
        JSON：{year, provisional, breaks:[{name, first, last, provisional}], \
        rounds:[{id, plan, title, month, start, due, places, provisional}], \
        plans:[{id, title, kind, timing, places, rounds, own, statutory}]}；\
        rounds 只列有各自到期日的轮次；timing 为 dated frequent awaitingSeason anyTime。
        """,
      en: """
        PDF and print are one A4 page: a row a plan, a column a month; docx is the same table, not shrunk \
        to a page. text and md list round by round in order of due day; csv and xlsx are one table, csv \
        in a file with a byte order mark, as spreadsheets want it.
        JSON: {year, provisional, breaks:[{name, first, last, provisional}], \
        rounds:[{id, plan, title, month, start, due, places, provisional}], \
        plans:[{id, title, kind, timing, places, rounds, own, statutory}]}; \
        rounds has those with due days of their own; timing is one of dated frequent awaitingSeason \
        anyTime.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "年份，如 2027", en: "the year, as 2027")) var year: Int
  @OptionGroup var output: DocumentOutput

  func validate() throws {
    guard (1990...2100).contains(year) else {
      throw ValidationError(
        Bilingual(zh: "年份须在 1990 至 2100 之间。", en: "Years run from 1990 to 2100.")[
          Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    let planned = PlannedYear(year: year, bureau: try session.ledger.bureau())
    try output.send(
      document(planned, session.language), json: YearPlanJSON(planned), on: session.today)
  }

  private func document(_ planned: PlannedYear, _ language: Language) -> Document {
    guard !output.print else { return YearPlan.page(planned, language: language) }
    switch output.format {
    case .pdf, .docx: return YearPlan.page(planned, language: language)
    case .text, .md, .json: return YearPlan.list(planned, language: language)
    case .csv, .xlsx: return YearPlan.sheet(planned, language: language)
    }
  }
}

/// `report year-plan --format json`.
struct YearPlanJSON: Encodable {
  /// A break of the holidays.
  struct BreakJSON: Encodable {
    var name: Bilingual
    var first: Day
    var last: Day
    var provisional: Bool

    init(_ found: Break) {
      name = found.name
      first = found.firstOff
      last = found.lastOff
      provisional = found.isProvisional
    }
  }

  /// A round with a due day of its own.
  struct RoundJSON: Encodable {
    var id: String
    var plan: Plan.ID
    var title: Bilingual
    var month: String
    var start: Day
    var due: Day
    var places: Int
    var provisional: Bool

    init(_ round: PlannedYear.Entry) {
      id = round.id.description
      plan = round.id.plan
      title = round.title
      month = round.due.month.description
      start = round.start
      due = round.due
      places = round.places
      provisional = round.isProvisional
    }
  }

  /// A plan with the number of its rounds.
  struct PlanJSON: Encodable {
    var id: Plan.ID
    var title: Bilingual
    var kind: Trigger.Kind
    var timing: String
    var places: Int
    var rounds: Int
    @Nullable var own: Bilingual?
    @Nullable var statutory: Bilingual?

    init(_ line: PlannedYear.Line) {
      id = line.plan.id
      title = line.plan.title
      kind = line.plan.trigger.kind
      timing = line.timing.rawValue
      places = line.places
      rounds = line.rounds.count
      own = line.plan.own
      statutory = line.plan.statutory
    }
  }

  var year: Int
  var provisional: Bool
  var breaks: [BreakJSON]
  var rounds: [RoundJSON]
  var plans: [PlanJSON]

  init(_ planned: PlannedYear) {
    year = planned.year
    provisional = planned.isProvisional
    breaks = planned.breaks.map(BreakJSON.init)
    rounds = planned.rounds.map(RoundJSON.init)
    plans = planned.lines.map(PlanJSON.init)
  }
}
