import Almanac

/// What may be asked to be done with a measure of the year's plan. May be refused.
public enum GoalCommand: Hashable, Sendable {
  case edit(Goal.Content)
  case progress(note: String)
  case done(note: String)
  case reopen(reason: String)
  case withdraw(reason: String)
}

/// A reason an act on the year's plan was refused. Nothing was written.
public enum GoalError: Refusal, Hashable {
  case noSuchGoal(String)
  case noSuchPerson(String)
  case noSuchPlan(String)
  case noSuchKind(String)
  case badTie(String)
  case textMissing
  case noteMissing
  case badYear(Int)
  case dueOutside(Day, year: Int)
  case badCount(Int)
  case hasLeft(String, Day)
  case isWithdrawn(String)
  case isDone(String)
  case isOpen(String)
  /// One whose progress is counted by what fulfils it.
  case countsItself(String)
  /// Who sees to it, by name.
  case notOwner(String)
  case sameAsBefore
  case nothingToCopy(Int)
  case copiedAlready(Int, Int)

  /// Whether the subject, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchGoal, .noSuchPerson, .noSuchPlan, .noSuchKind: .noSuchSubject
    case .notOwner: .notPermitted
    case .badTie, .textMissing, .noteMissing, .badYear, .dueOutside, .badCount, .hasLeft,
      .isWithdrawn, .isDone, .isOpen, .countsItself, .sameAsBefore, .nothingToCopy,
      .copiedAlready:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchGoal(let id):
      Bilingual(
        zh: "没有工作措施“\(id)”；用 goal list 查看。", en: "There is no measure “\(id)”; see goal list.")
    case .noSuchPerson(let id): Bilingual(zh: "没有人员“\(id)”。", en: "There is no person “\(id)”.")
    case .noSuchPlan(let id):
      Bilingual(
        zh: "没有检查计划“\(id)”；用 plan list 查看。", en: "There is no plan “\(id)”; see plan list.")
    case .noSuchKind(let id):
      Bilingual(
        zh: "没有活动种类“\(id)”；用 activity kinds 查看。",
        en: "There is no kind “\(id)”; see activity kinds.")
    case .badTie(let text):
      Bilingual(
        zh: "“\(text)”看不懂：写 plan:检查计划 或 activity:活动种类:次数，如 activity:training:4。",
        en:
          "“\(text)” cannot be read: write plan:PLAN or activity:KIND:COUNT, as activity:training:4."
      )
    case .textMissing: Bilingual(zh: "请写措施。", en: "Say what is to be done.")
    case .noteMissing: Bilingual(zh: "请写情况说明。", en: "Say what was done, or why.")
    case .badYear(let year):
      Bilingual(zh: "年份 \(year) 不能用。", en: "The year \(year) cannot be used.")
    case .dueOutside(let day, let year):
      Bilingual(
        zh: "完成时限 \(day) 不在 \(year) 年内，请改。",
        en: "The due day \(day) is not in \(year); give another.")
    case .badCount(let count):
      Bilingual(zh: "次数 \(count) 不能用，请填 1 至 999。", en: "\(count) times cannot be; 1 to 999.")
    case .hasLeft(let name, let day):
      Bilingual(
        zh: "\(name)已于 \(day) 离任，请填在任的人。", en: "\(name) left on \(day); name one in office.")
    case .isWithdrawn(let id): Bilingual(zh: "\(id) 已撤销。", en: "\(id) is withdrawn.")
    case .isDone(let id):
      Bilingual(
        zh: "\(id) 已完成；要继续办请用 goal reopen。", en: "\(id) is done; goal reopen takes it up again.")
    case .isOpen(let id): Bilingual(zh: "\(id) 还没有完成。", en: "\(id) is not done yet.")
    case .countsItself(let id):
      Bilingual(
        zh: "\(id) 的进度由台账自动计数，不必报完成；可用 goal progress 写说明。",
        en: "The progress of \(id) counts itself; goal progress adds a note.")
    case .notOwner(let name):
      Bilingual(
        zh: "这项由\(name)负责，须由本人或安全管理员、办公室主任、分管领导办理。",
        en:
          "\(name) sees to it: for that person, an administrator, the office head or a supervisor.")
    case .sameAsBefore: Bilingual(zh: "没有改动。", en: "Nothing is changed.")
    case .nothingToCopy(let year):
      Bilingual(zh: "\(year) 年没有可沿用的措施。", en: "There is nothing of \(year) to copy.")
    case .copiedAlready(let from, let to):
      Bilingual(
        zh: "\(from) 年的措施都已在 \(to) 年计划里。", en: "All measures of \(from) stand in \(to) already.")
    }
  }
}

