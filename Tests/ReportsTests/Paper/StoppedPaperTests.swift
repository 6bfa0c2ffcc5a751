import Almanac
import Canvas
import Reports
import Testing

/// Setting pages tells how far it is and can be stopped.
struct StoppedPaperTests {
  @Test func everyTextCounts() throws {
    var steps: [(done: Int, all: Int)] = []
    _ = try Paper(Sample.register(rows: 90), createdOn: Day(2026, 11, 23)) {
      steps.append(($0, $1))
    }

    #expect(Set(steps.map(\.all)).count == 1)
    #expect(steps.map(\.done) == steps.map(\.done).sorted())
    // Beside the cells there are the headings, and the margins of the pages, which are not foreseen.
    #expect(steps.count > 90 * 2 && steps.allSatisfy { $0.done <= $0.all })
    #expect(steps.last?.done == steps.last?.all)
  }

  @Test func stopped() {
    struct Enough: Error {}
    var count = 0
    #expect(throws: PaperError.stopped) {
      try Paper(Sample.register(rows: 90), createdOn: Day(2026, 11, 23)) { _, _ in
        count += 1
        if count == 40 { throw Enough() }
      }
    }
    #expect(count == 40)
  }
}
