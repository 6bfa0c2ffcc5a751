import Almanac
import Domain
import Testing

/// Weaknesses as hazards: severities, deadlines, what is open already, what was done against them.
struct WeaknessTests {
  typealias My = AssetWorld

  /// Scores by the scale of the CVSS v3.1 specification, section 5: none 0, low to 3.9, medium to 6.9, high to
  /// 8.9, critical to 10; words as Greenbone, Nessus and Chinese scanners write them.
  @Test func severities() throws {
    for (text, severity) in [
      ("0.0", nil), ("0.1", .low), ("3.9", .low), ("4.0", .medium), ("6.9", .medium),
      ("7.0", .high), ("8.9", .high), ("9.0", .critical), ("10", .critical),
      ("Critical", .critical), ("High", .high), ("Medium", .medium), ("Low", .low),
      ("None", nil), ("Log", nil), ("超危", .critical), ("高危", .high), ("中风险", .medium),
      ("低", .low), ("信息", nil), ("提示", nil),
    ] as [(String, Weakness.Severity?)] {
      #expect(try Weakness.Severity.scanned(text) == severity, "\(text)")
    }
    for text in ["", "11", "-1", "severe"] {
      #expect(throws: AssetError.noSuchSeverity(text)) { try Weakness.Severity.scanned(text) }
    }
  }

  static func world() throws -> My {
    var world = My()
    try world.perform(.add([My.site, .init(sort: .server, name: "db", address: "10.0.0.5")]))
    return world
  }

  static func report(
    _ text: String = "Log4Shell", _ severity: Weakness.Severity = .high, id: String? = nil,
    asset: Asset.ID? = "ZC2026-001", place: Place.ID? = nil
  ) -> WeaknessReport {
    WeaknessReport(
      text, Weakness(asset: asset, host: "h", severity: severity, identifier: id), place: place)
  }

  /// Days by hand from Monday 23 November 2026: Thursday, Monday, Wednesday; Sunday 21 February goes back to
  /// Friday.
  @Test func deadlines() throws {
    for (severity, last) in [
      (.critical, Day(2026, 11, 26)), (.high, Day(2026, 11, 30)), (.medium, Day(2026, 12, 23)),
      (.low, Day(2027, 2, 19)),
    ] as [(Weakness.Severity, Day)] {
      var world = try Self.world()
      try world.perform(.reportWeaknesses([Self.report("x", severity)]), "cat")
      let hazard = try #require(world.fold.hazards["2026-001"])
      #expect(hazard.deadline == last, "\(severity)")
      #expect(hazard.report.category == .network && hazard.report.place == "web")
      #expect(hazard.report.finders == ["cat"] && hazard.report.spot == "Site")
    }
  }

