import Almanac

/// A reason an act on a duty roster was refused. Nothing was written.
public enum DutyError: Refusal, Hashable {
  case noSuchRoster(String)
  case noSuchBreak(String)
  /// The roster of that stretch is adopted already.
  case stands(Bilingual)
  case past(Day)
  case tooLong(Int)
  case noDays(DutyKind)
  case notNow(Bilingual, Bilingual, DutyRoster.State)
  /// What keeps a roster from being adopted.
  case grave(Bilingual)
  case noSuchRow(Day)
  case shiftMissing(Day)
  case sameAsBefore
  case noSuchPerson(String)
  case noSuchSection(String)
  /// One who is in office no more on that day.
  case left(String, last: Day)
  case doubled(String, Day)
  case reasonMissing
  /// Both who would change places, by name.
  case consentMissing([String])
  case cannotSwap
  case nothingAsked
  case notYours
  case notOnDuty(String, Day)
  case beforeAdoption(Day, Day)
  case inFuture(Moment)
  case outside(Moment, Bilingual)
  case handedByNobody
  case badNumber(Int, ClosedRange<Int>)
  case badHours
  case nobodyLeads
  case daysInverted(Day, Day)
  case rulesBefore(Day)

  /// Whether the roster, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchRoster, .noSuchBreak: .noSuchSubject
    case .notYours: .notPermitted
    case .stands, .past, .tooLong, .noDays, .notNow, .grave, .noSuchRow, .shiftMissing,
      .sameAsBefore, .noSuchPerson, .noSuchSection, .left, .doubled, .reasonMissing,
      .consentMissing,
      .cannotSwap, .nothingAsked, .notOnDuty, .beforeAdoption, .inFuture, .outside,
      .handedByNobody, .badNumber, .badHours, .nobodyLeads, .daysInverted, .rulesBefore:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchRoster(let text):
      Bilingual(
        zh: "没有值班表“\(text)”；用 duty list 查看，或先 duty propose 拟定。",
        en: "There is no duty roster “\(text)”; see duty list, or draw it up with duty propose.")
    case .noSuchBreak(let text):
      Bilingual(
        zh: "没有假期“\(text)”；用 calendar breaks 查看，如 2027-new-year。",
        en: "There is no break “\(text)”; see calendar breaks for the keys, as 2027-new-year.")
    case .stands(let name):
      Bilingual(
        zh: "\(name.zh)值班表已经确定；请逐班调整，或先撤回再重新拟定。",
        en: "The roster of \(name.en) is adopted; change its rows, or withdraw it first.")
    case .past(let last):
      Bilingual(
        zh: "\(last) 已经过去，不能再拟定值班表。",
        en: "\(last) has passed: no roster is drawn up for it any more.")
    case .tooLong(let days):
      Bilingual(
        zh: "一张值班表最多\(DutyRequest.longest)天，您填了\(days)天，请分开拟定。",
        en: "A roster covers \(DutyRequest.longest) days at most, not \(days); draw up several.")
    case .noDays(let kind):
      Bilingual(
        zh: "这段日期里没有要排\(kind.name.zh)的日子，请核对起止日期。",
        en: "There is no day of \(kind.name.en) among these; check the dates.")
    case .notNow(let act, let name, let state):
      Bilingual(
        zh: "\(name.zh)值班表\(state.name.zh)，不能“\(act.zh)”。",
        en: "The roster of \(name.en) is \(state.name.en): “\(act.en)” is not possible now.")
    case .grave(let words):
      Bilingual(
        zh: "值班表还不能确定：\(words.zh)。请先调整。",
        en: "The roster cannot be adopted yet: \(words.en). Change it first.")
    case .noSuchRow(let day):
      Bilingual(
        zh: "值班表里没有 \(day) 的这个班次；用 duty show 查看。",
        en: "The roster has no such shift on \(day); see duty show.")
    case .shiftMissing(let day):
      Bilingual(
        zh: "\(day) 有白班、夜班，请写明班次：--shift day 或 night。",
        en: "\(day) has a day and a night shift; say which: --shift day or night.")
    case .sameAsBefore:
      Bilingual(zh: "与原来的安排相同，没有可改的。", en: "That is what it says already; nothing is changed.")
    case .noSuchPerson(let text):
      Bilingual(
        zh: "没有人员“\(text)”；用 person list 查看。", en: "There is no person “\(text)”; see person list.")
    case .noSuchSection(let text):
      Bilingual(
        zh: "没有科室“\(text)”；用 section list 查看。",
        en: "There is no section “\(text)”; see section list.")
    case .left(let name, let last):
      Bilingual(
        zh: "\(name)已于 \(last) 离任，不能排班；请换一个人。",
        en: "\(name) left office on \(last) and cannot be on duty then; name another.")
    case .doubled(let name, let day):
      Bilingual(
        zh: "\(name) \(day) 已经排了班，同一时间不能排两处；请换一个人。",
        en: "\(name) is on duty on \(day) already and cannot be twice at once; name another.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    case .consentMissing(let names):
      Bilingual(
        zh: "换班须\(names.joined(separator: "、"))双方同意；已同意的请注明 --agreed。",
        en: "Both \(names.joined(separator: " and ")) must agree; say --agreed once they have.")
    case .cannotSwap:
      Bilingual(
        zh: "这两个班次不能对换：须是不同班次，且同为带班或同为值班。",
        en: "These two cannot change places: two shifts, both leading or both on duty.")
    case .nothingAsked:
      Bilingual(zh: "没有等待答复的换班申请。", en: "No swap waits for an answer.")
    case .notYours:
      Bilingual(
        zh: "此事由本班次的值班、带班人员或管理值班表的人办理；他人请代录。",
        en: "That is for those on this duty or who keep the roster; others enter it for them.")
    case .notOnDuty(let name, let day):
      Bilingual(
        zh: "\(name) \(day) 不在值班表上，请核对。", en: "\(name) is not on the roster of \(day); check it.")
    case .beforeAdoption(let day, let adopted):
      Bilingual(
        zh: "报送日期 \(day) 早于值班表确定的 \(adopted)，请核对。",
        en: "Sent on \(day), before the roster was adopted on \(adopted)? Check the date.")
    case .inFuture(let moment):
      Bilingual(
        zh: "\(moment.dayAndTime) 还没有到，请核对时间。",
        en: "\(moment.dayAndTime) is yet to come; check the time.")
    case .outside(let moment, let name):
      Bilingual(
        zh: "\(moment.dayAndTime) 不在\(name.zh)值班期间，请核对。",
        en: "\(moment.dayAndTime) is not within the duty of \(name.en); check it.")
    case .handedByNobody:
      Bilingual(zh: "请写明交班人。", en: "Say who hands over.")
    case .badNumber(let number, let range):
      Bilingual(
        zh: "\(number) 不在 \(range.lowerBound) 到 \(range.upperBound) 之间，请核对。",
        en: "\(number) is not between \(range.lowerBound) and \(range.upperBound); check it.")
    case .badHours:
      Bilingual(
        zh: "白班须早于夜班开始，如 08:30 和 17:30。",
        en: "The day shift begins before the night shift, as 08:30 and 17:30.")
    case .nobodyLeads:
      Bilingual(zh: "至少写明一种带班人员的角色，如 leader。", en: "Name one role at least that leads, as leader.")
    case .daysInverted(let from, let to):
      Bilingual(
        zh: "起日 \(from) 晚于止日 \(to)，请核对。", en: "\(from) is after \(to); check the dates.")
    case .rulesBefore(let day):
      Bilingual(
        zh: "已有 \(day) 起施行的值班规定，新规定不能更早；请改日期。",
        en: "Rules hold from \(day) on already; new ones cannot begin earlier: enter a later day.")
    }
  }
}
