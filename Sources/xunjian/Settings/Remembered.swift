import Almanac
import Canvas
import Foundation
import Screens

/// What was chosen on screens and holds in the next sitting of a login too, as far as nothing set by hand says
/// otherwise: kept in a small file that may be missing, broken or not writable without harm.
struct Remembered: Codable, Equatable {
  /// A theme's name, where one was chosen.
  var theme: String?
  /// A language's name, where one was chosen.
  var language: String?
  /// The names of the commands chosen lately, the latest first; a name that this version does not know is one
  /// of another version.
  var recent: [String]?
  /// The printer that was printed on last.
  var printer: String?
  /// Whether both sides were printed then.
  var duplex: Bool?
  /// The format of the last file.
  var format: String?

  /// More than a palette shows need not be kept.
  private static let mostRecent = 10
  private static let most = 1 << 16

  /// What the login of an environment has chosen; nothing where its file cannot be read.
  init(_ environment: [String: String]) {
    let file = Self.file(environment)
    let facts = try? FileManager.default.attributesOfItem(atPath: file)
    guard facts?[.type] as? FileAttributeType == .typeRegular,
      let size = facts?[.size] as? Int, size <= Self.most,
      let bytes = FileManager.default.contents(atPath: file),
      let kept = try? JSONDecoder().decode(Self.self, from: bytes)
    else { return }
    self = kept
  }

  /// What was chosen when something was last printed or saved.
  var printing: PrintChoice {
    PrintChoice(
      printer: printer, isDuplex: duplex ?? false,
      format: format.flatMap(FileFormat.init(rawValue:)) ?? .pdf)
  }

  /// Changes what is kept, whole or not at all; where it cannot be written nothing is said.
  static func change(
    _ environment: [String: String] = ProcessInfo.processInfo.environment,
    _ change: (inout Remembered) -> Void
  ) {
    let former = Remembered(environment)
    var kept = former
    change(&kept)
    guard kept != former else { return }
    kept.recent = kept.recent.map { Array($0.prefix(mostRecent)) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let bytes = try? encoder.encode(kept) else { return }
    StateFolder.make(environment)
    try? Files.write(Array(bytes), to: file(environment))
  }

  private static func file(_ environment: [String: String]) -> String {
    StateFolder.path(environment) + "/chosen.json"
  }
}

/// Where a login's state is kept: `$XDG_STATE_HOME/xunjian`, mostly `~/.local/state/xunjian`.
enum StateFolder {
  static func path(_ environment: [String: String]) -> String {
    let named = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return (named ?? home + "/.local/state") + "/xunjian"
  }

  /// Makes it, for this login alone, if it is not there.
  static func make(_ environment: [String: String]) {
    try? FileManager.default.createDirectory(
      atPath: path(environment), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }
}
