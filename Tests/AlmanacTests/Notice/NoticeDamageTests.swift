import Almanac
import Testing

/// Notices with one character wrong: refused, or read aright in spite of it, never silently wrong.
struct NoticeDamageTests {
  private static let digits = Array("0123456789")
  private static let weekdays = Array("一二三四五六日")

  /// Every digit and every weekday of notices of two wordings, each replaced by every other. What is still
  /// read differently is a make-up day moved by whole weeks, with its weekday true: another notice, which
  /// nobody could tell from the right one.
  @Test(arguments: [2014, 2026])
  func oneCharacterWrong(year: Int) throws {
    let text = Array(try Fixtures.notice("\(year)"))
    let right = try Notice(String(text), year: year, known: HolidayFacts()).rows
    var refused = 0
    var moved = 0
    for index in text.indices {
      let isWeekday = index > 0 && (text[index - 1] == "期" || text[index - 1] == "周")
      let others =
        Self.digits.contains(text[index])
        ? Self.digits : isWeekday && Self.weekdays.contains(text[index]) ? Self.weekdays : []
      for other in others where other != text[index] {
        var damaged = text
        damaged[index] = other
        guard let read = try? Notice(String(damaged), year: year, known: HolidayFacts()) else {
          refused += 1
          continue
        }
        if read.rows == right { continue }
        moved += 1
        let place = String(damaged[max(0, index - 8)..<min(index + 8, damaged.count)])
        #expect(isMoveByWeeks(right, read.rows) || !read.balance.isEven, "\(year): \(place)")
      }
    }
    #expect(refused > 400 && moved < 12, "\(refused) refused, \(moved) moved")
  }

  private func isMoveByWeeks(_ right: [HolidayFacts.Row], _ read: [HolidayFacts.Row]) -> Bool {
    let before = Set(right.filter { $0.kind == .workday }.map(\.day))
    let after = Set(read.filter { $0.kind == .workday }.map(\.day))
    let (gone, come) = (before.subtracting(after), after.subtracting(before))
    guard gone.count == 1, let from = gone.first, let to = come.first else { return false }
    return (to - from) % 7 == 0
  }

  /// Each character left out, smudged, or exchanged with the next.
  @Test(arguments: [2015, 2024])
  func oneCharacterLost(year: Int) throws {
    let text = Array(try Fixtures.notice("\(year)"))
    let right = try Notice(String(text), year: year, known: HolidayFacts()).rows
    var refused = 0
    for index in text.indices {
      var lost = text
      lost.remove(at: index)
      var smudged = text
      smudged[index] = "×"
      var exchanged = text
      if index + 1 < text.count { exchanged.swapAt(index, index + 1) }
      for damaged in [lost, smudged, exchanged] {
        let read = try? Notice(String(damaged), year: year, known: HolidayFacts())
        if read == nil { refused += 1 }
        #expect(
          read == nil || read?.rows == right,
          "\(index): \(String(damaged.prefix(index + 4).suffix(12)))")
      }
    }
    #expect(refused > 300)
  }

  /// Read as a part of a notice, where no holiday is known to be missing: still refused or read aright,
  /// never with a paragraph passed over.
  @Test(arguments: [2024, 2026])
  func oneCharacterLostInAPart(year: Int) throws {
    let text = Array(try Fixtures.notice("\(year)"))
    let right = try Notice(String(text), year: year, known: HolidayFacts()).rows
    var refused = 0
    for index in text.indices {
      var lost = text
      lost.remove(at: index)
      var smudged = text
      smudged[index] = "×"
      var exchanged = text
      if index + 1 < text.count { exchanged.swapAt(index, index + 1) }
      for damaged in [lost, smudged, exchanged] {
        let read = try? Notice(
          String(damaged), year: year, known: HolidayFacts(), isWhole: false)
        if read == nil { refused += 1 }
        #expect(
          read == nil || read?.rows == right,
          "\(index): \(String(damaged.prefix(index + 4).suffix(12)))")
      }
    }
    #expect(refused > 300)
  }

  /// Each line left out: a paragraph that is missing is told by its holiday.
  @Test func oneLineLost() throws {
    let lines = try Fixtures.notice("2026").split(separator: "\n").map(String.init)
    for index in lines.indices {
      var rest = lines
      rest.remove(at: index)
      let name = try #require(lines[index].split(separator: "：").first?.split(separator: "、").last)
      let holiday = try #require(Holiday(named: String(name)))
      #expect(throws: NoticeError.missing([holiday])) {
        try Notice(rest.joined(separator: "\n"), year: 2026, known: Fixtures.facts())
      }
    }
  }
}
