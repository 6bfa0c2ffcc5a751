import Almanac

/// A reason a hazard command was refused. Nothing was written.
public enum HazardError: Refusal, Hashable {
  case noSuchHazard(String)
  case ended(Hazard.State)
  case notNow(HazardCommand.Kind, Hazard.State)
  /// The rectifier by name; nil while there is none.
  case notAssignee(String?)
  case fixerMayNotVerify
  case notLater(than: Day)
  case deadlinePassed(today: Day)
  /// The date on the paper by which the deadline was decided.
  case deadlineBeforePaper(Day)
  case reasonMissing
  case textMissing
  case documentMissing(Hazard.Source)
  case authorityDeadline
  case rectifierLeft(String, last: Day)
  case cannotRectify(String)
  case majorLacks([MajorLack])
  case notMajor
  /// A patched version where no weakness was found.
  case noWeakness
  case participantsMissing
  case dateOutside(Day, from: Day, to: Day)
  case listedAlready
  case notListed
  case stillListed
  /// Who listed it, and alone ends that.
  case notTheLister(String)
  /// The characters of a reminder in own words.
  case reminderTooLong(Int)
  /// The first day off before which it was found and should have been mended.
  case safeguardsMissing(before: Day)
  case orderWithoutDeadline
  case foundAgainNotClosed(Hazard.ID)
  case notALeader(String)
  case noSuchPerson(Person.ID)
  case stillOpen(Hazard.ID)
  case nothingRequested
  case breachNotMended
  case mergedIntoItself
  case mergedIntoEnded(Hazard.ID)
  case nothingToRevoke

