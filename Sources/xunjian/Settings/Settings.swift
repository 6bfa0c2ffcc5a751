import Almanac
import Canvas
import Foundation
import Intake
import Screens

/// What a person has set: each value with where it came from. Nothing here can keep the program from
/// starting: what is wrong is told and left out.
struct Settings {
  /// Where a value came from.
  enum Origin: Equatable {
    case standard
    /// Chosen on a screen in a sitting before.
    case remembered
    case file(line: Int?)
    case environment(String)
    case option(String)
  }

  /// What can be set, besides keys.
  enum Name: String, CaseIterable {
    case language
    case theme
    case ledger
    case mouse
    case plain
    case photos
    case printer
    case outbox
  }

  /// A value and where it came from.
  struct Value: Equatable {
    var text: String
    var origin: Origin
  }

  /// The settings of this process, read once.
  static let present = readAnew()

  /// The settings as they are on disk now.
  static func readAnew() -> Settings {
    Settings(
      environment: ProcessInfo.processInfo.environment, arguments: CommandLine.arguments)
  }

  /// Where the file lies, whether it is there or not.
  let path: String
  /// Whether it is there.
  let isThere: Bool
  /// Which keys do what.
  let keyMap: KeyMap
  /// What was left out of the file, and why.
  let problems: [IntakeError]

  private let values: [Name: Value]
  /// The line of each action whose keys were changed.
  private let keyLines: [Action: Int?]

  init(environment: [String: String], arguments: [String]) {
    let surroundings = Surrounding(
      environment: environment, arguments: arguments, remembered: Remembered(environment))
    path = surroundings.folder + "/config.yaml"
    isThere = FileManager.default.fileExists(atPath: path)
    var reader = SettingsReader(file: path, home: surroundings.home)
    if isThere { reader.read() }
    values = Dictionary(
      uniqueKeysWithValues: Name.allCases.map { name in
        (name, surroundings.value(of: name, inFile: reader.values[name]))
      })
    keyMap = KeyMap(reader.changes.map(\.change))
    keyLines = Dictionary(reader.changes.map { ($0.change.action, $0.line) }) { $1 }
    let lines = keyLines
    problems =
      reader.problems
      + keyMap.refusals.map { refusal in
        IntakeError(
          file: reader.file, line: lines[refusal.change.action] ?? nil,
          field: "keys.\(refusal.change.action.rawValue)", problem: refusal.reason)
      }
  }

  subscript(name: Name) -> Value { values[name] ?? Value(text: "", origin: .standard) }

  var language: Language { Language(rawValue: self[.language].text) ?? .chinese }
  var theme: Theme { Theme(rawValue: self[.theme].text) ?? .auto }
  var isMouseOn: Bool { self[.mouse].text == "true" }
  /// Whether the program speaks in lines of question and answer.
  var isPlain: Bool { self[.plain].text == "true" }
  /// The printer's name; nil for the system's own choice.
  var printer: String? { self[.printer].text.isEmpty ? nil : self[.printer].text }

  /// The folder for documents that are not printed at once (发件夹).
  var outbox: String { self[.outbox].text }

  /// The keys that were changed, with their lines.
  var changedKeys: [(action: Action, keys: [Key], origin: Origin)] {
    Action.allCases.filter(keyMap.isChanged).map {
      ($0, keyMap.keys(of: $0), .file(line: keyLines[$0] ?? nil))
    }
  }

  /// What is wrong, in a line for the screen; nil where nothing is.
  var trouble: Bilingual? {
    guard let first = problems.first else { return nil }
    guard problems.count > 1 else { return first.message }
    let count = problems.count
    return first.message
      + Bilingual(
        zh: "（共 \(count) 处，见 xunjian config）", en: " (\(count) in all; see xunjian config)")
  }
}

/// What surrounds the program: its environment and how it was called.
private struct Surrounding {
  var environment: [String: String]
  var arguments: [String]
  var remembered: Remembered

  var home: String { named("HOME") ?? NSHomeDirectory() }

