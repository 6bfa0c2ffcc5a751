import Almanac

/// A part of the program with keys of its own.
public enum KeyPlace: String, Hashable, Sendable, CaseIterable {
  case everywhere
  case today
  case round
  case room
  case hazards
  case hazard
  case calendar
  case year
  case day
  case summary
  case figures
  case record
  case exemptions
  case entries
  case keys
  case papers
  case notices
  case duty
  case activities
  case activity
  case activityTotals
  case annual
  case incidents
  case nilReports
  case expiries
  case assets
  case rules
  case responsibility
  case goals
  case coverage
  case assessment
  case vehicles

  /// Where a screen belongs.
  init(of screen: any Screen) {
    self =
      switch screen {
      case is TodayScreen: .today
      case is RoundScreen: .round
      case is RoomScreen: .room
      case is HazardsScreen: .hazards
      case is HazardScreen: .hazard
      case is CalendarScreen: .calendar
      case is YearScreen: .year
      case is DayScreen: .day
      case is SummaryScreen: .summary
      case is FiguresScreen, is FigureScreen: .figures
      case is RecordScreen: .record
      case is ExemptionsScreen: .exemptions
      case is EntriesScreen: .entries
      case is KeysScreen: .keys
      case is DocumentScreen: .papers
      case is NoticesScreen: .notices
      case is DutyScreen: .duty
      case is ActivitiesScreen: .activities
      case is ActivityScreen: .activity
      case is ActivityTotalsScreen: .activityTotals
      case is AnnualScreen: .annual
      case is IncidentsScreen: .incidents
      case is NilReportsScreen: .nilReports
      case is ExpiriesScreen: .expiries
      case is AssetsScreen: .assets
      case is RulesScreen: .rules
      case is ResponsibilityScreen: .responsibility
      case is GoalsScreen: .goals
      case is CoverageScreen: .coverage
      case is AssessmentScreen: .assessment
      case is VehiclesScreen: .vehicles
      case _: .everywhere
      }
  }

  /// What the place is called.
  public var name: Bilingual {
    switch self {
    case .everywhere: Bilingual(zh: "各处", en: "Everywhere")
    case .today: Bilingual(zh: "今日", en: "Today")
    case .round: Bilingual(zh: "轮次", en: "Round")
    case .room: Bilingual(zh: "巡检", en: "Walk of a room")
    case .hazards: Bilingual(zh: "隐患", en: "Hazards")
    case .hazard: Bilingual(zh: "隐患全文", en: "A hazard in full")
    case .calendar: Bilingual(zh: "月历", en: "Calendar")
    case .year: Bilingual(zh: "全年", en: "Year")
    case .day: Bilingual(zh: "一日", en: "A day")
    case .summary: Bilingual(zh: "月报", en: "Summary")
    case .figures: Bilingual(zh: "数据明细", en: "Behind the figures")
    case .record: Bilingual(zh: "检查记录", en: "Record")
    case .exemptions: Bilingual(zh: "长期不适用", en: "What never applies")
    case .entries: Bilingual(zh: "代录待确认", en: "Entered for you")
    case .keys: Bilingual(zh: "待登记的密钥", en: "Keys to be tied")
    case .papers: Bilingual(zh: "纸面", en: "On paper")
    case .notices: Bilingual(zh: "整改通知书", en: "Rectification notices")
    case .duty: Bilingual(zh: "值班表", en: "Duty roster")
    case .activities: Bilingual(zh: "工作台账", en: "Register of activities")
    case .activity: Bilingual(zh: "一条活动", en: "An activity")
    case .activityTotals: Bilingual(zh: "期间合计", en: "Totals of a period")
    case .annual: Bilingual(zh: "年度工作总结", en: "Annual report")
    case .incidents: Bilingual(zh: "事故登记", en: "Incidents")
    case .nilReports: Bilingual(zh: "零报告", en: "Nil reports")
    case .expiries: Bilingual(zh: "到期事项", en: "What ends and when")
    case .assets: Bilingual(zh: "网络资产", en: "Assets of the network")
    case .rules: Bilingual(zh: "制度与预案", en: "Rules and plans")
    case .responsibility: Bilingual(zh: "安全责任", en: "Who answers for what")
    case .goals: Bilingual(zh: "年度工作计划", en: "Goals of the year")
    case .assessment: Bilingual(zh: "考评自评", en: "Self-assessment")
    case .coverage: Bilingual(zh: "职责对照", en: "Duties and what is lacking")
    case .vehicles: Bilingual(zh: "公务用车", en: "Official vehicles")
    }
  }

