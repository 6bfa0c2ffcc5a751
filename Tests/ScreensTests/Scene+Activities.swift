import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let activities = [
    Scene("activities-none") { try $0.openActivities() },
    Scene("activities") { desk in
      try desk.keepActivities()
      try desk.openActivities()
    },
    Scene("activities-filter") { desk in
      try desk.keepActivities()
      try desk.openActivities("/" + desk.office("走访", "visit") + "⏎66")
    },
    Scene("activities-kinds") { try $0.type("5") },
    Scene("activities-form") { desk in
      try desk.type("51⏎⇥")
      try desk.type(desk.office("关于做好冬季防火的通知", "Notice on fire in winter") + "⇥")
    },
    Scene("activities-form-persons") { desk in
      try desk.type("53⇥" + desk.office("党课", "A lecture") + "⇥⇥⇥")
      try desk.type(desk.office("陈", "Dong"))
    },
    Scene("activities-form-trouble") { desk in
      try desk.type("52⇥" + desk.office("例会", "Meeting") + "⇥⇥⇥x⏎")
    },
    Scene("activity", .head) { desk in
      try desk.keepActivities()
      try desk.openActivities("↓⏎")
    },
    Scene("activity-menu", .head) { desk in
      try desk.keepActivities()
      try desk.openActivities("↓⏎⏎")
    },
    Scene("activity-resolve") { desk in
      try desk.keepActivities()
      try desk.openActivities("↓⏎⏎1")
      try desk.type(desk.office("已清点", "counted"))
    },
    Scene("activity-correct") { desk in
      try desk.keepActivities()
      try desk.openActivities("↓⏎⏎2")
    },
    Scene("activity-totals") { desk in
      try desk.keepActivities()
      try desk.openActivities("3")
    },
    Scene("activity-totals-year") { desk in
      try desk.keepActivities()
      try desk.openActivities("3555")
    },
    Scene("activity-totals-behind") { desk in
      try desk.keepActivities()
      try desk.openActivities("3↓↓↓↓↓↓⏎")
    },
    Scene("today-activities", .head) { try $0.keepActivities() },
  ]
}

extension Desk {
  /// Opens the register of activities from the palette.
  mutating func openActivities(_ keys: String = "") throws {
    try type(":" + app.context(Action.activities.entry.label) + "⏎")
    try type(keys)
  }

  /// A circular, a meeting that resolved something and two visits, one of them in October.
  mutating func keepActivities() throws {
    let kinds = try Shipped.activityKinds.get()
    let (head, rectifier) = (office.person(.head), office.person(.rectifier))
    func put(
      _ kind: ActivityKind.ID, _ day: Day, _ title: String,
      _ change: (inout Activity.Content) -> Void
    )
      throws
    {
      guard let kind = kinds.first(where: { $0.id == kind }) else { return }
      var content = Activity.Content(kind: kind.id, day: day, title: title)
      change(&content)
      try record(.recordActivities([ActivityRequest(kind, content)]), by: .inspector)
    }
    try put("visit", today - 40, office("走访规上企业", "Visit to three larger enterprises")) {
      $0.values = ["enterprises": .count(3), "policy": .flag(true)]
    }
    try put("visit", today - 10, office("走访服务业企业", "Visit to a hotel")) {
      $0.values = ["enterprises": .count(1), "safety": .flag(true), "hazards": .count(2)]
    }
    try put("meeting", today - 5, office("安全生产例会", "Monthly meeting on safety")) {
      $0.values = ["level": .words("bureau"), "heads": .count(11)]
      $0.place = office("三楼会议室", "Meeting room on floor 3")
      $0.persons = [head, rectifier]
      $0.resolutions = [
        .init(
          text: office("清点插线板", "count the power strips"), owner: head, due: today + 2)
      ]
    }
    try put(
      "circular", today - 3, office("关于做好岁末年初安全防范工作的通知", "Notice on safety at the turn of the year")
    ) {
      $0.values = [
        "channel": .words("oa"), "number": .words(office("安委办〔2026〕8号", "2026/8")),
      ]
      $0.persons = [head, rectifier]
    }
    try record(.activity("HD2026-004", .read), by: .rectifier)
  }
}
