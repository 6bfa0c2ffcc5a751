import Almanac
import Canvas
import Domain

/// A duty roster as it is sent up and hung out (值班表): each shift with its leading officers, those on duty and
/// where they are reached.
public struct DutyRosterPaper: Written {
  let roster: DutyRoster
  let bureau: Bureau
  let language: Language

  /// The roster as it stands.
  public static func document(
    _ roster: DutyRoster, bureau: Bureau, language: Language
  ) -> Document {
    let paper = DutyRosterPaper(roster: roster, bureau: bureau, language: language)
    return Document(
      language: language, title: paper.title, subtitle: paper.head,
      running: paper.running, author: bureau.organization.name,
      blocks: [paper.table(signed: false)] + paper.notes + [paper.closing],
      keepsWordsWhole: true)
  }

  var running: String {
    let isProvisional =
      bureau.calendar.holiday(roster.id.rawValue)?.isProvisional ?? false
    return Organization.runningLine(
      isPractice: bureau.isPractice, isProvisional: isProvisional, in: language)
  }

  private var title: String {
    let (office, name) = (bureau.organization.name, roster.content.name)
    return Bilingual(zh: "\(office)\(name.zh)值班表", en: "\(office): Duty Roster, \(name.en)")[
      language]
  }

  private var head: [String] {
    let (first, last) = (prose(roster.content.first), prose(roster.content.last))
    let stretch = Bilingual(zh: "\(first.zh)至\(last.zh)", en: "\(first.en) to \(last.en)")
    let mark: Bilingual? =
      switch roster.state {
      case .proposed: Bilingual(zh: "（拟定稿，尚未确定）", en: "(proposed, not adopted yet)")
      case .adopted: nil
      case .withdrawn:
        Bilingual(zh: "（已撤回：\(roster.reason ?? "")）", en: "(withdrawn: \(roster.reason ?? ""))")
      }
    return [stretch, mark].compactMap { $0?[language] }
  }

  /// Whether a day has more than one shift.
  private var isSplit: Bool { Set(roster.content.rows.map(\.shift)).count > 1 }

  /// The rows as a table.
  ///
  /// - Parameter isSigned: With room to sign at the hand-over, in place of the remarks.
  func table(signed isSigned: Bool) -> Document.Block {
    let last =
      isSigned
      ? words(Bilingual(zh: "交接班签名", en: "Handed over, signed"), 9)
      : words(Bilingual(zh: "备注", en: "Remarks"), 8)
    return .table(
      .init(
        columns: [
          days(Bilingual(zh: "日期", en: "Date"), 8), marks(Bilingual(zh: "星期", en: "Weekday"), 5),
          marks(Bilingual(zh: "日别", en: "Kind of day"), 9),
        ] + (isSplit ? [marks(Bilingual(zh: "班次", en: "Shift"), 5)] : []) + [
          persons(Bilingual(zh: "带班领导", en: "Leading officers"), 9),
          persons(Bilingual(zh: "值班人员", en: "On duty"), 9),
          words(Bilingual(zh: "联系电话", en: "Telephone"), 9), last,
        ],
        rows: roster.content.rows.map { row in
          [
            row.day.description, row.day.weekdayName[language],
            bureau.calendar.dutyDay(row.day).name[language],
          ] + (isSplit ? [row.shift.name[language]] : []) + [
            names(row.leading), names(row.onDuty),
            row.phone ?? bureau.presentDutyRules(on: row.day).phone ?? "",
            isSigned ? "" : row.remark ?? "",
          ]
        }))
  }

  private func names(_ persons: [Person.ID]) -> String { listed(persons.map { bureau.name($0) }) }

  /// The hours, and by which document two lead.
  var notes: [Document.Block] {
    guard let row = roster.content.rows.first else { return [] }
    let rules = bureau.dutyRules(on: row.day)
    let shifts = DutyShift.allCases.filter { shift in
      roster.content.rows.contains { $0.shift == shift }
    }
    let hours = shifts.map { shift in
      let hours = rules.hours(of: shift, on: row.day)
      let (from, to) = (hours.lowerBound, hours.upperBound)
      let next = to.day == from.day ? Bilingual(verbatim: "") : Bilingual(zh: "次日", en: "next day ")
      return shift.name
        + Bilingual(
          zh: "\(from.hourAndMinute)至\(next.zh)\(to.hourAndMinute)",
          en: " \(from.hourAndMinute) to \(next.en)\(to.hourAndMinute)")
    }
    let words =
      Bilingual(zh: "值班时间：", en: "Hours: ")
      + Bilingual(
        zh: hours.map(\.zh).joined(separator: "，"), en: hours.map(\.en).joined(separator: ", "))
      + Bilingual(zh: "。", en: ".")
    let double = rules.source.map { source in
      let days = rules.doubleLeading.map(\.name)
      let (zh, en) = (
        days.map(\.zh).joined(separator: "、"), days.map(\.en).joined(separator: ", ")
      )
      return Bilingual(
        zh: "双带班日：\(zh)；依据：\(source)。", en: "Two leading officers: \(en); by \(source).")
    }
    return [words, double].compactMap(\.self).map(paragraph)
  }

  private var closing: Document.Block {
    let maker = bureau.name(roster.proposed.person)
    let step = roster.adopted ?? roster.proposed
    return .closing(
      .init(
        unit: bureau.organization.name,
        date: Bilingual(
          zh: "制表人：\(maker)　\(prose(step.day).zh)",
          en: "Drawn up by \(maker), \(prose(step.day).en)")[
            language], isSealed: false))
  }
}

