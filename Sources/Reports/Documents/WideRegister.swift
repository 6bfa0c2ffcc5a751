import Almanac
import Canvas
import Domain

/// The register of hazards in its wide form (隐患排查治理台账): all that assessors ask of each hazard, and
/// a foot to sign.
///
/// Source: 《安全生产事故隐患排查治理暂行规定》（原国家安全监管总局令第16号）第十条, which asks for a record
/// of each hazard, and 第十五条 for measures, funds, persons, time limits and contingencies.
public struct WideRegister: Written {
  let bureau: Bureau
  /// The title of the round in which each record was made.
  let rounds: [Inspection.ID: Bilingual]
  /// Whether no cell holds more than one day or name, as spreadsheets want it.
  let hasDayPerCell: Bool
  let language: Language

  /// The register of some hazards, in their order.
  ///
  /// - Parameters:
  ///   - rounds: The titles of the rounds on which they were found, by record.
  ///   - size: A3 holds about twice as much a line as A4.
  ///   - today: The day on which it is printed.
  ///   - hasDayPerCell: Whether it is for a spreadsheet, where no cell holds more than one day or name.
  public static func document(
    hazards: [Hazard], rounds: [Inspection.ID: Bilingual], bureau: Bureau,
    size: Document.PaperSize, today: Day, hasDayPerCell: Bool, language: Language
  ) -> Document {
    let register = WideRegister(
      bureau: bureau, rounds: rounds, hasDayPerCell: hasDayPerCell, language: language)
    let (name, printed) = (bureau.organization.name, register.prose(today))
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)隐患排查治理台账", en: "\(name): Register of Hazards and Rectification")[language],
      subtitle: [
        Bilingual(
          zh: "截至\(printed.zh)，共\(hazards.count)项",
          en: "As of \(printed.en); hazards listed: \(hazards.count)")[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: [
        .table(
          .init(
            columns: register.columns.map(\.column),
            rows: hazards.enumerated().map { index, hazard in
              register.columns.map { $0.cell(index + 1, hazard) }
            })),
        register.signatures([
          Bilingual(zh: "填报单位（盖章）", en: "Unit (seal)"), Bilingual(zh: "填表人", en: "Filled in by"),
          Bilingual(zh: "审核人", en: "Checked by"), Bilingual(zh: "单位负责人", en: "Head of the unit"),
          Bilingual(zh: "填报日期", en: "Date"),
        ]),
      ], isLandscape: true, size: size, keepsWordsWhole: true, isForm: true)
  }

  /// A column with what stands in it for a hazard and its number in the list.
  private struct Entry {
    var column: Document.Column
    var cell: (Int, Hazard) -> String

    init(_ column: Document.Column, _ cell: @escaping (Int, Hazard) -> String) {
      self.column = column
      self.cell = cell
    }
  }

  private var columns: [Entry] { finding + rectification + end }

  private var finding: [Entry] {
    [
      Entry(numbers(Bilingual(zh: "序号", en: "No."), 3)) { number, _ in "\(number)" },
      Entry(marks(Bilingual(zh: "编号", en: "Number"), 5)) { $1.id.rawValue },
      Entry(days(Bilingual(zh: "排查日期", en: "Found"), 5)) { $1.reported.description },
      Entry(words(Bilingual(zh: "排查类型", en: "On"), 6)) { kind(of: $1) },
      Entry(words(Bilingual(zh: "来源", en: "Source"), 5)) { source(of: $1) },
      Entry(words(Bilingual(zh: "排查人", en: "Finder"), 5)) { [self] in
        listed($1.report.finders.map { bureau.name($0) })
      },
      Entry(words(Bilingual(zh: "部位（含具体位置）", en: "Place and spot"), 9)) {
        $1.whereabouts(in: bureau, language)
      },
      Entry(words(Bilingual(zh: "责任科室", en: "Section"), 5)) { bureau.name($1.section) },
      Entry(words(Bilingual(zh: "隐患描述", en: "Hazard"), 10)) {
        lines([$1.report.text, $1.report.weakness?.brief[language]])
      },
      Entry(marks(Bilingual(zh: "类别", en: "Category"), 4)) { $1.report.category.name[language] },
      Entry(marks(Bilingual(zh: "等级", en: "Grade"), 3)) { $1.severity.name[language] },
      Entry(words(Bilingual(zh: "依据", en: "Basis"), 8)) { $1.report.basis?[language] ?? "" },
    ]
  }

  private var rectification: [Entry] {
    [
      Entry(words(Bilingual(zh: "整改措施", en: "Measures"), 8)) {
        lines([
          $1.measures ?? $1.oversight.commitments?.measures,
          $1.oversight.patch?.line[language],
        ])
      },
      Entry(words(Bilingual(zh: "临时防范措施", en: "Safeguards"), 7)) { safeguards(of: $1) },
      Entry(words(Bilingual(zh: "责任人", en: "Person"), 4)) { bureau.name($1.person) },
      Entry(funds) { $1.cost ?? $1.oversight.commitments?.funds ?? "" },
    ] + deadlines
  }

  /// An amount where it is a number alone.
  private var funds: Document.Column {
    Document.Column(Bilingual(zh: "资金", en: "Cost")[language], share: 4, kind: .number)
  }

