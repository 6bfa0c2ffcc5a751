/// Reads one sentence of a notice, word by word, into a paragraph's item. A sentence with a word it does
/// not know is not read at all.
struct NoticeScanner {
  /// What the next dates are for, as a word before them says.
  private enum Expecting {
    case nothing
    case exchangeTargets([NoticeItem.Named])
    case newDates
    case newEnd
  }

  let text: NoticeText
  let range: Range<Int>
  /// The year of the notice.
  let year: Int
  var item: NoticeItem
  var position: Int
  /// Dates whose verb is still to come.
  var pending: [NoticeItem.Span] = []
  /// Dates whose verb came last.
  private(set) var former: [NoticeItem.Span] = []
  /// Whether a date, or what stands in parentheses after it, came just before.
  var followsDate = false
  /// Whether `至` came just before.
  var isRangeOpen = false
  private var expecting = Expecting.nothing
  private var countsPending = false

  /// The item with what a sentence says added, and where the sentence ends: with the range, or where a line
  /// begins that does not go on with it, for want of a full stop. Nil where it cannot be read.
  ///
  /// - Throws: ``NoticeError`` where it can be read and is wrong.
  static func read(
    _ range: Range<Int>, of text: NoticeText, into item: NoticeItem, year: Int
  ) throws(NoticeError) -> (item: NoticeItem, end: Int)? {
    var scanner = NoticeScanner(
      text: text, range: range, year: year, item: item, position: range.lowerBound)
    while scanner.position < range.upperBound {
      let start = scanner.position
      if try scanner.step() { continue }
      guard start > range.lowerBound, text.marks[start].startsLine else { return nil }
      scanner.position = start
      break
    }
    return scanner.finish() ? (scanner.item, scanner.position) : nil
  }

  private init(text: NoticeText, range: Range<Int>, year: Int, item: NoticeItem, position: Int) {
    self.text = text
    self.range = range
    self.year = year
    self.item = item
    self.position = position
  }

  /// Reads one piece; false where it is unknown.
  private mutating func step() throws(NoticeError) -> Bool {
    if try readDate() { return true }
    if try readParentheses() { return true }
    if try readWeekday() { return true }
    let wasDate = followsDate
    let start = position
    followsDate = false
    if take(NoticeWords.kinds) { return true }
    if take(NoticeWords.back) { return comeBack() }
    if readCount(from: start) || readVerb() { return true }
    if wasDate, take(NoticeWords.ranges) {
      isRangeOpen = true
      return true
    }
    if case .newEnd = expecting, pending.isEmpty, take(NoticeWords.ranges) { return true }
    if text[position] == "," { endClause() }
    if take(NoticeWords.separators) { return true }
    return readName() || take(NoticeWords.fillers)
  }

  private mutating func readVerb() -> Bool {
    if take(NoticeWords.joined) {
      item.joinsWeekend = text.quote(range)
      takeOff()
    } else if take(NoticeWords.notExchanged) {
      item.isNotExchanged = text.quote(range)
    } else if take(NoticeWords.extended) {
      guard pending.isEmpty else { return false }
      expecting = .newEnd
    } else if take(NoticeWords.atWork) {
      guard !pending.isEmpty else { return false }
      item.work += takePending()
    } else if take(NoticeWords.becomes) || (pending.isEmpty && take(NoticeWords.moved)) {
      guard pending.isEmpty else { return false }
      expecting = .newDates
    } else if take(NoticeWords.moved) {
      expecting = .exchangeTargets(takePending())
    } else if let word = taken(NoticeWords.off) {
      takeOff(by: word)
    } else {
      return false
    }
    return true
  }

  /// `共3天`, `放假1天`, `3天`.
  private mutating func readCount(from start: Int) -> Bool {
    let word = taken(NoticeWords.counted)
    let isTotal = word == nil && take(NoticeWords.countedInAll)
    guard let stated = readNumber(), take([NoticeWords.days]) else {
      position = start
      return false
    }
    if let word { takeOff(by: word) }
    let before = item.off.union(pending.flatMap(\.days)).count
    item.counts.append(
      NoticeItem.Count(stated: stated, before: isTotal ? nil : before, quote: text.quote(range)))
    countsPending = !pending.isEmpty
    return true
  }

