/// Parts a notice into its paragraphs and reads each sentence that arranges days.
struct NoticeReader {
  /// A stretch up to a full stop, a semicolon or a colon, or a heading.
  private struct Segment {
    var range: Range<Int>
    /// The holidays, where it is a heading.
    var heading: [Holiday]?
  }

  let text: NoticeText
  let year: Int
  /// Whether nothing tells which holidays there should be: then no sentence that arranges days is passed
  /// over for want of a heading, which may have been damaged.
  let isPart: Bool
  /// The paragraphs that arrange something, or have a heading that says they should.
  private(set) var items: [NoticeItem] = []
  /// Sentences that advise and name dates, which arrange nothing.
  private(set) var advice: [NoticeQuote] = []
  /// The first sentence that looks like an arrangement in a text without headings.
  private var unread: NoticeQuote?

  /// - Throws: ``NoticeError`` at the first sentence that should arrange days and cannot be read.
  init(_ text: NoticeText, year: Int, isPart: Bool) throws(NoticeError) {
    self.text = text
    self.year = year
    self.isPart = isPart
    let segments = Self.segments(text)
    let firstHeading = segments.firstIndex { $0.heading != nil }
    let lastHeading = segments.lastIndex { $0.heading != nil }
    for (index, segment) in segments.enumerated() {
      if let holidays = segment.heading {
        items.append(NoticeItem(holidays: holidays, quote: text.quote(segment.range)))
      } else if index >= firstHeading ?? 0 {
        try read(segment.range, isLast: index > lastHeading ?? -1, hasHeading: firstHeading != nil)
      } else if isPart, arranges(segment.range) {
        throw .unreadable(text.quote(segment.range))
      }
    }
    if items.isEmpty {
      if let unread { throw .unreadable(unread) }
      throw .noArrangement
    }
  }

  private mutating func read(
    _ whole: Range<Int>, isLast: Bool, hasHeading: Bool
  ) throws(NoticeError) {
    let range = withoutNumber(whole)
    if isUnknownHeading(whole, range) { throw .unreadable(text.quote(whole)) }
    let clauses = arranging(range)
    if clauses.upperBound < range.upperBound {
      let tail = clauses.upperBound..<range.upperBound
      if namesDate(tail) { advice.append(text.quote(tail)) }
    }
    guard namesDate(clauses) else { return }
    let headless = NoticeItem(holidays: [], quote: text.quote(clauses))
    let item = items.last ?? headless
    let sentence = items.isEmpty ? afterOpening(clauses) : clauses
    if let read = try NoticeScanner.read(sentence, of: text, into: item, year: year) {
      guard !read.item.isEmpty || hasHeading else { return }
      if items.isEmpty { items.append(read.item) } else { items[items.count - 1] = read.item }
      if read.end < clauses.upperBound {
        try self.read(read.end..<clauses.upperBound, isLast: isLast, hasHeading: hasHeading)
      }
    } else if isLast && isDateLine(clauses) {
      return
    } else if items.isEmpty, !(isPart && arranges(clauses)) {
      unread = unread ?? text.quote(clauses)
    } else {
      throw .unreadable(text.quote(clauses))
    }
  }

  /// Whether a number and a colon stand around words that should name a holiday: dates follow.
  private func isUnknownHeading(_ whole: Range<Int>, _ words: Range<Int>) -> Bool {
    guard !items.isEmpty, words.lowerBound > whole.lowerBound, text[whole.upperBound] == ":",
      !namesDate(words)
    else { return false }
    let rest = whole.upperBound..<text.marks.count
    return namesDate(whole.upperBound..<(rest.first { text[$0] == "." } ?? rest.upperBound))
  }

  /// The sentence from its first clause with a date: `经国务院批准，` says nothing about days.
  private func afterOpening(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while let comma = (start..<range.upperBound).first(where: { text[$0] == "," }),
      !namesDate(start..<comma)
    {
      start = comma + 1
    }
    return start..<range.upperBound
  }

  /// The part of a sentence before its first clause that advises.
  private func arranging(_ range: Range<Int>) -> Range<Int> {
    var clause = range.lowerBound
    var depth = 0
    for position in range {
      if text[position] == "(" { depth += 1 }
      if text[position] == ")" { depth -= 1 }
      if text[position] == ",", depth == 0 { clause = position + 1 }
      if depth == 0, word(NoticeWords.advice, at: position, in: range) != nil {
        // An arrangement runs into the advice: a full stop is missing, and nothing is guessed.
        if arranges(clause..<position) { return range }
        let head = range.lowerBound..<clause
        return namesDate(head) ? head : range.lowerBound..<range.lowerBound
      }
    }
    return range
  }

  private func arranges(_ range: Range<Int>) -> Bool {
    namesDate(range) && range.contains { word(Self.verbs, at: $0, in: range) != nil }
  }

  private static let verbs = NoticeWords.off + NoticeWords.atWork

  /// Whether a piece of a date stands in a stretch, whole or damaged.
  private func namesDate(_ range: Range<Int>) -> Bool {
    let units = [NoticeWords.month, NoticeWords.day, NoticeWords.days]
    return range.contains { position in
      if isDigit(position) {
        return word(units, at: position + 1, in: range) != nil
      }
      guard let prefix = word(NoticeWords.weekdayPrefixes, at: position, in: range),
        position + prefix.count < range.upperBound, let next = text[position + prefix.count]
      else { return false }
      return NoticeWords.weekdays.contains(next) || NoticeWords.otherSunday.contains(next)
    }
  }

