import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Rectification notices on the screen: signed for, answered, withdrawn, printed, by digits.
struct NoticeListTests {
  private func desk(_ keys: String, _ chair: Office.Chair = .supervisor) throws -> Desk {
    var desk = try Desk(.latin, chair, after: .autumn)
    try desk.openNotices(keys)
    return desk
  }

  private func notice(_ desk: Desk) throws -> RectificationNotice {
    try #require(desk.fold.rectificationNotices.values.first)
  }

  /// What the section's head has signed on paper is entered for him, with the day of the paper.
  @Test func signedForOnPaper() throws {
    var desk = try desk("⏎2")
    let notice = try notice(desk)
    let head = try #require(
      desk.fold.bureau.persons.first {
        $0.roles.contains(.sectionHead) && $0.section == notice.content.section
      })
    try desk.press([.control("u"), .paste(head.id.rawValue), .enter, .enter])
    let received = try self.notice(desk)
    #expect(received.state == .received, "\(desk.view)")
    #expect(received.received?.person == head.id)
    #expect(desk.fold.enteredActs.values.map(\.decider) == [head.id])
    try desk.type("⏎2swept⏎")
    try desk.press([.paste("replaced"), .enter, .control("u"), .paste(head.name), .enter, .enter])
    let answered = try self.notice(desk)
    #expect(answered.state == .answered, "\(desk.view)")
    #expect(answered.replies.map(\.done) == ["swept", "replaced"])
    #expect(answered.answered?.person == head.id)
    try desk.type("⏎2")
    #expect(desk.app.screen.queries == [.document(.reply(notice.id), columns: PagedText.columns)])
  }

  @Test func whoMayNotIsTold() throws {
    var desk = try desk("⏎2")
    try desk.press([.enter, .enter])
    #expect(try notice(desk).state == .issued)
    #expect(desk.app.news?.isWarning == true)
    #expect(desk.view.contains("By whom"))
    try desk.press([.backTab, .control("u"), .enter, .enter])
    #expect(desk.view.contains("Name one person"))
  }

  @Test func aWithdrawalNeedsAReason() throws {
    var desk = try desk("⏎3⏎")
    #expect(try notice(desk).state == .issued)
    try desk.type("wrong section⏎")
    let withdrawn = try notice(desk)
    #expect(withdrawn.state == .withdrawn)
    #expect(withdrawn.reason == "wrong section")
    try desk.type("⏎")
    #expect(!desk.view.contains("Sign for it"))
  }

  @Test(arguments: ["⏎1p1", "p1", "１１", "⏎⏎⏎1"])
  func printing(_ keys: String) throws {
    let desk = try desk(keys)
    #expect(desk.prints == [.notice(try notice(desk).id)])
  }

  /// The hazard's detail names the notice in which it stands, and the list opens at it.
  @Test func theHazardNamesItsNotice() throws {
    var desk = try desk("⎋")
    let title = try notice(desk).title
    try desk.select("2026-002")
    #expect(desk.view.contains("notice \(title)"), "\(desk.view)")
    #expect(desk.view.contains("issued"))
    try desk.type(":rectification not⏎")
    #expect(desk.app.screen is NoticesScreen)
  }
}
