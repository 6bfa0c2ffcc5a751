import Almanac
import Domain
import Ledger

/// An office of three rooms and five people, and short ways to act in its ledger.
enum SmallOffice {
  static let founded = Moment(Day(2026, 11, 2), hour: 8, minute: 0)
  static let calendar = WorkCalendar()
  static let socket = ItemKey(checklist: "room", item: "socket")
  static let exit = ItemKey(checklist: "room", item: "exit")
  static let warmth = ItemKey(checklist: "room", item: "warmth")

  static let checklist = Checklist(
    id: "room", version: 1, title: words("Room"), placeKinds: [.office, .archiveRoom, .building],
    sections: [
      ChecklistSection(
        id: "all", title: words("All"),
        items: [
          Item(id: "socket", text: words("sockets"), category: .electrical),
          Item(id: "exit", text: words("exits"), category: .fire),
          Item(
            id: "warmth", text: words("warmth"),
            kind: .reading(unit: words("C"), min: 14, max: 24), category: .archive),
        ])
    ])

  static let setup = Setup(
    organization: Organization(name: "Small Office"), isPractice: true,
    sections: [Section(id: "finance", name: "Finance"), Section(id: "office", name: "Office")],
    persons: [
      Person(id: "admin", name: "Admin", section: "office", roles: [.administrator, .officeHead]),
      Person(id: "chen", name: "Chen", roles: [.supervisor, .leader, .fireResponsible]),
      Person(id: "li", name: "Li", section: "office", roles: [.inspector, .rectifier]),
      Person(id: "wang", name: "Wang", section: "office", roles: [.inspector, .rectifier]),
      Person(id: "zhao", name: "Zhao", section: "finance", roles: [.sectionHead]),
    ],
    places: [
      Place(id: "301", name: "Room 301", kind: .office, section: "finance"),
      Place(id: "302", name: "Room 302", kind: .office, section: "finance"),
      Place(id: "501", name: "Archive", kind: .archiveRoom, section: "office"),
      Place(id: "house", name: "House", kind: .building),
    ],
    plans: [
      Plan(
        id: "monthly", title: words("Monthly"), trigger: Trigger(.monthly),
        uses: [Plan.Use("room")], scope: .kinds([.office, .archiveRoom])),
      Plan(
        id: "typhoon", title: words("Typhoon"), trigger: Trigger(.alert, weather: [.typhoon]),
        uses: [Plan.Use("room")], scope: .places(["501"])),
    ], checklists: [checklist])

  static let clean: [ItemKey: Answer] = [socket: .pass, exit: .pass, warmth: .reading("20")]

  static func words(_ text: String) -> Bilingual { Bilingual(verbatim: text) }

  static func key(_ place: Place.ID, _ period: String = "2026-11") -> OccurrenceKey {
    OccurrenceKey(plan: "monthly", place: place, period: period)
  }

  static func create(at path: String) throws {
    try LedgerFile.create(
      path: path, calendar: calendar, lines: setup.decide(hash: Publishing.hash), at: founded)
  }

  /// The request of a walk of ten minutes that has just ended.
  static func walk(
    _ place: Place.ID, at now: Moment, by inspectors: [Person.ID] = ["wang"],
    _ answers: [ItemKey: Answer] = clean
  ) -> SignRequest {
    SignRequest(
      occurrence: key(place, now.day.month.description), answers: answers,
      walk: Signing.Walk(inspectors: inspectors, from: now + -600, to: now, seconds: 600))
  }

  static func draft(_ place: Place.ID, owner: Person.ID = "wang", at now: Moment) -> Draft {
    Draft(occurrence: key(place), owner: owner, started: now)
  }
}

extension LedgerFile {
  /// Lets a person do something, as the program does.
  @discardableResult
  func perform(
    _ command: Command, by actor: Person.ID, at now: Moment, entered: Entered? = nil,
    signedWith key: SigningKey? = nil
  ) throws -> [Happening] {
    try act(actor, entered: entered, at: now, signedWith: key) {
      try command.decide(with: $0, in: $1)
    }
  }
}
