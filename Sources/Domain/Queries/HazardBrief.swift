import Almanac

/// A hazard as lists order, filter and count it, without its history.
public struct HazardBrief: HazardStanding, Hashable, Sendable, Identifiable {
  public var id: Hazard.ID
  public var state: Hazard.State
  /// Where it was found.
  public var place: Place.ID
  /// What was found, in the finder's words.
  public var text: String
  public var category: HazardCategory
  public var section: Section.ID?
  public var person: Person.ID?
  public var deadline: Day?
  /// The day it was found.
  public var reported: Day
  public var stepped: Day
  public var isWaiting: Bool
  public var isListed: Bool
  public var severity: Severity

  /// What lists need of a hazard.
  public init(_ hazard: Hazard) {
    id = hazard.id
    state = hazard.state
    place = hazard.report.place
    text = hazard.report.text
    category = hazard.report.category
    section = hazard.section
    person = hazard.person
    deadline = hazard.deadline
    reported = hazard.reported
    stepped = hazard.stepped
    isWaiting = hazard.isWaiting
    isListed = hazard.isListed
    severity = hazard.severity
  }

  /// A brief as a register holds it.
  public init(
    id: Hazard.ID, state: Hazard.State, place: Place.ID, text: String, category: HazardCategory,
    section: Section.ID?, person: Person.ID?, deadline: Day?, reported: Day, stepped: Day,
    isWaiting: Bool, isListed: Bool, severity: Severity
  ) {
    self.id = id
    self.state = state
    self.place = place
    self.text = text
    self.category = category
    self.section = section
    self.person = person
    self.deadline = deadline
    self.reported = reported
    self.stepped = stepped
    self.isWaiting = isWaiting
    self.isListed = isListed
    self.severity = severity
  }
}
