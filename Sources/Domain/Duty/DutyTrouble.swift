import Almanac

/// A roster in force that cannot hold as it stands: a shift to come without anybody on duty, somebody in two
/// places at once, or somebody who will have left.
public struct DutyTrouble: Hashable, Sendable {
  /// Which roster.
  public var roster: DutyRoster.ID
  /// What it is called.
  public var name: Bilingual
  /// What is wrong first.
  public var first: DutyWarning
  /// How much is wrong.
  public var count: Int

  /// What Today says of it.
  public func words(_ bureau: Bureau) -> Bilingual {
    let more =
      count == 1
      ? Bilingual(verbatim: "") : Bilingual(zh: " 等 \(count) 处", en: " and \(count - 1) more")
    return Bilingual(zh: "\(name.zh)值班表：", en: "Roster of \(name.en): ")
      + first.message(bureau) + more
  }
}

extension Bureau {
  /// The rosters in force of which a shift from a day on cannot hold, the first one first.
  public func dutyTroubles(_ rosters: [DutyRoster], on today: Day) -> [DutyTrouble] {
    rosters.filter { $0.isInForce && $0.days.upperBound >= today }
      .sorted { ($0.days.lowerBound, $0.id) < ($1.days.lowerBound, $1.id) }
      .compactMap { roster in
        let wrong = roster.content.warnings(others: rosters.filter { $0.id != roster.id }, self)
          .filter { $0.isUntenable && $0.day.map { $0 >= today } ?? false }
        return wrong.first.map {
          DutyTrouble(
            roster: roster.id, name: roster.content.name, first: $0, count: wrong.count)
        }
      }
  }
}

extension DutyWarning {
  /// Whether a roster in force cannot hold with it.
  fileprivate var isUntenable: Bool {
    if case .obstacle(_, _, _, .left) = self { true } else { isGrave }
  }
}
