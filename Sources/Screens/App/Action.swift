import Almanac
import Canvas

/// Everything a key can do on some screen: the one table that feeds keys, footer, help and palette.
public enum Action: String, Hashable, Sendable, CaseIterable {
  case open
  case proceed
  case pass
  case fail
  case notApplicable
  case clear
  case allPass
  case together
  case sign
  case paper
  case noEntry
  case discard
  case nextRoom
  case previousRoom
  case acts
  case verify
  case reject
  case close
  case assign
  case extend
  case photograph
  case papers
  case notices
  case remind
  case whole
  case mark
  case markAll
  /// Marking on a list whose 0 saves a file.
  case markForPaper
  case overview
  case report
  case sort
  case sortRooms
  /// Another order of a list whose 6 turns to the next one.
  case sortTurned
  case countersign
  case sectionRecord
  case roundRecords
  case blankForms
  case excuse
  case raiseAlert
  case liftAlert
  case exemptions
  case entries
  case keys
  case tie
  case confirm
  case dispute
  case scan
  case nextRecord
  case previousRecord
  case nextPaper
  case previousPaper
  case record
  case nextMonth
  case previousMonth
  case completion
  case figures
  case wholeYear
  case quarterSummary
  case yearSummary
  case annualReport
  case sealMonth
  case otherEdition
  case nextDay
  case previousDay
  case nextYear
  case previousYear
  case thisDay
  case year
  case jump
  case notice
  case holidaySet
  case yearPlan
  case print
  case save
  case filter
  case undo
  case today
  case inspection
  case hazards
  case calendar
  case summary
  case duty
  case activities
  case recordActivity
  case activityTotals
  case nextPeriod
  case previousPeriod
  case otherPeriod
  case incidents
  case recordIncident
  case nilReports
  case declareNil
  case expiries
  case addExpiry
  case renewExpiry
  case assets
  case addAsset
  case rules
  case addRule
  case reviewRule
  case responsibility
  case answers
  case gapsOnly
  case goals
  case vehicles
  case askVehicle
  case carsOrTrips
  case addGoal
  case addShortcoming
  case coverage
  case assessment
  /// The annual report of the year in hand, from anywhere.
  case yearReport
  case switchPerson
  case verifyLedger
  case backUp
  case palette
  case help
  case tour
  case mouse
  case theme
  case language
  case redraw
  case suspend
  case back
  case quit

  /// What stands in the table for an action.
  struct Entry {
    var keys: [Key]
    var label: Bilingual
    /// Footers leave out the smallest first.
    var importance: Int

    init(_ keys: [Key], _ label: Bilingual, _ importance: Int = 0) {
      self.keys = keys
      self.label = label
      self.importance = importance
    }
  }

