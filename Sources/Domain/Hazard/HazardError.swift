import Almanac

/// A reason a hazard command was refused. Nothing was written.
public enum HazardError: Refusal, Hashable {
  case noSuchHazard(String)
  case ended(Hazard.State)
  case notNow(HazardCommand.Kind, Hazard.State)
  case notAssignee(Person.ID?)
  case fixerMayNotVerify
  case notLater(than: Day)
  case deadlinePassed(today: Day)
  case reasonMissing
  case textMissing
  case documentMissing(Hazard.Source)
  case authorityDeadline
  case rectifierLeft(String, last: Day)

  /// Whether the subject, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchHazard: .noSuchSubject
    case .notAssignee, .fixerMayNotVerify: .notPermitted
    case .ended, .notNow, .notLater, .deadlinePassed, .reasonMissing, .textMissing,
      .documentMissing, .authorityDeadline, .rectifierLeft:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchHazard(let number):
      Bilingual(
        zh: "没有编号为“\(number)”的隐患；用 hazard list 查看编号。",
        en: "There is no hazard “\(number)”; see hazard list for the numbers.")
    case .ended(let state):
      Bilingual(
        zh: "隐患\(state.name.zh)，不能再办理。",
        en: "The hazard is \(state.name.en) and can no longer be changed.")
    case .notNow(let act, let state):
      Bilingual(
        zh: "隐患现为“\(state.name.zh)”，不能“\(act.name.zh)”。",
        en: "The hazard is \(state.name.en): “\(act.name.en)” is not possible now.")
    case .notAssignee(let person):
      if let person {
        Bilingual(
          zh: "此事须由整改责任人（\(person)）本人办理。",
          en: "Only the assigned rectifier (\(person)) may do this.")
      } else {
        Bilingual(zh: "隐患尚未交办。", en: "The hazard has not been assigned yet.")
      }
    case .fixerMayNotVerify:
      Bilingual(
        zh: "整改人不得复查自己的整改，请由他人复查。",
        en: "Who rectified it may not verify it; another person must.")
    case .notLater(let day):
      Bilingual(
        zh: "新期限须晚于\(day)，请填更晚的日期。",
        en: "The new deadline must be after \(day); enter a later day.")
    case .deadlinePassed(let today):
      Bilingual(
        zh: "期限不能早于今天（\(today)）。", en: "The deadline cannot be before today (\(today)).")
    case .reasonMissing:
      Bilingual(zh: "请写明原因。", en: "Give the reason.")
    case .textMissing:
      Bilingual(zh: "请写明内容。", en: "Say what, in words.")
    case .documentMissing(let source):
      Bilingual(
        zh: "来源为“\(source.name.zh)”的隐患须注明来文（机关、文号、日期）。",
        en: "A hazard \(source.name.en) needs its document: issuer, number, date.")
    case .rectifierLeft(let name, let last):
      Bilingual(
        zh: "\(name)在任到 \(last) 为止，请交给别人。",
        en: "The last day in office of \(name) is \(last); give it to someone else.")
    case .authorityDeadline:
      Bilingual(
        zh: "责令整改的期限只能凭该机关的文件延长，请注明文号。",
        en: "An authority's deadline is extended only with its own document; give its number.")
    }
  }
}
