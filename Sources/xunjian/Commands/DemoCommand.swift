import Almanac
import ArgumentParser
import Foundation

/// The terminal program on a sample office, in a ledger of its own.
struct DemoCommand: ParsableCommand {
  static let configuration = about("demo", zh: "打开样例台账演练", en: "try it on a sample bureau")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "保留在此目录", en: "keep it in this folder")) var keep: String?
  @Flag(help: help(zh: "不带历史记录", en: "without a history")) var empty = false

  func run() throws {
    let hasTerminal =
      options.isPlain || isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    if let keep { return try run(in: keep, hasTerminal: hasTerminal) }
    guard hasTerminal else { throw ShellError.noTerminal }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("xunjian-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try open(try made(in: folder).path)
  }

  private func run(in folder: String, hasTerminal: Bool) throws {
    let (path, isNew) = try made(in: folder)
    guard !hasTerminal else { return try open(path) }
    let state =
      isNew
      ? Bilingual(zh: "已建立演练台账库：", en: "Made the practice ledger ")
      : Bilingual(zh: "已有演练台账库：", en: "There is a practice ledger already: ")
    Output.line(
      (state + Bilingual(zh: "\(path)；打开：", en: "\(path); open it with: "))[Speech.language]
        + "xunjian --ledger \(path)")
  }

  /// The ledger of a folder, made unless it is there.
  private func made(in folder: String) throws -> (path: String, isNew: Bool) {
    let path = folder + "/ledger.sqlite"
    guard !FileManager.default.fileExists(atPath: path) else { return (path, false) }
    let isNewFolder = !FileManager.default.fileExists(atPath: folder)
    do {
      try Progress.shown { meter in
        try DemoLedger.make(
          at: path, now: Clock(from: options.now).now, in: Speech.language, isEmpty: empty,
          progress: meter.measuring(.demonstration))
      }
    } catch {
      // Only where nothing else came into it.
      if isNewFolder { rmdir(folder) }
      throw error
    }
    return (path, true)
  }

  private func open(_ path: String) throws {
    var options = options
    options.ledger = path
    try TerminalProgram.run(options)
  }
}
