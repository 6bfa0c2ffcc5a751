import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// What is told of a text while it is typed.
struct TypedHintTests {
  struct Case: Sendable {
    var hint: TypedHint?
    var says: String?
    var isTrouble = false

    init(_ hint: TypedHint?, _ says: String?, trouble: Bool = false) {
      self.hint = hint
      self.says = says
      isTrouble = trouble
    }
  }

  /// An archive's temperature: 14 to 24 degrees (DA/T 1-2000).
  private static let warmth = Item(
    id: "warmth", text: Bilingual(zh: "温度", en: "temperature"),
    kind: .reading(unit: Bilingual(zh: "℃", en: "C"), min: 14, max: 24), category: .other)

  private static let day = Day(2026, 11, 23)
  private static let now = Moment(day, hour: 9, minute: 0)

  private static let cases = [
    // A free text has 1000 characters at most; blanks at its ends are not kept.
    Case(.room(String(repeating: "字", count: 949)), nil),
    Case(.room(String(repeating: "字", count: 950)), "50 left"),
    Case(.room(String(repeating: "字", count: 1000) + "  "), "0 left"),
    Case(.room(String(repeating: "字", count: 1001)), "1 too many", trouble: true),
    // Never the digits themselves.
    Case(.secret("", isNew: true), nil),
    Case(.secret("2048", isNew: false), "4 typed"),
    Case(.secret("2048", isNew: true), "4 typed, 6 at least"),
    Case(.secret("２０４８１６", isNew: true), "6 typed, good"),
    Case(.secret("123456", isNew: true), "too easily guessed", trouble: true),
    Case(.secret("777777", isNew: true), "too easily guessed", trouble: true),
    Case(.reading("", of: warmth), nil),
    Case(.reading("24", of: warmth), "within 14-24 C"),
    Case(.reading("24.5", of: warmth), "outside 14-24 C: a finding", trouble: true),
    Case(.reading("2o", of: warmth), "a number, please", trouble: true),
    Case(.choice("1", among: HazardCategory.allCases.map(\.name)), "Electrical"),
    Case(.choice("3", among: Severity.allCases.map(\.name)), "no such number", trouble: true),
    Case(.choice("x", among: Severity.allCases.map(\.name)), "no such number", trouble: true),
    Case(.hazardNumber("2026-017", notOf: "2026-018"), nil),
    Case(.hazardNumber("2026-B1017", notOf: "2026-018"), nil),
    Case(.hazardNumber("2026-018", notOf: "2026-018"), "this one itself", trouble: true),
    Case(.hazardNumber("17", notOf: nil), "as 2026-017", trouble: true),
    Case(.money("2000元 办公经费"), nil),
    Case(.money("2,000"), "in what unit? as 2000 yuan"),
    Case(.times("09:00/11:30", on: day), "150 min"),
    Case(.times("09:00", on: day), "as 09:00/11:30", trouble: true),
    Case(.times("11:30/09:00", on: day), "as 09:00/11:30", trouble: true),
    Case(.moment("22:10", now: now), "not yet", trouble: true),
    Case(.moment("22.10", now: now), "a time, as 22:10", trouble: true),
    Case(.moment("11-22 22:10", now: now), "11-22 22:10 Sun"),
    Case(.year("2027"), nil),
    Case(.year("27"), "four digits, as 2027", trouble: true),
  ]

  @Test func words() {
    for (index, row) in Self.cases.enumerated() {
      #expect(row.hint?.words[.english] == row.says, "\(index)")
      #expect(row.hint?.isTrouble ?? false == row.isTrouble, "\(index)")
    }
  }

  /// Beside its field a hint stands whole, and the field ends before it, in the least window too.
  @Test(arguments: Office.allCases)
  func standsWhole(_ office: Office) throws {
    var desk = try Desk(office, .supervisor, columns: 60, rows: 16, after: .autumn)
    try desk.openHazards()
    try desk.type("n⇥")
    try desk.press([.paste(String(repeating: "长", count: 960))])
    #expect(desk.view.contains(office("] 还可输入 40 字", "] 40 left")), "\(desk.view)")
    try desk.press([.paste(String(repeating: "长", count: 41))])
    #expect(desk.view.contains(office("] 超出 1 字", "] 1 too many")), "\(desk.view)")
  }
}
