import Almanac
import ArgumentParser
import Domain
import Ledger

/// Plans.
struct PlanCommandGroup: ParsableCommand {
  static let configuration = about(
    "plan", zh: "检查计划", en: "plans",
    [
      PlanList.self, PlanShow.self, PlanAdd.self, PlanEdit.self, PlanPause.self, PlanResume.self,
      PlanClose.self,
    ])
}

/// Lists plans as they are in force today.
struct PlanList: ParsableCommand {
  static let configuration = about("list", zh: "列出计划", en: "list plans")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (today, language) = (session.today, session.language)
    let plans = try session.ledger.bureau().plans
    try output.print(
      plans.map { PlanJSON($0, on: today) }, heading: MasterHeadings.plan,
      rows: plans.map { history in
        let plan = history.plan(on: today)
        return [
          plan.id.rawValue, plan.title[language], plan.trigger.kind.name[language],
          history.mark(on: today)[language], plan.statutory?[language] ?? "",
          plan.own?[language] ?? "",
        ]
      })
  }
}

extension PlanHistory {
  /// Whether it runs on a day: `+`, `-` where it is switched off or closed, or that it is paused.
  fileprivate func mark(on day: Day) -> Bilingual {
    let plan = plan(on: day)
    if !plan.isEnabled || plan.to.map({ $0 < day }) ?? false { return Bilingual(verbatim: "-") }
    return isPaused(on: day)
      ? Bilingual(zh: "暂停", en: "paused") : Bilingual(verbatim: "+")
  }
}

/// A plan in JSON.
struct PlanJSON: Encodable {
  var id: Plan.ID
  var name: Bilingual
  var kind: Trigger.Kind
  var checklists: [Checklist.ID]
  var enabled: Bool
  @Nullable var day: Int?
  @Nullable var lead: Int?
  @Nullable var from: Day?
  @Nullable var to: Day?
  @Nullable var placeKinds: [PlaceKind]?
  @Nullable var places: [Place.ID]?
  @Nullable var assignees: Plan.Assignees?
  var pauses: [Plan.Pause]

  init(_ history: PlanHistory, on day: Day) {
    let plan = history.plan(on: day)
    id = plan.id
    name = plan.title
    kind = plan.trigger.kind
    checklists = plan.uses.map(\.checklist)
    enabled = plan.isEnabled
    self.day = plan.trigger.day
    lead = plan.trigger.lead
    from = plan.from
    to = plan.to
    placeKinds = plan.scope.kinds
    places = plan.scope.places
    assignees = plan.assignees
    pauses = history.pauses
  }
}

/// Shows a plan whole, as JSON.
struct PlanShow: ParsableCommand {
  static let configuration = about("show", zh: "看一个计划", en: "show a plan")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws {
    let session = try Session(options)
    try Output.json(PlanDetailJSON(history: session.plan(id), today: session.today))
  }
}

/// `plan show`: the plan as it is in force, what it was and will be, and its pauses.
struct PlanDetailJSON: Encodable {
  var history: PlanHistory
  var today: Day

  enum CodingKeys: String, CodingKey {
    case revisions
    case pauses
  }

  func encode(to encoder: any Encoder) throws {
    try history.plan(on: today).encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(history.revisions, forKey: .revisions)
    try fields.encode(history.pauses, forKey: .pauses)
  }
}

extension Session {
  /// - Throws: ``PlanError`` where there is no such plan.
  func plan(_ id: String) throws -> PlanHistory {
    let plans = try ledger.bureau().plans
    guard let plan = plans.first(where: { $0.id.rawValue == id }) else {
      throw PlanError.noSuchPlan(id)
    }
    return plan
  }
}
