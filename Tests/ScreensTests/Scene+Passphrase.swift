import Domain

@testable import Screens

extension Scene {
  /// A room whose signature waits for the PIN of a key.
  static let passphrase = [
    Scene("pin") { try $0.signUnderPIN() },
    Scene("pin-typed") { desk in
      try desk.signUnderPIN()
      try desk.type("2048")
    },
    Scene("pin-input-method") { desk in
      try desk.signUnderPIN()
      try desk.type("20密")
    },
    Scene("pin-wrong") { desk in
      try desk.signUnderPIN()
      try desk.type("204817⏎")
    },
    Scene("pin-refused") { desk in
      try desk.signUnderPIN()
      try desk.type("2048⎋")
    },
  ]
}

extension Desk {
  /// Ticks a room to its end and signs it with a key that is under a PIN.
  mutating func signUnderPIN() throws {
    passphrase = Passphrase("204816")
    try open("monthly", .office)
    try type("1199⏎")
  }
}
