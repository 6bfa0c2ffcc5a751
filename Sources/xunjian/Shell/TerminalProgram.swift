import Almanac
import Canvas
import Domain
import Foundation
import Ledger
import Screens
import Terminal

/// The terminal program: keys to messages, effects to the ledger, pictures to the screen. One thread.
@MainActor
final class TerminalProgram {
  let session: Session
  let surface: any Surface
  var app: App
  private var version: Int
  private var isOver = false
  private var redraws = true
  /// Those who go on without a key in this sitting.
  private var keyless: Set<Person.ID> = []
  /// What went wrong beside an act, to be said after its outcome.
  var warning: Bilingual?
  /// Whether it was said that the ledger is no longer where it was.
  private var isMoveTold = false
  /// Where what is typed in forms is kept until it is sent.
  let kept: KeptTexts
  /// What of it was kept last.
  var lastKept: TypedForm?
  /// What was asked for while long work went on, to be done after it.
  var delayed: [Effect] = []
  /// What was laid out last, and how.
  var preview: (document: Document, columns: Int, pages: [[String]])?
  /// Whether it was said that pages cannot be laid out as they are printed.
  var isPreviewTroubleTold = false
  /// Whether it was said which fonts stand in for those of official papers.
  var areFontsTold = false
  /// What was sent to printers in this sitting.
  let jobs = JobWatch()

  /// Opens the program, on a room if one is named, walked together with some of the other rounds open
  /// there.
  ///
  /// - Throws: ``ShellError``, ``LedgerError`` or ``TerminalError`` with the terminal untouched.
  nonisolated static func run(
    _ options: GlobalOptions, at room: OccurrenceKey? = nil, with rounds: Set<RoundKey> = []
  ) throws {
    let isPlain = options.isPlain
    let hasTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    guard isPlain || hasTerminal else { throw ShellError.noTerminal }
    try MainActor.assumeIsolated {
      let session = try Session(options)
      let surface = try isPlain ? PlainSurface() : screen()
      try TerminalProgram(session, on: surface).loop(from: room, with: rounds)
    }
  }

  /// The whole screen, or lines where the terminal is not known or cannot place its cursor.
  private static func screen() throws -> any Surface {
    do {
      return try TerminalDriver(
        theme: Settings.present.theme, log: log, farewell: farewell)
    } catch TerminalError.unknownTerminal("dumb") {
      return PlainSurface()
    } catch TerminalError.unknownTerminal(let name) {
      Output.error(
        Bilingual(
          zh: "不认识的终端类型 TERM=\(name)，改用一问一答的文字行；要画面请设 TERM=xterm-256color",
          en:
            "Unknown terminal TERM=\(name): going on in plain lines; TERM=xterm-256color gives screens"
        ))
      return PlainSurface()
    }
  }

  private init(_ session: Session, on surface: any Surface) throws {
    self.session = session
    let bureau = try session.ledger.bureau().asOf(session.clock.now)
    let actor = try Self.actor(session, bureau)
    version = try session.ledger.version()
    kept = KeptTexts(ledger: try session.ledger.id())
    self.surface = surface
    let settings = Settings.present
    if settings.isMouseOn { surface.setMouse(true) }
    let context = Context(
      language: session.language, bureau: bureau,
      person: actor ?? Person(id: "", name: "", roles: []), now: session.clock.now,
      columns: surface.size.columns, rows: surface.size.rows,
      pinyin: PinyinTable(bytes: Shipped.bytes("pinyin.txt")), keyMap: settings.keyMap,
      isSpoken: surface is PlainSurface)
    app = App(
      context, isPersonKnown: actor != nil,
      mayChoosePerson: session.mayChoosePerson(bureau) && session.options.person == nil,
      theme: settings.theme, isMouseOn: settings.isMouseOn,
      recent: Remembered(ProcessInfo.processInfo.environment).recent ?? [])
    session.makesFirstKeys = false
    session.keys.ask = { _ in throw KeyLocked() }
    session.warn = { [weak self] words in MainActor.assumeIsolated { self?.warning = words } }
  }

  /// The person at the keyboard; nil where the program must ask. One whom the ledger does not know may
  /// look, and each act is refused.
  private static func actor(_ session: Session, _ bureau: Bureau) throws -> Person? {
    do {
      return try session.actor()
    } catch ShellError.whoAreYou {
      return nil
    } catch ShellError.unknownLogin(let login) {
      return Person(id: Identifier(login), name: login, roles: [.observer])
    }
  }

