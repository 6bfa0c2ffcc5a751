import Almanac
import ArgumentParser
import Domain
import Ledger

/// The keys with which persons sign their lines.
struct KeyCommandGroup: ParsableCommand {
  static let configuration = about(
    "key", zh: "签名密钥", en: "keys for signing",
    [
      KeyList.self, KeyMake.self, KeyTie.self, KeyPIN.self, KeyRemember.self,
    ])
}

/// Lists all keys ever offered.
struct KeyList: ParsableCommand {
  static let configuration = about("list", zh: "列出密钥和指纹", en: "list keys and fingerprints")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let rows = bureau.keys.flatMap { ring in
      ring.entries.map { KeyJSON($0, of: ring.id, isHere: session.hasKey($0.key, of: ring.id)) }
    }
    try output.print(
      rows, keys: ["person", "fingerprint", "state", "since", "tiedBy", "here"],
      heading: [
        Bilingual(zh: "人员", en: "Person"), Bilingual(zh: "指纹", en: "Fingerprint"),
        Bilingual(zh: "状态", en: "State"), Bilingual(zh: "自", en: "Since"),
        Bilingual(zh: "登记人", en: "Tied by"), Bilingual(zh: "在此登录名下", en: "Here"),
      ],
      rows: rows.map { row in
        output.isForPeople
          ? [
            bureau.name(row.person), row.fingerprint, row.state.name[session.language],
            row.since.dayAndTime, bureau.name(row.tiedBy),
            row.here ? Bilingual(zh: "是", en: "yes")[session.language] : "",
          ]
          : [
            row.person.rawValue, row.fingerprint, row.state.rawValue, "\(row.since)",
            row.tiedBy?.rawValue ?? "", "\(row.here)",
          ]
      })
  }
}

/// A key in a JSON list.
struct KeyJSON: Encodable {
  var person: Person.ID
  var fingerprint: String
  var state: KeyRing.State
  var since: Moment
  @Nullable var tiedBy: Person.ID?
  @Nullable var replaces: String?
  @Nullable var reason: String?
  /// Whether the private half is on this login.
  var here: Bool

  init(_ entry: KeyRing.Entry, of person: Person.ID, isHere: Bool) {
    self.person = person
    fingerprint = entry.key.fingerprint.description
    state = entry.state
    since = entry.since
    tiedBy = entry.tiedBy
    replaces = entry.replaces?.fingerprint.description
    reason = entry.reason
    here = isHere
  }
}

