import Almanac

/// A shift of a roster in force.
public struct DutyOn: Hashable, Sendable {
  /// Of which roster.
  public var roster: DutyRoster.ID
  /// Who has it.
  public var row: DutyRow
  /// When it ends.
  public var until: Moment
  /// Where those on duty are reached; nil where no number was entered.
  public var phone: String?
}

/// A break whose roster is to be drawn up, adopted or sent up.
public struct DutyDue: Hashable, Sendable {
  /// What is to be done next.
  public enum Step: Hashable, Sendable, CaseIterable {
    case propose
    case adopt
    case send
    /// Telling those who had it about changes (调班说明).
    case tellChanges

    /// As reminders say it.
    public var name: Bilingual {
      switch self {
      case .propose: Bilingual(zh: "未拟定", en: "not drawn up")
      case .adopt: Bilingual(zh: "待确定", en: "to be adopted")
      case .send: Bilingual(zh: "待报送", en: "to be sent up")
      case .tellChanges: Bilingual(zh: "调班未报", en: "changes not sent up")
      }
    }
  }

  /// The break.
  public var holiday: Break
  /// The last day on which it is sent up in time.
  public var due: Day
  /// What is to be done next.
  public var step: Step
  /// How many places are empty.
  public var gaps: Int

  /// Whether it was not sent up in time.
  public func isOverdue(on today: Day) -> Bool { step != .tellChanges && due < today }

  /// What Today says of it.
  public func reminder(on today: Day) -> Bilingual {
    if step == .tellChanges {
      let name = holiday.nameWithYear
      return Bilingual(
        zh: "\(name.zh)值班表报送后有调班，调班说明未报",
        en: "Roster of \(name.en): changes since it was sent up are not told yet")
    }
    let left = due - today
    let days =
      left < 0
      ? Bilingual(zh: "已超\(-left)天", en: "\(-left) days over")
      : left == 0
        ? Bilingual(zh: "今天到期", en: "due today")
        : Bilingual(zh: "余\(left)天", en: "\(left) days left")
    let name = holiday.nameWithYear
    let lack =
      gaps == 0
      ? Bilingual(verbatim: "") : Bilingual(zh: "，缺\(gaps)人", en: ", \(gaps) missing")
    return Bilingual(
      zh: "\(name.zh)值班表\(step.name.zh)，\(due.monthAndDay)前报送，\(days.zh)\(lack.zh)",
      en: "Roster of \(name.en) \(step.name.en): due \(due.monthAndDay), \(days.en)\(lack.en)")
  }
}

extension Bureau {
  /// The shifts that are on at a moment.
  public func dutyOn(_ rosters: [DutyRoster], at now: Moment) -> [DutyOn] {
    duty(rosters).filter { on in
      dutyRules(on: on.row.day).hours(of: on.row.shift, on: on.row.day).contains(now)
    }
  }

  /// The shifts of the rosters in force.
  public func duty(_ rosters: [DutyRoster]) -> [DutyOn] {
    rosters.filter(\.isInForce).flatMap { roster in
      roster.content.rows.map { row in
        DutyOn(
          roster: roster.id, row: row,
          until: dutyRules(on: row.day).hours(of: row.shift, on: row.day).upperBound,
          phone: row.phone ?? presentDutyRules(on: row.day).phone)
      }
    }
  }

  /// The last working day on which the roster of a break is sent up in time.
  public func dutyDue(of holiday: Break) -> Day {
    let wanted = holiday.firstOff - dutyRules(on: holiday.firstOff).dueDays
    return calendar.lastWorkday(onOrBefore: wanted, notBefore: wanted - 30) ?? wanted
  }

  /// How many days before its due day a roster is spoken of.
  public static let dutyNotice = 7

  /// The breaks whose roster is to be done something about, the most pressing first.
  public func dutyDue(_ rosters: [DutyRoster], on today: Day) -> [DutyDue] {
    calendar.breaks(overlapping: today...(today + 60)).filter(\.isRound).compactMap { holiday in
      let due = dutyDue(of: holiday)
      guard today >= due - Self.dutyNotice else { return nil }
      let roster = rosters.first { $0.id.rawValue == holiday.key && $0.state != .withdrawn }
      guard let step = DutyDue.Step(roster) else { return nil }
      return DutyDue(
        holiday: holiday, due: due, step: step, gaps: roster.map { gaps(of: $0, in: holiday) } ?? 0)
    }
  }

  /// The places of a roster that are empty, and the days of its break that it does not have: the year's
  /// notice may have moved it.
  private func gaps(of roster: DutyRoster, in holiday: Break) -> Int {
    let days = Set(roster.content.rows.map(\.day))
    let empty = roster.content.warnings(others: [], self).reduce(0) { sum, warning in
      if case .gap(_, _, _, let missing) = warning { sum + missing } else { sum }
    }
    return empty + holiday.days.count { !days.contains($0) }
  }
}

extension DutyDue.Step {
  /// What is to be done next with a roster; nil where nothing is.
  fileprivate init?(_ roster: DutyRoster?) {
    guard let roster else {
      self = .propose
      return
    }
    if roster.state == .proposed {
      self = .adopt
    } else if roster.sent.isEmpty {
      self = .send
    } else if !roster.unsentChanges.isEmpty {
      self = .tellChanges
    } else {
      return nil
    }
  }
}
