import Almanac

extension Hazard {
  /// The hazard that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: HazardEvent, _ stamp: Stamp) {
    guard case .reported(let report) = event else { return nil }
    self.init(
      id: id, report: report, state: report.onSpot == nil ? .reported : .submitted,
      reported: stamp.day, reporter: stamp.actor, person: nil,
      deadlines: report.deadline.map { [Deadline(last: $0, set: stamp.day)] } ?? [],
      extensions: 0, requested: nil, measures: report.onSpot, photographs: [], rejections: 0,
      rectified: report.onSpot == nil ? nil : Step(person: stamp.actor, day: stamp.day),
      verified: nil, closed: nil, withdrawn: nil, withdrawnReason: nil, sightings: [],
      latest: stamp.at)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: HazardEvent, _ stamp: Stamp) {
    guard isOpen, event.kind?.states.contains(state) ?? true else { return }
    let step = Step(person: stamp.actor, day: stamp.day)
    switch event {
    case .reported, .recordWithdrawn, .recordCorrected: return
    case .sighted(let sighting): sightings.append(sighting)
    case .assigned(let person, let deadline):
      self.person = person
      move(deadline, on: stamp.day)
      state = .assigned
    case .accepted: state = .rectifying
    case .declined:
      person = nil
      requested = nil
      state = .reported
    case .transferred(let person, _):
      self.person = person
      state = .assigned
    case .extensionRequested(let request): requested = request
    case .extended(let deadline, _, _):
      move(deadline, on: stamp.day)
      extensions += 1
      requested = nil
    case .submitted(let measures, _):
      self.measures = measures
      requested = nil
      rectified = step
      state = .submitted
    case .verified:
      verified = step
      state = .verified
    case .rejected(_, let deadline):
      move(deadline, on: stamp.day)
      rejections += 1
      rectified = nil
      state = .rectifying
    case .closed:
      closed = step
      state = .closed
    case .photographed(let photograph): attach(photograph, step)
    case .withdrawn(let reason):
      withdrawn = step
      withdrawnReason = reason
      state = .withdrawn
    }
    latest = stamp.at
  }

  private mutating func move(_ deadline: Day, on day: Day) {
    if self.deadline != deadline { deadlines.append(Deadline(last: deadline, set: day)) }
  }
}
