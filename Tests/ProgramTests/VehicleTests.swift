import Foundation
import TestSupport
import Testing

/// Vehicles, drivers, trips and their papers from the command line.
struct VehicleTests {
  private func office(_ lines: [(String, String)] = []) throws -> Office {
    let office = try Office()
    for (line, person) in Self.begin + lines {
      let run = try office(line, as: person)
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    return office
  }

  /// A car with its card, papers and a driver.
  static let begin = [
    ("vehicle set car --plate 粤Z·示101 --seats 5 --every-km 10000 --every-months 6", "zhang"),
    ("vehicle service car --day 2026-11-01 --km 41200 --work 换机油 --by 示例维修厂", "zhang"),
    ("driver set huang --class c1 --until 2027-12-31", "zhang"),
    ("expiry add vehicle-inspection --name 年检 --place car --until 2027-05-01", "zhang"),
    ("expiry add vehicle-insurance --name 交强险 --place car --until 2027-06-01", "zhang"),
  ]

  /// A trip that is over: asked for, approved, out and in.
  static let trip = [
    (
      "trip request --purpose 入户核查 --to 示例镇 --persons 3 --from 2026-11-23T08:00 "
        + "--until 2026-11-23T11:00 --vehicle car --driver huang", "liu"
    ),
    ("trip approve YC2026-001", "li"),
    ("trip out YC2026-001 --km 41230 --at 2026-11-23T08:10 --declare", "huang"),
    ("trip in YC2026-001 --km 41268 --at 2026-11-23T08:50", "liu"),
  ]

  @Test func aTripFromEndToEnd() throws {
    let office = try office(Self.trip)
    let shown = try office("trip show YC2026-001 --json").json()
    #expect(shown["state"].string == "in" && shown["km"].int == 38)
    #expect(shown["declared"].bool == true && shown["driver"].string == "huang")
    let car = try office("vehicle show 粤Z·示101 --json").json()
    #expect(car["km"].int == 41_268 && car["state"].string == "free")
    #expect(car["maintenance"]["kmLeft"].int == 9_932)
    #expect(car["inspection"]["until"].string == "2027-05-01")
    #expect(car["insurance"]["state"].string == "valid")
    #expect(try office("trip list --state in --json").json().list.count == 1)
    #expect(try office("trip list --state requested --json").json().list.isEmpty)
    #expect(try office("driver list").output.contains("C1"))
    let note = "trip note YC2026-001 --kind violation --text 违停"
    #expect(try office(note, as: "huang").status == 0)
    #expect(try office("trip handled YC2026-001 1 --text 已缴款", as: "huang").status == 0)
    #expect(try office("trip show YC2026-001").output.contains("违章 2026-11-23 违停；处理：已缴款"))
    let correct = "trip correct YC2026-001 --in-km 41270 --reason 看错"
    #expect(try office(correct, as: "huang").status == 77)
    #expect(try office(correct, as: "zhang").status == 0)
    #expect(try office("trip show YC2026-001 --json").json()["km"].int == 40)
    #expect(try office("rebuild").status == 0 && office("verify").status == 0)
  }

  @Test func refused() throws {
    let office = try office([Self.trip[0]])
    func status(_ line: String, _ person: String = "zhang") throws -> Int32 {
      try office(line, as: person).status
    }
    #expect(try status("trip approve YC2026-001 --driver zhou") == 65)
    #expect(try status("trip approve YC2026-009") == 65)
    #expect(try status("trip approve YC2026-001", "huang") == 77)
    #expect(try status("trip in YC2026-001 --km 1") == 65)
    #expect(try status("vehicle show 305") == 65)
    #expect(try status("vehicle unseal car --km 41200") == 65)
    #expect(try status("driver set zhou --class D9 --until 2027-01-01") == 64)
    #expect(
      try office("trip approve YC2026-001 --driver zhou", as: "zhang").trouble.contains("没有登记驾驶证"))
    #expect(try status("trip decline YC2026-001 --reason 改乘公交", "li") == 0)
    #expect(try status("trip cancel YC2026-001 --reason 不去") == 65)
  }

  /// A sealed vehicle does not go out; a mileage that differs is told and needs a word; it stands on the sheet.
  @Test func sealedOverTheBreak() throws {
    let office = try office()
    let seal = "vehicle seal car --km 41200 --keys 值班室 --parked 大院 --at 2026-11-23T08:00"
    #expect(try office(seal, as: "li").status == 77)
    #expect(try office(seal, as: "zhang").status == 0)
    #expect(try office("vehicle list --state sealed --json").json().list.count == 1)
    #expect(try office(Self.trip[0].0, as: "liu").status == 0)
    let refused = try office("trip approve YC2026-001", as: "li")
    #expect(refused.status == 65 && refused.trouble.contains("封存"))
    #expect(try office("vehicle unseal car --km 41212", as: "zhang").status == 65)
    let opened = try office("vehicle unseal car --km 41212 --reason 防汛调用", as: "zhang")
    #expect(opened.status == 0 && opened.output.contains("!! 相差 12 公里：防汛调用"))
    let month = try office("report vehicles --month 2026-11 --format json").json()
    #expect(month["unaccountedKm"].int == 12 && month["trips"].int == 0)
  }

  /// What was sealed for a break fills the sheet of the papers before it, with both mileages.
  @Test func theSheetOfTheBreak() throws {
    let office = try office()
    office.now = "2026-12-31T17:00"
    let except = "vehicle except car --reason 值班用车"
    let kept = try office("\(except) --json", as: "zhang").json()
    #expect(kept["exceptions"].list.map { $0["first"].string } == ["2027-01-01"])
    let sheet = try office("report holiday 2027-new-year --format md").output
    #expect(sheet.contains("不封存，值班用车：值班用车") && sheet.contains("粤Z·示101"))
    #expect(try office("vehicle seal car --km 41300 --keys 值班室", as: "zhang").status == 0)
    office.now = "2027-01-04T09:00"
    #expect(try office("vehicle unseal car --km 41300", as: "zhang").status == 0)
    let filled = try office("report holiday 2027-new-year --format md").output
    #expect(filled.contains("41300") && filled.contains("2027-01-04"))
  }

  @Test func whatTodaySays() throws {
    let office = try office([Self.trip[0]])
    #expect(try office("today", as: "li").output.contains("用车待批 1 件：YC2026-001"))
    #expect(!(try office("today", as: "huang").output.contains("用车待批")))
    office.now = "2026-12-31T09:00"
    let due = try office("today", as: "zhang").output
    #expect(due.contains("前待封存车辆 1 辆：公务用车一"))
    office.now = "2027-05-02T09:00"
    #expect(try office("today", as: "zhang").output.contains("!! 车辆保养到期 1 辆：公务用车一"))
  }

  @Test func papers() throws {
    let office = try office(Self.trip)
    let month = try office("report vehicles --month 2026-11").output.filter { !$0.isWhitespace }
    #expect(month.contains("出车1次，行驶38公里，无派车单里程30公里"))
    #expect(month.contains("YC2026-001") && month.contains("41268"))
    let sheet = try office("report trip YC2026-001").output.filter { !$0.isWhitespace }
    #expect(sheet.contains("不酒驾、不超速、不超载（已承诺）") && sheet.contains("灯光、喇叭"))
    #expect(try office("report trip YC2026-009").status == 65)
  }
}
