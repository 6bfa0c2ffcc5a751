extension Round {
  /// The part of the round that lies in a section's places, with that part's dates; nil where there is
  /// none.
  public func part(of section: Section.ID) -> Round? {
    let rooms = rooms.filter { $0.place.section == section }
    guard let start = rooms.map(\.occurrence.start).min(),
      let due = rooms.map(\.occurrence.due).max()
    else { return nil }
    return Round(
      id: id, title: title, trigger: trigger, start: start, due: due,
      miss: rooms.compactMap(\.occurrence.miss).max(), isProvisional: isProvisional, rooms: rooms)
  }
}
