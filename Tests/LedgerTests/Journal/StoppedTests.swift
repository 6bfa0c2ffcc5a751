import Domain
import Foundation
import Ledger
import Testing

/// Long work on a ledger tells how far it is, and leaves nothing behind where it is stopped.
struct StoppedTests {
  /// A ledger of some hundred lines.
  private func longOffice() throws -> Office {
    let office = try Office()
    try office.ledger.acts(
      "wang", at: office.now,
      decisions: (0..<450).map { number in
        let report = HazardReport(
          place: "301", section: "finance", text: "loose wire \(number)", category: .electrical)
        return { try Command.report(report).decide(with: $0, in: $1) }
      })
    return office
  }

  /// The lines are half of it and the registers the other; steps never go back, and the first comes before
  /// any line.
  @Test func stepsOfACheck() throws {
    let office = try longOffice()
    var steps: [(done: Int, all: Int)] = []
    let found = try office.ledger.verify { steps.append(($0, $1)) }

    #expect(steps.first?.done == 0)
    #expect(Set(steps.map(\.all)) == [2 * found.events])
    #expect(steps.map(\.done) == steps.map(\.done).sorted())
    #expect(steps.contains { $0.done == 400 })
    #expect(steps.contains { $0.done > found.events && $0.done <= 2 * found.events })
  }

  /// Wherever it is stopped, it is stopped there, and nothing has changed.
  @Test func aStoppedCheck() throws {
    let office = try longOffice()
    let head = try office.ledger.verify().head
    var count = 0
    _ = try office.ledger.verify { _, _ in count += 1 }
    for last in 1...count {
      var step = 0
      #expect(throws: CancellationError.self) {
        try office.ledger.verify { _, _ in
          step += 1
          if step == last { throw CancellationError() }
        }
      }
      #expect(step == last)
    }
    #expect(try office.ledger.verify().head == head)
  }

  @Test func aStoppedBackupLeavesNothing() throws {
    let office = try longOffice()
    let folder = office.ledger.backupFolder
    #expect(throws: CancellationError.self) {
      try office.ledger.backUp(to: folder, at: office.now) { _, _ in throw CancellationError() }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    // The next one is made as ever.
    try office.ledger.backUp(to: folder, at: office.now)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
  }
}
