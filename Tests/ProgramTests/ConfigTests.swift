import Foundation
import Testing

/// The person's settings: where each value comes from, and that no file keeps the program from running.
struct ConfigTests {
  private let folder: Folder
  private let environment: [String: String]

  init() throws {
    folder = try Folder()
    environment = ["XDG_CONFIG_HOME": folder.path]
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("xunjian"), withIntermediateDirectories: true)
  }

  private func keep(_ text: String) throws {
    _ = try folder.file("xunjian/config.yaml", holding: text)
  }

  private func run(_ words: String..., with more: [String: String] = [:]) throws -> Run {
    try xunjian(words, language: "en", environment: environment.merging(more) { $1 })
  }

  /// A value and where it came from, as `dark config 1`.
  private func value(_ name: String, _ run: Run) throws -> String? {
    let row = try run.json()["values"].list.first { $0["name"].string == name }
    return row.map {
      [$0["value"].string, $0["origin"].string, $0["from"].string, $0["line"].int.map(String.init)]
        .compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test func withoutAFile() throws {
    let run = try run("config", "--json")
    #expect(try run.json()["exists"].bool == false)
    #expect(try value("theme", run) == "auto default")
    #expect(try value("language", run) == "en environment LANG")
    #expect(try value("mouse", run) == "false default")
  }

  /// What was set for the program goes before what the whole session says; an option before all.
  @Test func rank() throws {
    try keep("theme: dark\nlanguage: zh\nledger: /from/file\nmouse: yes\n")
    let run1 = try run("config", "--json", with: ["NO_COLOR": "1"])
    #expect(try value("theme", run1) == "dark config 1")
    #expect(try value("language", run1) == "zh config 2")
    #expect(try value("ledger", run1) == "/from/file config 3")
    #expect(try value("mouse", run1) == "true config 4")
    let run2 = try run(
      "config", "--json", "--theme", "mono", "--language=en",
      with: ["XUNJIAN_LEDGER": "/from/environment"])
    #expect(try value("theme", run2) == "mono option --theme")
    #expect(try value("language", run2) == "en option --language")
    #expect(try value("ledger", run2) == "/from/environment environment XUNJIAN_LEDGER")
    try keep("printer: office\n")
    let run3 = try run("config", "--json", with: ["NO_COLOR": "1"])
    #expect(try value("theme", run3) == "mono environment NO_COLOR")
  }

  /// What was chosen on a screen gives way to what was written down and to NO_COLOR, not to the locale; a file
  /// that is broken, or no file, says nothing and does no harm.
  @Test func remembered() throws {
    let state = ["XDG_STATE_HOME": folder.path + "/state"]
    let place = folder.path + "/state/xunjian"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    func chose(_ text: String) throws {
      _ = try folder.file("state/xunjian/chosen.json", holding: text)
    }
    try chose(#"{"theme": "dark", "language": "zh", "recent": ["hazards"]}"#)
    let chosen = try run("config", "--json", with: state)
    #expect(try value("theme", chosen) == "dark remembered")
    #expect(try value("language", chosen) == "zh remembered")
    #expect(try run("config", with: state).output.contains("上次在画面上选的"))
    let dim = try run("config", "--json", with: state.merging(["NO_COLOR": "1"]) { $1 })
    #expect(try value("theme", dim) == "mono environment NO_COLOR")
    try keep("theme: light\n")
    let set = try run("config", "--json", "--language", "en", with: state)
    #expect(try value("theme", set) == "light config 1")
    #expect(try value("language", set) == "en option --language")
    try keep("")
    for broken in [
      "", "{", "[]", #"{"theme": 3}"#, #"{"theme": "pink", "language": "fr"}"#,
      "\u{0}", String(repeating: "[", count: 70_000),
    ] {
      try chose(broken)
      let run = try run("config", "--json", with: state)
      #expect(run.status == 0 && run.trouble.isEmpty, "\(broken.prefix(20))")
      #expect(try value("theme", run) == "auto default", "\(broken.prefix(20))")
      #expect(try value("language", run) == "en environment LANG", "\(broken.prefix(20))")
    }
    try FileManager.default.removeItem(atPath: place + "/chosen.json")
    #expect(mkfifo(place + "/chosen.json", 0o600) == 0)
    #expect(try run("config", "--json", with: state).status == 0)
  }

  /// Each bad line is named by file, line and field; all else holds and the program runs.
  @Test func badLinesAreNamedAndIgnored() throws {
    try keep(
      """
      theme: pink
      langage: zh
      ledger: somewhere/else
      mouse: true
      keys:
        pass: "2"
        sign: [F8, F11]
        fly: x
        undo: Nokey
      """)
    let run = try run("config", "--json")
    let problems = try run.json()["problems"].list.map {
      "\($0["line"].int ?? 0) \($0["field"].string ?? "")"
    }
    #expect(
      Set(problems) == [
        "1 theme", "2 langage", "3 ledger", "6 keys.pass", "8 keys.fly", "9 keys.undo",
      ])
    #expect(try value("mouse", run) == "true config 4")
    #expect(try run.json()["keys"].list.map { $0["action"].string } == ["sign"])

    let other = try self.run("keys", "--json")
    #expect(other.status == 0)
    #expect(other.trouble.contains("config.yaml: line 1: theme: “pink” is none of: auto, dark"))
    #expect(other.trouble.split(separator: "\n").count == problems.count)
    let rows = try other.json().list.filter { $0["action"].string == "sign" }
    #expect(rows.map { $0["keys"].strings } == [["F8", "F11"]])
  }

  @Test func checkAnswersNoWhereKeysClash() throws {
    #expect(try run("keys", "--check").status == 0)
    try keep("keys:\n  pass: \"2\"\n")
    let run = try run("keys", "--check")
    #expect(run.status == 1)
    #expect(run.output.contains("line 2: keys.pass: 2 already means “fail”"))
    #expect(run.trouble.isEmpty)
  }

  /// The commented file sets nothing, and once its comments are gone it holds what it says.
  @Test(arguments: ["zh", "en"])
  func theSampleIsValid(_ language: String) throws {
    let sample = try xunjian(["config", "--sample"], language: language).output
    try keep(sample)
    #expect(try run("config", "--json").json()["problems"].list.isEmpty)
    let commented = sample.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("# ") && $0.contains(": ") && !$0.contains("xunjian config") }
    let settings: [String] = commented.map { String($0.dropFirst(2)) }
      .filter { $0.first?.isLowercase == true || $0.hasPrefix(" ") }
    let values = settings.filter { !$0.hasPrefix(" ") }
    let keys = settings.filter { $0.hasPrefix(" ") }
    try keep((values + ["keys:"] + keys).joined(separator: "\n"))
    let held = try run("config", "--json").json()
    #expect(held["problems"].list.isEmpty, "\(held)")
    #expect(held["values"].list.allSatisfy { $0["origin"].string == "config" })
  }

  @Test func initWritesOnce() throws {
    #expect(try run("config", "--init").status == 0)
    #expect(try run("config", "--json").json()["exists"].bool == true)
    #expect(try run("config", "--init").status == 73)
  }

  /// A settings file that cannot be read, or is none, is named; the command runs.
  @Test func whatIsNoFileIsNamed() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("xunjian/config.yaml"),
      withIntermediateDirectories: true)
    let run = try run("keys", "--json")
    #expect(run.status == 0)
    #expect(run.trouble.contains("config.yaml"))
  }

  @Test func theManualPageOfKeys() throws {
    let run = try xunjian(["keys", "--markdown", "--language", "zh"], language: "en")
    #expect(run.output.contains("## 巡检\n\n| 键 | 做什么 | 动作名 |\n| --- | --- | --- |\n"))
    #expect(run.output.contains("| 1 y 空格 | 合格 | pass |"))
  }
}
