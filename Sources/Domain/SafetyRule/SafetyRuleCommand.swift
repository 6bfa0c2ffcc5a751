import Almanac

/// What may be asked to be done with a rule of the office. May be refused.
public enum SafetyRuleCommand: Hashable, Sendable {
  case edit(SafetyRule.Content)
  case revise(SafetyRule.Content, on: Day)
  case review(SafetyRule.Outcome, on: Day, note: String? = nil)
  case repeal(on: Day, reason: String)
}

/// A reason an act on the rules of the office was refused. Nothing was written.
public enum SafetyRuleError: Refusal, Hashable {
  case noSuchRule(String)
  case noSuchPerson(String)
  case noSuchSection(String)
  case titleMissing
  case inFuture(Day)
  /// A step before the one that it follows.
  case before(Day, Day)
  case notReviewed(Bilingual)
  case isRepealed(String)
  case reasonMissing
  case sameAsBefore
  case left(String, last: Day)

  /// Whether the subject or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchRule: .noSuchSubject
    case .noSuchPerson, .noSuchSection, .titleMissing, .inFuture, .before, .notReviewed,
      .isRepealed, .reasonMissing, .sameAsBefore, .left:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchRule(let text):
      Bilingual(
        zh: "没有制度“\(text)”；用 rule list 查看编号。",
        en: "There is no rule “\(text)”; see rule list for the numbers.")
    case .noSuchPerson(let text):
      Bilingual(
        zh: "没有人员“\(text)”；用 person list 查看编号。",
        en: "There is no person “\(text)”; see person list for the ids.")
    case .noSuchSection(let text):
      Bilingual(
        zh: "没有科室“\(text)”；用 section list 查看编号。",
        en: "There is no section “\(text)”; see section list for the ids.")
    case .titleMissing: Bilingual(zh: "请填标题。", en: "Fill in the title.")
    case .inFuture(let day):
      Bilingual(zh: "\(day) 还没有到，请核对日期。", en: "\(day) is yet to come; check the day.")
    case .before(let day, let other):
      Bilingual(zh: "\(day) 早于 \(other)，请核对日期。", en: "\(day) is before \(other); check the day.")
    case .notReviewed(let sort):
      Bilingual(zh: "\(sort.zh)不用年度复核。", en: "A \(sort.en) is not reviewed every year.")
    case .isRepealed(let id):
      Bilingual(zh: "\(id) 已废止，不能再办。", en: "\(id) is repealed; nothing more is done with it.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    case .sameAsBefore:
      Bilingual(zh: "与原来相同，没有可改的。", en: "That is what it says already; nothing is changed.")
    case .left(let name, let last):
      Bilingual(
        zh: "\(name)已于 \(last) 离任，请换一个责任人。",
        en: "\(name) left office on \(last); name somebody else.")
    }
  }
}

/// What may be asked of the rules of the office.
public enum SafetyRuleRequest: Hashable, Sendable {
  case add(SafetyRule.Content)
  case act(SafetyRule.ID, SafetyRuleCommand)

  /// Returns the lines that it causes.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    switch self {
    case .add(let content):
      let (id, event) = try content.decide(with: records, in: situation)
      return [Happening(.rule(id), .rule(event))]
    case .act(let id, let command):
      guard let rule = try records.rules().first(where: { $0.id == id }) else {
        throw SafetyRuleError.noSuchRule(id.rawValue)
      }
      let event = try rule.decide(command, of: records.bureau, in: situation)
      return [Happening(.rule(id), .rule(event))]
    }
  }
}
