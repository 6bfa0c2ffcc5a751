/// What stands over a notice's paragraphs: its title, its number, the year it is for.
struct NoticeHead {
  let text: NoticeText

  /// The year that the notice is for, as it names it: `2026年部分节假日`, `2026年元旦`, `2020年春节假期`; where
  /// it does not, the year of its own dates. Nil where neither is there.
  ///
  /// - Throws: ``NoticeError/twoYears(_:_:_:)``.
  func year() throws(NoticeError) -> (year: Int, quote: NoticeQuote)? {
    let named = namedYears()
    let found = named.isEmpty ? text.marks.indices.compactMap(datedYear) : named
    guard let first = found.first else { return nil }
    if let other = found.first(where: { $0.year != first.year }) {
      throw .twoYears(first.year, other.year, other.quote)
    }
    return first
  }

  /// As `国务院办公厅关于2026年部分节假日安排的通知`; nil where the text has none.
  var title: String? { titleRange.map(text.plain) }

  /// What a notice for none of the statutory holidays is for, out of its title: `关于……调休放假的通知`.
  var occasion: String? {
    guard let range = titleRange,
      let start = first(NoticeWords.about, in: range)?.upperBound,
      let end = first(NoticeWords.arranging, in: start..<range.upperBound)?.lowerBound, start < end
    else { return nil }
    return text.plain(start..<end)
  }

  /// As `国办发明电〔2025〕7号`; nil where the text has none.
  var number: String? {
    for open in text.marks.indices.dropFirst() where text[open] == "(" {
      guard (1...4).allSatisfy({ isDigit(open + $0) }), text[open + 5] == ")" else { continue }
      var end = open + 6
      while isDigit(end) { end += 1 }
      guard end > open + 6, word([NoticeWords.number], at: end) != nil else { continue }
      var start = open
      while start > 0, open - start < 5, isHan(start - 1), !text.marks[start].startsLine {
        start -= 1
      }
      return "\(text.plain(start..<open))〔\(text.plain(open + 1..<open + 5))〕"
        + text.plain(open + 6..<end + 1)
    }
    return nil
  }

  /// Whether a word for a change of an earlier notice stands anywhere.
  var isAmending: Bool { contains(NoticeWords.amending) }
  /// Whether it is said to be for the whole year.
  var isWholeYear: Bool { contains(NoticeWords.wholeYear) }

  private var titleRange: Range<Int>? {
    guard let about = first(NoticeWords.about, in: text.marks.indices),
      let end = first(NoticeWords.notice, in: about.upperBound..<text.marks.count)?.upperBound,
      end - about.lowerBound < 80
    else { return nil }
    for issuer in NoticeWords.issuers {
      let start = about.lowerBound - issuer.count
      if start >= 0, word([issuer], at: start) != nil { return start..<end }
    }
    return about.lowerBound..<end
  }

  /// The years that stand before a holiday or its arrangement, or over the first paragraph.
  private func namedYears() -> [(year: Int, quote: NoticeQuote)] {
    text.marks.indices.compactMap { start in
      guard let year = year(at: start),
        word(NoticeWords.afterYear, at: start + 5) != nil
          || word(Self.holidays, at: NoticeReader.afterNumber(start + 5, text)) != nil
      else { return nil }
      return (year, text.quote(start..<start + 12))
    }
  }

  private static let holidays = NoticeWords.holidays.map(\.word)

  /// The year that a date of an arranging sentence belongs to: a December begins the next one's break.
  private func datedYear(at start: Int) -> (year: Int, quote: NoticeQuote)? {
    guard let year = year(at: start) else { return nil }
    var position = start + 5
    var month = 0
    while let scalar = text[position], isDigit(position) {
      month = month * 10 + Int(scalar.value - 48)
      position += 1
    }
    guard word([NoticeWords.month], at: position) != nil, isDigit(position + 1) else { return nil }
    let rest = position..<text.marks.count
    let end = rest.first { text[$0] == "." || text[$0] == ";" } ?? rest.upperBound
    guard first(NoticeWords.off + NoticeWords.atWork, in: position..<end) != nil else { return nil }
    return (month == 12 ? year + 1 : year, text.quote(start..<position + 1))
  }

  private func year(at start: Int) -> Int? {
    guard !isDigit(start - 1), (0..<4).allSatisfy({ isDigit(start + $0) }),
      word([NoticeWords.year], at: start + 4) != nil
    else { return nil }
    return Int(text.plain(start..<start + 4))
  }

  private func contains(_ words: [NoticeWords.Word]) -> Bool {
    first(words, in: text.marks.indices) != nil
  }

  private func first(_ words: [NoticeWords.Word], in range: Range<Int>) -> Range<Int>? {
    for position in range {
      if let found = word(words, at: position), position + found.count <= range.upperBound {
        return position..<position + found.count
      }
    }
    return nil
  }

  private func word(_ words: [NoticeWords.Word], at position: Int) -> NoticeWords.Word? {
    words.first { word in word.indices.allSatisfy { text[position + $0] == word[$0] } }
  }

  private func isDigit(_ position: Int) -> Bool {
    text[position].map { ("0"..."9").contains($0) } ?? false
  }

  private func isHan(_ position: Int) -> Bool {
    text[position].map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }
}
