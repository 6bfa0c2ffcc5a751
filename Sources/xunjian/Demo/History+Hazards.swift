import Almanac
import Domain

/// The life of each hazard: every step leads to the next person's.
extension History {
  mutating func note(
    _ event: HazardEvent, _ id: Hazard.ID, _ line: Happening, _ act: DatedAct
  ) {
    let stamp = Stamp(
      at: act.at, day: line.day ?? act.at.day, actor: act.actor, entered: act.entered)
    if hazards[id] == nil {
      hazards[id] = Hazard(id: id, beginning: event, stamp)
    } else {
      hazards[id]?.apply(event, stamp)
    }
    guard let hazard = hazards[id] else { return }
    if let item = hazard.report.item, hazard.report.onSpot == nil {
      openItems[hazard.report.place, default: [:]][item] = hazard.isOpen ? id : nil
    }
    follow(event, hazard, at: act.at)
  }

  private mutating func follow(_ event: HazardEvent, _ hazard: Hazard, at moment: Moment) {
    func mean(_ kind: HazardCommand.Kind, in workdays: ClosedRange<Int>) {
      queue.put(
        .hazard(hazard.id, kind), at: hours.later(than: moment, workdays: workdays, &dice))
    }
    switch event {
    case .reported:
      guard hazard.report.onSpot == nil, !isLeftUnassigned(hazard) else { return }
      mean(dice.happens(perMille: 15) ? .withdraw : .assign, in: 0...1)
    case .assigned, .transferred: mean(.accept, in: 0...1)
    case .accepted:
      if isLeftOverdue(hazard) { return }
      if dice.happens(perMille: 25) {
        mean(.transfer, in: 0...1)
      } else if dice.happens(perMille: 80) {
        mean(.requestExtension, in: 0...1)
      } else {
        meanToSubmit(hazard, at: moment)
      }
    case .extensionRequested: mean(.extend, in: 1...2)
    case .extended, .extensionRefused, .rejected: meanToSubmit(hazard, at: moment)
    case .submitted:
      if isLeftWaiting(hazard, at: moment) { return }
      mean(dice.happens(perMille: 80) ? .reject : .verify, in: 1...2)
    case .verified: if hazard.isOpen { mean(.close, in: 1...2) }
    case .declined: mean(.assign, in: 1...1)
    case .oversight(.safeguarded):
      // What the safeguards were wanted for follows at once.
      let next: HazardCommand.Kind =
        switch hazard.state {
        case .reported: .assign
        case .submitted: .reject
        case .assigned, .rectifying, .verified, .closed, .withdrawn: .extend
        }
      queue.put(.hazard(hazard.id, next), at: moment + 300)
    case .sighted, .photographed, .closed, .withdrawn, .recordWithdrawn, .recordCorrected,
      .oversight, .merged,
      .absorbed, .revoked:
      return
    }
  }

  /// By the deadline, and the more seldom some days after it the nearer the present is.
  private mutating func meanToSubmit(_ hazard: Hazard, at moment: Moment) {
    if hazard.report.weakness != nil, hazard.oversight.patch == nil {
      queue.put(.hazard(hazard.id, .patch), at: moment + 300)
    }
    let last = hazard.deadline ?? moment.day + 7
    let isLate = now.day - last > 21 && dice.happens(perMille: 110)
    if isLate {
      let day = hours.calendar.workday(dice.number(1...4), after: max(last, moment.day))
      queue.put(.hazard(hazard.id, .submit), at: hours.moment(on: day, .morning, &dice))
      return
    }
    let days =
      last > moment.day ? hours.calendar.workdays(in: moment.day + 1...last) : []
    let soon = hours.later(than: moment, workdays: 0...0, &dice)
    let day = dice.pick(Array(days.prefix(3)))
    queue.put(
      .hazard(hazard.id, .submit), at: day.map { hours.moment(on: $0, .afternoon, &dice) } ?? soon)
  }

  /// Two hazards whose deadline has passed of late are left undone.
  private mutating func isLeftOverdue(_ hazard: Hazard) -> Bool {
    guard leftOverdue < 2, let deadline = hazard.deadline, (2...18).contains(now.day - deadline)
    else { return false }
    leftOverdue += 1
    return true
  }

  /// Two that were handed in of late, before their deadline, wait for someone to look.
  private mutating func isLeftWaiting(_ hazard: Hazard, at moment: Moment) -> Bool {
    guard leftWaiting < 2, now.day - moment.day <= 10, hazard.daysLeft(on: now.day) ?? -1 >= 0
    else { return false }
    leftWaiting += 1
    return true
  }

  /// What was reported on the last working day has not been given to anybody.
  private func isLeftUnassigned(_ hazard: Hazard) -> Bool {
    hazard.report.inspection == nil
      && hazard.reported >= hours.calendar.workday(1, before: now.day)
  }

  /// Hazards that were not found on a walk.
  mutating func planReports(from first: Day) {
    let last = hours.calendar.workday(1, before: now.day)
    report(
      DemoWords.higherInspection, .corridor, .fire, on: first + 75, source: .higherInspection,
      days: 15)
    report(
      DemoWords.testFinding, .building, .electrical, on: first + 210, source: .thirdPartyTest,
      days: 20)
    report(DemoWords.leak, .corridor, .water, on: now.day - 40, days: 7)
    report(DemoWords.lamp, .corridor, .electrical, on: last, days: 3)
    report(DemoWords.doorCloser, .meetingRoom, .fire, on: last, days: 3)
  }

