import Almanac
import Domain
import Testing

/// Who answers for what on which day, through changes of office, leavings and mistakes.
struct ResponsibilityTests {
  /// An office with two sections, a leader, heads, a key place and a plain one.
  struct World {
    private(set) var fold = Fold(calendar: WorkCalendar())

    init() {
      func apply(_ line: Happening) {
        let start = Moment(Day(2026, 1, 1), second: 0)
        fold.apply(line.subject, line.event, Stamp(at: start, day: start.day, actor: "setup"))
      }
      apply(Happening(.organization, .organization(Organization(name: "Office"))))
      for id in ["east", "west"] {
        apply(
          Happening(
            .section(Identifier(id)), .section(Section(id: Identifier(id), name: id))))
      }
      let persons: [(Person.ID, Section.ID?, Role)] = [
        ("admin", "east", .administrator), ("boss", nil, .supervisor), ("chief", nil, .leader),
        ("fire", nil, .fireResponsible), ("ann", "east", .sectionHead),
        ("bob", "west", .sectionHead), ("cat", "west", .inspector), ("eye", "west", .observer),
      ]
      for (id, section, role) in persons {
        apply(
          Happening(
            .person(id), .person(Person(id: id, name: id.rawValue, section: section, roles: [role]))
          )
        )
      }
      apply(
        Happening(
          .place("vault"),
          .place(
            Place(
              id: "vault", name: "vault", kind: .archiveRoom, section: "east", keyReason: "paper",
              keyPerson: "cat"))))
      apply(
        Happening(
          .place("room"), .place(Place(id: "room", name: "room", kind: .office, section: "west"))))
    }

    var bureau: Bureau { fold.bureau }

    /// - Throws: A refusal, with nothing written.
    @discardableResult
    mutating func perform(
      _ command: Command, _ actor: Person.ID = "admin", on day: Day
    ) throws -> [Happening] {
      let situation = Situation(
        now: Moment(day, hour: 9, minute: 0), actor: try #require(fold.persons[actor]),
        numbering: Numbering(year: day.year, hazard: 1, inspection: 1))
      let lines = try command.decide(with: fold, in: situation)
      for line in lines { fold.apply(line.subject, line.event, situation.stamp) }
      return lines
    }

    mutating func give(
      _ person: Person.ID, _ posts: [Post], from: Day, to: Day? = nil, on day: Day = june(1)
    ) throws {
      try perform(.responsibility(posts, .give(person, from: from, to: to)), on: day)
    }

    mutating func close(_ person: Person.ID, on last: Day) throws {
      var leaving = try #require(fold.persons[person])
      leaving.to = last
      try perform(.set(.person(leaving)), on: last)
    }

    func names(_ post: Post, on day: Day) -> [String] {
      bureau.holders(of: post, on: day).map(\.person.rawValue)
    }

    func gaps(on day: Day) -> [String] {
      bureau.responsibilityGaps(on: day).map(\.post.description)
    }
  }

  struct Case: Sendable {
    /// Who is given a single post from and to which days of June, in this order.
    var given: [(Person.ID, Int, Int?)]
    /// Who holds it on the first of June and on each fifth day after.
    var held: [String]
  }

  /// 1, 6, 11, 16, 21 and 26 June.
  @Test(arguments: [
    Case(given: [("ann", 1, nil)], held: ["ann", "ann", "ann", "ann", "ann", "ann"]),
    Case(given: [("ann", 6, 16)], held: ["", "ann", "ann", "ann", "", ""]),
    // The one before holds it to the day before.
    Case(
      given: [("ann", 1, nil), ("bob", 11, nil)], held: ["ann", "ann", "bob", "bob", "bob", "bob"]),
    // One who was to follow still follows.
    Case(
      given: [("ann", 16, nil), ("bob", 1, nil)], held: ["bob", "bob", "bob", "ann", "ann", "ann"]),
    // Given again from the same day, to another: what stood there goes.
    Case(
      given: [("ann", 6, nil), ("bob", 6, nil)], held: ["", "bob", "bob", "bob", "bob", "bob"]),
    Case(
      given: [("ann", 1, nil), ("bob", 6, 11), ("cat", 21, nil)],
      held: ["ann", "bob", "bob", "", "cat", "cat"]),
  ])
  func changesOfOffice(_ row: Case) throws {
    var world = World()
    for (person, from, to) in row.given {
      try world.give(person, [.leader("east")], from: june(from), to: to.map(june))
    }
    let held = [1, 6, 11, 16, 21, 26].map { day in
      world.names(.leader("east"), on: june(day)).joined()
    }
    #expect(held == row.held)
  }

