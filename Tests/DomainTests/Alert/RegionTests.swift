import Almanac
import Domain
import Testing

/// Which areas are the office's own, and which block of a message speaks to it.
struct RegionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var regions: [String]
    var areas: [String]
    var isOurs: Bool

    var testDescription: String { "\(regions) \(areas)" }
  }

  @Test(arguments: [
    Case(regions: ["示例区"], areas: ["示例区"], isOurs: true),
    Case(regions: ["示例区"], areas: ["虚构市示例区"], isOurs: true),
    Case(regions: ["示例区"], areas: ["示例区样例街道、测试镇"], isOurs: true),
    Case(regions: ["示例区"], areas: ["示例区东部镇街"], isOurs: true),
    Case(regions: ["示例区"], areas: ["邻城区"], isOurs: false),
    Case(regions: ["示例区"], areas: ["邻城区", "示例区"], isOurs: true),
    Case(regions: ["示例区"], areas: ["邻城区、示例区、远山县"], isOurs: true),
    // The town is known: the district's other towns are not ours.
    Case(regions: ["示例区", "样例街道"], areas: ["示例区样例街道、测试镇"], isOurs: true),
    Case(regions: ["示例区", "样例街道"], areas: ["示例区测试镇、北山乡"], isOurs: false),
    Case(regions: ["示例区", "样例街道"], areas: ["示例区测试镇、样例街道"], isOurs: true),
    Case(regions: ["示例区", "样例街道"], areas: ["示例区"], isOurs: true),
    // What only describes excludes nobody.
    Case(regions: ["示例区", "样例街道"], areas: ["示例区东部镇街"], isOurs: true),
    Case(regions: ["示例区", "样例街道"], areas: ["示例区部分乡镇"], isOurs: true),
    // A city's name covers its districts, not another district.
    Case(regions: ["虚构市", "示例区"], areas: ["虚构市"], isOurs: true),
    Case(regions: ["虚构市", "示例区"], areas: ["虚构市邻城区"], isOurs: false),
    Case(regions: ["虚构市", "示例区"], areas: ["虚构市示例区测试镇"], isOurs: true),
    // One name with all its divisions.
    Case(regions: ["虚构市示例区样例街道"], areas: ["示例区"], isOurs: true),
    Case(regions: ["示例区样例街道"], areas: ["示例区测试镇、样例街道"], isOurs: true),
    Case(regions: ["示例区样例街道"], areas: ["示例区测试镇"], isOurs: false),
    Case(regions: ["Sample District"], areas: ["Sample District"], isOurs: true),
    Case(regions: ["Sample District"], areas: ["Next District; Sample District"], isOurs: true),
    Case(regions: ["Sample District"], areas: ["Next District"], isOurs: false),
    // Nothing is left out where nothing is known.
    Case(regions: [], areas: ["邻城区"], isOurs: true),
    Case(regions: [" "], areas: ["邻城区"], isOurs: true),
    Case(regions: ["示例区"], areas: [], isOurs: true),
  ])
  func areas(_ row: Case) throws {
    var world = try AlertWorld(regions: row.regions)
    try world.take(message("a", sent: at(22, 9), areas: row.areas))
    #expect(world.states(at: at(22, 10)) == ["a \(row.isOurs ? "inForce" : "ignored")"])
  }

  private func info(
    _ language: String, _ colour: Alert.Colour?, _ headline: String, _ area: String
  ) -> CAPMessage.Info {
    CAPMessage.Info(
      language: language, kind: .rainstorm, colour: colour, headline: headline, areas: [area])
  }

  private func taken(_ infos: [CAPMessage.Info]) throws -> AlertMessage {
    var world = try AlertWorld()
    var read = message("a", sent: at(22, 9))
    read.infos = infos
    try world.take(read)
    return try #require(world.fold.alerts["a"])
  }

  @Test func ofTwoLanguagesTheChineseWordsAreKept() throws {
    let kept = try taken([
      info("en-US", .orange, "Orange", "Sample District"), info("zh-CN", .orange, "橙色", "示例区"),
    ])
    #expect(kept.headline == "橙色" && kept.areas == ["示例区"] && kept.colour == .orange)
  }

  @Test func ofSeveralAreasTheHighestThatCoversTheOffice() throws {
    let kept = try taken([
      info("zh-CN", .red, "红", "邻城区"), info("zh-CN", .blue, "蓝", "示例区"),
      info("zh-CN", .yellow, "黄", "虚构市示例区"),
    ])
    #expect(kept.headline == "黄" && kept.colour == .yellow && !kept.isElsewhere)
    let elsewhere = try taken([info("zh-CN", .red, "红", "邻城区")])
    #expect(elsewhere.headline == "红" && elsewhere.isElsewhere)
  }
}
