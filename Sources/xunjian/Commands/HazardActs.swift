import Almanac
import ArgumentParser
import Domain
import Ledger

/// Registers a hazard that was not found on a walk.
struct HazardReportCommand: ParsableCommand {
  static let configuration = about("report", zh: "登记隐患", en: "register a hazard")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "场所", en: "place")) var place: String
  @Option(help: help(zh: "问题", en: "what is wrong")) var text: String
  @Option(help: help(zh: "类别", en: "category")) var category: HazardCategory?
  @Option(help: help(zh: "具体位置", en: "where in the place")) var spot: String?
  @Option(help: help(zh: "来源", en: "source")) var source: Hazard.Source = .selfFound
  @Option(help: help(zh: "来文（机关、文号、日期）", en: "its document: issuer, number, date"))
  var document: String?
  @Option(help: help(zh: "依据的规定，如 GB 50140-2005 第5.1.1条", en: "the rule it offends against"))
  var basis: String?
  @Option(parsing: .unconditional, help: help(zh: "期限", en: "deadline")) var deadline: TypedDay?
  @Option(
    name: .customLong("photo"),
    help: help(zh: "整改前的照片，可写多次", en: "a photograph of it; may be repeated"))
  var photos: [String] = []
  @Option(help: help(zh: "当场整改的：怎样改正", en: "mended on the spot: how")) var onSpot: String?
  @Option(
    help: help(
      zh: "公安部令第61号第31条第几项（1至8），须当场改正",
      en: "the breach of MPS Order 61, art. 31, 1 to 8, mended on the spot"))
  var breach: FireBreach?
  @Option(help: help(zh: "再次发现的：原编号", en: "found again: its former number"))
  var previous: String?
  @OptionGroup var entered: EnteredOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let files = try photos.map { try PhotographFile(path: $0, role: .before) }
    let place = try session.place(place)
    let category = category ?? (breach == nil ? .other : .fire)
    let proposed = try session.ledger.bureau().proposedDeadline(
      for: category, found: session.today)
    let report = HazardReport(
      place: place.id, spot: spot, section: place.section, text: text, category: category,
      source: source, sourceDocument: document,
      basis: basis.map(Bilingual.init(verbatim:)) ?? breach?.basis,
      deadline: deadline?.day(today: session.today)
        ?? (onSpot == nil && source != .authorityOrder ? proposed : nil),
      onSpot: onSpot, previous: previous.map { Identifier($0) }, breach: breach)
    let command = Command.report(report, photographs: files.map(\.photograph))
    try HazardAnswer.print(entered.perform(command, session, files), session, json: json)
  }
}

extension HazardCategory: ExpressibleByArgument {}
extension Hazard.Source: ExpressibleByArgument {}
extension FireBreach: ExpressibleByArgument {}

/// Assigns; without a person the section's head, without a deadline the proposed one.
struct HazardAssign: ParsableCommand {
  static let configuration = about("assign", zh: "交办", en: "assign")

  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "责任人；不填则科室负责人", en: "whom; the section's head if left out"))
  var to: String?
  @Option(parsing: .unconditional, help: help(zh: "期限", en: "deadline")) var deadline: TypedDay?
  @Option(help: help(zh: "原因（可不填）", en: "why, if it needs saying")) var reason: String?

  func run() throws {
    try act.perform { session, hazard in
      let bureau = try session.ledger.bureau()
      let head = bureau.head(of: hazard.section)
      guard let person = try to.map({ try session.person($0) }) ?? head else {
        throw PersonError.noSuchPerson(bureau.name(hazard.section))
      }
      let day =
        deadline?.day(today: session.today) ?? hazard.assignmentDeadline(bureau, on: session.today)
      return .assign(to: person.id, deadline: day, reason: reason)
    }
  }
}

/// Takes an assignment on.
struct HazardAccept: ParsableCommand {
  static let configuration = about("accept", zh: "签收", en: "accept")
  @OptionGroup var act: HazardActOptions
  func run() throws { try act.perform { _, _ in .accept } }
}

