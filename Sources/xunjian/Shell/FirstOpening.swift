import Foundation

/// Whether a login opens the terminal program for the first time, kept in an empty file of its own.
enum FirstOpening {
  /// Whether the tour is due: nothing was kept yet, `XUNJIAN_NO_TOUR` is not set, and it can be kept that it
  /// was shown.
  static func isNow(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool {
    guard environment["XUNJIAN_NO_TOUR"]?.isEmpty ?? true else { return false }
    let folder = folder(environment)
    let file = folder + "/tour-shown"
    guard !FileManager.default.fileExists(atPath: file) else { return false }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return FileManager.default.createFile(atPath: file, contents: nil)
  }

  /// `$XDG_STATE_HOME/xunjian`, mostly `~/.local/state/xunjian`.
  private static func folder(_ environment: [String: String]) -> String {
    let named = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return (named ?? home + "/.local/state") + "/xunjian"
  }
}
