import Foundation
import TestSupport
import Testing

/// The calendar's commands through the built program.
struct CalendarTests {
  static let notice = """
    国务院办公厅关于2027年部分节假日安排的通知
    国办发明电〔2026〕9号
    一、元旦：1月1日（周五）至3日（周日）放假，共3天。
    二、春节：2月5日（周五）至13日（周六）放假调休，共9天。1月31日（周日）、2月20日（周六）上班。
    三、清明节：4月3日（周六）至5日（周一）放假，共3天。
    四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。
    五、端午节：6月9日（周三）放假1天，不调休。
    六、中秋节：9月15日（周三）放假1天，不调休。
    七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
    国务院办公厅
    2026年11月10日
    """

  /// 111 years without a ledger; the hard cases by the almanac of the Purple Mountain Observatory.
  @Test func festivalsTermsAndStatutoryDays() throws {
    let festivals = try rows("calendar festivals --from 1990 --to 2100 --format tsv")
    #expect(festivals.first == "year\tfestival\tdate")
    #expect(festivals.count == 1 + 111 * 9)
    for row in [
      "2034\t春节\t2034-02-19", "2089\t中秋\t2089-09-18", "2100\t清明\t2100-04-05",
      "2027\t春节\t2027-02-06", "2027\t除夕\t2027-02-05", "2026\t重阳\t2026-10-18",
    ] {
      #expect(festivals.contains(row), "\(row)")
    }
    let dates = festivals.dropFirst().compactMap { $0.split(separator: "\t").last }
    #expect(dates == dates.sorted())
    let terms = try rows("calendar terms --from 2026 --to 2027 --format tsv")
    #expect(terms.first == "year\tterm\tdate" && terms.count == 49)
    #expect(terms.contains("2026\t清明\t2026-04-05"))
    let statutory = try rows("calendar statutory --from 2025 --to 2025 --format tsv")
    #expect(statutory.first == "year\tholiday\tdate" && statutory.count == 14)
    #expect(statutory.contains("2025\t劳动节\t2025-05-02"))
    #expect(try xunjian("calendar", "festivals", "--from", "1989").status == 64)
    #expect(try xunjian("calendar", "terms", "--from", "2027", "--to", "2026").status == 64)
  }

  @Test func aNoticeIsReadWithoutALedger() throws {
    let run = try xunjian(
      ["calendar", "notice", "-", "--format", "tsv"], input: Self.notice)
    #expect(run.status == 0 && run.trouble.isEmpty, "\(run.trouble)")
    let rows = run.output.split(separator: "\n").map(String.init)
    #expect(rows.first == "date\tkind\tholiday")
    #expect(rows.contains("2027-01-31\tworkday\t春节"))
    #expect(rows.contains("2027-02-14\toff\t春节"))
    let json = try xunjian(["calendar", "notice", "-", "--json"], input: Self.notice).json()
    #expect(json[0].keys == ["date", "holiday", "kind"])
    #expect(json.list.count == rows.count - 1)
  }

  struct Case: Sendable {
    var old: String
    var new: String
    var arguments: [String] = []
    var status: Int32
    var says: String
  }

  @Test(arguments: [
    Case(old: "2027年", new: "", status: 64, says: "--year"),
    Case(old: "", new: "", arguments: ["--year", "2028"], status: 65, says: "2027, not of 2028"),
    Case(old: "（周三）放假1天", new: "（周二）放假1天", status: 65, says: "Line 7, "),
    Case(old: "共9天", new: "共8天", status: 65, says: "it says 8 days, the dates make 9"),
    Case(old: "2月20日（周六）", new: "2月19日", status: 65, says: "2027-02-19 is a Friday"),
    Case(old: "五、端午节：6月9日（周三）放假1天，不调休。\n", new: "", status: 65, says: "Dragon Boat"),
  ])
  func refused(_ row: Case) throws {
    let text = row.old.isEmpty ? Self.notice : Self.notice.replacing(row.old, with: row.new)
    let run = try xunjian(
      ["calendar", "notice", "-"] + row.arguments, input: text, language: "en")
    #expect(run.status == row.status)
    #expect(run.output.isEmpty)
    #expect(run.trouble.contains(row.says), "\(run.trouble)")
    #expect(run.trouble.split(separator: "\n").count == 1)
  }

