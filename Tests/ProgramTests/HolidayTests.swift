import Testing

/// The papers before a break, from an office's own plans and calendar.
struct HolidayTests {
  @Test func allPapersOfABreak() throws {
    let office = try Office()
    let run = try office("report holiday 2027-new-year")
    #expect(run.status == 0, "\(run.trouble)")
    for part in ["放假安全告知书", "节前排查空白表", "离岗关闭检查空白表", "值班表", "车辆封存登记表", "钥匙交接单"] {
      #expect(run.output.components(separatedBy: part).count > 2, "\(part)")
    }
    for day in ["2027-01-01", "2027-01-02", "2027-01-03"] {
      #expect(run.output.contains(day), "\(day)")
    }
    let json = try office("report holiday 2027-new-year --format json").json()
    #expect(json["firstOff"].string == "2027-01-01" && json["lastOff"].string == "2027-01-03")
  }

  @Test func anUnknownBreakNamesThoseOfItsYear() throws {
    let run = try Office()("report holiday 2027-christmas")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.trouble.contains("2027-new-year") && run.trouble.contains("2027-national-day"))
  }
}
