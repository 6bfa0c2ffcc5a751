import Almanac
import ArgumentParser
import Domain
import Foundation

/// The command line's root: without a word it opens the terminal program.
@main
struct Program: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xunjian",
    abstract: Bilingual(
      zh: "小型机关的安全巡检台账", en: "A small office's safety inspections")[Speech.language],
    version: Version.text,
    subcommands: [
      OpenCommand.self, DemoCommand.self, InitCommand.self, TodayCommand.self, ScheduleCommand.self,
      RoundCommand.self, InspectCommand.self, InspectionCommand.self, DraftCommand.self,
      HazardCommandGroup.self, RectificationNoticeGroup.self, EntryCommandGroup.self,
      DutyCommandGroup.self, ActivityCommandGroup.self, IncidentCommandGroup.self,
      NilCommandGroup.self,
      EmergencyCommandGroup.self, ExpiryCommandGroup.self, RuleCommandGroup.self,
      AssetCommandGroup.self,
      ResponsibilityCommandGroup.self, GoalCommandGroup.self, ShortcomingCommandGroup.self,
      AssessmentCommandGroup.self, VehicleCommandGroup.self, DriverCommandGroup.self,
      TripCommandGroup.self,
      AlertCommand.self, CalendarCommand.self,
      PlaceCommand.self,
      OrganizationCommand.self, PersonCommand.self, KeyCommandGroup.self, SectionCommand.self,
      PlanCommandGroup.self,
      ChecklistCommand.self,
      ReportCommand.self, SealCommand.self, VerifyCommand.self, RebuildCommand.self,
      BackupCommand.self, RestoreCommand.self, DoctorCommand.self, ConfigCommand.self,
      KeysCommand.self, TemplateCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot(Words.sorted(Array(CommandLine.arguments.dropFirst())))
      // These two say it themselves.
      if !(command is ConfigCommand), (command as? KeysCommand)?.check != true {
        for problem in Settings.present.problems { Output.error(problem.message) }
      }
      try command.run()
    } catch {
      Self.end(error)
    }
  }

  private static func end(_ error: any Error) -> Never {
    if let stop = error as? Interruption { stop.end() }
    if let failure = Failure(error) {
      Output.error(failure.message)
      Foundation.exit(failure.status.rawValue)
    }
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    guard !exitCode(for: error).isSuccess else {
      Output.bytes(Array((ParserWords.help(message(for: error))[Speech.language] + "\n").utf8))
      Foundation.exit(ExitStatus.done.rawValue)
    }
    Output.error(ParserWords.error(message(for: error), page: fullMessage(for: error)))
    Foundation.exit(ExitStatus.usage.rawValue)
  }
}

/// The version that `--version` prints.
enum Version {
  static let text = "xunjian 0.1.0"
}

/// Puts the global options that stand before a command's words behind them, where the parser takes them.
enum Words {
  private static let withValue: Set<String> = [
    "--ledger", "--as", "--language", "--now", "--theme",
  ]
  private static let flags: Set<String> = ["--plain"]

  static func sorted(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var leading: [String] = []
    while let first = rest.first, first.hasPrefix("--") {
      let name = String(first.prefix { $0 != "=" })
      guard withValue.contains(name) || flags.contains(first) else { break }
      leading.append(rest.removeFirst())
      if withValue.contains(name), name == first, let value = rest.popFirst() {
        leading.append(value)
      }
    }
    let asksForHelp =
      rest.first.map { ["--help", "-h", "help", "--version"].contains($0) } ?? false
    return Array(rest) + (asksForHelp ? [] : leading)
  }
}
