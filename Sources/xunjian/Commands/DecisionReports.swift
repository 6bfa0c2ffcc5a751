import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// What is laid before a leader about hazards, a page each.
struct ApprovalReport: ParsableCommand {
  static let configuration = about(
    "approval", zh: "隐患呈批表，一项一页", en: "what a leader is asked about hazards, a page each")

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: help(zh: "隐患编号，可写几个", en: "the hazard's number, or several")) var numbers: [String]
  @Option(help: help(zh: "拟办意见；不填则按状态拟好", en: "what the office proposes; else made from the state"))
  var proposal: String?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let hazards = try numbers.map { try session.hazard(Identifier($0)) }
    let proposal = try proposal.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
    try output.send(
      session.approval(of: hazards, proposal: proposal),
      json: session.approvalJSON(of: hazards, proposal: proposal), on: session.today)
  }
}

/// One page of the hazards that wait for a leader's decision, to be ticked and entered again.
struct DecisionsReport: ParsableCommand {
  static let configuration = about(
    "decisions", zh: "待领导决定的隐患，一页，可打√后录回",
    en: "one page of hazards that wait for a leader, to be ticked and entered again")

  @OptionGroup var options: GlobalOptions
  @Option(name: .customLong("for"), help: help(zh: "由谁决定", en: "who decides")) var leader: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let sheet = try session.decisionSheet(for: session.person(leader), on: session.today)
    let bureau = try session.ledger.bureau()
    try output.send(
      DecisionPage.document(sheet, bureau: bureau, language: session.language),
      json: DecisionSheetJSON(sheet, bureau, session.language), on: session.today)
  }
}

extension Session {
  /// The sheets that lay hazards before a leader.
  ///
  /// - Parameter proposal: What the office proposes; made from each hazard's state when nil.
  func approval(of hazards: [Hazard], proposal: String? = nil) throws -> Document {
    ApprovalSheet.document(
      hazards: hazards, proposal: proposal, bureau: try ledger.bureau(), today: today,
      language: language)
  }

  /// The same in JSON.
  func approvalJSON(of hazards: [Hazard], proposal: String? = nil) throws -> [ApprovalJSON] {
    let bureau = try ledger.bureau()
    return hazards.map { hazard in
      ApprovalJSON(
        hazard: HazardJSON(hazard, on: today),
        proposal: proposal ?? hazard.proposal(bureau, on: today)[language])
    }
  }

  /// Every sheet of decisions that could be printed on a day, each by what waited then, the last ones
  /// first; without a day, those that can be printed now.
  func decisionSheets(printedOn day: Day?) throws -> [DecisionSheet] {
    guard let day else {
      return DecisionSheet.all(
        of: try ledger.hazards(HazardFilter()), try ledger.bureau(), on: today)
    }
    var sheets: [[DecisionSheet]] = []
    try ledger.standings(on: day) { fold in
      let known = Set(sheets.joined().map(\.number))
      sheets.append(
        DecisionSheet.all(of: Array(fold.hazards.values), fold.bureau, on: day)
          .filter { !known.contains($0.number) })
    }
    return Array(sheets.reversed().joined())
  }

  /// What waits for a leader's decision now, as a sheet of a day asks it.
  func decisionSheet(for leader: Person, on day: Day) throws -> DecisionSheet {
    DecisionSheet(
      for: leader, of: try ledger.hazards(HazardFilter()), try ledger.bureau(), on: day)
  }
}

/// A hazard with what is proposed about it, in JSON.
struct ApprovalJSON: Encodable {
  var hazard: HazardJSON
  var proposal: String
}

/// A sheet of decisions in JSON.
struct DecisionSheetJSON: Encodable {
  /// One numbered line.
  struct Line: Encodable {
    var line: Int
    var hazard: String
    var state: Hazard.State
    /// What "agree" does, in the language spoken.
    var agree: String
    var mayExtend: Bool
    var mayReject: Bool
  }

  var number: String
  var leader: Person.ID
  var date: Day
  var lines: [Line]
  /// How many wait besides.
  var others: Int

  init(_ sheet: DecisionSheet, _ bureau: Bureau, _ language: Language) {
    number = sheet.number.description
    leader = sheet.leader.id
    date = sheet.day
    lines = sheet.lines.map { line in
      Line(
        line: line.number, hazard: line.hazard.id.rawValue, state: line.hazard.state,
        agree: line.hazard.words(of: line.agreement, by: sheet.leader, bureau)[language],
        mayExtend: line.mayExtend, mayReject: line.mayReject)
    }
    others = sheet.others
  }
}
