import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// A place in the program and the keys that lead there.
struct Scene: Sendable, CustomTestStringConvertible {
  var name: String
  var chair = Office.Chair.inspector
  var past = Past.autumn
  var isPersonKnown = true
  var isPractice = false
  /// The only window in which it is drawn, if not all.
  var window: Window?
  var play: @Sendable (inout Desk) throws -> Void

  init(
    _ name: String, _ chair: Office.Chair = .inspector, after past: Past = .autumn,
    isPersonKnown: Bool = true, isPractice: Bool = false, in window: Window? = nil,
    _ play: @escaping @Sendable (inout Desk) throws -> Void
  ) {
    self.name = name
    self.chair = chair
    self.past = past
    self.isPersonKnown = isPersonKnown
    self.isPractice = isPractice
    self.window = window
    self.play = play
  }

  /// A window of the terminal, in cells.
  struct Window: Hashable, Sendable, CustomStringConvertible {
    var columns: Int
    var rows: Int

    static let usual = [Window(columns: 80, rows: 24), Window(columns: 120, rows: 40)]
    /// The least one in which the program draws itself.
    static let least = Window(columns: 60, rows: 16)
    static let tooSmall = Window(columns: 59, rows: 15)

    var description: String { "\(columns)x\(rows)" }
  }

  /// The program, brought to this place.
  func desk(_ office: Office, _ window: Window) throws -> Desk {
    var desk = try Desk(
      office, chair, columns: window.columns, rows: window.rows, isPersonKnown: isPersonKnown,
      isPractice: isPractice, after: past)
    try play(&desk)
    return desk
  }

  var windows: [Window] { window.map { [$0] } ?? Window.usual }

  var testDescription: String { name }
}

extension Scene {
  static let all =
    today + round + room + together + finding + signing + record + exemptions + entries + hazards
    + photographs + papers + forms + calendar + duty + activities + annual + incidents + safetyFile
    + assets + year + vehicles + coverage + assessment + passphrase + keys + persons + work
    + elsewhere

  static let today = [
    Scene("today", after: .none) { _ in },
    Scene("today-autumn") { _ in },
    Scene("today-practice", isPractice: true) { _ in },
    Scene("today-draft") { desk in
      try desk.open("monthly", .office)
      try desk.type("11⎋")
    },
    Scene("today-rectifier", .rectifier) { _ in },
    Scene("today-filter") { try $0.type("/yj") },
    Scene("alert-kind") { try $0.type("w") },
    Scene("alert-colour") { try $0.type("w1") },
    Scene("alert-level") { try $0.type("w9") },
    Scene("alert-raise") { try $0.type("86") },
    Scene("alert-details") { desk in
      try desk.type("w1")
      try desk.press([.character("6")])
      try desk.type("22:10⏎")
    },
    Scene("alert-earlier") { desk in
      try desk.type("w1")
      try desk.press([.character("6")])
      try desk.type("11-22 22:10⇥⇥" + desk.office("台风黄色预警信号生效", "Typhoon yellow") + "⏎3")
    },
    Scene("alert-issuer") { desk in
      try desk.type("893")
      try desk.type(desk.office("区三防指挥部", "Flood office"))
    },
    Scene("alert-lift") { try $0.type("9") },
    Scene("today-alerts") { try $0.receiveAlerts() },
    Scene("today-drill") { desk in
      let info = CAPMessage.Info(
        kind: .typhoon, colour: .red, issuer: desk.office("示例区气象台", "Weather office"),
        headline: "", expires: Moment(Desk.now.day, hour: 20, minute: 0))
      try desk.record(
        .receiveAlert(
          CAPMessage(
            id: "e-1", sender: "s", sent: Desk.now + -3600, status: .exercise, purpose: .alert,
            infos: [info])), by: .inspector)
    },
    Scene("today-after-alert") { desk in
      try desk.type("91")
      try desk.type("91")
    },
  ]

