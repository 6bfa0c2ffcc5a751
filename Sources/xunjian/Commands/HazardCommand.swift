import Almanac
import ArgumentParser
import Domain

/// The register of hazards and their life.
struct HazardCommandGroup: ParsableCommand {
  static let configuration = about(
    "hazard", zh: "隐患台账与办理", en: "the hazard register and its acts",
    [
      HazardList.self, HazardShow.self, HazardReportCommand.self, HazardAssign.self,
      HazardAccept.self, HazardDecline.self, HazardTransfer.self, HazardRequestExtension.self,
      HazardExtend.self, HazardRefuseExtension.self, HazardSubmit.self, HazardVerify.self,
      HazardReject.self,
      HazardClose.self, HazardWithdraw.self, HazardNote.self, HazardRemind.self,
      HazardSafeguard.self, HazardStudy.self, HazardCase.self, HazardCommit.self,
      HazardReportUp.self, HazardListed.self, HazardDelisted.self, HazardMerge.self,
      HazardRevoke.self, HazardDecide.self, HazardPhoto.self, HazardWeakness.self,
      HazardImportScan.self, HazardPatch.self,
    ])
}

/// The register.
struct HazardList: ParsableCommand {
  static let configuration = about("list", zh: "列出隐患", en: "list hazards")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions
  @OptionGroup var filter: HazardFilterOptions

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let hazards = try session.ledger.hazards(filter.filter(session))
      .sorted(in: .urgency)
    try output.print(
      hazards.map { HazardJSON($0, on: session.today) },
      keys: ["number", "severity", "place", "text", "section", "person", "deadline", "state"],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "等级", en: "Grade"),
        Bilingual(zh: "场所", en: "Place"), Bilingual(zh: "问题", en: "What"),
        Bilingual(zh: "科室", en: "Section"), Bilingual(zh: "责任人", en: "Person"),
        Bilingual(zh: "期限", en: "Deadline"), Bilingual(zh: "状态", en: "State"),
      ],
      rows: hazards.map { hazard in
        [
          hazard.id.rawValue, hazard.severity.name[session.language],
          bureau.name(hazard.report.place), hazard.report.text, bureau.name(hazard.section),
          bureau.name(hazard.person), hazard.deadline?.description ?? "",
          hazard.state.name[session.language],
        ]
      })
  }
}

/// One hazard with its timeline.
struct HazardShow: ParsableCommand {
  static let configuration = about("show", zh: "看一条隐患", en: "show one hazard")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "number")) var number: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    guard let hazard = try session.ledger.hazard(Identifier(number)) else {
      throw HazardError.noSuchHazard(number)
    }
    let timeline = try session.ledger.timeline(.hazard(hazard.id))
    let bureau = try session.ledger.bureau()
    let entries = timeline.compactMap { HazardJSON.Entry($0, bureau, session.language) }
    var shown = HazardJSON(hazard, on: session.today)
    shown.timeline = entries
    guard !json else { return try Output.json(shown) }
    Output.line(
      "\(hazard.id)  \(bureau.name(hazard.report.place))  \(hazard.report.text)  "
        + hazard.state.name[session.language])
    for line in hazard.report.weakness?.lines(hazard.oversight.patch) ?? [] {
      Output.line("  " + line[session.language])
    }
    for attached in hazard.photographs {
      let photograph = attached.photograph
      Output.line(
        "  [\(photograph.role.name[session.language])] "
          + photograph.particulars[session.language])
    }
    for notice in try session.ledger.rectificationNotices(about: hazard.id) {
      Output.line(
        Bilingual(zh: "  整改通知书 ", en: "  rectification notice ")[session.language]
          + "\(notice.title)  \(notice.content.date)  \(notice.state.name[session.language])")
    }
    for entry in entries { Output.line(entry.words(bureau, session.language)) }
  }
}

/// A hazard in JSON; the keys are fixed, others script against them.
struct HazardJSON: Encodable {
  /// A line of the timeline.
  struct Entry: Encodable {
    var date: Day
    var person: Person.ID
    /// The act as the journal names it, as `assigned`.
    var act: String
    /// The act in the language spoken.
    var name: String
    var note: String
    /// Who typed it, and the date on the paper, where it was entered for another.
    @Nullable var enteredBy: Person.ID?
    /// In whose place the person acted.
    @Nullable var standsFor: Person.ID?
    @Nullable var paper: Day?
    /// Whether the one who decided confirmed or disputed the entry: `waiting`, `confirmed`, `disputed`.
    @Nullable var entry: EnteredAct.State?
    /// The scan of the paper, if it was kept.
    @Nullable var scan: ScanJSON?
    /// Who entered it and what was said to it, for people.
    var enteredWords: String?

