import Almanac

/// A year's holidays as a notice arranges them: what the journal keeps of a notice that was loaded.
public struct HolidayArrangement: Hashable, Sendable, Codable {
  /// The year whose holidays it arranges.
  public var year: Int
  /// The notice's title, where its text has one.
  public var title: String?
  /// The notice's document number, as `国办发明电〔2025〕7号`.
  public var number: String?
  /// Whether the notice changed some holidays of what an earlier one arranged.
  public var isAmendment: Bool
  /// The whole year's days off and worked weekends once the notice is in force.
  public var rows: [HolidayFacts.Row]
  /// The notice's own words, as they were pasted.
  public var text: String

  enum CodingKeys: String, CodingKey {
    case year
    case title
    case number
    case isAmendment = "amendment"
    case rows
    case text
  }

  /// The arrangement of a year that a notice leads to.
  public init(_ notice: Notice, rows: [HolidayFacts.Row]) {
    year = notice.year
    title = notice.title
    number = notice.number
    isAmendment = notice.isAmendment
    self.rows = rows
    text = notice.text
  }
}

/// A notice in the ledger: when and by whom it was loaded.
public struct LoadedNotice: Hashable, Sendable, Codable {
  /// When it was loaded.
  public var at: Moment
  /// Who loaded it.
  public var person: Person.ID
  /// What it arranged.
  public var arrangement: HolidayArrangement

  enum CodingKeys: String, CodingKey {
    case at
    case person
    case arrangement
  }

  /// A notice from the line that loaded it.
  public init(_ arrangement: HolidayArrangement, _ stamp: Stamp) {
    at = stamp.at
    person = stamp.actor
    self.arrangement = arrangement
  }
}

extension LoadedNotice {
  /// The notices of several years, each year's in order, in the order in which they were loaded.
  public static func inOrder(_ years: [[LoadedNotice]]) -> [LoadedNotice] {
    years.joined().enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }
}

extension WorkCalendar {
  /// The calendar with notices loaded over it in the order in which they were; what had begun before each
  /// keeps its dates.
  public func loading(_ notices: [LoadedNotice]) -> WorkCalendar {
    notices.reduce(self) { calendar, notice in
      calendar.loading(
        notice.arrangement.rows, of: notice.arrangement.year, recorded: notice.at.day)
    }
  }
}

extension Notice {
  /// Loads the notice (定稿): one line for the year, or none where it changes nothing.
  ///
  /// - Throws: ``NotPermitted`` or `NoticeError`, with nothing written.
  public func load(over calendar: WorkCalendar, in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.administer) else { throw NotPermitted(.administer) }
    let rows = try arrangement(over: calendar.facts)
    guard rows != calendar.facts.rows(of: year) else { return [] }
    return [Happening(.calendar(year), .calendar(HolidayArrangement(self, rows: rows)))]
  }
}

extension NoticeError: Refusal {
  /// Always ``RefusalKind/badData``.
  public var kind: RefusalKind { .badData }
}
