import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// All the papers of one break in one job.
struct HolidayReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holiday",
    abstract: Bilingual(zh: "节前一套", en: "the papers before a break")[Speech.language],
    discussion: Bilingual(
      zh: "告知书、节前各轮空白检查表、值班表、车辆封存、钥匙交接、未销号隐患，一次印出。",
      en: """
        The notice to staff, the forms of the rounds before it, and the sheets for duty, vehicles, keys \
        and open hazards, in one job.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "假期，如 2027-new-year", en: "the break, as 2027-new-year"))
  var holiday: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let found = try Self.find(holiday, in: bureau.calendar, around: session.today.year)
    let rounds = try bureau.plans.map(\.present).filter { $0.trigger.kind == .preholiday }
      .compactMap {
        try session.ledger.round(
          RoundKey(plan: $0.id, period: found.key), at: session.clock.now)
      }
      .sorted { ($0.due, $0.id.description) < ($1.due, $1.id.description) }
    let document = HolidaySet.document(
      of: found,
      walks: try rounds.map { HolidaySet.Walk(round: $0, forms: try session.forms(of: $0.rooms)) },
      hazards: try session.ledger.hazards(HazardFilter()),
      roster: try session.ledger.dutyRoster(Identifier(found.key)), bureau: bureau,
      language: session.language)
    try output.send(document, json: nil, on: session.today)
  }

  /// The break of a key.
  ///
  /// - Throws: ``ShellError`` with the keys of that year, or of the present one.
  private static func find(
    _ key: String, in calendar: WorkCalendar, around year: Int
  ) throws -> Break {
    let named = Int(key.prefix(4)).flatMap { (1990...2100).contains($0) ? $0 : nil }
    let breaks = calendar.breaks(in: named ?? year).filter(\.isRound)
    guard let found = breaks.first(where: { $0.key == key }) else {
      let keys = breaks.map { "  \($0.key)  \($0.name[Speech.language])" }
        .joined(separator: "\n")
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "没有假期“\(key)”。\(named ?? year)年的假期：\n\(keys)",
          en: "There is no break “\(key)”. Those of \(named ?? year):\n\(keys)"))
    }
    return found
  }
}
