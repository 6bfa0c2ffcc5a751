import Canvas
import Domain

@testable import Screens

extension Scene {
  /// A first signature without a key, and a key that waits to be tied.
  static let keys = [
    Scene("first-key") { try $0.signWithoutKey() },
    Scene("first-key-shared") { try $0.signWithoutKey(needsPIN: true) },
    Scene("first-key-pin") { desk in
      try desk.signWithoutKey("2")
      try desk.type("2048")
    },
    Scene("first-key-easy") { try $0.signWithoutKey("2123456⏎") },
    Scene("first-key-again") { try $0.signWithoutKey("2204816⏎") },
    Scene("first-key-made") { try $0.signWithoutKey("1") },
    Scene("today-keys") { try $0.offerKey() },
    Scene("keys") { try $0.openKeys() },
    Scene("keys-compare") { try $0.openKeys("1") },
    Scene("keys-tied") { try $0.openKeys("11") },
    Scene("keys-none") { try $0.openKeys("⏎⏎") },
  ]
}

extension Desk {
  /// Ticks a room to its end and signs it on a login that has no key.
  mutating func signWithoutKey(_ keys: String = "", needsPIN: Bool = false) throws {
    keyOffer = KeyOffer(folder: "/home/zhang/.config/xunjian/keys", needsPIN: needsPIN)
    try open("monthly", .office)
    try type("1199⏎" + keys)
  }

  /// Has the head of a section offer a key.
  mutating func offerKey() throws {
    try record(.key(.offer(Office.key)), by: .head)
  }

  mutating func openKeys(_ keys: String = "") throws {
    try offerKey()
    try type(":" + app.context(Action.keys.entry.label) + "⏎" + keys)
  }
}
