import Almanac

/// Looks up what lies in each part of the file.
struct FireFileCollector {
  let days: ClosedRange<Day>
  let sources: FireFile.Sources

  private static let inRegister = Bilingual(zh: "电子台账", en: "in this ledger")

  func entries(of part: FireFilePart) -> [FireFile.Entry] {
    let own: [FireFile.Entry] =
      switch part {
      case .overview: [office] + keyPlaces
      case .organization: responsible
      case .equipment: equipment
      case .authority: authorityDocuments
      case .facilityTests, .electrical: terms(in: part)
      case .hazards: hazards
      case .inspections: inspections
      case .trainings: activities("training", where: Self.isAboutFire)
      case .drills: activities("drill")
      case .fires: fires
      case .design, .rules, .brigade, .trades, .products, .plans, .rewards: []
      }
    return own + papers(in: part)
  }

  private func papers(in part: FireFilePart) -> [FireFile.Entry] {
    sources.rules.filter { $0.content.firePart == part && $0.exists(in: days) }.map { rule in
      let content = rule.content
      return FireFile.Entry(
        number: content.number ?? rule.id.rawValue, title: Bilingual(verbatim: content.title),
        day: rule.revised ?? content.issued, location: place(content.location, content.file))
    }
  }

  private func place(_ location: String?, _ file: Scan?) -> Bilingual {
    if let location { return Bilingual(verbatim: location) }
    return file.map { Bilingual(zh: "附件 \($0.name)", en: "file \($0.name)") }
      ?? Bilingual(verbatim: "")
  }

  private var office: FireFile.Entry {
    let (bureau, organization) = (sources.bureau, sources.bureau.organization)
    let staff = bureau.persons.count { person in person.to.map { $0 > days.upperBound } ?? true }
    let places = bureau.places.count { $0.exists(in: days) }
    let isKey = organization.isKeyFireUnit
    return FireFile.Entry(
      title: Bilingual(
        zh: "单位概况：\(organization.name)，人员\(staff)人，场所\(places)处，"
          + (isKey ? "消防安全重点单位" : "非消防安全重点单位"),
        en: "The unit: \(organization.name), \(counted(staff, "person")), "
          + "\(counted(places, "place")), "
          + (isKey ? "a key fire unit" : "no key fire unit")), location: Self.inRegister)
  }

  private var keyPlaces: [FireFile.Entry] {
    sources.bureau.places.filter { $0.isKey && $0.exists(in: days) }.map { place in
      let (name, reason) = (place.name, place.keyReason ?? "")
      let person = place.keyPerson.map { sources.bureau.name($0) } ?? ""
      return FireFile.Entry(
        number: place.id.rawValue,
        title: Bilingual(
          zh: "重点部位：\(name)（\(reason)\(person.isEmpty ? "" : "，责任人\(person)")）",
          en: "Key place: \(name) (\(reason)\(person.isEmpty ? "" : ", \(person)"))"),
        location: Self.inRegister)
    }
  }

  private var responsible: [FireFile.Entry] {
    [Role.fireResponsible, .fireSafetyManager].flatMap { role in
      sources.bureau.persons.filter { person in
        person.roles.contains(role) && person.to.map { $0 >= days.lowerBound } ?? true
      }.map { person in
        FireFile.Entry(
          title: role.name + Bilingual(zh: "：\(person.name)", en: ": \(person.name)"),
          location: Self.inRegister)
      }
    }
  }

  private func expiries(in part: FireFilePart) -> [Expiry] {
    sources.expiries.expiries.filter { expiry in
      sources.expiries.kind(expiry.content.kind)?.firePart == part
    }
  }

  /// What was there in the year, kind by kind: how many, in how many places, when checked last.
  private var equipment: [FireFile.Entry] {
    let there = expiries(in: .equipment).filter { expiry in
      expiry.retired.map { $0.day >= days.lowerBound } ?? true
        && (expiry.content.made ?? expiry.terms[0].step.day) <= days.upperBound
    }
    return sources.expiries.kinds.compactMap { kind in
      let own = there.filter { $0.content.kind == kind.id }
      guard !own.isEmpty else { return nil }
      let count = own.reduce(0) { $0 + $1.content.count }
      let places = Set(own.compactMap(\.content.place)).count
      return FireFile.Entry(
        title: kind.name
          + Bilingual(zh: "：\(count)具", en: ": \(count)")
          + (places > 0
            ? Bilingual(zh: "，\(places)处", en: " in \(places) places") : Bilingual(verbatim: "")),
        day: own.compactMap(\.content.term.done).filter { $0 <= days.upperBound }.max(),
        location: Self.inRegister)
    }
  }

  /// The reports and checks of the year, former ones included.
  private func terms(in part: FireFilePart) -> [FireFile.Entry] {
    expiries(in: part).flatMap { expiry in
      expiry.terms.map(\.term).compactMap { term in
        let day = term.done ?? term.until
        guard days.contains(day) else { return nil }
        let by = term.by.map { Bilingual(zh: "（\($0)）", en: " (\($0))") }
        return FireFile.Entry(
          number: term.document ?? expiry.id.rawValue,
          title: Bilingual(verbatim: expiry.content.name) + (by ?? Bilingual(verbatim: "")),
          day: day, location: place(nil, term.file))
      }
    }.sorted { ($0.day ?? days.lowerBound, $0.number) < ($1.day ?? days.lowerBound, $1.number) }
  }

