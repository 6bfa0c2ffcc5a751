import Almanac
import Canvas
@testable import Domain
import Reports
import Testing

/// The sheet of one hazard in words: what a reader looks for, in both languages.
struct RectificationSheetTests {
  private static let digits = "0123456789abcdef"

  private func photograph(_ role: Photograph.Role, _ name: String) throws -> Photograph {
    Photograph(
      role: role,
      checksum: try #require(Checksum(rawValue: String(repeating: Self.digits, count: 4))),
      name: name, size: 3_355_443, kind: .jpeg, taken: Day(2026, 11, 20))
  }

  /// The closed fire hazard 003 of the small office, rejected once, with a photograph before and two after.
  private func document(
    _ language: Language, printing count: Int = 3
  ) throws -> (Document, [Photograph]) {
    let office = SmallOffice(language: language)
    var hazard = try #require(office.hazards.first { $0.id == "2026-003" })
    hazard.person = "wu"
    hazard.report.spot = "E4"
    hazard.report.finders = ["chen", "li"]
    hazard.report.basis = Bilingual(zh: "第28条", en: "art. 28")
    hazard.deadlines.append(.init(last: Day(2026, 11, 24), set: Day(2026, 11, 18)))
    hazard.extensions = 1
    hazard.rejections = 1
    hazard.measures = "M1"
    hazard.rectified = Hazard.Step(person: "wu", day: Day(2026, 11, 23))
    let photographs = [
      try photograph(.before, "b1.jpg"), try photograph(.after, "a1.jpg"),
      try photograph(.after, "a2.jpg"),
    ]
    hazard.photographs = photographs.map {
      AttachedPhotograph(
        photograph: $0, attached: Hazard.Step(person: "wu", day: Day(2026, 11, 23)))
    }
    let stamp = Stamp(
      at: Moment(Day(2026, 11, 24), second: 0), day: Day(2026, 11, 24), actor: "zhou")
    let pictures = photographs.prefix(count).map {
      ($0, Document.Picture(caption: "", file: "/f/" + $0.name))
    }
    let document = RectificationSheet.document(
      hazard: hazard,
      history: [TimelineEntry(stamp: stamp, event: .hazard(.verified(note: "N1")))],
      pictures: Dictionary(uniqueKeysWithValues: pictures), bureau: office.bureau,
      language: language)
    return (document, photographs)
  }

  @Test(arguments: [
    (
      Language.chinese,
      [
        "示例区统计局安全隐患整改单", "编号：2026-003    状态：已销号", "301（E4）", "插座面板松动", "消防，一般",
        "第28条", "自查", "2026-11-10，陈平、李安", "吴宁", "2026-11-24（原 2026-11-20，延期1次）", "M1",
        "2026-11-23，吴宁", "2026-11-24，周局长：N1", "1次", "2026-11-25，周局长", "3.2 MB", "2026-11-20",
      ]
    ),
    (
      Language.english,
      [
        "Sample District Bureau: Rectification Sheet", "Number: 2026-003    State: closed",
        "301 (E4)", "Loose socket plate", "Fire, General", "art. 28", "self-found",
        "2026-11-10, Chen Ping, Li An", "Wu Ning",
        "2026-11-24 (at first 2026-11-20, extended 1 time)", "M1", "2026-11-23, Wu Ning",
        "2026-11-24, Zhou Wei: N1", "1 time", "2026-11-25, Zhou Wei", "3.2 MB", "2026-11-20",
      ]
    ),
  ])
  func itSaysAll(_ language: Language, _ parts: [String]) throws {
    let (document, photographs) = try document(language)
    let text = TextPages(document, columns: 160).pages.joined().joined(separator: "\n")
    for part in parts { #expect(text.contains(part), "\(part)\n\(text)") }
    for photograph in photographs { #expect(text.contains(photograph.name)) }
    #expect(text.contains(Array(repeating: Self.digits, count: 4).joined(separator: " ")))
  }

  @Test func beforeStandsBesideAfter() throws {
    let (document, _) = try document(.english)
    let pictures = try #require(
      document.blocks.compactMap { block -> Document.Pictures? in
        if case .pictures(let pictures) = block { pictures } else { nil }
      }.first)
    #expect(pictures.columns == ["before", "after"])
    #expect(
      pictures.rows.map { $0.map { $0?.file } } == [
        ["/f/b1.jpg", "/f/a1.jpg"], [nil, "/f/a2.jpg"],
      ])
    #expect(pictures.rows[1][1]?.caption.hasPrefix("3  a2.jpg") == true)
  }

  @Test func whatIsNotPrintedIsCounted() throws {
    let (document, _) = try document(.english, printing: 1)
    #expect(document.blocks.contains(.paragraph("Photographs named only: 2.")))
  }
}
