import Almanac
import Testing

/// Times as XML writes them, with the offsets of other places.
struct DateTimeTests {
  struct Case: Sendable {
    var text: String
    /// In Asia/Shanghai; nil where it is refused.
    var moment: String?
  }

  @Test(arguments: [
    Case(text: "2026-09-22T16:00:00+08:00", moment: "2026-09-22T16:00:00+08:00"),
    Case(text: "2026-09-22T16:00:00"), Case(text: "2026-09-22T16:00:00.5"),
    Case(text: "2026-09-22T16:00:00Z", moment: "2026-09-23T00:00:00+08:00"),
    Case(text: "2026-09-22T16:00:00-00:00", moment: "2026-09-23T00:00:00+08:00"),
    Case(text: "2026-09-22T16:00:00-05:30", moment: "2026-09-23T05:30:00+08:00"),
    Case(text: "2026-01-01T00:30:00+09:00", moment: "2025-12-31T23:30:00+08:00"),
    Case(text: "2026-09-22T23:59:59.987+08:00", moment: "2026-09-22T23:59:59+08:00"),
    Case(text: "2026-09-22T24:00:00+08:00", moment: "2026-09-23T00:00:00+08:00"),
    Case(text: "2026-09-22T24:00:01+08:00"), Case(text: "2026-09-22T16:00+08:00"),
    Case(text: "2026-02-30T16:00:00+08:00"), Case(text: "2026-09-22 16:00:00+08:00"),
    Case(text: "2026-09-22T16:60:00+08:00"), Case(text: "2026-09-22T16:00:00+8:00"),
    Case(text: "2026-09-22T16:00:00+15:00"), Case(text: "2026-09-22T16:00:00.+08:00"),
    Case(text: "2026-09-22T16:00:00Z+08:00"), Case(text: "2026-09-22"), Case(text: ""),
    Case(text: "T"), Case(text: "2026-09-22T"), Case(text: "2026-09-22T16:00:00.１+08:00"),
  ])
  func reads(_ row: Case) {
    #expect(Moment.dateTime(row.text)?.description == row.moment, "\(row.text)")
  }
}