  /// Whether the subject, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchHazard: .noSuchSubject
    case .notAssignee, .fixerMayNotVerify: .notPermitted
    case .ended, .notNow, .notLater, .deadlinePassed, .deadlineBeforePaper, .reasonMissing,
      .textMissing,
      .documentMissing, .authorityDeadline, .rectifierLeft, .cannotRectify, .majorLacks, .notMajor,
      .noWeakness,
      .participantsMissing, .dateOutside, .listedAlready, .notListed, .stillListed, .notTheLister,
      .reminderTooLong, .safeguardsMissing, .orderWithoutDeadline, .foundAgainNotClosed,
      .notALeader,
      .noSuchPerson, .stillOpen, .nothingRequested, .breachNotMended, .mergedIntoItself,
      .mergedIntoEnded,
      .nothingToRevoke:
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
        zh: "隐患现为“\(state.name.zh)”，不能“\(act.name.zh)”；"
          + "须先为“\(act.statesInOrder.map(\.name.zh).joined(separator: "”或“"))”。",
        en: "The hazard is \(state.name.en): “\(act.name.en)” needs it to be "
          + act.statesInOrder.map(\.name.en).joined(separator: " or ") + " first.")
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
        zh: "整改人和现在的责任人不得复查，请由他人复查。",
        en: "Neither who rectified it nor who answers for it may verify it; another person must.")
    case .notLater(let day):
      Bilingual(
        zh: "新期限须晚于\(day)，请填更晚的日期。",
        en: "The new deadline must be after \(day); enter a later day.")
    case .deadlinePassed(let today):
      Bilingual(
        zh: "期限不能早于今天（\(today)）。", en: "The deadline cannot be before today (\(today)).")
    case .deadlineBeforePaper(let paper):
      Bilingual(
        zh: "期限不能早于纸上的日期（\(paper)）。",
        en: "The deadline cannot be before the date on the paper (\(paper)).")
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
    case .cannotRectify(let name):
      Bilingual(
        zh: "\(name)只能查阅，不能整改，请交给别人。",
        en: "\(name) may only look; give it to someone else.")
    case .majorLacks(let lacks):
      Bilingual(
        zh: "重大隐患交办前须先有：\(lacks.map(\.name.zh).joined(separator: "；"))。",
        en: "Before a major hazard is assigned it needs "
          + lacks.map(\.name.en).joined(separator: "; ") + ".")
    case .notMajor:
      Bilingual(
        zh: "领导包案只用于重大隐患；请先作重大研判。",
        en: "Only a major hazard is put under a leader's name; study its severity first.")
    case .noWeakness:
      Bilingual(
        zh: "修复版本只用于漏洞类隐患；请在整改报验里写措施。",
        en: "Only a weakness has a patched version; say the measures when handing in.")
    case .participantsMissing:
      Bilingual(zh: "研判须注明参加人员。", en: "A study needs those who took part.")
    case .dateOutside(let day, let first, let today):
      Bilingual(
        zh: "日期 \(day) 应在 \(first) 至 \(today) 之间，请核对。",
        en: "The date \(day) should lie between \(first) and \(today); check it.")
    case .listedAlready:
      Bilingual(zh: "已在挂牌督办中。", en: "It is under listed supervision already.")
    case .notListed:
      Bilingual(zh: "没有挂牌督办，无须摘牌。", en: "It is not under listed supervision.")
    case .stillListed:
      Bilingual(
        zh: "挂牌督办的隐患须先由挂牌机关摘牌，才能销号、作废或并入另一条。",
        en:
          "A listed hazard is closed, withdrawn or merged only after the authority has delisted it."
      )
    case .notTheLister(let authority):
      Bilingual(
        zh: "摘牌须由挂牌机关（\(authority)）作出，请核对摘牌文件上的机关。",
        en: "Only \(authority), which listed it, delists it; check the authority on the document.")
    case .reminderTooLong(let count):
      Bilingual(
        zh: "催办内容有\(count)字，最多\(Reminder.longest)字，请删短。",
        en: "The reminder has \(count) characters, \(Reminder.longest) at most; shorten it.")
    case .safeguardsMissing(let day):
      Bilingual(
        zh: "节前排查发现的隐患，\(day) 放假前不能整改的，须先有临时防范措施和监护人。",
        en: """
          Found before the break of \(day): where it is not mended by then, enter interim safeguards and \
          a watcher first.
          """)
    case .orderWithoutDeadline:
      Bilingual(
        zh: "责令整改的隐患须填该机关规定的期限。", en: "What an authority orders needs the deadline that it set.")
    case .foundAgainNotClosed(let number):
      Bilingual(
        zh: "隐患\(number)没有销号过，不能作为再次发现的原隐患。",
        en: "Hazard \(number) was never closed, so nothing of it was found again.")
    case .notALeader(let name):
      Bilingual(
        zh: "包案须由局领导或分管领导担任，\(name)不是。",
        en: "A case is taken by a leader or a supervisor, which \(name) is not.")
    case .noSuchPerson(let id):
      Bilingual(
        zh: "没有人员“\(id)”；用 person list 查看。", en: "There is no person “\(id)”; see person list.")
    case .breachNotMended:
      Bilingual(
        zh: "第31条所列行为要当场改正，请写明怎样改正的。",
        en: "A breach of article 31 is mended on the spot: say how it was.")
    case .nothingRequested:
      Bilingual(zh: "没有待决定的延期申请。", en: "No extension is asked for.")
    case .stillOpen(let number):
      Bilingual(
        zh: "隐患\(number)还没有销号，不是再次发现；请在原隐患上办理。",
        en: "Hazard \(number) is still open: it was not found again; act on it instead.")
    case .mergedIntoItself:
      Bilingual(zh: "不能并入自己，请填另一条的编号。", en: "It cannot be merged into itself.")
    case .mergedIntoEnded(let number):
      Bilingual(
        zh: "隐患\(number)已销号或作废，不能并入。",
        en: "Hazard \(number) is closed or withdrawn; nothing can be merged into it.")
    case .nothingToRevoke:
      Bilingual(
        zh: "只能由本人在当天撤回最后一步；现在没有可撤回的。",
        en: "Only the last decision can be revoked, by its maker on the same day; there is none.")
    case .authorityDeadline:
      Bilingual(
        zh: "责令整改的期限只能凭该机关的文件延长，请注明文号。",
        en: "An authority's deadline is extended only with its own document; give its number.")
    }
  }
}
