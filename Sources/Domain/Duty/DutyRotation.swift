import Almanac

/// What a person has had of one part of duty so far.
public struct DutyLoad: Hashable, Sendable {
  /// By ``DutyDay/weight``, twice for a whole day.
  public var points: Int
  /// The day of the latest shift.
  public var last: Day?

  /// The loads of some persons from the rosters of all years. One who first serves begins with the least
  /// that any other has: who comes later need not make up for the years before.
  static func all(
    of persons: Set<Person.ID>, _ part: DutyPart, in rosters: [DutyRoster],
    _ kinds: [Day: DutyDay]
  ) -> [Person.ID: DutyLoad] {
    var loads: [Person.ID: DutyLoad] = [:]
    let rows = rosters.flatMap(\.content.rows).sorted {
      ($0.day, $0.shift.rawValue) < ($1.day, $1.shift.rawValue)
    }
    for row in rows {
      for person in row[part] where persons.contains(person) {
        let least = loads.values.map(\.points).min() ?? 0
        var load = loads[person] ?? DutyLoad(points: least)
        load.points += row.weight(kinds)
        load.last = row.day
        loads[person] = load
      }
    }
    return loads
  }
}

extension DutyRow {
  /// What the row weighs for each who is named in it.
  func weight(_ kinds: [Day: DutyDay]) -> Int {
    (kinds[day] ?? .workday).weight * shift.halves
  }

  /// Whether one who has this shift cannot have another as well.
  func clashes(with other: DutyRow) -> Bool { day == other.day && shift.clashes(with: other.shift) }

  /// Whether two shifts lie so near that one person should not have both.
  func adjoins(_ other: DutyRow) -> Bool { abs(day - other.day) <= 1 }
}

/// Draws up rosters so that duty goes round fairly over the years. Pure: the same office and rosters give the
/// same rows.
///
/// Whoever has the fewest shifts in this roster comes first, then whoever has carried least so far, then
/// whoever served longest ago; days that weigh most are given out first. Nobody has two shifts at once, nor,
/// where others can, on two days running.
public struct DutyRotation: Sendable {
  private let bureau: Bureau
  /// All other rosters that are not withdrawn.
  private let others: [DutyRoster]

  /// - Parameter rosters: All that were drawn up so far; withdrawn ones and the one named do not count.
  public init(bureau: Bureau, rosters: [DutyRoster], besides id: DutyRoster.ID? = nil) {
    self.bureau = bureau
    others = rosters.filter { $0.state != .withdrawn && $0.id != id }
      .sorted { ($0.content.first, $0.id) < ($1.content.first, $1.id) }
  }

  /// The rows of some days. Where nobody can, a row stays short: see ``DutyWarning``.
  public func rows(of kind: DutyKind, on days: [Day]) -> [DutyRow] {
    var rows = days.flatMap { day in
      bureau.dutyRules(on: day).shifts(of: kind).map { DutyRow(day: day, shift: $0) }
    }
    let kinds = bureau.calendar.dutyDays((others.flatMap(\.content.rows) + rows).map(\.day))
    fill(&rows, .leading, kinds)
    fill(&rows, .onDuty, kinds)
    return rows
  }

  /// How many of a part a row asks for.
  static func number(
    _ part: DutyPart, of row: DutyRow, _ kinds: [Day: DutyDay], in bureau: Bureau
  ) -> Int {
    let rules = bureau.dutyRules(on: row.day)
    return part == .onDuty ? rules.onDuty : rules.leaders(on: kinds[row.day] ?? .workday)
  }

