import Canvas
import Domain

@testable import Screens

extension Scene {
  static let hazards = [
    Scene("hazards") { try $0.openHazards() },
    Scene("hazards-none", after: .none) { try $0.openHazards() },
    Scene("hazards-ordered", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-004")
    },
    Scene("hazards-long-text", .supervisor) { desk in
      try desk.writeLongHazard()
      try desk.openHazards()
      try desk.select("2026-009")
    },
    Scene("hazard-whole", .supervisor) { desk in
      try desk.writeLongHazard()
      try desk.openHazards()
      try desk.select("2026-009")
      try desk.type("d")
    },
    Scene("hazards-waiting", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
    },
    Scene("hazards-verified", .supervisor) { desk in
      try desk.record(.hazard("2026-003", .verify()), by: .inspector)
      try desk.openHazards()
      try desk.select("2026-003")
    },
    Scene("hazards-by-section") { desk in
      try desk.openHazards()
      try desk.type("sss")
    },
    Scene("hazards-filtered") { desk in
      try desk.openHazards()
      try desk.type("/")
      try desk.type(desk.office("fhm", "fire door"))
    },
    Scene("hazards-marked", .supervisor) { desk in
      try desk.openHazards()
      try desk.press([.character(" "), .character(" ")])
    },
    Scene("hazards-marked-filtered", .supervisor) { desk in
      try desk.openHazards()
      try desk.press([.character(" "), .character(" ")])
      try desk.type("/")
      try desk.type(desk.office("fhm", "fire door"))
    },
    Scene("act-menu", .rectifier) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("⏎")
    },
    Scene("act-menu-supervisor", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-003")
      try desk.type("⏎")
    },
    Scene("act-menu-more", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("⏎")
      try desk.press([.up, .enter])
    },
    Scene("act-revoked", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-003")
      try desk.type("vu")
    },
    Scene("hazard-major", .supervisor) { desk in
      let order = Oversight.AuthorityAct(
        authority: desk.office("区安委办", "Safety Board"),
        document: desk.office("示安办〔2026〕12号", "No. 12 of 2026"), day: desk.today)
      for act in [
        OversightCommand.study(
          .init(
            severity: .major, basis: "GB 35181", participants: [desk.office.person(.supervisor)],
            day: desk.today)),
        .safeguard(
          .init(
            measures: desk.office("三楼停用", "third floor closed"),
            watcher: desk.office.person(.rectifier))),
        .list(order),
      ] {
        try desk.record(.hazard("2026-002", .oversee(act)), by: .supervisor)
      }
      try desk.openHazards()
      try desk.select("2026-002")
    },
    Scene("act-several", .supervisor) { desk in
      try desk.openHazards()
      try desk.type("  a")
    },
    Scene("act-several-refused", .supervisor) { desk in
      try desk.openHazards()
      try desk.type("*a")
      try desk.press([.control("u")])
      try desk.type("12-07⇥" + desk.office("等待采购", "on order") + "⏎⏎")
    },
    Scene("hazards-overview", .supervisor) { desk in
      try desk.openHazards()
      try desk.type("b")
    },
    Scene("act-none", .observer) { desk in
      try desk.openHazards()
      try desk.type("⏎")
    },
    Scene("act-done", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-003")
      try desk.type("v")
    },
  ]

  static let photographs = [
    Scene("photographs") { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("o")
    },
    Scene("photographs-attached", .rectifier) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("o13")
    },
    Scene("photographs-detail", .rectifier) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("o12⎋")
    },
    Scene("photographs-twice") { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("o11")
    },
    Scene("photographs-none") { desk in
      desk.dropped.files = []
      try desk.openHazards()
      try desk.type("o")
    },
    Scene("photographs-no-folder") { desk in
      desk.dropped = DropListing(folder: desk.dropped.folder, exists: false, files: [])
      try desk.openHazards()
      try desk.type("o")
    },
    Scene("photographs-observer", .observer) { desk in
      let file = desk.dropped.files(for: "2026-002")[0]
      let photograph = try DropSamples.photograph(file, .before)
      try desk.record(.hazard("2026-002", .photograph([photograph])), by: .inspector)
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("o")
    },
  ]

  static let forms = [
    Scene("form-assign") { desk in
      try desk.openHazards()
      try desk.type("i")
    },
    Scene("form-assign-trouble") { desk in
      try desk.openHazards()
      try desk.press([.character("i"), .control("u")])
      try desk.type(desk.office("王二麻子", "nobody") + "⏎")
    },
    Scene("form-assign-list") { desk in
      try desk.openHazards()
      try desk.press([.character("i"), .control("u")])
      try desk.type(desk.office("z", "x") + "↓")
    },
    Scene("form-extend", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("⏎2")
    },
    Scene("act-granted", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("a")
    },
    Scene("form-extend-ordered", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-004")
      try desk.type("a")
    },
    Scene("form-reject", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-003")
      try desk.type("r")
    },
    Scene("form-submit", .rectifier) { desk in
      try desk.openHazards()
      try desk.select("2026-001")
      try desk.type("⏎1")
    },
    Scene("form-study", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("⏎")
      try desk.press([.up, .enter])
      try desk.type("4")
    },
    Scene("form-remind", .supervisor) { desk in
      try desk.openHazards()
      try desk.select("2026-002")
      try desk.type("m")
    },
    Scene("form-report") { desk in
      try desk.openHazards()
      try desk.type("n")
    },
    Scene("form-report-list") { desk in
      try desk.openHazards()
      try desk.type("n30")
    },
    Scene("form-report-trouble") { desk in
      try desk.openHazards()
      try desk.press([.character("n"), .paste("30")])
      try desk.type("⇥" + desk.office("灭火器过期", "extinguisher expired") + "⏎")
    },
  ]

  static let elsewhere = [
    Scene("summary") { try $0.press([.function(6)]) },
    Scene("summary-end") { try $0.press([.function(6), .end]) },
    Scene("summary-completion", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("[b")
    },
    Scene("summary-figures", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("2↓↓")
    },
    Scene("summary-figure-records", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("2" + String(repeating: "↓", count: 11) + "⏎")
    },
    Scene("summary-quarter", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("3")
    },
    Scene("summary-seal", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("[9")
    },
    Scene("summary-seal-early", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("9")
    },
    Scene("summary-seal-refused", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("9⏎")
    },
    Scene("summary-sealed", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("[9⏎")
    },
    Scene("summary-seal-again", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("[9⏎9")
    },
    Scene("summary-live", .supervisor) { desk in
      try desk.press([.function(6)])
      try desk.type("[9⏎8")
    },
    Scene("help-today") { try $0.type("?") },
    Scene("help-room") { desk in
      try desk.open("monthly", .office)
      try desk.type("?")
    },
    Scene("help-hazards", .supervisor) { desk in
      try desk.openHazards()
      try desk.type("?")
    },
    Scene("help-all") { try $0.type("??") },
    Scene("tour-1") { $0.app.showTour() },
    Scene("tour-2") { try $0.tour("⏎") },
    Scene("tour-3") { try $0.tour("⏎⏎") },
    Scene("tour-4") { try $0.tour("4") },
    Scene("tour-5") { try $0.tour("6↑") },
    Scene("tour-6") { try $0.tour("⏎⏎⏎⏎⏎") },
    Scene("least-tour", in: Window(columns: 60, rows: 16)) { try $0.tour("2") },
    Scene("palette") { try $0.type(":") },
    Scene("palette-filtered") { desk in
      try desk.open("monthly", .office)
      try desk.type(":")
      try desk.type(desk.office("qm", "sign"))
    },
    Scene("person-picker", isPersonKnown: false) { _ in },
    Scene("quit") { try $0.type("q") },
    Scene("too-small", in: .tooSmall) { _ in },
    Scene("least", in: Window(columns: 60, rows: 16)) { try $0.open("monthly", .office) },
    Scene("least-practice", isPractice: true, in: Window(columns: 60, rows: 16)) { _ in },
    Scene("least-finding", in: Window(columns: 60, rows: 16)) { desk in
      try desk.open("monthly", .office)
      try desk.type("122")
    },
    Scene("paste-ignored") { try $0.press([.paste("q\n")]) },
    Scene("input-method") { try $0.type("检") },
  ]
}

extension Desk {
  mutating func openHazards() throws { try press([.function(4)]) }

  mutating func tour(_ keys: String) throws {
    app.showTour()
    try type(keys)
  }

  /// Moves down to a hazard.
  mutating func select(_ id: Hazard.ID) throws {
    try type("g")
    for _ in 0..<20 {
      guard let screen = app.screen as? HazardsScreen, screen.selected?.id != id
      else { return }
      try type("↓")
    }
  }

  enum Asks {
    case reading
    case choice
    case text
  }

  /// Moves down to the first item of a kind.
  mutating func toItem(_ kind: Asks) throws {
    guard let screen = app.screen as? RoomScreen else { return }
    let index = screen.questions.firstIndex { question in
      switch (question.item.kind, kind) {
      case (.reading, .reading), (.choice, .choice), (.text, .text): true
      case (.tick, _), (.reading, _), (.choice, _), (.text, _): false
      }
    }
    try type(String(repeating: "↓", count: index ?? 0))
  }
}
