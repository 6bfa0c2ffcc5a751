import Almanac
import Domain
import Foundation
import Ledger

/// The key with which the person at this login signs.
extension Surroundings {
  /// Whether it lies here, for this login alone, and is the one that an administrator has tied; nil on a practice
  /// ledger where nobody is named.
  func key(_ ledger: LedgerFile) throws -> Check? {
    let bureau = try ledger.bureau()
    let person: Person
    do {
      person = try Actor(bureau: bureau, options: options, today: now.day).person()
    } catch ShellError.whoAreYou where bureau.isPractice {
      return nil
    } catch {
      let words = Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription)
      return Check(
        false, Bilingual(zh: "登录名：\(Actor.login)", en: "Login: \(Actor.login)"), words)
    }
    let ring = bureau.keyRing(of: person.id)
    let name = Bilingual(zh: "\(person.name)的签名密钥", en: "Signing key of \(person.name)")
    let file: KeyFile?
    do {
      file = try KeyStore().read(ledger: ledger.id(), person: person.id)
    } catch {
      let words = Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription)
      return Check(false, name, words)
    }
    let isShared = bureau.organization.sharedLogins.contains(Actor.login)
    let found = State(ring, file, isShared: isShared, isPractice: bureau.isPractice)
    let advice = found.advice(person)
    return Check(advice == nil, name + found.words, advice ?? Bilingual(verbatim: ""))
  }

  /// How the key here and the ledger's stand to one another.
  private enum State {
    /// The ledger knows none and none is here.
    case none
    /// None yet where it is not made with the first act.
    case toMake
    /// Offered, and not tied yet.
    case offered(KeyFingerprint)
    /// Another key is in force, or none at all lies here.
    case lacking(KeyFingerprint)
    /// The one here was replaced by the one in force.
    case replaced(KeyFingerprint, by: KeyFingerprint)
    case withoutPIN(KeyFingerprint)
    case tied(KeyFingerprint)

    init(_ ring: KeyRing?, _ file: KeyFile?, isShared: Bool, isPractice: Bool) {
      let here = file?.publicKey
      if let force = ring?.inForce {
        guard let file, let here else {
          self = .lacking(force.fingerprint)
          return
        }
        let entry = ring?.entries.first { $0.key == here }
        switch entry?.state {
        case .tied where isShared && !file.isSealed: self = .withoutPIN(force.fingerprint)
        case .tied: self = .tied(force.fingerprint)
        case .offered: self = .offered(here.fingerprint)
        case .replaced: self = .replaced(here.fingerprint, by: force.fingerprint)
        case nil: self = .lacking(force.fingerprint)
        }
      } else if let offered = ring?.offered {
        self = here == offered ? .offered(offered.fingerprint) : .lacking(offered.fingerprint)
      } else {
        self = isShared && !isPractice ? .toMake : .none
      }
    }

    var words: Bilingual {
      switch self {
      case .none: Bilingual(zh: "：还没有", en: ": none yet")
      case .toMake: Bilingual(zh: "：还没有做", en: ": not made yet")
      case .offered(let key): Bilingual(zh: " \(key)：待登记", en: " \(key): offered")
      case .lacking(let key): Bilingual(zh: " \(key)：不在这里", en: " \(key): not here")
      case .replaced(let key, _): Bilingual(zh: " \(key)：已更换", en: " \(key): replaced")
      case .withoutPIN(let key): Bilingual(zh: " \(key)：没有 PIN", en: " \(key): without a PIN")
      case .tied(let key): Bilingual(zh: " \(key)：在用", en: " \(key): tied")
      }
    }

    /// What to do; nil where all is well.
    func advice(_ person: Person) -> Bilingual? {
      switch self {
      case .none, .tied: nil
      case .toMake:
        Bilingual(
          zh: "公用登录名上先做一个有 PIN 的：xunjian key make --as \(person.id)",
          en: "On a shared login make one under a PIN first: xunjian key make --as \(person.id)")
      case .offered:
        Bilingual(
          zh: "请管理员与本人核对指纹，再登记：xunjian key tie \(person.id)",
          en: "Let an administrator compare it and tie it: xunjian key tie \(person.id)")
      case .lacking:
        Bilingual(
          zh: "从原来的机器复制密钥文件；丢失的用 xunjian key make --replace 另做，再请管理员登记。",
          en: """
            Copy its file from the machine that has it; if it is lost, run xunjian key make --replace and let an \
            administrator tie it.
            """)
      case .replaced(_, let present):
        Bilingual(
          zh: "在用的是 \(present)：请从做它的机器复制密钥文件。",
          en: "The one in use is \(present): copy its file from the machine that has it.")
      case .withoutPIN:
        Bilingual(
          zh: "公用登录名上的密钥要有 PIN：xunjian key pin --as \(person.id)",
          en: "On a shared login a key needs a PIN: xunjian key pin --as \(person.id)")
      }
    }
  }
}
