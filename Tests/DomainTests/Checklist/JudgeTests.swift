import Almanac
import Domain
import Testing

/// How readings and choices are judged: out of range is a finding, never refused.
struct JudgeTests {
  enum Verdict: Sendable { case fine, finding, notANumber }

  struct Case: Sendable {
    var text: String
    var min: Double? = 14
    var max: Double? = 24
    var verdict: Verdict
  }

  @Test(arguments: [
    Case(text: "14", verdict: .fine),
    Case(text: "24", verdict: .fine),
    Case(text: "24.0", verdict: .fine),
    Case(text: "13.9", verdict: .finding),
    Case(text: "24.1", verdict: .finding),
    Case(text: "-5", verdict: .finding),
    Case(text: "-5", min: nil, verdict: .fine),
    Case(text: "-40", min: -40, max: -20, verdict: .fine),
    Case(text: "1000000", max: nil, verdict: .fine),
    Case(text: "0", min: nil, max: nil, verdict: .fine),
    Case(text: "1e400", verdict: .notANumber),
    Case(text: "inf", verdict: .notANumber),
    Case(text: "nan", verdict: .notANumber),
    Case(text: "abc", verdict: .notANumber),
    Case(text: "", verdict: .notANumber),
    Case(text: " ", verdict: .notANumber),
    Case(text: "20C", verdict: .notANumber),
    Case(text: "20,5", verdict: .notANumber),
    Case(text: "2 0", verdict: .notANumber),
    Case(text: "0x14", verdict: .notANumber),
  ])
  func readings(_ row: Case) throws {
    let item = Item(
      id: "t", text: Bilingual(verbatim: "warmth"),
      kind: .reading(unit: Bilingual(verbatim: "C"), min: row.min, max: row.max),
      category: .archive)
    let answer = item.judge(reading: row.text, in: .english)
    switch row.verdict {
    case .fine: #expect(answer == .reading(row.text))
    case .notANumber: #expect(answer == nil)
    case .finding:
      let finding = try #require(answer?.finding)
      #expect(finding.category == .archive && finding.handling == .rectify())
      #expect(finding.text.contains(row.text))
    }
  }

  @Test func theFindingSaysWhatWasReadAndWhatIsAllowed() {
    let item = Item(
      id: "t", text: Bilingual(verbatim: "warmth"),
      kind: .reading(unit: Bilingual(verbatim: "C"), min: 14, max: 24.5), category: .archive)
    #expect(item.judge(reading: "30", in: .english)?.finding?.text == "warmth: 30 C (14-24.5 C)")
  }

  @Test func onlyAReadingIsRead() {
    let tick = Item(id: "t", text: Bilingual(verbatim: "tick"), category: .order)
    #expect(tick.judge(reading: "20", in: .english) == nil)
    #expect(tick.judge(choice: "good", in: .english) == nil)
  }

  @Test func choices() {
    let item = Item(
      id: "c", text: Bilingual(verbatim: "pressure"),
      kind: .choice([
        .init(id: "green", text: Bilingual(verbatim: "green"), isFinding: false),
        .init(id: "red", text: Bilingual(verbatim: "red"), isFinding: true),
      ]), category: .fire)
    #expect(item.judge(choice: "green", in: .english) == .choice("green"))
    #expect(
      item.judge(choice: "red", in: .english)
        == .choice("red", Finding(text: "pressure: red", category: .fire)))
    #expect(item.judge(choice: "blue", in: .english) == nil)
  }
}
