import Almanac
import Domain
import Testing

/// Kinds are added, renamed and retired by an administrator; what has answers keeps its meaning.
struct ActivityKindTests {
  private func line(
    _ kind: ActivityKind, shipped: ActivityKind? = nil, by actor: Person = Register.administrator,
    in fold: Fold
  ) throws -> [Happening] {
    try Command.setActivityKind(kind, shipped: shipped)
      .decide(with: fold, in: Register.situation(actor))
  }

  /// A ledger with an entry in which heads were counted and a channel chosen.
  private var used: Fold {
    var fold = Register.fold(kinds: [Register.meeting, Register.circular])
    let circular = Activity.Content(
      kind: "circular", day: Register.today, title: "t", values: ["channel": .words("oa")])
    fold.apply(.activity("HD2026-001"), .activity(.recorded(Register.content)), Register.stamp())
    fold.apply(.activity("HD2026-002"), .activity(.recorded(circular)), Register.stamp())
    return fold
  }

  @Test func onlyTheAdministrator() throws {
    var kind = Register.meeting
    kind.name = Bilingual(zh: "例会", en: "Talk")
    for person in [Register.recorder, Register.supervisor, Register.observer] {
      #expect(throws: NotPermitted(.administer)) { try line(kind, by: person, in: used) }
    }
    #expect(try line(kind, in: used) == [Happening(.activityKind("meeting"), .activityKind(kind))])
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var name: String
    var error: ActivityError?
    var kind = Register.meeting
    var change: @Sendable (inout ActivityKind) -> Void
    var testDescription: String { name }
  }

  static let changes: [Change] = [
    Change(name: "nothing", error: .sameAsBefore) { _ in },
    Change(name: "retired") { $0.retired = Register.today },
    Change(name: "a field retired") { $0.fields[0].retired = Register.today },
    Change(name: "a field renamed") { $0.fields[0].name = Bilingual(zh: "人", en: "People") },
    Change(name: "a field added") {
      $0.fields.append(
        ActivityField(id: "more", name: Bilingual(zh: "更多", en: "More"), kind: .text))
    },
    Change(name: "a field gone", error: .fieldGone("heads")) { $0.fields.removeFirst() },
    Change(
      name: "a used field of another type", error: .fieldUsed(Register.meeting.fields[0].name)
    ) { $0.fields[0].kind = .text },
    Change(name: "a field of another type that nobody has used") { $0.fields[1].kind = .text },
    Change(name: "a field twice", error: .doubledField("heads")) {
      $0.fields.append($0.fields[0])
    },
    Change(name: "a bad id", error: .badID("a=b")) {
      $0.fields.append(
        ActivityField(id: "a=b", name: Bilingual(zh: "更多", en: "More"), kind: .text))
    },
    Change(name: "no choices", error: .choicesMissing(Bilingual(zh: "选", en: "Pick"))) {
      $0.fields.append(
        ActivityField(id: "pick", name: Bilingual(zh: "选", en: "Pick"), kind: .choice))
    },
    Change(
      name: "a used choice gone",
      error: .choiceGone(Register.circular.fields[0].name, "oa"), kind: Register.circular
    ) { $0.fields[0].choices.removeFirst() },
    Change(name: "an unused choice gone", kind: Register.circular) {
      $0.fields[0].choices.removeLast()
    },
    Change(name: "no target", error: .badTarget(0)) { $0.target = 0 },
  ]

  @Test(arguments: changes)
  func changing(_ row: Change) throws {
    var kind = row.kind
    row.change(&kind)
    guard let error = row.error else {
      #expect(try line(kind, in: used).map(\.event) == [.activityKind(kind)])
      return
    }
    #expect(throws: error) { try line(kind, in: used) }
    #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty)
  }

