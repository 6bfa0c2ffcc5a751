import Almanac

/// What is owed in a year, duty by duty.
struct Owed {
  let records: Coverage.Records
  let counted: Counted
  /// The day of counting.
  let day: Day
  /// Whether the year is over: what is lacking then is no longer under way.
  let isOver: Bool

  private var bureau: Bureau { counted.bureau }

  /// The plans in force in the year: their rounds by the places asked.
  var plans: [Coverage.Line] {
    bureau.plans.map(\.present).filter { $0.isEnabled && isInForce($0) }.map { plan in
      let rounds = records.annual.summary.rounds.filter { $0.id.plan == plan.id }
      let missed = rounds.reduce(0) { $0 + $1.missed }
      return line(
        .plan(plan.id), plan.title, law: plan.statutory, own: plan.own,
        asked: rounds.reduce(0) { $0 + $1.total }, done: rounds.reduce(0) { $0 + $1.done },
        late: missed, Bilingual(zh: "漏检\(missed)处次", en: "places missed: \(missed)"))
    }
  }

  private func isInForce(_ plan: Plan) -> Bool {
    (plan.from.map { $0 <= day } ?? true)
      && (plan.to.map { $0 >= counted.days.lowerBound } ?? true)
  }

  /// The kinds of activities of which the office owes a number.
  var activities: [Coverage.Line] {
    records.annual.activities.kinds.filter { $0.retired == nil }.compactMap { kind in
      guard let target = kind.target(for: bureau.organization) else { return nil }
      let value = counted.activities[kind.id]?.count ?? 0
      let lacking = max(0, target - value)
      return line(
        .activity(kind.id), kind.name, law: Self.laws[kind.id],
        own: Bilingual(zh: "每年\(target)次", en: "\(target) a year"), asked: target, done: value,
        late: isOver ? lacking : 0, Bilingual(zh: "少\(lacking)次", en: "lacking: \(lacking)"))
    }
  }

  /// Source: 《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第三十六、四十条.
  private static let laws: [ActivityKind.ID: Bilingual] = [
    "training": Bilingual(
      zh: "公安部令第61号第三十六条：经常宣传教育，重点单位每年培训每名员工",
      en: "Order 61, article 36: steady education; key units train everyone every year"),
    "drill": Bilingual(
      zh: "公安部令第61号第四十条：每年至少一次，重点单位每半年一次",
      en: "Order 61, article 40: once a year, key units every half-year"),
  ]

  /// All that is owed besides rounds and numbers of activities.
  var rest: [Coverage.Line] { [hazards, rosters, nilReports, expiries, rules, posts, goals] }

  private func line(
    _ duty: Coverage.Duty, _ name: Bilingual, law: Bilingual? = nil, own: Bilingual? = nil,
    asked: Int, done: Int, late: Int, _ gap: Bilingual
  ) -> Coverage.Line {
    let state: Coverage.State =
      asked == 0 ? .nothingAsked : late > 0 ? .short : done < asked ? .open : .met
    return Coverage.Line(
      duty: duty, name: name, law: law, own: own, asked: asked, done: done,
      gaps: state == .short ? [gap] : [], state: state)
  }

  /// Source: 消防法第十六条第五项；公安部令第61号第三十至三十五条.
  private var hazards: Coverage.Line {
    let figures = counted.safety
    let (closed, open) = (figures?[.closed] ?? 0, figures?[.open] ?? 0)
    let (late, overdue) = (figures?[.closedLate] ?? 0, figures?[.overdue] ?? 0)
    var line = line(
      .hazards, Bilingual(zh: "隐患整改闭环", en: "Hazards mended and closed"),
      law: Bilingual(
        zh: "消防法第十六条第五项、公安部令第61号第三十至三十五条：及时消除火灾隐患",
        en: "Fire Protection Law, article 16 (5); order 61, articles 30-35: remove hazards in time"),
      own: Bilingual(zh: "按登记的期限整改销号", en: "closed by the deadline set"),
      asked: closed + open, done: closed, late: late + overdue, Bilingual(verbatim: ""))
    line.gaps =
      (overdue > 0 ? [Bilingual(zh: "逾期未销号\(overdue)项", en: "overdue: \(overdue)")] : [])
      + (late > 0 ? [Bilingual(zh: "逾期销号\(late)项", en: "closed late: \(late)")] : [])
    return line
  }

  private var rosters: Coverage.Line {
    let days = bureau.dutyRules(on: day).dueDays
    let (asked, done) = (counted.value(of: .breaks) ?? 0, counted.value(of: .rosters) ?? 0)
    return line(
      .rosters, Bilingual(zh: "放假值班", en: "Duty over breaks"),
      law: Bilingual(
        zh: "国务院办公厅年度放假通知：妥善安排值班和安全、保卫",
        en: "the State Council's yearly notice of holidays: arrange duty and security"),
      own: Bilingual(
        zh: "首个休息日前\(days)天报送值班表", en: "roster sent \(days) days before the first day off"),
      asked: asked, done: done, late: asked - done,
      Bilingual(zh: "缺值班表\(asked - done)个假期", en: "breaks without a roster: \(asked - done)"))
  }