    enum CodingKeys: String, CodingKey {
      case date
      case person
      case act
      case name
      case note
      case enteredBy
      case standsFor
      case paper
      case entry
      case scan
    }

    init?(_ entry: TimelineEntry, _ bureau: Bureau, _ language: Language) {
      switch entry.event {
      case .hazard(let event):
        act = String(event.type.dropFirst("hazard.".count))
        name = event.name[language]
        note = event.note(bureau)[language]
      case .notice(let event):
        act = String(event.type.dropFirst("notice.".count))
        name = event.name[language]
        note = event.note
      case _: return nil
      }
      date = entry.stamp.day
      person = entry.stamp.actor
      enteredBy = entry.stamp.entered?.by
      standsFor = entry.stamp.standsFor
      paper = entry.stamp.entered?.paper
      scan = entry.stamp.entered?.scan.map { ScanJSON($0) }
      self.entry = entry.entryState
      enteredWords = entry.enteredWords(bureau)?[language]
    }
  }

  var number: String
  var source: Hazard.Source
  @Nullable var sourceDocument: String?
  var place: Place.ID
  @Nullable var spot: String?
  @Nullable var section: Section.ID?
  var text: String
  var category: HazardCategory
  var severity: Severity
  @Nullable var basis: Bilingual?
  var state: Hazard.State
  var reported: Day
  var finders: [Person.ID]
  @Nullable var person: Person.ID?
  @Nullable var interim: String?
  @Nullable var measures: String?
  @Nullable var funds: String?
  @Nullable var originalDeadline: Day?
  @Nullable var deadline: Day?
  var extensions: Int
  @Nullable var daysLeft: Int?
  @Nullable var rectified: Day?
  @Nullable var verified: Day?
  @Nullable var verifier: Person.ID?
  @Nullable var closed: Day?
  @Nullable var closer: Person.ID?
  @Nullable var outside: String?
  @Nullable var watcher: Person.ID?
  @Nullable var leader: Person.ID?
  @Nullable var contingency: String?
  var listed: Bool
  var reminders: Int
  @Nullable var previous: Hazard.ID?
  @Nullable var mergedInto: Hazard.ID?
  @Nullable var onSpot: String?
  @Nullable var breach: FireBreach?
  var photographs: [PhotographJSON]
  /// Only of one that is a weakness.
  var weakness: WeaknessJSON?
  var timeline: [Entry]?

  init(_ hazard: Hazard, on day: Day) {
    let report = hazard.report
    number = hazard.id.rawValue
    source = report.source
    sourceDocument = report.sourceDocument
    place = report.place
    spot = report.spot
    section = hazard.section
    text = report.text
    category = report.category
    severity = hazard.severity
    basis = report.basis
    state = hazard.state
    reported = hazard.reported
    finders = report.finders
    person = hazard.person
    interim = hazard.oversight.interim?.measures
    measures = hazard.measures ?? hazard.oversight.commitments?.measures
    funds = hazard.cost ?? hazard.oversight.commitments?.funds
    originalDeadline = hazard.originalDeadline
    deadline = hazard.deadline
    extensions = hazard.extensions
    daysLeft = hazard.daysLeft(on: day)
    rectified = hazard.rectified?.day
    verified = hazard.verified?.day
    verifier = hazard.verified?.person
    closed = hazard.closed?.day
    closer = hazard.closed?.person
    outside = hazard.outside
    watcher = hazard.oversight.interim?.watcher
    leader = hazard.oversight.leader
    contingency = hazard.oversight.commitments?.contingency
    listed = hazard.oversight.isListed
    reminders = hazard.oversight.reminders
    previous = report.previous
    mergedInto = hazard.mergedInto
    onSpot = report.onSpot
    breach = report.breach
    photographs = hazard.photographs.map { PhotographJSON($0) }
    weakness = report.weakness.map { WeaknessJSON($0, hazard.oversight.patch) }
  }
}
