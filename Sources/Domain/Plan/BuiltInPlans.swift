import Almanac

/// The plans that ship with the program; each can be changed and switched off.
public enum BuiltInPlans {
  /// All of them, those for an office of its kind switched on.
  ///
  /// - Parameter isKeyFireUnit: A key fire unit owes a daily fire patrol (order 61, article 25).
  public static func all(isKeyFireUnit: Bool) -> [Plan] {
    monthly + holidays + flood + alerts + quarterly + small
      + [dailyPatrol(isEnabled: isKeyFireUnit)]
  }

  private static let everyMonth = Bilingual(zh: "每月一次", en: "once a month")
  private static let everyWeek = Bilingual(zh: "每周一次", en: "once a week")
  private static let noFixed = Bilingual(
    zh: "未定固定周期，须定期检查（突发事件应对法第35条）",
    en: "regular checks, no fixed interval (Emergency Response Law, art. 35)")

  private static let monthly = [
    Plan(
      id: "monthly", title: Bilingual(zh: "月检", en: "Monthly check"), trigger: Trigger(.monthly),
      uses: [
        Plan.Use("office"), Plan.Use("meeting-room"), Plan.Use("archive-room"),
        Plan.Use("warehouse"),
      ],
      scope: .kinds([.office, .meetingRoom, .archiveRoom, .warehouse]), statutory: noFixed,
      own: everyMonth),
    Plan(
      id: "vehicle", title: Bilingual(zh: "车辆月检", en: "Monthly vehicle check"),
      trigger: Trigger(.monthly),
      uses: [Plan.Use("vehicle", sections: ["paper", "body", "driving", "keeping"])],
      scope: .kinds([.vehicle]), own: everyMonth),
    Plan(
      id: "supplies", title: Bilingual(zh: "应急物资月检", en: "Monthly supplies check"),
      trigger: Trigger(.monthly), uses: [Plan.Use("emergency-supplies")], own: everyMonth),
  ]

  private static let holidays = [
    Plan(
      id: "pre-holiday", title: Bilingual(zh: "节前排查", en: "Pre-holiday check"),
      trigger: Trigger(.preholiday, lead: 3), uses: [Plan.Use("pre-holiday")], statutory: noFixed,
      own: Bilingual(zh: "节前第3个工作日前", en: "by the 3rd working day before")),
    Plan(
      id: "leaving", title: Bilingual(zh: "离岗关闭检查", en: "Leaving check"),
      trigger: Trigger(.preholiday, lead: 1), uses: [Plan.Use("leaving")],
      own: Bilingual(zh: "节前最后一个工作日", en: "the last working day before")),
    Plan(
      id: "reopening", title: Bilingual(zh: "节后启封", en: "Reopening check"),
      trigger: Trigger(.postholiday), uses: [Plan.Use("reopening")],
      own: Bilingual(zh: "节后首个工作日", en: "the first working day after")),
  ]

  private static let flood = [
    Plan(
      id: "pre-flood", title: Bilingual(zh: "汛前检查", en: "Pre-flood check"),
      trigger: Trigger(.preflood), uses: [Plan.Use("pre-flood")],
      own: Bilingual(zh: "入汛前", en: "before the season")),
    Plan(
      id: "flood", title: Bilingual(zh: "汛期专项检查", en: "Flood-season check"),
      trigger: Trigger(.flood), uses: [Plan.Use("flood-season")], own: everyMonth),
  ]

  private static let alerts = [
    Plan(
      id: "typhoon", title: Bilingual(zh: "台风专项检查", en: "Typhoon check"),
      trigger: Trigger(
        .alert, weather: [.typhoon, .gale, .response],
        added: ["red": ["during"], "I": ["during"]], after: ["after"]),
      uses: [Plan.Use("typhoon", sections: ["before"])],
      own: Bilingual(zh: "预警发布当日", en: "on the day of the alert")),
    Plan(
      id: "weather", title: Bilingual(zh: "极端天气专项检查", en: "Extreme-weather check"),
      trigger: Trigger(.alert, weather: [.rainstorm, .heat, .cold, .lightning, .flood]),
      uses: [Plan.Use("extreme-weather")],
      own: Bilingual(zh: "预警发布当日", en: "on the day of the alert")),
  ]

  /// Order 61, article 26: organs check their fire safety at least once a quarter.
  private static let quarterly = [
    Plan(
      id: "quarterly",
      title: Bilingual(zh: "消防用电防盗季检", en: "Quarterly fire, power and theft check"),
      trigger: Trigger(.quarterly),
      uses: [Plan.Use("fire"), Plan.Use("electrical"), Plan.Use("theft")],
      statutory: Bilingual(
        zh: "防火检查每季度至少一次（公安部令第61号第26条）",
        en: "fire check at least once a quarter (MPS Order 61, art. 26)"),
      own: Bilingual(zh: "每季一次", en: "once a quarter"))
  ]

  private static let small = [
    Plan(
      id: "screening", title: Bilingual(zh: "用电消防防盗周查", en: "Weekly screening"),
      trigger: Trigger(.weekly), uses: [Plan.Use("screening")], own: everyWeek),
    Plan(
      id: "climate", title: Bilingual(zh: "档案室温湿度", en: "Archive climate"),
      trigger: Trigger(.twicedaily), uses: [Plan.Use("archive-room", sections: ["climate"])],
      own: Bilingual(zh: "工作日上下午各一次", en: "twice each working day")),
    Plan(
      id: "network", title: Bilingual(zh: "网络与网站周巡", en: "Weekly network patrol"),
      trigger: Trigger(.weekly), uses: [Plan.Use("network", sections: ["website", "net"])],
      scope: .kinds([.network, .serverRoom]), own: everyWeek),
    Plan(
      id: "computers", title: Bilingual(zh: "服务器与电脑季查", en: "Quarterly server and PC check"),
      trigger: Trigger(.quarterly), uses: [Plan.Use("network", sections: ["server", "pc"])],
      own: Bilingual(zh: "每季一次", en: "once a quarter")),
  ]

  private static func dailyPatrol(isEnabled: Bool) -> Plan {
    Plan(
      id: "patrol", title: Bilingual(zh: "每日防火巡查", en: "Daily fire patrol"),
      trigger: Trigger(.daily, everyDay: true), uses: [Plan.Use("screening", sections: ["fire"])],
      scope: .kinds([.corridor, .warehouse, .archiveRoom]), isEnabled: isEnabled,
      statutory: Bilingual(
        zh: "重点单位每日防火巡查（公安部令第61号第25条）",
        en: "daily at key fire units (MPS Order 61, art. 25)"))
  }
}
