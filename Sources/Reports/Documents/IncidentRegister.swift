import Almanac
import Canvas
import Domain

/// The register of accidents and other incidents of some days (事故（事件）登记表) with the nil reports of these days
/// (零报告情况表); it says that there was no incident only where every period was declared.
public struct IncidentRegister: Written {
  let bureau: Bureau
  let now: Moment
  let language: Language

  /// The register of a period as it stands at a moment.
  public static func document(
    of period: IncidentPeriod, _ book: IncidentBook, bureau: Bureau, at now: Moment,
    language: Language
  ) -> Document {
    let paper = IncidentRegister(bureau: bureau, now: now, language: language)
    let (name, title) = (bureau.organization.name, paper.prose(period))
    let reports = book.nilReports(dueOn: period.days, of: bureau, at: now)
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)事故（事件）登记表", en: "\(name): Register of Incidents")[language],
      subtitle: [
        title[language],
        Bilingual(zh: "截至\(now.dayAndTime)", en: "As of \(now.dayAndTime)")[language],
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: [
        paper.paragraph(book.figures(of: period.days, bureau, at: now).statement),
        paper.heading(Bilingual(zh: "一、事故（事件）", en: "1. Incidents")),
        paper.incidents(book.incidents(on: period.days)),
        paper.heading(Bilingual(zh: "二、零报告", en: "2. Nil reports")),
        paper.nilReports(reports),
        paper.signatures([
          Bilingual(zh: "填表人", en: "Filled in by"), Bilingual(zh: "审核人", en: "Checked by"),
          Bilingual(zh: "单位负责人", en: "Head of the office"),
        ]),
      ], isLandscape: true)
  }

  private func prose(_ period: IncidentPeriod) -> Bilingual {
    switch period {
    case .month(let month): month.prose
    case .long(let period): period.prose
    case .holiday(let holiday): holiday.nameWithYear
    }
  }

  private func incidents(_ incidents: [Incident]) -> Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "编号", en: "Number"), 7),
          marks(Bilingual(zh: "发生时间", en: "When"), 7),
          words(Bilingual(zh: "地点", en: "Where"), 7),
          words(Bilingual(zh: "类别、等级", en: "Sort, level"), 7),
          words(Bilingual(zh: "简要经过", en: "What happened"), 12),
          words(Bilingual(zh: "伤亡", en: "Casualties"), 6),
          numbers(Bilingual(zh: "直接损失（元）", en: "Loss, yuan"), 6),
          words(Bilingual(zh: "原因", en: "Cause"), 8),
          words(Bilingual(zh: "向谁报告、何时", en: "Reported to, when"), 13),
          words(Bilingual(zh: "措施", en: "Measures"), 10),
          marks(Bilingual(zh: "状态", en: "State"), 5),
        ],
        rows: incidents.map { incident in
          let content = incident.content
          return [
            incident.id.rawValue, content.at.dayAndTime,
            IncidentPaper.place(of: content, bureau, language),
            "\(content.kind.name[language])\n\(content.level.name[language])", content.what,
            content.casualties.words[language], "\(content.loss)", content.cause ?? "",
            IncidentPaper.reports(of: incident, bureau, language).joined(separator: "\n"),
            content.measures ?? "", incident.state.name[language],
          ]
        }))
  }

  private func nilReports(_ reports: [NilReport]) -> Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "应报时间", en: "Due"), 8),
          words(Bilingual(zh: "事由", en: "About"), 10),
          marks(Bilingual(zh: "时段", en: "From, to"), 13),
          words(Bilingual(zh: "申报内容", en: "Declared"), 9),
          persons(Bilingual(zh: "申报人", en: "By"), 7),
          marks(Bilingual(zh: "申报时间", en: "At"), 8), marks(Bilingual(zh: "状态", en: "State"), 6),
        ],
        rows: reports.map { report in
          [
            report.period.due.dayAndTime, report.period.occasion[language],
            span(report.period.from, report.period.to),
            [report.outcome[language], report.declaration?.content.note ?? ""]
              .filter { !$0.isEmpty }.joined(separator: "\n"),
            report.declaration.map {
              bureau.name($0.step.person, for: $0.step.standsFor)[language]
            } ?? "",
            report.declaration?.latest.dayAndTime ?? "", report.state.name[language],
          ]
        }))
  }
}
