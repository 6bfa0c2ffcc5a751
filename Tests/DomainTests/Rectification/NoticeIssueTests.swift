import Almanac
import Domain
import Testing

/// Issuing a rectification notice about what the ledger holds.
struct NoticeIssueTests {
  typealias My = HazardFixtures

  /// Hazards 1 and 2 of the office, 3 of finance, 4 of no section, 5 withdrawn, 6 of the office on a notice.
  static func fold() throws -> Fold {
    var fold = Fold(calendar: WorkCalendar())
    let stamp = My.stamp(on: My.found)
    for section in ["office", "finance"] {
      let id = Section.ID(section)
      fold.apply(.section(id), .section(Section(id: id, name: section)), stamp)
    }
    for role in [Role.supervisor, .officeHead, .administrator, .leader] {
      let person = My.person(role)
      fold.apply(.person(person.id), .person(person), stamp)
    }
    for (index, section) in ["office", "office", "finance", nil, "office", "office"].enumerated() {
      var report = My.report(deadline: My.deadline)
      report.section = section.map { Section.ID($0) }
      fold.apply(.hazard(id(index + 1)), .hazard(.reported(report)), stamp)
    }
    fold.apply(.hazard(id(5)), .hazard(.withdrawn(reason: "r")), stamp)
    let content = RectificationNotice.Content(
      number: "n1", section: "office", signer: "supervisor", date: My.found,
      lines: [.init(hazard: id(6), demand: Bilingual(verbatim: "mend"), deadline: nil)])
    fold.apply(.notice("n"), .notice(.issued(content)), stamp)
    return fold
  }

  static func id(_ number: Int) -> Hazard.ID { Hazard.ID("2026-00\(number)") }

  static func issue(
    _ numbers: [Int], section: Section.ID? = nil, demand: String? = nil,
    number: RectificationNoticeRequest.Number = .own, signer: Person.ID? = nil,
    by role: Role = .supervisor, in fold: Fold, entered: Entered? = nil
  ) throws -> RectificationNotice.Content? {
    let request = RectificationNoticeRequest(
      hazards: numbers.map(id), section: section, demand: demand, number: number, signer: signer)
    let lines = try Command.issueNotice(request).decide(
      with: fold, in: My.situation(My.person(role), entered: entered))
    guard case .notice(.issued(let content)) = lines.first?.event, lines.count == 1 else {
      return nil
    }
    return content
  }

  @Test func aNoticeOfTwo() throws {
    let fold = try Self.fold()
    let content = try #require(try Self.issue([2, 1, 2], in: fold))
    #expect(content.lines.map(\.hazard) == ["2026-002", "2026-001"])
    #expect(content.lines.map(\.deadline) == [My.deadline, My.deadline])
    #expect(content.section == "office" && content.signer == "supervisor")
    #expect(content.date == My.today && content.number == "安整〔2026〕1号")
    let typed = try #require(
      try Self.issue([1], demand: " at once ", signer: "officeHead", by: .administrator, in: fold))
    #expect(typed.lines.map(\.demand) == [Bilingual(verbatim: "at once")])
    #expect(typed.signer == "officeHead")
  }

  @Test func numbersOfTheDocumentSystem() throws {
    let fold = try Self.fold()
    #expect(try #require(try Self.issue([1], number: .blank, in: fold)).number == nil)
    #expect(try #require(try Self.issue([1], number: .given("No. 7"), in: fold)).number == "No. 7")
    #expect(throws: WordingError.blank) { try Self.issue([1], number: .given(" "), in: fold) }
  }

  @Test func whatIsRefused() throws {
    let fold = try Self.fold()
    func refused(
      _ error: some Error & Equatable, _ numbers: [Int], section: Section.ID? = nil,
      signer: Person.ID? = nil, by role: Role = .supervisor, entered: Entered? = nil
    ) {
      #expect(throws: error) {
        try Self.issue(
          numbers, section: section, signer: signer, by: role, in: fold, entered: entered)
      }
    }
    typealias Refused = RectificationNoticeError
    refused(Refused.noHazards, [])
    refused(HazardError.noSuchHazard("2026-009"), [9])
    refused(Refused.ended("2026-005", .withdrawn), [5])
    refused(Refused.askedAlready("2026-006", "n1"), [1, 6])
    refused(
      Refused.otherSection("2026-003", "finance", notice: "office"), [1, 3], section: "office")
    refused(Refused.otherSection("2026-001", "office", notice: "finance"), [1, 3])
    refused(Refused.homeless("2026-004"), [1, 4])
    refused(Refused.sectionMissing, [4])
    refused(Refused.noSuchSection("x"), [4], section: "x")
    refused(Refused.signerMayNot("leader"), [1], signer: "leader")
    refused(NotPermitted(.issueNotice), [1], by: .leader)
    let early = Day(2026, 11, 15)
    refused(
      EnteredError.paperBeforeFinding(early, found: My.found), [1],
      entered: Entered(by: "administrator", paper: early))
    #expect(try Self.issue([1, 4], section: "office", in: fold)?.lines.count == 2)
  }

  /// Once its notice is answered or withdrawn, a hazard may stand on another.
  @Test func askedAgain() throws {
    var fold = try Self.fold()
    fold.apply(.notice("n"), .notice(.withdrawn(reason: "r")), My.stamp())
    #expect(fold.openNotices().isEmpty)
    #expect(try Self.issue([6], in: fold)?.lines.count == 1)
  }
}