  @Test func refusals() throws {
    var world = try Self.world()
    let good = Self.report()
    for (wrong, refused) in [
      (Self.report(asset: "ZC2026-009"), .noSuchAsset("ZC2026-009")),
      (Self.report(asset: "ZC2026-002"), .placeMissing("db")),
      (Self.report(asset: nil), .placeMissing("h")),
    ] as [(WeaknessReport, AssetError)] {
      #expect(throws: refused) { try world.perform(.reportWeaknesses([good, wrong])) }
    }
    #expect(throws: HazardError.textMissing) {
      try world.perform(.reportWeaknesses([good, Self.report(" ")]))
    }
    #expect(throws: NotPermitted(.reportHazard)) {
      try world.perform(.reportWeaknesses([good]), "eye")
    }
    #expect(world.fold.hazards.isEmpty)
  }

  /// A place takes what has none of its own; then the host tells two apart.
  @Test func atAPlace() throws {
    var world = try Self.world()
    var other = Self.report(asset: nil, place: "rack")
    other.weakness.host = "10.9.9.9"
    let lines = try world.perform(
      .reportWeaknesses([
        Self.report(asset: "ZC2026-002", place: "rack"), Self.report(asset: nil, place: "rack"),
        other, other,
      ]))
    #expect(lines.map(\.subject.id) == ["2026-001", "2026-002", "2026-003"])
    #expect(world.fold.hazards["2026-001"]?.report.section == "it")
  }

  struct Again: Sendable {
    var second: WeaknessReport
    var isNew: Bool
    var closesFirst = false
  }

  /// The same on the same asset is entered once while it is open: by its name elsewhere or by its words.
  @Test(arguments: [
    Again(second: report("Log4Shell", id: "CVE-2021-44228"), isNew: false),
    Again(second: report("Log4j", .critical, id: "cve-2021-44228"), isNew: false),
    Again(second: report("Log4Shell"), isNew: false),
    Again(second: report("Log4j", id: "CVE-2021-45046"), isNew: true),
    Again(
      second: report("Log4Shell", id: "CVE-2021-44228"), isNew: true, closesFirst: true),
  ])
  func again(_ row: Again) throws {
    var world = try Self.world()
    let first = Self.report("Log4Shell", id: "CVE-2021-44228")
    try world.perform(.reportWeaknesses([first]))
    if row.closesFirst {
      try world.perform(.hazard("2026-001", .withdraw(reason: "mistaken")))
    }
    let lines = try world.perform(.reportWeaknesses([row.second]), "fix")
    #expect(lines.map(\.subject.id) == (row.isNew ? ["2026-002"] : []))
  }

  /// Whatever a scan found in whatever order, the same scan again enters nothing.
  @Test(arguments: [UInt64(1), 2, 3])
  func idempotent(_ seed: UInt64) throws {
    var state = seed
    func dice(_ sides: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % sides)
    }
    var world = try Self.world()
    let scan = (0..<40).map { _ in
      Self.report(
        "name \(dice(6))", Weakness.Severity.allCases[dice(4)],
        id: dice(2) == 0 ? nil : "CVE-\(dice(5))",
        asset: ["ZC2026-001", "ZC2026-002", nil][dice(3)], place: "rack")
    }
    let lines = try world.perform(.reportWeaknesses(scan))
    #expect(!lines.isEmpty && lines.count < 40)
    #expect(Set(lines.map(\.subject)).count == lines.count)
    #expect(try world.perform(.reportWeaknesses(scan.shuffled())).isEmpty)
  }

  /// What was done is kept with its proof, and only of a weakness.
  @Test func patched() throws {
    var world = try Self.world()
    try world.perform(.reportWeaknesses([Self.report()]))
    let patch = Patch(version: " 2.17.1 ", proof: "scan of 24 November")
    try world.perform(.hazard("2026-001", .oversee(.patch(patch))))
    #expect(
      world.fold.hazards["2026-001"]?.oversight.patch
        == Patch(version: "2.17.1", proof: "scan of 24 November"))
    #expect(throws: HazardError.textMissing) {
      try world.perform(.hazard("2026-001", .oversee(.patch(Patch(version: "")))))
    }
    let plain = HazardReport(
      place: "web", text: "cable loose", category: .network, deadline: My.today)
    try world.perform(.report(plain))
    #expect(throws: HazardError.noWeakness) {
      try world.perform(.hazard("2026-002", .oversee(.patch(patch))))
    }
    let admin = try #require(world.fold.persons["admin"])
    #expect(world.fold.hazards["2026-001"]?.possibleActs(for: admin).contains(.patch) == true)
    #expect(world.fold.hazards["2026-002"]?.possibleActs(for: admin).contains(.patch) == false)
  }

  /// Open ones stand at their asset, the most severe first.
  @Test func standing() throws {
    var world = try Self.world()
    try world.perform(
      .reportWeaknesses([
        Self.report("a", .low), Self.report("b", .critical), Self.report("c", .low),
        Self.report("d", .medium, asset: "ZC2026-002", place: "rack"),
      ]))
    let standing = try #require(world.book().assets.first)
    #expect(standing.findings.map(\.id) == ["2026-002", "2026-001", "2026-003"])
    #expect(standing.count == Bilingual(zh: "超危1 低危2", en: "1 critical 2 low"))
  }

  /// By hand: two found in November, one of them closed in December, one of October closed in November; what
  /// was withdrawn and what is no weakness are left out.
  @Test func figures() throws {
    func hazard(
      _ severity: Weakness.Severity?, found: Day, closed: Day? = nil, _ state: Hazard.State
    ) throws -> Hazard {
      var report = HazardReport(place: "web", text: "x", category: .network)
      report.weakness = severity.map { Weakness(asset: "ZC2026-001", severity: $0) }
      let stamp = Stamp(at: Moment(found, hour: 9, minute: 0), day: found, actor: "cat")
      var hazard = try #require(Hazard(id: "2026-001", beginning: .reported(report), stamp))
      hazard.state = state
      hazard.closed = closed.map { Hazard.Step(person: "boss", day: $0) }
      return hazard
    }
    let hazards = [
      try hazard(.high, found: Day(2026, 11, 1), .reported),
      try hazard(.low, found: Day(2026, 11, 30), closed: Day(2026, 12, 1), .closed),
      try hazard(.high, found: Day(2026, 10, 31), closed: Day(2026, 11, 2), .closed),
      try hazard(.critical, found: Day(2026, 11, 5), .withdrawn),
      try hazard(nil, found: Day(2026, 11, 5), .reported),
    ]
    let figures = WeaknessFigures(hazards, in: Day(2026, 11, 1)...Day(2026, 11, 30))
    #expect(figures.found == [.high: 1, .low: 1] && figures.closed == [.high: 1])
  }
}
