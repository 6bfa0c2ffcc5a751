import Almanac
import Domain
import Testing

/// Who may offer a key, who may tie it, and which key signs a line.
struct KeyRuleTests {
  /// The public halves of the first two tests of RFC 8032, section 7.1.
  static let first =
    PublicKey("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
  static let second =
    PublicKey("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")

  static let admin = Person(id: "admin", name: "Admin", roles: [.administrator])
  static let other = Person(id: "other", name: "Other", roles: [.administrator])
  static let wang = Person(id: "wang", name: "Wang", roles: [.inspector])
  static let now = Moment(Day(2026, 11, 23), hour: 9, minute: 0)

  struct Case: Sendable {
    var name: String
    var command: KeyCommand
    var by = admin
    /// Each a key offered and whether it was tied, by person, in order.
    var before: [(Person.ID, PublicKey, isTied: Bool)] = []
    var otherLeft: Day?
    var entered: Entered?
    var refused: (any Refusal & Hashable)?
    var event: KeyEvent?
  }

  @Test func table() throws {
    let (a, b) = (try #require(Self.first), try #require(Self.second))
    let paper = Entered(by: "wang", paper: Day(2026, 11, 23))
    for row in [
      Case(name: "anybody offers", command: .offer(a), by: Self.wang, event: .offered(a)),
      Case(
        name: "a key once offered", command: .offer(a), before: [("wang", a, false)],
        refused: KeyError.offeredBefore(a.fingerprint)),
      Case(
        name: "an offer entered for another", command: .offer(a), entered: paper,
        refused: KeyError.notForAnother),
      Case(
        name: "a first key", command: .tie("wang", a), before: [("wang", a, false)],
        event: .tied(TiedKey(key: a))),
      Case(
        name: "tied by one who is no administrator", command: .tie("wang", a), by: Self.wang,
        before: [("wang", a, false)], refused: NotPermitted(.administer)),
      Case(
        name: "entered for an administrator", command: .tie("wang", a),
        before: [("wang", a, false)], entered: paper, refused: KeyError.notForAnother),
      Case(
        name: "a key that nobody offered", command: .tie("wang", a),
        refused: KeyError.notOffered("Wang")),
      Case(
        name: "another's offer", command: .tie("wang", a), before: [("other", a, false)],
        refused: KeyError.notOffered("Wang")),
      Case(
        name: "an offer that a later one took the place of", command: .tie("wang", a),
        before: [("wang", a, false), ("wang", b, false)], refused: KeyError.notOffered("Wang")),
      Case(
        name: "the key tied already", command: .tie("wang", a), before: [("wang", a, true)],
        refused: KeyError.notOffered("Wang")),
      Case(
        name: "a lost key, and no reason", command: .tie("wang", b, reason: " "),
        before: [("wang", a, true), ("wang", b, false)], refused: KeyError.reasonMissing),
      Case(
        name: "a lost key", command: .tie("wang", b, reason: "lost"),
        before: [("wang", a, true), ("wang", b, false)],
        event: .tied(TiedKey(key: b, replaces: a, reason: "lost"))),
      Case(
        name: "one's own first key", command: .tie("admin", a), before: [("admin", a, false)],
        event: .tied(TiedKey(key: a))),
      Case(
        name: "one's own lost key, with another administrator there",
        command: .tie("admin", b, reason: "lost"),
        before: [("admin", a, true), ("admin", b, false)],
        refused: KeyError.ownReplacement(["Other"])),
      Case(
        name: "one's own lost key, the other leaving today",
        command: .tie("admin", b, reason: "lost"),
        before: [("admin", a, true), ("admin", b, false)], otherLeft: Day(2026, 11, 23),
        refused: KeyError.ownReplacement(["Other"])),
      Case(
        name: "one's own lost key, the other gone", command: .tie("admin", b, reason: "lost"),
        before: [("admin", a, true), ("admin", b, false)], otherLeft: Day(2026, 11, 22),
        event: .tied(TiedKey(key: b, replaces: a, reason: "lost"))),
    ] {
      try check(row)
    }
  }

  private func check(_ row: Case) throws {
    var fold = Fold(calendar: WorkCalendar())
    let stamp = Stamp(at: Self.now, day: Self.now.day, actor: "admin")
    var other = Self.other
    other.to = row.otherLeft
    for person in [Self.admin, other, Self.wang] {
      fold.apply(.person(person.id), .person(person), stamp)
    }
    for (person, key, isTied) in row.before {
      fold.apply(.key(person), .key(.offered(key)), stamp)
      if isTied { fold.apply(.key(person), .key(.tied(TiedKey(key: key))), stamp) }
    }
    let situation = Situation(
      now: Self.now, actor: row.by, entered: row.entered,
      numbering: Numbering(year: 2026, hazard: 1, inspection: 1))
    do {
      let lines = try row.command.decide(with: fold.bureau, in: situation)
      #expect(lines.map(\.event) == row.event.map { [.key($0)] }, "\(row.name)")
    } catch let error as any Refusal & Hashable {
      #expect(
        row.refused.map { AnyHashable($0) } == AnyHashable(error), "\(row.name): \(error)")
    }
  }

  /// A person's keys one after the other, and the key due for each kind of line.
  @Test func theKeyInForce() throws {
    let (a, b) = (try #require(Self.first), try #require(Self.second))
    var ring = KeyRing(id: "wang")
    let report = Event.section(Section(id: "s", name: "S"))
    func due(_ event: Event, _ subject: Subject = .section("s")) -> PublicKey? {
      event.keyDue(on: subject, by: "wang", ring: ring)
    }
    func stamp(_ hour: Int) -> Stamp {
      Stamp(
        at: Moment(Day(2026, 11, 23), hour: hour, minute: 0), day: Day(2026, 11, 23),
        actor: "admin")
    }
    #expect(due(report) == nil)
    #expect(due(.key(.offered(a)), .key("wang")) == a)
    ring.apply(.tied(TiedKey(key: a)), stamp(8))
    #expect(ring.inForce == nil, "what was not offered is not tied")
    ring.apply(.offered(a), stamp(9))
    #expect(due(report) == nil && ring.offered == a)
    ring.apply(.tied(TiedKey(key: a)), stamp(10))
    #expect(due(report) == a && ring.offered == nil)
    ring.apply(.offered(b), stamp(11))
    #expect(due(report) == a, "an offer changes nothing yet")
    #expect(due(.key(.tied(TiedKey(key: b))), .key("wang")) == b, "to oneself")
    #expect(due(.key(.tied(TiedKey(key: b))), .key("li")) == a, "to another")
    ring.apply(.tied(TiedKey(key: b, replaces: a, reason: "lost")), stamp(12))
    #expect(due(report) == b)
    #expect(ring.entries.map(\.state) == [.replaced, .tied])
    #expect(ring.entries.map(\.since) == [stamp(12).at, stamp(12).at])
    ring.apply(.offered(a), stamp(13))
    #expect(ring.offered == nil, "a key once replaced does not come back")
  }

  /// Worked out with Python's integers: five bytes at a time, modulo 100,000.
  @Test func fingerprints() throws {
    let a = try #require(Self.first).fingerprint
    #expect(a.description == "79938-31243-84103-59219-91791-21191")
    #expect(Self.second?.fingerprint.description == "04360-23223-21342-70287-96384-64212")
    for typed in [
      "799383124384103592199179121191", "79938 31243 84103 59219 91791 21191",
      "７９９３８－３１２４３－８４１０３－５９２１９－９１７９１－２１１９１",
    ] {
      #expect(KeyFingerprint(typed) == a, "\(typed)")
    }
    for typed in ["", "79938-31243", "79938-31243-84103-59219-91791-2119x", "1" + a.description] {
      #expect(KeyFingerprint(typed) == nil, "\(typed)")
    }
  }

  struct Typed: Sendable {
    var text: String
    var refused: PassphraseError?
    var reads = ""
  }

  @Test(arguments: [
    Typed(text: "204816", reads: "204816"), Typed(text: "20481", refused: .tooShort),
    Typed(text: "２０４８１６", reads: "204816"), Typed(text: "", refused: .tooShort),
    Typed(text: "correct horse", reads: "correct horse"),
    Typed(text: "密码密码密码", refused: .notASCII), Typed(text: "000000", refused: .tooEasy),
    Typed(text: "123456", refused: .tooEasy), Typed(text: "987654", refused: .tooEasy),
    Typed(text: "123457", reads: "123457"),
  ])
  func passphrases(_ row: Typed) {
    do throws(PassphraseError) {
      let taken = try Passphrase(choosing: row.text)
      #expect(row.refused == nil && taken.text == row.reads)
    } catch {
      #expect(error == row.refused)
    }
  }

  @Test(arguments: [(-1, false), (0, true), (480, true), (481, false)])
  func minutes(_ minutes: Int, _ isGood: Bool) {
    let organization = with(Organization(name: "O")) { $0.pinMinutes = minutes }
    let bureau = Fold(calendar: WorkCalendar()).bureau
    let situation = Situation(
      now: Self.now, actor: Self.admin, numbering: Numbering(year: 2026, hazard: 1, inspection: 1))
    let lines = try? MasterData.organization(organization).decide(with: bureau, in: situation)
    #expect((lines != nil) == isGood)
  }

  private func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
    var value = value
    change(&value)
    return value
  }
}
