import Almanac
import ArgumentParser
import Domain
import Foundation
import Ledger

/// Ties the key that a person has offered: from then on their lines are signed.
struct KeyTie: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tie",
    abstract: Bilingual(zh: "登记本人提交的密钥", en: "tie the key a person offered")[Speech.language],
    discussion: Bilingual(
      zh: "先与本人当面或通话核对指纹，再登记。顶替在用的密钥须用 --reason 写明原因。",
      en: """
        Compare the fingerprint with the person first, face to face or by telephone. To replace a key \
        in use, say why with --reason.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "人员（编号或姓名）", en: "the person: an id or a name")) var person: String
  @Option(help: help(zh: "本人念的指纹", en: "the fingerprint as the person reads it"))
  var fingerprint: String?
  @Option(help: help(zh: "为什么顶替旧密钥", en: "why a key is replaced")) var reason: String?
  @Flag(help: help(zh: "已核对，不再询问", en: "it was compared; do not ask")) var yes = false

  func run() throws {
    let session = try Session(options)
    guard try session.actor().may(.administer) else { throw NotPermitted(.administer) }
    let person = try session.person(person)
    let ring = try session.ledger.bureau().keyRing(of: person.id)
    guard let key = ring?.offered else { throw KeyPlaceError.nothingOffered(person.name) }
    guard try isTheSame(key.fingerprint, as: person.name) else { return }
    try session.perform(.key(.tie(person.id, key, reason: reason)))
    Output.line(
      Bilingual(
        zh: "\(person.name)的密钥 \(key.fingerprint) 已登记，从现在起本人的记录都带签名。",
        en:
          "The key \(key.fingerprint) is tied to \(person.name): their lines are signed from now on."
      )[session.language])
  }

  /// Whether the key offered is the one that the person has.
  private func isTheSame(_ offered: KeyFingerprint, as name: String) throws -> Bool {
    if let fingerprint {
      guard let typed = KeyFingerprint(fingerprint) else {
        throw KeyPlaceError.notAFingerprint(fingerprint)
      }
      guard typed == offered else {
        throw KeyPlaceError.otherFingerprint(name, offered: offered)
      }
      return true
    }
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "没有终端可以询问，没有登记；请用 --fingerprint 写上本人念的指纹。",
          en: """
            There is no terminal to ask on, and nothing was tied; give the fingerprint that the person \
            reads with --fingerprint.
            """))
    }
    Output.line(
      Bilingual(
        zh: "\(name)提交的密钥：\(offered)\n本人念的也是这个吗？ y 是，登记；其他键不登记",
        en: "\(name) offered \(offered)\nDo they read the same? y ties it, anything else does not")[
          Speech.language])
    let answer = TypedLine.read()?.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    if answer == "y" || answer == "yes" { return true }
    Output.line(Bilingual(zh: "没有登记。", en: "Not tied.")[Speech.language])
    return false
  }
}

/// Sets, changes or takes away the PIN or passphrase of the key on this login.
struct KeyPIN: ParsableCommand {
  static let configuration = about("pin", zh: "设置或更换 PIN", en: "set or change the PIN")

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "去掉 PIN", en: "take the PIN away")) var none = false

  func run() throws {
    let session = try Session(options)
    let person = try session.actor()
    guard let file = try session.keyFile(of: person.id) else {
      throw KeyPlaceError.notHere(person.name)
    }
    let organization = try session.ledger.bureau().organization
    if none, organization.sharedLogins.contains(Actor.login) { throw KeyPlaceError.mustHavePIN }
    let key = try file.open(with: file.isSealed ? PassphrasePrompt.read(for: person) : nil)
    let passphrase = none ? nil : try PassphrasePrompt.choose()
    try session.keys.store.write(
      KeyFile(key, ledger: session.keys.ledger, person: person.id, under: passphrase))
    Output.line(
      (none
        ? Bilingual(zh: "PIN 已去掉，密钥不变。", en: "The PIN is taken away; the key stays.")
        : Bilingual(zh: "PIN 已设好，密钥不变。", en: "The PIN is set; the key stays."))[session.language])
  }
}
