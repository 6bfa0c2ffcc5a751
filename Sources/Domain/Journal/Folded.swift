/// A subject that its first event makes, and that the following ones change.
protocol Folded: Identifiable {
  associatedtype Happened

  /// The subject that a first event makes; nil if the event cannot begin one.
  init?(id: ID, beginning event: Happened, _ stamp: Stamp)
  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  mutating func apply(_ event: Happened, _ stamp: Stamp)
}

extension Dictionary where Value: Folded, Key == Value.ID {
  /// Folds an event of the subject of an id.
  mutating func fold(_ event: Value.Happened, of id: Key, _ stamp: Stamp) {
    if self[id] == nil {
      self[id] = Value(id: id, beginning: event, stamp)
    } else {
      self[id]?.apply(event, stamp)
    }
  }
}

extension DutyRoster: Folded {}
extension DocumentNumber: Folded {}
extension Activity: Folded {}
extension Incident: Folded {}
extension NilDeclaration: Folded {}
extension Expiry: Folded {}
extension SafetyRule: Folded {}
extension Goal: Folded {}
extension StatedShortcoming: Folded {}
extension Assessment: Folded {}
extension Exemption: Folded {}
extension EntryAnswer: Folded {}
extension Trip: Folded {}
extension Asset: Folded {}
