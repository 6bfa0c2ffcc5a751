import Almanac

/// A figure of a summary: what it is called and what it counts, said here and nowhere else.
///
/// The period is a month, a quarter or a year; the day of counting is its last day, or today while it runs.
public enum Figure: String, Hashable, Sendable, Codable, CaseIterable {
  case rounds
  case persons
  case places
  case inspections
  case ledByLeader
  case findings
  case opened
  case fixedOnSpot
  case closed
  case closedOnTime
  case closedLate
  case open
  case d0to7
  case d8to30
  case over30
  case overdue
  case major
  case found
  case rectified

  /// As tables of figures have it.
  public var name: Bilingual {
    switch self {
    case .rounds: Bilingual(zh: "检查轮次（轮）", en: "Rounds due")
    case .persons: Bilingual(zh: "参加检查人员（人）", en: "Persons on them")
    case .places: Bilingual(zh: "检查场所（处）", en: "Places checked")
    case .inspections: Bilingual(zh: "检查记录（份）", en: "Inspections")
    case .ledByLeader: Bilingual(zh: "其中：领导带队检查（次）", en: "– led by a leader")
    case .findings: Bilingual(zh: "检查发现问题（项）", en: "Findings")
    case .opened: Bilingual(zh: "登记隐患（项）", en: "Hazards registered")
    case .fixedOnSpot: Bilingual(zh: "其中：当场整改（项）", en: "– fixed on the spot")
    case .closed: Bilingual(zh: "销号隐患（项）", en: "Hazards closed")
    case .closedOnTime: Bilingual(zh: "其中：按期销号（项）", en: "– on time")
    case .closedLate: Bilingual(zh: "　　　逾期销号（项）", en: "– late")
    case .open: Bilingual(zh: "期末未销号隐患（项）", en: "Hazards open at the end")
    case .d0to7: Bilingual(zh: "其中：发现0至7天（项）", en: "– found 0 to 7 days before")
    case .d8to30: Bilingual(zh: "　　　发现8至30天（项）", en: "– 8 to 30 days")
    case .over30: Bilingual(zh: "　　　发现30天以上（项）", en: "– over 30 days")
    case .overdue: Bilingual(zh: "未销号中：逾期（项）", en: "Of the open: overdue")
    case .major: Bilingual(zh: "　　　　　重大隐患（项）", en: "Of the open: major")
    case .found: Bilingual(zh: "期内发现隐患（项，不含作废）", en: "Found, withdrawn left out")
    case .rectified: Bilingual(zh: "其中：已整改（项）", en: "– rectified")
    }
  }

  /// The name without the indent or dash of a part.
  public var plainName: Bilingual { name.withoutIndent }

  /// How it is counted.
  public var definition: Bilingual {
    switch self {
    case .rounds: Bilingual(zh: "应完成日在期内的轮次", en: "rounds whose due day lies in the period")
    case .persons: Bilingual(zh: "期内检查记录的检查人，每人计一次", en: "who walked in the period, each once")
    case .places: Bilingual(zh: "期内检查过的场所，每处计一次", en: "places walked in the period, each once")
    case .inspections:
      Bilingual(zh: "检查日在期内、未作废的检查记录", en: "records walked in the period and not withdrawn")
    case .ledByLeader: Bilingual(zh: "上述记录中有领导带队的", en: "of these, those with a leader in front")
    case .findings:
      Bilingual(
        zh: "上述记录的不合格项、超限读数和问题选项，并入原有隐患的也计",
        en: "failed items, readings out of range and choices that are findings, joined ones too")
    case .opened: Bilingual(zh: "发现日在期内的隐患，作废的也计", en: "found in the period, withdrawn ones too")
    case .fixedOnSpot: Bilingual(zh: "登记隐患中检查时当场整改的", en: "of these, mended in the same walk")
    case .closed: Bilingual(zh: "销号日在期内的隐患", en: "taken off the register in the period")
    case .closedOnTime: Bilingual(zh: "销号时未过当时期限的", en: "of these, by the deadline then in force")
    case .closedLate: Bilingual(zh: "销号时已过当时期限的", en: "of these, after it")
    case .open:
      Bilingual(
        zh: "截至日24时未销号、未作废的隐患", en: "neither closed nor withdrawn at 24:00 of the day of counting")
    case .d0to7: Bilingual(zh: "未销号隐患中发现不超过7天的", en: "of the open, found at most a week before")
    case .d8to30: Bilingual(zh: "未销号隐患中发现8至30天的", en: "of the open, found 8 to 30 days before")
    case .over30: Bilingual(zh: "未销号隐患中发现超过30天的", en: "of the open, found earlier")
    case .overdue:
      Bilingual(zh: "未销号隐患中已过当时期限的", en: "of the open, past the deadline then in force")
    case .major: Bilingual(zh: "未销号隐患中研判为重大的", en: "of the open, studied and found major")
    case .found:
      Bilingual(
        zh: "发现日在期内、截至日未作废的隐患", en: "found in the period and not withdrawn by the day of counting")
    case .rectified:
      Bilingual(zh: "上述隐患中截至日已复查合格的", en: "of these, verified by the day of counting")
    }
  }
}

extension SafetyFigures {
  /// The value of a figure.
  public subscript(figure: Figure) -> Int {
    switch figure {
    case .rounds: rounds
    case .persons: persons
    case .places: places
    case .inspections: inspections
    case .ledByLeader: ledByLeader
    case .findings: findings
    case .opened: hazards.opened
    case .fixedOnSpot: hazards.fixedOnSpot
    case .closed: hazards.closed
    case .closedOnTime: hazards.closedOnTime
    case .closedLate: hazards.closedLate
    case .open: hazards.open
    case .d0to7: hazards.byAge.d0to7
    case .d8to30: hazards.byAge.d8to30
    case .over30: hazards.byAge.over30
    case .overdue: hazards.overdue
    case .major: hazards.major
    case .found: rate.found
    case .rectified: rate.rectified
    }
  }
}

extension Bilingual {
  /// The name of a part without its indent or dash.
  var withoutIndent: Bilingual {
    func plain(_ text: String) -> String { String(text.drop { "\u{3000}– ".contains($0) }) }
    return Bilingual(zh: plain(zh), en: plain(en))
  }
}
