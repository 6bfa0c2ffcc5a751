import Almanac

/// What loading a notice would change: breaks, worked weekends, and the rounds already planned.
public struct NoticeChange: Hashable, Sendable {
  /// A break before and after; nil where there is none.
  public struct BreakChange: Hashable, Sendable {
    /// As it stands now, reckoned from the law alone where no notice is known.
    public var before: Break?
    /// As the notice has it.
    public var after: Break?
    /// The weekends then worked for it.
    public var worked: [Day]
  }

  /// A round before and after; nil where there is none.
  public struct RoundChange: Hashable, Sendable {
    /// The plan and the period.
    public var key: RoundKey
    /// Period and plan in words, as `元旦节前排查`.
    public var title: Bilingual
    /// The plan in words.
    public var plan: Bilingual
    /// What makes the plan fall due.
    public var trigger: Trigger.Kind
    /// Its dates now.
    public var before: Period?
    /// Its dates once the notice is loaded.
    public var after: Period?
  }

  /// The year of the notice.
  public var year: Int
  /// The days off and worked weekends of the year, once it is loaded.
  public var rows: [HolidayFacts.Row]
  /// The breaks of the year that change, in order of date.
  public var breaks: [BreakChange]
  /// The rounds that move, appear or go, in order of date.
  public var rounds: [RoundChange]
  /// Whether the year's arrangement stays as it was.
  public var isEmpty: Bool
  /// Whether this notice, by its number or its words, is in the record already.
  public var isRepeated: Bool
  /// The later notices whose changes loading would take back.
  public var undone: [HolidayArrangement]
}

extension Bureau {
  /// What would change if a notice were loaded on a day. What has begun by then stays as it is.
  ///
  /// - Throws: `NoticeError` where the notice does not fit what is known.
  public func change(loading notice: Notice, on today: Day) throws(NoticeError) -> NoticeChange {
    let rows = try notice.arrangement(over: calendar.facts)
    var later = self
    later.calendar = calendar.loading(rows, of: notice.year, recorded: today)
    let isEmpty = rows == calendar.facts.rows(of: notice.year)
    return NoticeChange(
      year: notice.year, rows: rows,
      breaks: isEmpty ? [] : breakChanges(to: later, year: notice.year),
      rounds: isEmpty ? [] : roundChanges(to: later, year: notice.year), isEmpty: isEmpty,
      isRepeated: loaded(of: notice.year).contains { $0.isSame(as: notice) },
      undone: undone(by: notice, rows))
  }

  private func loaded(of year: Int) -> [HolidayArrangement] {
    notices.map(\.arrangement).filter { $0.year == year }
  }

  /// The loaded notices whose changes a whole year's notice, or one loaded before them, would take back.
  private func undone(by notice: Notice, _ rows: [HolidayFacts.Row]) -> [HolidayArrangement] {
    let loaded = loaded(of: notice.year)
    let own = loaded.lastIndex { $0.isSame(as: notice) }
    guard own != nil || !notice.isAmendment else { return [] }
    let changed = calendar.facts.rows(of: notice.year).holidays(arrangedOtherwiseIn: rows)
    return loaded.indices.dropFirst().filter { index in
      let before = loaded[index - 1].rows
      return own.map { index > $0 } ?? true
        && !loaded[index].rows.holidays(arrangedOtherwiseIn: before).isDisjoint(with: changed)
    }.map { loaded[$0] }
  }

  private func breakChanges(to later: Bureau, year: Int) -> [NoticeChange.BreakChange] {
    let (former, latter) = (calendar.facts, later.calendar.facts)
    return changes(calendar.breaks(in: year), later.calendar.breaks(in: year), by: \.key) {
      $0.days == $1.days && former.worked(for: $0) == latter.worked(for: $1)
    }
    .map { old, new in
      NoticeChange.BreakChange(
        before: old, after: new, worked: new.map(latter.worked) ?? [])
    }
    .sorted { $0.day < $1.day }
  }

  private func roundChanges(to later: Bureau, year: Int) -> [NoticeChange.RoundChange] {
    // A break of the new year and what falls due before it lie in the year before.
    let window = Day(year - 1, 11, 15)...Day(year + 1, 1, 31)
    let walked = plans.filter { plan in
      places.contains { covers(plan.present, $0) }
    }
    return walked.flatMap { plan in
      let before = periods(of: plan, in: window)
      let after = later.periods(of: plan, in: window)
      return changes(before, after, by: \.key) {
        $0.start == $1.start && $0.due == $1.due && $0.miss == $1.miss
      }.map { old, new in
        let key = RoundKey(plan: plan.id, period: (new ?? old)?.key ?? "")
        let book = RoundBook(
          bureau: new == nil ? self : later, fulfilments: [:], notes: [:], drafts: [:])
        return NoticeChange.RoundChange(
          key: key, title: book.title(of: plan.present, period: key.period),
          plan: plan.present.title, trigger: plan.present.trigger.kind, before: old, after: new)
      }
    }
    .sorted { ($0.day, $0.key.description) < ($1.day, $1.key.description) }
  }

  /// The pairs of two lists, by key, that are not the same.
  private func changes<Value, Key: Hashable>(
    _ before: [Value], _ after: [Value], by key: (Value) -> Key,
    isSame: (Value, Value) -> Bool
  ) -> [(Value?, Value?)] {
    let new = Dictionary(after.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let old = Set(before.map(key))
    let kept = before.compactMap { value -> (Value?, Value?)? in
      guard let other = new[key(value)] else { return (value, nil) }
      return isSame(value, other) ? nil : (value, other)
    }
    return kept + after.filter { !old.contains(key($0)) }.map { (nil, $0) }
  }
}

extension HolidayArrangement {
  fileprivate func isSame(as notice: Notice) -> Bool {
    text == notice.text || (number != nil && number == notice.number)
  }
}

extension [HolidayFacts.Row] {
  /// The holidays whose days differ between two arrangements of a year.
  fileprivate func holidays(arrangedOtherwiseIn other: [HolidayFacts.Row]) -> Set<Holiday> {
    Set(Set(self).symmetricDifference(other).flatMap(\.holidays))
  }
}

extension HolidayFacts {
  /// The weekends worked for a break, in order.
  fileprivate func worked(for found: Break) -> [Day] {
    rows(of: found.year).filter { row in
      row.kind == .workday && row.holidays.contains(where: found.holidays.contains)
    }.map(\.day)
  }
}

extension NoticeChange.BreakChange {
  fileprivate var day: Day { (after ?? before)?.firstOff ?? Day(1, 1, 1) }
}

extension NoticeChange.RoundChange {
  /// Where it stands in a list: its new due day, or the former one of a round that goes.
  fileprivate var day: Day { (after ?? before)?.due ?? Day(1, 1, 1) }
}
