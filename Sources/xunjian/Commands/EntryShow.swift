import Almanac
import ArgumentParser
import Domain
import Ledger

/// One act entered for another, with the scan of its paper.
struct EntryShow: ParsableCommand {
  static let configuration = about(
    "show", zh: "一条代录和它的扫描件", en: "one act, and the scan of its paper")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "代录编号", en: "the act's number")) var act: String
  @Flag(help: help(zh: "在桌面上打开扫描件", en: "show the scan on the desktop")) var open = false
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let found = try session.ledger.enteredActs(for: nil, isWaiting: false)
    guard let entry = found.first(where: { $0.id.rawValue == act }) else {
      throw EntryError.noSuchAct(act)
    }
    let bureau = try session.ledger.bureau()
    let store = session.ledger.photographs
    if json {
      try Output.json(EntryJSON(entry, bureau, session.language, in: store))
    } else {
      tell(entry, bureau, store)
    }
    guard open else { return }
    guard let scan = entry.entered.scan else {
      throw ShellError.plain(
        .badData, Bilingual(zh: "这条代录没有扫描件。", en: "This entry has no scan."))
    }
    try Desktop.open(scan, of: store)
  }

  private func tell(_ entry: EnteredAct, _ bureau: Bureau, _ store: PhotographStore) {
    let language = Speech.language
    let by = bureau.name(entry.entered.by)
    let decider = bureau.name(entry.decider)
    Output.line("\(entry.id)  \(entry.about[language])  \(entry.words(bureau)[language])")
    Output.line(
      "  "
        + Bilingual(
          zh: "\(by) 于 \(entry.at.day) 代\(decider)录入，纸上日期 \(entry.entered.paper)",
          en: "entered by \(by) for \(decider) on \(entry.at.day), paper of \(entry.entered.paper)")[
          language])
    Output.line("  " + (entry.answer?.words ?? entry.state.name)[language])
    guard let scan = entry.entered.scan else { return }
    Output.line(
      "  \(scan.particulars)  \(store.state(of: scan).name[language])  \(store.path(of: scan))")
  }
}

/// The scan of a paper in JSON.
struct ScanJSON: Encodable {
  var name: String
  var size: Int
  var kind: Scan.Kind
  var checksum: Checksum
  /// Where its file is, and whether it is the one kept; only where the file was looked at.
  var path: String?
  var state: String?

  init(_ scan: Scan, in store: PhotographStore? = nil) {
    name = scan.name
    size = scan.size
    kind = scan.kind
    checksum = scan.checksum
    path = store?.path(of: scan)
    state = store?.state(of: scan).rawValue
  }
}
