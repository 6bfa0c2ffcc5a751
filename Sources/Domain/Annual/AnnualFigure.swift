import Almanac

/// A figure of the annual report (年度工作总结): what it is called, where it is told, and what it counts.
public struct AnnualFigure: Hashable, Sendable {
  /// The part of the report that tells it, in the order of such reports.
  public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
    case organization
    case education
    case source
    case action

    /// Its heading.
    public var name: Bilingual {
      switch self {
      case .organization:
        Bilingual(zh: "加强组织领导，落实安全责任", en: "Organization and responsibility")
      case .education: Bilingual(zh: "抓实学习教育，营造安全氛围", en: "Education and publicity")
      case .source: Bilingual(zh: "紧盯源头防范，消除安全隐患", en: "Hazards at their source")
      case .action: Bilingual(zh: "强化履职尽责，筑牢安全防线", en: "Responsibility in action")
      }
    }
  }

  /// What it counts.
  public enum Source: Hashable, Sendable {
    /// Entries of the register of activities.
    case activity(ActivityFigure)
    /// A figure of the yearly summary.
    case safety(Figure)
    /// Places asked, walked or missed in the rounds due in the year.
    case places(RoundFigure)
    /// Rounds due in the year by what makes them fall due.
    case rounds([Trigger.Kind])
    /// Inspections of places of a kind, by the day walked.
    case walks(PlaceKind)
    /// Breaks that have begun, and those of them with a roster in force.
    case breaks
    case rosters
    /// Shifts of those rosters, and persons on them, each once.
    case shifts
    case dutyPersons
    /// Standing incidents, nil reports that fell due, and those of them that were made.
    case incidents
    case nilDue
    case nilMade
    /// Measures of the year's plan that stand, and those of them that are done.
    case goals
    case goalsDone
    /// Rules and plans that were issued or revised, and those that were reviewed.
    case rulesIssued
    case rulesReviewed
    /// Trips of official vehicles, their kilometres, and violations and accidents noted on them.
    case trips
    case kilometres
    case vehicleEvents
    /// Weaknesses of the network found, and closed.
    case weaknessesFound
    case weaknessesClosed
  }

  /// By which templates and programs name it, as `leaderVisits`.
  public var key: String
  /// Where it is told.
  public var part: Part
  /// As tables have it.
  public var name: Bilingual
  /// What it counts.
  public var source: Source

  init(_ key: String, _ part: Part, _ source: Source, _ name: Bilingual) {
    (self.key, self.part, self.source, self.name) = (key, part, source, name)
  }

  /// The name without what shows it as a part of another.
  public var plainName: Bilingual {
    let (plain, mark) = (name.withoutIndent, Bilingual(zh: "其中：", en: ""))
    let isPart = plain.zh.hasPrefix(mark.zh)
    return Bilingual(
      zh: isPart ? String(plain.zh.dropFirst(mark.zh.count)) : plain.zh, en: plain.en)
  }

  /// How it is counted.
  public var definition: Bilingual {
    switch source {
    case .activity(let figure): figure.part.definition
    case .safety(let figure): figure.definition
    case .places(.asked):
      Bilingual(
        zh: "应完成日在本年的轮次应检的处次，不含免查",
        en: "places asked in the rounds due in the year, without excused ones")
    case .places(let figure): figure.definition
    case .rounds: Bilingual(zh: "应完成日在本年的这类轮次", en: "rounds of this sort due in the year")
    case .walks:
      Bilingual(zh: "检查日在本年的这类场所的检查记录", en: "inspections of such places walked in the year")
    case .breaks: Bilingual(zh: "本年内已开始的放假", en: "breaks of the year that have begun")
    case .rosters: Bilingual(zh: "其中值班表已确定的", en: "of these, those with a roster in force")
    case .shifts: Bilingual(zh: "这些值班表在本年的班次", en: "shifts of these rosters in the year")
    case .dutyPersons: Bilingual(zh: "这些班次的带班、值班人员，每人计一次", en: "persons on these shifts, each once")
    case .incidents: Bilingual(zh: "发生日在本年、未作废的登记", en: "incidents of the year that stand")
    case .nilDue: Bilingual(zh: "应报时间在本年、已到时间的零报告", en: "nil reports that fell due in the year")
    case .nilMade: Bilingual(zh: "其中已报的", en: "of these, those made")
    case .goals: Bilingual(zh: "列入本年工作计划、未撤销的措施", en: "measures of the year's plan that stand")
    case .goalsDone: Bilingual(zh: "其中已完成的", en: "of these, those done")
    case .rulesIssued:
      Bilingual(
        zh: "发布日或修订日在本年的制度和预案，每项计一次", en: "rules and plans issued or revised in the year, each once"
      )
    case .rulesReviewed:
      Bilingual(zh: "复核日在本年的制度和预案，每项计一次", en: "rules and plans reviewed in the year, each once")
    case .trips: Bilingual(zh: "出车日在本年的派车单", en: "trips that went out in the year")
    case .kilometres:
      Bilingual(zh: "上述已收车派车单的里程差", en: "of these, the mileage of those that are in")
    case .vehicleEvents:
      Bilingual(zh: "本年记在派车单上的违章和事故", en: "violations and accidents noted on trips in the year")
    case .weaknessesFound:
      Bilingual(zh: "登记日在本年、未作废的漏洞隐患", en: "hazards about weaknesses registered in the year")
    case .weaknessesClosed:
      Bilingual(zh: "销号日在本年的漏洞隐患", en: "hazards about weaknesses closed in the year")
    }
  }
}

