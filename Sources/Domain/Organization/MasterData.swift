import Almanac

/// Master data that an administrator enters or changes; what ends gets a last day and stays.
public enum MasterData: Hashable, Sendable {
  case organization(Organization)
  case section(Section)
  case person(Person)
  case place(Place)
  case season(Season)
  case checklist(ChecklistVersion)

  /// Returns the line that writes it.
  ///
  /// - Throws: ``SetupError`` or ``NotPermitted``, with nothing written.
  public func decide(with bureau: Bureau, in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.administer) else { throw NotPermitted(.administer) }
    switch self {
    case .organization(var organization):
      try requireInPerson(
        organization.sharedLogins != bureau.organization.sharedLogins, situation.actor)
      guard !trimmed(organization.name).isEmpty else { throw SetupError.nameMissing }
      organization.name = try Wording.name(organization.name)
      try organization.deadlines?.check()
      organization.papers = try organization.papers?.checked(bureau.persons)
      if let minutes = organization.pinMinutes,
        !(0...Passphrase.longestMinutes).contains(minutes)
      {
        throw PassphraseError.minutes(minutes)
      }
      return [Happening(.organization, .organization(organization))]
    case .section(var section):
      try wellFormed(section.id.rawValue)
      section.name = try Wording.name(section.name)
      return [Happening(.section(section.id), .section(section))]
    case .person(var person):
      try wellFormed(person.id.rawValue)
      person.name = try Wording.name(person.name)
      try known(person.section, in: bureau)
      // Who stands in for whom is entered by an act of its own.
      person.deputyFor = bureau.person(person.id)?.deputyFor ?? []
      let others = bureau.persons.filter { $0.id != person.id }
      for login in person.logins where others.contains(where: { $0.logins.contains(login) }) {
        throw SetupError.sharedLogin(login)
      }
      let present = (others + [person]).filter { $0.to == nil }
      for act in [Act.close, .closeFire, .administer]
      where !present.contains(where: { $0.may(act) }) {
        throw SetupError.lacks(act)
      }
      try requireWayIn(present, others, in: bureau)
      let isOwn = decidesAboutAdministrators(person, in: bureau, situation)
      try requireInPerson(isOwn, situation.actor)
      return [Happening(.person(person.id), .person(person))]
        + bureau.posts(changedBy: person, on: situation.today)
    case .place(var place):
      try wellFormed(place.id.rawValue)
      place.name = try Wording.name(place.name)
      place.keyReason = try place.keyReason.map(Wording.text)
      try known(place.section, in: bureau)
      if let person = place.keyPerson, bureau.place(place.id)?.keyPerson != person {
        try mayAnswer(person, in: bureau, on: situation.today)
      }
      return [Happening(.place(place.id), .place(place))]
        + bureau.posts(changedBy: place, on: situation.today)
    case .season(var season):
      try wellFormed(season.id.rawValue)
      try Season.check(season.start, season.end)
      season.recorded = situation.today
      season.announcement = try season.announcement(after: bureau.seasons)
      season.earlier = []
      return [Happening(.season(season.id), .season(season))]
    case .checklist(let version):
      try wellFormed(version.content.id.rawValue)
      _ = try Wording.name(version.content.title.zh)
      _ = try Wording.name(version.content.title.en)
      try check(version, in: bureau, on: situation.today)
      return [Happening(.checklist(version.content.id), .checklist(version))]
    }
  }

  /// Where an administrator is known by a login, one in office stays so: nobody else could tie another.
  private func requireWayIn(_ present: [Person], _ others: [Person], in bureau: Bureau) throws {
    func isKnown(_ person: Person) -> Bool {
      person.to == nil && person.may(.administer) && !person.logins.isEmpty
    }
    let isAsked = bureau.isPractice || !bureau.organization.sharedLogins.isEmpty
    guard !isAsked, bureau.persons.contains(where: isKnown), !present.contains(where: isKnown)
    else { return }
    throw SetupError.nobodyGetsIn(
      others.filter { $0.to == nil && $0.may(.administer) }.map(\.name))
  }

  /// Whether a change is one by which a deputy could keep an administrator's rights, or pass them on.
  private func decidesAboutAdministrators(
    _ person: Person, in bureau: Bureau, _ situation: Situation
  ) -> Bool {
    let former = bureau.person(person.id)
    let isOne = person.may(.administer) || former?.may(.administer) ?? false
    return (isOne || person.id == situation.actor.id) && person != former
  }

  private func requireInPerson(_ isNeeded: Bool, _ actor: Person) throws {
    guard !isNeeded || actor.standsFor == nil else { throw DeputyError.administratorsByDeputies }
  }

  /// What is in use does not end, and a version once published is never another.
  private func check(_ version: ChecklistVersion, in bureau: Bureau, on today: Day) throws {
    let id = version.content.id
    if version.to != nil {
      let users = bureau.plans.map(\.present).filter { plan in
        plan.isEnabled && plan.to.map { $0 >= today } ?? true
          && plan.uses.contains { $0.checklist == id }
      }
      guard users.isEmpty else { throw SetupError.inUse(id, by: users.map(\.id)) }
    } else if let present = bureau.checklists.first(where: { $0.id == id && $0.to == nil }),
      version.content.version <= present.version
    {
      throw SetupError.versionStands(id, present.version)
    }
  }

  private func wellFormed(_ id: String) throws {
    guard isWellFormed(id: id) else { throw SetupError.badID(id) }
  }

  private func mayAnswer(_ id: Person.ID, in bureau: Bureau, on today: Day) throws {
    guard let person = bureau.person(id) else { throw SetupError.unknownPerson(id) }
    guard person.may(.reportHazard), person.to.map({ today <= $0 }) ?? true else {
      throw SetupError.cannotAnswer(person.name)
    }
  }

  private func known(_ section: Section.ID?, in bureau: Bureau) throws {
    if let section, bureau.section(section) == nil { throw SetupError.unknownSection(section) }
  }
}

extension Person {
  /// Checks that a last day, where one is newly set, is not before what the person recorded.
  ///
  /// - Throws: ``SetupError/actedLater(_:_:)``, or what the records throw.
  func checkLeaving(with records: some Records) throws {
    guard let to, try records.bureau.person(id)?.to != to, let last = try records.lastDay(of: id),
      to < last
    else { return }
    throw SetupError.actedLater(name, last)
  }
}
