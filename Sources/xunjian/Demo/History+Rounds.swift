import Almanac
import Domain

/// The walks of every round: who goes where and when.
extension History {
  /// The days on which a round can be walked so far.
  private struct Span {
    var days: [Day]
    /// How many of its places are walked by now.
    var rooms: Int
  }

  mutating func planRounds(from first: Day) {
    let occurrences = bureau.occurrences(in: first...now.day)
    let rounds = Dictionary(grouping: occurrences, by: \.key.round)
      .map { (key: $0.key, members: $0.value) }
      .sorted { left, right in
        let days = (left.members.map(\.start).min(), right.members.map(\.start).min())
        return days.0 == days.1
          ? left.key.description < right.key.description
          : (days.0 ?? first) < (days.1 ?? first)
      }
    for round in rounds { plan(round.members, from: first) }
  }

  private mutating func plan(_ members: [Occurrence], from first: Day) {
    guard let sample = members.first, let trigger = bureau.plan(sample.plan)?.trigger.kind,
      let span = span(of: sample, from: first, rooms: members.count)
    else { return }
    for (inspector, rooms) in groups(members.prefix(span.rooms)) {
      walk(rooms, inspector, trigger, on: span.days)
    }
  }

  /// A round that is over was walked at any time; one that is running is walked in part.
  private func span(of sample: Occurrence, from first: Day, rooms: Int) -> Span? {
    let from = max(sample.start, first)
    guard from <= sample.due else { return nil }
    let days = hours.calendar.workdays(in: from...sample.due)
    guard sample.due >= now.day, days.count > 1 else {
      return days.isEmpty ? nil : Span(days: days, rooms: rooms)
    }
    let past = days.filter { $0 < now.day }
    guard !past.isEmpty else { return nil }
    return Span(days: past, rooms: rooms * past.count * 9 / (days.count * 10))
  }

  /// The places of a round by inspector, in the order of the round.
  private func groups(_ members: ArraySlice<Occurrence>) -> [(Person.ID, [Occurrence])] {
    var groups: [(Person.ID, [Occurrence])] = []
    for (index, occurrence) in members.enumerated() {
      guard let place = bureau.place(occurrence.place) else { continue }
      let able = staff.inspectors(of: place)
      let inspector = able[index % able.count]
      if let known = groups.firstIndex(where: { $0.0 == inspector }) {
        groups[known].1.append(occurrence)
      } else {
        groups.append((inspector, [occurrence]))
      }
    }
    return groups
  }

  private mutating func walk(
    _ rooms: [Occurrence], _ inspector: Person.ID, _ trigger: Trigger.Kind, on days: [Day]
  ) {
    let day = days[dice.number(days.count / 5...max(days.count / 5, days.count * 3 / 5))]
    let isOften = trigger == .twicedaily || trigger == .daily
    let isOnPaper = !isOften && trigger != .alert && dice.happens(perMille: 45)
    let leader =
      trigger.failures > 4 && dice.happens(perMille: 150) ? dice.pick(staff.leaders) : nil
    var clock = hours.begin(on: day, rooms.first?.period ?? "", &dice)
    for occurrence in rooms {
      guard let place = bureau.place(occurrence.place),
        let count = questionnaire(of: occurrence, place)?.questions.count
      else { continue }
      var fate = Fate.thrown(trigger, &dice)
      // Nothing ends the check for damage but somebody's walk.
      if fate == .missed, bureau.alert(of: occurrence.period)?.mark == "after" { fate = .late }
      let seconds = 40 + count * dice.number(5...13)
      let from = hours.room(for: seconds, from: clock)
      let walk = PlannedWalk(
        occurrence: occurrence, place: place, inspector: inspector, ledBy: leader, from: from,
        to: from + seconds,
        entry: isOnPaper ? .fromPaper(form: "\(occurrence.period)-\(place.id)") : .onSite,
        failures: trigger.failures)
      plan(walk, fate)
      clock = walk.to + dice.number(30...150)
    }
  }

  private mutating func plan(_ planned: PlannedWalk, _ fate: Fate) {
    var walk = planned
    let key = walk.occurrence.key
    switch fate {
    case .missed: return
    case .excused:
      let excuse = Command.excuse(key, reason: DemoWords.sealedRoom[language])
      queue.put(
        .act(DatedAct(at: walk.from, actor: staff.supervisor, command: excuse)), at: walk.from)
      return
    case .locked:
      let visit = Command.noEntry(key, reason: DemoWords.roomLocked[language])
      queue.put(
        .act(DatedAct(at: walk.from, actor: walk.inspector, command: visit)), at: walk.from)
      walk.move(to: hours.later(than: walk.to, workdays: 1...2, &dice))
    case .late:
      let day = hours.calendar.workday(dice.number(1...4), after: walk.occurrence.due)
      walk.move(to: hours.moment(on: day, .morning, &dice))
    case .belated: walk.entry = .belated
    case .onTime: break
    }
    queue.put(.sign(walk), at: recorded(walk))
  }

  private mutating func recorded(_ walk: PlannedWalk) -> Moment {
    switch walk.entry {
    case .onSite: walk.to
    case .fromPaper: hours.later(than: walk.to, workdays: 1...3, &dice)
    case .belated: hours.later(than: walk.to, workdays: 1...5, &dice)
    }
  }
}

extension PlannedWalk {
  fileprivate mutating func move(to start: Moment) {
    let seconds = to.secondsSince1970 - from.secondsSince1970
    (from, to) = (start, start + seconds)
  }
}

extension OfficeHours {
  /// When a walk begins: half days have their own time, an alert is some time old.
  fileprivate func begin(on day: Day, _ period: String, _ dice: inout Dice) -> Moment {
    let isAfternoon = period.hasSuffix("-pm") || dice.happens(perMille: 350)
    if period.hasSuffix("-pm") || (isAfternoon && !period.hasSuffix("-am")) {
      return Moment(day, second: dice.number(52_500...54_600))
    }
    return Moment(day, second: dice.number(31_800...34_200))
  }

  /// The first moment from which the office stays open for so many seconds.
  fileprivate func room(for seconds: Int, from moment: Moment) -> Moment {
    if isOpen(moment.second), isOpen(moment.second + seconds),
      (moment.second < 43_200) == (moment.second + seconds <= 43_200)
    {
      return moment
    }
    if moment.second < 52_500 { return Moment(moment.day, second: 52_500) }
    return Moment(calendar.workday(1, after: moment.day), second: 31_500)
  }
}
