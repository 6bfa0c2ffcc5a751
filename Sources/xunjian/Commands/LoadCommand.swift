import Almanac
import ArgumentParser
import Domain
import Foundation

/// Loads a notice: shows what would change, asks, and records it.
struct LoadCommand: ParsableCommand {
  static let configuration = about("load", zh: "载入放假通知", en: "load a notice")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var source: NoticeSource
  @Flag(help: help(zh: "不再询问", en: "do not ask")) var yes = false
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    guard try session.actor().may(.administer) else { throw NotPermitted(.administer) }
    let bureau = try session.ledger.bureau()
    let notice = try source.read(over: bureau.calendar.facts)
    let change = try bureau.change(loading: notice, on: session.today)
    if !json { show(change, of: notice) }
    let isLoaded = try !change.isEmpty && agrees()
    if isLoaded { try session.perform(.loadNotice(notice)) }
    if json { return try Output.json(NoticeChangeJSON(change, notice, isLoaded: isLoaded)) }
    if isLoaded {
      Output.line(
        Bilingual(
          zh: "已载入 \(notice.year) 年放假安排。",
          en: "Loaded the holidays of \(notice.year).")[Speech.language])
    }
  }

  private func show(_ change: NoticeChange, of notice: Notice) {
    let language = Speech.language
    let name = [notice.title, notice.number].compactMap(\.self).joined(separator: " ")
    if !name.isEmpty { Output.line(name) }
    if let remark = notice.remark { Output.line(remark[language]) }
    guard !change.isEmpty else {
      return Output.line(
        Bilingual(
          zh: "\(change.year) 年的安排与此相同，没有变化，不用载入。",
          en: "The holidays of \(change.year) stand so already; nothing changes.")[language])
    }
    if let remark = change.remark { Output.line(remark[language]) }
    let none = [Bilingual(zh: "无", en: "none")]
    for (heading, lines) in [
      (Bilingual(zh: "假期变化：", en: "Breaks that change:"), change.breakLines),
      (Bilingual(zh: "已排轮次的变化：", en: "Rounds that change:"), change.roundLines),
    ] {
      Output.line(heading[language])
      for line in lines.isEmpty ? none : lines { Output.line("  " + line[language]) }
    }
  }

  /// - Throws: ``ShellError`` where nobody can be asked.
  private func agrees() throws -> Bool {
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "没有终端可以询问，什么都没有写入；确认无误请加 --yes。",
          en: "There is no terminal to ask on, and nothing was written; add --yes to load it."))
    }
    Output.line(
      Bilingual(zh: "载入吗？ y 载入，其他键不载入", en: "Load it? y loads, anything else does not")[
        Speech.language])
    let answer = TypedLine.read()?.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    if answer == "y" || answer == "yes" { return true }
    Output.line(Bilingual(zh: "没有载入。", en: "Not loaded.")[Speech.language])
    return false
  }
}

/// What loading changes, in JSON.
private struct NoticeChangeJSON: Encodable {
  struct BreakJSON: Encodable {
    var holiday: String
    @Nullable var before: DaysJSON?
    @Nullable var after: DaysJSON?
    var workdays: [Day]
  }

  struct DaysJSON: Encodable {
    var firstOff: Day
    var lastOff: Day

    init(_ found: Break) {
      firstOff = found.firstOff
      lastOff = found.lastOff
    }
  }

  struct RoundJSON: Encodable {
    var id: String
    var title: Bilingual
    @Nullable var before: PeriodJSON?
    @Nullable var after: PeriodJSON?
  }

  struct PeriodJSON: Encodable {
    var start: Day
    var due: Day
    @Nullable var miss: Day?

    init(_ period: Period) {
      start = period.start
      due = period.due
      miss = period.miss
    }
  }

  var year: Int
  @Nullable var title: String?
  @Nullable var number: String?
  var amendment: Bool
  var loaded: Bool
  var breaks: [BreakJSON]
  var rounds: [RoundJSON]

  init(_ change: NoticeChange, _ notice: Notice, isLoaded: Bool) {
    year = notice.year
    title = notice.title
    number = notice.number
    amendment = notice.isAmendment
    loaded = isLoaded
    breaks = change.breaks.map { found in
      BreakJSON(
        holiday: (found.after ?? found.before)?.name.zh ?? "",
        before: found.before.map(DaysJSON.init), after: found.after.map(DaysJSON.init),
        workdays: found.worked)
    }
    rounds = change.rounds.map { round in
      RoundJSON(
        id: round.key.description, title: round.title, before: round.before.map(PeriodJSON.init),
        after: round.after.map(PeriodJSON.init))
    }
  }
}
