import Testing

@testable import Reports

/// How counted sentences of the annual report begin.
struct AnnualReportTests {
  @Test(arguments: [
    (1, "一是", "First, "), (9, "九是", "Ninth, "), (10, "十是", "Tenth, "), (11, "十一是", "11. "),
    (20, "二十是", "20. "), (21, "二十一是", "21. "), (99, "九十九是", "99. "),
  ])
  func beginnings(_ number: Int, _ zh: String, _ en: String) {
    let words = AnnualReport.beginning(number)
    #expect(words.zh == zh && words.en == en)
  }
}