  /// One that ships is changed from what the program has, where the ledger does not have it yet.
  @Test func changingOneThatShips() throws {
    #expect(throws: ActivityError.sameAsBefore) {
      try line(Register.meeting, shipped: Register.meeting, in: Register.fold())
    }
    var fewer = Register.meeting
    fewer.fields = []
    #expect(throws: ActivityError.fieldGone("heads")) {
      try line(fewer, shipped: Register.meeting, in: Register.fold())
    }
  }

  @Test func theLedgersOwnGoBeforeThoseThatShip() {
    var changed = Register.meeting
    changed.target = 12
    let own = ActivityKind(id: "own", name: Bilingual(zh: "自设", en: "Own"))
    let all = ActivityKind.all([Register.circular, Register.meeting], known: [changed, own])
    #expect(all == [Register.circular, changed, own])
  }

  @Test func theTargetOfAKeyUnit() {
    var organization = Organization(name: "o")
    #expect(Register.meeting.target(for: organization) == 4)
    organization.isKeyFireUnit = true
    #expect(Register.meeting.target(for: organization) == 8)
    #expect(Register.circular.target(for: organization) == nil)
  }

  struct Typed: Sendable {
    var field: ActivityField
    var text: String
    var value: ActivityValue?
    var isRefused = false
  }

  static let count = Register.meeting.fields[0]
  static let flag = Register.meeting.fields[1]
  static let names = Register.meeting.fields[2]
  static let choice = Register.circular.fields[0]

  @Test(arguments: [
    Typed(field: count, text: " 12 ", value: .count(12)),
    Typed(field: count, text: "１２", value: .count(12)),
    Typed(field: count, text: "0", value: .count(0)),
    Typed(field: count, text: "", value: nil),
    Typed(field: count, text: "12人", isRefused: true),
    Typed(field: count, text: "三", isRefused: true),
    Typed(field: count, text: "十二", isRefused: true),
    Typed(field: count, text: "-1", isRefused: true),
    Typed(field: count, text: "1.5", isRefused: true),
    Typed(field: count, text: "10000000", isRefused: true),
    Typed(field: flag, text: "是", value: .flag(true)),
    Typed(field: flag, text: "YES", value: .flag(true)),
    Typed(field: flag, text: "否", value: .flag(false)),
    Typed(field: flag, text: "maybe", isRefused: true),
    Typed(field: choice, text: "oa", value: .words("oa")),
    Typed(field: choice, text: "公文", value: .words("oa")),
    Typed(field: choice, text: "app", value: .words("app")),
    Typed(field: choice, text: "fax", isRefused: true),
    Typed(
      field: names, text: "rec、Name of oth，rec", value: .persons(["rec", "oth"])),
    Typed(field: names, text: "nobody", isRefused: true),
  ])
  func typing(_ row: Typed) throws {
    guard !row.isRefused else {
      #expect(throws: ActivityError.self) {
        try row.field.value(typed: row.text, in: Register.bureau())
      }
      return
    }
    #expect(try row.field.value(typed: row.text, in: Register.bureau()) == row.value)
  }

  @Test func typingResolutions() throws {
    let typed = "换灯，二楼，Name of oth，11-30；mend the lamp, rec, 12-01;"
    let list = try Activity.Resolution.list(
      typed: typed, in: Register.bureau(), on: Register.today)
    #expect(
      list == [
        .init(text: "换灯，二楼", owner: "oth", due: Day(2026, 11, 30)),
        .init(text: "mend the lamp", owner: "rec", due: Day(2026, 12, 1)),
      ])
    let again = list.map { $0.typed(Register.bureau()).zh }.joined(separator: "；")
    #expect(
      try Activity.Resolution.list(typed: again, in: Register.bureau(), on: Register.today) == list)
    for bad in ["mend the lamp", "mend, rec", "mend, rec, soon", "mend, rec oth, 12-01"] {
      #expect(throws: ActivityError.self) {
        try Activity.Resolution.list(typed: bad, in: Register.bureau(), on: Register.today)
      }
    }
  }
}
