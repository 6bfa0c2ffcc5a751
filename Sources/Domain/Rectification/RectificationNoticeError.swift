import Almanac

/// A reason an act on a rectification notice was refused. Nothing was written.
public enum RectificationNoticeError: Refusal, Hashable {
  case noSuchNotice(String)
  case noHazards
  /// A hazard that is closed or withdrawn.
  case ended(Hazard.ID, Hazard.State)
  /// A hazard that stands on a notice that is not answered yet, by its number.
  case askedAlready(Hazard.ID, String)
  /// A hazard of another section than the notice goes to, both by name.
  case otherSection(Hazard.ID, String, notice: String)
  /// A hazard of no section, and none was named.
  case homeless(Hazard.ID)
  case sectionMissing
  case noSuchSection(String)
  /// One who signs without the role for it, by name.
  case signerMayNot(String)
  case notNow(RectificationNoticeCommand.Kind, String, RectificationNotice.State)
  case notYours(String)
  case tooEarly(Day, since: Day)
  case notOnIt(Hazard.ID, String)
  case nothingDone(Hazard.ID)
  case reasonMissing

  /// Whether the notice, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchNotice: .noSuchSubject
    case .notYours: .notPermitted
    case .noHazards, .ended, .askedAlready, .otherSection, .homeless, .sectionMissing,
      .noSuchSection, .signerMayNot, .notNow, .tooEarly, .notOnIt, .nothingDone, .reasonMissing:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchNotice(let text):
      Bilingual(
        zh: "没有整改通知书“\(text)”；用 notice list 查看编号。",
        en: "There is no rectification notice “\(text)”; see notice list for the numbers.")
    case .noHazards:
      Bilingual(
        zh: "整改通知书至少要有一项隐患，请写明编号。",
        en: "A rectification notice needs one hazard at least; name its number.")
    case .ended(let hazard, let state):
      Bilingual(
        zh: "\(hazard) \(state.name.zh)，不能再发整改通知书；请去掉这一项。",
        en: "\(hazard) is \(state.name.en) and needs no notice; leave it out.")
    case .askedAlready(let hazard, let notice):
      Bilingual(
        zh: "\(hazard) 已在整改通知书 \(notice) 中，尚未回执；请等回执，或先撤回那一份。",
        en: "\(hazard) is on the notice \(notice), which is not answered yet; wait for the answer "
          + "or withdraw that notice first.")
    case .otherSection(let hazard, let section, let notice):
      Bilingual(
        zh: "\(hazard) 属\(section)，不属\(notice)；一份通知书只发一个科室，请分开签发。",
        en: "\(hazard) is of \(section), not of \(notice); a notice goes to one section: issue "
          + "one for each.")
    case .homeless(let hazard):
      Bilingual(
        zh: "\(hazard) 没有责任科室；请先移交给科室，或在命令行用 notice issue --section 写明。",
        en: "\(hazard) is of no section; transfer it to one, or name one with "
          + "notice issue --section.")
    case .sectionMissing:
      Bilingual(
        zh: "这些隐患没有责任科室；请先移交给科室，或在命令行用 notice issue --section 写明。",
        en: "These hazards are of no section; transfer them to one, or name one with "
          + "notice issue --section.")
    case .noSuchSection(let text):
      Bilingual(
        zh: "没有科室“\(text)”；用 section list 查看。",
        en: "There is no section “\(text)”; see section list.")
    case .signerMayNot(let name):
      Bilingual(
        zh: "\(name)不能签发整改通知书；签发人须是"
          + "\(Act.issueNotice.roles.map(\.name.zh).joined(separator: "、"))。",
        en: "\(name) may not sign a notice; that is for "
          + Act.issueNotice.roles.map(\.name.en).joined(separator: " or ") + ".")
    case .notNow(let act, let notice, let state):
      Bilingual(
        zh: "整改通知书 \(notice) \(state.name.zh)，不能“\(act.name.zh)”。",
        en: "The notice \(notice) is \(state.name.en): “\(act.name.en)” is not possible now.")
    case .notYours(let notice):
      Bilingual(
        zh: "整改通知书 \(notice) 由该科室负责人或所列隐患的整改责任人签收、回执；他人请代录。",
        en: "The notice \(notice) is for the section's head or those who mend what it lists; "
          + "others enter it for them.")
    case .tooEarly(let day, let first):
      Bilingual(
        zh: "日期 \(day) 早于 \(first)，请核对。", en: "\(day) is before \(first); check the date.")
    case .notOnIt(let hazard, let notice):
      Bilingual(
        zh: "整改通知书 \(notice) 没有隐患 \(hazard)，请核对。",
        en: "The hazard \(hazard) is not on the notice \(notice); check it.")
    case .nothingDone(let hazard):
      Bilingual(
        zh: "\(hazard) 还没有报送整改情况，请写明做了什么。",
        en: "Nothing was handed in about \(hazard) yet; say what was done.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    }
  }
}
