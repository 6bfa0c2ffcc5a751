import Almanac

/// A thing that ends and is to be entered. May be refused.
public struct ExpiryRequest: Hashable, Sendable {
  /// Its sort, as the program or the ledger has it; the ledger's own goes before.
  public var kind: ExpiryKind
  /// What it is.
  public var content: Expiry.Content

  /// A request from a kind and what the thing is.
  public init(_ kind: ExpiryKind, _ content: Expiry.Content) {
    self.kind = kind
    self.content = content
  }
}

/// What may be asked to be done with a thing that ends. May be refused.
public enum ExpiryCommand: Hashable, Sendable {
  case edit(Expiry.Content, reason: String? = nil)
  case renew(Expiry.Term)
  case retire(reason: String)
}

/// A reason an act on things that end was refused. Nothing was written.
public enum ExpiryError: Refusal, Hashable {
  case noSuchKind(String)
  case noSuchExpiry(String)
  case noSuchPerson(String)
  case noSuchPlace(String)
  case retiredKind(Bilingual, Day)
  case nameMissing
  case badCount(Int)
  case badMonths(Int)
  case badID(String)
  /// A day of making or checking that is yet to come.
  case inFuture(Day)
  /// A check before the making.
  case doneBeforeMade(Day, made: Day)
  /// An end before the check or the making.
  case endsBefore(Day, Day)
  /// The end cannot be told from the kind.
  case untilMissing(Bilingual)
  /// When it was done again.
  case doneMissing
  case notLater(than: Day)
  case isRetired(String)
  case reasonMissing
  case sameAsBefore
  case left(String, last: Day)

  /// Whether the subject or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchKind, .noSuchExpiry: .noSuchSubject
    case .noSuchPerson, .noSuchPlace, .retiredKind, .nameMissing, .badCount, .badMonths, .badID,
      .inFuture, .doneBeforeMade, .endsBefore, .untilMissing, .doneMissing, .notLater, .isRetired,
      .reasonMissing, .sameAsBefore, .left:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchKind(let text):
      Bilingual(
        zh: "没有到期事项种类“\(text)”；用 expiry kinds 查看。",
        en: "There is no kind “\(text)”; see expiry kinds.")
    case .noSuchExpiry(let text):
      Bilingual(
        zh: "没有到期事项“\(text)”；用 expiry list 查看编号。",
        en: "There is nothing “\(text)” that ends; see expiry list for the numbers.")
    case .noSuchPerson(let text):
      Bilingual(
        zh: "没有人员“\(text)”；用 person list 查看编号。",
        en: "There is no person “\(text)”; see person list for the ids.")
    case .noSuchPlace(let text):
      Bilingual(
        zh: "没有场所“\(text)”；用 place list 查看编号。",
        en: "There is no place “\(text)”; see place list for the ids.")
    case .retiredKind(let name, let day):
      Bilingual(
        zh: "“\(name.zh)”自 \(day) 起停用，不能再登记；请换一个种类。",
        en: "“\(name.en)” is out of use from \(day) on; take another kind.")
    case .nameMissing: Bilingual(zh: "请填名称。", en: "Say what it is: fill in the name.")
    case .badCount(let count):
      Bilingual(zh: "数量应是 1 到 9999，不是 \(count)。", en: "The count is 1 to 9999, not \(count).")
    case .badMonths(let months):
      Bilingual(
        zh: "月数应是 1 到 \(ExpiryKind.longest)，不是 \(months)。",
        en: "Months are 1 to \(ExpiryKind.longest), not \(months).")
    case .badID(let id):
      Bilingual(
        zh: "编号“\(id)”不行：用字母、数字和连字符，不含空格。",
        en: "The id “\(id)” will not do: letters, digits and hyphens, without spaces.")
    case .inFuture(let day):
      Bilingual(
        zh: "\(day) 还没有到，不能已经出厂或检验；请核对日期。",
        en: "\(day) is yet to come: nothing was made or checked then. Check the day.")
    case .doneBeforeMade(let done, let made):
      Bilingual(
        zh: "检验日期 \(done) 早于出厂日期 \(made)，请核对。",
        en: "Checked \(done), before it was made (\(made))? Check the days.")
    case .endsBefore(let until, let day):
      Bilingual(
        zh: "有效期至 \(until) 早于 \(day)，请核对。", en: "Ends \(until), before \(day)? Check the days.")
    case .untilMissing(let name):
      Bilingual(
        zh: "“\(name.zh)”没有固定周期，请填有效期至。",
        en: "“\(name.en)” has no set interval: say until when it holds.")
    case .doneMissing:
      Bilingual(zh: "请填检验（办理）日期。", en: "Say on which day it was done again.")
    case .notLater(let day):
      Bilingual(
        zh: "新的有效期须晚于现在的 \(day)；日期登记错了，请用修改。",
        en: "The new end must be after \(day); where that day is wrong, edit it.")
    case .isRetired(let id):
      Bilingual(zh: "\(id) 已停管，不能再办。", en: "\(id) is retired; nothing more is done with it.")
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

/// What may be asked of the list of things that end.
public enum ExpiryRequests: Hashable, Sendable {
  /// Enters some; of an import, what the list has already is passed over.
  case add([ExpiryRequest], isImport: Bool = false)
  case act(Expiry.ID, ExpiryCommand)
  /// Adds or changes a kind; with what the program has under its id.
  case setKind(ExpiryKind, shipped: ExpiryKind?)

  /// Returns the lines that it causes.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    switch self {
    case .add(let requests, let isImport):
      return try requests.decide(isImport: isImport, with: records, in: situation)
    case .act(let id, let command):
      guard let expiry = try records.expiries().first(where: { $0.id == id }) else {
        throw ExpiryError.noSuchExpiry(id.rawValue)
      }
      let event = try expiry.decide(command, of: records.bureau, in: situation)
      return [Happening(.expiry(id), .expiry(event))]
    case .setKind(let kind, let shipped):
      return [try kind.decide(shipped: shipped, with: records, in: situation)]
    }
  }
}
