import Almanac

extension SignRequest {
  /// The lines that attach the photographs of findings to the hazards which a signature opens or meets,
  /// each once: records signed together find the same.
  func attaching(after lines: [Happening], _ records: some Records, today: Day) throws
    -> [Happening]
  {
    var known: [Subject: Set<Photograph.Attachment>] = [:]
    var more: [Happening] = []
    for line in lines {
      guard case .hazard(let event) = line.event, let item = event.foundAt,
        let taken = photographs[item]
      else { continue }
      let former = try records.hazard(Identifier(line.subject.id))?.photographs ?? []
      var there = known[line.subject] ?? Set(former.map(\.photograph.attachment))
      for photograph in taken where there.insert(photograph.attachment).inserted {
        more.append(
          Happening(line.subject, .hazard(.photographed(photograph.dated(notAfter: today)))))
      }
      known[line.subject] = there
    }
    return more
  }
}

extension HazardEvent {
  /// The item of a record that found or met the hazard.
  fileprivate var foundAt: ItemKey? {
    switch self {
    case .reported(let report): report.item
    case .sighted(let sighting): sighting.item
    case .assigned, .accepted, .declined, .transferred, .extensionRequested, .extended,
      .extensionRefused, .submitted, .verified, .rejected, .closed, .withdrawn, .photographed,
      .recordWithdrawn, .recordCorrected, .oversight, .merged, .absorbed, .revoked:
      nil
    }
  }
}

extension Answer {
  /// The same answer, its finding with these photographs by the names of their files.
  public func photographed(_ names: [String]) -> Answer {
    guard var finding else { return self }
    finding.photos = names
    return with(finding)
  }
}
