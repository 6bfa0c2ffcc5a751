import Testing

@testable import Canvas

@Suite struct KeyTests {
  struct Folding: Sendable {
    var typed: Character
    var folded: Character
  }

  @Test(arguments: [
    Folding(typed: "？", folded: "?"),
    Folding(typed: "：", folded: ":"),
    Folding(typed: "１", folded: "1"),
    Folding(typed: "ｊ", folded: "j"),
    Folding(typed: "\u{3000}", folded: " "),
    Folding(typed: "。", folded: "."),
    Folding(typed: "、", folded: "\\"),
    Folding(typed: "【", folded: "["),
    Folding(typed: "】", folded: "]"),
    Folding(typed: "·", folded: "`"),
    Folding(typed: "￥", folded: "$"),
    Folding(typed: "—", folded: "-"),
    Folding(typed: "－", folded: "-"),
    Folding(typed: "检", folded: "检"),
    Folding(typed: "a", folded: "a"),
  ])
  func folding(_ row: Folding) {
    #expect(Key.character(row.typed).folded == .character(row.folded))
  }

  @Test func hanIsTold() {
    #expect(Key.character("检").isHan)
    #expect(Key.character("𠮷").isHan)
    #expect(!Key.character("？").isHan)
    #expect(!Key.character("a").isHan)
    #expect(!Key.enter.isHan)
  }

  @Test func textIsTyped() {
    #expect(
      "a↓⏎⎋⌫⇥".keys == [.character("a"), .down, .enter, .escape, .backspace, .tab])
  }

  @Test func names() {
    #expect(Key.control("p").name.en == "^P")
    #expect(Key.function(2).name.zh == "F2")
    #expect(Key.character(" ").name.zh == "空格")
  }
}
