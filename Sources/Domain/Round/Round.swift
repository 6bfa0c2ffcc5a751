import Almanac

/// All occurrences of one plan in one period (轮次), as they stand on a day.
public struct Round: Hashable, Sendable, Identifiable {
  /// One place of a round.
  public struct Room: Hashable, Sendable {
    /// The room's own start, due and missed days.
    public var occurrence: Occurrence
    /// The place as it stands now.
    public var place: Place
    /// How it stands on the day for which the round was gathered.
    public var state: OccurrenceState
    /// The standing record; nil while it is not walked.
    public var fulfilment: Fulfilment?
    /// The reason for which it need not be walked (免查); nil if it must.
    public var excused: String?
    /// Visits that found the room locked.
    public var noEntries: Int
    /// The walk begun and not yet signed: the room's own draft, or that of another round of the same place
    /// with which it is walked; nil if there is none.
    public var draft: Draft?

    /// A room from its occurrence and what the ledger holds about it.
    public init(
      occurrence: Occurrence, place: Place, state: OccurrenceState, fulfilment: Fulfilment?,
      excused: String?, noEntries: Int, draft: Draft?
    ) {
      self.occurrence = occurrence
      self.place = place
      self.state = state
      self.fulfilment = fulfilment
      self.excused = excused
      self.noEntries = noEntries
      self.draft = draft
    }
  }

  /// Its plan and period.
  public let id: RoundKey
  /// Period and plan in words, as `11月月检`.
  public var title: Bilingual
  /// What makes the plan fall due.
  public var trigger: Trigger.Kind
  /// The first day of its earliest room.
  public var start: Day
  /// The last day on which its latest room is on time.
  public var due: Day
  /// The day from which its latest room counts as missed; nil if never.
  public var miss: Day?
  /// Its dates depend on a year whose notice is not loaded yet (预排).
  public var isProvisional: Bool
  /// Key places (重点部位) first, then by the place's id.
  public var rooms: [Room]

  /// A round from its rooms and the dates gathered from them.
  public init(
    id: RoundKey, title: Bilingual, trigger: Trigger.Kind, start: Day, due: Day, miss: Day?,
    isProvisional: Bool, rooms: [Room]
  ) {
    self.id = id
    self.title = title
    self.trigger = trigger
    self.start = start
    self.due = due
    self.miss = miss
    self.isProvisional = isProvisional
    self.rooms = rooms
  }

  /// The room of a place's id or name; nil if there is none.
  public func room(_ text: String) -> Room? {
    rooms.first { $0.place.id.rawValue == text } ?? rooms.first { $0.place.name == text }
  }

  /// The first day off of the break that the round prepares: what is found in it is due before.
  public var firstOff: Day? { trigger == .preholiday ? miss : nil }
  /// Places walked.
  public var done: Int { rooms.count { $0.state.isWalked } }
  /// Places asked: excused and lifted ones are not.
  public var total: Int { rooms.count { $0.state != .excused && $0.state != .lifted } }

  /// The state of the whole: settled when all rooms are, otherwise its most pressing room's.
  public var state: OccurrenceState {
    let order: [OccurrenceState] = [
      .missed, .overdue, .open, .upcoming, .doneLate, .done, .excused, .lifted,
    ]
    let present = Set(rooms.map(\.state))
    return order.first(where: present.contains) ?? .done
  }
}

/// What is needed to see rounds: derived occurrences and what the ledger holds about them.
public struct RoundBook: Sendable {
  /// The office, whose plans give the occurrences.
  public var bureau: Bureau
  /// The standing records in brief; an occurrence not walked has none.
  public let fulfilments: [OccurrenceKey: Fulfilment]
  /// What was excused and where nobody could get in.
  public var notes: [OccurrenceKey: OccurrenceNote]
  /// Walks begun and not yet signed.
  public var drafts: [OccurrenceKey: Draft]
  /// What is walked of each round.
  private let walked: [RoundKey: [OccurrenceKey]]

  /// A book of what the ledger holds about the occurrences asked for.
  public init(
    bureau: Bureau, fulfilments: [OccurrenceKey: Fulfilment],
    notes: [OccurrenceKey: OccurrenceNote], drafts: [OccurrenceKey: Draft]
  ) {
    self.bureau = bureau
    self.fulfilments = fulfilments
    walked = Dictionary(grouping: fulfilments.keys, by: \.round)
    self.notes = notes
    self.drafts = drafts
  }

