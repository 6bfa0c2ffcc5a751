import Almanac

/// How a hazard stands against time and decisions: of a whole ``Hazard`` and of the ``HazardBrief`` that
/// lists are made of.
public protocol HazardStanding {
  /// Its number.
  var id: Hazard.ID { get }
  /// Where it stands on its way to closure.
  var state: Hazard.State { get }
  /// The section that answers for it (责任科室).
  var section: Section.ID? { get }
  /// The rectifier (整改责任人).
  var person: Person.ID? { get }
  /// The last day on which its rectification is on time; it ends at 24:00 (order 61, article 32).
  var deadline: Day? { get }
  /// The day of the last step on its way.
  var stepped: Day { get }
  /// Whether someone's decision is what it waits for.
  var isWaiting: Bool { get }
  /// Whether an authority supervises it by name (挂牌督办).
  var isListed: Bool { get }
  /// General or major, as last studied.
  var severity: Severity { get }
}

extension HazardStanding {
  /// Neither closed nor withdrawn.
  public var isOpen: Bool { state != .closed && state != .withdrawn }

  /// Days to the deadline: 0 on its day, negative when overdue; nil without one or once it is ended.
  public func daysLeft(on day: Day) -> Int? {
    guard isOpen, let deadline else { return nil }
    return deadline - day
  }

  /// Whether the deadline is near and not passed.
  public func isDueSoon(on day: Day) -> Bool {
    daysLeft(on: day).map { (0...Hazard.soon).contains($0) } ?? false
  }

  /// Whether nothing has led it on for ``Hazard/patience`` days: notes, reminders and sightings do not.
  public func isStalled(on day: Day) -> Bool { isOpen && day - stepped >= Hazard.patience }

  /// Overdue starts the day after the deadline.
  public func isOverdue(on day: Day) -> Bool { daysLeft(on: day).map { $0 < 0 } ?? false }
}

extension Hazard: HazardStanding {
  /// The days before the deadline, its own included, on which a hazard is due soon.
  public static let soon = 3
  /// The days without a step after which a hazard is stalled.
  public static let patience = 7

  /// Whether an authority supervises it by name (挂牌督办).
  public var isListed: Bool { oversight.isListed }
}
