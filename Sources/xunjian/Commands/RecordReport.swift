import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// What was checked, on paper: a round section by section, or the record of one room.
struct RecordReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: Bilingual(zh: "安全检查记录表", en: "inspection records")[Speech.language],
    discussion: Bilingual(
      zh: "--round 按轮次，一科室一张；写记录编号则只印那一处。",
      en: "--round prints a round, a sheet a section; a record's number prints that room alone.")[
        Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "记录编号", en: "a record's number")) var number: String?
  @Option(help: help(zh: "轮次，如 monthly/2026-11", en: "a round, as monthly/2026-11"))
  var round: String?
  @Option(help: help(zh: "只印此科室", en: "only this section")) var section: String?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    switch (number, round) {
    case (let number?, nil) where section == nil:
      let record = try session.record(number)
      try output.send(
        session.document(of: record),
        json: RecordJSON(record, session.ledger.questionnaire(of: record)), on: session.today)
    case (nil, let name?):
      let round = try session.round(name)
      let sections =
        try section.map { [try session.section($0).id] } ?? round.walkedSections
      let sheets = try session.sheets(of: sections, in: round)
      try output.send(
        session.document(of: sheets, round: round), json: SectionRecordJSON(round, sheets),
        on: session.today)
    case _:
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "请写一个记录编号，或用 --round 指明轮次（可加 --section）。",
          en: "Give a record's number, or a round with --round (and --section)."))
    }
  }
}

extension Session {
  /// What a round came to in some sections.
  ///
  /// - Throws: ``ShellError`` where none of them has a record.
  func sheets(of sections: [Section.ID?], in round: Round) throws -> [SectionInspection] {
    let sheets = try sections.map { try ledger.inspection(of: $0, in: round) }
      .filter { !$0.records.isEmpty }
    guard !sheets.isEmpty else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "本轮还没有检查记录；用 round show \(round.id) 查看。",
          en: "The round has no record there yet; see round show \(round.id)."))
    }
    return sheets
  }

  /// The sheets of a round as they are printed.
  func document(of sheets: [SectionInspection], round: Round) throws -> Document {
    let pins = Set(sheets.flatMap(\.records).flatMap(\.content.checklists))
    return SectionRecord.document(
      of: sheets, round: round, checklists: try pins.compactMap(ledger.checklist),
      bureau: try ledger.bureau(), language: language)
  }
}

/// The records of a round in JSON, section by section.
struct SectionRecordJSON: Encodable {
  struct Sheet: Encodable {
    @Nullable var section: Section.ID?
    /// Places of the section, walked or not.
    var places: Int
    var records: [RecordJSON]
    var findings: [Found]
  }

  struct Found: Encodable {
    var record: String
    var place: Place.ID
    var item: String
    var finding: Finding
    @Nullable var hazard: Hazard.ID?
    @Nullable var deadline: Day?
    @Nullable var state: Hazard.State?
    @Nullable var verified: Day?
    @Nullable var verifier: Person.ID?

    init(_ found: SectionInspection.Found) {
      record = found.record.id.rawValue
      place = found.record.content.occurrence.place
      item = found.answered.item.description
      finding = found.finding
      hazard = found.hazard?.id
      deadline = found.hazard?.deadline
      state = found.hazard?.state
      verified = found.hazard?.verified?.day
      verifier = found.hazard?.verified?.person
    }
  }

  var round: String
  var title: Bilingual
  var start: Day
  var due: Day
  var provisional: Bool
  var sections: [Sheet]

  init(_ round: Round, _ sheets: [SectionInspection]) {
    self.round = round.id.description
    (title, start, due) = (round.title, round.start, round.due)
    provisional = round.isProvisional
    sections = sheets.map { sheet in
      Sheet(
        section: sheet.section, places: sheet.rooms.count,
        records: sheet.records.map { RecordJSON($0) }, findings: sheet.findings.map(Found.init))
    }
  }
}
