import Foundation
import TestSupport
import Testing

/// The whole job in a real terminal, whose window changes its size in the middle of a room, of a panel and of a
/// dialog: a room ticked with one finding, the program killed and opened again, the hazard followed to its
/// closure, the month on paper.
@Suite(.serialized)
struct JourneyTests {
  /// What the screens say, in one language.
  struct Words: Sendable {
    var locale: String
    var today: String
    /// What is typed to find the monthly round, and the row that is left.
    var round: (typed: String, row: String)
    /// How the progress of a room tells that so many items are answered.
    var answered: @Sendable (Int) -> String
    var phrase: String
    var stopped: String
    /// The item on which the program stands when it is opened again.
    var next: String
    var rest: String
    var sign: String
    var signed: String
    var assign: String
    var assigned: String
    var submitted: String
    var verified: String
    var month: String
    var saving: String
    var saved: String
  }

  static let chinese = Words(
    locale: "zh_CN.UTF-8", today: "[F2 今日]", round: ("yj", "11月月检"),
    answered: { "本间 \($0)/14" }, phrase: "两个接线板串接使用", stopped: "停在第4项", next: "无电炉",
    rest: "余下 11 项全部合格", sign: "Enter 签名", signed: "记录 检2026-0001，隐患 2026-001",
    assign: "责任人", assigned: "已交办", submitted: "待复查", verified: "复查合格、销号",
    month: "2026年11月", saving: "存为文件（按数字）", saved: "已存")

  static let english = Words(
    locale: "en_US.UTF-8", today: "[F2 Today]", round: ("Monthly", "Monthly check, 2026-11"),
    answered: { "item \($0)/14" }, phrase: "Two power strips daisy-chained",
    stopped: "stopped at item 4", next: "No hotplates", rest: "Pass all 11 remaining items?",
    sign: "Enter signs", signed: "record 检2026-0001, hazard 2026-001", assign: "Person",
    assigned: "assigned", submitted: "submitted", verified: "verified, closed",
    month: "Safety summary of 2026-11", saving: "Save as a file (a digit)", saved: "saved")

  @Test(arguments: ["zh", "en"])
  func theMainJobFromTheFirstTickToThePage(_ language: String) async throws {
    let words = language == "zh" ? Self.chinese : Self.english
    let office = try Office()
    let tmux = try Tmux(
      shell: "env LANG=\(words.locale) HOME=\(office.folder.path) bash --norc")
    defer { tmux.end() }
    func shows(_ text: String) async throws {
      let isThere = await eventually { tmux.rows.contains { $0.contains(text) } }
      try #require(isThere, "\(text)\n\(tmux.rows.joined(separator: "\n"))")
    }
    func open(as person: String) async throws {
      tmux.type(
        "\(Tmux.built("xunjian")) --ledger \(office.ledger) --now \(office.now) --as \(person)",
        "Enter")
      try await shows(words.today)
    }
    /// Changes the window; the program has drawn itself anew when the rule below its title is as wide.
    func resize(_ columns: Int, _ rows: Int) async throws {
      tmux.run("resize-window", "-x", "\(columns)", "-y", "\(rows)")
      let rule = String(repeating: "-", count: columns)
      let isDrawn = await eventually {
        let drawn = tmux.rows
        return drawn.count > 2 && drawn[2] == rule
      }
      try #require(isDrawn, "\(columns)x\(rows)\n\(tmux.rows.joined(separator: "\n"))")
    }
    func isLeft() async -> Bool {
      await eventually { tmux.pane("#{pane_current_command}") == "bash" }
    }

    // 301 of the monthly round: two passes, then a finding from the second phrase, behind the door. The window
    // grows in the room and shrinks in the panel.
    try await open(as: "zhang")
    tmux.type("/", words.round.typed, "Enter")
    try await shows(words.round.row)
    tmux.type("Enter")
    try await shows("301")
    tmux.type("/", "3", "0", "1", "Enter", "Enter")
    try await shows(words.answered(0))
    tmux.type("1")
    try await shows(words.answered(1))
    try await resize(132, 43)
    try await shows(words.answered(1))
    tmux.type("2")
    try await shows(words.phrase)
    tmux.type("2")
    try await resize(60, 16)
    try await shows(words.answered(1))
    tmux.type("2", "Enter")
    try await shows(words.answered(2))
    tmux.type("1")
    try await shows(words.answered(3))

    // Killed in the middle of the room: everything is there and the cursor on the fourth item.
    _ = output(of: ["pkill", "-9", "-f", "xunjian --ledger \(office.ledger)"])
    #expect(await isLeft())
    tmux.run("resize-window", "-x", "80", "-y", "24")
    tmux.type("reset", "Enter")
    office.now = "2026-11-23T09:20"
    try await open(as: "zhang")
    try await shows(words.stopped)
    tmux.type("F3")
    try await shows(words.answered(3))
    #expect(
      await eventually { tmux.rows.contains { $0.hasPrefix(">") && $0.contains(words.next) } })

    // The rest passes, signed: a record and a hazard in one act. The window changes under the question.
    tmux.type("9")
    try await shows(words.rest)
    tmux.type("9")
    try await shows(words.sign)
    try await resize(100, 30)
    try await shows(words.sign)
    tmux.type("Enter")
    try await shows(words.signed)
    tmux.type("q", "q", "q", "Enter")
    #expect(await isLeft())

    // The supervisor assigns with one key and Enter, the rectifier hands in, the supervisor verifies.
    office.now = "2026-11-23T10:00"
    try await open(as: "li")
    tmux.type("F4")
    try await shows("2026-001")
    tmux.type("i")
    try await shows("> " + words.assign)
    try await resize(70, 20)
    try await shows("> " + words.assign)
    tmux.type("Enter")
    try await shows(words.assigned)
    tmux.type("q", "q", "Enter")
    #expect(await isLeft())
    office.now = "2026-11-24T09:00"
    #expect(try office("hazard submit 2026-001 --measures 已更换 --as liu").status == 0)
    #expect(try office("hazard verify 2026-001 --as liu").status == 77)
    office.now = "2026-11-24T10:00"
    try await open(as: "li")
    tmux.type("F4")
    try await shows(words.submitted)
    tmux.type("v")
    try await shows(words.verified)

    // The month, seen and saved, its window changed under the dialog; one walk, one finding, one hazard opened
    // and closed on time.
    tmux.type("F6")
    try await shows(words.month)
    tmux.type("e")
    try await shows(words.saving)
    try await resize(90, 30)
    try await shows(words.saving)
    tmux.type("1")
    try await shows(words.saved)
    let saved = output(of: ["find", office.folder.path, "-name", "xunjian-2026-11.pdf"])
    let page = saved.trimmingCharacters(in: .newlines)
    let text = output(of: ["pdftotext", "-layout", page, "-"]).filter { !$0.isWhitespace }
    if language == "zh" {
      #expect(text.contains("检查记录（份）11"))
      #expect(text.contains("登记隐患（项）11"))
      #expect(text.contains("销号隐患（项）11"))
      #expect(text.contains("按期销号（项）11"))
    } else {
      #expect(text.contains("SafetyChecksinNovember2026"))
    }
    tmux.type("Escape", "q", "q", "Enter")
    #expect(await isLeft())
    let month = try office("report month 2026-11 --format json").json()["month"]
    #expect(month["inspections"].int == 1)
    #expect(month["findings"].int == 1)
    #expect(month["hazards"]["closedOnTime"].int == 1)
    #expect(month["hazards"]["open"].int == 0)
    #expect(try office("verify").status == 0)
  }
}
