import Almanac

extension Bureau {
  /// What a change to the list of places says about who answers for one, so that its history is kept.
  func posts(changedBy place: Place, on today: Day) -> [Happening] {
    guard let former = self.place(place.id), former.keyPerson != place.keyPerson else { return [] }
    let post = Post.place(place.id)
    let present = entrusted(post, on: today).first?.person
    guard present != place.keyPerson else { return [] }
    if let person = place.keyPerson {
      return [giving(post, Responsibility.Tenure(person: person, from: today))]
    }
    return present.map { [Happening(post, .ended($0, last: today - 1, reason: nil))] } ?? []
  }

  /// What a change to a person says about who heads a section, so that its history is kept. Somebody named
  /// for the section stays it.
  func posts(changedBy person: Person, on today: Day) -> [Happening] {
    guard person.to == nil else { return [] }
    let former = self.person(person.id)
    let (left, taken) = (former.flatMap(\.headed), person.headed)
    guard left != taken else { return [] }
    return leaving(left, person.id, today) + taking(taken, person.id, today)
  }

  private func leaving(_ section: Section.ID?, _ person: Person.ID, _ today: Day) -> [Happening] {
    guard let section, entrusted(.section(section), on: today).first?.person == person else {
      return []
    }
    let others = persons.filter { $0.headed == section && $0.id != person && $0.to == nil }
    if let next = others.map(\.id).min() {
      return [giving(.section(section), Responsibility.Tenure(person: next, from: today))]
    }
    return [Happening(.section(section), .ended(person, last: today - 1, reason: nil))]
  }

  private func taking(_ section: Section.ID?, _ person: Person.ID, _ today: Day) -> [Happening] {
    guard let section else { return [] }
    let post = Post.section(section)
    let departed = persons.filter { $0.headed == section && $0.id != person }
      .max { ($0.to?.number ?? .max, $0.id) < ($1.to?.number ?? .max, $1.id) }?.id
    let present = entrusted(post, on: today).first?.person ?? departed
    let tenure = Responsibility.Tenure(person: person, from: today)
    if responsibility(post).tenures.isEmpty {
      return present.map { [Happening(post, .given(tenure, former: $0))] } ?? []
    }
    return holders(of: post, on: today).isEmpty ? [giving(post, tenure)] : []
  }
}

extension Person {
  /// The section that the person heads by role; nil for one who heads none.
  fileprivate var headed: Section.ID? { roles.contains(.sectionHead) ? section : nil }
}