  private mutating func report(
    _ text: Bilingual, _ kind: PlaceKind, _ category: HazardCategory, on wanted: Day,
    source: Hazard.Source = .selfFound, days: Int
  ) {
    let day = hours.calendar.firstWorkday(onOrAfter: wanted)
    guard let place = bureau.places.first(where: { $0.kind == kind }),
      let finder = staff.inspectors(of: place).first
    else { return }
    let report = HazardReport(
      place: place.id, section: place.section, text: text[language], category: category,
      source: source,
      sourceDocument: source == .selfFound ? nil : DemoWords.document[language] + " \(day)",
      finders: [finder],
      deadline: hours.calendar.lastWorkday(onOrBefore: day + days, notBefore: day))
    let moment = hours.moment(on: day, .afternoon, &dice)
    queue.put(
      .act(DatedAct(at: moment, actor: finder, command: .report(report))), at: moment)
  }

  /// The act itself, as things stand when its time has come; nil if it has become pointless.
  mutating func act(
    _ kind: HazardCommand.Kind, on hazard: Hazard, at moment: Moment
  ) -> DatedAct? {
    guard hazard.isOpen, kind.states.contains(hazard.state),
      let actor = actor(kind, on: hazard),
      let command = command(kind, on: hazard, at: moment).map({ guarded($0, hazard) })
    else { return nil }
    var act = DatedAct(at: moment, actor: actor, command: .hazard(hazard.id, command))
    if kind == .close, dice.happens(perMille: 300) {
      let recorder = staff.recorder(for: actor)
      act.entered = Entered(by: recorder, paper: moment.day)
    }
    return act
  }

  /// The command, or the safeguards without which its deadline would lie beyond a break.
  private func guarded(_ command: HazardCommand, _ hazard: Hazard) -> HazardCommand {
    let deadline: Day? =
      switch command {
      case .assign(_, let day, _), .extend(let day, _, _), .reject(_, let day): day
      case _: nil
      }
    guard let deadline, hazard.needsSafeguards(until: deadline) else { return command }
    return .oversee(
      .safeguard(
        .init(
          measures: DemoWords.guarded[language], watcher: hazard.person ?? staff.administrator)))
  }

  private mutating func actor(_ kind: HazardCommand.Kind, on hazard: Hazard) -> Person.ID? {
    switch kind {
    case .assign: dice.happens(perMille: 700) ? staff.supervisor : staff.administrator
    case .extend, .refuseExtension, .reject: staff.supervisor
    case .withdraw: staff.administrator
    case .close: dice.pick(staff.may(hazard.closingAct, except: nil))
    case .verify:
      dice.pick(
        staff.may(dice.happens(perMille: 250) ? .verify : hazard.closingAct, except: hazard.person))
    case .accept, .decline, .transfer, .requestExtension, .submit, .patch: hazard.person
    case .note, .remind, .safeguard, .study, .takeCase, .commit, .reportUp, .list, .delist, .merge,
      .revoke, .photograph:
      nil
    }
  }

  private mutating func command(
    _ kind: HazardCommand.Kind, on hazard: Hazard, at moment: Moment
  ) -> HazardCommand? {
    let able = staff.rectifiers(in: hazard.section)
    let later = hours.calendar.workday(3, after: max(moment.day, hazard.deadline ?? moment.day))
    switch kind {
    case .assign:
      let given = hazard.deadline ?? moment.day
      let enough = hours.calendar.workday(2, after: moment.day)
      return dice.pick(able).map { .assign(to: $0, deadline: max(given, enough)) }
    case .accept: return .accept
    case .decline: return .decline(reason: DemoWords.otherHand[language])
    case .transfer:
      let others = staff.persons.filter { $0.roles.contains(.rectifier) && $0.id != hazard.person }
      return dice.pick(others).map { .transfer(to: $0.id, reason: DemoWords.otherHand[language]) }
    case .requestExtension:
      return .requestExtension(
        Hazard.Request(deadline: later, reason: DemoWords.partsMissing[language]))
    case .extend:
      return .extend(to: hazard.requested?.deadline ?? later, reason: DemoWords.granted[language])
    case .submit:
      return dice.pick(DemoWords.measures(hazard.report.category)).map {
        .submit(measures: $0[language])
      }
    case .verify: return .verify(note: DemoWords.looked[language])
    case .reject:
      return .reject(
        reason: DemoWords.notEnough[language],
        deadline: hours.calendar.workday(3, after: moment.day))
    case .close: return .close
    case .patch: return patch(of: hazard).map { .oversee(.patch($0)) }
    case .remind, .note, .safeguard, .study, .takeCase, .commit, .reportUp, .list, .delist, .merge,
      .photograph, .revoke, .refuseExtension:
      return nil
    case .withdraw: return .withdraw(reason: DemoWords.registeredTwice[language])
    }
  }
}
