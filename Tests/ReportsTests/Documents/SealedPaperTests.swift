import Almanac
import Canvas
import Foundation
import Testing

@testable import Domain
@testable import Reports

/// A month that was sealed keeps its paper word for word, whichever version prints it again: a paper of each
/// form that months were ever sealed in.
///
/// A file here is never changed. A new form gets files of its own: `XUNJIAN_SNAPSHOTS=write` writes what lacks.
struct SealedPaperTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Sealed")

  @Test(arguments: 1...Seal.presentForm, Language.allCases)
  func itsWordsStay(_ form: Int, _ language: Language) throws {
    let file = Self.folder.appending(path: "month-\(form).\(language.rawValue).md")
    let words = try Self.paper(form, language).markdown
    if ProcessInfo.processInfo.environment["XUNJIAN_SNAPSHOTS"] == "write",
      !FileManager.default.fileExists(atPath: file.path)
    {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try words.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let (was, now) = (kept.split(separator: "\n"), words.split(separator: "\n"))
    let change = now.difference(from: was)
    #expect(change.isEmpty && kept == words, "\(change)")
  }

  /// November of the small office, sealed in a form.
  private static func paper(_ form: Int, _ language: Language) throws -> Document {
    var summary = SmallOffice(language: language).summary
    if form < 5 {
      for index in summary.byCategory.indices { summary.byCategory[index].findings = nil }
      for index in summary.byPlace.indices { summary.byPlace[index].findings = nil }
    }
    let day = Day(2026, 12, 1)
    let sealed = SealedMonth(
      number: 1, reason: nil, isForced: false, form: form == 1 ? nil : form, heads: [],
      summary: summary)
    let seal = Seal(sealed, Stamp(at: Moment(day, second: 0), day: day, actor: "zhou"))
    let code = try #require(CheckCode(hash: Array(repeating: 7, count: 32)))
    return MonthReport.document(
      summary, sealed: (seal, code), templates: .shipped, language: language)
  }
}
