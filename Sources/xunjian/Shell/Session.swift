import Almanac
import Domain
import Foundation
import Ledger
import Reports

/// A ledger opened for one person at one time: what every command and the terminal program act through.
final class Session {
  let ledger: LedgerFile
  let options: GlobalOptions
  let clock: Clock
  /// The keys at hand on this login.
  let keys: Keyring
  /// Says what went wrong beside an act that was itself recorded.
  var warn: (Bilingual) -> Void = Output.error
  /// Whether who acts for the first time is made a key unasked; the screen asks first.
  var makesFirstKeys = true
  private var isBackedUp = false
  private var isClockTold = false
  /// What documents and screens are written in; may be changed at a screen.
  var language = Speech.language
  /// The wording of documents once it was read.
  var readTemplates: Templates?

  init(_ options: GlobalOptions) throws {
    self.options = options
    ledger = try .shown(options.ledgerPath)
    let isPractice = try ledger.bureau().isPractice
    keys = Keyring(KeyStore(), ledger: try ledger.id())
    if let now = options.now {
      guard isPractice else { throw ShellError.nowOnlyForPractice }
      if let last = try ledger.lastMoment(), now < last {
        throw LedgerError.clockBehind(last: last)
      }
    }
    clock = Clock(from: options.now)
  }

  var today: Day { clock.now.day }

  /// Who acts: the person tied to the login, or the one named by `--as` where that is allowed.
  func actor() throws -> Person {
    try Actor(bureau: ledger.bureau(), options: options, today: today).person()
  }

  /// Records several acts of one person together: where one is refused none is written.
  @discardableResult
  func perform(
    all commands: [Command], entered: Entered? = nil, by decider: Person.ID
  ) throws -> [Happening] {
    try perform(deciding: commands, entered: entered, by: decider) { _ in }
  }

  /// Records several acts together.
  ///
  /// - Parameter prepare: What must be on disk before the lines of an act; what it throws undoes all.
  func perform(
    deciding commands: [Command], entered: Entered?, by decider: Person.ID,
    prepare: ([Happening]) throws -> Void
  ) throws -> [Happening] {
    let recorder = entered?.by ?? decider
    let bureau = try ledger.bureau()
    let key = try key(of: recorder, for: commands, in: bureau)
    let lines = try withoutActuallyEscaping(prepare) { prepare in
      try ledger.acts(
        decider, entered: entered, at: clock.now, signedWith: key,
        decisions: commands.map(worded).map { command in
          { records, situation in
            let lines = try command.decide(with: records, in: situation)
            try prepare(lines)
            return lines
          }
        })
    }
    tellOfClock()
    offerFirstKey(of: recorder, in: bureau)
    keepDailyBackup()
    return lines
  }

  /// A seal with the wording of its paper, which nobody at a screen or in a command names.
  private func worded(_ command: Command) -> Command {
    guard case .seal(let month, let reason, let force, _) = command else { return command }
    return .seal(month, reason: reason, force: force, wording: templates.pinned)
  }

  /// Says that the clock stands behind what was recorded before; the lines themselves say so too.
  private func tellOfClock() {
    guard !isClockTold, let behind = ledger.lastBehind else { return }
    isClockTold = true
    let before = behind.dayAndTime
    warn(
      Bilingual(
        zh: "已记录，但本机时钟倒退了：前一条记录在 \(before)。记录已注明，请校准时钟。",
        en:
          "Recorded, but the clock has gone back: the line before is of \(before). The line says so; "
          + "set the clock."))
  }

  /// Makes the day's backup beside the ledger with the first act of the day; practice has none.
  private func keepDailyBackup() {
    guard !isBackedUp else { return }
    isBackedUp = true
    do {
      let folder = ledger.backupFolder
      guard try !ledger.bureau().isPractice,
        try ledger.backups(in: folder).last?.made.day != today
      else { return }
      try ledger.backUp(to: folder, at: clock.now, isThorough: false)
    } catch {
      let reason = Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription)
      warn(
        Bilingual(zh: "已记录，但每日备份没有做成：", en: "Recorded, but the daily backup failed: ")
          + reason)
    }
  }

  /// Whether the person may be chosen at the keyboard: on practice ledgers and shared logins.
  func mayChoosePerson(_ bureau: Bureau) -> Bool {
    bureau.isPractice || bureau.isShared(login: Actor.login)
  }

  /// The person of an id, or of a name that is unique.
  func person(_ text: String) throws -> Person {
    try Actor.find(text, in: ledger.bureau())
  }

  func place(_ text: String) throws -> Place {
    let places = try ledger.bureau().places
    if let place = places.first(where: { $0.id.rawValue == text }) { return place }
    let named = places.filter { $0.name == text }
    guard named.count == 1, let place = named.first else { throw ShellError.noSuchPlace(text) }
    return place
  }

  func section(_ text: String) throws -> Section {
    let sections = try ledger.bureau().sections
    guard let section = sections.first(where: { $0.id.rawValue == text || $0.name == text }) else {
      throw ShellError.noSuchSection(text)
    }
    return section
  }
}

/// The present moment: the machine's, or one that starts where a practice ledger's `--now` put it.
struct Clock {
  private let start: Moment?
  private let begun = ContinuousClock.now

  init(from start: Moment?) { self.start = start }

  var now: Moment {
    if let start { return start + Int((ContinuousClock.now - begun).components.seconds) }
    return Moment(secondsSince1970: Int(Date().timeIntervalSince1970))
  }

  /// Seconds since the program began, which no change of the machine's clock disturbs.
  var monotonicSeconds: Int { Int((ContinuousClock.now - begun).components.seconds) }
}

/// Who is at the keyboard.
struct Actor {
  var bureau: Bureau
  var options: GlobalOptions
  /// The day by which one is in office and stands in for another.
  var today: Day

  /// The login name of this process.
  static var login: String {
    NSUserName()
  }

  /// The person, in the place of those they stand in for too.
  ///
  /// - Throws: ``ShellError`` or ``PersonError``.
  func person() throws -> Person { try bureau.acting(oneself(), on: today) }

  private func oneself() throws -> Person {
    let known = bureau.persons.first { person in
      person.logins.contains(Self.login) && person.to.map { today <= $0 } ?? true
    }
    guard let named = options.person else {
      guard let known, !isShared else {
        throw bureau.isPractice || isShared
          ? ShellError.whoAreYou : ShellError.unknownLogin(Self.login)
      }
      return known
    }
    let person = try Self.find(named, in: bureau)
    guard bureau.isPractice || person.id == known?.id || isShared else {
      throw ShellError.asOnlyForPractice
    }
    return person
  }

  /// Whether those at this login name themselves.
  private var isShared: Bool { bureau.isShared(login: Self.login) }

  static func find(_ text: String, in bureau: Bureau) throws -> Person {
    if let person = bureau.persons.first(where: { $0.id.rawValue == text }) { return person }
    let all = bureau.persons.filter { $0.name == text }
    let present = all.filter { $0.to == nil }
    // One who has left is found as well, so that an act can say since when.
    let named = present.isEmpty ? all : present
    guard let person = named.first else { throw PersonError.noSuchPerson(text) }
    guard named.count == 1 else { throw PersonError.ambiguous(text, named.map(\.id)) }
    return person
  }
}
