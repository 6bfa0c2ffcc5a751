import Almanac
@testable import Domain

extension Inspection {
  /// Folds an event as recorded on the day walked, an hour after the record.
  mutating func apply(_ event: InspectionEvent) {
    apply(event, Stamp(at: recorded + 3600, day: day, actor: recorder))
  }
}
