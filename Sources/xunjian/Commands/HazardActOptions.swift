import Almanac
import ArgumentParser
import Domain

/// What every act on hazards takes: their numbers, for whom it is entered, and how to answer.
struct HazardActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(
    help: help(zh: "隐患编号，可写几个", en: "the hazard's number, or several")) var numbers: [String]
  @OptionGroup var entered: EnteredOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  /// Does one act, or says why not. Of several hazards each is judged on its own, and those that are
  /// refused are listed with the reason.
  func perform(
    photographs: [PhotographFile] = [], _ command: (Session, Hazard) throws -> HazardCommand
  ) throws {
    let session = try Session(options)
    guard numbers.count > 1 else {
      let lines = try perform(numbers.first ?? "", session, photographs, command)
      return try HazardAnswer.print(lines, session, json: json)
    }
    let refusals = try session.eachShown(numbers) { number in
      do {
        _ = try perform(number, session, photographs, command)
        return nil
      } catch let error as any Refusal {
        return error
      }
    }
    try HazardAnswer.print(numbers.map { Identifier($0) }, refusals, session, json: json)
  }

  private func perform(
    _ number: String, _ session: Session, _ photographs: [PhotographFile],
    _ command: (Session, Hazard) throws -> HazardCommand
  ) throws -> [Happening] {
    guard let hazard = try session.ledger.hazard(Identifier(number)) else {
      throw HazardError.noSuchHazard(number)
    }
    return try entered.perform(.hazard(hazard.id, command(session, hazard)), session, photographs)
  }
}

/// `--for PERSON --paper D [--scan FILE]`: an act decided on paper, entered by another (代录).
struct EnteredOptions: ParsableArguments {
  @Option(name: .customLong("for"), help: help(zh: "代谁录入", en: "who decided, on paper"))
  var decider: String?
  @Option(parsing: .unconditional, help: help(zh: "纸上的日期", en: "the date on the paper"))
  var paper: TypedDay?
  @OptionGroup var scan: ScanOption

  func validate() throws {
    try scan.require(decider != nil)
    guard (decider == nil) == (paper == nil) else {
      throw ValidationError(
        Bilingual(zh: "--for 与 --paper 要一起用。", en: "--for and --paper go together.")[
          Speech.language])
    }
  }

  func perform(
    _ command: Command, _ session: Session, _ photographs: [PhotographFile] = []
  ) throws -> [Happening] {
    guard let decider, let paper else {
      return try session.perform(command, photographs: photographs)
    }
    let entered = Entered(by: try session.actor().id, paper: paper.day(today: session.today))
    return try session.perform(
      command, photographs: photographs, scan: scan.read(), entered: entered,
      by: session.person(decider).id)
  }
}

/// `--scan FILE`: the paper on which it was decided.
struct ScanOption: ParsableArguments {
  @Option(
    help: help(
      zh: "纸的扫描件：PDF、JPEG 或 PNG", en: "the paper's scan: a PDF, JPEG or PNG"))
  var scan: String?

  /// - Throws: `ValidationError` for a scan of nothing that was entered for another.
  func require(_ isEntered: Bool) throws {
    guard scan == nil || isEntered else {
      throw ValidationError(
        Bilingual(zh: "--scan 要与 --for、--paper 一起用。", en: "--scan needs --for and --paper.")[
          Speech.language])
    }
  }

  /// The scan, checked; nil where none is named.
  ///
  /// - Throws: ``ShellError`` or ``ImageError``.
  func read() throws -> ScannedPaper? { try scan.map(ScannedPaper.init) }
}

/// What an act on a hazard answers: its number, the state it is in now, and why nothing was done if so.
struct HazardAnswer: Encodable {
  var number: String
  var state: Hazard.State?
  var refused: String?

  init(number: String, state: Hazard.State?, refused: String? = nil) {
    self.number = number
    self.state = state
    self.refused = refused
  }

  /// The answer about the hazard of the first line.
  init?(_ lines: [Happening], _ session: Session) throws {
    guard let subject = lines.first?.subject,
      let hazard = try session.ledger.hazard(Identifier(subject.id))
    else { return nil }
    self.init(number: hazard.id.rawValue, state: hazard.state)
  }

  func say(_ language: Language) {
    let words = refused ?? state?.name[language] ?? ""
    let mark = refused == nil ? "" : Self.notDone[language]
    Output.line("\(number) \(mark)\(words)")
  }

  private static let notDone = Bilingual(zh: "未办：", en: "not done: ")

  /// Tells what became of acts on several hazards, and ends with the status of the first that was refused.
  static func print(
    _ hazards: [Hazard.ID], _ refusals: [(any Refusal)?], _ session: Session, json: Bool
  ) throws {
    let answers = try zip(hazards, refusals).map { hazard, refusal in
      HazardAnswer(
        number: hazard.rawValue, state: try session.ledger.hazard(hazard)?.state,
        refused: refusal?.message[session.language])
    }
    if json { try Output.json(answers) } else { answers.forEach { $0.say(session.language) } }
    try refusals.requireNone()
  }

  static func print(_ lines: [Happening], _ session: Session, json: Bool) throws {
    guard let answer = try HazardAnswer(lines, session) else { return }
    if json { try Output.json(answer) } else { answer.say(session.language) }
  }
}