/// Makes a key on this login and offers its public half.
struct KeyMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: Bilingual(zh: "做一个密钥并提交", en: "make a key and offer it")[Speech.language],
    discussion: Bilingual(
      zh: """
        密钥的私有一半存在 $XDG_CONFIG_HOME/xunjian/keys（通常是 ~/.config/xunjian/keys），只有本登录名能读；\
        公开的一半写进流水，由管理员用 key tie 登记后，本人的每条记录都带签名。公用登录名必须设 PIN。\
        密钥丢了、PIN 忘了或可能被人知道了，用 --replace 另做一个，请管理员登记顶替；旧签名仍然有效。
        """,
      en: """
        The private half lies in $XDG_CONFIG_HOME/xunjian/keys (mostly ~/.config/xunjian/keys), for this \
        login alone; the public half goes into the journal. Once an administrator has tied it with key \
        tie, each line of the person is signed. On a shared login it must be under a PIN. If a key is \
        lost, its PIN forgotten or known to others, make another with --replace and have it tied in its \
        place; former signatures stay good.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "设 PIN 或口令", en: "put it under a PIN or passphrase")) var pin = false
  @Flag(help: help(zh: "另做一个，顶替这里的密钥", en: "another in the place of the one here"))
  var replace = false
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let person = try session.actor()
    let bureau = try session.ledger.bureau()
    let present = replace ? nil : try session.reusableKey(of: person.id, in: bureau)
    let key: SigningKey
    if let present {
      // Made before and never offered: the program was stopped between the two.
      key = try present.open(
        with: present.isSealed ? PassphrasePrompt.read(for: person) : nil)
      try session.offer(key, of: person.id)
    } else {
      let isShared = bureau.organization.sharedLogins.contains(Actor.login)
      let passphrase = pin || isShared ? try PassphrasePrompt.choose() : nil
      key = try session.makeKey(of: person.id, under: passphrase)
    }
    try tell(key.publicKey, of: person, session)
  }

  private func tell(_ key: PublicKey, of person: Person, _ session: Session) throws {
    if json {
      let entries = try session.ledger.bureau().keyRing(of: person.id)?.entries ?? []
      for entry in entries where entry.key == key {
        try Output.json(KeyJSON(entry, of: person.id, isHere: true))
      }
      return
    }
    Output.line(
      Bilingual(
        zh: "\(person.name)的密钥已提交，指纹 \(key.fingerprint)。请把指纹念给管理员，由管理员用 key tie \(person.id) 登记。",
        en: """
          The key of \(person.name) is offered: \(key.fingerprint). Read that to an administrator, who \
          ties it with key tie \(person.id).
          """)[session.language])
  }
}

extension Session {
  /// The file of a person's key in this ledger; nil where none is on this login.
  func keyFile(of person: Person.ID) throws -> KeyFile? {
    try keys.store.read(ledger: keys.ledger, person: person)
  }

  /// The key here that was never offered; nil where there is none, or only one that another has replaced.
  ///
  /// - Throws: ``KeyPlaceError/here(_:)`` where one waits to be tied or is in use.
  fileprivate func reusableKey(of person: Person.ID, in bureau: Bureau) throws -> KeyFile? {
    guard let file = try keyFile(of: person) else { return nil }
    let entry = bureau.keyRing(of: person)?.entries.first { $0.key == file.publicKey }
    switch entry?.state {
    case nil: return file
    case .replaced: return nil
    case .offered, .tied: throw KeyPlaceError.here(file.publicKey.fingerprint)
    }
  }

  /// Whether the private half of a key is on this login, in a file that only its owner can read.
  func hasKey(_ key: PublicKey, of person: Person.ID) -> Bool {
    (try? keyFile(of: person))?.publicKey == key
  }
}

/// A reason something was not done with the key on this login.
enum KeyPlaceError: Refusal, Hashable {
  case here(KeyFingerprint)
  case notHere(String)
  case mustHavePIN
  case hasNoPIN(String)
  case otherFingerprint(String, offered: KeyFingerprint)
  case notAFingerprint(String)
  case nothingOffered(String)

  var kind: RefusalKind {
    switch self {
    case .here, .otherFingerprint, .notAFingerprint: .badData
    case .notHere, .nothingOffered: .noSuchSubject
    case .mustHavePIN, .hasNoPIN: .notPermitted
    }
  }

  var message: Bilingual {
    switch self {
    case .here(let fingerprint):
      Bilingual(
        zh: "这里已有密钥 \(fingerprint)，没有另做；确要顶替它请加 --replace。",
        en: "There is a key here, \(fingerprint); to make another in its place add --replace.")
    case .notHere(let name):
      Bilingual(
        zh: "这里没有\(name)的密钥；用 key make 做一个。",
        en: "There is no key of \(name) here; make one with key make.")
    case .mustHavePIN:
      Bilingual(
        zh: "公用登录名上的密钥必须有 PIN，没有去掉。",
        en: "On a shared login a key must have a PIN; it was not taken away.")
    case .hasNoPIN(let name):
      Bilingual(
        zh: "这是公用登录名，\(name)的密钥却没有 PIN，没有写入。请先用 key pin 设一个。",
        en: """
          This login is shared, and the key of \(name) has no PIN; nothing was written. Set one with \
          key pin first.
          """)
    case .otherFingerprint(let name, let offered):
      Bilingual(
        zh: "指纹对不上：\(name)提交的是 \(offered)，没有登记。请与本人再核对一遍。",
        en: """
          The fingerprints differ: \(name) offered \(offered); it was not tied. Compare it with them \
          again.
          """)
    case .notAFingerprint(let text):
      Bilingual(
        zh: "“\(text)”不是指纹：指纹是30位数字，5位一组，见 key list。",
        en: "“\(text)” is no fingerprint: one has 30 digits in groups of five, see key list.")
    case .nothingOffered(let name):
      Bilingual(
        zh: "\(name)没有待登记的密钥；请本人先用 key make 提交。",
        en: "\(name) has offered no key that waits; let them make one with key make.")
    }
  }
}
