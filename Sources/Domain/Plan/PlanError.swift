import Almanac

/// A reason a plan command was refused. Nothing was written.
public enum PlanError: Refusal, Hashable {
  case noSuchPlan(String)
  case past(Day)
  case endsBeforeItBegins
  case runsAlready(String)
  case walkedToday(String)
  case noChecklist
  /// Nothing of its lists is asked at the places it names.
  case asksNothing([String])
  case noDate
  case badDay(Int)
  case badLead(Int)
  case unknownChecklist(Checklist.ID)
  case unknownPart(String, of: Checklist.ID)
  case unknownPlace(Place.ID)
  case unknownPerson(Person.ID)
  /// One who only looks on walks no rooms.
  case onlyLooksOn(String)

  /// ``RefusalKind/noSuchSubject`` for an unknown plan, bad data otherwise.
  public var kind: RefusalKind {
    switch self {
    case .noSuchPlan: .noSuchSubject
    case .past, .endsBeforeItBegins, .runsAlready, .walkedToday, .noChecklist, .asksNothing,
      .noDate,
      .badDay, .badLead, .unknownChecklist, .unknownPart, .unknownPlace, .unknownPerson,
      .onlyLooksOn:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchPlan(let id):
      Bilingual(zh: "没有计划“\(id)”；用 plan list 查看。", en: "There is no plan “\(id)”; see plan list.")
    case .past(let day):
      Bilingual(
        zh: "\(day) 已过去：计划只能从今天或以后改起，过去的保持原样。",
        en: "\(day) is past: a plan changes from today or later; what was stays as it was.")
    case .endsBeforeItBegins:
      Bilingual(zh: "结束日早于开始日。", en: "It ends before it begins.")
    case .runsAlready(let id):
      Bilingual(
        zh: "计划“\(id)”没有暂停、停用或结束，不必恢复。",
        en: "The plan “\(id)” is neither paused nor off nor closed.")
    case .walkedToday(let round):
      Bilingual(
        zh: "\(round) 今天已有检查记录：请从明天改起（--from +1）。",
        en: "\(round) was walked today: let the change begin tomorrow (--from +1).")
    case .noChecklist:
      Bilingual(zh: "计划至少要用一张检查表。", en: "A plan needs a checklist at least.")
    case .asksNothing(let places):
      Bilingual(
        zh: "所用检查表在所列场所\(Self.list(places, "、").zh)没有适用的检查项，永远不会有任务；请换检查表或场所。",
        en:
          "Its checklists ask nothing at the places named\(Self.list(places, ", ").en), so that no round "
          + "would ever come; name other checklists or places.")
    case .noDate:
      Bilingual(zh: "一次性的检查要写明日期。", en: "A check made once needs its date.")
    case .badDay(let day):
      Bilingual(zh: "每月没有\(day)日。", en: "No month has a day \(day).")
    case .badLead(let lead):
      Bilingual(
        zh: "提前的工作日须为 1 至 \(Trigger.leads.upperBound)，不能是 \(lead)。",
        en: "The working days before run from 1 to \(Trigger.leads.upperBound), not \(lead).")
    case .unknownChecklist(let id):
      Bilingual(
        zh: "没有在用的检查表“\(id)”；用 checklist list 查看。",
        en: "There is no checklist “\(id)” in use; see checklist list.")
    case .unknownPart(let part, let id):
      Bilingual(
        zh: "检查表“\(id)”没有“\(part)”这一部分；用 checklist show 查看。",
        en: "The checklist “\(id)” has no section “\(part)”; see checklist show.")
    case .unknownPlace(let id):
      Bilingual(
        zh: "没有场所“\(id)”；用 place list 查看。", en: "There is no place “\(id)”; see place list.")
    case .unknownPerson(let id):
      Bilingual(
        zh: "没有人员“\(id)”；用 person list 查看。", en: "There is no person “\(id)”; see person list.")
    case .onlyLooksOn(let name):
      Bilingual(
        zh: "\(name)只是查阅人，不能安排检查。", en: "\(name) only looks on and cannot be given a walk.")
    }
  }
}

extension PlanError {
  private static func list(_ places: [String], _ mark: String) -> Bilingual {
    guard !places.isEmpty else { return Bilingual(verbatim: "") }
    let all = places.joined(separator: mark)
    return Bilingual(zh: "（\(all)）", en: " (\(all))")
  }

  /// What is said of a plan that asks nothing at some of the places it names; nil where there is none.
  public static func remark(idle places: [String]) -> Bilingual? {
    guard !places.isEmpty else { return nil }
    return Bilingual(
      zh: "提示：所用检查表在 \(places.joined(separator: "、")) 没有适用的检查项，那里不会有任务。",
      en: "note: its checklists ask nothing at \(places.joined(separator: ", ")); no round has it.")
  }
}

/// What a plan names must be there.
struct PlanCheck {
  var bureau: Bureau

  /// - Throws: ``PlanError`` or ``SetupError`` for the first thing that is wrong.
  func check(_ events: [PlanEvent]) throws {
    for event in events {
      if case .set(let plan) = event { try check(plan) }
    }
  }

  private func check(_ plan: Plan) throws {
    _ = try Wording.name(plan.title.zh)
    _ = try Wording.name(plan.title.en)
    try check(plan.trigger)
    if let from = plan.from, let to = plan.to, to < from { throw PlanError.endsBeforeItBegins }
    guard !plan.uses.isEmpty else { throw PlanError.noChecklist }
    for use in plan.uses {
      guard let outline = bureau.checklists.first(where: { $0.id == use.checklist && $0.to == nil })
      else {
        throw PlanError.unknownChecklist(use.checklist)
      }
      for part in use.sections ?? [] where !outline.parts.contains(where: { $0.id == part }) {
        throw PlanError.unknownPart(part, of: use.checklist)
      }
    }
    try checkAlertParts(plan)
    for place in plan.scope.places ?? [] where bureau.place(place) == nil {
      throw PlanError.unknownPlace(place)
    }
    for section in plan.assignees?.sections ?? [] where bureau.section(section) == nil {
      throw SetupError.unknownSection(section)
    }
    for id in plan.assignees?.persons ?? [] {
      guard let person = bureau.person(id) else { throw PlanError.unknownPerson(id) }
      guard person.may(.reportHazard) else { throw PlanError.onlyLooksOn(person.name) }
    }
  }

  /// What an alert's colour adds, or its end asks, stands in one of the plan's lists.
  private func checkAlertParts(_ plan: Plan) throws {
    guard let first = plan.uses.first?.checklist else { return }
    let lists = bureau.checklists.filter { list in plan.uses.contains { $0.checklist == list.id } }
    let known = Set(lists.flatMap(\.parts).map(\.id))
    let added = (plan.trigger.added ?? [:]).sorted { $0.key < $1.key }.flatMap(\.value)
    for part in added + (plan.trigger.after ?? []) where !known.contains(part) {
      throw PlanError.unknownPart(part, of: first)
    }
  }

  private func check(_ trigger: Trigger) throws {
    if let day = trigger.day, !Trigger.daysOfMonth.contains(day) { throw PlanError.badDay(day) }
    if let lead = trigger.lead, !Trigger.leads.contains(lead) { throw PlanError.badLead(lead) }
    if trigger.kind == .once, trigger.date == nil { throw PlanError.noDate }
  }
}
