import Almanac
import Domain
import Testing

/// Photographs of a hazard: who attaches them and when, and how their files are named.
struct PhotographTests {
  private static let digits = String(repeating: "0123456789abcdef", count: 4)

  private func photograph(
    _ role: Photograph.Role = .before, _ digits: String = digits, name: String = "a.jpg",
    taken: Day? = nil
  ) throws -> Photograph {
    Photograph(
      role: role, checksum: try #require(Checksum(rawValue: digits)), name: name, size: 48_130,
      kind: .jpeg, taken: taken)
  }

  /// Who found it, who is to mend it, and these roles.
  @Test func whoMayAttach() throws {
    let hazard = try HazardFixtures.hazard(.rectifying)
    let may: Set<Role> = [
      .inspector, .sectionHead, .officeHead, .supervisor, .fireSafetyManager, .fireResponsible,
      .administrator,
    ]
    let command = HazardCommand.photograph([try photograph()])
    for role in Role.allCases {
      let person = HazardFixtures.person(role)
      let result = Result {
        try hazard.decide(command, in: HazardFixtures.situation(person))
      }
      if may.contains(role) {
        #expect(throws: Never.self, "\(role)") { try result.get() }
      } else {
        #expect(throws: PhotographError.notYours, "\(role)") { try result.get() }
      }
      #expect(hazard.possibleActs(for: person).contains(.photograph) == may.contains(role))
    }
    let fixer = HazardFixtures.situation(HazardFixtures.fixer)
    #expect(throws: Never.self) { try hazard.decide(command, in: fixer) }
  }

  @Test func whileItIsOpen() throws {
    let command = HazardCommand.photograph([try photograph()])
    let situation = HazardFixtures.situation(HazardFixtures.supervisor)
    for state in Hazard.State.allCases {
      let hazard = try HazardFixtures.hazard(state)
      let result = Result { try hazard.decide(command, in: situation) }
      if hazard.isOpen {
        #expect(throws: Never.self, "\(state)") { try result.get() }
      } else {
        #expect(throws: HazardError.ended(state), "\(state)") { try result.get() }
      }
    }
  }

