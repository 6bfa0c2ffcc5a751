import Almanac
import Domain
import Foundation
import Ledger

/// A key is under a passphrase that is not remembered: the screen asks for it.
struct KeyLocked: Error {}

/// The keys at hand here, and the one that is open: remembered for as long as the office allows.
final class Keyring {
  let store: KeyStore
  /// The ledger's id.
  let ledger: String
  /// Asks for the passphrase of a person's key.
  var ask: (Person) throws -> Passphrase = { try PassphrasePrompt.read(for: $0) }
  private var opened: Opened?
  /// Whether several acts are being done that were asked for at once.
  private var isTogether = false

  private struct Opened {
    var person: Person.ID
    var key: SigningKey
    /// Seconds of the clock that no change disturbs; the next act alone when nil.
    var until: Int?
  }

  init(_ store: KeyStore, ledger: String) {
    self.store = store
    self.ledger = ledger
  }

  /// A person's key, opened by its passphrase where it has one and that is not remembered.
  ///
  /// - Parameters:
  ///   - seconds: Now, on the clock that no change disturbs.
  ///   - minutes: For how long a passphrase is remembered once it was asked.
  /// - Throws: `KeyError.notAtHand` where the key is not here, `PassphraseError`, ``KeyStoreError``.
  func key(
    _ due: PublicKey, of person: Person, at seconds: Int, rememberedFor minutes: Int
  ) throws -> SigningKey {
    if let key = remembered(due, of: person, at: seconds) { return key }
    guard let file = try store.read(ledger: ledger, person: person.id), file.publicKey == due
    else { throw KeyError.notAtHand(person.name, due.fingerprint) }
    guard file.isSealed else { return try open(file) }
    return try open(file, of: person, with: ask(person), at: seconds, rememberedFor: minutes)
  }

  /// Opens a person's key for the acts to come.
  ///
  /// - Throws: As ``key(_:of:at:rememberedFor:)``.
  func unlock(
    _ due: PublicKey, of person: Person, with passphrase: Passphrase, at seconds: Int,
    rememberedFor minutes: Int
  ) throws {
    guard let file = try store.read(ledger: ledger, person: person.id), file.publicKey == due
    else { throw KeyError.notAtHand(person.name, due.fingerprint) }
    let key = try open(file, with: passphrase)
    opened = Opened(
      person: person.id, key: key, until: minutes == 0 ? nil : seconds + minutes * 60)
  }

  /// Signs all acts of a body, which were asked for at once, with a key that is opened once, however short it
  /// is remembered.
  func together<Value>(_ body: () throws -> Value) rethrows -> Value {
    isTogether = true
    defer {
      isTogether = false
      if let held = opened, held.until == nil { opened = nil }
    }
    return try body()
  }

  /// Forgets the open key, unless it is this person's.
  func forget(except person: Person.ID? = nil) {
    if opened?.person != person { opened = nil }
  }

  private func remembered(_ due: PublicKey, of person: Person, at seconds: Int) -> SigningKey? {
    guard let held = opened, held.person == person.id, held.key.publicKey == due,
      held.until.map({ seconds < $0 }) ?? true
    else {
      opened = nil
      return nil
    }
    if held.until == nil, !isTogether { opened = nil }
    return held.key
  }

  private func open(
    _ file: KeyFile, of person: Person, with passphrase: Passphrase, at seconds: Int,
    rememberedFor minutes: Int
  ) throws -> SigningKey {
    let key = try open(file, with: passphrase)
    opened =
      minutes == 0
      ? isTogether ? Opened(person: person.id, key: key, until: nil) : nil
      : Opened(person: person.id, key: key, until: seconds + minutes * 60)
    return key
  }

  private func open(_ file: KeyFile, with passphrase: Passphrase? = nil) throws -> SigningKey {
    do {
      return try file.open(with: passphrase)
    } catch let error as KeyFileError {
      throw KeyStoreError.unusable(store.path(ledger: ledger, person: file.person), error)
    }
  }
}