  var entry: Entry {
    switch self {
    case .open: Entry([.enter], Bilingual(zh: "打开", en: "open"), 9)
    case .proceed: Entry([.enter], Bilingual(zh: "下一步", en: "next step"), 7)
    case .pass:
      Entry(["1", "y", " "].map(Key.character), Bilingual(zh: "合格", en: "pass"), 9)
    case .fail: Entry(["2", "n"].map(Key.character), Bilingual(zh: "不合格", en: "fail"), 9)
    case .notApplicable:
      Entry(["3", "-"].map(Key.character), Bilingual(zh: "不适用", en: "n/a"), 8)
    case .clear:
      Entry([.character("0"), .backspace], Bilingual(zh: "清除", en: "clear"), 4)
    case .allPass:
      Entry(["9", "A"].map(Key.character), Bilingual(zh: "余下全合格", en: "rest pass"), 8)
    case .together:
      Entry(["8", "t"].map(Key.character), Bilingual(zh: "一起查", en: "walk together"), 2)
    case .sign: Entry([.function(8), .character("s")], Bilingual(zh: "签名", en: "sign"), 8)
    case .paper:
      Entry([.character("e"), .character("5")], Bilingual(zh: "按纸表录入", en: "from paper"), 6)
    case .noEntry: Entry([.character("x")], Bilingual(zh: "进不去", en: "no entry"), 2)
    case .discard: Entry([.character("D")], Bilingual(zh: "弃草稿", en: "discard draft"), 1)
    case .nextRoom:
      Entry([.character("]"), .right, .character("6")], Bilingual(zh: "下一间", en: "next room"), 6)
    case .previousRoom:
      Entry(
        [.character("["), .left, .character("4")], Bilingual(zh: "上一间", en: "previous room"), 3)
    case .acts: Entry([.enter], Bilingual(zh: "办理", en: "act"), 9)
    case .verify: Entry([.character("v")], Bilingual(zh: "复查合格", en: "verify"), 7)
    case .reject: Entry([.character("r")], Bilingual(zh: "退回", en: "reject"), 6)
    case .close: Entry([.character("c")], Bilingual(zh: "销号", en: "close"), 7)
    case .assign: Entry([.character("i")], Bilingual(zh: "交办", en: "assign"), 7)
    case .extend: Entry([.character("a")], Bilingual(zh: "延期", en: "extend"), 5)
    case .photograph: Entry([.character("o")], Bilingual(zh: "照片", en: "photographs"), 3)
    case .papers: Entry(["p", "8"].map(Key.character), Bilingual(zh: "纸面", en: "on paper"), 3)
    case .notices: Entry([], Bilingual(zh: "整改通知书", en: "rectification notices"))
    case .remind: Entry([.character("m")], Bilingual(zh: "催办", en: "remind"), 4)
    case .whole: Entry(["d", "5"].map(Key.character), Bilingual(zh: "全文", en: "in full"), 2)
    // The 0 of the number pad is Insert while it is not locked.
    case .mark:
      Entry(
        [.character("0"), .character(" "), .insert], Bilingual(zh: "选中", en: "mark"), 3)
    case .markAll: Entry(["4", "*"].map(Key.character), Bilingual(zh: "全选", en: "mark all"), 2)
    case .markForPaper: Entry([.character(" "), .insert], Bilingual(zh: "选中", en: "mark"), 3)
    case .overview:
      Entry([.character("b"), .character("9")], Bilingual(zh: "一览", en: "overview"), 4)
    case .report: Entry([.character("n")], Bilingual(zh: "登记隐患", en: "new hazard"), 5)
    case .sort: Entry(["s", "6"].map(Key.character), Bilingual(zh: "排序", en: "sort"), 3)
    case .sortRooms: Entry(["o", "6"].map(Key.character), Bilingual(zh: "排序", en: "sort"), 1)
    case .sortTurned: Entry(["s", "9"].map(Key.character), Bilingual(zh: "排序", en: "sort"), 3)
    case .countersign:
      Entry([.character("s")], Bilingual(zh: "科室签字", en: "sign for section"), 5)
    case .sectionRecord:
      Entry(["p", "8"].map(Key.character), Bilingual(zh: "科室记录表", en: "section's record"), 1)
    case .roundRecords:
      Entry(
        ["P", "7"].map(Key.character), Bilingual(zh: "各科室记录表", en: "records of all sections"))
    case .blankForms:
      Entry(["b", "9"].map(Key.character), Bilingual(zh: "空白检查表", en: "blank forms"), 1)
    case .excuse: Entry([.character("m")], Bilingual(zh: "批准免查", en: "excuse"), 2)
    case .raiseAlert:
      Entry(["w", "8"].map(Key.character), Bilingual(zh: "登记预警", en: "new alert"), 4)
    case .liftAlert:
      Entry(["W", "9"].map(Key.character), Bilingual(zh: "解除预警", en: "lift alert"), 4)
    case .exemptions: Entry([], Bilingual(zh: "长期不适用", en: "what never applies"))
    case .entries: Entry([], Bilingual(zh: "代录待确认", en: "entered for you"))
    case .keys: Entry([], Bilingual(zh: "待登记的密钥", en: "keys to be tied"))
    case .tie: Entry([.enter, .character("1")], Bilingual(zh: "登记", en: "tie"), 9)
    case .confirm: Entry([.enter, .character("1")], Bilingual(zh: "确认", en: "confirm"), 9)
    case .dispute: Entry([.character("2")], Bilingual(zh: "有异议", en: "dispute"), 8)
    case .nextRecord:
      Entry(
        [.character("]"), .right, .character("6")], Bilingual(zh: "下一份", en: "next record"), 6)
    case .previousRecord:
      Entry(
        [.character("["), .left, .character("4")],
        Bilingual(zh: "上一份", en: "previous record"), 3)
    case .scan:
      Entry(["o", "3"].map(Key.character), Bilingual(zh: "扫描件", en: "scan"), 7)
    case .nextPaper:
      Entry([.character("]"), .right, .character("6")], Bilingual(zh: "下一张", en: "next sheet"), 6)
    case .previousPaper:
      Entry(
        [.character("["), .left, .character("4")], Bilingual(zh: "上一张", en: "previous sheet"), 3)
    case .record: Entry([.character("r")], Bilingual(zh: "检查记录", en: "record"), 5)
    case .nextMonth: Entry([.character("]")], Bilingual(zh: "下月", en: "next month"), 7)
    case .previousMonth: Entry([.character("[")], Bilingual(zh: "上月", en: "previous month"), 5)
    case .completion:
      Entry(["b", "7"].map(Key.character), Bilingual(zh: "各月完成情况", en: "completion by month"), 3)
    case .figures:
      Entry(["d", "2"].map(Key.character), Bilingual(zh: "数据明细", en: "behind the figures"), 3)
    case .wholeYear:
      Entry(["y", "5"].map(Key.character), Bilingual(zh: "本月／今年", en: "month or year"), 3)
    case .quarterSummary:
      Entry(["t", "3"].map(Key.character), Bilingual(zh: "季度汇总", en: "quarter"), 3)
    case .yearSummary:
      Entry(["y", "5"].map(Key.character), Bilingual(zh: "年度汇总", en: "year"), 3)
    case .annualReport:
      Entry(["a", "4"].map(Key.character), Bilingual(zh: "年度工作总结", en: "annual report"), 2)
    case .sealMonth: Entry([.character("s"), .character("9")], Bilingual(zh: "月结", en: "seal"), 4)
    case .otherEdition:
      Entry([.character("8")], Bilingual(zh: "月结版／现在的数", en: "sealed or now"), 6)
    case .nextDay: Entry([.right, .character("l")], Bilingual(zh: "后一天", en: "next day"), 2)
    case .previousDay:
      Entry([.left, .character("h")], Bilingual(zh: "前一天", en: "previous day"), 2)
    case .nextYear: Entry([.character("]")], Bilingual(zh: "下一年", en: "next year"), 7)
    case .previousYear: Entry([.character("[")], Bilingual(zh: "上一年", en: "previous year"), 5)
    case .thisDay:
      Entry([.character("t"), .character("0")], Bilingual(zh: "回今天", en: "to today"), 7)
    case .year: Entry([.character("y"), .character("8")], Bilingual(zh: "全年", en: "year"), 7)
    case .jump: Entry([.character("/"), .function(7)], Bilingual(zh: "到某日", en: "go to date"), 7)
    case .notice:
      Entry([.character("n"), .character("9")], Bilingual(zh: "放假通知", en: "notice"), 6)
    case .holidaySet:
      Entry(["p", "6"].map(Key.character), Bilingual(zh: "节前一套", en: "papers of the break"), 4)
    case .yearPlan:
      Entry(["p", "6"].map(Key.character), Bilingual(zh: "年度计划表", en: "year plan"), 4)
    case .print: Entry(["p", "1"].map(Key.character), Bilingual(zh: "打印", en: "print"), 8)
    case .save: Entry(["e", "0"].map(Key.character), Bilingual(zh: "存为文件", en: "save to file"), 8)
    case .filter: Entry([.character("/"), .function(7)], Bilingual(zh: "筛选", en: "filter"), 5)
    case .undo: Entry(["u", "7"].map(Key.character), Bilingual(zh: "撤销", en: "undo"), 6)
    case .today: Entry([.function(2)], Bilingual(zh: "今日", en: "today"), 1)
    case .inspection: Entry([.function(3)], Bilingual(zh: "继续巡检", en: "go on inspecting"), 1)
    case .hazards: Entry([.function(4)], Bilingual(zh: "未销号隐患", en: "open hazards"), 1)
    case .calendar: Entry([.function(5)], Bilingual(zh: "月历", en: "calendar"), 1)
    case .summary: Entry([.function(6)], Bilingual(zh: "月报", en: "month's summary"), 1)
    case .duty: Entry([], Bilingual(zh: "值班表", en: "duty roster"))
    case .activities: Entry([], Bilingual(zh: "工作台账", en: "register of activities"))
    case .recordActivity:
      Entry(["n", "5"].map(Key.character), Bilingual(zh: "登记活动", en: "record an activity"), 6)
    case .activityTotals:
      Entry(["t", "3"].map(Key.character), Bilingual(zh: "期间合计", en: "totals"), 5)
    case .nextPeriod:
      Entry([.character("]"), .right, .character("6")], Bilingual(zh: "下一期", en: "next period"), 6)
    case .previousPeriod:
      Entry(
        [.character("["), .left, .character("4")], Bilingual(zh: "上一期", en: "previous period"), 4)
    case .otherPeriod:
      Entry(
        ["y", "5"].map(Key.character), Bilingual(zh: "换时段", en: "month to year"),
        5)
    case .incidents: Entry([], Bilingual(zh: "事故（事件）登记", en: "incident register"))
    case .recordIncident:
      Entry(["n", "8"].map(Key.character), Bilingual(zh: "登记事故", en: "record one"), 6)
    case .nilReports: Entry([], Bilingual(zh: "零报告", en: "nil reports"))
    case .declareNil:
      Entry(["3", "z"].map(Key.character), Bilingual(zh: "报无事故", en: "declare none"), 7)
    case .expiries: Entry([], Bilingual(zh: "到期事项", en: "what ends and when"))
    case .addExpiry:
      Entry(["n", "8"].map(Key.character), Bilingual(zh: "登记到期事项", en: "enter one"), 6)
    case .renewExpiry: Entry(["r", "3"].map(Key.character), Bilingual(zh: "续期", en: "renew"), 7)
    case .assets: Entry([], Bilingual(zh: "网络资产", en: "assets of the network"))
    case .addAsset:
      Entry(["n", "8"].map(Key.character), Bilingual(zh: "登记资产", en: "enter an asset"), 6)
    case .rules: Entry([], Bilingual(zh: "制度与预案", en: "rules and plans"))
    case .addRule:
      Entry(["n", "8"].map(Key.character), Bilingual(zh: "登记制度", en: "enter a rule"), 6)
    case .reviewRule: Entry(["v", "3"].map(Key.character), Bilingual(zh: "复核", en: "review"), 7)
    case .responsibility:
      Entry([], Bilingual(zh: "安全责任（一岗双责）", en: "responsibility: who answers for what"))
    case .answers:
      Entry([.character("w"), .function(12)], Bilingual(zh: "谁负责", en: "who answers"))
    case .gapsOnly:
      Entry(["m", "5"].map(Key.character), Bilingual(zh: "只看待明确的", en: "without a name"), 5)
    case .goals: Entry([], Bilingual(zh: "年度工作计划", en: "goals of the year"))
    case .vehicles: Entry([], Bilingual(zh: "公务用车", en: "official vehicles"))
    case .askVehicle:
      Entry(["n", "8"].map(Key.character), Bilingual(zh: "申请用车", en: "ask for one"), 7)
    case .carsOrTrips:
      Entry(["t", "5"].map(Key.character), Bilingual(zh: "车辆/派车单", en: "cars or trips"), 6)
    case .addGoal:
      Entry(["n", "8"].map(Key.character), Bilingual(zh: "列入措施", en: "add a measure"), 6)
    case .assessment: Entry([], Bilingual(zh: "考评自评", en: "self-assessment"))
    case .yearReport: Entry([], Bilingual(zh: "年度工作总结（平安建设）", en: "annual report of the year"))
    case .coverage: Entry([], Bilingual(zh: "职责对照（缺项）", en: "duties and what is lacking"))
    case .addShortcoming:
      Entry(["n", "8"].map(Key.character), Bilingual(zh: "写不足", en: "state what fell short"), 6)
    case .switchPerson: Entry([], Bilingual(zh: "换人", en: "change person"))
    case .verifyLedger: Entry([], Bilingual(zh: "核验台账", en: "check the ledger"))
    case .backUp: Entry([], Bilingual(zh: "备份台账", en: "back the ledger up"))
    case .palette:
      Entry(
        [.character(":"), .function(9), .control("p")], Bilingual(zh: "命令", en: "commands"), 5)
    case .help: Entry([.character("?"), .function(1)], Bilingual(zh: "帮助", en: "help"), 6)
    case .tour: Entry([], Bilingual(zh: "导览", en: "tour"))
    case .mouse: Entry([.character("M")], Bilingual(zh: "鼠标开关", en: "mouse on or off"))
    case .theme: Entry([.character("T")], Bilingual(zh: "换配色", en: "colour theme"))
    case .language:
      Entry([.character("L")], Bilingual(zh: "语言 中文/英文", en: "language Chinese/English"))
    case .redraw: Entry([.control("l")], Bilingual(zh: "重画屏幕", en: "redraw"))
    case .suspend: Entry([.control("z")], Bilingual(zh: "挂起", en: "suspend"))
    case .back: Entry([.escape], Bilingual(zh: "返回", en: "back"), 6)
    case .quit: Entry([.character("q"), .function(10)], Bilingual(zh: "退出", en: "quit"), 4)
    }
  }

  /// The keys that work for it where some are typed as text or values.
  func keys(on screen: any Screen, _ context: Context) -> [Key] {
    context.keyMap.keys(of: self).filter { !screen.claims($0, context) }
  }

  /// The actions of every screen.
  public static let everywhere: [Action] = [
    .help, .palette, .back, .quit, .today, .inspection, .hazards, .calendar, .summary,
    .duty, .activities, .incidents, .nilReports, .expiries, .assets, .rules, .responsibility,
    .goals, .vehicles, .coverage, .assessment, .yearReport, .tour, .switchPerson, .verifyLedger,
    .backUp, .mouse, .theme, .language, .redraw, .suspend,
  ]

  /// What may not be in a footer: it is in the header or seldom needed.
  var isHiddenInFooter: Bool {
    switch self {
    case .today, .inspection, .hazards, .calendar, .summary, .mouse, .theme, .language, .redraw,
      .suspend, .duty, .activities, .incidents, .nilReports, .expiries, .assets, .rules,
      .responsibility, .goals, .vehicles, .coverage, .assessment, .yearReport, .switchPerson,
      .verifyLedger, .backUp:
      true
    default: false
    }
  }
}