  /// Whom the lists name answers until somebody is named, and stays on record for the days before.
  @Test func theListsNameTheFirst() throws {
    var world = World()
    #expect(world.names(.place("vault"), on: june(1)) == ["cat"])
    #expect(world.names(.section("west"), on: june(1)) == ["bob"])
    var vault = try #require(world.bureau.place("vault"))
    vault.keyPerson = "ann"
    try world.perform(.set(.place(vault)), on: june(10))
    #expect(world.names(.place("vault"), on: june(9)) == ["cat"])
    #expect(world.names(.place("vault"), on: june(10)) == ["ann"])
    // Named for the post, the list of places follows from that day on.
    try world.give("bob", [.place("vault")], from: june(12), on: june(12))
    #expect(world.bureau.place("vault")?.keyPerson == "bob")
    #expect(
      [9, 11, 12].map { world.names(.place("vault"), on: june($0)).joined() } == [
        "cat", "ann", "bob",
      ])
  }

  /// A section's head by role, another one later: each on their own days.
  @Test func aSectionChangesHead() throws {
    var world = World()
    var bob = try #require(world.fold.persons["bob"])
    bob.roles = [.inspector]
    var cat = try #require(world.fold.persons["cat"])
    cat.roles.insert(.sectionHead)
    try world.perform(.set(.person(bob)), on: june(10))
    #expect(world.gaps(on: june(10)).contains("section/west"))
    try world.perform(.set(.person(cat)), on: june(15))
    let held = [9, 10, 14, 15].map { world.names(.section("west"), on: june($0)).joined() }
    #expect(held == ["bob", "", "", "cat"])
  }

  /// One who leaves leaves a gap, on every post, whatever the ground; before it they answered.
  @Test func leavingIsAGapNeverADeadName() throws {
    var world = World()
    try world.give("chief", [.chief], from: june(1))
    try world.give("boss", [.deputyChief, .leader("east"), .leader("west")], from: june(1))
    try world.give("cat", [.place("room")], from: june(1))
    #expect(world.gaps(on: june(1)) == [])
    try world.close("cat", on: june(10))
    #expect(world.names(.place("room"), on: june(10)) == ["cat"])
    #expect(
      world.gaps(on: june(10)) == [] && world.gaps(on: june(11)) == ["place/room", "place/vault"])
    #expect(world.bureau.responsibilityGaps(on: june(11)).map(\.left) == ["cat", "cat"])
    try world.close("bob", on: june(12))
    #expect(world.gaps(on: june(13)).contains("section/west"))
    try world.close("chief", on: june(20))
    #expect(world.gaps(on: june(21)).first == "chief")
    let room = try #require(world.bureau.place("room"))
    #expect(world.bureau.answering(for: room, on: june(21)).map(\.person) == ["boss"])
    #expect(
      world.bureau.answering(for: room, on: june(10)).map(\.person) == [
        "cat", "bob", "boss", "chief",
      ])
    // It shows among what the person has in hand, and goes to a successor.
    let cat = try #require(world.fold.persons["cat"])
    let hand = world.bureau.inHand(of: cat, hazards: [], drafts: [], rosters: [], on: june(11))
    #expect(hand.posts == [.place("room")] && hand.places == ["vault"])
    try world.give("ann", [.place("room"), .place("vault")], from: june(22), on: june(22))
    #expect(world.gaps(on: june(22)) == ["chief", "section/west"])
    #expect(
      world.bureau.inHand(of: cat, hazards: [], drafts: [], rosters: [], on: june(22)).isEmpty)
  }

  @Test func oneSeatInTheGroup() throws {
    var world = World()
    try world.give("ann", [.member], from: june(1))
    try world.give("bob", [.member], from: june(1))
    try world.give("ann", [.deputyChief], from: june(10))
    #expect(world.names(.member, on: june(9)) == ["ann", "bob"])
    #expect(world.names(.member, on: june(10)) == ["bob"])
    #expect(world.names(.deputyChief, on: june(10)) == ["ann"])
  }

  @Test func whatEndsAndWhatWasAMistake() throws {
    var world = World()
    try world.give("ann", [.chief], from: june(1))
    try world.perform(.responsibility([.chief], .end("ann", last: june(10))), on: june(10))
    #expect(world.names(.chief, on: june(10)) == ["ann"] && world.names(.chief, on: june(11)) == [])
    try world.perform(
      .responsibility([.chief], .withdraw("ann", from: june(1), reason: "wrong")), on: june(12))
    #expect(world.bureau.responsibility(.chief).tenures.isEmpty)
  }

  struct Refused: Sendable {
    var command: ResponsibilityCommand
    var posts: [Post] = [.chief]
    var error: ResponsibilityError
  }

  static let chair = Bilingual(zh: "领导小组组长", en: "chair, Leading group")

  @Test(arguments: [
    Refused(command: .give("eye", from: june(1)), error: .cannotAnswer("eye", on: june(1))),
    Refused(command: .give("x", from: june(1)), error: .noSuchPerson("x")),
    Refused(command: .give("ann", from: june(1)), posts: [], error: .noPosts),
    Refused(
      command: .give("ann", from: june(1)), posts: [.place("attic")],
      error: .noSuchPost("place/attic")),
    Refused(
      command: .give("ann", from: june(9), to: june(8)), error: .daysInverted(june(9), june(8))),
    Refused(command: .give("chief", from: june(9)), error: .holdsAlready("chief", chair)),
    Refused(command: .end("ann", last: june(1)), error: .holdsNot("ann", chair)),
    Refused(
      command: .withdraw("chief", from: june(2), reason: "x"),
      error: .noneBegins("chief", chair, june(2))),
    Refused(command: .withdraw("chief", from: june(1), reason: " "), error: .reasonMissing),
  ])
  func whatIsRefused(_ row: Refused) throws {
    var world = World()
    try world.give("chief", [.chief], from: june(1))
    #expect(throws: row.error) {
      try world.perform(.responsibility(row.posts, row.command), on: june(1))
    }
    #expect(throws: NotPermitted(.keepResponsibility)) {
      try world.perform(.responsibility(row.posts, row.command), "cat", on: june(1))
    }
  }

  @Test func postsAreRead() {
    let posts: [Post] = Post.group + [.leader("a"), .section("a"), .place("a"), .plan("a")]
    for post in posts { #expect(Post(post.description) == post) }
    for text in ["", "chief/a", "section", "boss", "Chief"] {
      #expect(Post(text) == nil, "\(text)")
    }
  }

  /// The tree has every post once, a leader above the sections in their charge.
  @Test func theTree() throws {
    var world = World()
    try world.give("chief", [.chief], from: june(1))
    try world.give("boss", [.deputyChief, .leader("west")], from: june(1))
    let tree = ResponsibilityTree(world.bureau, on: june(1)).lines
    #expect(
      tree.map { "\($0.depth) " + ($0.post?.description ?? $0.name(world.bureau).en) } == [
        "0 chief", "0 deputy", "0 member", "0 boss", "1 section/west", "2 place/room",
        "0 Sections in nobody's charge", "1 section/east", "2 place/vault",
      ])
    #expect(world.gaps(on: june(1)) == ["leader/east"])
    let letters = world.bureau.responsibilityLetters(on: june(1))
    #expect(letters.map(\.person) == ["boss", "ann", "bob"])
    #expect(letters.map(\.counterpart) == ["chief", "chief", "boss"])
    #expect(letters.map(\.isLeader) == [true, false, false])
  }
}

/// A day of June 2026.
private func june(_ day: Int) -> Day { Day(2026, 6, day) }
