import Almanac

/// A hazard as lists order, filter and count it, without its history.
public struct HazardBrief: HazardStanding, Hashable, Sendable, Identifiable {
  /// Its number.
  public var id: Hazard.ID
  /// Where it stands on its way to closure.
  public var state: Hazard.State
  /// Where it was found.
  public var place: Place.ID
  /// What was found, in the finder's words.
  public var text: String
  /// What kind of danger it is.
  public var category: HazardCategory
  /// The section that answers for it.
  public var section: Section.ID?
  /// The rectifier.
  public var person: Person.ID?
  /// The last day on which its rectification is on time.
  public var deadline: Day?
  /// The day it was found.
  public var reported: Day
  /// The day of the last step on its way.
  public var stepped: Day
  /// Whether someone's decision is what it waits for.
  public var isWaiting: Bool
  /// Whether an authority supervises it by name.
  public var isListed: Bool
  /// General or major, as last studied.
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
