import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let calendar = [
    Scene("calendar") { try $0.openCalendar() },
    Scene("calendar-practice", isPractice: true) { try $0.openCalendar("[") },
    Scene("calendar-break") { try $0.openCalendar("/2026-02-20⏎") },
    Scene("calendar-break-papers") { try $0.openCalendar("/2026-02-20⏎p") },
    Scene("calendar-season") { desk in
      try desk.record(
        .set(
          .season(
            SeasonEntry(
              start: Day(2026, 4, 15), end: Day(2026, 10, 15), announcement: "No. 1"
            )
            .season(among: []))), by: .inspector)
      try desk.openCalendar("/2026-10-01⏎")
    },
    Scene("calendar-provisional") { try $0.openCalendar("/2027-02-06⏎") },
    Scene("calendar-jump") { try $0.openCalendar("/12-") },
    Scene("calendar-jump-trouble") { try $0.openCalendar("/12-32⏎") },
    Scene("calendar-year") { try $0.openCalendar("y") },
    Scene("calendar-year-provisional") { try $0.openCalendar("y]") },
    Scene("calendar-day") { try $0.openCalendar("⏎") },
    Scene("calendar-day-off") { try $0.openCalendar("/2027-02-06⏎⏎") },
    Scene("calendar-notice") { try $0.openCalendar("n") },
    Scene("calendar-notice-change") { desk in
      try desk.openCalendar()
      try desk.press([.paste(notice)])
    },
    Scene("calendar-notice-year") { desk in
      try desk.openCalendar()
      try desk.press([.paste(notice.replacing("2027年", with: ""))])
    },
    Scene("calendar-notice-refused") { desk in
      try desk.openCalendar()
      try desk.press([.paste(notice.replacing("2月5日（周五）", with: "2月5日（周四）"))])
    },
    Scene("calendar-notice-loaded") { desk in
      try desk.openCalendar()
      try desk.press([.paste(notice)])
      try desk.type("1")
    },
    Scene("help-calendar") { try $0.openCalendar("?") },
    Scene("least-calendar", in: Window(columns: 60, rows: 16)) { try $0.openCalendar() },
    Scene("least-calendar-year", in: Window(columns: 60, rows: 16)) { desk in
      try desk.openCalendar("y")
    },
  ]
}

extension Scene {
  /// A notice as the State Council words it, for a year that has none yet; its line ends are those of a
  /// terminal's paste.
  static let notice = """
    国务院办公厅关于2027年部分节假日安排的通知
    一、元旦：1月1日（周五）至3日（周日）放假，共3天。
    二、春节：2月5日（周五）至13日（周六）放假调休，共9天。1月31日（周日）、2月20日（周六）上班。
    三、清明节：4月3日（周六）至5日（周一）放假，共3天。
    四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。
    五、端午节：6月9日（周三）放假1天，不调休。
    六、中秋节：9月15日（周三）放假1天，不调休。
    七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
    """.replacing("\n", with: "\r")
}

extension Desk {
  /// Opens the calendar and types keys there.
  mutating func openCalendar(_ keys: String = "") throws {
    try press([.function(5)])
    try type(keys)
  }
}