  @Test func eachOnceInEachRole() throws {
    var hazard = try HazardFixtures.hazard(.assigned)
    let situation = HazardFixtures.situation(HazardFixtures.supervisor)
    let stamp = situation.stamp
    let (before, after) = (try photograph(), try photograph(.after, name: "b.jpg"))
    let events = try hazard.decide(.photograph([before, after]), in: situation)
    #expect(events == [.photographed(before), .photographed(after)])
    for event in events + events { hazard.apply(event, stamp) }
    #expect(hazard.photographs(.before).map(\.photograph) == [before])
    #expect(hazard.photographs(.after).map(\.attached.person) == [HazardFixtures.supervisor.id])
    #expect(hazard.state == .assigned)
    #expect(throws: PhotographError.alreadyAttached("a.jpg")) {
      try hazard.decide(.photograph([before]), in: situation)
    }
    let other = try photograph(.before, String(Self.digits.reversed()))
    #expect(throws: PhotographError.alreadyAttached("a.jpg")) {
      try hazard.decide(.photograph([other, other]), in: situation)
    }
    #expect(throws: PhotographError.none) {
      try hazard.decide(.photograph([]), in: situation)
    }
  }

  @Test func handedInWithThem() throws {
    let hazard = try HazardFixtures.hazard(.rectifying)
    let situation = HazardFixtures.situation(HazardFixtures.fixer)
    let ahead = try photograph(.after, taken: situation.today + 1)
    var undated = ahead
    undated.taken = nil
    #expect(
      try hazard.decide(.submit(measures: "new", photographs: [ahead]), in: situation)
        == [.photographed(undated), .submitted(measures: "new", cost: nil, photos: [])])
  }

  /// A closed hazard stays as it was, whatever comes from another machine.
  @Test func anEventOnAClosedHazardChangesNothing() throws {
    var hazard = try HazardFixtures.hazard(.closed)
    let closed = hazard
    hazard.apply(
      .photographed(try photograph()), HazardFixtures.situation(HazardFixtures.fixer).stamp)
    #expect(hazard == closed)
  }

  @Test(arguments: [
    ("/media/stick/a.jpg", "a.jpg"), ("../../x.png", "x.png"), (" 走廊\u{202E} 1.jpg\n", "走廊 1.jpg"),
    ("", ""), ("/", ""),
    (String(repeating: "长", count: 80) + ".jpeg", String(repeating: "长", count: 55) + ".jpeg"),
    (String(repeating: "x", count: 70), String(repeating: "x", count: 60)),
  ])
  func names(_ typed: String, _ kept: String) throws {
    #expect(try photograph(name: typed).name == kept)
  }

  @Test(arguments: [
    (0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (48_130, "47 KB"), (1 << 20, "1.0 MB"),
    (3_355_443, "3.2 MB"), (20 << 20, "20.0 MB"),
  ])
  func amounts(_ bytes: Int, _ text: String) {
    #expect(Photograph.amount(bytes) == text)
  }

  @Test func onlyAChecksumNamesAFile() throws {
    for text in ["", "../../etc/passwd", String(Self.digits.dropLast()), Self.digits.uppercased()] {
      #expect(Checksum(rawValue: text) == nil, "\(text)")
    }
    #expect(try photograph().file == "01/" + Self.digits.dropFirst(2) + ".jpg")
  }

  struct Name: Sendable {
    var file: String
    var hazard: Hazard.ID?
    var role: Photograph.Role = .before
  }

  @Test(arguments: [
    Name(file: "2026-017前.jpg", hazard: "2026-017"),
    Name(file: "2026-017后.png", hazard: "2026-017", role: .after),
    Name(file: "2026-017整改后 (2).png", hazard: "2026-017", role: .after),
    Name(file: "２０２６－０１７前．ｊｐｇ", hazard: "2026-017"),
    Name(file: "2026–17 后.jpeg", hazard: "2026-017", role: .after),
    Name(file: "2026-1017_AFTER.JPG", hazard: "2026-1017", role: .after),
    Name(file: "2026-b003 before", hazard: "2026-B003"),
    Name(file: "2026-017.jpg"), Name(file: "IMG_2026-017前.jpg"), Name(file: "2026-000前.jpg"),
    Name(file: "26-017前.jpg"), Name(file: "2026-前.jpg"), Name(file: ""),
    Name(file: "2026-99999999999999999999前.jpg"),
  ])
  func namesThatPropose(_ row: Name) {
    let proposal = DropFile.Proposal(name: row.file)
    #expect(proposal?.hazard == row.hazard)
    if let proposal { #expect(proposal.role == row.role) }
  }

  @Test func theHazardsOwnComeFirst() {
    let files = ["x.jpg", "2026-002前.jpg", "2026-001后.jpg"].map {
      DropFile(name: $0, size: 1, modified: Moment(Day(2026, 11, 23), hour: 9, minute: 0))
    }
    let listing = DropListing(folder: "/f", exists: true, files: files)
    #expect(
      listing.files(for: "2026-002").map(\.name) == ["2026-002前.jpg", "x.jpg", "2026-001后.jpg"])
  }

  /// Scans and empty files lie in the folder too; a phone's HEIC stays, for it is told how to convert one.
  @Test func whatCanBeAPhotograph() {
    let sizes = ["a.jpg": 9, "b.PNG": 9, "c.heic": 9, "scan.pdf": 9, "SCAN.PDF": 9, "empty.jpg": 0]
    let files = sizes.map { name, size in
      DropFile(name: name, size: size, modified: Moment(Day(2026, 11, 23), hour: 9, minute: 0))
    }
    let listing = DropListing(folder: "/f", exists: true, files: files)
    #expect(Set(listing.pictures.files.map(\.name)) == ["a.jpg", "b.PNG", "c.heic"])
  }
}
