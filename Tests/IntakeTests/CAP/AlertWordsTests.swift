import Almanac
import Domain
import Intake
import Testing

/// What the words of a message say, as agencies put them.
struct AlertWordsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var event: String
    var headline: String
    var parameters = ""
    var reads: String

    var testDescription: String { event + " " + headline }
  }

  @Test(arguments: [
    Case(event: "台风", headline: "示例区气象台发布台风白色预警信号", reads: "typhoon white"),
    Case(event: "台风", headline: "示例区气象台将台风蓝色预警信号升级为黄色", reads: "typhoon yellow"),
    Case(event: "台风", headline: "台风预警信号由红色降级为橙色", reads: "typhoon orange"),
    Case(event: "暴雨", headline: "暴雨橙色预警信号降至黄色", reads: "rainstorm yellow"),
    Case(
      event: "暴雨", headline: "解除雷雨大风黄色预警信号，发布暴雨红色预警信号", reads: "rainstorm red"),
    Case(
      event: "暴雨", headline: "发布暴雨红色预警信号，解除雷雨大风黄色预警信号", reads: "rainstorm red"),
    Case(event: "暴雨", headline: "继续发布暴雨橙色预警信号", reads: "rainstorm orange"),
    // A place's name is no colour.
    Case(event: "暴雨", headline: "黄埔区气象台发布暴雨橙色预警信号", reads: "rainstorm orange"),
    Case(event: "高温", headline: "白云区发布高温预警", reads: "heat -"),
    Case(event: "高温黄色预警", headline: "", reads: "heat yellow"),
    Case(event: "气象灾害", headline: "寒潮蓝色预警", reads: "cold blue"),
    Case(event: "雷雨大风", headline: "雷雨大风黄色预警", reads: "gale yellow"),
    Case(event: "大风", headline: "大风蓝色预警", reads: "gale blue"),
    Case(event: "雷电", headline: "雷电黄色预警", reads: "lightning yellow"),
    Case(event: "大雾", headline: "大雾橙色预警", reads: "fog orange"),
    Case(event: "山洪灾害气象风险", headline: "发布橙色预警", reads: "flood orange"),
    Case(event: "台风", headline: "台风暴雨预警", parameters: "颜色=红", reads: "typhoon red"),
    Case(event: "台风", headline: "台风预警", parameters: "level=3 colour=Blue", reads: "typhoon blue"),
    Case(event: "森林火险", headline: "森林火险橙色预警", reads: "other orange"),
    Case(event: "Heat", headline: "Orange heat warning for Sample District", reads: "heat orange"),
    Case(event: "Typhoon", headline: "Reduced risk, bluebird lane", reads: "typhoon -"),
    Case(event: "应急响应", headline: "启动防风Ⅲ级应急响应", reads: "response - III"),
    Case(event: "防台风应急响应", headline: "示例区启动防台风Ⅲ级应急响应", reads: "response - III"),
    Case(event: "防台风应急响应", headline: "示例区启动防台风III级应急响应", reads: "response - III"),
    Case(event: "防台风应急响应", headline: "示例区启动防台风ＩＩＩ级应急响应", reads: "response - III"),
    Case(event: "防台风应急响应", headline: "示例区启动防台风三级应急响应", reads: "response - III"),
    Case(event: "防台风应急响应", headline: "示例区启动防台风3级应急响应", reads: "response - III"),
    Case(event: "防台风应急响应", headline: "示例区启动防台风３级应急响应", reads: "response - III"),
    Case(event: "台风", headline: "示例区启动防台风Ⅱ级应急响应", reads: "response - II"),
    Case(event: "防汛", headline: "启动防汛Ⅳ级响应", reads: "response - IV"),
    Case(event: "暴雨应急响应", headline: "应急响应（Ⅳ级）", reads: "response - IV"),
    // The force of a wind is no level, and the colour of an alert none of a response.
    Case(
      event: "防台风应急响应", headline: "启动防台风Ⅰ级应急响应，阵风12级", reads: "response - I"),
    Case(event: "防台风应急响应", headline: "阵风十二级，启动应急响应", reads: "response -"),
    Case(
      event: "防台风应急响应", headline: "台风橙色预警生效，启动Ⅱ级应急响应", reads: "response - II"),
    Case(
      event: "台风", headline: "发布台风橙色预警信号，同步启动Ⅱ级应急响应", reads: "typhoon orange"),
    Case(
      event: "Typhoon emergency response", headline: "Level III in force", reads: "response - III"),
    Case(event: "防风应急响应", headline: "防风应急响应由III级提升至II级", reads: "response - II"),
    Case(event: "应急响应", headline: "启动防汛一级应急响应", reads: "response - I"),
    Case(event: "Emergency response", headline: "Raised to level IV", reads: "response - IV"),
  ])
  func words(_ row: Case) throws {
    let parameters = row.parameters.split(separator: " ").map { pair in
      let parts = pair.split(separator: "=")
      return "<parameter><valueName>\(parts[0])</valueName><value>\(parts[1])</value></parameter>"
    }
    let text = CAPFixtures.good
      .replacing("<event>台风", with: parameters.joined() + "<event>" + row.event)
      .replacing("示例区气象台发布台风黄色预警信号", with: row.headline)
    let info = try #require(try CAPFixtures.read(text).infos.first)
    let read = [info.kind.rawValue, info.colour?.rawValue ?? "-", info.level].compactMap { $0 }
    #expect(read.joined(separator: " ") == row.reads)
    #expect(!info.lifts)
    #expect(info.headline == (row.headline.isEmpty ? row.event : row.headline))
  }

  struct Lifting: Sendable {
    var event = "台风"
    var headline: String
    var lifts: Bool
  }

  @Test(arguments: [
    Lifting(headline: "示例区气象台2026年9月25日12时解除台风红色预警信号", lifts: true),
    Lifting(headline: "示例区气象台将台风红色预警信号解除", lifts: true),
    Lifting(headline: "示例区气象台发布台风预警解除通知", lifts: true),
    Lifting(headline: "撤销台风蓝色预警", lifts: true),
    Lifting(headline: "Typhoon warning lifted for Sample District", lifts: true),
    Lifting(event: "防台风应急响应", headline: "示例区终止防台风Ⅲ级应急响应", lifts: true),
    Lifting(event: "防台风应急响应", headline: "防台风Ⅲ级应急响应结束", lifts: true),
    Lifting(event: "解除台风蓝色预警", headline: "", lifts: true),
    Lifting(headline: "示例区气象台9时发布的台风红色预警信号，现予解除", lifts: true),
    Lifting(headline: "发布台风橙色预警信号，解除台风红色预警信号", lifts: false),
    // Another takes its place, or it is not over yet.
    Lifting(headline: "解除台风红色预警信号，发布台风橙色预警信号", lifts: false),
    Lifting(headline: "解除台风红色预警，橙色预警继续生效", lifts: false),
    Lifting(headline: "台风红色预警信号尚未解除", lifts: false),
    Lifting(headline: "台风预警解除前请勿外出", lifts: false),
    Lifting(headline: "台风蓝色预警信号，影响将于夜间结束", lifts: false),
    Lifting(headline: "发布台风蓝色预警信号", lifts: false),
  ])
  func lifting(_ row: Lifting) throws {
    let text = CAPFixtures.good.replacing("<event>台风", with: "<event>" + row.event)
      .replacing("示例区气象台发布台风黄色预警信号", with: row.headline)
    let info = try #require(try CAPFixtures.read(text).infos.first)
    #expect(info.lifts == row.lifts, "\(row.headline)")
  }
}