  static let round = [
    Scene("round") { desk in
      try desk.open("monthly", .office)
      try desk.type("99⏎")
      try desk.open(round: "monthly")
    },
    Scene("round-record") { desk in
      try desk.open("monthly", .office)
      try desk.type("99⏎")
      try desk.open(round: "monthly")
      try desk.press([.home, .character("8")])
    },
    Scene("round-record-none") { desk in
      try desk.open(round: "monthly")
      try desk.press([.end, .character("p")])
    },
    Scene("round-countersigned", .head) { desk in
      let key = try desk.key("monthly", .office)
      try desk.pass(key, by: .inspector)
      try desk.open(round: "monthly")
      try desk.type("s")
    },
    Scene("round-no-entry") { desk in
      try desk.open(round: "monthly")
      try desk.type("x")
      try desk.type(desk.office("门锁着", "the door was locked"))
    },
    Scene("paper") { desk in
      try desk.open(round: "monthly")
      try desk.type("e08:00/08:40⏎⏎301 2:1⏎")
      try desk.type("302 ok⏎")
      try desk.type("303 99")
    },
    Scene("paper-refused") { desk in
      try desk.open(round: "monthly")
      try desk.type("e08:00/08:40⏎⏎301 99⏎")
    },
    Scene("paper-question") { desk in
      try desk.open(round: "monthly")
      try desk.type("e08:00/08:40⏎⏎302 3,1 -2⏎")
      try desk.type("1")
    },
    Scene("paper-own-words") { desk in
      try desk.open(round: "monthly")
      try desk.type("e08:00/08:40⏎⏎302 3⏎")
      try desk.type("0")
      try desk.type(desk.office("插座面板开裂", "cracked plate"))
    },
    Scene("round-marked", .supervisor) { desk in
      try desk.open(round: "monthly")
      try desk.type("666  m")
    },
    Scene("round-excuse", .supervisor) { desk in
      try desk.open(round: "monthly")
      try desk.type("m")
    },
  ]

  static let room = [
    Scene("room-tick") { try $0.open("monthly", .office) },
    Scene("room-search") { desk in
      try desk.open("monthly", .office)
      try desk.type("/" + desk.office("dl", "stove"))
    },
    Scene("room-half") { desk in
      try desk.open("monthly", .office)
      try desk.type("12" + "1⏎" + "3⏎11")
    },
    Scene("room-reading") { desk in
      try desk.open("monthly", .archiveRoom)
      try desk.toItem(.reading)
    },
    Scene("room-reading-typed") { desk in
      try desk.open("monthly", .archiveRoom)
      try desk.toItem(.reading)
      try desk.type("21.5")
    },
    Scene("room-reading-empty") { desk in
      try desk.open("monthly", .archiveRoom)
      try desk.toItem(.reading)
      try desk.type("⏎")
    },
    Scene("room-choice") { desk in
      try desk.open("quarterly", .corridor)
      try desk.toItem(.choice)
    },
    Scene("room-text") { desk in
      try desk.open("supplies", .dutyRoom)
      try desk.toItem(.text)
      try desk.type(desk.office("11月5日", "5 November"))
    },
    Scene("room-text-waiting") { desk in
      try desk.open("supplies", .dutyRoom)
      try desk.toItem(.text)
    },
    Scene("room-no-entry") { desk in
      try desk.open("monthly", .office)
      try desk.type("x")
    },
    Scene("not-applicable") { desk in
      try desk.open("monthly", .office)
      try desk.type("3")
    },
    Scene("not-applicable-other") { desk in
      try desk.open("monthly", .office)
      try desk.type("34")
      try desk.type(desk.office("房间在装修", "being refitted"))
    },
    Scene("all-pass") { desk in
      try desk.open("monthly", .office)
      try desk.type("119")
    },
    Scene("discard") { desk in
      try desk.open("monthly", .office)
      try desk.type("11D")
    },
    Scene("take-over") { desk in
      var draft = Draft(
        occurrence: try desk.key("monthly", .office), owner: desk.office.person(.head),
        started: Desk.now + -3600)
      for question in try desk.fold.questionnaire(draft.occurrence)?.questions.prefix(4) ?? [] {
        draft[question.key] = .pass
      }
      draft.saved = Desk.now + -3000
      draft.cursor = 5
      desk.keep(draft)
      try desk.open("monthly", .office)
    },
  ]