  private var deadlines: [Entry] {
    guard hasDayPerCell else {
      let title = Bilingual(zh: "整改期限（原期限/延期次数）", en: "Due (first/extended)")
      return [Entry(days(title, 6)) { deadline(of: $1) }]
    }
    return [
      Entry(days(Bilingual(zh: "整改期限", en: "Due"), 5)) { $1.deadline?.description ?? "" },
      Entry(days(Bilingual(zh: "原期限", en: "First due"), 5)) {
        $1.originalDeadline?.description ?? ""
      },
      Entry(numbers(Bilingual(zh: "延期次数", en: "Extended"), 3)) { "\($1.extensions)" },
    ]
  }

  private var end: [Entry] {
    [
      Entry(days(Bilingual(zh: "完成日期", en: "Mended"), 5)) {
        $1.rectified?.day.description ?? ""
      }
    ] + steps + [Entry(words(Bilingual(zh: "备注", en: "Remarks"), 7)) { remarks(of: $1) }]
  }

  private var steps: [Entry] {
    guard hasDayPerCell else {
      return [
        Entry(marks(Bilingual(zh: "复查日期/复查人/结论", en: "Verified, by, result"), 6)) {
          verification(of: $1)
        },
        Entry(marks(Bilingual(zh: "销号日期/销号人", en: "Closed, by"), 6)) { stepped($1.closed) },
      ]
    }
    return [
      Entry(days(Bilingual(zh: "复查日期", en: "Verified"), 5)) {
        $1.verified?.day.description ?? ""
      },
      Entry(words(Bilingual(zh: "复查人", en: "Verified by"), 5)) { person(of: $1.verified) },
      Entry(words(Bilingual(zh: "复查结论", en: "Result"), 5)) { result(of: $1) },
      Entry(days(Bilingual(zh: "销号日期", en: "Closed"), 5)) { $1.closed?.day.description ?? "" },
      Entry(words(Bilingual(zh: "销号人", en: "Closed by"), 5)) { person(of: $1.closed) },
    ]
  }

  private func kind(of hazard: Hazard) -> String {
    guard let record = hazard.report.inspection else {
      return Bilingual(zh: "日常发现", en: "outside a round")[language]
    }
    return rounds[record]?[language] ?? record.rawValue
  }

  private func source(of hazard: Hazard) -> String {
    lines([hazard.report.source.name[language], hazard.report.sourceDocument])
  }

  private func safeguards(of hazard: Hazard) -> String {
    guard let interim = hazard.oversight.interim else { return "" }
    let watcher = bureau.name(interim.watcher)
    return interim.measures
      + Bilingual(zh: "（\(watcher)监护）", en: " (watched by \(watcher))")[language]
  }

  /// The day in force, with the first one and how often it was extended where it was.
  private func deadline(of hazard: Hazard) -> String {
    guard let day = hazard.deadline else { return "" }
    guard let original = hazard.originalDeadline, original != day else { return day.description }
    let extended = Bilingual(
      zh: "延期\(hazard.extensions)次", en: "extended \(counted(hazard.extensions, "time"))")
    return lines([
      day.description, Bilingual(zh: "原\(original)", en: "was \(original)")[language],
      hazard.extensions == 0 ? nil : extended[language],
    ])
  }

  private func verification(of hazard: Hazard) -> String {
    lines([stepped(hazard.verified), result(of: hazard)])
  }

  /// Whether it was found mended, and how often it was sent back.
  private func result(of hazard: Hazard) -> String {
    let rejected =
      hazard.rejections == 0
      ? nil
      : Bilingual(
        zh: "退回\(hazard.rejections)次", en: "sent back \(counted(hazard.rejections, "time"))")
    let mended = hazard.verified.map { _ in Bilingual(zh: "合格", en: "mended") }
    return lines([mended?[language], rejected?[language]])
  }

  private func person(of step: Hazard.Step?) -> String {
    step.map { bureau.name($0.person, for: $0.standsFor)[language] } ?? ""
  }

  private func stepped(_ step: Hazard.Step?) -> String {
    guard let step else { return "" }
    return lines([step.day.description, person(of: step)])
  }

  private func remarks(of hazard: Hazard) -> String {
    let oversight = hazard.oversight
    return lines([
      hazard.report.onSpot == nil
        ? nil : Bilingual(zh: "当场整改", en: "fixed on the spot")[language],
      hazard.outside.map { Bilingual(zh: "由\($0)整改", en: "mended by \($0)")[language] },
      oversight.leader.map { leader in
        let name = bureau.name(leader)
        return Bilingual(zh: "\(name)包案", en: "under \(name)")[language]
      },
      oversight.listing.map {
        Bilingual(zh: "挂牌：\($0.document)", en: "listed: \($0.document)")[language]
      },
      oversight.delisting.map {
        Bilingual(zh: "摘牌：\($0.document)", en: "delisted: \($0.document)")[language]
      },
      hazard.report.previous.map {
        Bilingual(zh: "再次发现，原\($0)", en: "found again, was \($0)")[language]
      },
      hazard.mergedInto.map { Bilingual(zh: "并入\($0)", en: "merged into \($0)")[language] },
      hazard.withdrawnReason.map { Bilingual(zh: "作废：\($0)", en: "withdrawn: \($0)")[language] },
    ])
  }

  private func lines(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
