import Almanac

/// The periods of a trigger under one version of the calendar.
struct PeriodRule {
  var trigger: Trigger
  var calendar: WorkCalendar
  var seasons: [Season]
  var alerts: [Alert]

  /// The periods that meet a window of days, in no fixed order.
  func periods(in window: ClosedRange<Day>) -> [Period] {
    let candidates =
      switch trigger.kind {
      case .daily: daily(window, marks: [""])
      case .twicedaily: daily(window, marks: ["-am", "-pm"])
      case .weekly: weekly(window)
      case .monthly: monthly(window)
      case .quarterly: quarterly(window)
      case .preholiday: beforeHolidays(window)
      case .postholiday: afterHolidays(window)
      case .preflood: seasons.map(beforeFlood)
      case .flood: seasons.flatMap(flood)
      case .once: trigger.date.map { [Period("\($0)", start: $0, due: $0, miss: nil)] } ?? []
      case .alert: alerts.flatMap { $0.periods(for: trigger, calendar) }
      }
    return candidates.filter { $0.days.overlaps(window) }
  }

  private func daily(_ window: ClosedRange<Day>, marks: [String]) -> [Period] {
    window.filter { trigger.everyDay || calendar.isWorkday($0) }.flatMap { day in
      marks.map { Period("\(day)\($0)", start: day, due: day, miss: day + 1) }
    }
  }

  private func weekly(_ window: ClosedRange<Day>) -> [Period] {
    stride(from: window.lowerBound.monday, through: window.upperBound, by: 7).compactMap {
      monday in
      let (year, week) = monday.isoWeek
      return ending("\(padded(year, 4))-W\(padded(week, 2))", monday...(monday + 6))
    }
  }

  private func monthly(_ window: ClosedRange<Day>) -> [Period] {
    months(window).compactMap { month in
      guard let wanted = trigger.day else { return ending(month.description, month.days) }
      let day = month.first + (min(wanted, month.length) - 1)
      let due =
        calendar.lastWorkday(onOrBefore: day, notBefore: month.first)
        ?? calendar.firstWorkday(onOrAfter: day, notAfter: month.last)
      return due.map {
        Period(month.description, start: month.first, due: $0, miss: month.next.first)
      }
    }
  }

  private func quarterly(_ window: ClosedRange<Day>) -> [Period] {
    Set(months(window).map(\.quarterStart)).compactMap { first in
      ending(
        "\(padded(first.year, 4))-Q\(first.quarter)", first.first...first.next.next.last)
    }
  }

  private func months(_ window: ClosedRange<Day>) -> [Month] {
    Array(
      sequence(first: window.lowerBound.month) { month in
        month.next.first <= window.upperBound ? month.next : nil
      })
  }

  /// A period due on its last working day; nil if it has none.
  private func ending(_ key: String, _ days: ClosedRange<Day>) -> Period? {
    calendar.lastWorkday(onOrBefore: days.upperBound, notBefore: days.lowerBound).map {
      Period(key, start: days.lowerBound, due: $0, miss: days.upperBound + 1)
    }
  }
}
