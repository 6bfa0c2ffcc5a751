import Almanac
import Domain
import Foundation

/// Makes a ledger by asking in the terminal, line by line.
enum GuidedSetup {
  /// - Throws: ``ShellError`` without a terminal, or when it was stopped with nothing written;
  ///   `LedgerError`.
  static func run(_ options: GlobalOptions, isPractice: Bool) throws {
    guard isatty(STDIN_FILENO) == 1 else { throw ShellError.noTerminal }
    if options.now != nil, !isPractice { throw ShellError.nowOnlyForPractice }
    let language = Speech.language
    var dialogue = SetupDialogue(language: language, login: Actor.login)
    for line in SetupDialogue.opening { Output.line(line[language]) }
    while true {
      for line in dialogue.prompt { Output.line(line) }
      guard let answer = TypedLine.read() else { throw stopped }
      switch dialogue.answer(answer) {
      case .asking: continue
      case .stopped: throw stopped
      case .agreed:
        let setup = dialogue.answers.setup(
          checklists: try Shipped.checklists(), isPractice: isPractice)
        try Founding.write(setup, to: options.ledgerPath, at: Clock(from: options.now).now)
        let isDefault = options.ledger == nil
        Output.line(
          Bilingual(
            zh: "已建立台账库：\(options.ledgerPath)；打开：",
            en: "Made the ledger \(options.ledgerPath); open it with: ")[language]
            + (isDefault ? "xunjian" : "xunjian --ledger \(options.ledgerPath)"))
        return
      }
    }
  }

  private static let stopped = ShellError.plain(
    .negative, Bilingual(zh: "已停止，什么都没有写入。", en: "Stopped; nothing was written."))
}

/// A line typed at the terminal.
enum TypedLine {
  /// Reads one line; nil at its end (Ctrl-D) or when interrupted (Ctrl-C).
  static func read() -> String? {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    var former = sigaction()
    sigaction(SIGINT, &action, &former)
    defer { sigaction(SIGINT, &former, nil) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Foundation.read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
