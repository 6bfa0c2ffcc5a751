import Almanac
import Domain

/// A ledger that is only folded, never written.
struct MemoryLedger {
  private(set) var fold: Fold
  private var acts = 0
  private var timelines: [Subject: [TimelineEntry]] = [:]

  init(calendar: WorkCalendar) { fold = Fold(calendar: calendar) }

  var openHazards: [Hazard] {
    fold.hazards.values.filter(\.isOpen).sorted { $0.id < $1.id }
  }

  func timeline(_ id: Hazard.ID) -> [TimelineEntry] {
    (timelines[.hazard(id)] ?? []).map { entry in
      TimelineEntry(
        stamp: entry.stamp, event: entry.event, answer: fold.answers[.init(entry.stamp.act)])
    }
  }

  /// The acts entered for a person, the latest first.
  func enteredActs(for person: Person.ID) -> [EnteredAct] {
    fold.enteredActs.values.filter { $0.decider == person }
      .sorted { ($0.at, $0.id) > ($1.at, $1.id) }
  }

  var waitingEntries: [Person.ID: Int] {
    Dictionary(grouping: fold.enteredActs.values, by: \.decider)
      .mapValues { acts in acts.count { $0.answer == nil } }
  }

  mutating func write(_ lines: [Happening], _ stamp: Stamp) {
    acts += 1
    for line in lines {
      var stamp = stamp
      stamp.act = "act-\(acts)"
      stamp.day = line.day ?? stamp.day
      fold.apply(line.subject, line.event, stamp)
      timelines[line.subject, default: []].append(TimelineEntry(stamp: stamp, event: line.event))
    }
  }

  /// Decides about a command and writes what it causes.
  ///
  /// - Throws: A `Refusal`, with nothing written.
  @discardableResult
  mutating func record(
    _ command: Command, by person: Person.ID, entered: Entered? = nil, at now: Moment
  ) throws -> [Happening] {
    let actor = fold.bureau.person(person) ?? Person(id: person, name: "", roles: [])
    let (lines, situation) = try Situation(
      now: now, actor: fold.bureau.acting(actor, on: now.day), entered: entered,
      numbering: Numbering(
        year: now.day.year, hazard: fold.hazards.count + 1,
        inspection: fold.inspections.count + 1, notice: fold.rectificationNotices.count + 1,
        activity: fold.register.count + 1,
        incident: fold.incidentsByID.count + 1, expiry: fold.expiriesByID.count + 1,
        rule: fold.rulesByID.count + 1, asset: fold.assetsByID.count + 1)
    ).decided { try command.decide(with: fold, in: $0) }
    write(lines, situation.stamp)
    return lines
  }

  /// The occurrence of a plan that is open on a day, at the first place of a kind.
  func key(_ plan: Plan.ID, _ kind: PlaceKind?, on day: Day) throws -> OccurrenceKey {
    struct NoSuchOccurrence: Error { var plan: Plan.ID }
    let found = fold.bureau.occurrences(in: day...day).filter {
      $0.plan == plan && (kind == nil || fold.bureau.place($0.place)?.kind == kind)
    }
    guard let first = found.min(by: { $0.place < $1.place }) else {
      throw NoSuchOccurrence(plan: plan)
    }
    return first.key
  }
}

extension Fold {
  /// What was found before, by item.
  var typedFindings: [ItemKey: [String]] {
    var typed: [ItemKey: Set<String>] = [:]
    for hazard in hazards.values {
      if let item = hazard.report.item { typed[item, default: []].insert(hazard.report.text) }
    }
    return typed.mapValues { $0.sorted() }
  }
}
