import Almanac
import Canvas
import Domain

/// The monthly summary on paper (月度安全检查情况汇总).
///
/// Every figure is one of the summary's, or the sum of a column of them.
public struct MonthReport: Written {
  let summary: MonthlySummary
  let language: Language
  let lines: [RoundLine]

  /// The document of a month.
  ///
  /// - Parameter sealed: The seal that the summary was taken from and its code; nil for the records of now.
  public static func document(
    _ summary: MonthlySummary, sealed: (seal: Seal, code: CheckCode)? = nil, language: Language
  ) -> Document {
    MonthReport(summary: summary, sealed: sealed, language: language).document
  }

  private let sealed: (seal: Seal, code: CheckCode)?

  private init(
    summary: MonthlySummary, sealed: (seal: Seal, code: CheckCode)?, language: Language
  ) {
    self.summary = summary
    self.sealed = sealed
    self.language = language
    lines = RoundLine.gathered(summary.rounds)
  }

  var names: Names { summary.names }
  var year: Int { summary.month.year }
  var total: RoundLine { RoundLine(summary.rounds) }

  private var document: Document {
    Document(
      language: language, title: title[language],
      subtitle: [period[language], counted[language]] + amendment.map { $0[language] },
      running: running,
      blocks: opening + figures + rounds + lapses + found + open + decisions + plan + lateEntries
        + counting + foot)
  }

  /// The line at the head of every page, with the check code of a sealed month.
  private var running: String {
    let line = Organization.runningLine(isPractice: names.isPractice, in: language)
    guard let code = sealed?.code else { return line }
    return line + "  " + Bilingual(zh: "校验码 \(code)", en: "Check code \(code)")[language]
  }

  /// How the figures are counted; a month sealed before that was printed keeps its paper.
  private var counting: [Document.Block] {
    guard let seal = sealed?.seal else { return definitions }
    return seal.form == nil ? [] : definitions
  }

  /// What is said of a seal that amends another or was forced.
  private var amendment: [Bilingual] {
    guard let seal = sealed?.seal, let reason = seal.reason else { return [] }
    var kinds: [Bilingual] = []
    if seal.number > 1 {
      kinds.append(
        Bilingual(zh: "第\(seal.number)次月结（更正）", en: "Seal no. \(seal.number), an amendment"))
    }
    if seal.isForced {
      kinds.append(
        seal.at.day > seal.month.last
          ? Bilingual(zh: "有草稿未签即月结", en: "Sealed over open drafts")
          : Bilingual(zh: "提前月结", en: "Sealed before the month's end"))
    }
    let names = kinds.map { $0[language] }.joined(separator: Bilingual(zh: "，", en: "; ")[language])
    return [Bilingual(zh: "\(names)：\(reason)", en: "\(names): \(reason)")]
  }

  /// What was recorded since for months already sealed.
  private var lateEntries: [Document.Block] {
    guard !summary.late.isEmpty else { return [] }
    return [
      heading(Bilingual(zh: "八、月结后补记", en: "8. Recorded after the seal")),
      .table(
        .init(
          columns: [
            days(Bilingual(zh: "归属日", en: "Counts for"), 5, in: year),
            days(Bilingual(zh: "记录日", en: "Recorded"), 5, in: year),
            words(Bilingual(zh: "事项", en: "What"), 5),
            words(Bilingual(zh: "记录编号", en: "Record"), 6),
            words(Bilingual(zh: "场所", en: "Place"), 8),
          ],
          rows: summary.late.map { entry in
            [
              short(entry.day, in: year), short(entry.recorded, in: year),
              entry.kind.name[language],
              entry.number.rawValue, names.name(entry.place),
            ]
          })),
    ]
  }

  private var title: Bilingual {
    let (name, month) = (names.organization, summary.month.prose)
    return Bilingual(
      zh: "\(name)\(month.zh)安全检查情况汇总", en: "\(name): Safety Checks in \(month.en)")
  }

  private var period: Bilingual {
    let (first, last) = (prose(summary.month.first), prose(summary.month.last))
    return Bilingual(
      zh: "统计期间：\(first.zh)至\(last.zh)", en: "Period: \(first.en) to \(last.en)")
  }

  private var counted: Bilingual {
    let day = prose(summary.countedOn)
    return Bilingual(zh: "数据截至：\(day.zh)", en: "Counted on \(day.en)")
  }

  private var foot: [Document.Block] {
    [
      signatures([
        Bilingual(zh: "填报人", en: "Filled in by"), Bilingual(zh: "审核人", en: "Checked by"),
        Bilingual(zh: "批准人", en: "Approved by"),
      ]),
      signatures([
        Bilingual(zh: "单位（盖章）", en: "Unit and seal"), Bilingual(zh: "日期", en: "Date"),
      ]),
      signatures([Bilingual(zh: "报送", en: "Sent to")]),
    ]
  }
}
