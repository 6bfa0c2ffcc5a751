import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let exemptions = [
    Scene("not-applicable-always") { desk in
      try desk.open("monthly", .office)
      try desk.type("39")
    },
    Scene("not-applicable-proposed") { desk in
      try desk.proposeInOctober()
      try desk.open("monthly", .office)
      try desk.type("13")
    },
    Scene("today-exemptions") { try $0.proposeFirst() },
    Scene("exemptions") { try $0.openExemptions() },
    Scene("exemptions-menu") { try $0.openExemptions("⏎") },
    Scene("exemptions-marked") { try $0.openExemptions("*⏎") },
    Scene("exemptions-refuse") { desk in
      try desk.openExemptions("⏎2")
      try desk.type(desk.office("其实有", "it has one"))
    },
    Scene("exemptions-confirmed") { try $0.openExemptions("⏎1⏎") },
    Scene("exemptions-ended") { desk in
      try desk.openExemptions("⏎1⏎1")
      try desk.type(desk.office("已新装", "fitted since") + "⏎")
    },
    Scene("room-spared") { desk in
      let proposed = try desk.proposeInOctober()
      try desk.record(.exempt(proposed, .confirm), by: .inspector)
      try desk.open("monthly", .office)
      try desk.type("1")
    },
  ]
}

extension Desk {
  /// Signs the first office's monthly walk, its second item proposed as never applying, and goes back to
  /// Today.
  mutating func proposeFirst() throws {
    try open("monthly", .office)
    try type("1" + "391" + "99⏎⎋")
  }

  /// Has the first office's October walk made anew, its second item proposed as never applying.
  @discardableResult
  mutating func proposeInOctober() throws -> Exemption.Key {
    var october = try key("monthly", .office)
    october.period = "2026-10"
    try record(.withdraw("检2026-0001", reason: "x"), by: .inspector)
    let questions = try fold.questionnaire(october)?.questions ?? []
    var answers = Dictionary(uniqueKeysWithValues: questions.map { ($0.key, Answer.pass) })
    answers[questions[1].key] = .notApplicable(reason: "no-facility", always: true)
    try record(
      .sign(
        SignRequest(
          occurrence: october, answers: answers,
          walk: Signing.Walk(
            inspectors: [office.person(.inspector)], from: Desk.now + -600, to: Desk.now))),
      by: .inspector)
    return Exemption.Key(place: october.place, item: questions[1].key)
  }

  /// Opens what is to be decided.
  mutating func openExemptions(_ keys: String = "") throws {
    try proposeFirst()
    try press([.end, .enter])
    try type(keys)
  }
}
