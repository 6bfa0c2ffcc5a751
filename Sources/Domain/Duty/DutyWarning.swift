import Almanac

/// Something about a roster that somebody should look at before it holds.
public enum DutyWarning: Hashable, Sendable {
  /// So many are missing.
  case gap(Day, DutyShift, DutyPart, missing: Int)
  /// A person stands twice at the same time, here or in another roster.
  case doubled(Person.ID, Day)
  /// A person on duty has this day and the one after. Of leading officers there are too few to ask it.
  case adjoining(Person.ID, Day)
  /// A person stands there who should not.
  case obstacle(Person.ID, Day, DutyPart, DutyObstacle)
  /// No telephone is printed.
  case phoneMissing

  /// Whether the roster cannot hold as it stands: nobody on duty, or one person in two places.
  public var isGrave: Bool {
    switch self {
    case .gap(_, _, let part, _): part == .onDuty
    case .doubled: true
    case .adjoining, .obstacle, .phoneMissing: false
    }
  }

  /// The day that it is about; nil for the whole roster.
  public var day: Day? {
    switch self {
    case .gap(let day, _, _, _), .doubled(_, let day), .adjoining(_, let day),
      .obstacle(_, let day, _, _):
      day
    case .phoneMissing: nil
    }
  }

  /// What is wrong, and where.
  public func message(_ bureau: Bureau) -> Bilingual {
    switch self {
    case .gap(let day, let shift, let part, let missing):
      Bilingual(
        zh: "\(day) \(shift.name.zh)缺\(part.name.zh)人员\(missing)人",
        en: "\(day) \(shift.name.en): \(missing) \(part.name.en) missing")
    case .doubled(let person, let day):
      Bilingual(
        zh: "\(bureau.name(person)) \(day) 重复排班",
        en: "\(bureau.name(person)) stands twice on \(day)")
    case .adjoining(let person, let day):
      Bilingual(
        zh: "\(bureau.name(person)) \(day) 与次日连值",
        en: "\(bureau.name(person)) has \(day) and the day after")
    case .obstacle(let person, let day, let part, let obstacle):
      Bilingual(
        zh: "\(bureau.name(person)) \(day) \(part.name.zh)：\(obstacle.name.zh)",
        en: "\(bureau.name(person)) \(obstacle.name.en) (\(day), \(part.name.en))")
    case .phoneMissing:
      Bilingual(
        zh: "没有值班电话：duty settings --phone 填写",
        en: "No duty telephone: enter it with duty settings --phone")
    }
  }
}

extension DutyRoster.Content {
  /// What is to be looked at, by day; nothing for a roster that is as it should be.
  ///
  /// - Parameter others: The other rosters; withdrawn ones do not count.
  public func warnings(others: [DutyRoster], _ bureau: Bureau) -> [DutyWarning] {
    let near = (first - 1)...(last + 1)
    let elsewhere = others.filter { $0.state != .withdrawn && $0.days.overlaps(near) }
      .flatMap(\.content.rows)
    let kinds = bureau.calendar.dutyDays(rows.map(\.day))
    var found: [DutyWarning] = []
    for (index, row) in rows.enumerated() {
      for part in DutyPart.allCases {
        let missing = DutyRotation.number(part, of: row, kinds, in: bureau) - row[part].count
        if missing > 0 { found.append(.gap(row.day, row.shift, part, missing: missing)) }
        for id in row[part] {
          let person = bureau.person(id) ?? Person(id: id, name: id.rawValue, roles: [])
          let rules = bureau.presentDutyRules(on: row.day)
          if let obstacle = rules.obstacle(to: person, part, on: row.day) {
            found.append(.obstacle(id, row.day, part, obstacle))
          }
        }
      }
      let besides = rows[..<index] + rows[(index + 1)...] + elsewhere
      for id in Set(row.persons).sorted() {
        let isDoubled =
          row.persons.count { $0 == id } > 1
          || besides.contains { $0.persons.contains(id) && $0.clashes(with: row) }
        if isDoubled {
          found.append(.doubled(id, row.day))
        } else if row.onDuty.contains(id),
          besides.contains(where: { $0.persons.contains(id) && $0.day == row.day + 1 })
        {
          found.append(.adjoining(id, row.day))
        }
      }
    }
    let lacksPhone = rows.contains { row in
      row.phone == nil && bureau.presentDutyRules(on: row.day).phone == nil
    }
    return found + (lacksPhone ? [.phoneMissing] : [])
  }
}
