import Almanac

/// A part of the program with keys of its own.
public enum KeyPlace: String, Hashable, Sendable, CaseIterable {
  case everywhere
  case today
  case round
  case room
  case hazards
  case calendar
  case year
  case day
  case summary
  case record
  case exemptions
  case entries
  case keys
  case papers

  /// Where a screen belongs.
  init(of screen: any Screen) {
    self =
      switch screen {
      case is TodayScreen: .today
      case is RoundScreen: .round
      case is RoomScreen: .room
      case is HazardsScreen: .hazards
      case is CalendarScreen: .calendar
      case is YearScreen: .year
      case is DayScreen: .day
      case is SummaryScreen: .summary
      case is RecordScreen: .record
      case is ExemptionsScreen: .exemptions
      case is EntriesScreen: .entries
      case is KeysScreen: .keys
      case is DocumentScreen: .papers
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
    case .calendar: Bilingual(zh: "月历", en: "Calendar")
    case .year: Bilingual(zh: "全年", en: "Year")
    case .day: Bilingual(zh: "一日", en: "A day")
    case .summary: Bilingual(zh: "月报", en: "Summary")
    case .record: Bilingual(zh: "检查记录", en: "Record")
    case .exemptions: Bilingual(zh: "长期不适用", en: "What never applies")
    case .entries: Bilingual(zh: "代录待确认", en: "Entered for you")
    case .keys: Bilingual(zh: "待登记的密钥", en: "Keys to be tied")
    case .papers: Bilingual(zh: "纸面", en: "On paper")
    }
  }

  /// What a person does there, in a sentence.
  public var purpose: Bilingual {
    switch self {
    case .everywhere:
      Bilingual(
        zh: "上下移动，Enter 打开，Esc 返回；所有输入随时保存。",
        en: "Move up and down, Enter opens, Esc goes back; all that is typed is saved at once.")
    case .today:
      Bilingual(
        zh: "今天要查什么，最急的在最上面。选一行按 Enter 打开；接着查上次的房间按 F3。",
        en:
          "What is to be checked today, the most pressing first. Enter opens a line; F3 goes on with the "
          + "room begun.")
    case .round:
      Bilingual(
        zh: "一个轮次的各个场所。选一间按 Enter 开始检查；纸上查过的可以按纸表录入。",
        en:
          "The places of one round. Enter begins a room; what was walked on paper can be entered from "
          + "the form.")
    case .room:
      Bilingual(
        zh: "逐项检查：1 合格，2 不合格并记隐患，3 不适用。全部答完后签名，才成为记录；没签名前都能改。",
        en:
          "Item by item: 1 passes, 2 fails and takes down a hazard, 3 does not apply. Signing makes it a "
          + "record; before that all can be changed.")
    case .hazards:
      Bilingual(
        zh: "未销号的隐患，逾期和等您办理的在前。Enter 列出现在能办的事，按编号选。",
        en:
          "Open hazards, those overdue or waiting for you first. Enter lists what can be done now, by "
          + "number.")
    case .calendar:
      Bilingual(
        zh: "一个月的安排：放假、调休上班、该查和查了的。方向键选日子，Enter 看当天。",
        en:
          "A month's days: holidays, days worked instead, what is due and done. Arrows choose a day, "
          + "Enter opens it.")
    case .year:
      Bilingual(
        zh: "全年的放假和检查，一眼看完。方向键选日子，Enter 打开那个月。",
        en:
          "The year's holidays and checks at a glance. Arrows choose a day, Enter opens its month.")
    case .day:
      Bilingual(
        zh: "一天里的各件事。选一行按 Enter 打开。", en: "What a day holds. Enter opens a line.")
    case .summary:
      Bilingual(
        zh: "一个月的汇总，可以直接打印上报。月结以后数字固定，不再变动。",
        en: "A month's summary, ready to print. Once sealed its figures stay as they are.")
    case .record:
      Bilingual(
        zh: "一份已签名的检查记录。改错用更正，原来的写法也会保留。",
        en: "A signed record. Mistakes are corrected; what stood there before is kept.")
    case .exemptions:
      Bilingual(
        zh: "哪些场所的哪些检查项长期不适用。Enter 办理。",
        en: "Which items never apply at which places. Enter acts on one.")
    case .entries:
      Bilingual(
        zh: "别人按纸面替您录入的事。核对后确认，有出入就提出异议。",
        en: "What others entered for you from paper. Confirm what is right, dispute what is not.")
    case .keys:
      Bilingual(
        zh: "新做的签名密钥。与本人当面核对指纹，一致才登记。",
        en: "New signing keys. Compare each fingerprint with its owner, then tie it.")
    case .papers:
      Bilingual(
        zh: "打印前先看的单子，与纸上一样。", en: "A sheet as it will be on paper, to read before it is printed.")
    }
  }

  /// All that can be done there at one time or another, besides what can be done everywhere.
  public var own: [Action] {
    switch self {
    case .everywhere: []
    case .today: [.open, .filter, .raiseAlert, .liftAlert, .exemptions, .entries, .keys]
    case .round: [.open, .paper, .noEntry, .filter, .countersign, .excuse]
    case .room:
      [
        .pass, .fail, .notApplicable, .clear, .allPass, .together, .undo, .nextRoom, .previousRoom,
        .sign, .proceed, .noEntry, .discard, .record,
      ]
    case .hazards:
      [
        .acts, .verify, .reject, .close, .assign, .extend, .photograph, .remind, .undo, .report,
        .papers, .sort, .filter, .overview, .mark, .markAll,
      ]
    case .calendar:
      [.open, .notice, .previousMonth, .nextMonth, .thisDay, .year, .jump, .previousDay, .nextDay]
    case .year: [.open, .previousYear, .nextYear, .thisDay, .jump, .previousDay, .nextDay]
    case .day: [.open, .previousDay, .nextDay, .thisDay]
    case .summary:
      [
        .previousMonth, .nextMonth, .print, .save, .completion, .quarterSummary, .yearSummary,
        .sealMonth, .otherEdition,
      ]
    case .record: [.acts, .previousRecord, .nextRecord, .print, .save]
    case .exemptions: [.acts]
    case .entries: [.confirm, .dispute, .scan]
    case .keys: [.tie]
    case .papers: [.acts, .previousPaper, .nextPaper, .print, .save]
    }
  }

  /// All that can be done there.
  var present: [Action] { own + Action.everywhere }
}
