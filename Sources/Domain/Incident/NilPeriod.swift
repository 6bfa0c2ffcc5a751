import Almanac

/// A stretch of a break or of an alert about which a nil report (零报告) falls due.
public struct NilPeriod: Hashable, Sendable {
  /// When the report is due: its name, for what falls due together is declared together.
  public var due: Moment
  /// From when it reports.
  public var from: Moment
  /// Until when it reports; not in it.
  public var to: Moment
  /// What it is about, as `2027年元旦` and `台风橙色预警`.
  public var occasions: [Bilingual]

  /// Its name in the ledger, as `2027-01-01T17:00`.
  public var id: NilDeclaration.ID { NilDeclaration.id(due) }

  /// When it can first be declared: two hours before it is due, but not before it begins.
  public var opens: Moment { max(from, due + -2 * 3600) }

  /// Whether something that happened then belongs to it.
  public func contains(_ moment: Moment) -> Bool { from <= moment && moment < to }

  /// What it is about, in one phrase.
  public var occasion: Bilingual {
    Bilingual(
      zh: occasions.map(\.zh).joined(separator: "、"),
      en: occasions.map(\.en).joined(separator: ", "))
  }
}

extension Bureau {
  /// The nil reports that fall due on some days, in order: of breaks, and of alerts as they stand at a moment.
  /// Together they leave no gap in what they are about.
  public func nilPeriods(dueOn days: ClosedRange<Day>, asOf now: Moment) -> [NilPeriod] {
    let found =
      calendar.breaks(overlapping: days).flatMap(nilPeriods)
      + alerts.flatMap {
        nilPeriods(of: $0.asOf(now), until: Moment(days.upperBound + 2, second: 0))
      }
    var periods: [NilPeriod] = []
    for period in found.sorted(by: { ($0.due, $0.from) < ($1.due, $1.from) })
    where days.contains(period.due.day) {
      guard let last = periods.last, last.due == period.due else {
        periods.append(period)
        continue
      }
      periods[periods.count - 1].to = max(last.to, period.to)
      periods[periods.count - 1].occasions +=
        period.occasions.filter { !last.occasions.contains($0) }
    }
    return periods
  }

  /// Each from the report before on; the last one lasts to the end of the break.
  private func nilPeriods(of holiday: Break) -> [NilPeriod] {
    let dues = holiday.days.flatMap { day in
      incidentRules(on: day).breakTimes.map { Moment(day, second: $0 * 60) }
    }
    var periods: [NilPeriod] = []
    var from = Moment(holiday.firstOff, second: 0)
    for due in dues {
      periods.append(
        NilPeriod(due: due, from: from, to: due, occasions: [holiday.nameWithYear]))
      from = due
    }
    if let last = periods.indices.last {
      periods[last].to = Moment(holiday.firstWorkdayAfter, second: 0)
    }
    return periods
  }

  /// Each from the report before on; what is left when the alert ends is reported at the next set time.
  private func nilPeriods(of alert: Alert, until horizon: Moment) -> [NilPeriod] {
    let end = alert.ended ?? horizon
    var periods: [NilPeriod] = []
    var from: Moment?
    var title = alert.title
    func put(_ due: Moment, to: Moment) {
      guard let start = from, start < to else { return }
      periods.append(NilPeriod(due: due, from: start, to: to, occasions: [title]))
      from = to
    }
    for (index, step) in alert.steps.enumerated() where step.from < min(end, horizon) {
      let next = index + 1 < alert.steps.count ? alert.steps[index + 1].from : end
      let last = min(next, end)
      let dues = nilTimes(alert.kind, step.grade, from: step.from, past: last)
      guard let beyond = dues.last else { continue }
      from = from ?? step.from
      title = alert.title(step)
      for due in dues where due <= last && due < horizon { put(due, to: due) }
      let goesOn =
        last < end
        && !incidentRules(on: last.day).times(alert.kind, alert.steps[index + 1].grade).isEmpty
      if !goesOn, last < horizon {
        put(beyond, to: last)
        from = nil
      }
    }
    return periods
  }

  /// The set times of a grade after a moment, up to the first one not before another.
  private func nilTimes(
    _ kind: Alert.Kind, _ grade: String, from: Moment, past end: Moment
  ) -> [Moment] {
    var times: [Moment] = []
    for day in from.day...(end.day + 1) {
      for minutes in incidentRules(on: day).times(kind, grade) {
        let moment = Moment(day, second: minutes * 60)
        guard moment > from else { continue }
        times.append(moment)
        if moment >= end { return times }
      }
    }
    return times
  }
}

extension Alert {
  /// As it was called while it had a grade.
  fileprivate func title(_ step: Step) -> Bilingual {
    let colour = Colour(rawValue: step.grade)
    return Alert.title(kind, colour, colour == nil && !step.grade.isEmpty ? step.grade : nil)
  }
}
