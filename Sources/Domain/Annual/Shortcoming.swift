import Almanac

/// What fell short in a year (工作的不足): proposed by rule from the ledger, or stated by somebody.
public enum Shortcoming: Hashable, Sendable {
  case missed(Int)
  case closedLate(Int)
  case overdue(Int)
  case breaksWithoutRoster(Int)
  case nilMissing(Int)
  case belowTarget(ActivityKind, value: Int, target: Int)
  case belowLastYear(ActivityKind, value: Int, before: Int)
  /// Measures of the year's plan that were not done in time.
  case goalsLate(Int)
  /// Posts that nobody holds.
  case gaps(Int)
  /// Law publicity used no form or carrier that was not used before.
  case noNewPublicity
  /// What somebody wrote, and no rule found.
  case stated(StatedShortcoming)

  /// By which programs know the rule.
  public var rule: String {
    switch self {
    case .missed: "missed"
    case .closedLate: "closedLate"
    case .overdue: "overdue"
    case .breaksWithoutRoster: "breaksWithoutRoster"
    case .nilMissing: "nilMissing"
    case .belowTarget: "belowTarget"
    case .belowLastYear: "belowLastYear"
    case .goalsLate: "goalsLate"
    case .gaps: "gaps"
    case .noNewPublicity: "noNewPublicity"
    case .stated: "stated"
    }
  }

  /// What fell short, as the report says it.
  public var words: Bilingual {
    switch self {
    case .missed(let count):
      Bilingual(zh: "安全检查有漏检\(count)处次", en: "places missed on rounds: \(count)")
    case .closedLate(let count):
      Bilingual(zh: "有\(count)项隐患逾期才销号", en: "hazards closed late: \(count)")
    case .overdue(let count):
      Bilingual(zh: "仍有\(count)项隐患逾期未销号", en: "hazards still open past their deadline: \(count)")
    case .breaksWithoutRoster(let count):
      Bilingual(zh: "有\(count)个假期没有值班表", en: "breaks without a duty roster: \(count)")
    case .nilMissing(let count):
      Bilingual(zh: "零报告漏报\(count)次", en: "nil reports not made: \(count)")
    case .belowTarget(let kind, let value, let target):
      Bilingual(
        zh: "\(kind.name.zh)\(value)次，少于年度目标\(target)次",
        en: "\(kind.name.en): \(value), below the year's target of \(target)")
    case .belowLastYear(let kind, let value, let before):
      Bilingual(
        zh: "\(kind.name.zh)\(value)次，少于上年的\(before)次",
        en: "\(kind.name.en): \(value), fewer than the \(before) of the year before")
    case .goalsLate(let count):
      Bilingual(
        zh: "年度计划有\(count)项措施逾期未完成", en: "measures of the year's plan not done in time: \(count)")
    case .gaps(let count):
      Bilingual(zh: "有\(count)项安全责任没有明确到人", en: "posts of responsibility without a name: \(count)")
    case .noNewPublicity:
      Bilingual(zh: "普法宣传的形式载体没有新的", en: "law publicity used no new form or carrier")
    case .stated(let shortcoming): Bilingual(verbatim: shortcoming.content.text)
    }
  }

  /// The stated one; nil where a rule found it.
  public var stated: StatedShortcoming? {
    if case .stated(let shortcoming) = self { shortcoming } else { nil }
  }

  /// Where it comes from: a rule, or who stated it and when.
  public func origin(_ bureau: Bureau) -> Bilingual {
    guard let shortcoming = stated else {
      return Bilingual(zh: "台账规则", en: "by rule")
    }
    let (name, day) = (bureau.name(shortcoming.stated.person), shortcoming.stated.day)
    return Bilingual(zh: "自填，\(name) \(day)", en: "stated by \(name), \(day)")
  }

