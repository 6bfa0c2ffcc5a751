import Almanac
import Domain
import Foundation
import Ledger
import Testing

@testable import LedgerProbe

/// A notice in the file: the calendar of every reader is the one that the journal gives.
struct NoticeTests {
  private static let first = """
    2027年元旦：1月1日至3日放假，共3天。
    春节：2月5日至13日放假调休，共9天。1月31日、2月20日上班。
    清明节：4月3日至5日放假，共3天。
    劳动节：5月1日至5日放假调休，共5天。4月25日上班。
    端午节：6月9日放假1天。
    中秋节：9月15日放假1天。
    国庆节：10月1日至7日放假调休，共7天。9月26日、10月9日上班。
    """
  private static let second = "延长2027年春节假期至2月17日，2月18日起正常上班。"

  @Test func loadedNoticesHoldForEveryReader() throws {
    let office = try Office()
    try load(Self.first, office)
    office.now = Moment(Day(2027, 2, 10), hour: 9, minute: 0)
    try load(Self.second, office)

    for ledger in [office.ledger, try office.again()] {
      let bureau = try ledger.bureau()
      #expect(bureau.notices.map(\.arrangement.isAmendment) == [false, true])
      #expect(bureau.notices.map(\.person) == ["admin", "admin"])
      #expect(!bureau.calendar.isProvisional(2027))
      #expect(bureau.calendar.versions.count == 3)
      #expect(!bureau.calendar.isWorkday(Day(2027, 2, 17)))
      #expect(bureau.calendar.isWorkday(Day(2027, 2, 18)))
      #expect(bureau.calendar.isWorkday(Day(2027, 2, 20)))
    }
    let kept = try office.registers()
    #expect(try office.ledger.verify().problems == [])
    try office.ledger.rebuild()
    #expect(try office.registers() == kept)
  }

  /// The check after the break had not begun when the break was made longer: it moves. January's had.
  @Test func whatHadBegunStays() throws {
    let office = try Office()
    try load(Self.first, office)
    let window = Day(2027, 1, 1)...Day(2027, 2, 28)
    office.now = Moment(Day(2027, 2, 10), hour: 9, minute: 0)
    let before = try office.ledger.rounds(in: window, at: office.now)
    try load(Self.second, office)
    let after = try office.ledger.rounds(in: window, at: office.now)
    for round in before where round.start <= Day(2027, 2, 10) {
      #expect(after.first { $0.id == round.id }?.due == round.due, "\(round.id)")
    }
  }

  private func load(_ text: String, _ office: Office) throws {
    let notice = try Notice(text, known: office.ledger.bureau().calendar.facts)
    #expect(try office.perform(.loadNotice(notice), by: "admin").count == 1)
  }
}
