import Foundation
import TestSupport
import Testing

/// Every document in every format, as a file and on standard output; a file that is there stays until it is
/// said that it may go, and on a full disk in any case.
struct DocumentOutputTests {
  private static let formats = ["text", "md", "csv", "json", "xlsx", "docx", "pdf"]

  private static let reports = [
    "month 2026-11", "quarter 2026-Q4", "year 2026", "register", "register --wide --paper a3",
    "record 检2026-0001", "record --round monthly/2026-11", "blank monthly/2026-11 --place 302",
    "holiday 2027-new-year", "year-plan 2027", "rectification 2026-001", "listed",
    "approval 2026-001", "decisions --for li", "completion", "notice 2026-1", "reply 2026-1",
    "letter --document 区安办〔2026〕9号", "duty 2027-new-year", "activities --period 2026-11",
    "incidents", "leading-group", "responsibility-letter --year 2027", "goals --year 2026",
    "incident SJ2026-001", "expiries", "rules", "fire-file --year 2026", "annual 2026",
    "coverage",
    "vehicles --month 2026-11", "trip YC2026-001",
    "assets", "weaknesses --period 2026", "assessment",
  ]

  private func office() throws -> Office {
    let office = try Office()
    let acts = [
      ("inspect 301 --round monthly/2026-11 --pass all --failed 2 --sign", "zhang"),
      (
        "hazard report --place 302 --text 配电箱无标识 --source authorityOrder --document 区安办〔2026〕9号 --deadline 2026-12-10",
        "zhang"
      ),
      ("notice issue 2026-001 --signed-by 李娜", "zhang"),
      ("duty propose 2027-new-year", "zhang"),
      ("activity record visit --title 走访 --set enterprises=3", "zhang"),
      ("incident record --place 305 --kind utility --what 停电十分钟", "zhang"),
      ("expiry add extinguisher-powder --name 走道灭火器 --made 2022-01-10 --count 4", "zhang"),
      ("rule add --title 用火用电管理制度 --issued 2025-03-01 --fire rules", "zhang"),
      ("vehicle set car --plate 粤Z·示101 --seats 5", "zhang"),
      ("driver set huang --class C1 --until 2027-12-31", "zhang"),
      (
        "trip request --purpose 入户核查 --to 示例镇 --persons 3 --from 2026-11-23T08:00 "
          + "--until 2026-11-23T11:00 --vehicle car --driver huang", "zhang"
      ),
      ("trip approve YC2026-001", "zhang"),
      ("trip out YC2026-001 --km 41230 --at 2026-11-23T08:10 --declare", "zhang"),
      ("asset add website --name 门户网站 --person zhou --post 网站管理员 --place website", "zhang"),
      ("asset add computer --name 前台电脑 --system Windows10 --support-end 2025-10-14", "zhang"),
      ("hazard weakness 门户网站 --text 弱口令 --severity 高危 --advice 改口令", "zhang"),
    ]
    for (act, person) in acts {
      let run = try office(act, as: person)
      try #require(run.status == 0, "\(act): \(run.trouble)")
    }
    try office.loadAssessment()
    return office
  }

  @Test func allDocumentsInAllFormats() throws {
    let office = try office()
    for report in Self.reports {
      let told = output(of: [
        "sh", "-c",
        """
        cd \(office.folder.path) && export LANG=zh_CN.UTF-8
        run() {
          \(Tmux.built("xunjian")) report \(report) --ledger \(office.ledger) --now \(office.now) "$@"
        }
        for format in \(Self.formats.joined(separator: " ")); do
          printf old > file
          run --format $format --output - > out 2> trouble || { echo "$format none $?"; continue; }
          run --format $format --output file --force > said || echo "$format failed $?"
          test -s out && cmp out file && echo "$format alike"
          printf old > file
        done
        run --output file 2> trouble; echo "text refused $? $(cat file) $(wc -l < trouble)"
        """,
      ])
      let lines = told.split(separator: "\n").map(String.init)
      #expect(
        lines == Self.formats.map { "\($0) alike" } + ["text refused 73 old 1"],
        "\(report): \(told)")
    }
  }

  /// A tmpfs in a mount namespace of its own, filled up beside the file.
  @Test func onAFullDiskTheOldFileStays() throws {
    let office = try office()
    let disk = office.folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let told = output(of: [
      "unshare", "-m", "sh", "-c",
      """
      mount -t tmpfs -o size=64k none \(disk) && export LANG=zh_CN.UTF-8
      printf old > \(disk)/file; dd if=/dev/zero of=\(disk)/fill bs=4k 2>/dev/null
      for format in \(Self.formats.joined(separator: " ")); do
        \(Tmux.built("xunjian")) report month 2026-11 --ledger \(office.ledger) --now \(office.now) \
          --format $format --output \(disk)/file --force 2> \(office.folder.path)/trouble
        echo "$format $? $(cat \(disk)/file) $(wc -l < \(office.folder.path)/trouble) $(ls \(disk) | wc -w)"
        grep -q 'disk/file' \(office.folder.path)/trouble || cat \(office.folder.path)/trouble
      done
      """,
    ])
    #expect(
      told.split(separator: "\n").map(String.init) == Self.formats.map { "\($0) 74 old 1 2" },
      "\(told)")
  }
}
