import Almanac
import ArgumentParser
import Canvas

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

  @Option(help: help(zh: "画面的配色", en: "the colours of screens")) var theme: Theme?

  @Flag(
    help: help(
      zh: "一问一答的文字行，适合读屏和盲文点显器",
      en: "lines of question and answer, for screen readers and braille"))
  var plain = false

  /// Whether the program speaks in lines: by the option, the environment, or the settings.
  var isPlain: Bool { plain || Settings.present.isPlain }

  /// The ledger's place: the option, the environment, the settings, then the user's data folder.
  var ledgerPath: String { ledger ?? Settings.present[.ledger].text }
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

/// The language the program speaks, settled once from `--language`, the settings and the locale.
enum Speech {
  static let language = Settings.present.language
}

extension Theme: ExpressibleByArgument {}

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