/// The note on what changed in a roster after it was sent up (调班说明).
public struct DutyChangesPaper: Written {
  let roster: DutyRoster
  let bureau: Bureau
  let language: Language

  /// The note, addressed to whom the roster was sent last.
  public static func document(
    _ roster: DutyRoster, bureau: Bureau, language: Language
  ) -> Document {
    let paper = DutyChangesPaper(roster: roster, bureau: bureau, language: language)
    let (office, name) = (bureau.organization.name, roster.content.name)
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(office)关于调整\(name.zh)值班安排的说明",
        en: "\(office): Note on Changes of Duty, \(name.en)")[language],
      running: DutyRosterPaper(roster: roster, bureau: bureau, language: language).running,
      blocks: paper.body)
  }

  private var body: [Document.Block] {
    let changes = roster.changesAfterSending
    guard let sent = roster.sent.first, let to = roster.sent.last?.to, let last = changes.last
    else {
      return [
        paragraph(
          Bilingual(
            zh: "值班表报送后没有调整。", en: "Nothing was changed after the roster was sent up."))
      ]
    }
    let (day, name) = (prose(sent.on), roster.content.name)
    return [
      .addressee(to + Bilingual(zh: "：", en: ":")[language]),
      paragraph(
        Bilingual(
          zh: "我单位\(day.zh)报送的\(name.zh)值班表，有下列\(changes.count)处调整，其余不变。特此说明。",
          en: "In the duty roster of \(name.en) that we sent on \(day.en) the following rows have "
            + "changed (\(changes.count)); all else stands.")),
      .table(
        .init(
          columns: [
            days(Bilingual(zh: "日期", en: "Date"), 8), marks(Bilingual(zh: "班次", en: "Shift"), 5),
            words(Bilingual(zh: "原安排", en: "Before"), 12),
            words(Bilingual(zh: "调整后", en: "Now"), 12),
            words(Bilingual(zh: "原因", en: "Reason"), 10),
            days(Bilingual(zh: "调整日期", en: "Changed"), 8),
          ],
          rows: changes.map { change in
            [
              change.after.day.description, change.after.shift.name[language],
              words(change.before), words(change.after), change.reason ?? "",
              change.step.day.description,
            ]
          })),
      .closing(
        .init(
          unit: bureau.organization.name, date: prose(last.step.day)[language], isSealed: true)),
    ]
  }

  private func words(_ row: DutyRow) -> String {
    DutyPart.allCases.map { part in
      let names = listed(row[part].map { bureau.name($0) })
      return Bilingual(zh: "\(part.name.zh)：\(names)", en: "\(part.name.en): \(names)")[language]
    }.joined(separator: "\n")
  }
}

/// The hand-over log and the absence checks of a roster (值班记录).
public struct DutyLogPaper: Written {
  let roster: DutyRoster
  let bureau: Bureau
  let language: Language

  /// The log as it was kept.
  ///
  /// - Parameter incidents: The incidents of its days and what their nil reports say.
  public static func document(
    _ roster: DutyRoster, incidents: IncidentFigures, bureau: Bureau, language: Language
  ) -> Document {
    let paper = DutyLogPaper(roster: roster, bureau: bureau, language: language)
    let (office, name) = (bureau.organization.name, roster.content.name)
    return Document(
      language: language,
      title: Bilingual(zh: "\(office)\(name.zh)值班记录", en: "\(office): Duty Log, \(name.en)")[
        language],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      blocks: [
        paper.heading(Bilingual(zh: "交接班", en: "Hand-overs")), paper.log,
        paper.heading(Bilingual(zh: "值班抽查", en: "Checks")), paper.checks,
        paper.heading(Bilingual(zh: "事故（事件）与零报告", en: "Incidents and nil reports")),
        paper.paragraph(incidents.statement),
        paper.signatures([
          Bilingual(zh: "记录人", en: "Kept by"), Bilingual(zh: "带班领导", en: "Leading officer"),
        ]),
      ], isLandscape: true)
  }

  private var log: Document.Block {
    .table(
      .init(
        columns: [
          words(Bilingual(zh: "时间", en: "Time"), 8), persons(Bilingual(zh: "交班人", en: "From"), 7),
          persons(Bilingual(zh: "接班人", en: "To"), 7),
          words(Bilingual(zh: "来访", en: "Visitors"), 10),
          words(Bilingual(zh: "来电来文", en: "Calls"), 10),
          words(Bilingual(zh: "突发事项", en: "Incidents"), 10),
          words(Bilingual(zh: "交办事项", en: "To be done"), 10),
        ],
        rows: roster.log.sorted { $0.at < $1.at }.map { entry in
          [
            entry.at.dayAndTime, listed(entry.from.map { bureau.name($0) }),
            listed(entry.to.map { bureau.name($0) }), entry.visitors ?? "", entry.calls ?? "",
            entry.incidents ?? "", entry.remark ?? "",
          ]
        }))
  }

  private var checks: Document.Block {
    .table(
      .init(
        columns: [
          words(Bilingual(zh: "时间", en: "Time"), 8),
          persons(Bilingual(zh: "被查人员", en: "Asked for"), 8),
          marks(Bilingual(zh: "结果", en: "Outcome"), 6), words(Bilingual(zh: "说明", en: "Note"), 20),
          persons(Bilingual(zh: "登记人", en: "Recorded by"), 8),
        ],
        rows: roster.checks.sorted { $0.at < $1.at }.map { check in
          [
            check.at.dayAndTime, bureau.name(check.person), check.outcome.name[language],
            check.note ?? "", bureau.name(check.by),
          ]
        }))
  }
}
