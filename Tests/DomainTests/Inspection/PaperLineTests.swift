import Almanac
import Domain
import Testing

/// A line a room from paper, as people type it.
struct PaperLineTests {
  struct Case: Sendable {
    var line: String
    var rooms: String
    var failed: [TypedMark] = []
    var notApplicable: [TypedMark] = []
    var values: [TypedMark] = []
  }

  static func mark(_ item: Int, _ detail: TypedMark.Detail = .nothing) -> TypedMark {
    TypedMark(item: item, detail: detail)
  }

  @Test(arguments: [
    Case(line: "305 3,7 -5", rooms: "305", failed: [mark(3), mark(7)], notApplicable: [mark(5)]),
    Case(line: "306-312 ok", rooms: "306-312"),
    Case(line: "306–312 OK", rooms: "306-312"),
    Case(line: "档案室 合格", rooms: "档案室"),
    Case(line: "305 ok -5", rooms: "305", notApplicable: [mark(5)]),
    Case(
      line: "305 3:1,7:插座松动", rooms: "305",
      failed: [mark(3, .number(1)), mark(7, .words("插座松动"))]),
    Case(line: "305 -5:2", rooms: "305", notApplicable: [mark(5, .number(2))]),
    Case(
      line: "305 -5,6", rooms: "305", notApplicable: [mark(5), mark(6)]),
    Case(
      line: "305 3、7，8", rooms: "305", failed: [mark(3), mark(7), mark(8)]),
    Case(
      line: "　３０５　３，７　－５：２", rooms: "305", failed: [mark(3), mark(7)],
      notApplicable: [mark(5, .number(2))]),
    Case(
      line: "305 ok -5+,6+:2,7＋：没有", rooms: "305",
      notApplicable: [
        TypedMark(item: 5, always: true), TypedMark(item: 6, detail: .number(2), always: true),
        TypedMark(item: 7, detail: .words("没有"), always: true),
      ]),
    Case(line: "305 3 7", rooms: "305", failed: [mark(3), mark(7)]),
    Case(line: "305 3 , 7", rooms: "305", failed: [mark(3), mark(7)]),
    Case(
      line: "305 7：纸箱、拖把，挡门 -5", rooms: "305",
      failed: [mark(7, .words("纸箱、拖把，挡门"))], notApplicable: [mark(5)]),
    Case(
      line: "305 7:loose at the door,8", rooms: "305",
      failed: [mark(7, .words("loose at the door")), mark(8)]),
    Case(
      line: "archive 16=20.5,17=48 -3", rooms: "archive", notApplicable: [mark(3)],
      values: [mark(16, .value("20.5")), mark(17, .value("48"))]),
    Case(line: "301 ok 4=2026-017", rooms: "301", values: [mark(4, .value("2026-017"))]),
  ])
  func reads(_ row: Case) throws {
    let line = try PaperLine(row.line)
    #expect(line.rooms == row.rooms)
    #expect(line.failed == row.failed)
    #expect(line.notApplicable == row.notApplicable)
    #expect(line.values == row.values)
  }

  struct Refused: Sendable {
    var line: String
    var says: String
  }

  @Test(arguments: [
    Refused(line: "  ", says: "names no room"),
    Refused(line: "305", says: "Nothing follows “305”"),
    Refused(line: "305 x", says: "“x” at column 5"),
    Refused(line: "305 3,x", says: "“x” at column 7"),
    Refused(line: "305 0", says: "“0” at column 5"),
    Refused(line: "305 3-5", says: "“3-5” at column 5"),
    Refused(line: "305 1234", says: "“1234” at column 5"),
    Refused(line: "305 3:", says: "item 3 at column 5"),
    Refused(line: "305 3,7,3", says: "Item 3 stands twice, again at column 9"),
    Refused(line: "305 3 -3", says: "Item 3 stands twice, again at column 7"),
    Refused(line: "305 3,-5", says: "Column 7: write what failed first"),
    Refused(line: "305 -5 6", says: "Column 8: write what failed first"),
    Refused(line: "305 ok 3", says: "“305” is said to be ok and to have failed"),
  ])
  func refuses(_ row: Refused) {
    let error = #expect(throws: (any Error).self, "\(row.line)") { try PaperLine(row.line) }
    let refusal = error as? any Refusal
    #expect(
      refusal?.message.en.contains(row.says) == true, "\(row.line): \(refusal?.message.en ?? "")")
    #expect(refusal?.kind == .badData)
  }

  @Test func aListOnTheCommandLine() throws {
    #expect(try TypedMark.list("3:1,7") == [Self.mark(3, .number(1)), Self.mark(7)])
    #expect(try TypedMark.list("4=-2.5") == [Self.mark(4, .value("-2.5"))])
    #expect(try TypedMark.list("").isEmpty)
    #expect(throws: TypedMarkError.self) { try TypedMark.list("-3") }
    #expect(throws: TypedMarkError.self) { try TypedMark.list("all") }
  }

  @Test func aTextIsTakenWhole() throws {
    #expect(
      try TypedMark.text("10 = 三楼 2 台，5 楼 1 台") == Self.mark(10, .value("三楼 2 台，5 楼 1 台")))
    #expect(throws: TypedMarkError.noWords(item: 10, column: 1)) { try TypedMark.text("10=") }
    #expect(throws: TypedMarkError.notAnItem("words", column: 1)) { try TypedMark.text("words") }
    #expect(throws: TypedMarkError.notAnItem("0", column: 1)) { try TypedMark.text("0=words") }
  }
}
