import Foundation

/// Whether a login opens the terminal program for the first time, kept in an empty file of its own.
enum FirstOpening {
  /// Whether the tour is due: nothing was kept yet, `XUNJIAN_NO_TOUR` is not set, and it can be kept that it
  /// was shown.
  static func isNow(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool {
    guard environment["XUNJIAN_NO_TOUR"]?.isEmpty ?? true else { return false }
    let file = StateFolder.path(environment) + "/tour-shown"
    guard !FileManager.default.fileExists(atPath: file) else { return false }
    StateFolder.make(environment)
    return FileManager.default.createFile(atPath: file, contents: nil)
  }
}
