import Almanac
import Domain
import TestSupport
import Testing

/// When things end, what is entered, renewed, changed and retired, what is refused, and what Today says.
struct ExpiryTests {
  struct End: Sendable {
    var done: String?
    var made: String?
    var end: String?
    var kind = SafetyFile.powder
  }

  /// By GB 50444-2008 5.3.2 and 5.4.3, counted by hand; the end of February by the calendar.
  @Test(arguments: [
    End(made: "2022-01-10", end: "2027-01-10"),
    End(done: "2025-01-10", made: "2020-01-10", end: "2027-01-10"),
    End(done: "2025-06-01", made: "2016-03-05", end: "2026-03-05"),
    End(done: "2024-02-29", end: "2025-02-28", kind: SafetyFile.test),
    End(done: nil, made: nil, end: nil),
    End(done: "2025-06-01", end: nil, kind: SafetyFile.licence),
  ])
  func theEndByTheKind(_ row: End) {
    let end = row.kind.proposedEnd(
      done: row.done.flatMap { Day($0) }, made: row.made.flatMap { Day($0) })
    #expect(end == row.end.flatMap { Day($0) })
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2026-11-23", 2, "2027-01-23"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-03-31", -13, "2025-02-28"), ("2026-05-31", 0, "2026-05-31"),
  ])
  func monthsLater(_ row: (String, Int, String)) throws {
    #expect(try #require(Day(row.0)).adding(months: row.1).description == row.2)
  }

  private func add(
    _ content: Expiry.Content = SafetyFile.content, as kind: ExpiryKind = SafetyFile.test,
    by actor: Person = SafetyFile.keeper, isImport: Bool = false, in fold: Fold = SafetyFile.fold()
  ) throws -> [Happening] {
    try Command.expiry(.add([ExpiryRequest(kind, content)], isImport: isImport))
      .decide(with: fold, in: SafetyFile.situation(actor))
  }

  /// The kind comes into the ledger with its first use; an import passes over what is there.
  @Test func theFirstUseBringsTheKind() throws {
    let lines = try add()
    #expect(lines.map(\.subject) == [.expiryKind("test"), .expiry("DQ2026-004")])
    #expect(lines[1].event == .expiry(.added(SafetyFile.content)))
    let fold = SafetyFile.fold(lines)
    #expect(try add(in: fold).map(\.subject) == [.expiry("DQ2026-004")])
    #expect(try add(isImport: true, in: fold).isEmpty)
    // What was renewed since is known by what it was at first.
    let term = Expiry.Term(done: SafetyFile.today, until: Day(2027, 11, 23))
    let renewed = Happening(.expiry("DQ2026-004"), .expiry(.renewed(term)))
    #expect(try add(isImport: true, in: SafetyFile.fold(lines + [renewed])).isEmpty)
  }

  @Test func whoMayDoWhat() throws {
    let content = SafetyFile.content
    let expiry = try #require(SafetyFile.expiry())
    let fold = SafetyFile.fold(try add())
    let term = Expiry.Term(done: SafetyFile.today, until: Day(2027, 11, 23))
    for role in Role.allCases {
      let person = SafetyFile.person("new", role)
      let may = RoleTable.roles(of: "keepSafetyFile").contains(role.rawValue)
      if may {
        #expect(try add(content, by: person).count == 2, "\(role)")
      } else {
        #expect(throws: NotPermitted(.keepSafetyFile)) { try add(content, by: person) }
      }
      for command in [ExpiryCommand.renew(term), .retire(reason: "gone")] {
        let situation = SafetyFile.situation(person)
        if may {
          _ = try expiry.decide(command, of: fold.bureau, in: situation)
        } else {
          #expect(throws: NotPermitted(.keepSafetyFile)) {
            try expiry.decide(command, of: fold.bureau, in: situation)
          }
        }
      }
    }
    // Who sees to it renews it, and no more.
    let own = SafetyFile.situation(SafetyFile.owner)
    #expect(try expiry.decide(.renew(term), of: fold.bureau, in: own) == .renewed(term))
    #expect(throws: NotPermitted(.keepSafetyFile)) {
      try expiry.decide(.retire(reason: "x"), of: fold.bureau, in: own)
    }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var error: ExpiryError
    var change: @Sendable (inout Expiry.Content) -> Void
    var testDescription: String { "\(error)" }
  }

  @Test(arguments: [
    Refused(error: .nameMissing) { $0.name = " " },
    Refused(error: .badCount(0)) { $0.count = 0 },
    Refused(error: .noSuchPlace("cellar")) { $0.place = "cellar" },
    Refused(error: .noSuchPerson("nobody")) { $0.person = "nobody" },
    Refused(error: .left("Name of gone", last: Day(2026, 6, 30))) { $0.person = "gone" },
    Refused(error: .inFuture(Day(2026, 11, 24))) { $0.made = Day(2026, 11, 24) },
    Refused(error: .inFuture(Day(2026, 12, 24))) { $0.term.done = Day(2026, 12, 24) },
    Refused(error: .doneBeforeMade(Day(2025, 12, 1), made: Day(2026, 1, 1))) {
      $0.made = Day(2026, 1, 1)
    },
    Refused(error: .endsBefore(Day(2025, 11, 30), Day(2025, 12, 1))) {
      $0.term.until = Day(2025, 11, 30)
    },
  ])
  func whatCannotBe(_ row: Refused) throws {
    var content = SafetyFile.content
    row.change(&content)
    #expect(throws: row.error) { try add(content) }
  }

  struct Act: Sendable {
    var command: ExpiryCommand
    var error: ExpiryError
  }

  private static let next = Expiry.Term(done: today, until: Day(2027, 11, 23))
  private static let today = SafetyFile.today

  @Test(arguments: [
    Act(command: .renew(.init(until: Day(2027, 1, 1))), error: .doneMissing),
    Act(
      command: .renew(.init(done: today, until: Day(2026, 12, 1))),
      error: .notLater(than: Day(2026, 12, 1))),
    Act(
      command: .renew(.init(done: today + 1, until: Day(2027, 12, 1))), error: .inFuture(today + 1)),
    Act(command: .edit(SafetyFile.content), error: .sameAsBefore),
    Act(command: .retire(reason: " "), error: .reasonMissing),
  ])
  func refusedActs(_ row: Act) throws {
    let (expiry, fold) = (try #require(SafetyFile.expiry()), SafetyFile.fold(try add()))
    #expect(throws: row.error) {
      try expiry.decide(
        row.command, of: fold.bureau, in: SafetyFile.situation(SafetyFile.keeper))
    }
  }

  /// Former stretches are kept with who recorded them; what is retired takes no more.
  @Test func theHistoryIsKept() throws {
    var expiry = try #require(SafetyFile.expiry(SafetyFile.content, .renewed(Self.next)))
    #expect(expiry.until == Day(2027, 11, 23) && expiry.formers.map(\.term.document) == ["T-1"])
    #expect(expiry.terms.map(\.term.until) == [Day(2026, 12, 1), Day(2027, 11, 23)])
    #expect(expiry.original == SafetyFile.content)
    expiry.apply(.retired(reason: "sold"), SafetyFile.stamp())
    let retired = expiry
    expiry.apply(.renewed(.init(until: Day(2030, 1, 1))), SafetyFile.stamp())
    #expect(expiry == retired && expiry.state(on: Self.today) == .retired)
    let fold = SafetyFile.fold()
    #expect(throws: ExpiryError.isRetired("DQ2026-001")) {
      try retired.decide(
        .renew(Self.next), of: fold.bureau, in: SafetyFile.situation(SafetyFile.keeper))
    }
  }

  /// Over from the day after its last one, soon from sixty days before it on.
  @Test(arguments: [
    (0, Expiry.State.soon), (-1, .soon), (1, .overdue), (-60, .soon), (-61, .valid),
  ])
  func howItStands(_ row: (days: Int, state: Expiry.State)) throws {
    let expiry = try #require(SafetyFile.expiry())
    #expect(expiry.state(on: Day(2026, 12, 1) + row.days) == row.state)
  }

  private func reminders(
    _ expiries: [(name: String, until: Day)], for person: Person
  ) throws -> [ExpiryReminder] {
    let all = try expiries.enumerated().map { index, row in
      var content = SafetyFile.content
      (content.name, content.term.until, content.term.done) = (row.name, row.until, nil)
      return try #require(
        Expiry(id: Identifier("DQ2026-00\(index)"), beginning: .added(content), SafetyFile.stamp()))
    }
    let agenda = Agenda(
      now: Moment(Self.today, hour: 9, minute: 0), bureau: SafetyFile.fold().bureau, rounds: [],
      hazards: [], drafts: [], expiries: all)
    return ExpiryReminder.all(agenda, for: person)
  }

  /// One line of what is over, one calm line of what ends soon; a person without a part in it sees none.
  @Test func whatTodaySays() throws {
    let rows = [
      ("far", Self.today + 61), ("soon", Self.today + 60), ("sooner", Self.today + 2),
      ("over", Self.today - 3), ("just over", Self.today - 1),
    ]
    let lines = try reminders(rows, for: SafetyFile.keeper)
    #expect(lines.map(\.isOverdue) == [true, false])
    #expect(lines.map(\.words.zh) == ["已过期 2 项：over（过期3天）", "60天内到期 2 项，最早：sooner（还有2天）"])
    #expect(
      lines.map(\.words.en) == [
        "Ended: 2, over (3 days over)", "Ending within 60 days: 2, first sooner (2 days left)",
      ])
    #expect(try reminders(rows, for: SafetyFile.owner).count == 2)
    #expect(try reminders(rows, for: SafetyFile.observer).isEmpty)
    #expect(try reminders([rows[0]], for: SafetyFile.keeper).isEmpty)
  }

  /// An administrator sets the months; the same again is nothing.
  @Test func kindsAreData() throws {
    func set(_ kind: ExpiryKind, by person: Person = SafetyFile.keeper) throws -> [Happening] {
      try Command.expiry(.setKind(kind, shipped: SafetyFile.test))
        .decide(with: SafetyFile.fold(), in: SafetyFile.situation(person))
    }
    var kind = SafetyFile.test
    #expect(throws: ExpiryError.sameAsBefore) { try set(kind) }
    kind.months = 601
    #expect(throws: ExpiryError.badMonths(601)) { try set(kind) }
    kind.months = 6
    #expect(throws: NotPermitted(.administer)) { try set(kind, by: SafetyFile.owner) }
    #expect(try set(kind).map(\.subject) == [.expiryKind("test")])
    kind.retired = Self.today
    let fold = SafetyFile.fold(try set(kind))
    #expect(throws: ExpiryError.retiredKind(kind.name, Self.today)) { try add(in: fold) }
  }
}
