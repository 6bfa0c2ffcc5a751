/// A notice of the State Council that arranges days off, read from its own words.
///
/// Source: 国务院办公厅关于部分节假日安排的通知, one a year, and the notices that amend it.
public struct Notice: Hashable, Sendable {
  /// The year whose holidays it arranges.
  public let year: Int
  /// As `国务院办公厅关于2026年部分节假日安排的通知`; nil where the text has none.
  public let title: String?
  /// As `国办发明电〔2025〕7号`; nil where the text has none.
  public let number: String?
  /// Whether it changes some holidays of a year that an earlier notice arranged.
  public let isAmendment: Bool
  /// In order of day: all days off of each break with its joined weekends, and the weekends worked for it.
  public let rows: [HolidayFacts.Row]
  /// What it takes and gives; even, where it is for a whole year and nothing was left out.
  public let balance: NoticeBalance
  /// Sentences of advice that name dates: they arrange nothing.
  public let advice: [NoticeQuote]
  /// The words as they were given.
  public let text: String

  /// Reads a notice as published or pasted. What cannot be read is refused, never guessed.
  ///
  /// - Parameters:
  ///   - year: Its year where the text need not say so; must agree where it does.
  ///   - known: What was arranged before, which an amendment changes.
  ///   - isWhole: Whether it must arrange all the year's holidays or be an amendment, as what is loaded;
  ///     else a part of a notice, or one for some holidays, is read as far as it goes.
  /// - Throws: ``NoticeError``.
  public init(
    _ text: String, year asked: Int? = nil, known: HolidayFacts, isWhole: Bool = true
  ) throws(NoticeError) {
    let marks = NoticeText(text)
    let head = NoticeHead(text: marks)
    let year = try Self.year(head, asked: asked)
    let reader = try NoticeReader(marks, year: year, isPart: !isWhole)
    let breaks = try NoticeBreaks(
      reader.items, year: year, known: known, occasion: head.occasion)
    let arranged = Set(breaks.rows.flatMap(\.holidays))
    let missing = Set(StatutoryDay.days(in: year).map(\.holiday)).subtracting(arranged)
    isAmendment = !missing.isEmpty
    let mayLeaveOut =
      isWhole
      ? Self.mayAmend(head, reader.items, isKnown: known.years.contains(year)) : !head.isWholeYear
    if isAmendment, !mayLeaveOut { throw .missing(missing.sorted()) }
    self.year = year
    self.text = text
    title = head.title
    number = head.number
    rows = breaks.rows
    balance = breaks.balance
    advice = reader.advice
  }

  private static func year(_ head: NoticeHead, asked: Int?) throws(NoticeError) -> Int {
    let named = try head.year()
    if let asked, let named, asked != named.year {
      throw .twoYears(asked, named.year, named.quote)
    }
    guard let year = asked ?? named?.year else { throw .yearMissing }
    guard (1990...2100).contains(year) else { throw .yearUnknown(year) }
    return year
  }

  /// Whether a notice that leaves holidays out can be one that amends: it says so, or it speaks of one
  /// break alone and the year was arranged before.
  private static func mayAmend(_ head: NoticeHead, _ items: [NoticeItem], isKnown: Bool) -> Bool {
    if head.isWholeYear { return false }
    return head.isAmending || items.count == 1 && (isKnown || items[0].holidays.isEmpty)
  }

  /// The whole year's arrangement once this notice is added to what was known.
  ///
  /// - Throws: ``NoticeError`` where there is nothing to amend, or where what stays contradicts it.
  public func arrangement(over known: HolidayFacts) throws(NoticeError) -> [HolidayFacts.Row] {
    let before = known.rows(of: year)
    if isAmendment, before.isEmpty { throw .nothingToAmend(year: year) }
    let holidays = Set(rows.flatMap(\.holidays))
    let occasions = Set(rows.compactMap(\.occasion))
    let staying = before.filter { row in
      if let occasion = row.occasion { return !occasions.contains(occasion) }
      return isAmendment && holidays.isDisjoint(with: row.holidays)
    }
    let days = Dictionary(rows.map { ($0.day, $0.kind) }, uniquingKeysWith: { first, _ in first })
    if let clash = staying.first(where: { row in days[row.day].map { $0 != row.kind } ?? false }) {
      throw .clash(clash.day)
    }
    return (rows + staying.filter { days[$0.day] == nil }).sorted { $0.day < $1.day }
  }
}
