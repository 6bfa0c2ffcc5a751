import Canvas
import Domain

@testable import Screens

extension Scene {
  static let record = [
    Scene("record") { try $0.openRecord() },
    Scene("record-menu") { try $0.openRecord("⏎") },
    Scene("record-menu-none", .rectifier) { try $0.openRecord("⏎") },
    Scene("record-items") { try $0.openRecord("⏎112") },
    Scene("record-answer") { try $0.openRecord("⏎12⏎") },
    Scene("record-not-applicable") { try $0.openRecord("⏎12⏎3") },
    Scene("record-finding") { try $0.openRecord("⏎13⏎2") },
    Scene("record-reason") { desk in
      try desk.openRecord("⏎13⏎21⏎")
      try desk.type(desk.office("漏看了", "overlooked"))
    },
    Scene("record-corrected") { desk in
      try desk.openRecord("⏎13⏎21⏎")
      try desk.type(desk.office("漏看了", "overlooked") + "⏎")
    },
    Scene("record-refused") { desk in
      try desk.openRecord("⏎13⏎1")
      try desk.type(desk.office("看错", "misread") + "⏎")
    },
    Scene("record-withdraw") { try $0.openRecord("⏎2") },
    Scene("record-withdraw-sure") { desk in
      try desk.openRecord("⏎2")
      try desk.type(desk.office("走错房间", "wrong room") + "⏎")
    },
    Scene("record-withdrawn") { desk in
      try desk.openRecord("⏎2")
      try desk.type(desk.office("走错房间", "wrong room") + "⏎1")
    },
  ]
}

extension Desk {
  /// Opens October's record and presses keys there.
  mutating func openRecord(_ keys: String = "") throws {
    try carryOut(app.run([.push(RecordScreen(id: "检2026-0001"))]))
    try type(keys)
  }
}
