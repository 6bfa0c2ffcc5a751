import Almanac
import Domain
import Foundation
import Ledger
import Screens

extension Session {
  /// The key that must sign what a person records now; nil for one without a key.
  ///
  /// - Throws: `KeyError.notAtHand`, `PassphraseError` or ``KeyStoreError`` where it cannot sign here.
  func key(of recorder: Person.ID, for commands: [Command], in bureau: Bureau) throws
    -> SigningKey?
  {
    let due = keyDue(by: recorder, for: commands, in: bureau)
    guard let due, let person = bureau.person(recorder) else { return nil }
    try requirePIN(of: person, in: bureau)
    return try keys.key(
      due, of: person, at: clock.monotonicSeconds,
      rememberedFor: bureau.organization.minutesOfPIN)
  }

  /// On a shared login a key that is not under a PIN would sign for whoever sits there.
  private func requirePIN(of person: Person, in bureau: Bureau) throws {
    guard bureau.organization.sharedLogins.contains(Actor.login) else { return }
    if try keyFile(of: person.id)?.isSealed == false { throw KeyPlaceError.hasNoPIN(person.name) }
  }

  /// Who ties a key to oneself signs with that one.
  private func keyDue(
    by recorder: Person.ID, for commands: [Command], in bureau: Bureau
  ) -> PublicKey? {
    for case .key(.tie(recorder, let key, _)) in commands { return key }
    return bureau.keyRing(of: recorder)?.inForce
  }

  /// Opens the key of the person at the keyboard for the acts to come.
  ///
  /// - Throws: `PassphraseError.wrong`, `KeyError.notAtHand` or ``KeyStoreError``.
  func unlock(_ person: Person, with passphrase: Passphrase) throws {
    let bureau = try ledger.bureau()
    guard let ring = bureau.keyRing(of: person.id) else { return }
    // Who ties a key of their own signs with that one, which is only offered yet.
    let here = try keyFile(of: person.id)?.publicKey
    let due = [ring.offered, ring.inForce].compactMap(\.self).first { $0 == here }
    guard let due = due ?? ring.inForce else { return }
    try keys.unlock(
      due, of: person, with: passphrase, at: clock.monotonicSeconds,
      rememberedFor: bureau.organization.minutesOfPIN)
  }

  /// Offers the key of a person who acts for the first time on a real ledger, whose login is theirs alone.
  /// The act itself stands whether this succeeds or not.
  func offerFirstKey(of id: Person.ID, in former: Bureau) {
    guard !former.isPractice, former.keyRing(of: id) == nil else { return }
    do {
      // The act itself may have tied the login or marked it as shared.
      let bureau = try ledger.bureau()
      guard let person = bureau.person(id), person.logins.contains(Actor.login),
        !bureau.organization.sharedLogins.contains(Actor.login)
      else { return }
      let present = try keys.store.read(ledger: keys.ledger, person: id)
      guard present?.isSealed != true, present != nil || makesFirstKeys else { return }
      let key = try present?.open()
      if let key { try offer(key, of: id) }
      let made = try key ?? makeKey(of: id)
      let fingerprint = made.publicKey.fingerprint
      warn(
        Bilingual(
          zh: "已为\(person.name)做好签名密钥 \(fingerprint)，请管理员核对后用 key tie \(id) 登记。",
          en: """
            A key was made for \(person.name): \(fingerprint). Let an administrator compare it and tie \
            it with key tie \(id).
            """))
    } catch {
      let reason = Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription)
      warn(Bilingual(zh: "已记录，但签名密钥没有做成：", en: "Recorded, but no key could be made: ") + reason)
    }
  }

  /// The key that a person could have on this login who acts on a real ledger without one; nil where
  /// there is one, or none can be.
  func keyOffer(to id: Person.ID) throws -> KeyOffer? {
    let bureau = try ledger.bureau()
    guard !bureau.isPractice, bureau.keyRing(of: id) == nil, let person = bureau.person(id) else {
      return nil
    }
    let isShared = bureau.organization.sharedLogins.contains(Actor.login)
    guard isShared || person.logins.contains(Actor.login),
      try keys.store.read(ledger: keys.ledger, person: id) == nil
    else { return nil }
    return KeyOffer(folder: keys.store.folder, needsPIN: isShared)
  }

  /// Makes a key of a person on this login, under a passphrase if one is given, and offers it.
  @discardableResult
  func makeKey(of person: Person.ID, under passphrase: Passphrase? = nil) throws -> SigningKey {
    let key = try SigningKey()
    let file = try KeyFile(key, ledger: keys.ledger, person: person, under: passphrase)
    try keys.store.write(file) { try offer(key, of: person) }
    return key
  }

  /// Records the public half of a key that its person offers.
  func offer(_ key: SigningKey, of person: Person.ID) throws {
    let command = Command.key(.offer(key.publicKey))
    try ledger.act(person, at: clock.now, signedWith: key) {
      try command.decide(with: $0, in: $1)
    }
  }
}
