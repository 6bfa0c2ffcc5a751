import Almanac
import Domain
import Testing

/// When nil reports fall due, counted by hand from the notice of 2026 and from alerts.
struct NilPeriodTests {
  private static let year = Day(2026, 1, 1)...Day(2026, 12, 31)

  private func words(_ period: NilPeriod) -> String {
    func short(_ moment: Moment) -> String { "\(moment.day.monthAndDay) \(moment.hourAndMinute)" }
    return "\(short(period.due)): \(short(period.from)) to \(short(period.to))"
  }

  /// Days off of the notice: 3 + 9 + 3 + 5 + 3 + 3 + 7, one report each.
  @Test func theBreaksOfAYear() throws {
    let bureau = try IncidentWorld().fold.bureau
    let periods = bureau.nilPeriods(dueOn: Self.year, asOf: on(12, 31, 9))
    #expect(periods.count == 33)
    #expect(periods.allSatisfy { $0.due.hourAndMinute == "17:00" })
    let days = periods.map(\.due.day.monthAndDay)
    #expect(Array(days.prefix(4)) == ["01-01", "01-02", "01-03", "02-15"])
    #expect(days[11] == "02-23" && days.last == "10-07")
    #expect(
      periods.prefix(3).map(words) == [
        "01-01 17:00: 01-01 00:00 to 01-01 17:00", "01-02 17:00: 01-01 17:00 to 01-02 17:00",
        "01-03 17:00: 01-02 17:00 to 01-04 00:00",
      ])
    #expect(periods[3].occasion.zh == "2026年春节")
  }

  /// Twice a day from a day on; the days before stay as they were.
  @Test func otherTimes() throws {
    var world = try IncidentWorld()
    var rules = IncidentRules(from: Day(2026, 1, 2))
    rules.breakTimes = [17 * 60, 9 * 60]
    try world.perform(.setIncidentRules(rules), at: on(1, 1, 18))
    let periods = world.fold.bureau.nilPeriods(
      dueOn: Day(2026, 1, 1)...Day(2026, 1, 3), asOf: on(1, 3, 9))
    #expect(
      periods.map(words) == [
        "01-01 17:00: 01-01 00:00 to 01-01 17:00", "01-02 09:00: 01-01 17:00 to 01-02 09:00",
        "01-02 17:00: 01-02 09:00 to 01-02 17:00", "01-03 09:00: 01-02 17:00 to 01-03 09:00",
        "01-03 17:00: 01-03 09:00 to 01-04 00:00",
      ])
    rules.breakTimes = [1440]
    #expect(throws: IncidentError.badNumber(1440, 0...1439)) {
      try world.perform(.setIncidentRules(rules), at: on(1, 3, 18))
    }
  }

  private func alert(
    _ kind: Alert.Kind, _ colour: Alert.Colour, at issued: Moment, until lifted: Moment? = nil
  ) -> Alert {
    Alert(
      id: "a", kind: kind, colour: colour, issued: issued, lifted: lifted, recorded: issued.day)
  }

  /// Orange and red at 08:00 and 17:00; what is left when it ends is reported at the next set time.
  @Test func anAlert() throws {
    var bureau = try IncidentWorld().fold.bureau
    bureau.alerts = [alert(.typhoon, .orange, at: on(8, 4, 12, 30), until: on(8, 6, 10))]
    func due(_ days: ClosedRange<Day> = Self.year) -> [String] {
      bureau.nilPeriods(dueOn: days, asOf: on(9, 1, 9)).filter {
        $0.due.day.month == Month(2026, 8)
      }
      .map(words)
    }
    #expect(
      due() == [
        "08-04 17:00: 08-04 12:30 to 08-04 17:00", "08-05 08:00: 08-04 17:00 to 08-05 08:00",
        "08-05 17:00: 08-05 08:00 to 08-05 17:00", "08-06 08:00: 08-05 17:00 to 08-06 08:00",
        "08-06 17:00: 08-06 08:00 to 08-06 10:00",
      ])
    #expect(due(Day(2026, 8, 5)...Day(2026, 8, 5)).count == 2)
    bureau.alerts = [alert(.typhoon, .yellow, at: on(8, 4, 12, 30), until: on(8, 6, 10))]
    #expect(due() == [])
    // Ended exactly at a set time: nothing is left.
    bureau.alerts = [alert(.heat, .red, at: on(8, 4, 8), until: on(8, 4, 17))]
    #expect(due() == ["08-04 17:00: 08-04 08:00 to 08-04 17:00"])
    // Still in force: as far as is asked.
    bureau.alerts = [alert(.heat, .red, at: on(8, 30, 9))]
    #expect(due().count == 3)
  }

  /// It counts from the grade that asks for reports, and ends with it.
  @Test func gradesThatChange() throws {
    var world = try AlertWorld()
    try world.take(
      message("a", sent: at(22, 9)), message("b", .update, of: ["a"], .red, sent: at(22, 12)),
      message("c", .update, of: ["b"], .yellow, sent: at(23, 10)),
      message("d", .cancel, of: ["c"], .yellow, sent: at(24, 10)))
    let periods = world.fold.bureau.nilPeriods(
      dueOn: Day(2026, 9, 20)...Day(2026, 9, 24), asOf: at(25, 9))
    #expect(
      periods.map(words) == [
        "09-22 17:00: 09-22 12:00 to 09-22 17:00", "09-23 08:00: 09-22 17:00 to 09-23 08:00",
        "09-23 17:00: 09-23 08:00 to 09-23 10:00",
      ])
    #expect(periods.map(\.occasion.zh) == Array(repeating: "台风红色预警", count: 3))
  }

  /// What falls due together is one report about both.
  @Test func aBreakInATyphoon() throws {
    var bureau = try IncidentWorld().fold.bureau
    bureau.alerts = [alert(.typhoon, .red, at: on(9, 26, 7), until: on(9, 26, 16))]
    let periods = bureau.nilPeriods(
      dueOn: Day(2026, 9, 26)...Day(2026, 9, 26), asOf: on(9, 27, 9))
    #expect(
      periods.map(words) == [
        "09-26 08:00: 09-26 07:00 to 09-26 08:00", "09-26 17:00: 09-25 17:00 to 09-26 17:00",
      ])
    #expect(periods.last?.occasions.map(\.zh) == ["2026年中秋", "台风红色预警"])
  }
}
