import Canvas
import Domain

@testable import Screens

extension Scene {
  static let papers = [
    Scene("papers") { try $0.openPapers() },
    Scene("papers-several", .supervisor) { desk in
      try desk.openHazards()
      try desk.type("  p")
    },
    Scene("papers-none", .observer, after: .none) { desk in
      try desk.openHazards()
      try desk.type("8")
    },
    Scene("papers-notice", .supervisor) { try $0.openPapers("5") },
    Scene("papers-notice-issued", .supervisor) { try $0.openPapers("5⏎") },
    Scene("papers-decider") { try $0.openPapers("2") },
    Scene("papers-approval") { try $0.openPapers("1") },
    Scene("papers-rectification", .supervisor) { desk in
      try desk.openHazards()
      try desk.type("  p3]⏎")
    },
    Scene("papers-listed", .supervisor) { try $0.openPapers("6") },
    Scene("notices", .supervisor) { try $0.openNotices() },
    Scene("notices-none") { try $0.openPapers("7") },
    Scene("notices-menu", .supervisor) { try $0.openNotices("⏎") },
    Scene("notices-receive", .supervisor) { try $0.openNotices("⏎2") },
    Scene("notices-answer", .supervisor) { desk in
      try desk.openNotices()
      for notice in desk.fold.rectificationNotices.keys {
        try desk.record(.notice(notice, .receive()), by: .head)
      }
      try desk.type("⏎2")
      try desk.type(desk.office("已换新插座", "socket replaced"))
    },
    Scene("notices-withdraw", .supervisor) { try $0.openNotices("⏎3") },
    Scene("notices-hazard", .supervisor) { desk in
      try desk.openNotices("⎋")
      try desk.select("2026-002")
    },
    Scene("print") { try $0.openPapers("3p") },
    Scene("print-several", .supervisor) { desk in
      try desk.openHazards()
      try desk.type("  p3p3")
    },
    Scene("print-stopped") { try $0.openPapers("3p325") },
    Scene("print-refused") { try $0.openPapers("3p331") },
    Scene("print-copies") { try $0.openPapers("3p4") },
    Scene("print-file") { try $0.openPapers("3e") },
    Scene("print-format") { try $0.openPapers("3e2") },
    Scene("print-path") { try $0.openPapers("3e3") },
    Scene("print-no-printer") { desk in
      desk.printers = []
      try desk.openPapers("3p")
    },
    Scene("print-occupied") { desk in
      try desk.openPapers("3e")
      let path = desk.office("/home/li/文档/xunjian-3", "/home/li/Documents/xunjian-3")
      let order = FileOrder(format: .pdf, path: path + ".pdf")
      try desk.carryOut(
        desk.app.update(.occupied([.listed], order, free: path + "-2.pdf")))
    },
    Scene("sheet-number") { try $0.openPapers("4") },
    Scene("sheet-unreadable") { try $0.openPapers("4notday⏎") },
    Scene("sheet-choice") { try $0.openPapers("4⏎") },
    Scene("sheet-unknown") { try $0.openPapers("420261122-AAAA-AAAA⏎") },
    Scene("sheet-date") { try $0.openSheet() },
    Scene("sheet-scan") { desk in
      try desk.openPapers("4\(desk.sheet().number)⏎⏎")
    },
    Scene("sheet-marks") { try $0.openSheet("⏎12") },
    Scene("sheet-words") { desk in
      try desk.openSheet("⏎13")
      try desk.type(desk.office("窗扣仍松", "still loose"))
    },
    Scene("sheet-enter") { try $0.openSheet("⏎11⏎") },
    Scene("sheet-drop") { try $0.openSheet("⏎1⎋") },
    Scene("sheet-refused", .rectifier) { try $0.openSheet("⏎11⏎⏎") },
  ]
}

extension Desk {
  /// Opens what can be done on paper about the first hazard.
  mutating func openPapers(_ keys: String = "") throws {
    try openHazards()
    try type("p" + keys)
  }

  /// Issues a notice about the first two hazards, and opens the list of notices at it.
  mutating func openNotices(_ keys: String = "") throws {
    try openHazards()
    try type("  p5⏎⎋p7" + keys)
  }

  /// The sheet of what waits for the supervisor now.
  func sheet() throws -> DecisionSheet {
    struct NoSheet: Error {}
    let sheets = DecisionSheet.all(of: ledger.openHazards, fold.bureau, on: today)
    guard let sheet = sheets.first(where: { $0.leader.id == office.person(.supervisor) }) else {
      throw NoSheet()
    }
    return sheet
  }

  /// Types the number of the supervisor's sheet, of which there is no scan, then further keys.
  mutating func openSheet(_ keys: String = "") throws {
    dropped.files = []
    try openPapers("4\(sheet().number)⏎" + keys)
  }
}
