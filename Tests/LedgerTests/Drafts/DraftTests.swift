import Almanac
import Domain
import Foundation
import Ledger
import Testing

@testable import LedgerProbe

/// Drafts: kept at every key, gone with the signature, never records.
struct DraftTests {
  @Test func savedAndResumed() throws {
    let office = try Office()
    var draft = SmallOffice.draft("301", at: office.now)
    #expect(try office.ledger.drafts() == [])
    draft[SmallOffice.socket] = .pass
    draft.cursor = 2
    try office.ledger.save(draft)
    draft[SmallOffice.exit] = .fail(Finding(text: "blocked", spot: "door"))
    draft.cursor = 3
    draft.saved = office.now + 5
    draft.seconds = 5
    draft.passAtOnce([SmallOffice.warmth])
    draft.companions = [SmallOffice.key("301", "2026-12")]
    try office.ledger.save(draft)
    #expect(try office.again().drafts() == [draft])
  }

  /// A draft as it was kept before rooms were walked together: it counted what was passed at once.
  @Test func anOlderFormIsStillRead() throws {
    let office = try Office()
    try office.raw {
      try $0.execute(
        sql: "INSERT INTO draft (occurrence, owner, saved, value) VALUES (?, ?, ?, ?)",
        arguments: [
          "monthly/301/2026-11", "wang", "2026-11-23T09:01:00+08:00",
          """
          {"occurrence":{"plan":"monthly","place":"301","period":"2026-11"},"owner":"wang",\
          "started":"2026-11-23T09:00:00+08:00","saved":"2026-11-23T09:01:00+08:00",\
          "seconds":60,"cursor":3,"passedAtOnce":1,"entries":[\
          {"item":{"checklist":"room","item":"exit"},"answer":{"result":"pass"}},\
          {"item":{"checklist":"room","item":"socket"},"answer":{"result":"pass"}},\
          {"item":{"checklist":"room","item":"warmth"},"answer":{"result":"reading","value":"20"}}]}
          """,
        ])
    }
    let draft = try #require(try office.ledger.drafts().first)
    #expect(draft.companions.isEmpty && draft.seconds == 60 && draft.cursor == 3)
    #expect(draft.entries.map(\.item.item) == ["exit", "socket", "warmth"])
    #expect(draft.passedAtOnce == [SmallOffice.socket])
  }

  @Test func whatWasPassedAtOnce() {
    var draft = SmallOffice.draft("301", at: SmallOffice.founded)
    draft[SmallOffice.warmth] = .reading("20")
    draft.passAtOnce([SmallOffice.socket, SmallOffice.exit])
    #expect(draft[SmallOffice.exit] == .pass)
    draft[SmallOffice.exit] = .fail(Finding(text: "blocked"))
    #expect(draft.passedAtOnce == [SmallOffice.socket])
  }

  @Test func theOneSavedLastComesFirst() throws {
    let office = try Office()
    for (room, seconds) in [("301", 10), ("302", 30), ("501", 20)] as [(Place.ID, Int)] {
      var draft = SmallOffice.draft(room, at: office.now)
      draft.saved = office.now + seconds
      try office.ledger.save(draft)
    }
    #expect(try office.ledger.drafts().map(\.occurrence.place) == ["302", "501", "301"])
  }

  @Test func discarded() throws {
    let office = try Office()
    try office.ledger.save(SmallOffice.draft("301", at: office.now))
    #expect(try office.ledger.discardDraft(SmallOffice.key("302")) == false)
    #expect(try office.ledger.discardDraft(SmallOffice.key("301")))
    #expect(try office.ledger.discardDraft(SmallOffice.key("301")) == false)
    #expect(try office.ledger.drafts() == [])
  }

  @Test func takenOver() throws {
    let office = try Office()
    var draft = SmallOffice.draft("301", owner: "wang", at: office.now)
    draft[SmallOffice.socket] = .pass
    try office.ledger.save(draft)
    let agenda = try office.ledger.agenda(at: office.now)
    #expect(agenda.drafts.map(\.owner) == ["wang"])
    draft.owner = "li"
    try office.again().save(draft)
    #expect(try office.ledger.drafts() == [draft])
    let room = agenda.rounds.flatMap(\.rooms).first { $0.place.id == "301" }
    #expect(room?.draft?.owner == "wang" && room?.state == .open)
  }

  @Test func signingEndsTheDraftOfItsRoomAlone() throws {
    let office = try Office()
    try office.ledger.save(SmallOffice.draft("301", owner: "li", at: office.now))
    try office.ledger.save(SmallOffice.draft("302", at: office.now))
    #expect(throws: SigningError.self) { try office.sign("301", [:]) }
    #expect(try office.ledger.drafts().count == 2)
    try office.sign("301")
    #expect(try office.ledger.drafts().map(\.occurrence.place) == ["302"])
  }

  @Test func draftsAreNotInTheJournal() throws {
    let office = try Office()
    let before = try office.ledger.verify().head
    try office.ledger.save(SmallOffice.draft("301", at: office.now))
    try office.ledger.rebuild()
    #expect(try office.ledger.verify().head == before)
    #expect(try office.ledger.drafts().count == 1)
  }

  @Test func clearingAnAnswer() {
    var draft = SmallOffice.draft("301", at: SmallOffice.founded)
    draft[SmallOffice.socket] = .pass
    draft[SmallOffice.exit] = .pass
    draft[SmallOffice.socket] = .text("x")
    draft[SmallOffice.exit] = nil
    draft[SmallOffice.warmth] = nil
    #expect(draft.entries == [.init(item: SmallOffice.socket, answer: .text("x"))])
  }
}
