import Foundation
import Testing

@testable import Canvas

@Suite struct FilterTests {
  static let pinyin: PinyinTable = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try? Data(contentsOf: root.appendingPathComponent("Resources/pinyin.txt"))
    return PinyinTable(bytes: Array(data ?? Data()))
  }()

  struct Case: Sendable {
    var query: String
    var text: String
    var isFound = true
  }

  @Test(arguments: [
    Case(query: "", text: "办公室"),
    Case(query: "bgs", text: "办公室"),
    Case(query: "kjs", text: "会计室"),
    Case(query: "hys", text: "301 会议室"),
    Case(query: "yh", text: "银行"),
    Case(query: "tx", text: "调休"),
    Case(query: "ca", text: "长安"),
    Case(query: "zxd", text: "疏散指示灯", isFound: false),
    Case(query: "zsd", text: "疏散指示灯"),
    Case(query: "zhshd", text: "疏散指示灯"),
    Case(query: "gs", text: "办公室"),
    Case(query: "bs", text: "办公室", isFound: false),
    Case(query: "bangongshi", text: "办公室"),
    Case(query: "bangsh", text: "办公室"),
    Case(query: "BGS", text: "办公室"),
    Case(query: "公室", text: "办公室"),
    Case(query: "办gs", text: "办公室"),
    Case(query: "301hys", text: "301 会议室"),
    Case(query: "2026-017", text: "2026-017 插线板"),
    Case(query: "017", text: "2026-017 插线板"),
    Case(query: "report", text: "Monthly Report"),
    Case(query: "mr", text: "Monthly Report", isFound: false),
    Case(query: "三楼 mhq", text: "三楼东 灭火器"),
    Case(query: "三楼 yjd", text: "三楼东 灭火器", isFound: false),
    Case(query: "ＵＰＳ", text: "ups 电源"),
    Case(query: "bgs", text: "", isFound: false),
  ])
  func matches(_ row: Case) {
    #expect(Filter(row.query, Self.pinyin).matches(row.text) == row.isFound)
  }

  /// The source has no reading for 68 characters, Japanese units of measure and the newest rare ones.
  @Test func nearlyEveryHanCharacterHasAReading() {
    let missing = (UInt32(0x4E00)...0x9FFF).filter { Self.pinyin.readings(of: $0).isEmpty }
    #expect(missing.count <= 68)
    #expect(missing.filter { $0 < 0x9F00 }.count <= 10)
    #expect(Self.pinyin.readings(of: 0x3007).contains(Array("ling".utf8)))
  }

  @Test func withoutATableTextIsStillFound() {
    #expect(Filter("公", .empty).matches("办公室"))
    #expect(!Filter("b", .empty).matches("办公室"))
  }
}
