import Almanac
import Canvas
import Foundation
import Intake
import Screens

/// Gives the settings of a file their meaning.
struct SettingsReader {
  let file: String
  let home: String
  private(set) var values: [Settings.Name: Settings.Value] = [:]
  private(set) var changes: [(change: KeyMap.Change, line: Int?)] = []
  private(set) var problems: [IntakeError] = []

  init(file: String, home: String) {
    self.file = file
    self.home = home
  }

  mutating func read() {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(file)
    } catch {
      let words = Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription)
      problems.append(IntakeError(file: file, problem: words))
      return
    }
    let content = SettingsFile(bytes, file: file)
    problems += content.troubles
    for entry in content.entries {
      do throws(IntakeError) {
        try take(entry)
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func take(_ entry: SettingsFile.Entry) throws(IntakeError) {
    if entry.field.hasPrefix("keys.") {
      return try takeKeys(entry)
    }
    guard let name = Settings.Name(rawValue: entry.field) else {
      let names = (Settings.Name.allCases.map(\.rawValue) + ["keys"]).joined(separator: ", ")
      throw error(
        entry,
        Bilingual(zh: "没有这项设置，可用：\(names)", en: "there is no such setting; there are: \(names)"))
    }
    guard entry.texts.count == 1, let text = entry.texts.first else {
      throw error(entry, Bilingual(zh: "这里应是一个值", en: "one value is expected here"))
    }
    values[name] = Settings.Value(
      text: try meaning(of: text, for: name, entry), origin: .file(line: entry.line))
  }

  private func meaning(
    of text: String, for name: Settings.Name, _ entry: SettingsFile.Entry
  ) throws(IntakeError) -> String {
    switch name {
    case .language: return try word(text, among: Language.allCases.map(\.rawValue), entry)
    case .theme: return try word(text, among: Theme.allCases.map(\.rawValue), entry)
    case .mouse, .plain:
      let yes = ["true", "yes", "on"]
      let word = try word(text, among: yes + ["false", "no", "off"], entry)
      return yes.contains(word) ? "true" : "false"
    case .ledger, .photos, .outbox:
      let path = text.hasPrefix("~/") ? home + text.dropFirst() : text
      guard path.hasPrefix("/") else {
        throw error(
          entry, Bilingual(zh: "请写完整路径，以 / 或 ~/ 开头", en: "write the whole path, from / or ~/"))
      }
      return path
    case .printer: return text
    }
  }

  private func word(
    _ text: String, among known: [String], _ entry: SettingsFile.Entry
  ) throws(IntakeError) -> String {
    guard known.contains(text.lowercased()) else {
      let words = known.joined(separator: ", ")
      throw error(
        entry,
        Bilingual(zh: "“\(text)”不在可选之列：\(words)", en: "“\(text)” is none of: \(words)"))
    }
    return text.lowercased()
  }

  private mutating func takeKeys(_ entry: SettingsFile.Entry) throws(IntakeError) {
    guard let action = Action(rawValue: String(entry.field.dropFirst("keys.".count))) else {
      throw error(
        entry,
        Bilingual(zh: "没有这个动作，见 xunjian keys", en: "there is no such action; see xunjian keys"))
    }
    var keys: [Key] = []
    for text in entry.texts {
      guard let key = Key(named: text) else {
        throw error(
          entry,
          Bilingual(
            zh: "“\(text)”不是键；写一个字符，或 F8、Space、Enter、Ctrl-P 等",
            en: "“\(text)” is no key; write a character, or F8, Space, Enter, Ctrl-P and so on"))
      }
      keys.append(key)
    }
    changes.append((KeyMap.Change(action, keys), entry.line))
  }

  private func error(_ entry: SettingsFile.Entry, _ problem: Bilingual) -> IntakeError {
    IntakeError(file: file, line: entry.line, field: entry.field, problem: problem)
  }
}
