import Almanac
import Canvas
import Domain
import TestSupport
import Testing

@testable import Screens

/// Whatever is said at the foot of a screen can be read whole in the smallest window.
///
/// The sentences are taken from the sources, where each stands in both languages; what is filled in counts as
/// eight cells.
struct SentenceTests {
  /// A sentence as it stands in a source, with what is filled in as `########`.
  struct Sentence {
    var place: String
    var text: String
  }

  /// Every text of a source in either language whose lead-in ends in one of some words.
  static func sentences(in file: SourceFile, after leads: [String]) -> [Sentence] {
    let pieces = file.text.matches(
      of:
        /Bilingual\(\s*zh:\s*((?:"(?:[^"\\]|\\.)*"[\s+]*)+),\s*en:\s*((?:"(?:[^"\\]|\\.)*"[\s+]*)+)\)/
    )
    return pieces.flatMap { piece -> [Sentence] in
      let before = file.text[..<piece.range.lowerBound].suffix(60).filter { !$0.isWhitespace }
      guard leads.isEmpty || leads.contains(where: { before.hasSuffix($0) }) else { return [] }
      return [piece.1, piece.2].map { Sentence(place: file.path, text: plain(String($0))) }
    }
  }

  /// The text of literals joined by `+`.
  private static func plain(_ source: String) -> String {
    let joined = source.replacing(/"\s*\+\s*"/, with: "")
      .replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "########")
    return trimmed(joined).filter { $0 != "\"" }
  }

  private static let width = App.least.columns - 2

  /// What screens and the shell say themselves: two rows at most.
  @Test func newsIsShort() throws {
    let leads = [".say(", ".warn(", "News(text:", ".told(", "trouble=", ".refused("]
    let all = try
      (SourceFile.all(under: "Sources/Screens") + SourceFile.all(under: "Sources/xunjian/Shell"))
      .flatMap { Self.sentences(in: $0, after: leads) }
    #expect(all.count > 80)
    for sentence in all {
      #expect(
        Cells.wrap(sentence.text, Self.width).count <= 2, "\(sentence.place): \(sentence.text)")
    }
  }

  /// Why something was refused: as many rows as news may take.
  @Test func refusalsAreRead() throws {
    let all = try SourceFile.all(under: "Sources/Domain").filter {
      $0.path.hasSuffix("Error.swift")
    }
    .flatMap { Self.sentences(in: $0, after: []) }
    #expect(all.count > 100)
    for sentence in all {
      #expect(
        Cells.wrap(sentence.text, Self.width).count <= App.mostNews,
        "\(sentence.place): \(sentence.text)")
    }
  }

  /// What is told of the work that was stopped, and what is said when a form comes back.
  @Test func fixedNews() {
    for words in Work.Kind.allCases.map(\.stopped) + [App.restored] {
      for text in [words.zh, words.en] {
        #expect(Cells.wrap(text, Self.width).count <= 2, "\(text)")
      }
    }
  }

  /// Long news is shown to its last word in the smallest window, above the field if one is open there.
  @Test(arguments: Office.allCases)
  func longNewsIsWhole(_ office: Office) throws {
    let words = (1...18).map { "word\($0)" }
    let long = Bilingual(verbatim: words.joined(separator: " "))
    var desk = try Desk(office, .inspector, columns: 60, rows: 16)
    try desk.carryOut(desk.app.update(.refused(long)))
    for word in words { #expect(desk.view.contains(word)) }
    try desk.open("monthly", .office)
    try desk.type("xlocked")
    try desk.carryOut(desk.app.update(.refused(long)))
    for word in words + ["locked"] { #expect(desk.view.contains(word), "\(word)\n\(desk.view)") }
  }

  /// The title of every form names its hazard and at least the keys that send and leave it.
  @Test(arguments: Office.allCases)
  func formsSayTheirKeys(_ office: Office) throws {
    var desk = try Desk(office, .supervisor, columns: 60, rows: 16, after: .autumn)
    let hazard = try #require(desk.fold.hazard("2026-002"))
    for kind in HazardCommand.Kind.allCases {
      let form = HazardForm(kind, of: hazard, desk.app.context)
      guard form.immediateCommand == nil, kind != .photograph else { continue }
      var grid = Grid(columns: 60, rows: 16)
      form.draw(over: &grid, desk.app.context)
      let title = try #require(
        grid.text.split(separator: "\n").first { $0.contains("2026-002") && $0.contains("Enter") },
        "\(kind)\n\(grid.text)")
      #expect(title.contains("Esc") && title.contains(desk.app.context(kind.name)), "\(title)")
    }
    try desk.press([.function(4)])
  }
}
