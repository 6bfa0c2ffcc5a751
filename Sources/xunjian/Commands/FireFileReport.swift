import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

extension Session {
  /// The fire and safety file of a year.
  func fireFile(_ year: Int) throws -> FireFile {
    let days = Day(year, 1, 1)...Day(year, 12, 31)
    let activities = try activityBook()
    return FireFile(
      year: year,
      FireFile.Sources(
        bureau: try ledger.bureau(), expiries: try expiryBook(), rules: try ledger.rules(),
        activities: activities.activities,
        drill: activities.kinds.first { $0.id == "drill" },
        hazards: try ledger.hazards(HazardFilter(states: .all, found: days)),
        inspections: try ledger.inspections(in: days),
        incidents: try ledger.incidentBook().incidents,
        checklists: try ledger.bureau().checklists.compactMap {
          try ledger.checklist($0.id)?.content
        }))
  }
}

extension Session {
  /// The index of the fire and safety file of a year, and what its JSON holds.
  func fireFileIndex(of year: Int) throws -> (document: Document, json: any Encodable) {
    let file = try fireFile(year)
    return (
      FireFilePaper.document(file, bureau: try ledger.bureau(), on: today, language: language),
      FireFileJSON(file)
    )
  }
}

/// The index of the fire and safety file in JSON.
struct FireFileJSON: Encodable {
  struct Entry: Encodable {
    var number: String
    var title: Bilingual
    @Nullable var date: Day?
    var location: Bilingual
  }

  struct Part: Encodable {
    var part: FireFilePart
    var article: Int
    var item: Int
    var name: Bilingual
    var retention: Retention
    var entries: [Entry]
  }

  var year: Int
  var parts: [Part]
  var gaps: [FireFilePart]
  var shortfalls: [Bilingual]

  init(_ file: FireFile) {
    year = file.year
    gaps = file.gaps
    shortfalls = file.shortfalls
    parts = file.sections.map { section in
      Part(
        part: section.part, article: section.part.half.article, item: section.part.item,
        name: section.part.name, retention: section.retention,
        entries: section.entries.map {
          Entry(number: $0.number, title: $0.title, date: $0.day, location: $0.location)
        })
    }
  }
}

/// The index of the fire and safety file of a year.
struct FireFileReport: ParsableCommand {
  static let configuration = about(
    "fire-file", zh: "消防档案卷内目录（公安部令第61号）", en: "the index of the fire and safety file")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "年度；不填则今年", en: "the year; this one if left out")) var year: Int?
  @OptionGroup var output: DocumentOutput

  func validate() throws {
    guard year.map({ (1900...2199).contains($0) }) ?? true else {
      throw ValidationError(
        Bilingual(zh: "--year 请填四位年份，如 2026。", en: "--year takes a year, as 2026.")[
          Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    let (document, json) = try session.fireFileIndex(of: year ?? session.today.year)
    try output.send(document, json: json, on: session.today)
  }
}
