import Almanac
import ArgumentParser
import Domain

/// Items that never apply at a place.
struct PlaceExempt: ParsableCommand {
  static let configuration = about(
    "exempt", zh: "长期不适用的检查项", en: "items that never apply at a place",
    [ExemptList.self, ExemptConfirm.self, ExemptRefuse.self, ExemptEnd.self])
}

/// Lists what is proposed and what is confirmed.
struct ExemptList: ParsableCommand {
  static let configuration = about("list", zh: "列出", en: "list them")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions
  @Flag(help: help(zh: "连同未同意、已撤回、已终止的", en: "with refused, withdrawn and ended ones"))
  var all = false

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let exemptions = bureau.exemptions.filter { all || !$0.possibleActs.isEmpty }
    try output.print(
      exemptions.map(ExemptionJSON.init),
      heading: [
        Bilingual(zh: "场所", en: "Place"), Bilingual(zh: "检查项", en: "Item"),
        Bilingual(zh: "内容", en: "Words"), Bilingual(zh: "原因", en: "Reason"),
        Bilingual(zh: "状态", en: "State"), Bilingual(zh: "提请人", en: "By"),
        Bilingual(zh: "日期", en: "On"),
      ],
      rows: exemptions.map { exemption in
        [
          exemption.id.place.rawValue, exemption.id.item.description,
          exemption.proposal.text[session.language], exemption.proposal.why[session.language],
          exemption.state.name[session.language], bureau.name(exemption.proposed.person),
          exemption.proposed.day.description,
        ]
      })
  }
}

/// The place and the item that an act is about.
struct ExemptOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "场所", en: "the place")) var place: String
  @Argument(help: help(zh: "检查项，如 office/sockets-sound", en: "the item, as office/sockets-sound"))
  var item: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  /// Does one act, and says how it stands.
  ///
  /// - Throws: ``ExemptionError`` or what the act throws.
  func perform(_ command: ExemptionCommand) throws {
    let session = try Session(options)
    let place = try session.place(place)
    let found = try session.ledger.bureau().exemptions.filter {
      $0.id.place == place.id && ($0.id.item.description == item || $0.id.item.item == item)
    }
    guard found.count == 1, let key = found.first?.id else {
      throw ExemptionError.noSuchExemption(place: place.name, item: item)
    }
    try session.perform(.exempt(key, command))
    guard let now = try session.ledger.bureau().exemption(key) else { return }
    if json { return try Output.json(ExemptionJSON(now)) }
    let words = now.proposal.text[session.language]
    Output.line("\(place.name)  \(words)  \(now.state.name[session.language])")
  }
}

/// Confirms that an item is not asked at a place from today on.
struct ExemptConfirm: ParsableCommand {
  static let configuration = about("confirm", zh: "确认，今后不再问", en: "not asked again")
  @OptionGroup var act: ExemptOptions

  func run() throws { try act.perform(.confirm) }
}

/// Refuses a proposal.
struct ExemptRefuse: ParsableCommand {
  static let configuration = about("refuse", zh: "不同意", en: "refuse")
  @OptionGroup var act: ExemptOptions
  @Option(help: help(zh: "原因", en: "reason")) var reason: String

  func run() throws { try act.perform(.refuse(reason: reason)) }
}

/// Ends one that was confirmed: the item is asked again from today on.
struct ExemptEnd: ParsableCommand {
  static let configuration = about("end", zh: "终止，今后照常检查", en: "asked again")
  @OptionGroup var act: ExemptOptions
  @Option(help: help(zh: "原因", en: "reason")) var reason: String

  func run() throws { try act.perform(.end(reason: reason)) }
}

/// An exemption in JSON.
struct ExemptionJSON: Encodable {
  var place: Place.ID
  var item: String
  var text: Bilingual
  /// The id of the numbered reason, and its words where it is another.
  var reason: String
  @Nullable var note: String?
  var inspection: Inspection.ID
  var state: Exemption.State
  var proposer: Person.ID
  var proposed: Day
  @Nullable var decider: Person.ID?
  @Nullable var decided: Day?
  /// Why it was refused, withdrawn or ended.
  @Nullable var decision: String?
  /// The first day on which it is not asked, and the first on which it is again.
  @Nullable var from: Day?
  @Nullable var to: Day?

  init(_ exemption: Exemption) {
    place = exemption.id.place
    item = exemption.id.item.description
    text = exemption.proposal.text
    reason = exemption.proposal.reason
    note = exemption.proposal.note
    inspection = exemption.proposal.inspection
    state = exemption.state
    (proposer, proposed) = (exemption.proposed.person, exemption.proposed.day)
    (decider, decided) = (exemption.decided?.person, exemption.decided?.day)
    decision = exemption.reason
    (from, to) = (exemption.from, exemption.to)
  }
}
