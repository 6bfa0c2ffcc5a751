import Canvas
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  /// The keys that come of some bytes, then a pause.
  static func keys(_ bytes: some Sequence<UInt8>) -> [Key] {
    var decoder = KeyDecoder()
    return bytes.flatMap { decoder.feed(.byte($0)) } + decoder.feed(.pause)
  }

  struct Case: Sendable {
    var bytes: String
    var keys: [Key]
  }

  @Test(arguments: [
    Case(bytes: "a灭", keys: [.character("a"), .character("灭")]),
    Case(bytes: "\r\n\t\u{8}\u{7F}", keys: [.enter, .enter, .tab, .backspace, .backspace]),
    Case(
      bytes: "\u{3}\u{1A}\u{0}\u{1C}",
      keys: [.control("c"), .control("z"), .control("@"), .control("\\")]),
    Case(bytes: "\u{1B}", keys: [.escape]),
    Case(bytes: "\u{1B}\u{1B}", keys: [.escape, .escape]),
    Case(bytes: "\u{1B}j", keys: [.escape, .character("j")]),
    // Esc and a digit: a serial console's F-key.
    Case(bytes: "\u{1B}1\u{1B}0", keys: [.function(1), .function(10)]),
    // The arrows, whichever of both ways.
    Case(bytes: "\u{1B}[A\u{1B}OB\u{1B}[H\u{1B}OF", keys: [.up, .down, .home, .end]),
    Case(bytes: "\u{1B}[1;5C\u{1B}[Z", keys: [.right, .backTab]),
    Case(bytes: "\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", keys: [.home, .end, .home, .end]),
    Case(
      bytes: "\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~",
      keys: [.insert, .delete, .pageUp, .pageDown]),
    // PuTTY: its number pad and F1 to F5; the Linux console's F1.
    Case(
      bytes: "\u{1B}Oq\u{1B}Oy\u{1B}On\u{1B}Om\u{1B}OM",
      keys: [.character("1"), .character("9"), .character("."), .character("-"), .enter]),
    Case(
      bytes: "\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[24~",
      keys: [.function(1), .function(5), .function(6), .function(12)]),
    Case(
      bytes: "\u{1B}[[A\u{1B}[[E\u{1B}OP\u{1B}OS",
      keys: [.function(1), .function(5), .function(1), .function(4)]),
    // What means nothing here leaves nothing behind.
    Case(bytes: "\u{1B}[99;1z\u{1B}[?1;2c\u{1B}[Iq", keys: [.character("q")]),
    // Cut short, it was typed by hand.
    Case(bytes: "\u{1B}[", keys: [.escape, .character("[")]),
    Case(bytes: "\u{1B}O", keys: [.escape, .character("O")]),
    Case(
      bytes: "\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<64;1;1M\u{1B}[<65;1;1M",
      keys: [
        .mouse(Key.Mouse(.press, row: 2, column: 4)),
        .mouse(Key.Mouse(.wheelUp, row: 0, column: 0)),
        .mouse(Key.Mouse(.wheelDown, row: 0, column: 0)),
      ]),
    // No window is as large as that.
    Case(bytes: "\u{1B}[<0;99999;3Mx", keys: [.character("x")]),
    Case(bytes: "\u{1B}[200~一\r\nq\r\u{1B}[201~x", keys: [.paste("一\nq\n"), .character("x")]),
  ])
  func sequences(_ row: Case) {
    #expect(Self.keys(row.bytes.utf8) == row.keys)
  }

  struct Stray: Sendable {
    var bytes: [UInt8]
    var keys: [Key]
  }

  /// What a terminal set to GBK sends.
  @Test(arguments: [
    // 检, then twelve keys: all must arrive.
    Stray(bytes: [0xBC, 0xEC] + "123456789jkq".utf8, keys: [.undecodable] + "123456789jkq".keys),
    // 乗, whose second byte is a backslash in ASCII.
    Stray(bytes: [0x81, 0x5C] + "j".utf8, keys: [.undecodable, .character("j")]),
    // 检查, reported once.
    Stray(bytes: [0xBC, 0xEC, 0xB2, 0xE9] + "j".utf8, keys: [.undecodable, .character("j")]),
    Stray(bytes: [0xE7], keys: [.undecodable]),
    Stray(bytes: [0xE7, 0x81, 0x0D], keys: [.undecodable, .enter]),
  ])
  func otherEncodings(_ row: Stray) {
    #expect(Self.keys(row.bytes) == row.keys)
  }

  @Test func aPasteIsOneKeyHoweverItIsAnnounced() {
    var decoder = KeyDecoder()
    var keys = decoder.feed(.byte(0x1B)) + decoder.feed(.pasteBegins)
    #expect(decoder.patience > 0)
    keys += decoder.feed(.byte(0x71)) + decoder.feed(.key(.up)) + decoder.feed(.byte(0xBC))
    keys += decoder.feed(.pasteEnds) + decoder.feed(.key(.up))

    #expect(keys == [.escape, .paste("q\u{FFFD}"), .up])
    #expect(decoder.patience == 0)
  }

  @Test func aLongPasteIsCut() {
    var decoder = KeyDecoder()
    _ = decoder.feed(.pasteBegins)
    for _ in 0..<70_000 { _ = decoder.feed(.byte(0x61)) }

    #expect(
      decoder.feed(.pasteEnds) == [.paste(String(repeating: "a", count: KeyDecoder.longestPaste))])
  }

  @Test func theCursorReportIsNoKey() {
    var decoder = KeyDecoder()
    let keys = "\u{1B}[2;3R".utf8.flatMap { decoder.feed(.byte($0)) } + decoder.feed(.pause)

    #expect(keys.isEmpty)
    #expect(decoder.cursorColumn == 3)
  }

  @Test func codesOfCurses() {
    #expect(CursesKeys.input(0x61) == .byte(0x61))
    #expect(CursesKeys.input(0o403) == .key(.up))
    #expect(CursesKeys.input(0o410 + 5) == .key(.function(5)))
    #expect(CursesKeys.input(0x7000) == .pasteBegins)
    #expect(CursesKeys.input(0x6000) == nil)
  }

  @Test func substitutesAreOneCell() {
    #expect(Substitutes.narrow("“") == "\"")
    #expect(Substitutes.narrow("③") == "3")
    #expect(Substitutes.narrow("Ⅳ") == "4")
    #expect(Substitutes.narrow("灭") == "灭")
    #expect(Substitutes.narrow("a") == "a")
    #expect("[██░]x".map { Substitutes.plainBar(String($0)) }.joined() == "[##.]x")
    #expect("██░".map { Substitutes.narrow(String($0)) }.joined() == "##.")
  }
}
