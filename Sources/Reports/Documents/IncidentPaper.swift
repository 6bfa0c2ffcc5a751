import Almanac
import Canvas
import Domain

/// The written report of an incident (事故（突发事件）信息报告).
///
/// Source: 《生产安全事故报告和调查处理条例》（国务院令第493号）第十二条, for what a report says; 第十三条 for what is reported
/// again.
public struct IncidentPaper: Written {
  let incident: Incident
  let dues: [EmergencyDue]
  let bureau: Bureau
  let now: Moment
  let language: Language

  /// The report as the incident stands at a moment.
  public static func document(
    _ incident: Incident, bureau: Bureau, at now: Moment, language: Language
  ) -> Document {
    let paper = IncidentPaper(
      incident: incident, dues: bureau.dues(of: incident), bureau: bureau, now: now,
      language: language)
    let name = bureau.organization.name
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)事故（突发事件）信息报告", en: "\(name): Report of an Incident")[language],
      subtitle: [paper.stage[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: [paper.facts, paper.heading(Bilingual(zh: "报告情况", en: "Reports")), paper.reported]
        + [
          paper.signatures([
            Bilingual(zh: "报告人", en: "Reported by"), Bilingual(zh: "审核人", en: "Checked by"),
            Bilingual(zh: "单位负责人", en: "Head of the office"),
          ]),
          paper.signatures([
            Bilingual(zh: "单位（盖章）", en: "Office (seal)"), Bilingual(zh: "联系电话", en: "Telephone"),
          ]),
        ])
  }

  /// Whether it is the first report, one that adds to it, or the last.
  private var stage: Bilingual {
    let stage =
      switch incident.state {
      case .open where incident.entries.isEmpty: Bilingual(zh: "初报", en: "first report")
      case .open: Bilingual(zh: "续报", en: "follow-up report")
      case .closed: Bilingual(zh: "终报", en: "final report")
      case .withdrawn:
        Bilingual(
          zh: "已作废：\(incident.reason ?? "")", en: "withdrawn: \(incident.reason ?? "")")
      }
    return Bilingual(
      zh: "\(incident.id)（\(stage.zh)）　\(now.dayAndTime)",
      en: "\(incident.id) (\(stage.en)), \(now.dayAndTime)")
  }

  private var facts: Document.Block {
    let content = incident.content
    let unknown = Bilingual(zh: "正在核实", en: "not known yet")[language]
    let harm = content.casualties.words + Bilingual(zh: "。", en: ".")
    var rows: [(Bilingual, String)] = [
      (Bilingual(zh: "单位", en: "Office"), bureau.organization.name),
      (Bilingual(zh: "发生时间", en: "When"), content.at.dayAndTime),
    ]
    if let known = content.known {
      rows.append((Bilingual(zh: "得知时间", en: "Known since"), known.dayAndTime))
    }
    rows += [
      (Bilingual(zh: "地点", en: "Where"), Self.place(of: content, bureau, language)),
      (
        Bilingual(zh: "类别、等级", en: "Sort, level"),
        (content.kind.name + Bilingual(zh: "，", en: ", ") + content.level.name)[language]
      ),
      (Bilingual(zh: "简要经过", en: "What happened"), content.what),
      (Bilingual(zh: "伤亡情况", en: "Casualties"), harm[language]),
      (
        Bilingual(zh: "初步估计直接经济损失", en: "Direct loss, as estimated"),
        Bilingual(zh: "\(content.loss)元", en: "\(content.loss) yuan")[language]
      ),
      (Bilingual(zh: "原因", en: "Cause"), content.cause ?? unknown),
      (Bilingual(zh: "已采取的措施", en: "What was done"), content.measures ?? ""),
      (Bilingual(zh: "下一步工作", en: "What comes next"), content.next ?? ""),
    ]
    if !content.hazards.isEmpty {
      rows.append(
        (
          Bilingual(zh: "有关隐患", en: "Hazards"), listed(content.hazards.map(\.rawValue))
        ))
    }
    rows += incident.entries.map { entry in
      (
        entry.isCorrection
          ? Bilingual(zh: "更正", en: "Corrected") : Bilingual(zh: "补充情况", en: "Added"),
        "\(entry.at.dayAndTime) \(bureau.name(entry.step.person)): \(entry.note)"
      )
    }
    if let conclusion = incident.conclusion {
      rows.append((Bilingual(zh: "处理结果", en: "How it ended"), conclusion))
    }
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "项目", en: "Item"), 3), words(Bilingual(zh: "内容", en: "What"), 10),
        ], rows: rows.map { [$0.0[language], $0.1] }))
  }

  /// What was reported, and what the table of time limits still asks for.
  private var reported: Document.Block {
    let made = incident.reports.map { report in
      [
        Self.addressee(of: report, bureau, incident)[language], report.at.dayAndTime,
        (report.how.name + Self.turn(of: report, incident))[language], bureau.name(report.by),
        [late(report), report.note ?? ""].filter { !$0.isEmpty }.joined(separator: "\n"),
      ]
    }
    let missing = dues.filter { $0.reported == nil }.map { due in
      [
        due.rule.to[language], "", due.how.name[language], "",
        due.words(at: now)[language] + "\n" + due.rule.source[language],
      ]
    }
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "向谁报告", en: "To whom"), 8),
          marks(Bilingual(zh: "时间", en: "When"), 6), marks(Bilingual(zh: "方式", en: "How"), 5),
          persons(Bilingual(zh: "报告人", en: "By"), 4), words(Bilingual(zh: "说明", en: "Note"), 9),
        ], rows: made + missing))
  }

  private func late(_ report: IncidentReport) -> String {
    let due = dues.first {
      $0.rule.id == report.rule && $0.reported == report.at && $0.state(at: now) == .late
    }
    return due?.words(at: now)[language] ?? ""
  }

  /// First report or follow-up, in brackets.
  private static func turn(of report: IncidentReport, _ incident: Incident) -> Bilingual {
    incident.isFirst(report)
      ? Bilingual(zh: "（初报）", en: " (first)") : Bilingual(zh: "（续报）", en: " (again)")
  }

  /// To whom, as the table of time limits calls it where it is of the table.
  static func addressee(
    of report: IncidentReport, _ bureau: Bureau, _ incident: Incident
  ) -> Bilingual {
    let table = bureau.incidentRules(on: incident.content.start.day).table
    return table.first { $0.id == report.rule }?.to ?? Bilingual(verbatim: report.to)
  }

  /// The place with what is said of it in words.
  static func place(
    of content: Incident.Content, _ bureau: Bureau, _ language: Language
  ) -> String {
    guard let place = content.place else { return content.location ?? "" }
    return Hazard.whereabouts(place, content.location, in: bureau, language)
  }

  /// To whom and when, one a line, late ones marked.
  static func reports(
    of incident: Incident, _ bureau: Bureau, _ language: Language
  ) -> [String] {
    let dues = bureau.dues(of: incident)
    return incident.reports.map { report in
      let isLate = dues.contains {
        $0.rule.id == report.rule && $0.reported == report.at
          && $0.limit.map { report.at > $0 } ?? false
      }
      let mark =
        isLate ? Bilingual(zh: "（超时）", en: " (late)") : Bilingual(verbatim: "")
      return addressee(of: report, bureau, incident)[language] + " " + report.at.dayAndTime
        + mark[language]
    }
      + dues.filter { $0.reported == nil }.map { due in
        due.rule.to[language] + Bilingual(zh: "：未报", en: ": not yet")[language]
      }
  }
}
