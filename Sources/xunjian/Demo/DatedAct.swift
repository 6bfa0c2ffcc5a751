import Almanac
import Domain

/// One act of the history: who asked for what, and when.
struct DatedAct: Sendable {
  var at: Moment
  var actor: Person.ID
  /// Set where the act was decided on paper and typed in by another.
  var entered: Entered?
  var command: Command
}

/// What the history means to do at some time; who does it and how is settled when the time has come.
enum Intention: Sendable {
  case act(DatedAct)
  case sign(PlannedWalk)
  case countersign(RoundKey, Section.ID)
  case hazard(Hazard.ID, HazardCommand.Kind)
  case nilReport(NilPeriod, isNone: Bool)
}

/// Intentions by time; those of the same second in the order in which they were put in.
struct IntentionQueue: Sendable {
  private struct Entry: Sendable {
    var at: Moment
    var serial: Int
    var intention: Intention

    func isBefore(_ other: Entry) -> Bool { (at, serial) < (other.at, other.serial) }
  }

  /// A binary heap.
  private var entries: [Entry] = []
  private var serial = 0

  mutating func put(_ intention: Intention, at moment: Moment) {
    serial += 1
    entries.append(Entry(at: moment, serial: serial, intention: intention))
    var child = entries.count - 1
    while child > 0, entries[child].isBefore(entries[(child - 1) / 2]) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out the earliest one.
  mutating func take() -> (at: Moment, intention: Intention)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return (first.at, first.intention) }
    entries[0] = last
    var parent = 0
    while let child = smallerChild(of: parent), entries[child].isBefore(entries[parent]) {
      entries.swapAt(parent, child)
      parent = child
    }
    return (first.at, first.intention)
  }

  private func smallerChild(of parent: Int) -> Int? {
    let left = 2 * parent + 1
    guard left < entries.count else { return nil }
    let right = left + 1
    return right < entries.count && entries[right].isBefore(entries[left]) ? right : left
  }
}
