import Domain
import Foundation
import Ledger
import Testing

@testable import xunjian

/// For how long a PIN is remembered.
struct KeyringTests {
  private let person = Person(id: "li", name: "Li", roles: [.supervisor])

  /// An office may have the PIN asked at each signature: several acts asked for at once are one.
  @Test func actsAskedForAtOnceAskOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = KeyStore(environment: ["XDG_CONFIG_HOME": folder])
    let key = try SigningKey()
    let pin = try Passphrase(choosing: "246813")
    try store.write(KeyFile(key, ledger: "one", person: person.id, under: pin, cost: .least))
    let ring = Keyring(store, ledger: "one")
    var asked = 0
    ring.ask = { _ in
      asked += 1
      return pin
    }
    func sign(rememberedFor minutes: Int) throws {
      #expect(
        try ring.key(key.publicKey, of: person, at: 100, rememberedFor: minutes).publicKey
          == key.publicKey)
    }

    for _ in 0..<2 { try sign(rememberedFor: 0) }
    #expect(asked == 2)
    try ring.together { for _ in 0..<3 { try sign(rememberedFor: 0) } }
    #expect(asked == 3)
    try sign(rememberedFor: 0)
    #expect(asked == 4)
    try ring.unlock(key.publicKey, of: person, with: pin, at: 100, rememberedFor: 0)
    try ring.together { for _ in 0..<2 { try sign(rememberedFor: 0) } }
    #expect(asked == 4)
    try sign(rememberedFor: 5)
    try sign(rememberedFor: 5)
    #expect(asked == 5)
  }
}