/// Gives an assignment back.
struct HazardDecline: ParsableCommand {
  static let configuration = about("decline", zh: "退回交办", en: "decline")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  func run() throws { try act.perform { _, _ in .decline(reason: reason) } }
}

/// Passes an assignment on.
struct HazardTransfer: ParsableCommand {
  static let configuration = about("transfer", zh: "转办", en: "transfer")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "转给谁", en: "to whom")) var to: String
  @Option(help: help(zh: "实际整改的外单位（如物业公司）", en: "the outside party that mends it"))
  var outside: String?
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  func run() throws {
    try act.perform { session, _ in
      let person = try session.person(to)
      return .transfer(
        to: person.id, section: person.section, outside: outside, reason: reason)
    }
  }
}

/// Asks for more time.
struct HazardRequestExtension: ParsableCommand {
  static let configuration = about("request-extension", zh: "申请延期", en: "ask for more time")
  @OptionGroup var act: HazardActOptions
  @Option(parsing: .unconditional, help: help(zh: "新期限", en: "new deadline")) var deadline: TypedDay
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  func run() throws {
    try act.perform { session, _ in
      .requestExtension(.init(deadline: deadline.day(today: session.today), reason: reason))
    }
  }
}

/// Moves the deadline.
struct HazardExtend: ParsableCommand {
  static let configuration = about("extend", zh: "延期", en: "extend")
  @OptionGroup var act: HazardActOptions
  @Option(parsing: .unconditional, help: help(zh: "新期限", en: "new deadline")) var deadline: TypedDay
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  @Option(help: help(zh: "责令机关的文号", en: "the authority's own document")) var document: String?
  func run() throws {
    try act.perform { session, _ in
      .extend(to: deadline.day(today: session.today), reason: reason, document: document)
    }
  }
}

/// Refuses the extension that was asked for.
struct HazardRefuseExtension: ParsableCommand {
  static let configuration = about(
    "refuse-extension", zh: "不同意延期", en: "refuse the extension asked for")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  func run() throws { try act.perform { _, _ in .refuseExtension(reason: reason) } }
}

/// Hands in what was done.
struct HazardSubmit: ParsableCommand {
  static let configuration = about("submit", zh: "整改报验", en: "hand in what was done")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "整改措施", en: "measures")) var measures: String
  @Option(help: help(zh: "费用", en: "what it cost")) var cost: String?
  @Option(
    name: .customLong("photo"),
    help: help(zh: "整改后的照片，可写多次", en: "a photograph of what was mended; may be repeated"))
  var photos: [String] = []
  func run() throws {
    let files = try photos.map { try PhotographFile(path: $0, role: .after) }
    try act.perform(photographs: files) { _, _ in
      .submit(measures: measures, cost: cost, photographs: files.map(\.photograph))
    }
  }
}

/// Finds it mended; by one who may also close, closes it.
struct HazardVerify: ParsableCommand {
  static let configuration = about("verify", zh: "复查合格", en: "find it mended")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "说明", en: "note")) var note: String?
  @Flag(help: help(zh: "只复查，不销号", en: "do not close it yet")) var keepOpen = false
  func run() throws { try act.perform { _, _ in .verify(note: note, keepOpen: keepOpen) } }
}

/// Sends it back with a new deadline.
struct HazardReject: ParsableCommand {
  static let configuration = about("reject", zh: "复查退回", en: "send it back")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  @Option(parsing: .unconditional, help: help(zh: "新期限", en: "new deadline")) var deadline: TypedDay
  func run() throws {
    try act.perform { session, _ in
      .reject(reason: reason, deadline: deadline.day(today: session.today))
    }
  }
}

/// Takes it off the register.
struct HazardClose: ParsableCommand {
  static let configuration = about("close", zh: "销号", en: "close")
  @OptionGroup var act: HazardActOptions
  func run() throws { try act.perform { _, _ in .close } }
}

/// Withdraws what was registered by mistake.
struct HazardWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "作废", en: "withdraw")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  func run() throws { try act.perform { _, _ in .withdraw(reason: reason) } }
}
