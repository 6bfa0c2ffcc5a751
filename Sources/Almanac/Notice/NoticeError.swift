/// A reason a notice was refused: it names the line and quotes the words. Nothing was guessed.
public enum NoticeError: Error, Hashable, Sendable {
  /// Neither the text nor the person says which year it arranges.
  case yearMissing
  /// 1990 to 2100 are known.
  case yearUnknown(Int)
  /// The person asked for another year than the text names, or the text names two.
  case twoYears(Int, Int, NoticeQuote)
  case noArrangement
  /// Words that should arrange days and cannot be read.
  case unreadable(NoticeQuote)
  case date(DateFault, NoticeQuote)
  case makeUp(MakeUpFault, NoticeQuote)
  case arrangement(BreakFault, NoticeQuote)
  /// Holidays that a notice for the whole year does not arrange.
  case missing([Holiday])
  /// An amendment of a year whose first notice is not known.
  case nothingToAmend(year: Int)
  /// A day that an amendment and what stays of the earlier notice arrange differently.
  case clash(Day)

  /// What the person at the keyboard should read, and do next: the line, the words, what is wrong.
  public var message: Bilingual {
    switch self {
    case .yearMissing:
      Bilingual(
        zh: "通知里没有写明年份，请用 --year 指明。",
        en: "The notice does not say which year it is for; say it with --year.")
    case .yearUnknown(let year):
      Bilingual(
        zh: "\(year) 年不在 1990 至 2100 之间。", en: "\(year) is not between 1990 and 2100.")
    case .noArrangement:
      Bilingual(
        zh: "没有读到放假安排；请粘贴通知全文。",
        en: "No arrangement of days off was found; paste the notice's whole text.")
    case .missing(let holidays):
      Bilingual(
        zh: "全年通知里缺\(holidays.map(\.name.zh).joined(separator: "、"))的安排；请粘贴全文。",
        en: "The year's notice does not arrange "
          + "\(holidays.map(\.name.en).joined(separator: ", ")); paste its whole text.")
    case .nothingToAmend(let year):
      Bilingual(
        zh: "\(year) 年的通知还没有载入，不能只载入对它的调整；请先载入全年通知。",
        en: "The notice for \(year) is not loaded yet and cannot be amended; load that one first.")
    case .clash(let day):
      Bilingual(
        zh: "\(day) 与原通知中其他节日的安排矛盾；请核对原文。",
        en:
          "\(day) contradicts the earlier notice's arrangement of another holiday; check the text.")
    case .twoYears(let one, let other, let quote):
      quote.message(
        Bilingual(
          zh: "说的是 \(other) 年，不是 \(one) 年；请核对年份",
          en: "this speaks of \(other), not of \(one); check the year"))
    case .unreadable(let quote):
      quote.message(
        Bilingual(
          zh: "读不懂，没有猜；请对照原文改正",
          en: "this cannot be read, and nothing was guessed; compare it with the original"))
    case .date(let fault, let quote): quote.message(fault.reason + NoticeQuote.compare)
    case .makeUp(let fault, let quote): quote.message(fault.reason + NoticeQuote.compare)
    case .arrangement(let fault, let quote): quote.message(fault.reason + NoticeQuote.compare)
    }
  }
}

extension NoticeQuote {
  fileprivate static let compare = Bilingual(
    zh: "；请对照原文改正", en: "; compare it with the original")

  /// The line, the words, and what is to be said of them.
  fileprivate func message(_ words: Bilingual) -> Bilingual {
    Bilingual(zh: "第\(line)行“\(text)”：", en: "Line \(line), “\(text)”: ") + words
      + Bilingual(zh: "。", en: ".")
  }
}
