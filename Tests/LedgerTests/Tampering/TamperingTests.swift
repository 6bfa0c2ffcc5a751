import Foundation
import Testing

/// Thousands of ways to tamper with a ledger, each found by verify or refused on opening.
///
/// Where neither happens the tables must hold what they held, as plain SQLite reads them: a byte in free
/// space. Chance comes from fixed seeds, so that a miss can be looked at again.
struct TamperingTests {
  private static let rounds = 44

  @Test(arguments: Edit.allCases)
  func throughSQLite(_ edit: Edit) throws {
    let ledger = try SignedLedger.whole.get()
    for seed in 0..<Self.rounds {
      var random = SplitMix(state: UInt64(seed) << 8)
      let outcome = try ledger.edited { try edit.make(in: $0, &random) }
      #expect(outcome != .missed, "\(edit), seed \(seed)")
      #expect(outcome != .unchanged || edit.mayChangeNothing, "\(edit), seed \(seed)")
    }
  }

  /// One byte in each page that holds the journal or a register, again and again: mostly one that says
  /// something, for most of a page is zeros.
  @Test(arguments: 0..<8)
  func inThePages(_ part: Int) throws {
    let ledger = try SignedLedger.whole.get()
    let (size, pages) = try ledger.pages()
    #expect(size == 4096 && pages.count > 30)
    var random = SplitMix(state: UInt64(part) << 40)
    for page in pages {
      for _ in 0..<6 {
        var bytes = ledger.bytes
        let all = page * size..<(page + 1) * size
        let told = all.filter { bytes[$0] != 0 }
        let isAnywhere = told.isEmpty || Int.random(in: 0..<6, using: &random) == 0
        let place = (isAnywhere ? Array(all) : told).randomElement(using: &random) ?? 0
        let former = bytes[place]
        bytes[place] =
          Bool.random(using: &random)
          ? former ^ 1 << UInt8.random(in: 0..<8, using: &random)
          : UInt8.random(in: .min ... .max, using: &random)
        let outcome = try ledger.written(bytes)
        #expect(outcome != .missed, "byte \(place), \(former) to \(bytes[place])")
      }
    }
  }

  /// The files of photographs: exchanged, changed by a byte, cut short, removed, renamed.
  @Test(arguments: PhotographEdit.allCases)
  func amongThePhotographs(_ edit: PhotographEdit) throws {
    let ledger = try SignedLedger.whole.get()
    #expect(ledger.photographs.count == 3)
    for seed in 0..<12 {
      var random = SplitMix(state: UInt64(seed) << 16)
      let outcome = try ledger.photographed {
        try edit.make(to: ledger.photographs, in: $0, &random)
      }
      #expect(outcome == .found, "\(edit), seed \(seed)")
    }
    #expect(try ledger.photographed { _ in } == .missed, "untouched, nobody is blamed")
  }

  /// What stands in no journal and no register is nobody's concern.
  @Test func drafts() throws {
    let ledger = try SignedLedger.whole.get()
    #expect(try ledger.written(ledger.bytes) == .unchanged)
    for sql in ["UPDATE draft SET value = '{}', owner = 'x'", "DELETE FROM draft"] {
      #expect(try ledger.edited { try $0.execute(sql: sql) } == .unchanged, "\(sql)")
    }
  }
}

extension Edit {
  /// Two rows drawn that are the same one.
  var mayChangeNothing: Bool {
    switch self {
    case .twoRowsExchanged, .anothersSignature: true
    default: false
    }
  }
}
