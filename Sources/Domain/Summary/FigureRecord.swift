import Almanac

/// One of the records behind a figure.
public struct FigureRecord: Hashable, Sendable {
  /// What it is.
  public enum Subject: Hashable, Sendable {
    case round(RoundKey)
    case inspection(Inspection.ID)
    case hazard(Hazard.ID)
    case person(Person.ID)
    case place(Place.ID)
    case roster(DutyRoster.ID)
    case trip(Trip.ID)
    case activity(Activity.ID)
    case rule(SafetyRule.ID)

    /// Its number or id.
    public var id: String {
      switch self {
      case .round(let key): key.description
      case .inspection(let id): id.rawValue
      case .hazard(let id): id.rawValue
      case .person(let id): id.rawValue
      case .place(let id): id.rawValue
      case .roster(let id): id.rawValue
      case .trip(let id): id.rawValue
      case .activity(let id): id.rawValue
      case .rule(let id): id.rawValue
      }
    }
  }

  /// Which it is.
  public var subject: Subject
  /// The day for which it counts; nil for persons and places.
  public var day: Day?
  /// Where, or who.
  public var name: String
  /// What there is to say of it.
  public var words: Bilingual
  /// How much it adds: the findings of a record, else 1.
  public var amount: Int
}

extension [FigureRecord] {
  /// In order of day and number.
  var inOrder: [FigureRecord] {
    sorted { ($0.day?.number ?? 0, $0.subject.id) < ($1.day?.number ?? 0, $1.subject.id) }
  }

  /// Those about places of a kind.
  public func among(_ kind: PlaceKind, of bureau: Bureau) -> [FigureRecord] {
    let names = Set(bureau.places.filter { $0.kind == kind }.map(\.name))
    return filter { names.contains($0.name) }
  }
}

extension FigureRecord {
  /// The records behind a figure, as ``MonthlySummary`` and ``PeriodSummary`` count it, in order of day and
  /// number.
  ///
  /// - Parameters:
  ///   - book: What the ledger holds about the rounds of those days.
  ///   - fulfilments: Every standing walk of those days.
  ///   - hazards: Every hazard that was open at any time of those days.
  public static func all(
    of figure: SummaryFigure, in span: FigureSpan, today: Day, book: RoundBook,
    fulfilments: [Fulfilment], hazards: [Hazard]
  ) -> [FigureRecord] {
    let days = span.days
    let end = min(days.upperBound, today)
    let due = book.due(in: span, on: today)
    let records: [FigureRecord] =
      switch figure {
      case .rounds(let figure):
        due.compactMap { round in
          var record = FigureRecord(round, figure.value(of: .init(round, in: book.bureau)))
          let names = figure.exceptions(of: round).map(\.place.name)
          if !names.isEmpty {
            record?.words =
              round.title
              + Bilingual(
                zh: "：" + names.joined(separator: "、"), en: ": " + names.joined(separator: ", "))
          }
          return record
        }
      case .safety(let figure):
        all(
          of: figure, rounds: due,
          walks: CountedWalks(days: days, countedOn: end, fulfilments: fulfilments),
          hazards: CountedHazards(days: days, countedOn: end, hazards: hazards), book.bureau)
      }
    return records.inOrder
  }

  private static func all(
    of figure: Figure, rounds due: [Round], walks: CountedWalks, hazards: CountedHazards,
    _ bureau: Bureau
  ) -> [FigureRecord] {
    switch figure {
    case .rounds: due.compactMap { FigureRecord($0, 1) }
    case .persons:
      walks.byPerson.map { FigureRecord(.person($0.key), bureau.name($0.key), $0.value) }
    case .places:
      walks.byPlace.map { FigureRecord(.place($0.key), bureau.name($0.key), $0.value) }
    case .inspections: walks.walks.map { FigureRecord($0, bureau) }
    case .ledByLeader:
      walks.ledByLeader.map { walk in
        let leader = bureau.name(walk.ledBy)
        return FigureRecord(walk, bureau, Bilingual(zh: "\(leader)带队", en: "led by \(leader)"))
      }
    case .findings:
      walks.withFindings.map { walk in
        var record = FigureRecord(
          walk, bureau,
          Bilingual(zh: "发现问题\(walk.findings)项", en: counted(walk.findings, "finding")))
        record.amount = walk.findings
        return record
      }
    case .opened, .fixedOnSpot, .closed, .closedOnTime, .closedLate, .open, .d0to7, .d8to30,
      .over30, .overdue, .major, .found, .rectified:
      hazards[figure].map { FigureRecord($0, for: figure, bureau) }
    }
  }

  /// A round with what it adds; nil where that is nothing.
  private init?(_ round: Round, _ amount: Int) {
    guard amount > 0 else { return nil }
    self.init(
      subject: .round(round.id), day: round.due, name: "", words: round.title, amount: amount)
  }

  private init(_ subject: Subject, _ name: String, _ times: Int) {
    self.init(
      subject: subject, day: nil, name: name,
      words: Bilingual(zh: "检查\(times)次", en: counted(times, "walk")), amount: 1)
  }

  private init(_ walk: Fulfilment, _ bureau: Bureau, _ words: Bilingual? = nil) {
    let names = walk.inspectors.map { bureau.name($0) }
    self.init(
      subject: .inspection(walk.inspection), day: walk.walked,
      name: bureau.name(walk.occurrence.place),
      words: words
        ?? Bilingual(zh: names.joined(separator: "、"), en: names.joined(separator: ", ")),
      amount: 1)
  }

  /// A hazard on the day for which the figure counts it: of closing for those closed, else of finding.
  private init(_ hazard: Hazard, for figure: Figure, _ bureau: Bureau) {
    let isEnd = [.closed, .closedOnTime, .closedLate].contains(figure)
    self.init(
      subject: .hazard(hazard.id), day: isEnd ? hazard.closed?.day : hazard.reported,
      name: bureau.name(hazard.report.place), words: Bilingual(verbatim: hazard.report.text),
      amount: 1)
  }
}
