import Almanac

/// A figure of the annual report whose records are asked for.
public struct AnnualBasis: Hashable, Sendable {
  /// Which figure.
  public var figure: AnnualFigure
  /// Of which year.
  public var year: Int
  /// The plan whose rounds alone are meant; of all plans when nil.
  public var plan: Plan.ID?

  /// The records behind a figure of a year.
  public init(_ figure: AnnualFigure, of year: Int) {
    (self.figure, self.year) = (figure, year)
  }

  /// The places that a plan asked to be walked in a year.
  public init(placesOf plan: Plan.ID, in year: Int) {
    self.init(.asked, of: year)
    self.plan = plan
  }

  /// The records, as ``AnnualReview`` counts them: what they add up to is the figure. None for what other
  /// registers list themselves.
  public func found(
    in records: AnnualReview.Records, of bureau: Bureau, at now: Moment
  ) -> [FigureRecord] {
    let counted = Counted(records, year: year, bureau: bureau, now: now)
    return counted.records(of: figure.source).filter { record in
      guard let plan else { return true }
      if case .round(let key) = record.subject { return key.plan == plan } else { return false }
    }
    .inOrder
  }
}

extension Counted {
  /// The records behind a figure; none for what other registers list themselves.
  fileprivate func records(of source: AnnualFigure.Source) -> [FigureRecord] {
    switch source {
    case .safety(.rounds): rounds { _ in 1 }
    case .places(let figure): rounds(figure.value)
    case .rounds(let triggers): rounds { triggers.contains($0.trigger) ? 1 : 0 }
    case .breaks: breaks.map { record($0, 1) }
    case .rosters: breaksWithRoster.map { record($0.0, 1) }
    case .shifts: breaksWithRoster.map { record($0.0, shifts(of: $0.1).count) }
    case .dutyPersons: persons
    case .rulesIssued, .rulesReviewed: rules(source)
    case .trips: use.shares.flatMap(\.trips).map { record($0, 1) }
    case .kilometres: use.shares.flatMap(\.trips).map { record($0, $0.km ?? 0) }
    case .vehicleEvents: use.shares.flatMap(\.notes).map(record)
    case .weaknessesFound: weaknesses.found.map { record($0, on: $0.reported) }
    case .weaknessesClosed: weaknesses.closed.map { record($0, on: $0.closed?.day) }
    case .activity(let figure): entries(of: figure)
    case .safety, .walks, .incidents, .nilDue, .nilMade, .goals, .goalsDone: []
    }
  }

  /// The entries that a figure counts; of persons, who are counted once, each entry has its own.
  private func entries(of figure: ActivityFigure) -> [FigureRecord] {
    (activities[figure.kind] ?? []).compactMap { entry in
      let amount = figure.value(of: [entry])
      guard amount > 0 else { return nil }
      return FigureRecord(
        subject: .activity(entry.id), day: entry.content.day, name: "",
        words: Bilingual(verbatim: entry.content.title), amount: amount)
    }
  }

  private func rounds(_ amount: (MonthlySummary.RoundFigures) -> Int) -> [FigureRecord] {
    rounds.map { round in
      FigureRecord(
        subject: .round(round.id), day: round.due, name: "", words: round.title,
        amount: amount(round))
    }
    .filter { $0.amount > 0 }
  }

  private var breaksWithRoster: [(Break, DutyRoster)] {
    breaks.compactMap { found in
      rosters.first { $0.id.rawValue == found.key }.map { (found, $0) }
    }
  }

  private func record(_ found: Break, _ amount: Int) -> FigureRecord {
    FigureRecord(
      subject: .roster(Identifier(found.key)), day: found.firstOff, name: "", words: found.name,
      amount: amount)
  }

  /// Each person on duty, with the shifts.
  private var persons: [FigureRecord] {
    let times = Dictionary(grouping: shifts.flatMap(\.persons), by: \.self).mapValues(\.count)
    return times.map { person, count in
      FigureRecord(
        subject: .person(person), day: nil, name: bureau.name(person),
        words: Bilingual(zh: "值班\(count)班", en: counted(count, "shift")), amount: 1)
    }
  }

  private func rules(_ source: AnnualFigure.Source) -> [FigureRecord] {
    records.rules.compactMap { rule in
      touched(rule, source).map { day in
        FigureRecord(
          subject: .rule(rule.id), day: day, name: rule.content.number ?? "",
          words: Bilingual(verbatim: rule.content.title), amount: 1)
      }
    }
  }

  private func record(_ trip: Trip, _ amount: Int) -> FigureRecord {
    FigureRecord(
      subject: .trip(trip.id), day: trip.leaving?.at.day ?? trip.content.start.day,
      name: trip.vehicle.map { bureau.name($0) } ?? "",
      words: Bilingual(verbatim: trip.content.destination),
      amount: amount)
  }

  private func record(_ noted: VehicleUse.Noted) -> FigureRecord {
    FigureRecord(
      subject: .trip(noted.trip.id), day: noted.note.day,
      name: noted.trip.vehicle.map { bureau.name($0) } ?? "",
      words: noted.note.kind.name + Bilingual(verbatim: " " + noted.note.text), amount: 1)
  }

  private func record(_ hazard: Hazard, on day: Day?) -> FigureRecord {
    FigureRecord(
      subject: .hazard(hazard.id), day: day, name: bureau.name(hazard.report.place),
      words: Bilingual(verbatim: hazard.report.text), amount: 1)
  }
}
