import Almanac

/// A figure of the rounds due in a period: what it is called and what it counts.
public enum RoundFigure: String, Hashable, Sendable, CaseIterable {
  case asked
  case done
  case late
  case missed
  case excused

  /// As tables have it.
  public var name: Bilingual {
    switch self {
    case .asked: Bilingual(zh: "应检（处次）", en: "Checks asked")
    case .done: Bilingual(zh: "已检（处次）", en: "Checks done")
    case .late: Bilingual(zh: "其中：补检（处次）", en: "– late")
    case .missed: Bilingual(zh: "漏检（处次）", en: "Checks missed")
    case .excused: Bilingual(zh: "免查（处次）", en: "Checks excused")
    }
  }

  /// How it is counted.
  public var definition: Bilingual {
    switch self {
    case .asked:
      Bilingual(
        zh: "应完成日在期内的轮次应检的场所，每轮每处计一次，不含免查",
        en: "places asked in the rounds due in the period, once a round, without excused ones")
    case .done: Bilingual(zh: "上述处次中已检的，含补检", en: "of these, those walked, late ones included")
    case .late: Bilingual(zh: "上述已检中过了应完成日才检的", en: "of these, those walked after the due day")
    case .missed:
      Bilingual(zh: "上述处次中漏检的，含后来补检的", en: "of these, those missed, though some were made up since")
    case .excused:
      Bilingual(zh: "这些轮次中经批准免查的场所", en: "places of these rounds approved not to be walked")
    }
  }

  /// The rooms of a round that it counts, where these are the exception; none for those asked and done.
  func exceptions(of round: Round) -> [Round.Room] {
    switch self {
    case .asked, .done: []
    case .late: round.rooms.filter { $0.state == .doneLate }
    case .missed: round.rooms.filter(\.wasMissed)
    case .excused: round.rooms.filter { $0.state == .excused }
    }
  }

  /// Its value of one round.
  public func value(of round: MonthlySummary.RoundFigures) -> Int {
    switch self {
    case .asked: round.total
    case .done: round.done
    case .late: round.late
    case .missed: round.missed
    case .excused: round.excused
    }
  }
}

/// A share that summaries tell.
public enum SummaryRate: Hashable, Sendable, CaseIterable {
  case completion
  case rectification

  /// As tables have it.
  public var name: Bilingual {
    switch self {
    case .completion: Bilingual(zh: "完成率", en: "Completion rate")
    case .rectification: Bilingual(zh: "整改率", en: "Rectification rate")
    }
  }

  /// How it is counted.
  public var definition: Bilingual {
    switch self {
    case .completion: Bilingual(zh: "已检处次占应检处次的比例", en: "checks done of checks asked")
    case .rectification:
      Bilingual(
        zh: "期内发现、未作废的隐患中已整改的比例", en: "hazards rectified of those found and not withdrawn")
    }
  }
}

/// A figure of a summary whose records can be asked for.
public enum SummaryFigure: Hashable, Sendable {
  case safety(Figure)
  case rounds(RoundFigure)

  /// All of them, in the order in which they are explained.
  public static let all: [SummaryFigure] =
    [.safety(.rounds)] + RoundFigure.allCases.map(SummaryFigure.rounds)
    + Figure.allCases.filter { $0 != .rounds }.map(SummaryFigure.safety)

  /// The figure of a name, as `opened` or `missed`; nil if there is none.
  public init?(rawValue: String) {
    if let figure = Figure(rawValue: rawValue) {
      self = .safety(figure)
    } else if let figure = RoundFigure(rawValue: rawValue) {
      self = .rounds(figure)
    } else {
      return nil
    }
  }

  /// By which programs name it.
  public var rawValue: String {
    switch self {
    case .safety(let figure): figure.rawValue
    case .rounds(let figure): figure.rawValue
    }
  }

  /// As tables have it.
  public var name: Bilingual {
    switch self {
    case .safety(let figure): figure.name
    case .rounds(let figure): figure.name
    }
  }

  /// The name without the indent or dash of a part.
  public var plainName: Bilingual { name.withoutIndent }

  /// How it is counted.
  public var definition: Bilingual {
    switch self {
    case .safety(let figure): figure.definition
    case .rounds(let figure): figure.definition
    }
  }

  /// All of their values.
  ///
  /// - Parameter rounds: The rounds due in the period.
  public static func values(
    of figures: SafetyFigures, rounds: [MonthlySummary.RoundFigures]
  ) -> [SummaryFigure: Int] {
    var values: [SummaryFigure: Int] = [:]
    for figure in Figure.allCases { values[.safety(figure)] = figures[figure] }
    for figure in RoundFigure.allCases {
      values[.rounds(figure)] = rounds.reduce(0) { $0 + figure.value(of: $1) }
    }
    return values
  }
}

extension MonthlySummary {
  /// The values of all figures of the month.
  public var values: [SummaryFigure: Int] { SummaryFigure.values(of: figures, rounds: rounds) }
}

extension PeriodSummary {
  /// The values of all figures of the period.
  public var values: [SummaryFigure: Int] { SummaryFigure.values(of: figures, rounds: rounds) }

  /// Those of the period before; none where it has no records.
  public var valuesBefore: [SummaryFigure: Int] {
    before.map { SummaryFigure.values(of: $0, rounds: roundsBefore) } ?? [:]
  }
}

/// The days that a figure counts.
public enum FigureSpan: Hashable, Sendable, CustomStringConvertible {
  /// All of a period.
  case period(SummaryPeriod)
  /// A year up to the end of a month.
  case yearSoFar(Month)

  /// All its days.
  public var days: ClosedRange<Day> {
    switch self {
    case .period(let period): period.days
    case .yearSoFar(let month): Day(month.year, 1, 1)...month.last
    }
  }

  /// As `2026-11`, `2026-Q3` or `2026`.
  public var description: String {
    switch self {
    case .period(let period): period.description
    case .yearSoFar(let month): SummaryPeriod.year(month.year).description
    }
  }
}

extension RoundBook {
  /// The rounds due in a span, as they stood on the day after it, or stand today while it runs.
  public func due(in span: FigureSpan, on today: Day) -> [Round] {
    let days = span.days
    return rounds(in: days, on: min(days.upperBound + 1, today))
      .filter { days.contains($0.due) }
  }

  /// The figures of those rounds.
  public func figures(
    of span: FigureSpan, on today: Day
  ) -> [MonthlySummary.RoundFigures] {
    due(in: span, on: today).map { MonthlySummary.RoundFigures($0, in: bureau) }
  }
}
