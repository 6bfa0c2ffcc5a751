import Almanac

/// What a person has in hand, to be handed over when they leave.
public struct InHand: Hashable, Sendable {
  /// One who stands in for another, with the days.
  public struct Deputy: Hashable, Sendable {
    /// Who stands in.
    public var deputy: Person.ID
    /// For whom and when.
    public var deputyship: Deputyship
  }

  /// Whose hand it is.
  public var person: Person
  /// The hazards assigned to the person and not verified yet, by number.
  public var hazards: [Hazard.ID]
  /// The plans in use that name the person as the one to walk them.
  public var plans: [Plan.ID]
  /// The key places for which the person is responsible.
  public var places: [Place.ID]
  /// The posts for which the person is named, key places apart.
  public var posts: [Post]
  /// The sections that nobody else heads.
  public var sections: [Section.ID]
  /// The walks begun and not yet signed.
  public var drafts: [OccurrenceKey]
  /// The days on which shifts of duty begin that the person has after leaving.
  public var shifts: [Day]
  /// Deputyships of the person and for the person that are not over: they end with the office.
  public var deputies: [Deputy]

  /// Whether nothing waits for another; deputyships do not, they end by themselves.
  public var isEmpty: Bool {
    hazards.isEmpty && plans.isEmpty && places.isEmpty && posts.isEmpty && sections.isEmpty
      && drafts.isEmpty && shifts.isEmpty
  }
}

extension Bureau {
  /// What a person has in hand on a day.
  ///
  /// - Parameters:
  ///   - hazards: The open hazards, others' too.
  ///   - drafts: The walks not yet signed, others' too.
  ///   - rosters: The duty rosters.
  public func inHand(
    of person: Person, hazards: [HazardBrief], drafts: [Draft], rosters: [DutyRoster],
    on day: Day
  ) -> InHand {
    func isInUse(_ to: Day?) -> Bool { to.map { $0 >= day } ?? true }
    let plans = plans.map(\.present).filter { plan in
      plan.isEnabled && isInUse(plan.to) && plan.assignees?.persons.contains(person.id) ?? false
    }
    let others = persons.filter { $0.id != person.id && $0.stays(after: day) }
    let heads = sections.filter { section in
      person.section == section.id && person.roles.contains(.sectionHead) && isInUse(section.to)
        && !others.contains { $0.section == section.id && $0.roles.contains(.sectionHead) }
    }
    let keyPlaces = places.filter { $0.keyPerson == person.id && isInUse($0.to) }
    let deputies = persons.flatMap { deputy in
      deputy.deputyFor.map { InHand.Deputy(deputy: deputy.id, deputyship: $0) }
    }
    return InHand(
      person: person,
      hazards: hazards.filter { $0.isOpen && $0.state != .verified && $0.person == person.id }
        .map(\.id).sorted(),
      plans: plans.map(\.id),
      places: keyPlaces.map(\.id),
      posts: allPosts(on: day).filter { post in
        entrusted(post, on: day).contains { $0.person == person.id && $0.ground == .named }
          && !keyPlaces.contains { post == .place($0.id) }
      },
      sections: heads.map(\.id),
      drafts: drafts.filter { $0.owner == person.id }.map(\.occurrence),
      shifts: rosters.filter { $0.state != .withdrawn }.flatMap(\.content.rows)
        .filter { row in
          row.persons.contains(person.id) && row.day >= day
            && person.to.map { $0 < row.day } ?? true
        }.map(\.day).sorted(),
      deputies: deputies.filter { deputy in
        [deputy.deputy, deputy.deputyship.person].contains(person.id)
          && deputy.deputyship.to >= day
      })
  }

  /// What those who have left before a day still have in hand, by person.
  func leftBehind(
    hazards: [HazardBrief], drafts: [Draft], rosters: [DutyRoster], on day: Day
  ) -> [InHand] {
    persons.filter { person in person.to.map { $0 < day } ?? false }
      .map { inHand(of: $0, hazards: hazards, drafts: drafts, rosters: rosters, on: day) }
      .filter { !$0.isEmpty }
  }
}

extension InHand {
  /// How much of each kind is there: 隐患 2、计划 1.
  public var amounts: Bilingual {
    let kinds: [(Int, Bilingual, String)] = [
      (hazards.count, Bilingual(zh: "隐患", en: "hazards"), "hazard"),
      (plans.count, Bilingual(zh: "计划", en: "plans"), "plan"),
      (places.count, Bilingual(zh: "重点部位", en: "key places"), "key place"),
      (posts.count, Bilingual(zh: "责任岗位", en: "posts"), "post"),
      (sections.count, Bilingual(zh: "科室", en: "sections"), "section"),
      (drafts.count, Bilingual(zh: "草稿", en: "drafts"), "draft"),
      (shifts.count, Bilingual(zh: "值班", en: "shifts"), "shift"),
    ].filter { $0.0 > 0 }
    return Bilingual(
      zh: kinds.map { "\($0.1.zh) \($0.0)" }.joined(separator: "、"),
      en: kinds.map { counted($0.0, $0.2) }.joined(separator: ", "))
  }

  /// Says who has left and what waits to be handed over.
  public var reminder: Bilingual {
    let last = person.to.map(\.description) ?? ""
    return Bilingual(
      zh: "\(person.name)已于 \(last) 离任，待移交：\(amounts.zh)",
      en: "\(person.name) left on \(last); to hand over: \(amounts.en)")
  }
}
