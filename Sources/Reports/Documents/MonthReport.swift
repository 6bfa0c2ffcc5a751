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
  public static func document(_ summary: MonthlySummary, language: Language) -> Document {
    MonthReport(summary: summary, language: language).document
  }

  private init(summary: MonthlySummary, language: Language) {
    self.summary = summary
    self.language = language
    lines = RoundLine.gathered(summary.rounds)
  }

  var bureau: Bureau { summary.bureau }
  var year: Int { summary.month.year }
  var total: RoundLine { RoundLine(summary.rounds) }

  private var document: Document {
    Document(
      language: language, title: title[language], subtitle: [period[language], counted[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      blocks: opening + figures + rounds + lapses + found + open + decisions + plan + foot)
  }

  private var title: Bilingual {
    let (name, month) = (bureau.organization.name, summary.month.prose)
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
