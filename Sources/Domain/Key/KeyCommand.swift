import Almanac

/// What may be asked to be done with keys. May be refused.
public enum KeyCommand: Hashable, Sendable {
  /// The person at the keyboard offers the public half of a key.
  case offer(PublicKey)
  /// An administrator ties the key that a person has offered; a reason where it replaces another.
  case tie(Person.ID, PublicKey, reason: String? = nil)

  /// Returns the line that a command causes.
  ///
  /// - Throws: ``KeyError`` or ``NotPermitted``, with nothing written.
  public func decide(with bureau: Bureau, in situation: Situation) throws -> [Happening] {
    guard situation.entered == nil else { throw KeyError.notForAnother }
    let actor = situation.actor
    switch self {
    case .offer(let key):
      let isTaken = bureau.keys.contains { ring in
        ring.entries.contains { $0.key == key }
      }
      guard !isTaken else { throw KeyError.offeredBefore(key.fingerprint) }
      return [Happening(.key(actor.id), .key(.offered(key)))]
    case .tie(let id, let key, let reason):
      guard actor.may(.administer) else { throw NotPermitted(.administer) }
      let ring = bureau.keyRing(of: id)
      guard ring?.offered == key else { throw KeyError.notOffered(bureau.name(id)) }
      let former = ring?.inForce
      let reason = try reason.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
      if former != nil {
        let others = bureau.administrators(on: situation.today).filter { $0.id != actor.id }
        guard id != actor.id || others.isEmpty else {
          throw KeyError.ownReplacement(others.map(\.name))
        }
        guard reason != nil else { throw KeyError.reasonMissing }
      }
      let tied = TiedKey(key: key, replaces: former, reason: reason)
      return [Happening(.key(id), .key(.tied(tied)))]
    }
  }
}

extension Bureau {
  /// A person's keys; nil for one who never offered any.
  public func keyRing(of person: Person.ID) -> KeyRing? { keys.first { $0.id == person } }

  /// Those of whom a key waits for an administrator.
  public var offeredKeys: [KeyRing] { keys.filter { $0.offered != nil } }

  /// Who may administer and is in office on a day.
  func administrators(on day: Day) -> [Person] {
    persons.filter { person in
      person.may(.administer) && person.to.map { $0 >= day } ?? true
    }
  }
}

/// A reason an act on a key, or one that a key should have signed, was refused. Nothing was written.
public enum KeyError: Refusal, Hashable {
  case notForAnother
  case offeredBefore(KeyFingerprint)
  case notOffered(String)
  /// Other administrators are there to do it.
  case ownReplacement([String])
  case reasonMissing
  /// The key in force is not at hand here.
  case notAtHand(String, KeyFingerprint)

  /// Not permitted where another person or a key is needed.
  public var kind: RefusalKind {
    switch self {
    case .ownReplacement, .notAtHand: .notPermitted
    case .notForAnother, .offeredBefore, .notOffered, .reasonMissing: .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .notForAnother:
      Bilingual(zh: "密钥的事只能本人办理，不能代录。", en: "Acts on keys cannot be entered for another.")
    case .offeredBefore(let fingerprint):
      Bilingual(
        zh: "密钥 \(fingerprint) 已提交过，不能再用；请用 key make --replace 另做一个。",
        en: "The key \(fingerprint) was offered before; make another with key make --replace.")
    case .notOffered(let name):
      Bilingual(
        zh: "\(name)没有提交这个密钥，没有登记；请本人用 key make 提交，再核对 key list。",
        en: """
          \(name) has not offered that key, and it was not tied. Let them offer it with key make, and \
          compare it with key list.
          """)
    case .ownReplacement(let others):
      Bilingual(
        zh: "不能登记自己的新密钥来顶替旧密钥，请由另一位管理员办理：\(others.joined(separator: "、"))。",
        en: """
          You cannot tie a key in the place of your own; another administrator must: \
          \(others.joined(separator: ", ")).
          """)
    case .reasonMissing:
      Bilingual(
        zh: "顶替在用的密钥须写明原因（--reason），如“旧电脑损坏”。",
        en: "Say why the key in use is replaced (--reason), as “the old computer broke”.")
    case .notAtHand(let name, let fingerprint):
      Bilingual(
        zh: "\(name)的密钥 \(fingerprint) 不在这里，没有写入。请在有密钥的登录名下办理；"
          + "密钥丢失的，先用 key make 另做，再请管理员用 key tie 登记。",
        en: """
          The key of \(name), \(fingerprint), is not here; nothing was written. Act from the login that \
          has it. If it is lost, make another with key make and let an administrator tie it with key tie.
          """)
    }
  }
}
