import Canvas
import Testing

/// Keys as people write them in their settings.
@Suite struct KeyNameTests {
  struct Case: Sendable {
    var text: String
    var key: Key?
  }

  @Test(arguments: [
    Case(text: "a", key: .character("a")), Case(text: "A", key: .character("A")),
    Case(text: "?", key: .character("?")), Case(text: "space", key: .character(" ")),
    Case(text: "F8", key: .function(8)), Case(text: "f12", key: .function(12)),
    Case(text: "F13"), Case(text: "Enter", key: .enter), Case(text: "Ctrl-P", key: .control("p")),
    Case(text: "^p", key: .control("p")), Case(text: "C-p", key: .control("p")),
    Case(text: "Ctrl-"), Case(text: "Ctrl-PP"), Case(text: "Ctrl-灭"),
    Case(text: "PgUp", key: .pageUp), Case(text: "PageUp", key: .pageUp),
    Case(text: "Shift-Tab", key: .backTab), Case(text: "退格", key: .backspace),
    Case(text: "Bogus"), Case(text: ""),
  ])
  func names(_ row: Case) {
    #expect(Key(named: row.text) == row.key)
  }

  /// What footers and help show can be written.
  @Test func everyNameShownIsAName() {
    let keys: [Key] =
      [.enter, .escape, .backspace, .up, .left, .pageDown, .character(" "), .character("/")]
      + [.function(10), .control("z")]
    for key in keys {
      #expect(Key(named: key.name.en) == key)
      #expect(Key(named: key.name.zh) == key)
    }
  }
}