  static let together = [
    Scene("together-panel") { desk in
      try desk.open("monthly", .office)
      try desk.type("8")
    },
    Scene("together-chosen") { desk in
      try desk.open("monthly", .office)
      try desk.type("82⏎")
    },
    Scene("together-all") { desk in
      try desk.open("monthly", .office)
      try desk.type("8⏎")
      try desk.press([.end])
    },
    Scene("together-one") { desk in
      try desk.open("quarterly", .corridor)
      try desk.type("18")
    },
    Scene("together-signing") { desk in
      try desk.open("monthly", .office)
      try desk.type("8⏎2⏎199")
    },
    Scene("together-signed") { desk in
      try desk.open("monthly", .office)
      try desk.type("8⏎2⏎199⏎")
    },
    Scene("together-next") { desk in
      try desk.open("monthly", .office)
      try desk.type("82⏎99⏎⏎")
    },
    Scene("together-led") { desk in
      try desk.open("monthly", .office)
      try desk.type("8⏎11⎋")
      try desk.open("screening", .office)
    },
    Scene("together-settled") { desk in
      try desk.open("monthly", .office)
      try desk.type("8⏎11")
      let draft = Draft(
        occurrence: try desk.key("screening", .office), owner: desk.office.person(.head),
        started: Desk.now)
      desk.keep(draft)
      try desk.carryOut(desk.app.update(.changed))
    },
  ]

  static let finding = [
    Scene("finding", after: .none) { desk in
      try desk.open("monthly", .office)
      try desk.type("2")
    },
    Scene("finding-phrase", after: .none) { desk in
      try desk.open("monthly", .office)
      try desk.type("22")
    },
    Scene("finding-spot-category", after: .none) { desk in
      try desk.open("monthly", .office)
      try desk.type("223⇥⇥⇥")
    },
    Scene("finding-trouble", after: .none) { desk in
      try desk.open("monthly", .office)
      try desk.type("22⇥⇥⇥⇥soon⏎")
    },
    Scene("finding-photos", after: .none) { desk in
      try desk.open("monthly", .office)
      try desk.type("21")
      try desk.press([.function(7)])
      try desk.type("14")
    },
    Scene("finding-photos-none", after: .none) { desk in
      desk.dropped.files = []
      try desk.open("monthly", .office)
      try desk.type("2⇤")
    },
    Scene("finding-photos-kept", after: .none) { desk in
      try desk.open("monthly", .office)
      try desk.type("21")
      try desk.press([.function(7)])
      try desk.type("12⏎↑")
    },
    Scene("finding-join") { desk in
      try desk.open("monthly", .office)
      try desk.type("12")
    },
    Scene("finding-reading") { desk in
      try desk.open("monthly", .archiveRoom)
      try desk.toItem(.reading)
      try desk.type("35⏎")
    },
  ]

  static let signing = [
    Scene("signing-company") { desk in
      try desk.open("monthly", .office)
      try desk.type("99⇥")
      try desk.type(desk.office("、陈静", ", Deng Wenhui"))
      try desk.type("⇥")
    },
    Scene("signing") { desk in
      try desk.open("monthly", .office)
      try desk.type("2⏎3199")
    },
    Scene("signing-findings") { desk in
      try desk.open("monthly", .office)
      try desk.type("2⏎" + "2" + "24⏎" + "21⇥⇥2⏎" + "99")
    },
    Scene("signed") { desk in
      try desk.open("monthly", .office)
      try desk.type("1122⏎99⏎")
    },
    Scene("signed-before") { desk in
      try desk.open("monthly", .office)
      try desk.type("1122⏎99⏎")
      try desk.type("⎋⎋")
      try desk.open("monthly", .office)
    },
  ]
}