  /// The rounds of a window, in order of due day and title, as they stand on a day.
  public func rounds(in window: ClosedRange<Day>, on today: Day) -> [Round] {
    rounds(of: bureau.occurrences(in: window), in: window, on: today)
  }

  /// Gathers the occurrences of a window into rounds. What was walked keeps its place in its round,
  /// though the plan no longer names the place.
  public func rounds(
    of occurrences: [Occurrence], in window: ClosedRange<Day>, on today: Day
  ) -> [Round] {
    let places = Dictionary(uniqueKeysWithValues: bureau.places.map { ($0.id, $0) })
    var grouped = Dictionary(grouping: occurrences) { $0.key.round }
    var periods: [Plan.ID: [String: Period]] = [:]
    for (key, walked) in walked {
      let missing = dropped(walked, from: grouped[key] ?? [])
      guard !missing.isEmpty else { continue }
      let known = periods[key.plan] ?? self.periods(of: key.plan, in: window)
      periods[key.plan] = known
      guard let period = known[key.period] else { continue }
      grouped[key, default: []] += missing.map {
        Occurrence(plan: key.plan, place: $0.place, period: period)
      }
    }
    return grouped.compactMap { key, members in
      round(key, members, places: places, on: today)
    }
    .sorted { ($0.due, $0.id.description) < ($1.due, $1.id.description) }
  }

  /// The walked occurrences of a round that its plan no longer gives.
  private func dropped(
    _ walked: [OccurrenceKey], from members: [Occurrence]
  ) -> [OccurrenceKey] {
    guard !members.isEmpty else { return walked }
    let present = Set(members.map(\.place))
    return walked.filter { !present.contains($0.place) }
  }

  /// The periods of a plan that meet a window, by their keys.
  private func periods(of id: Plan.ID, in window: ClosedRange<Day>) -> [String: Period] {
    guard let plan = bureau.plans.first(where: { $0.id == id }) else { return [:] }
    return Dictionary(bureau.periods(of: plan, in: window).map { ($0.key, $0) }) { first, _ in
      first
    }
  }

  private func round(
    _ key: RoundKey, _ members: [Occurrence], places: [Place.ID: Place], on today: Day
  ) -> Round? {
    guard let first = members.first, let plan = bureau.plan(key.plan, on: first.start) else {
      return nil
    }
    let rooms = members.compactMap { occurrence in
      places[occurrence.place].map { room(occurrence, $0, of: plan, on: today) }
    }
    return Round(
      id: key, title: title(of: plan, period: key.period), trigger: plan.trigger.kind,
      start: members.map(\.start).min() ?? first.start, due: members.map(\.due).max() ?? first.due,
      miss: members.compactMap(\.miss).max(),
      isProvisional: first.isProvisional(by: bureau.calendar), rooms: rooms.sorted(by: Self.order))
  }

  private func room(
    _ occurrence: Occurrence, _ place: Place, of plan: Plan, on today: Day
  ) -> Round.Room {
    let note = notes[occurrence.key]
    let fulfilment = fulfilments[occurrence.key]
    return Round.Room(
      occurrence: occurrence, place: place,
      state: occurrence.state(
        on: today, fulfilment: fulfilment, isExcused: note?.excused != nil,
        isLifted: bureau.hasEnded(occurrence, of: plan)),
      fulfilment: fulfilment, excused: note?.excused, noEntries: note?.noEntries.count ?? 0,
      draft: draft(of: occurrence.key))
  }

  private func draft(of key: OccurrenceKey) -> Draft? {
    drafts[key] ?? drafts.values.first { $0.companions.contains(key) }
  }

  /// Key places first, then by name of the place's id.
  private static func order(_ left: Round.Room, _ right: Round.Room) -> Bool {
    Place.precedes(left.place, right.place)
  }

  /// As `11月月检`, `元旦节前排查`.
  public func title(of plan: Plan, period: String) -> Bilingual {
    let name = PeriodName(period: period, trigger: plan.trigger.kind, bureau: bureau).text
    let title = bureau.partTitle(of: period, in: plan) ?? plan.title
    return Bilingual(zh: name.zh + title.zh, en: "\(title.en), \(name.en)")
  }
}
