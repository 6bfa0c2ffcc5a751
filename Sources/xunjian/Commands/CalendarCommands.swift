import Almanac
import ArgumentParser

/// Days: seasons, breaks, festivals.
struct CalendarCommand: ParsableCommand {
  static let configuration = about(
    "calendar", zh: "日历", en: "days",
    [
      MonthCommand.self, FestivalsCommand.self, TermsCommand.self, StatutoryCommand.self,
      BreaksCommand.self, NoticeCommand.self, LoadCommand.self, NoticesCommand.self,
      FloodCommand.self, CalendarExport.self,
    ])
}