  private var nilReports: Coverage.Line {
    let (asked, done) = (counted.value(of: .nilDue) ?? 0, counted.value(of: .nilMade) ?? 0)
    return line(
      .nilReports, Bilingual(zh: "零报告", en: "Nil reports"),
      own: Bilingual(zh: "放假和预警期间定时报", en: "at set times in breaks and alerts"), asked: asked,
      done: done, late: asked - done,
      Bilingual(zh: "漏报\(asked - done)次", en: "not made: \(asked - done)"))
  }

  /// Source: 公安部令第61号第二十七至二十九条.
  private var expiries: Coverage.Line {
    let kept = records.expiries.filter(\.stands)
    let over = kept.count { $0.state(on: day) == .overdue }
    return line(
      .expiries, Bilingual(zh: "检测、器材和证照不过期", en: "Tests, equipment and papers in date"),
      law: Bilingual(
        zh: "公安部令第61号第二十七至二十九条：消防设施、器材检测维护",
        en: "Order 61, articles 27-29: fire facilities and equipment are tested and kept"),
      own: Bilingual(
        zh: "到期前\(Expiry.notice)天提醒续办", en: "told of \(Expiry.notice) days before"),
      asked: kept.count, done: kept.count - over, late: over,
      Bilingual(zh: "已过期\(over)项", en: "over: \(over)"))
  }

  /// Source: 消防法第十六条第一项；公安部令第61号第十八条.
  private var rules: Coverage.Line {
    let kept = records.rules.filter { $0.reviewDue != nil }
    let late = kept.count { $0.isReviewOverdue(on: day) }
    return line(
      .rules, Bilingual(zh: "制度和预案复核", en: "Rules and plans reviewed"),
      law: Bilingual(
        zh: "消防法第十六条第一项、公安部令第61号第十八条：建立健全消防安全制度",
        en: "Fire Protection Law, article 16 (1); order 61, article 18: set up and keep rules"),
      own: Bilingual(zh: "每年复核一次", en: "reviewed every year"), asked: kept.count,
      done: kept.count - late, late: late,
      Bilingual(zh: "逾期未复核\(late)项", en: "reviews overdue: \(late)"))
  }

  /// Source: 公安部令第61号第五条.
  private var posts: Coverage.Line {
    let gaps = bureau.responsibilityGaps(on: day).count
    let asked = bureau.allPosts(on: day).count
    return line(
      .responsibility, Bilingual(zh: "安全责任到人", en: "A name to every post"),
      law: Bilingual(
        zh: "公安部令第61号第五条：逐级和岗位消防安全责任制，确定责任人",
        en: "Order 61, article 5: responsibility by level and post, with a person for each"),
      own: Bilingual(zh: "一岗双责", en: "each post answers for safety too"),
      asked: asked, done: asked - gaps, late: gaps,
      Bilingual(zh: "待明确\(gaps)处", en: "without a name: \(gaps)"))
  }

  private var goals: Coverage.Line {
    let goals = counted.goals
    let late = goals.count { $0.state == .late }
    return line(
      .goals, Bilingual(zh: "年度工作计划", en: "The year's plan"),
      own: Bilingual(zh: "按措施和完成时限办理", en: "measures by their due days"),
      asked: goals.count, done: goals.count { $0.state == .done }, late: late,
      Bilingual(zh: "逾期未完成\(late)项", en: "late: \(late)"))
  }

  /// The laws that items of checklists rest on, with who asks them.
  var clauses: [Coverage.Clause] {
    let plans = bureau.plans.map(\.present).filter { $0.isEnabled && isInForce($0) }
    let walks = Dictionary(
      grouping: records.annual.walks.filter { counted.days.contains($0.walked) },
      by: \.occurrence.plan)
    var found: [Bilingual: (items: Int, plans: [Plan])] = [:]
    var order: [Bilingual] = []
    for checklist in records.checklists {
      for section in checklist.sections {
        let asking = plans.filter { plan in
          plan.uses.contains { use in
            use.checklist == checklist.id && use.sections?.contains(section.id) ?? true
          }
        }
        for basis in section.items.compactMap(\.basis) {
          if found[basis] == nil { order.append(basis) }
          let former = found[basis] ?? (0, [])
          let added = asking.filter { plan in !former.plans.contains { $0.id == plan.id } }
          found[basis] = (former.items + 1, former.plans + added)
        }
      }
    }
    let clauses = order.compactMap { basis -> Coverage.Clause? in
      guard let (items, plans) = found[basis] else { return nil }
      return Coverage.Clause(
        basis: basis, items: items, plans: plans.map(\.title),
        walks: plans.reduce(0) { $0 + (walks[$1.id]?.count ?? 0) })
    }
    return clauses.filter { $0.walks == 0 } + clauses.filter { $0.walks > 0 }
  }
}