  /// `2月3日（星期一）起正常上班`.
  private mutating func comeBack() -> Bool {
    endClauseOfExtension()
    guard pending.count == 1, let span = pending.first, !span.isRange else { return false }
    item.back = takePending().first
    return true
  }

  /// A holiday named in passing, or the year of the notice.
  private mutating func readName() -> Bool {
    if let found = NoticeWords.holidays.first(where: { starts(with: $0.word) }) {
      position += found.word.count
      item.mentions.append(found.holiday)
      return true
    }
    let start = position
    if readInteger() == year, take([NoticeWords.year]) { return true }
    position = start
    return false
  }

  /// Ends what a comma ends: the days that others were moved to.
  private mutating func endClause() {
    switch expecting {
    case .exchangeTargets(let from) where !pending.isEmpty:
      item.exchanges.append(NoticeItem.Exchange(from: from, to: takePending()))
      expecting = .nothing
    case .newEnd: endClauseOfExtension()
    case .newDates where !pending.isEmpty: takeOff()
    case .nothing, .exchangeTargets, .newDates: break
    }
  }

  private mutating func endClauseOfExtension() {
    guard case .newEnd = expecting, let last = pending.first, !last.isRange else { return }
    item.extended = NoticeItem.Named(day: last.first, quote: last.quote)
    pending.removeFirst()
    expecting = .nothing
  }

  /// Whether nothing is left hanging at the end of the sentence.
  private mutating func finish() -> Bool {
    endClause()
    if countsPending, item.off.isEmpty { takeOff() }
    guard pending.isEmpty, !isRangeOpen else { return false }
    switch expecting {
    case .nothing, .newDates: return true
    case .exchangeTargets, .newEnd: return false
    }
  }

  private mutating func takeOff(by verb: NoticeWords.Word? = nil) {
    for span in pending {
      item.off.formUnion(span.days)
      if span.isRange {
        item.hasRange = true
      } else if let verb, NoticeWords.holidayItself.contains(verb) {
        item.ownDays.append(NoticeItem.Named(day: span.first, quote: span.quote))
      }
    }
    if !pending.isEmpty { former = pending }
    pending = []
    if case .newDates = expecting { expecting = .nothing }
  }

  private mutating func takePending() -> [NoticeItem.Named] {
    former = pending
    pending = []
    return former.flatMap { span in
      span.days.map { NoticeItem.Named(day: $0, quote: span.quote) }
    }
  }
}

/// Words and numbers at the reading position.
extension NoticeScanner {
  func starts(with word: NoticeWords.Word, at start: Int? = nil) -> Bool {
    let start = start ?? position
    return start + word.count <= range.upperBound
      && word.indices.allSatisfy { text[start + $0] == word[$0] }
  }

  /// Passes over the first word that stands here.
  mutating func take(_ words: [NoticeWords.Word]) -> Bool { taken(words) != nil }

  /// Passes over the first word that stands here and gives it.
  mutating func taken(_ words: [NoticeWords.Word]) -> NoticeWords.Word? {
    guard let word = words.first(where: { starts(with: $0) }) else { return nil }
    position += word.count
    return word
  }

  /// A number in digits of at most four places.
  mutating func readInteger() -> Int? {
    var value: Int?
    var places = 0
    while position < range.upperBound, let scalar = text[position],
      ("0"..."9").contains(scalar), places < 5
    {
      value = (value ?? 0) * 10 + Int(scalar.value - 48)
      places += 1
      position += 1
    }
    return places > 4 ? nil : value
  }

  /// A number in digits or one of `一` to `十`.
  mutating func readNumber() -> Int? {
    if let value = readInteger() { return value }
    guard position < range.upperBound, let scalar = text[position],
      let index = NoticeWords.digits.firstIndex(of: scalar)
    else { return nil }
    position += 1
    return index + 1
  }
}
