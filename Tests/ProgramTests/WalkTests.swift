import Foundation
import TestSupport
import Testing

/// The walk of five screens in the README, taken from the real program in a real terminal: today, a finding,
/// its signature, the supervisor's hazards, the month; and the lines that the program says without a screen.
/// `XUNJIAN_SNAPSHOTS=write` writes them anew.
@Suite(.serialized)
struct WalkTests {
  struct Case: Sendable {
    var language: String
    /// Finds the monthly round among those of today.
    var words: String
    /// What tells, screen by screen, that all of it is there.
    var shows: [String]
  }

  @Test(arguments: [
    Case(
      language: "zh", words: "11月月检",
      shows: ["未销号隐患 8", "> 位置      靠窗", "已签名", "2026-323", "一、主要数据"]),
    Case(
      language: "en", words: "Monthly check",
      shows: [
        "Open hazards 8", "> Where     By the window", "signed, record", "2026-323",
        "1. Main figures",
      ]),
  ])
  func theREADMEShowsTheProgram(_ row: Case) async throws {
    let folder = try Folder()
    let made = try xunjian(
      "demo", "--keep", folder.path, "--language", row.language, now: "2026-11-23T10:42")
    try #require(made.status == 0, "\(made.trouble)")
    let ledger = folder.path + "/ledger.sqlite"
    try checkLines(of: ledger, row.language)
    let tmux = try Tmux(shell: "env LANG=C.UTF-8 bash --norc")
    defer { tmux.end() }
    func open(as person: String, at time: String) {
      tmux.type(
        "clear; \(Tmux.built("xunjian")) --ledger \(ledger) --now 2026-11-23T\(time)"
          + " --language \(row.language) --as \(person)", "Enter")
    }
    func shows(_ text: String) async throws {
      let isThere = await eventually { tmux.rows.contains { $0.contains(text) } }
      try #require(isThere, "\(text)\n\(tmux.rows.joined(separator: "\n"))")
    }
    var screens: [[String]] = []
    func keep() async throws {
      try await shows(row.shows[screens.count])
      screens.append(tmux.rows)
    }

    open(as: "zheng", at: "10:42")
    try await keep()

    // 410 of the monthly round: the first item fails, its first phrase, by the window.
    tmux.type("/", row.words, "Enter")
    try await shows("[\(row.words)")
    tmux.type("Enter")
    try await shows("archive-1")
    tmux.type("/", "410", "Enter")
    try await shows("[410")
    tmux.type("Enter")
    try await shows("0/14")
    tmux.type("2", "1", "1")
    try await keep()

    // Saved, the rest passes, signed.
    tmux.type("Enter")
    try await shows("1/14")
    tmux.type("9", "9")
    try await shows("14/14")
    tmux.type("Enter")
    try await keep()
    tmux.type("q", "q", "q", "Enter")
    #expect(await eventually { tmux.pane("#{pane_current_command}") == "bash" })

    // However long that took: a ledger takes no earlier hour.
    open(as: "he", at: "17:00")
    try await shows("F4")
    tmux.type("F4")
    try await keep()
    tmux.type("F6")
    try await keep()
    tmux.type("q", "q", "Enter")
    #expect(await eventually { tmux.pane("#{pane_current_command}") == "bash" })

    for (index, screen) in screens.enumerated() {
      try Readme.check(screen, "walk \(row.language) \(index + 1)")
    }
  }

  /// The first item of 410 fails, in lines of question and answer, on a copy of the ledger.
  private func checkLines(of ledger: String, _ language: String) throws {
    let copy = ledger + ".lines"
    try FileManager.default.copyItem(atPath: ledger, toPath: copy)
    func answering(_ input: String) throws -> Run {
      try xunjian(
        ["--plain", "--language", language], ledger: copy, now: "2026-11-23T10:42", as: "zheng",
        input: input)
    }
    let month = language == "zh" ? "11月月检" : "Monthly check"
    let listed = try answering("q\n1\n").output.split(separator: "\n")
    let line = try #require(listed.first { $0.contains(". \(month)") })
    // The 26th room of the round is 410; what follows leaves.
    let run = try answering(line.prefix { $0 != "." } + "\n26\n2\nesc\nq\nq\nq\n1\n")
    let said = run.output.components(separatedBy: "\n> ")
    try #require(run.status == 0 && said.count > 3, "\(run.output) \(run.trouble)")
    #expect(said[2].hasPrefix("410"))
    try Readme.check(["> 2"] + said[3].components(separatedBy: "\n"), "lines \(language)")
  }
}

/// The blocks of the README that are taken from the program.
private enum Readme {
  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")

  /// Compares rows with the block under a mark, or writes them there where that is asked.
  static func check(_ rows: [String], _ mark: String) throws {
    var text = try String(contentsOf: file, encoding: .utf8)
    let head = "<!-- \(mark) -->\n```text\n"
    let start = try #require(text.range(of: head), "README.md has no \(mark)").upperBound
    let end = try #require(text.range(of: "```", range: start..<text.endIndex)).lowerBound
    let body = rows.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
    if ProcessInfo.processInfo.environment["XUNJIAN_SNAPSHOTS"] == "write" {
      text.replaceSubrange(start..<end, with: body)
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start..<end] == body, "\(mark) of README.md is not what the program shows")
    }
  }
}
