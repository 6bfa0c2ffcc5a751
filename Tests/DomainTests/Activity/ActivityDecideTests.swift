import Almanac
import Domain
import TestSupport
import Testing

/// What is recorded, corrected, withdrawn, read and carried out, and what is refused.
struct ActivityDecideTests {
  private func lines(
    _ requests: [ActivityRequest], isImport: Bool = false, by actor: Person = Register.recorder,
    in fold: Fold = Register.fold()
  ) throws -> [Happening] {
    try Command.recordActivities(requests, isImport: isImport)
      .decide(with: fold, in: Register.situation(actor))
  }

  private func request(_ change: (inout Activity.Content) -> Void = { _ in }) -> ActivityRequest {
    var content = Register.content
    change(&content)
    return ActivityRequest(Register.meeting, content)
  }

  /// The kind comes into the ledger with its first use, and only then.
  @Test func theFirstUseBringsTheKind() throws {
    let first = try lines([request(), request { $0.title = "Another" }])
    #expect(
      first.map(\.subject) == [
        .activityKind("meeting"), .activity("HD2026-007"), .activity("HD2026-008"),
      ])
    #expect(first[0].event == .activityKind(Register.meeting))
    #expect(first[1].event == .activity(.recorded(Register.content)))
    let known = try lines([request()], in: Register.fold(kinds: [Register.meeting]))
    #expect(known.map(\.subject) == [.activity("HD2026-007")])
  }

  /// What the ledger has of a kind goes before what the program brings.
  @Test func theKindOfTheLedgerIsTheOneThatCounts() throws {
    var changed = Register.meeting
    changed.fields[0].retired = Day(2026, 1, 1)
    #expect(throws: ActivityError.self) {
      try lines([request()], in: Register.fold(kinds: [changed]))
    }
  }

  @Test func whoMayRecord() throws {
    for role in Role.allCases {
      let person = Register.person("new", role)
      let may = RoleTable.roles(of: "keepActivities").contains(role.rawValue)
      if may {
        #expect(try lines([request()], by: person).count == 2, "\(role)")
      } else {
        #expect(throws: NotPermitted(.keepActivities)) { try lines([request()], by: person) }
      }
    }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var error: ActivityError
    var change: @Sendable (inout Activity.Content) -> Void
    var testDescription: String { "\(error)" }
  }

  static let refused: [Refused] = [
    Refused(error: .titleMissing) { $0.title = "  " },
    Refused(error: .inFuture(Day(2026, 11, 24))) { $0.day = Day(2026, 11, 24) },
    Refused(
      error: .noSuchField(
        "foo", kind: Register.meeting.name, fields: ["heads", "safety", "chair"])
    ) { $0.values["foo"] = .count(1) },
    Refused(error: .badCount(Register.meeting.fields[0].name, "-1")) {
      $0.values["heads"] = .count(-1)
    },
    Refused(error: .badValue(Register.meeting.fields[0].name)) {
      $0.values["heads"] = .words("12")
    },
    Refused(error: .noSuchPerson("nobody")) { $0.persons = ["nobody"] },
    Refused(error: .left("Name of gone", last: Day(2026, 6, 30))) { $0.persons = ["gone"] },
    Refused(error: .resolutionMissing) { $0.resolutions[0].text = " " },
    Refused(error: .noSuchPerson("nobody")) { $0.resolutions[0].owner = "nobody" },
    Refused(error: .dueBefore(Day(2026, 11, 19), Day(2026, 11, 20))) {
      $0.resolutions[0].due = Day(2026, 11, 19)
    },
  ]

  @Test(arguments: refused)
  func refusals(_ row: Refused) {
    #expect(throws: row.error) { try lines([request(), request(row.change)]) }
    #expect(!row.error.message.zh.isEmpty && !row.error.message.en.isEmpty)
  }

  @Test func whatIsLeftEmptyIsNotThere() throws {
    let made = try lines([
      request {
        $0.title = " a\u{200B}b\n"
        $0.place = " "
        $0.persons = ["oth", "rec", "oth"]
        $0.values["chair"] = .persons([])
      }
    ])
    guard case .activity(.recorded(let content)) = made[1].event else {
      Issue.record("not recorded")
      return
    }
    #expect(content.title == "ab" && content.place == nil)
    #expect(content.persons == ["oth", "rec"] && content.values["chair"] == nil)
  }

  @Test func aRetiredKindIsRecordedNoMoreFromItsDayOn() throws {
    var kind = Register.meeting
    kind.retired = Day(2026, 11, 20)
    let fold = Register.fold(kinds: [kind])
    #expect(throws: ActivityError.retired(kind.name, Day(2026, 11, 20))) {
      try lines([request()], in: fold)
    }
    #expect(try lines([request { $0.day = Day(2026, 11, 19) }], in: fold).count == 1)
  }

  /// What stands in the register as often as in the file is not recorded again, though it was corrected since.
  @Test func anImportAddsNothingTwice() throws {
    var fold = Register.fold()
    let table = [request(), request(), request { $0.title = "Other" }]
    for line in try lines(table, isImport: true, in: fold) {
      fold.apply(line.subject, line.event, Register.stamp())
    }
    #expect(fold.activities().count == 3)
    #expect(try lines(table, isImport: true, in: fold).isEmpty)
    var changed = Register.content
    changed.title = "Corrected"
    fold.apply(
      .activity("HD2026-007"), .activity(.corrected(changed, reason: "r")), Register.stamp())
    fold.apply(.activity("HD2026-008"), .activity(.withdrawn(reason: "r")), Register.stamp())
    #expect(try lines(table, isImport: true, in: fold).isEmpty)
    #expect(try lines(table + [request()], isImport: true, in: fold).count == 1)
    // Typed by hand it is another one of the same words.
    #expect(try lines([request()], in: fold).count == 1)
  }

  private func decide(
    _ command: ActivityCommand, _ activity: Activity, by actor: Person = Register.recorder
  ) throws -> ActivityEvent {
    try activity.decide(command, of: Register.bureau(), in: Register.situation(actor))
  }

  @Test func whoMayCorrectAndWithdraw() throws {
    let activity = try Register.activity()
    var changed = Register.content
    changed.values["heads"] = .count(13)
    for actor in [Register.recorder, Register.supervisor] {
      #expect(
        try decide(.correct(changed, reason: " miscounted "), activity, by: actor)
          == .corrected(changed, reason: "miscounted"))
      #expect(
        try decide(.withdraw(reason: "twice"), activity, by: actor) == .withdrawn(reason: "twice"))
    }
    for actor in [Register.other, Register.administrator, Register.observer] {
      #expect(throws: ActivityError.notRecorder("Name of rec")) {
        try decide(.correct(changed, reason: "r"), activity, by: actor)
      }
      #expect(throws: ActivityError.notRecorder("Name of rec")) {
        try decide(.withdraw(reason: "r"), activity, by: actor)
      }
    }
    #expect(throws: ActivityError.reasonMissing) {
      try decide(.correct(changed, reason: " "), activity)
    }
    #expect(throws: ActivityError.reasonMissing) { try decide(.withdraw(reason: ""), activity) }
    #expect(throws: ActivityError.sameAsBefore) {
      try decide(.correct(Register.content, reason: "r"), activity)
    }
    let taken = try Register.activity(Register.content, .withdrawn(reason: "r"))
    #expect(throws: ActivityError.isWithdrawn("HD2026-001")) {
      try decide(.correct(changed, reason: "r"), taken)
    }
  }

  @Test func aCorrectionLeavesWhatIsCarriedOut() throws {
    let activity = try Register.activity(Register.content, .resolved(1, note: nil))
    var changed = Register.content
    changed.resolutions[1].due = Day(2026, 12, 1)
    #expect(
      try decide(.correct(changed, reason: "r"), activity) == .corrected(changed, reason: "r"))
    changed.resolutions[0].text = "something else"
    #expect(throws: ActivityError.resolvedAlready(1)) {
      try decide(.correct(changed, reason: "r"), activity)
    }
    changed.resolutions = []
    #expect(throws: ActivityError.resolvedAlready(1)) {
      try decide(.correct(changed, reason: "r"), activity)
    }
  }

  @Test func readOnceByEachAndOnlyWhereItIsPassedOn() throws {
    let content = Activity.Content(
      kind: "circular", day: Register.today, title: "Notice", persons: ["oth"])
    let activity = try Register.activity(content)
    // Also one without any role that acts, and one to whom it was not passed on.
    for actor in [Register.other, Register.observer] {
      #expect(try decide(.read, activity, by: actor) == .read)
    }
    var read = activity
    read.apply(.read, Register.stamp(Register.other))
    #expect(read.unread.isEmpty)
    #expect(throws: ActivityError.readAlready("HD2026-001")) {
      try decide(.read, read, by: Register.other)
    }
    #expect(throws: ActivityError.notCirculated(Register.meeting.name)) {
      try decide(.read, Register.activity(), by: Register.other)
    }
  }

  @Test func whoMayCarryOutAResolution() throws {
    let activity = try Register.activity()
    for actor in [
      Register.other, Register.recorder, Register.supervisor, Register.administrator,
    ] {
      #expect(try decide(.resolve(1, note: " "), activity, by: actor) == .resolved(1, note: nil))
    }
    #expect(throws: ActivityError.notOwner("Name of oth")) {
      try decide(.resolve(1), activity, by: Register.observer)
    }
    #expect(throws: ActivityError.noSuchResolution(3, of: "HD2026-001")) {
      try decide(.resolve(3), activity)
    }
    #expect(throws: ActivityError.noSuchResolution(0, of: "HD2026-001")) {
      try decide(.resolve(0), activity)
    }
    let done = try Register.activity(Register.content, .resolved(1, note: "n"))
    #expect(throws: ActivityError.resolvedAlready(1)) { try decide(.resolve(1), done) }
    #expect(done.open.map(\.number) == [2])
  }

  /// An event that makes no sense any more changes nothing.
  @Test func applyingIsTotal() throws {
    let activity = try Register.activity(
      Register.content, .resolved(9, note: nil), .recorded(Register.content))
    #expect(try activity == Register.activity())
    let read = try Register.activity(Register.content, .read, .read)
    #expect(read.reads.count == 1)
    let withdrawn = try Register.activity(Register.content, .withdrawn(reason: "first"))
    var later = withdrawn
    later.apply(.withdrawn(reason: "second"), Register.stamp())
    later.apply(.read, Register.stamp())
    later.apply(.corrected(Register.content, reason: "r"), Register.stamp())
    #expect(later == withdrawn && later.open.isEmpty)
    #expect(Activity(id: "HD2026-001", beginning: .read, Register.stamp()) == nil)
    var fewer = Register.content
    fewer.resolutions.removeLast(2)
    let corrected = try Register.activity(
      Register.content, .resolved(1, note: nil), .corrected(fewer, reason: "r"))
    #expect(corrected.closings.isEmpty && corrected.original == Register.content)
  }
}
