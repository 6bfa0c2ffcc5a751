import Almanac
import Domain

/// What the office of the demonstration enters in its register of activities, month by month.
enum DemoActivities {
  /// The answer to a field.
  enum Value {
    case count(Int)
    /// The id of a listed value.
    case word(String)
    case text(Bilingual)
    case yes
  }

  /// An entry of a month.
  struct Entry {
    var kind: ActivityKind.ID
    /// The day of the month from which the next working day is taken.
    var day: Int
    var title: Bilingual
    var values: [String: Value] = [:]
    /// Whether all heads of sections take part.
    var isForHeads = true
  }

  static let resolved = Bilingual(
    zh: "清点本科室插线板，报废老旧的", en: "Count the section's power strips, scrap the old ones")
  static let done = Bilingual(zh: "已清点，报废3个", en: "Counted, three scrapped")
  private static let district = Bilingual(zh: "示例区安委办", en: "Sample District safety office")

  /// The entries of a month: some every month, some in their season.
  static func entries(of month: Month) -> [Entry] {
    monthly(month.month) + seasonal(month.month)
  }

  private static func monthly(_ number: Int) -> [Entry] {
    let channel = ["oa", "xuexi", "meeting"][number % 3]
    return [
      Entry(
        kind: "circular", day: 6,
        title: Bilingual(
          zh: "关于做好\(number)月份安全防范工作的通知", en: "Notice on safety work in month \(number)"),
        values: ["channel": .word(channel), "issuer": .text(district)]),
      Entry(
        kind: "meeting", day: 9,
        title: Bilingual(zh: "安全生产例会", en: "Monthly meeting on safety"),
        values: [
          "level": .word(number % 3 == 0 ? "party-group" : "bureau"),
          "agenda": .text(
            Bilingual(zh: "通报上月检查情况，部署下步工作", en: "Last month's checks, what is next")),
          "heads": .count(9 + number % 4),
        ]),
      Entry(
        kind: "visit", day: 16,
        title: Bilingual(zh: "走访规上企业", en: "Visit to larger enterprises"),
        values: [
          "enterprises": .count(2 + number % 3), "policy": .yes, "safety": .yes,
          "hazards": .count(number % 2),
        ], isForHeads: false),
      Entry(
        kind: "article", day: 21,
        title: Bilingual(zh: "\(number)月统计工作信息", en: "Statistics news of month \(number)"),
        values: [
          "level": .word(number % 4 == 0 ? "city" : "district"),
          "issue": .text(Bilingual(verbatim: "\(10 + number)")),
        ], isForHeads: false),
    ]
  }

  private static func seasonal(_ number: Int) -> [Entry] {
    var entries: [Entry] = []
    if number % 3 == 1 {
      entries.append(
        Entry(
          kind: "monitoring", day: 18,
          title: Bilingual(zh: "季度经济运行监测报告", en: "Quarterly monitoring report"),
          values: [
            "subject": .text(Bilingual(zh: "工业和服务业", en: "Industry and services")),
            "sent-to": .text(Bilingual(zh: "示例区政府", en: "Sample District government")),
          ], isForHeads: false))
    }
    if number % 3 == 2 {
      entries += [
        Entry(
          kind: "leader-visit", day: 13,
          title: Bilingual(zh: "领导带队走访企业", en: "Leaders visit enterprises"),
          values: ["enterprises": .count(2), "policy": .yes, "safety": .yes, "hazards": .count(1)],
          isForHeads: false),
        Entry(
          kind: "publicity", day: 24,
          title: Bilingual(zh: "统计法宣传进企业", en: "The statistics law brought to enterprises"),
          values: [
            "audience": .word("enterprise"), "form": .word("talk"),
            "enterprises": .count(15 + number), "heads": .count(30 + number),
            "copies": .count(60),
          ], isForHeads: false),
        Entry(
          kind: "discipline", day: 26,
          title: Bilingual(zh: "上下班纪律检查", en: "Check of office hours"),
          values: ["found": .count(number % 4), "mended": .count(number % 4)]),
      ]
    }
    if number % 3 == 0 {
      entries += [
        Entry(
          kind: "training", day: 12,
          title: Bilingual(zh: "联网直报单位业务培训", en: "Training of reporting units"),
          values: [
            "subject": .word("business"), "heads": .count(40 + number),
            "enterprises": .count(35 + number),
          ],
          isForHeads: false),
        Entry(
          kind: "law-notice", day: 23,
          title: Bilingual(zh: "送达统计法律事务告知书", en: "Notices of duties handed over"),
          values: [
            "sort": .word("duty"), "enterprises": .count(20 + number),
            "copies": .count(20 + number),
          ], isForHeads: false),
      ]
    }
    if number == 5 || number == 10 {
      entries.append(
        Entry(
          kind: "training", day: 15,
          title: Bilingual(zh: "消防安全知识培训", en: "Training in fire safety"),
          values: ["subject": .word("fire"), "heads": .count(36)]))
    }
    if number == 6 || number == 11 {
      entries.append(
        Entry(
          kind: "drill", day: 17,
          title: Bilingual(zh: "消防疏散演练", en: "Fire and evacuation drill"),
          values: [
            "heads": .count(38), "plan": .text(Bilingual(zh: "火灾应急预案", en: "Fire plan")),
            "lessons": .text(
              Bilingual(zh: "四楼疏散偏慢，已调整路线", en: "Slow on the fourth floor; route changed")),
          ]))
    }
    if number == 8 || number == 9 {
      entries.append(
        Entry(
          kind: "emergency", day: 19,
          title: Bilingual(zh: "防台风应急值守", en: "Staffed through a typhoon"),
          values: ["days": .count(2), "heads": .count(6)], isForHeads: false))
    }
    return entries
  }
}
