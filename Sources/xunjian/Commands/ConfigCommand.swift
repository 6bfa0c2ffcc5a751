import Almanac
import ArgumentParser
import Foundation
import Intake

/// The settings that hold, and where each came from.
struct ConfigCommand: ParsableCommand {
  static let configuration = about(
    "config", zh: "个人设置和各值的来源", en: "your settings and where each came from")

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
  @Flag(help: help(zh: "输出带说明的样例文件", en: "print a commented file")) var sample = false
  @Flag(
    name: .customLong("init"),
    help: help(zh: "还没有设置文件时，写一份样例", en: "write the commented file where there is none"))
  var writes = false

  private var settings: Settings { .present }

  func run() throws {
    if sample { return Output.bytes(Array(SettingsSample.text[Speech.language].utf8)) }
    if writes { return try write() }
    if json { return try Output.json(ConfigJSON(settings)) }
    Output.line(settings.path + (settings.isThere ? "" : Self.missing[Speech.language]))
    let heading = [
      Bilingual(zh: "设置", en: "Setting"), Bilingual(zh: "值", en: "Value"),
      Bilingual(zh: "来源", en: "From"),
    ]
    Output.table(heading.map { $0[Speech.language] }, rows)
    for problem in settings.problems { Output.line("[X] " + problem.message[Speech.language]) }
  }

  private var rows: [[String]] {
    Settings.Name.allCases.map { name in
      let value = settings[name]
      return [name.rawValue, value.text, value.origin.words[Speech.language]]
    }
      + settings.changedKeys.map { change in
        [
          "keys.\(change.action.rawValue)", change.keys.map { $0.name.en }.joined(separator: " "),
          change.origin.words[Speech.language],
        ]
      }
  }

  private static let missing = Bilingual(
    zh: "（还没有；xunjian config --init 写一份）", en: " (not there yet; xunjian config --init writes one)")

  private func write() throws {
    guard !settings.isThere else {
      throw ShellError.plain(
        .cannotCreate,
        Bilingual(
          zh: "已有设置文件 \(settings.path)；样例用 config --sample 输出。",
          en: "There is a file already: \(settings.path); config --sample prints the commented one."
        ))
    }
    let folder = (settings.path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Files.write(Array(SettingsSample.text[Speech.language].utf8), to: settings.path)
    Output.line(settings.path)
  }
}

extension Settings.Origin {
  /// Where the value came from, in words.
  var words: Bilingual {
    switch self {
    case .standard: Bilingual(zh: "默认", en: "default")
    case .remembered: Bilingual(zh: "上次在画面上选的", en: "remembered from a screen")
    case .file(let line):
      line.map {
        Bilingual(zh: "config.yaml 第\($0)行", en: "config.yaml line \($0)")
      } ?? Bilingual(verbatim: "config.yaml")
    case .environment(let name): Bilingual(zh: "环境变量 \(name)", en: "environment \(name)")
    case .option(let name): Bilingual(zh: "选项 \(name)", en: "option \(name)")
    }
  }

  /// The kind of origin, and its name where it has one.
  fileprivate var code: (kind: String, name: String?, line: Int?) {
    switch self {
    case .standard: ("default", nil, nil)
    case .remembered: ("remembered", nil, nil)
    case .file(let line): ("config", nil, line)
    case .environment(let name): ("environment", name, nil)
    case .option(let name): ("option", name, nil)
    }
  }
}

/// The settings as programs read them.
private struct ConfigJSON: Encodable {
  struct Value: Encodable {
    var name: String
    var value: String
    var origin: String
    @Nullable var from: String?
    @Nullable var line: Int?

    init(_ name: String, _ value: String, _ origin: Settings.Origin) {
      self.name = name
      self.value = value
      let code = origin.code
      self.origin = code.kind
      _from = Nullable(wrappedValue: code.name)
      _line = Nullable(wrappedValue: code.line)
    }
  }

  struct Keys: Encodable {
    var action: String
    var keys: [String]
    @Nullable var line: Int?
  }

  struct Problem: Encodable {
    @Nullable var line: Int?
    @Nullable var field: String?
    var problem: Bilingual
  }

  var file: String
  var exists: Bool
  var values: [Value]
  var keys: [Keys]
  var problems: [Problem]

  init(_ settings: Settings) {
    file = settings.path
    exists = settings.isThere
    values = Settings.Name.allCases.map {
      Value($0.rawValue, settings[$0].text, settings[$0].origin)
    }
    keys = settings.changedKeys.map { change in
      Keys(
        action: change.action.rawValue, keys: change.keys.map { $0.name.en },
        line: change.origin.code.line)
    }
    problems = settings.problems.map {
      Problem(line: $0.line, field: $0.field, problem: $0.problem)
    }
  }
}