  private var fireHazards: [Hazard] {
    sources.hazards.filter { hazard in
      hazard.report.category == .fire && days.contains(hazard.reported)
        && hazard.state != .withdrawn
    }
  }

  /// The documents with which authorities ordered something, each once.
  private var authorityDocuments: [FireFile.Entry] {
    fireHazards.filter { [.authorityOrder, .higherInspection].contains($0.report.source) }
      .reduce(into: [FireFile.Entry]()) { entries, hazard in
        let document = hazard.report.sourceDocument ?? ""
        guard !entries.contains(where: { $0.title.zh == document }) else { return }
        entries.append(
          FireFile.Entry(
            number: hazard.id.rawValue, title: Bilingual(verbatim: document), day: hazard.reported))
      }
  }

  private var hazards: [FireFile.Entry] {
    let all = fireHazards.sorted { $0.id < $1.id }
    guard let first = all.first, let last = all.last else { return [] }
    let closed = all.count { $0.state == .closed }
    return [
      FireFile.Entry(
        number: span(first.id.rawValue, last.id.rawValue),
        title: Bilingual(
          zh: "火灾隐患 \(all.count) 项，已销号 \(closed) 项",
          en: "Fire hazards: \(all.count), closed: \(closed)"),
        day: all.map(\.reported).max(), location: Self.inRegister)
    ]
  }

  private func span(_ first: String, _ last: String) -> String {
    first == last ? first : "\(first)～\(last)"
  }

  /// The records of the year, plan by plan: of the plans that ask about fire.
  private var inspections: [FireFile.Entry] {
    let standing = sources.inspections.filter { $0.withdrawn == nil }
    return sources.bureau.plans.filter { asksAboutFire($0.present) }.compactMap { history in
      let own = standing.filter { $0.occurrence.plan == history.id }
        .sorted { $0.id < $1.id }
      guard let first = own.first, let last = own.last else { return nil }
      return FireFile.Entry(
        number: span(first.id.rawValue, last.id.rawValue),
        title: history.present.title
          + Bilingual(zh: "检查记录 \(own.count) 份", en: ": \(counted(own.count, "record"))"),
        day: own.map(\.content.walked).max(), location: Self.inRegister)
    }
  }

  /// Whether an item of the plan's checklists is about fire.
  private func asksAboutFire(_ plan: Plan) -> Bool {
    sources.checklists.isEmpty
      || plan.uses.contains { use in
        let sections = sources.checklists.first { $0.id == use.checklist }?.sections ?? []
        return sections.filter { use.sections?.contains($0.id) ?? true }
          .contains { $0.items.contains { $0.category == .fire } }
      }
  }

  /// Whether a training is about fire, or does not say what it is about.
  private static func isAboutFire(_ content: Activity.Content) -> Bool {
    content.values["subject"].map { $0 == .words("fire") } ?? true
  }

  private func entries(_ kind: ActivityKind.ID) -> [Activity] {
    sources.activities.filter { activity in
      activity.stands && activity.content.kind == kind && days.contains(activity.content.day)
    }.sorted { ($0.content.day, $0.id) < ($1.content.day, $1.id) }
  }

  private func activities(
    _ kind: ActivityKind.ID, where isMeant: (Activity.Content) -> Bool = { _ in true }
  ) -> [FireFile.Entry] {
    entries(kind).filter { isMeant($0.content) }.map { activity in
      let content = activity.content
      let file = place(nil, content.file)
      return FireFile.Entry(
        number: activity.id.rawValue, title: Bilingual(verbatim: content.title), day: content.day,
        location: content.file == nil ? Self.inRegister : file)
    }
  }

  private var fires: [FireFile.Entry] {
    sources.incidents.filter { incident in
      incident.content.kind == .fire && incident.state != .withdrawn
        && days.contains(incident.content.at.day)
    }.map { incident in
      FireFile.Entry(
        number: incident.id.rawValue, title: Bilingual(verbatim: incident.content.what),
        day: incident.content.at.day, location: Self.inRegister)
    }
  }

  /// Drills that the year lacks: one a year, for a key unit one every half-year.
  var drillShortfalls: [Bilingual] {
    guard let kind = sources.drill,
      let target = kind.target(for: sources.bureau.organization)
    else { return [] }
    let held = entries(kind.id).map(\.content.day)
    var lacking: [Bilingual] = []
    if held.count < target {
      lacking.append(
        Bilingual(
          zh: "演练不足：全年应不少于 \(target) 次，已登记 \(held.count) 次。",
          en: "Drills: \(target) a year are asked for, \(held.count) held."))
    }
    guard sources.bureau.organization.isKeyFireUnit else { return lacking }
    let middle = Day(days.lowerBound.year, 7, 1)
    let halves = [
      (held.contains { $0 < middle }, Bilingual(zh: "上半年", en: "the first half-year")),
      (held.contains { $0 >= middle }, Bilingual(zh: "下半年", en: "the second half-year")),
    ]
    return lacking
      + halves.filter { !$0.0 }.map { _, half in
        Bilingual(
          zh: "消防安全重点单位每半年至少演练一次：\(half.zh)尚无。",
          en: "A key fire unit holds a drill every half-year: none in \(half.en).")
      }
  }
}