  /// The date at the foot on a line of its own, or behind the office that signed; who edited the page may
  /// stand above them.
  private func isDateLine(_ range: Range<Int>) -> Bool {
    guard let first = range.first(where: isDigit) else { return false }
    let isSigned = NoticeWords.issuers.contains { issuer in
      let start = first - issuer.count
      return start >= range.lowerBound && word([issuer], at: start, in: range) != nil
    }
    guard isSigned || text.marks[first].startsLine || text.marks[range.lowerBound].startsLine,
      !range.contains(where: { word(Self.verbs, at: $0, in: range) != nil })
    else { return false }
    var position = first
    for unit in [NoticeWords.year, NoticeWords.month, NoticeWords.day] {
      let start = position
      while position < range.upperBound, isDigit(position) { position += 1 }
      guard position > start, word([unit], at: position, in: range) != nil else { return false }
      position += 1
    }
    return !(position..<range.upperBound).contains(where: isDigit)
  }

  private func withoutNumber(_ range: Range<Int>) -> Range<Int> {
    Self.afterNumber(range.lowerBound, text)..<range.upperBound
  }

  private func isDigit(_ position: Int) -> Bool { Self.isDigit(text[position]) }

  private func word(
    _ words: [NoticeWords.Word], at position: Int, in range: Range<Int>
  ) -> NoticeWords.Word? {
    Self.word(words, at: position, in: range, text)
  }
}

/// Where sentences and headings begin and end.
extension NoticeReader {
  private static func segments(_ text: NoticeText) -> [Segment] {
    var segments: [Segment] = []
    var start = 0
    var position = 0
    var depth = 0
    func close(_ next: Int) {
      if start < position { segments.append(Segment(range: start..<position)) }
      start = next
      depth = 0
    }
    while position < text.marks.count {
      let mark = text.marks[position]
      let mayBegin = depth == 0 && (position == start || mark.startsLine)
      if mayBegin, let (end, holidays) = heading(at: position, text) {
        close(position)
        segments.append(Segment(range: position..<end, heading: holidays))
        start = text[end] == ":" ? end + 1 : end
        position = start
        continue
      }
      if mayBegin, position > start, isBreak(position, text) { close(position) }
      switch mark.scalar {
      case ".", ";", ":", "!": close(position + 1)
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      position += 1
    }
    close(position)
    return segments
  }

  /// Whether a line begins something new though no full stop stands before it: after a title or a
  /// document's number, and with a paragraph's number.
  private static func isBreak(_ position: Int, _ text: NoticeText) -> Bool {
    let ends = [NoticeWords.number] + NoticeWords.notice
    return afterNumber(position, text) > position
      || ends.contains { word([$0], at: position - $0.count, in: 0..<position, text) != nil }
  }

  /// A heading, `六、国庆节、中秋节：`, with where it ends: before a colon or a date.
  private static func heading(at start: Int, _ text: NoticeText) -> (end: Int, [Holiday])? {
    let range = start..<text.marks.count
    var position = afterNumber(afterBullet(start, text), text)
    if let end = afterYear(position, text) { position = end }
    var holidays: [Holiday] = []
    while let found = NoticeWords.holidays.first(where: {
      word([$0.word], at: position, in: range, text) != nil
    }) {
      holidays.append(found.holiday)
      position += found.word.count
      guard let separator = word(NoticeWords.separators, at: position, in: range, text) else {
        break
      }
      position += separator.count
    }
    if let tail = word(NoticeWords.headingTail, at: position, in: range, text),
      text[position + tail.count] == ":"
    {
      position += tail.count
    }
    guard !holidays.isEmpty, text[position] == ":" || isDigit(text[position]) else { return nil }
    return (position, holidays)
  }

  /// Passes over `一、`, `（一）`, `1.`, `①`.
  static func afterNumber(_ start: Int, _ text: NoticeText) -> Int {
    if let scalar = text[start], NoticeWords.isEnclosedNumber(scalar) {
      return text[start + 1] == "\u{3001}" ? start + 2 : start + 1
    }
    let number = text[start] == "(" ? start + 1 : start
    var position = number
    while let scalar = text[position], position < number + 2,
      isDigit(scalar) || NoticeWords.digits.contains(scalar)
    {
      position += 1
    }
    guard position > number, let mark = text[position],
      ["\u{3001}", ".", ")", ","].contains(mark)
    else { return start }
    return position + 1
  }

  /// Passes over a sign at the head of a list's lines.
  private static func afterBullet(_ start: Int, _ text: NoticeText) -> Int {
    let signs: [Unicode.Scalar] = ["-", "\u{2022}", "\u{00B7}"]
    return text[start].map(signs.contains) ?? false ? start + 1 : start
  }

  private static func afterYear(_ start: Int, _ text: NoticeText) -> Int? {
    let end = start + 4
    guard (start..<end).allSatisfy({ isDigit(text[$0]) }),
      word([NoticeWords.year], at: end, in: start..<end + 1, text) != nil
    else { return nil }
    return end + 1
  }

  private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  private static func word(
    _ words: [NoticeWords.Word], at position: Int, in range: Range<Int>, _ text: NoticeText
  ) -> NoticeWords.Word? {
    words.first { word in
      position + word.count <= range.upperBound
        && word.indices.allSatisfy { text[position + $0] == word[$0] }
    }
  }
}