  /// The folder of the user's settings.
  var folder: String {
    let settings = named("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (settings ?? home + "/.config") + "/xunjian"
  }

  /// A value by rank. What the whole session says (`LANG`, `NO_COLOR`) gives way to what was set for this
  /// program; what the environment says of this program alone does not. What was chosen on a screen stands
  /// after what was written down for good, and before the locale, which nearly every session has.
  func value(of name: Settings.Name, inFile file: Settings.Value?) -> Settings.Value {
    switch name {
    case .language:
      option("language", among: Language.allCases.map(\.rawValue)) ?? file
        ?? chosen(remembered.language.flatMap(Language.init(rawValue:))) ?? locale
    case .theme:
      option("theme", among: Theme.allCases.map(\.rawValue)) ?? file ?? noColour
        ?? chosen(remembered.theme.flatMap(Theme.init(rawValue:))) ?? standard(Theme.auto.rawValue)
    case .ledger:
      option("ledger") ?? variable("XUNJIAN_LEDGER") ?? file ?? standard(ledger)
    case .mouse: file ?? standard("false")
    case .plain: plain ?? file ?? standard("false")
    case .photos: variable("XUNJIAN_PHOTOS") ?? photos ?? file ?? standard(home + "/xunjian-photos")
    case .printer: file ?? standard("")
    case .outbox: file ?? standard(documents + "/xunjian")
    }
  }

  /// Where the login keeps documents: `XDG_DOCUMENTS_DIR` of the environment or of the desktop's
  /// `user-dirs.dirs`, else `Documents` at home.
  private var documents: String {
    if let named = named("XDG_DOCUMENTS_DIR"), named.hasPrefix("/") { return named }
    let settings = (folder as NSString).deletingLastPathComponent
    let lines = (try? String(contentsOfFile: settings + "/user-dirs.dirs", encoding: .utf8)) ?? ""
    let path: String? = lines.firstMatch(of: /(?m)^XDG_DOCUMENTS_DIR="([^"\n]+)"/)?.1.description
      .replacing("$HOME", with: home)
    return path.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/Documents"
  }

  private func standard(_ text: String) -> Settings.Value {
    Settings.Value(text: text, origin: .standard)
  }

  /// A variable that is set and not empty.
  private func named(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func variable(_ name: String) -> Settings.Value? {
    named(name).map { Settings.Value(text: $0, origin: .environment(name)) }
  }

  /// An option as it was typed; language and colours are needed before the parser has read it.
  private func option(_ name: String, among known: [String]? = nil) -> Settings.Value? {
    for (index, argument) in arguments.enumerated() {
      let text: String? =
        argument == "--\(name)" && arguments.indices.contains(index + 1)
        ? arguments[index + 1]
        : argument.hasPrefix("--\(name)=") ? String(argument.dropFirst(name.count + 3)) : nil
      guard let text, known?.contains(text) ?? true else { continue }
      return Settings.Value(text: text, origin: .option("--\(name)"))
    }
    return nil
  }

  private var locale: Settings.Value {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = named(name) else { continue }
      return Settings.Value(
        text: (locale.hasPrefix("en") ? Language.english : .chinese).rawValue,
        origin: .environment(name))
    }
    return standard(Language.chinese.rawValue)
  }

  private var noColour: Settings.Value? {
    named("NO_COLOR").map { _ in
      Settings.Value(text: Theme.mono.rawValue, origin: .environment("NO_COLOR"))
    }
  }

  private func chosen(_ value: (some RawRepresentable<String>)?) -> Settings.Value? {
    value.map { Settings.Value(text: $0.rawValue, origin: .remembered) }
  }

  private var plain: Settings.Value? {
    if arguments.contains("--plain") {
      return Settings.Value(text: "true", origin: .option("--plain"))
    }
    return named("XUNJIAN_PLAIN").map {
      Settings.Value(text: $0 == "0" ? "false" : "true", origin: .environment("XUNJIAN_PLAIN"))
    }
  }

  private var ledger: String {
    let data = named("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (data ?? home + "/.local/share") + "/xunjian/ledger.sqlite"
  }

  /// The folder that `hazard photo --folder` has set.
  private var photos: Settings.Value? {
    let file = folder + "/photos-folder"
    guard let kept = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    let path = kept.trimmingCharacters(in: .whitespacesAndNewlines)
    return path.isEmpty ? nil : Settings.Value(text: path, origin: .option("hazard photo --folder"))
  }
}
