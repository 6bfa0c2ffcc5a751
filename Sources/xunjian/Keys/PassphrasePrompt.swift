import Almanac
import Domain
import Foundation

/// Asks for a PIN or passphrase at the terminal without showing it. Where there is none, the environment
/// may give it: `XUNJIAN_PIN`, and `XUNJIAN_NEW_PIN` for one yet to be set.
enum PassphrasePrompt {
  /// The passphrase that opens a person's key.
  ///
  /// - Throws: ``PassphraseMissing`` where nobody can be asked or nothing was given.
  static func read(for person: Person) throws -> Passphrase {
    let words = Bilingual(
      zh: "\(person.name)的 PIN 或口令：", en: "PIN or passphrase of \(person.name): ")
    return Passphrase(try text(words, orFrom: "XUNJIAN_PIN"))
  }

  /// A passphrase that is to protect a key, typed twice.
  ///
  /// - Throws: ``PassphraseMissing`` or `PassphraseError`.
  static func choose() throws -> Passphrase {
    let name = "XUNJIAN_NEW_PIN"
    let first = try Passphrase(
      choosing: text(
        Bilingual(zh: "新的 PIN（至少6位）或口令：", en: "New PIN (6 digits at least) or passphrase: "),
        orFrom: name))
    let again = Passphrase(
      try text(Bilingual(zh: "再输一次：", en: "The same again: "), orFrom: name))
    guard first == again else { throw PassphraseError.different }
    return first
  }

  private static func text(_ words: Bilingual, orFrom name: String) throws -> String {
    if let given = ProcessInfo.processInfo.environment[name], !given.isEmpty { return given }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw PassphraseMissing(variable: name)
    }
    FileHandle.standardError.write(Data(words[Speech.language].utf8))
    let typed = unseen { TypedLine.read() }
    FileHandle.standardError.write(Data("\n".utf8))
    guard let line = typed?.trimmingCharacters(in: .newlines), !line.isEmpty else {
      throw PassphraseMissing(variable: name)
    }
    return line
  }

  /// Reads what the terminal, where there is one, does not show while it is typed.
  static func unseen<Value>(_ read: () -> Value) -> Value {
    var usual = termios()
    guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return read() }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual) }
    return read()
  }
}

/// A passphrase was needed and not given. Nothing was written.
struct PassphraseMissing: Refusal {
  var variable: String

  var kind: RefusalKind { .notPermitted }
  var message: Bilingual {
    Bilingual(
      zh: "密钥设有 PIN 或口令，没有输入，没有写入。请在终端中办理，或用环境变量 \(variable) 给出。",
      en: """
        The key is under a PIN or passphrase, which was not given; nothing was written. Act in a \
        terminal, or give it by the environment's \(variable).
        """)
  }
}
