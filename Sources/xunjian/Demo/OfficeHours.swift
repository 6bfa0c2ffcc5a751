import Almanac

/// When an office works: 08:30 to 12:00 and 14:30 to 17:30 on working days.
struct OfficeHours: Sendable {
  enum Half: Sendable { case morning, afternoon }

  var calendar: WorkCalendar

  /// A moment of a working day's morning or afternoon.
  func moment(on day: Day, _ half: Half, _ dice: inout Dice) -> Moment {
    switch half {
    case .morning: Moment(day, second: dice.number(31_500...40_500))
    case .afternoon: Moment(day, second: dice.number(52_500...62_000))
    }
  }

  /// A moment some working days after another; 0 is the same day while the office works.
  func later(than moment: Moment, workdays: ClosedRange<Int>, _ dice: inout Dice) -> Moment {
    let days = dice.number(workdays)
    let half: Half = dice.happens(perMille: 600) ? .morning : .afternoon
    guard days == 0 else {
      return self.moment(on: calendar.workday(days, after: moment.day), half, &dice)
    }
    let soon = moment + dice.number(1_200...5_400)
    guard soon.day == moment.day, isOpen(soon.second) else {
      return self.moment(on: calendar.workday(1, after: moment.day), .morning, &dice)
    }
    return soon
  }

  /// Whether the office is open at a second of a working day.
  func isOpen(_ second: Int) -> Bool {
    (30_600...43_200).contains(second) || (52_200...63_000).contains(second)
  }
}