  private static let log = NSTemporaryDirectory() + "xunjian-\(getuid()).log"
  private static let farewell =
    "xunjian: "
    + Bilingual(
      zh: "意外停止；每次勾选都已保存。", en: "stopped unexpectedly; every tick was already saved.")[
      Speech.language]
    + "\n"

  private func loop(from room: OccurrenceKey?, with rounds: Set<RoundKey>) {
    defer { surface.close() }
    carryOut(app.opening)
    if let room { carryOut(app.open(room, with: rounds)) }
    if room == nil, !(surface is PlainSurface), FirstOpening.isNow() { app.showTour() }
    if let warning = Mounts.warning(of: session.ledger.path) { tell(.told(warning)) }
    if surface.isLocaleForced, !Self.namesUTF8 { tell(.told(Self.forcedLocale)) }
    if let trouble = Settings.present.trouble { tell(.refused(trouble)) }
    while !isOver {
      if redraws, !surface.hasPending {
        keepTyped()
        surface.show(app)
        redraws = false
      }
      guard let key = surface.read(timeout: 500) else {
        look()
        continue
      }
      tell(.key(key))
    }
    keepTyped()
  }

  /// Whether the environment asks for UTF-8, though this machine may lack that locale.
  private static var namesUTF8: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.uppercased().contains("UTF") ?? false
  }

  private static let forcedLocale = Bilingual(
    zh: "系统语言环境不是 UTF-8，已按 UTF-8 显示；请设 LANG=zh_CN.UTF-8",
    en: "The locale is not UTF-8; showing UTF-8 all the same. Set LANG=en_US.UTF-8")

  /// Looks at the clock and at what others have written.
  private func look() {
    let now = session.clock.now
    if now.day != app.context.today || now.second / 60 != app.context.now.second / 60 {
      tell(.tick(now))
    }
    tellOfMove()
    if let news = jobs.look() { tell(.told(news)) }
    guard let present = try? session.ledger.version(), present != version else { return }
    version = present
    tell(.changed)
  }

  /// Says once that the ledger was moved or pulled out, as soon as that is so: no answer is typed in vain.
  private func tellOfMove() {
    let ledger = session.ledger
    guard ledger.isInPlace != !isMoveTold else { return }
    isMoveTold = !ledger.isInPlace
    guard isMoveTold else { return }
    ledger.bringTogether()
    tell(.refused(LedgerError.moved(path: ledger.path).message))
  }

  func tell(_ message: Message) {
    app.advance(to: session.clock.now, seconds: session.clock.monotonicSeconds)
    let recent = app.recent
    carryOut(app.update(message))
    if app.recent != recent {
      Remembered.change { $0.recent = app.recent }
    }
    session.keys.forget(except: app.context.person.id)
    if let words = warning {
      warning = nil
      carryOut(app.update(.told(words)))
    }
    redraws = true
  }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects { carryOut(effect) }
  }

  func carryOut(_ effect: Effect) {
    do {
      if let offer = try keyOffer(before: effect) {
        return carryOut(app.update(.keyless(effect, offer)))
      }
      switch effect {
      case .load(let query):
        if let reply = try answer(query) { carryOut(app.update(.loaded(reply))) }
      case .perform(.sign(let request)): carryOut(app.update(.done(try sign(request))))
      case .perform(let command):
        let lines = try session.perform(command, by: app.context.person.id)
        carryOut(app.update(.done(lines)))
      case .performFiling(let command, let file):
        let paper = try file.map { try ScannedPaper(path: DropFolder.present.file($0.name)) }
        let lines = try session.perform(
          command.filing(paper?.scan), scan: paper, by: app.context.person.id)
        carryOut(app.update(.done(lines)))
      case .enter(let command, let decider, let entered):
        carryOut(app.update(.done(try session.perform(command, entered: entered, by: decider))))
      case .unlock(let passphrase, let waiting):
        try session.unlock(app.context.person, with: passphrase)
        carryOut(waiting)
      case .makeKey(let passphrase, let waiting):
        makeKey(under: passphrase, then: waiting)
      case .goOnWithoutKey(let waiting):
        keyless.insert(app.context.person.id)
        carryOut(waiting)
      case .save(let draft):
        try session.ledger.save(draft)
        carryOut(app.update(.saved(session.clock.now)))
      case .attach(let hazard, let file, let role):
        carryOut(app.update(.done(try attach(file, to: hazard, as: role))))
      case .view(let file):
        try Desktop.open(file, of: session.ledger.photographs, waits: false)
      case .discard(let occurrence): try session.ledger.discardDraft(occurrence)
      case .enterPaper(let round, let line, let walk):
        carryOut(app.update(.done(try enter(line, of: round, walk))))
      case .offer, .print, .export, .verify, .backUp, .performEach, .enterEach:
        try workLong(on: effect)
      case .keep, .forget, .recall: tend(effect)
      case .mouse(let isOn): surface.setMouse(isOn)
      case .theme(let theme):
        surface.setTheme(theme)
        Remembered.change { $0.theme = theme.rawValue }
      case .language(let language):
        session.language = language
        Remembered.change { $0.language = language.rawValue }
      case .redraw: surface.redraw()
      case .suspend:
        surface.suspend(
          saying: Bilingual(zh: "已挂起，输入 fg 返回", en: "suspended; fg comes back")[session.language])
      case .quit: isOver = true
      }
    } catch is KeyLocked {
      carryOut(app.update(.locked(effect)))
    } catch let error as PassphraseError {
      carryOut(app.update(wrong(error, for: effect)))
    } catch {
      carryOut(app.update(refusal(error, of: effect)))
    }
    redraws = true
  }

  /// What is offered to one who is about to act without a key, once in a sitting.
  private func keyOffer(before effect: Effect) throws -> KeyOffer? {
    let person = app.context.person.id
    guard effect.isSigned, !keyless.contains(person) else { return nil }
    return try session.keyOffer(to: person)
  }

  /// Makes a key for the person at the keyboard; where that fails it is said, and the work goes on.
  private func makeKey(under passphrase: Passphrase?, then waiting: Effect) {
    let person = app.context.person.id
    do {
      let key = try session.makeKey(of: person, under: passphrase).publicKey
      carryOut(app.update(.keyMade(key.fingerprint, then: waiting)))
    } catch {
      keyless.insert(person)
      let reason = Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription)
      warning = Bilingual(zh: "签名密钥没有做成：", en: "No key could be made: ") + reason
      carryOut(waiting)
    }
  }

  /// Signs a walk with the photographs chosen on it.
  private func sign(_ request: SignRequest) throws -> [Happening] {
    let walk = PhotographedWalk(request, from: .present)
    let lines = try session.perform(
      .sign(walk.request), photographs: walk.files, by: app.context.person.id)
    if let trouble = walk.trouble(after: lines) { warning = trouble }
    return lines
  }

  /// A passphrase that did not open the key is asked for again.
  private func wrong(_ error: PassphraseError, for effect: Effect) -> Message {
    if case .unlock(_, let waiting) = effect { return .locked(waiting, error.message) }
    return .refused(error.message)
  }

  /// Writes one line of a round from paper, a room an act, all or none.
  private func enter(
    _ line: PaperLine, of key: RoundKey, _ walk: Signing.Walk
  ) throws -> [Happening] {
    guard let round = try session.ledger.round(key, at: session.clock.now) else {
      throw RoundError.noSuchRound(key.description)
    }
    let actor = app.context.person.id
    var reader = PaperRound(session: session, round: round, actor: actor) { form in
      var walk = walk
      walk.form = form.description
      return walk
    }
    return try reader.sign(line)
  }

  private func attach(
    _ file: DropFile, to hazard: Hazard.ID, as role: Photograph.Role
  ) throws -> [Happening] {
    let photograph = try PhotographFile(path: DropFolder.present.file(file.name), role: role)
    return try session.perform(
      .hazard(hazard, .photograph([photograph.photograph])), photographs: [photograph],
      by: app.context.person.id)
  }

  private func refusal(_ error: any Error, of effect: Effect) -> Message {
    let words = Failure(error)?.message ?? Bilingual(verbatim: String(describing: error))
    if case .save = effect {
      return .notSaved(Bilingual(zh: "!! 未保存：", en: "!! not saved: ") + words)
    }
    return .refused(words)
  }
}
