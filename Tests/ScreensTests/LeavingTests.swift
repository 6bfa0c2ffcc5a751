import Canvas
import Testing

@testable import Screens

/// `q` leads out of everything: panel by panel, screen by screen, to the question whether to leave.
struct LeavingTests {
  @Test func qLeadsOut() throws {
    for scene in Scene.all {
      let window = try #require(scene.windows.first)
      var desk = try scene.desk(.latin, window)
      // Work ends by itself; who has not said who they are leaves at once.
      if desk.app.overlay is WorkPanel || desk.app.overlay is PersonPicker { continue }
      for _ in 0..<10 where !(desk.app.overlay is QuitQuestion) {
        let isTyping = desk.app.view.cursor != nil || desk.app.overlay != nil
        // Where a letter is the answer, its twin does.
        let isAnswer =
          desk.app.screen.claims(.character("q"), desk.app.context)
          && !desk.app.screen.claims(.escape, desk.app.context)
        let quit: Key = isAnswer ? .function(10) : .character("q")
        try desk.press([isTyping ? .escape : quit])
      }
      #expect(desk.app.overlay is QuitQuestion, "\(scene.name)\n\(desk.view)")
    }
  }

  /// A menu is left as by Esc; in a field the letter is a letter.
  @Test func qInAMenuAndInAField() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openHazards()
    try desk.type("⏎q")
    let screen = try #require(desk.app.screen as? HazardsScreen)
    #expect(screen.form == nil)
    try desk.type("nq")
    let open = try #require(desk.app.screen as? HazardsScreen)
    #expect(open.form?.fields[.place]?.text == "q")
  }
}
