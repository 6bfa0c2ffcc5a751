import Foundation
import TestSupport
import Testing

/// Every report as XLSX and DOCX, opened by Debian's `python3-openpyxl` and `python3-docx`.
struct ReportFormatTests {
  private static let script = """
    import sys, docx, openpyxl
    if sys.argv[1].endswith("xlsx"):
        rows = openpyxl.load_workbook(sys.argv[1]).worksheets[0].iter_rows()
        for row in rows:
            print("|".join(f"{c.value}{'' if c.data_type == 's' else '/' + c.data_type}"
                           for c in row if c.value is not None))
    else:
        letter = docx.Document(sys.argv[1])
        for p in letter.paragraphs: print(p.text)
        for t in letter.tables:
            for row in t.rows: print("|".join(c.text for c in row.cells))
        print(letter.sections[0].header.paragraphs[0].text)
    """

  private func read(_ file: String) -> String {
    output(of: ["/usr/bin/python3", "-c", Self.script, file])
  }

  /// An office with a record and a hazard.
  private func walkedOffice() throws -> Office {
    let office = try Office()
    let walk = try office(
      "inspect 301 --round monthly/2026-11 --pass all --failed 2:=1+1 --sign", as: "zhang")
    try #require(walk.status == 0, "\(walk.trouble)")
    let trip =
      "trip request --purpose 核查 --to 镇 --persons 2 --from 2026-11-24T08:00 --until 2026-11-24T11:00"
    try #require(office(trip, as: "zhang").status == 0)
    let incident = try office("incident record --place 305 --kind utility --what 停电", as: "zhang")
    try #require(incident.status == 0, "\(incident.trouble)")
    return office
  }

  struct Case: Sendable {
    var report: String
    /// Words of its title.
    var title: String
  }

  static let reports = [
    Case(report: "month 2026-11", title: "2026年11月安全检查情况汇总"),
    Case(report: "quarter 2026-Q4", title: "安全检查情况汇总"),
    Case(report: "year 2026", title: "安全检查情况汇总"),
    Case(report: "register", title: "安全隐患排查治理台账"),
    Case(report: "register --wide --paper a3", title: "隐患排查治理台账"),
    Case(report: "record 检2026-0001", title: "检查记录"),
    Case(report: "blank monthly/2026-11 --place 302", title: "11月月检检查表"),
    Case(report: "year-plan 2027", title: "2027年度安全检查计划表"),
    Case(report: "rectification 2026-001", title: "整改"),
    Case(report: "approval 2026-001", title: "安全隐患呈批表"),
    Case(report: "decisions --for li", title: "隐患办理决定单"),
    Case(report: "completion", title: "各月检查完成情况"),
    Case(report: "activities --period 2026-11", title: "工作台账"),
    Case(report: "incidents --period 2026-11", title: "事故（事件）登记表"),
    Case(report: "leading-group", title: "安全工作领导小组及分工表"),
    Case(report: "responsibility-letter", title: "安全责任书"),
    Case(report: "goals", title: "安全工作计划（目标与措施）"),
    Case(report: "incident SJ2026-001", title: "事故（突发事件）信息报告"),
    Case(report: "expiries", title: "到期事项台账"),
    Case(report: "vehicles --month 2026-11", title: "公务用车使用登记表"),
    Case(report: "trip YC2026-001", title: "派车单"),
    Case(report: "assets", title: "网络资产台账"),
    Case(report: "weaknesses", title: "漏洞整改情况表"),
    Case(report: "rules", title: "安全制度目录"),
    Case(report: "fire-file", title: "消防档案卷内目录"),
    Case(report: "annual 2026", title: "平安建设工作总结"),
    Case(report: "coverage", title: "安全职责对照表"),
  ]