  @Test func filesThatAreNone() throws {
    let folder = try Folder()
    #expect(try xunjian("calendar", "notice", folder.path + "/none").status == 66)
    let file = try folder.file("utf16")
    try Data([0xFF, 0xFE, 0x43, 0x51, 0xE6, 0x65]).write(to: file)
    #expect(try xunjian("calendar", "notice", file.path).status == 65)
  }

  /// An editor on a Chinese desktop saves GB 18030.
  @Test func inTheEncodingOfTheOffice() throws {
    let folder = try Folder()
    let (plain, saved) = (try folder.file("plain"), try folder.file("saved"))
    try Data(Self.notice.utf8).write(to: plain)
    let made = output(of: [
      "sh", "-c", "iconv -f UTF-8 -t GB18030 \(plain.path) >\(saved.path) && echo made",
    ])
    try #require(made == "made\n")
    let read = try xunjian("calendar", "notice", saved.path)
    #expect(read.status == 0, "\(read.trouble)")
    #expect(try read.output == xunjian("calendar", "notice", plain.path).output)
  }

  @Test func loading() throws {
    let office = try Office()
    let file = try office.folder.file("notice.txt", holding: Self.notice).path
    #expect(try office("calendar load \(file)").status == 77)
    #expect(try office("calendar load \(file)", as: "chen").status == 77)

    let asked = try office("calendar load \(file)", as: Self.administrator, language: "en")
    #expect(asked.status == 64 && asked.trouble.contains("--yes"))
    #expect(asked.output.contains("Spring Festival 02-05 to 02-08 -> 02-05 to 02-14"))
    #expect(try office("calendar notices --json").json().list.isEmpty)
    #expect(try provisional(office) == [true])

    let loaded = try office("calendar load \(file) --yes --json", as: Self.administrator).json()
    #expect(loaded["loaded"].bool == true && loaded["year"].int == 2027)
    #expect(loaded["breaks"].list.map { $0["holiday"].string } == ["春节", "劳动节", "国庆"])
    #expect(try provisional(office) == [false])
    let again = try office("calendar load \(file) --yes", as: Self.administrator, language: "en")
    #expect(again.status == 0 && again.output.contains("nothing changes"))

    let list = try office("calendar notices --json").json()
    #expect(list.list.count == 1)
    #expect(list[0]["number"].string == "国办发明电〔2026〕9号")
    #expect(list[0]["person"].string == Self.administrator)
    #expect(try office("verify").status == 0)
    let breaks = try office("calendar breaks --from 2027 --to 2027 --format tsv --provisional")
    #expect(breaks.output.contains("春节\t2027-02-05\t2027-02-14\t2027-02-04\t2027-02-15\tno\n"))
  }

  /// Today reminds those who load notices, and only them.
  @Test func reminder() throws {
    let office = try Office()
    let words = "2027年放假安排还没有载入"
    #expect(try office("today", as: Self.administrator).output.contains(words))
    #expect(try !office("today", as: "chen").output.contains(words))
    let file = try office.folder.file("notice.txt", holding: Self.notice).path
    #expect(try office("calendar load \(file) --yes", as: Self.administrator).status == 0)
    #expect(try !office("today", as: Self.administrator).output.contains(words))
  }

  private static let administrator = "zhang"

  private func provisional(_ office: Office) throws -> Set<Bool?> {
    let rounds = try office("round list --from 2027-01-10 --to 2027-03-01 --json").json()
    let occurrences = try office("schedule --from 2027-01-10 --to 2027-03-01 --json").json()
    #expect(!rounds.list.isEmpty && !occurrences.list.isEmpty)
    return Set((rounds.list + occurrences.list).map { $0["provisional"].bool })
  }

  private func rows(_ line: String) throws -> [String] {
    let run = try xunjian(line.split(separator: " ").map(String.init))
    #expect(run.status == 0, "\(run.trouble)")
    return run.output.split(separator: "\n").map(String.init)
  }
}
