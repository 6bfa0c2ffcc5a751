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
      rectified: report.onSpot == nil ? nil : Step(stamp),
      verified: nil, closed: nil, withdrawn: nil, withdrawnReason: nil, sightings: [],
      duplicates: [], oversight: Oversight(), stepped: stamp.day, latest: stamp.at)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: HazardEvent, _ stamp: Stamp) {
    if case .revoked(let act) = event { return revoke(act, stamp) }
    guard isOpen, event.kind?.states.contains(state) ?? true else { return }
    var former = self
    fold(event, stamp)
    guard self != former else { return }
    latest = stamp.at
    if let kind = event.kind, !kind.isBeside { stepped = stamp.day }
    former.before = []
    remember(former, after: event, stamp)
  }

  private mutating func fold(_ event: HazardEvent, _ stamp: Stamp) {
    let step = Step(stamp)
    switch event {
    case .reported, .recordWithdrawn, .recordCorrected, .revoked: return
    case .sighted(let sighting): sightings.append(sighting)
    case .assigned(let person, let deadline, _):
      self.person = person
      wasAssigned = true
      move(deadline, on: stamp.day)
      // What was handed in stays so, as the one who mended it stays that one.
      if state != .submitted { state = .assigned }
    case .accepted: state = .rectifying
    case .declined:
      person = nil
      requested = nil
      state = .reported
    case .transferred(let person, let section, let outside, _):
      self.person = person
      movedTo = section
      self.outside = outside
      state = .assigned
    case .extensionRequested(let request): requested = request
    case .extended(let deadline, _, _):
      move(deadline, on: stamp.day)
      extensions += 1
      requested = nil
    case .extensionRefused: requested = nil
    case .submitted(let measures, let cost, _):
      self.measures = measures
      self.cost = cost ?? self.cost
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
    case .oversight(let event):
      oversight.apply(event)
      // Found major, it is assigned anew with its commitments.
      if case .studied(let study) = event, study.severity == .major,
        [.assigned, .rectifying].contains(state)
      {
        state = .reported
      }
    case .merged(let other):
      mergedInto = other
      withdrawn = step
      state = .withdrawn
    case .absorbed(let other): duplicates.append(other)
    }
  }

  /// Keeps what stood before a decision, until something follows it in a later act.
  private mutating func remember(_ former: Hazard, after event: HazardEvent, _ stamp: Stamp) {
    if let revocable, !stamp.act.isEmpty, revocable.act == stamp.act { return }
    // What was mended on the spot is judged by the section head's signature for all rooms together.
    let isSignedFor = report.onSpot != nil && rejections == 0
    guard event.isDecision, !isSignedFor else {
      revocable = nil
      before = []
      return
    }
    revocable = Revocable(act: stamp.act, person: stamp.actor, day: stamp.at.day)
    before = [former]
  }

  private mutating func revoke(_ act: String, _ stamp: Stamp) {
    guard revocable?.act == act, var former = before.first else { return }
    former.revocable = nil
    former.stepped = stamp.day
    former.latest = stamp.at
    self = former
  }

  private mutating func move(_ deadline: Day, on day: Day) {
    if self.deadline != deadline { deadlines.append(Deadline(last: deadline, set: day)) }
  }
}