  @Test func everyReportOpens() throws {
    let office = try walkedOffice()
    for row in Self.reports {
      for suffix in ["xlsx", "docx"] {
        let file = office.folder.path + "/report.\(suffix)"
        let run = try office("report \(row.report) --format \(suffix) --output \(file) --force")
        #expect(
          run.status == 0 && run.output == "已存为 \(file)。\n" && run.trouble.isEmpty, "\(row): \(run)"
        )
        let text = read(file)
        #expect(text.contains(row.title), "\(row.report) \(suffix): \(text)")
        #expect(text.contains("演练"), "\(row.report) \(suffix)")
        let english = try office(
          "report \(row.report) --format \(suffix) --output \(file) --force", language: "en")
        #expect(english.status == 0, "\(row.report): \(english.trouble)")
        #expect(read(file).contains("PRACTICE"), "\(row.report) \(suffix)")
      }
    }
  }

  /// What is a figure or a day on paper is one in the spreadsheet, and a finding is never a formula.
  @Test func theRegisterIsTyped() throws {
    let office = try walkedOffice()
    let file = office.folder.path + "/register.xlsx"
    #expect(try office("report register --format xlsx --output \(file)").status == 0)
    let row = try #require(read(file).split(separator: "\n").last)
    #expect(row.hasPrefix("1/n|2026-001|2026-11-23 00:00:00/d|"), "\(row)")
    #expect(row.contains("|=1+1|"), "\(row)")
    #expect(read(file).contains("|状态|完成日期|复查日期|销号日期\n"))
    #expect(try office("report register --format md").output.contains("| 完成/复查日期 | 销号日期 |"))
  }

  /// Paper writes 11-30 and 83.3%; a spreadsheet gets the day with its year, and a number.
  @Test func theMonthIsTyped() throws {
    let office = try walkedOffice()
    let file = office.folder.path + "/month.xlsx"
    #expect(try office("report month 2026-11 --format xlsx --output \(file)").status == 0)
    let rows = read(file).split(separator: "\n")
    let round = try #require(rows.first { $0.hasPrefix("11月月检|") })
    #expect(round == "11月月检|2026-11-30 00:00:00/d|9/n|1/n|0/n|0/n|0/n|0.111/n")
    // What is planned after December is of the next year.
    #expect(try office("report month 2026-12 --format xlsx --output \(file) --force").status == 0)
    #expect(read(file).contains("\n1月月检[预排]|2027-01-29 00:00:00/d|9/n\n"), "\(read(file))")
  }

  /// A file that stood there stays until the new one is whole.
  @Test(arguments: [
    ("xlsx", "libxlsxwriter.so.4", "libxlsxwriter4"), ("docx", "libarchive.so.13", "libarchive13"),
  ])
  func aMissingLibraryIsOneClearError(_ suffix: String, _ library: String, _ package: String) throws
  {
    let office = try Office()
    // The loader takes what is no library at all for a missing one.
    let broken = try Folder()
    _ = try broken.file(library)
    let file = try office.folder.file("r.\(suffix)", holding: "old")
    for language in ["zh", "en"] {
      let run = try xunjian(
        ["report", "register", "--format", suffix, "--output", file.path, "--force"],
        ledger: office.ledger, now: office.now, language: language,
        environment: ["LD_LIBRARY_PATH": broken.path])
      #expect(run.status == 78)
      #expect(run.trouble.split(separator: "\n").count == 1)
      #expect(run.trouble.contains(library) && run.trouble.contains(package), "\(run.trouble)")
      #expect(try String(contentsOf: file, encoding: .utf8) == "old")
      let other = try xunjian(
        ["report", "register", "--format", "text"], ledger: office.ledger, now: office.now,
        environment: ["LD_LIBRARY_PATH": broken.path])
      #expect(other.status == 0)
      let doctor = try xunjian(
        ["doctor"], ledger: office.ledger, now: office.now, language: language,
        environment: ["LD_LIBRARY_PATH": broken.path])
      #expect(doctor.output.contains("[X]") && doctor.output.contains(package))
    }
  }

  @Test func noRoomForTemporaryFilesIsOneClearError() throws {
    let office = try Office()
    let file = office.folder.path + "/r.xlsx"
    for language in ["zh", "en"] {
      let run = try xunjian(
        ["report", "register", "--format", "xlsx", "--output", file], ledger: office.ledger,
        now: office.now, language: language, environment: ["TMPDIR": "/proc/nowhere"])
      #expect(run.status == 74)
      #expect(run.trouble.split(separator: "\n").count == 1)
      #expect(run.trouble.contains("/proc/nowhere"))
    }
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  /// Of the three lines of such a failure two are the library's own.
  @Test func aFullDiskIsOneClearError() throws {
    let office = try walkedOffice()
    let disk = office.folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("xunjian").path
    let words = output(of: [
      "unshare", "-m", "sh", "-c",
      """
      mount -t tmpfs -o size=8k none \(disk) && TMPDIR=\(disk) LANG=en_US.UTF-8 \(program) report \
      month 2026-11 --format xlsx --output \(office.folder.path)/m.xlsx --ledger \(office.ledger) \
      --now \(office.now) 2>&1; echo $?
      """,
    ])
    let lines = words.split(separator: "\n")
    #expect(lines.count == 2 && lines.last == "74", "\(words)")
    #expect(words.contains("make room in it"), "\(words)")
  }

  /// What is there stays until it is said that it may go.
  @Test func noFileIsOverwrittenUnasked() throws {
    let office = try Office()
    let file = try office.folder.file("r.csv", holding: "old")
    let report = "report register --format csv --output \(file.path)"
    let refused = try office(report)
    #expect(refused.status == 73 && refused.trouble.contains("加 --force"), "\(refused)")
    #expect(try String(contentsOf: file, encoding: .utf8) == "old")
    #expect(try office(report + " --force").status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) != "old")
    #expect(try office("report register --format csv --output -").output.contains("编号"))
    #expect(try office("report register --copies 0").status == 64)
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    let office = try Office()
    for suffix in ["xlsx", "docx"] {
      let run = try office("report register --format \(suffix) --output /nonexistent/r.\(suffix)")
      #expect(run.status == 74)
    }
  }
}