extension AnnualFigure {
  /// All of them, in the order in which the report tells them.
  public static let all: [AnnualFigure] = organization + education + sources + actions

  private static let organization: [AnnualFigure] = [
    AnnualFigure(
      "goals", .organization, .goals, Bilingual(zh: "年度计划措施（项）", en: "Measures of the year's plan")),
    AnnualFigure(
      "goalsDone", .organization, .goalsDone, Bilingual(zh: "其中：已完成（项）", en: "– done")),
    AnnualFigure(
      "rulesIssued", .organization, .rulesIssued,
      Bilingual(zh: "制定、修订制度和预案（项）", en: "Rules and plans issued or revised")),
    AnnualFigure(
      "rulesReviewed", .organization, .rulesReviewed,
      Bilingual(zh: "复核制度和预案（项）", en: "Rules and plans reviewed")),
  ]

  private static func entries(
    _ key: String, _ part: Part, of kind: ActivityKind.ID, _ name: Bilingual,
    _ counted: ActivityFigure.Part = .entries
  ) -> AnnualFigure {
    AnnualFigure(key, part, .activity(ActivityFigure(kind, counted)), name)
  }

  private static let education: [AnnualFigure] = [
    entries(
      "circulars", .education, of: "circular",
      Bilingual(zh: "传达传阅通知文件（份）", en: "Circulars passed on")),
    entries(
      "meetings", .education, of: "meeting",
      Bilingual(zh: "研究安全工作的会议（次）", en: "Meetings that discussed safety")),
    entries(
      "partyMeetings", .education, of: "meeting",
      Bilingual(zh: "其中：党组会（次）", en: "– of the party group"), .choice("level", "party-group")),
    entries(
      "studies", .education, of: "study",
      Bilingual(zh: "党建与纪律教育（次）", en: "Party and discipline education")),
    entries(
      "disciplineChecks", .education, of: "discipline",
      Bilingual(zh: "作风纪律检查（次）", en: "Discipline checks")),
    entries(
      "disciplineFound", .education, of: "discipline",
      Bilingual(zh: "其中：发现问题（个）", en: "– found"), .sum("found")),
    entries(
      "disciplineMended", .education, of: "discipline",
      Bilingual(zh: "　　　已整改（个）", en: "– mended"), .sum("mended")),
    entries(
      "publicity", .education, of: "publicity", Bilingual(zh: "普法宣传（次）", en: "Law publicity")),
    entries(
      "publicityOffices", .education, of: "publicity",
      Bilingual(zh: "其中：进机关（次）", en: "– at offices"), .choice("audience", "office")),
    entries(
      "publicityPartySchool", .education, of: "publicity",
      Bilingual(zh: "　　　进党校（次）", en: "– at the party school"),
      .choice("audience", "party-school")),
    entries(
      "publicityEnterprises", .education, of: "publicity",
      Bilingual(zh: "　　　进企业（次）", en: "– at enterprises"), .choice("audience", "enterprise")),
    entries("trainings", .education, of: "training", Bilingual(zh: "培训（次）", en: "Trainings")),
    entries(
      "trainingHeads", .education, of: "training", Bilingual(zh: "其中：参训（人次）", en: "– heads"),
      .sum("heads")),
    entries(
      "trainingEnterprises", .education, of: "training",
      Bilingual(zh: "　　　涉及企业（家）", en: "– enterprises"), .sum("enterprises")),
    entries(
      "lawNotices", .education, of: "law-notice",
      Bilingual(zh: "发放法律告知书（份）", en: "Notices of law handed over"), .sum("copies")),
    entries(
      "cases", .education, of: "case", Bilingual(zh: "立案查处（件）", en: "Cases opened"),
      .choice("stage", "opened")),
  ]

  /// The places asked to be walked in the rounds due in the year.
  static let asked = AnnualFigure(
    "asked", .source, .places(.asked), Bilingual(zh: "应检（处次）", en: "Places asked"))

