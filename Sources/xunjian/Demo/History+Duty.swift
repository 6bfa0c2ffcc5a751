import Almanac
import Domain

/// The duty rosters of the breaks: drawn up, adopted and sent up in time.
extension History {
  /// The roster of each break for which there is time from the first day on.
  mutating func planDuty(from first: Day) {
    func put(_ command: Command, on day: Day, minute: Int) {
      let moment = Moment(day, hour: 8, minute: minute)
      queue.put(
        .act(DatedAct(at: moment, actor: staff.administrator, command: command)), at: moment)
    }
    var rules = DutyRules(from: first)
    rules.phone = DemoWords.dutyPhone
    put(.setDutyRules(rules), on: first, minute: 36)
    for holiday in hours.calendar.breaks(overlapping: first...(now.day + 60))
    where holiday.isRound {
      let due = bureau.dutyDue(of: holiday)
      let drawn = hours.calendar.workday(3, before: due)
      guard drawn > first else { continue }
      let id = DutyRoster.ID(holiday.key)
      let sending = DutySending(
        to: DemoWords.dutyOffice[language], on: hours.calendar.workday(1, before: due))
      put(.proposeDuty(.holiday(holiday.key)), on: drawn, minute: 45)
      put(.duty(id, .adopt), on: hours.calendar.workday(2, before: due), minute: 45)
      put(.duty(id, .send(sending)), on: sending.on, minute: 45)
    }
  }
}
