import Almanac
import Domain
import Foundation
import Ledger
import Testing

@testable import LedgerProbe

/// Whatever happens in whatever order, the registers are what the journal folds to.
struct HistoryTests {
  /// SplitMix64: the same history for the same seed.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    mutating func pick<Value>(_ values: [Value], or other: Value) -> Value {
      values.randomElement(using: &self) ?? other
    }
  }

  static let people: [Person.ID] = ["admin", "chen", "li", "wang", "zhao"]

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func registersEqualTheFold(_ seed: UInt64) throws {
    let office = try Office()
    var dice = Dice(state: seed)
    var done = 0
    var refused = 0
    for _ in 0..<120 {
      let command = try someCommand(office, &dice)
      do {
        try office.perform(command, by: dice.pick(Self.people, or: "wang"))
        done += 1
      } catch is any Refusal {
        refused += 1
      }
      if dice.next() % 10 == 0 { office.now = office.now + 86_400 }
    }
    #expect(done > 20 && refused > 5)
    #expect(try office.ledger.verify().problems == [])
    let kept = try office.registers()
    try office.ledger.rebuild()
    #expect(try office.registers() == kept)
    try numbersRunWithoutAGap(office)
  }

  private func numbersRunWithoutAGap(_ office: Office) throws {
    let hazards = try office.ledger.hazards(HazardFilter(states: .all)).map(\.id.rawValue)
    let wanted = hazards.indices.map { "2026-" + padded($0 + 1, 3) }
    #expect(hazards == wanted)
    let records = try office.ledger.inspections(in: Day(2026, 11, 1)...Day(2027, 12, 31))
    #expect(
      records.map(\.id.rawValue)
        == records.indices.map { Numbering.inspectionPrefix.zh + "2026-" + padded($0 + 1, 4) })
  }

  private func someCommand(_ office: Office, _ dice: inout Dice) throws -> Command {
    let hazards = try office.ledger.hazards(HazardFilter(states: .all)).map(\.id)
    let records = try office.ledger.inspections(in: Day(2026, 11, 1)...office.now.day).map(\.id)
    let room = dice.pick(["301", "302", "501"] as [Place.ID], or: "301")
    let hazard = dice.pick(hazards, or: "2026-001")
    let record = dice.pick(records, or: "none")
    switch dice.next() % 10 {
    case 0, 1: return .sign(SmallOffice.walk(room, at: office.now, answers(hazard, &dice)))
    case 2:
      return .report(HazardReport(place: room, text: "t\(dice.next() % 9)", category: .fire))
    case 3: return .countersign(SmallOffice.key(room).round, "finance", paper: nil)
    case 4: return .withdraw(record, reason: "wrong")
    case 5: return .correct(record, item: 2, to: answer(hazard, &dice), reason: "misread")
    case 6:
      return dice.next() % 4 == 0
        ? .excuse(SmallOffice.key(room), reason: "rebuilt")
        : .noEntry(SmallOffice.key(room), reason: "locked")
    default: return .hazard(hazard, someAct(office.now.day, &dice))
    }
  }

  private func answers(_ hazard: Hazard.ID, _ dice: inout Dice) -> [ItemKey: Answer] {
    [
      SmallOffice.socket: answer(hazard, &dice), SmallOffice.exit: answer(hazard, &dice),
      SmallOffice.warmth: .reading("20"),
    ]
  }

  private func answer(_ hazard: Hazard.ID, _ dice: inout Dice) -> Answer {
    switch dice.next() % 6 {
    case 0: .fail(Finding(text: "found"))
    case 1: .fail(Finding(text: "mended", handling: .onTheSpot(measures: "m")))
    case 2: .fail(Finding(text: "again", handling: .joins(hazard)))
    case 3: .notApplicable(reason: "no-facility")
    default: .pass
    }
  }

  private func someAct(_ today: Day, _ dice: inout Dice) -> HazardCommand {
    let later = today + Int(dice.next() % 20)
    return switch dice.pick(HazardCommand.Kind.allCases, or: .accept) {
    case .assign: .assign(to: dice.pick(Self.people, or: "li"), deadline: later)
    case .accept: .accept
    case .decline: .decline(reason: "r")
    case .transfer: .transfer(to: dice.pick(Self.people, or: "li"), reason: "r")
    case .requestExtension: .requestExtension(.init(deadline: later, reason: "r"))
    case .extend: .extend(to: later, reason: "r")
    case .refuseExtension: .refuseExtension(reason: "r")
    case .submit: .submit(measures: "m")
    case .verify: .verify(keepOpen: dice.next() % 2 == 0)
    case .reject: .reject(reason: "r", deadline: later)
    case .close: .close
    case .withdraw: .withdraw(reason: "r")
    case .merge: .merge(into: "2026-001")
    case .revoke: .revoke
    case .photograph: .photograph(photographs(&dice))
    case .note: .oversee(.note("n"))
    case .remind: .oversee(.remind("r"))
    case .safeguard:
      .oversee(.safeguard(.init(measures: "m", watcher: dice.pick(Self.people, or: "li"))))
    case .study:
      .oversee(
        .study(
          .init(
            severity: dice.next() % 2 == 0 ? .major : .general, basis: "b",
            participants: Self.people, day: today)))
    case .takeCase: .oversee(.takeCase(dice.pick(Self.people, or: "li")))
    case .commit: .oversee(.commit(.init(measures: "m", funds: "f", contingency: "c")))
    case .reportUp: .oversee(.reportUp(.init(authority: "a", document: "d", day: today)))
    case .list: .oversee(.list(.init(authority: "a", document: "d", day: today)))
    case .patch: .oversee(.patch(Patch(version: "2.0", proof: "p")))
    case .delist: .oversee(.delist(.init(authority: "a", document: "d", day: today)))
    }
  }

  private func photographs(_ dice: inout Dice) -> [Photograph] {
    let digits = String(repeating: String(dice.next() % 10), count: 64)
    let role = dice.pick(Photograph.Role.allCases, or: .before)
    return [Checksum(rawValue: digits)].compactMap(\.self).map {
      Photograph(role: role, checksum: $0, name: "a.jpg", size: 1, kind: .jpeg)
    }
  }
}
