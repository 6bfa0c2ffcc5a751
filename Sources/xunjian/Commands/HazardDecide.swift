import Almanac
import ArgumentParser
import Domain
import Ledger

/// Enters a leader's sheet of decisions: each line judged on its own, an act entered for the leader (代录).
struct HazardDecide: ParsableCommand {
  static let configuration = about(
    "decide", zh: "录入领导决定单", en: "enter a leader's sheet of decisions")

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: help(
      zh: "如 1=agree,2=extend:12-05,3=reject:原因", en: "as 1=agree,2=extend:12-05,3=reject:why"))
  var choices: String
  @Option(help: help(zh: "决定单上的编号", en: "the number on the sheet")) var sheet: String
  @Option(name: .customLong("for"), help: help(zh: "谁决定的", en: "who decided")) var leader: String
  @Option(parsing: .unconditional, help: help(zh: "纸上签的日期", en: "the date signed on the paper"))
  var paper: TypedDay
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let today = session.today
    let bureau = try session.ledger.bureau()
    let leader = try session.person(leader)
    guard let number = SheetNumber(sheet) else { throw DecisionError.noSheetNumber(sheet) }
    let listed = try session.decisionSheet(for: leader, on: number.day)
    guard listed.number == number, number.day <= today else {
      let now = try session.decisionSheet(for: leader, on: today).number
      throw DecisionError.outdated(number.description, now: now.description)
    }
    let signed = paper.day(today: today)
    guard signed >= number.day else {
      throw DecisionError.paperBeforeSheet(signed, printed: number.day)
    }
    let acts = try SheetChoice.read(choices, today: today).map {
      try listed.act($0, bureau, today: today, in: session.language)
    }
    let entered = Entered(by: try session.actor().id, paper: signed)
    let lines = try acts.map { act in
      try judge(act.hazard, session) {
        try session.perform(.hazard(act.hazard.id, act.command), entered: entered, by: leader.id)
      }
    }
    try answer(lines)
  }

  /// What became of one line; what is refused leaves the others standing.
  private func judge(
    _ hazard: Hazard, _ session: Session, _ perform: () throws -> [Happening]
  ) throws -> (answer: HazardAnswer, refusal: (any Refusal)?) {
    do {
      _ = try perform()
      let state = try session.ledger.hazard(hazard.id)?.state
      return (HazardAnswer(number: hazard.id.rawValue, state: state), nil)
    } catch let error as any Refusal {
      let words = error.message[session.language]
      return (
        HazardAnswer(number: hazard.id.rawValue, state: hazard.state, refused: words), error
      )
    }
  }

  private func answer(_ lines: [(answer: HazardAnswer, refusal: (any Refusal)?)]) throws {
    if json {
      try Output.json(lines.map(\.answer))
    } else {
      lines.forEach { $0.answer.say(Speech.language) }
    }
    let refusal = lines.lazy.compactMap(\.refusal).first
    if let status = refusal.flatMap({ Failure($0)?.status }) { throw ExitCode(status.rawValue) }
  }
}