  /// What is meant to be done about it next year; nil where nothing was said.
  public var measure: Bilingual? {
    switch self {
    case .missed:
      Bilingual(
        zh: "严格按检查计划逐处落实检查，临近应完成日及时催办",
        en: "walk every place of the plan, and remind before the due day")
    case .closedLate, .overdue:
      Bilingual(
        zh: "压实整改责任，到期前提醒、逾期即督办", en: "hold to deadlines: remind before them, press after them")
    case .breaksWithoutRoster:
      Bilingual(zh: "放假前按时排定并报送值班表", en: "draw up and send the duty roster before every break")
    case .nilMissing:
      Bilingual(zh: "值班期间按时报送零报告", en: "make nil reports at their set times")
    case .belowTarget(let kind, _, _), .belowLastYear(let kind, _, _):
      Bilingual(zh: "加大\(kind.name.zh)力度", en: "do more of: \(kind.name.en)")
    case .goalsLate:
      Bilingual(
        zh: "按月对账年度计划，到期前催办", en: "go through the plan every month, and press before the due day")
    case .gaps: Bilingual(zh: "把安全责任逐项明确到人", en: "name a person for every post")
    case .noNewPublicity:
      Bilingual(zh: "创新普法宣传形式载体", en: "find new forms of law publicity")
    case .stated(let shortcoming): shortcoming.content.measure.map { Bilingual(verbatim: $0) }
    }
  }

  /// What the rules propose and what was stated, as of a day.
  static func all(_ year: Counted, _ before: Counted, on day: Day) -> [Shortcoming] {
    func some(_ count: Int?, _ make: (Int) -> Shortcoming) -> [Shortcoming] {
      count.map { $0 > 0 ? [make($0)] : [] } ?? []
    }
    return some(year.value(of: .safety(.overdue)), Shortcoming.overdue)
      + some(year.value(of: .places(.missed)), Shortcoming.missed)
      + some(year.value(of: .safety(.closedLate)), Shortcoming.closedLate)
      + some(year.breaksWithoutRoster, Shortcoming.breaksWithoutRoster)
      + some(year.nilMissing, Shortcoming.nilMissing)
      + some(year.goals.count { $0.state == .late }, Shortcoming.goalsLate)
      + some(year.bureau.responsibilityGaps(on: day).count, Shortcoming.gaps)
      + (day >= Day(year.year, 12, 1) ? overTheYear(year, before) : [])
      + year.records.shortcomings.filter {
        $0.withdrawn == nil && $0.content.year == year.year
      }.map(Shortcoming.stated)
  }

  /// What can only be said when the year is all but over: from December on, when its report is drafted.
  private static func overTheYear(_ year: Counted, _ before: Counted) -> [Shortcoming] {
    year.records.activities.kinds.flatMap { kinds($0, year, before) }
      + (isPublicityOld(year) ? [.noNewPublicity] : [])
  }

  /// Where a kind stays below its target, or else below last year.
  private static func kinds(
    _ kind: ActivityKind, _ year: Counted, _ before: Counted
  ) -> [Shortcoming] {
    guard kind.retired == nil else { return [] }
    let value = year.activities[kind.id]?.count ?? 0
    if let target = kind.target(for: year.bureau.organization), value < target {
      return [.belowTarget(kind, value: value, target: target)]
    }
    guard let former = before.activities[kind.id]?.count, value < former else { return [] }
    return [.belowLastYear(kind, value: value, before: former)]
  }

  /// Whether publicity was recorded in years before, and this year used only forms that were used then.
  private static func isPublicityOld(_ year: Counted) -> Bool {
    let all = year.records.activities.activities.filter {
      $0.stands && $0.content.kind == "publicity"
    }
    func forms(_ activities: [Activity]) -> Set<ActivityValue> {
      Set(activities.compactMap { $0.content.values["form"] })
    }
    let former = forms(all.filter { $0.content.day < year.days.lowerBound })
    let present = forms(all.filter { year.days.contains($0.content.day) })
    return !former.isEmpty && present.isSubset(of: former)
  }
}