  private static let sources: [AnnualFigure] = [
    entries("visits", .source, of: "visit", Bilingual(zh: "走访企业（次）", en: "Visits to enterprises")),
    entries(
      "leaderVisits", .source, of: "leader-visit",
      Bilingual(zh: "领导走访企业（次）", en: "Leaders' visits to enterprises")),
    AnnualFigure(
      "vehicleWalks", .source, .walks(.vehicle), Bilingual(zh: "公务用车检查（次）", en: "Vehicle checks")),
    AnnualFigure("trips", .source, .trips, Bilingual(zh: "派车（次）", en: "Trips of vehicles")),
    AnnualFigure(
      "tripKilometres", .source, .kilometres, Bilingual(zh: "其中：里程（公里）", en: "– kilometres")),
    AnnualFigure(
      "vehicleEvents", .source, .vehicleEvents,
      Bilingual(zh: "　　　违章和事故（起）", en: "– violations and accidents")),
    AnnualFigure(
      "rounds", .source, .safety(.rounds), Bilingual(zh: "安全检查轮次（轮）", en: "Rounds of inspections")),
    asked,
    AnnualFigure("done", .source, .places(.done), Bilingual(zh: "已检（处次）", en: "Places walked")),
    AnnualFigure("missed", .source, .places(.missed), Bilingual(zh: "漏检（处次）", en: "Places missed")),
    AnnualFigure(
      "holidayRounds", .source, .rounds([.preholiday]),
      Bilingual(zh: "节前排查（轮）", en: "Rounds before holidays")),
    AnnualFigure(
      "weatherRounds", .source, .rounds([.preflood, .flood, .alert]),
      Bilingual(zh: "汛期和预警专项检查（轮）", en: "Rounds in the flood season and on alerts")),
    AnnualFigure(
      "ledByLeader", .source, .safety(.ledByLeader),
      Bilingual(zh: "领导带队检查（次）", en: "Inspections led by a leader")),
    AnnualFigure(
      "opened", .source, .safety(.opened), Bilingual(zh: "登记隐患（项）", en: "Hazards registered")),
    AnnualFigure(
      "closed", .source, .safety(.closed), Bilingual(zh: "销号隐患（项）", en: "Hazards closed")),
    AnnualFigure(
      "closedLate", .source, .safety(.closedLate), Bilingual(zh: "其中：逾期销号（项）", en: "– late")),
    AnnualFigure(
      "open", .source, .safety(.open), Bilingual(zh: "未销号隐患（项）", en: "Hazards still open")),
    AnnualFigure("overdue", .source, .safety(.overdue), Bilingual(zh: "其中：逾期（项）", en: "– overdue")),
    AnnualFigure("breaks", .source, .breaks, Bilingual(zh: "放假（个）", en: "Breaks")),
    AnnualFigure(
      "rosters", .source, .rosters, Bilingual(zh: "其中：安排24小时值班（个）", en: "– with a 24-hour roster")),
    AnnualFigure("shifts", .source, .shifts, Bilingual(zh: "值班班次（班）", en: "Shifts on duty")),
    AnnualFigure(
      "dutyPersons", .source, .dutyPersons, Bilingual(zh: "参加值班（人）", en: "Persons on duty")),
  ]

  private static let actions: [AnnualFigure] = [
    entries(
      "monitoring", .action, of: "monitoring",
      Bilingual(zh: "季度监测报告（期）", en: "Quarterly monitoring reports")),
    entries("articles", .action, of: "article", Bilingual(zh: "信息稿件（篇）", en: "Articles")),
    entries(
      "articlesDistrict", .action, of: "article",
      Bilingual(zh: "其中：区级采用（篇）", en: "– adopted by the district"), .choice("level", "district")),
    entries(
      "articlesCity", .action, of: "article",
      Bilingual(zh: "　　　市级采用（篇）", en: "– adopted by the city"), .choice("level", "city")),
    entries("reports", .action, of: "report", Bilingual(zh: "分析报告（篇）", en: "Analytical reports")),
    entries(
      "emergencies", .action, of: "emergency", Bilingual(zh: "应急值守（次）", en: "Emergency staffing")),
    entries(
      "emergencyPersons", .action, of: "emergency",
      Bilingual(zh: "其中：参加干部（人）", en: "– persons of the office"), .persons),
    entries(
      "emergencyDays", .action, of: "emergency", Bilingual(zh: "　　　天数（天）", en: "– days"),
      .sum("days")),
    entries("volunteering", .action, of: "volunteer", Bilingual(zh: "志愿服务（次）", en: "Volunteering")),
    entries("drills", .action, of: "drill", Bilingual(zh: "应急演练（次）", en: "Drills")),
    AnnualFigure(
      "networkWalks", .action, .walks(.network),
      Bilingual(zh: "网络信息安全巡查（次）", en: "Network and information patrols")),
    AnnualFigure(
      "weaknessesFound", .action, .weaknessesFound, Bilingual(zh: "发现漏洞（个）", en: "Weaknesses found")
    ),
    AnnualFigure(
      "weaknessesClosed", .action, .weaknessesClosed,
      Bilingual(zh: "整改销号漏洞（个）", en: "Weaknesses closed")),
    AnnualFigure("incidents", .action, .incidents, Bilingual(zh: "事故（事件）（起）", en: "Incidents")),
    AnnualFigure("nilDue", .action, .nilDue, Bilingual(zh: "应报零报告（次）", en: "Nil reports due")),
    AnnualFigure("nilMade", .action, .nilMade, Bilingual(zh: "其中：已报（次）", en: "– made")),
  ]
}