  /// All that can be done there at one time or another, besides what can be done everywhere.
  public var own: [Action] {
    switch self {
    case .everywhere: []
    case .today:
      [
        .open, .declareNil, .filter, .sort, .recordActivity, .raiseAlert, .liftAlert, .exemptions,
        .entries, .keys,
      ]
    case .round:
      [
        .open, .paper, .noEntry, .filter, .sortRooms, .countersign, .sectionRecord, .roundRecords,
        .blankForms, .excuse, .mark, .markAll, .answers,
      ]
    case .room:
      [
        .pass, .fail, .notApplicable, .clear, .allPass, .together, .undo, .nextRoom, .previousRoom,
        .sign, .proceed, .filter, .noEntry, .discard, .record, .answers,
      ]
    case .hazards:
      [
        .acts, .verify, .reject, .close, .assign, .extend, .photograph, .remind, .undo, .report,
        .whole, .papers, .notices, .sort, .filter, .overview, .mark, .markAll, .answers,
      ]
    case .hazard: [.answers]
    case .calendar:
      [
        .open, .holidaySet, .notice, .previousMonth, .nextMonth, .thisDay, .year, .jump,
        .previousDay,
        .nextDay,
      ]
    case .year:
      [.open, .yearPlan, .previousYear, .nextYear, .thisDay, .jump, .previousDay, .nextDay]
    case .day: [.open, .holidaySet, .previousDay, .nextDay, .thisDay]
    case .summary:
      [
        .previousMonth, .nextMonth, .print, .save, .figures, .completion, .quarterSummary,
        .yearSummary, .annualReport, .sealMonth, .otherEdition,
      ]
    case .figures: [.open, .wholeYear, .print, .save, .sort, .filter]
    case .record: [.acts, .previousRecord, .nextRecord, .print, .save]
    case .exemptions: [.acts, .mark, .markAll, .sort, .filter]
    case .entries: [.confirm, .dispute, .scan, .mark, .markAll, .sort, .filter]
    case .keys: [.tie, .sort, .filter]
    case .notices: [.acts, .print, .save, .markForPaper, .markAll, .sort, .filter]
    case .papers: [.acts, .previousPaper, .nextPaper, .print, .save, .figures]
    case .duty: [.acts, .previousPaper, .nextPaper, .papers, .sortTurned, .filter]
    case .activities: [.open, .recordActivity, .activityTotals, .sort, .filter]
    case .activity: [.acts]
    case .annual:
      [.open, .whole, .addShortcoming, .print, .save, .previousYear, .nextYear, .sort, .filter]
    case .activityTotals:
      [.open, .previousPeriod, .nextPeriod, .otherPeriod, .print, .save, .sortTurned, .filter]
    case .incidents:
      [.acts, .recordIncident, .print, .save, .markForPaper, .markAll, .sort, .filter]
    case .nilReports: [.acts, .declareNil, .print, .save, .sort, .filter]
    case .expiries:
      [
        .acts, .renewExpiry, .addExpiry, .print, .save, .markForPaper, .markAll, .sort, .filter,
      ]
    case .assets: [.acts, .addAsset, .print, .save, .sort, .filter]
    case .rules:
      [.acts, .reviewRule, .addRule, .print, .save, .markForPaper, .markAll, .sort, .filter]
    case .responsibility: [.acts, .gapsOnly, .print, .save, .sort, .filter]
    case .assessment: [.acts, .previousYear, .nextYear, .whole, .print, .save, .sort, .filter]
    case .coverage: [.open, .whole, .print, .save, .previousYear, .nextYear, .sort, .filter]
    case .goals:
      [.acts, .figures, .addGoal, .previousYear, .nextYear, .print, .save, .sort, .filter]
    case .vehicles: [.acts, .askVehicle, .carsOrTrips, .print, .save, .sort, .filter]
    }
  }

  /// All that can be done there.
  var present: [Action] { own + Action.everywhere }
}
