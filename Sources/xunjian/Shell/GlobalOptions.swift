import Almanac
import ArgumentParser
import Foundation

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: help(zh: "台账库文件", en: "the ledger file"))
  var ledger: String?

  @Option(name: .customLong("as"), help: help(zh: "以谁的身份（编号或姓名）", en: "who acts: an id or a name"))
  var person: String?

  @Option(help: help(zh: "语言 zh 或 en", en: "language, zh or en"))
  var language: Language?

  @Option(
    help: help(
      zh: "演练台账的当前时间 YYYY-MM-DDTHH:MM", en: "a practice ledger's present time, YYYY-MM-DDTHH:MM"))
  var now: Moment?

  /// The ledger's place: the option, then the environment, then the user's data folder.
  var ledgerPath: String {
    let environment = ProcessInfo.processInfo.environment
    if let ledger { return ledger }
    if let named = environment["XUNJIAN_LEDGER"], !named.isEmpty { return named }
    let home = environment["HOME"] ?? NSHomeDirectory()
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (data ?? home + "/.local/share") + "/xunjian/ledger.sqlite"
  }
}

/// Help in the language of the environment: it is needed before options are read.
func help(zh: String, en: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Bilingual(zh: zh, en: en)[Speech.language])
}

/// The line of a command in the list of commands.
func about(_ name: String, zh: String, en: String, _ words: [any ParsableCommand.Type] = [])
  -> CommandConfiguration
{
  CommandConfiguration(
    commandName: name, abstract: Bilingual(zh: zh, en: en)[Speech.language], subcommands: words)
}

/// The language the program speaks, settled once from `--language` and the locale.
enum Speech {
  static let language: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--language", arguments.indices.contains(index + 1),
        let chosen = Language(rawValue: arguments[index + 1])
      {
        return chosen
      }
      if argument.hasPrefix("--language="),
        let chosen = Language(rawValue: String(argument.dropFirst(11)))
      {
        return chosen
      }
    }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .english : .chinese
  }()
}

extension Language: ExpressibleByArgument {}

extension Moment: ExpressibleByArgument {
  /// Reads what ``Moment`` reads from text, as `2026-11-23T10:42`.
  public init?(argument: String) { self.init(argument) }
}

/// A day on the command line, read later against today: `2026-11-30`, `11-30`, `+7`, `today`.
struct TypedDay: ExpressibleByArgument {
  var text: String

  init?(argument: String) {
    guard Day(typed: argument, today: Day(2026, 1, 1)) != nil else { return nil }
    text = argument
  }

  func day(today: Day) -> Day { Day(typed: text, today: today) ?? today }
}

extension Month: ExpressibleByArgument {
  /// Reads `2026-11`, exactly so.
  public init?(argument: String) { self.init(argument) }
}