  private func fill(_ rows: inout [DutyRow], _ part: DutyPart, _ kinds: [Day: DutyDay]) {
    let candidates = bureau.persons.filter { person in
      rows.contains { can(person, part, $0) }
    }
    let ids = Set(candidates.map(\.id))
    var loads = DutyLoad.all(of: ids, part, in: others, kinds)
    let least = loads.values.map(\.points).min() ?? 0
    for id in ids where loads[id] == nil { loads[id] = DutyLoad(points: least) }
    var taken: [Person.ID: [DutyRow]] = [:]
    for row in others.flatMap(\.content.rows) + rows {
      for id in row.persons where ids.contains(id) { taken[id, default: []].append(row) }
    }
    var count: [Person.ID: Int] = [:]
    for index in order(rows, part, candidates.count, kinds) {
      let row = rows[index]
      for _ in 0..<Self.number(part, of: row, kinds, in: bureau) {
        let free = candidates.filter { person in
          can(person, part, row) && !rows[index].persons.contains(person.id)
            && !(taken[person.id] ?? []).contains { $0.clashes(with: row) }
        }
        let rested = free.filter { person in
          !(taken[person.id] ?? []).contains { $0.adjoins(row) }
        }
        let next = (rested.isEmpty ? free : rested).min { left, right in
          rank(left, count, loads) < rank(right, count, loads)
        }
        guard let next else { break }
        rows[index][part].append(next.id)
        taken[next.id, default: []].append(row)
        count[next.id, default: 0] += 1
        let load = loads[next.id] ?? DutyLoad(points: least)
        loads[next.id] = DutyLoad(
          points: load.points + row.weight(kinds), last: max(load.last ?? row.day, row.day))
      }
    }
  }

  private func can(_ person: Person, _ part: DutyPart, _ row: DutyRow) -> Bool {
    bureau.presentDutyRules(on: row.day).obstacle(to: person, part, on: row.day) == nil
  }

  /// The heaviest days first. Day by day where there are so few that each day's choice decides the next one's.
  private func order(
    _ rows: [DutyRow], _ part: DutyPart, _ candidates: Int, _ kinds: [Day: DutyDay]
  ) -> [Int] {
    let most = rows.map { Self.number(part, of: $0, kinds, in: bureau) }.max() ?? 1
    let shifts = Set(rows.map(\.shift)).count
    guard candidates > 3 * most * shifts else { return Array(rows.indices) }
    return rows.indices.sorted { left, right in
      (-rows[left].weight(kinds), left) < (-rows[right].weight(kinds), right)
    }
  }

  private func rank(
    _ person: Person, _ count: [Person.ID: Int], _ loads: [Person.ID: DutyLoad]
  ) -> (Int, Int, Int, Person.ID) {
    let load = loads[person.id]
    return (count[person.id] ?? 0, load?.points ?? 0, load?.last?.number ?? .min, person.id)
  }
}

/// How much duty a person has had, counted as it stands in the rosters.
public struct DutyTally: Hashable, Sendable {
  /// Whose.
  public var person: Person.ID
  /// As leading officer or on duty.
  public var part: DutyPart
  /// The shifts by kind of day.
  public var shifts: [DutyDay: Int]
  /// By ``DutyDay/weight``, twice for a whole day.
  public var points: Int
  /// The day of the latest shift.
  public var last: Day

  /// The shifts of every kind of day.
  public var total: Int { shifts.values.reduce(0, +) }

  /// Everyone's, the most burdened first; withdrawn rosters do not count.
  public static func all(of rosters: [DutyRoster], _ calendar: WorkCalendar) -> [DutyTally] {
    struct Key: Hashable {
      var person: Person.ID
      var part: DutyPart
    }
    var tallies: [Key: DutyTally] = [:]
    let rows = rosters.filter { $0.state != .withdrawn }.flatMap(\.content.rows)
    let kinds = calendar.dutyDays(rows.map(\.day))
    for row in rows {
      for part in DutyPart.allCases {
        for person in row[part] {
          let key = Key(person: person, part: part)
          var tally =
            tallies[key]
            ?? DutyTally(person: person, part: part, shifts: [:], points: 0, last: row.day)
          tally.shifts[kinds[row.day] ?? .workday, default: 0] += 1
          tally.points += row.weight(kinds)
          tally.last = max(tally.last, row.day)
          tallies[key] = tally
        }
      }
    }
    return tallies.values.sorted {
      ($0.part.rawValue, -$0.points, $0.person) < ($1.part.rawValue, -$1.points, $1.person)
    }
  }
}
