import Canvas
import Domain
import Testing

@testable import Screens

/// An item of a room is looked for by its words.
struct ItemSearchTests {
  private func room(_ desk: Desk) throws -> RoomScreen {
    try #require(desk.app.screen as? RoomScreen)
  }

  private func opened(_ office: Office = .latin) throws -> Desk {
    var desk = try Desk(office)
    try desk.open("monthly", .office)
    return desk
  }

  /// Only what fits is shown; Enter goes to it, among all items again.
  @Test func enterGoesThere() throws {
    var desk = try opened()
    let wanted = try room(desk).questions[6].item.text.en
    try desk.press([.function(7), .paste(wanted)])
    #expect(try room(desk).list.selected == 6)
    #expect(desk.view.contains(">  7 [ ]"), "\(desk.view)")
    #expect(!desk.view.contains("   1 [ ]"))
    try desk.press([.enter])
    #expect(try room(desk).panel == nil && room(desk).list.selected == 6)
    #expect(desk.view.contains("   1 [ ]"))
    // Nothing was answered by what was typed, and the next key answers the item that was found.
    #expect(try room(desk).answered == 0)
    try desk.type("1")
    let room = try room(desk)
    #expect(room.draft?[room.questions[6].key] == .pass && room.answered == 1)
  }

  /// By pinyin initials.
  @Test func byInitials() throws {
    var desk = try opened(.chinese)
    try desk.type("/dl")
    let found = try room(desk).question?.item.text.zh ?? ""
    #expect(found.contains("电炉"), "\(desk.view)")
  }

  @Test func escapeGoesBack() throws {
    var desk = try opened()
    try desk.type("jj/")
    try desk.press([.paste("no such item")])
    #expect(desk.view.contains("Nothing fits the filter"))
    try desk.press([.escape])
    #expect(try room(desk).panel == nil && room(desk).list.selected == 2)
  }
}