extension Goal.Content {
  /// What it says, cleaned.
  ///
  /// - Throws: ``GoalError`` or ``WordingError``.
  func checked(in bureau: Bureau, kinds: [ActivityKind.ID], on today: Day) throws -> Self {
    var content = self
    content.aim = try Wording.text(aim)
    content.text = try Wording.text(text)
    guard !content.text.isEmpty else { throw GoalError.textMissing }
    guard (2000...2100).contains(year) else { throw GoalError.badYear(year) }
    guard due.year == year else { throw GoalError.dueOutside(due, year: year) }
    guard let person = bureau.person(owner) else { throw GoalError.noSuchPerson(owner.rawValue) }
    if let last = person.to, last < today { throw GoalError.hasLeft(person.name, last) }
    switch tie {
    case .plan(let id)?:
      guard bureau.plan(id) != nil else { throw GoalError.noSuchPlan(id.rawValue) }
    case .activity(let id, let count)?:
      guard kinds.contains(id) || bureau.activityKind(id) != nil else {
        throw GoalError.noSuchKind(id.rawValue)
      }
      guard (1...999).contains(count) else { throw GoalError.badCount(count) }
    case nil: break
    }
    return content
  }
}

/// Measures that are to be entered in one act. May be refused.
public struct GoalRequest: Hashable, Sendable {
  /// What they say.
  public var contents: [Goal.Content]
  /// The kinds of activities that the program has, besides those of the ledger.
  public var kinds: [ActivityKind.ID]

  /// A request from what they say.
  public init(_ contents: [Goal.Content], kinds: [ActivityKind.ID]) {
    self.contents = contents
    self.kinds = kinds
  }

  /// Returns the lines that enter them, what the plan of the year has already left out.
  ///
  /// - Throws: ``GoalError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.keepGoals) else { throw NotPermitted(.keepGoals) }
    let bureau = try records.bureau
    var goals = try records.goals().map { ($0.id, $0.content, $0.withdrawn == nil) }
    var lines: [Happening] = []
    for content in contents {
      let content = try content.checked(in: bureau, kinds: kinds, on: situation.today)
      let stands = goals.contains { goal in
        goal.2 && goal.1.year == content.year && goal.1.aim == content.aim
          && goal.1.text == content.text
      }
      if stands { continue }
      let id = Goal.ID.next(
        Goal.prefix, of: content.year, after: goals.map(\.0), device: situation.numbering.device,
        digits: 2)
      goals.append((id, content, true))
      lines.append(Happening(.goal(id), .goal(.added(content))))
    }
    return lines
  }
}

extension Goal {
  /// What its number begins with.
  static let prefix = "MB"

  /// Returns the event that a command causes.
  ///
  /// - Throws: ``GoalError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    _ command: GoalCommand, kinds: [ActivityKind.ID], of bureau: Bureau, in situation: Situation
  ) throws -> GoalEvent {
    guard withdrawn == nil else { throw GoalError.isWithdrawn(id.rawValue) }
    let actor = situation.actor
    func requireOwner() throws {
      guard actor.parties.contains(content.owner) || actor.may(.keepGoals) else {
        throw GoalError.notOwner(bureau.name(content.owner))
      }
    }
    func required(_ text: String) throws -> String {
      let text = try Wording.text(text)
      guard !text.isEmpty else { throw GoalError.noteMissing }
      return text
    }
    switch command {
    case .edit(var wanted):
      guard actor.may(.keepGoals) else { throw NotPermitted(.keepGoals) }
      wanted.year = content.year
      let changed = try wanted.checked(in: bureau, kinds: kinds, on: situation.today)
      guard changed != content else { throw GoalError.sameAsBefore }
      return .edited(changed)
    case .progress(let note):
      try requireOwner()
      guard done == nil else { throw GoalError.isDone(id.rawValue) }
      return .progressed(note: try required(note))
    case .done(let note):
      try requireOwner()
      guard content.tie == nil else { throw GoalError.countsItself(id.rawValue) }
      guard done == nil else { throw GoalError.isDone(id.rawValue) }
      return .done(note: try required(note))
    case .reopen(let reason):
      try requireOwner()
      guard done != nil else { throw GoalError.isOpen(id.rawValue) }
      return .reopened(reason: try required(reason))
    case .withdraw(let reason):
      guard actor.may(.keepGoals) else { throw NotPermitted(.keepGoals) }
      return .withdrawn(reason: try required(reason))
    }
  }
}

/// Copying a year's measures into another year's plan. May be refused.
public struct GoalCopy: Hashable, Sendable {
  /// The year copied from.
  public var from: Int
  /// The year copied to.
  public var to: Int
  /// The kinds of activities that the program has, besides those of the ledger.
  public var kinds: [ActivityKind.ID]

  /// A copy from one year into another.
  public init(from: Int, to: Int, kinds: [ActivityKind.ID]) {
    self.from = from
    self.to = to
    self.kinds = kinds
  }

  /// Returns the lines that enter the copies: one whose owner has left goes to the one who copies.
  ///
  /// - Throws: ``GoalError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    let bureau = try records.bureau
    let contents = try records.goals()
      .filter { $0.withdrawn == nil && $0.content.year == from }
      .map { goal in
        var content = goal.content
        content.year = to
        content.due = min(
          Day(to, content.due.month.month, 1) + (content.due - content.due.month.first),
          Month(to, content.due.month.month).last)
        if bureau.person(content.owner)?.to.map({ $0 < situation.today }) ?? false {
          content.owner = situation.actor.id
        }
        return content
      }
    guard !contents.isEmpty, from != to else { throw GoalError.nothingToCopy(from) }
    let lines = try GoalRequest(contents, kinds: kinds).decide(with: records, in: situation)
    guard !lines.isEmpty else { throw GoalError.copiedAlready(from, to) }
    return lines
  }
}
