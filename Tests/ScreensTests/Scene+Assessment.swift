import Domain

@testable import Screens

extension Scene {
  static let assessment = [
    Scene("assessment-none") { try $0.openByName(.assessment) },
    Scene("assessment") { try $0.openAssessment() },
    Scene("assessment-menu") { desk in
      try desk.openAssessment()
      try desk.type("⏎")
    },
    Scene("assessment-score") { desk in
      try desk.openAssessment()
      try desk.type("⏎1")
    },
    Scene("assessment-tie") { desk in
      try desk.openAssessment()
      try desk.type("⏎3")
    },
  ]
}

extension Desk {
  /// Opens an assessment of three items: one shown by a figure, one by a duty that is short, one by nothing.
  mutating func openAssessment() throws {
    try keepActivities()
    let content = Assessment.Content(
      year: 2026,
      items: [
        .init(
          id: "1.1", part: office("组织领导", "Leading"), name: office("领导小组健全", "A leading group"),
          points: Points(tenths: 20), requirement: office("缺一项扣0.5分", "0.5 off for each gap")),
        .init(
          id: "1.2", part: office("组织领导", "Leading"), name: office("安全会议", "Meetings on safety"),
          points: Points(tenths: 30), requirement: office("每季度研究一次", "once a quarter"),
          evidence: [.figure("meetings")]),
        .init(
          id: "2.1", part: office("隐患排查", "Hazards"), name: office("按月检查", "A check every month"),
          points: Points(tenths: 55), requirement: office("漏一次扣1分", "1 off for each missed"),
          evidence: [.duty("plan/monthly"), .duty("hazards"), .document("month 2026-11")]),
      ])
    try record(.assessment(.load(content)), by: .inspector)
    try record(
      .assessment(
        .score(year: 2026, item: "1.2", .init(score: Points(tenths: 25), remark: nil))),
      by: .inspector)
    try openByName(.assessment)
  }
}
