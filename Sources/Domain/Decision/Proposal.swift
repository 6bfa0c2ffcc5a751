import Almanac

extension Hazard {
  /// What the office proposes to a leader (拟办意见) where nobody wrote anything else: made from the state
  /// on a day.
  public func proposal(_ bureau: Bureau, on day: Day) -> Bilingual {
    let late = daysLeft(on: day).flatMap { $0 < 0 ? -$0 : nil }
    let overdue = Bilingual(
      zh: late.map { "已逾期\($0)天。" } ?? "", en: late.map { "\(counted($0, "day")) overdue. " } ?? "")
    return overdue + (studyProposal ?? wayProposal(bureau, isOverdue: late != nil, on: day))
  }

  private var studyProposal: Bilingual? {
    guard isOpen, report.asksForStudy, oversight.studies.isEmpty else { return nil }
    return Bilingual(
      zh: "检查人提请重大研判，拟组织研判，确定等级。",
      en: "The inspector asks for a study: to be studied whether it is major.")
  }

  private func wayProposal(_ bureau: Bureau, isOverdue: Bool, on day: Day) -> Bilingual {
    let name = bureau.name(person)
    switch state {
    case .reported:
      guard case .assign(let head, let due, _) = agreement(bureau, on: day) else {
        return Bilingual(
          zh: "拟确定整改责任人和期限。", en: "To be given to someone, with a deadline.")
      }
      return Bilingual(
        zh: "拟交\(bureau.name(head))整改，期限 \(due)。",
        en: "To be given to \(bureau.name(head)), due \(due).")
    case .assigned, .rectifying:
      if let requested {
        return Bilingual(
          zh: "\(name)申请延期至 \(requested.deadline)（\(requested.reason)），拟同意。",
          en: "\(name) asks for \(requested.deadline) (\(requested.reason)): to be granted.")
      }
      return isOverdue
        ? Bilingual(
          zh: "拟责成\(name)立即整改，并说明逾期原因。",
          en: "\(name) to mend it at once and to say why it is late.")
        : Bilingual(zh: "拟由\(name)按期整改。", en: "\(name) to mend it by the deadline.")
    case .submitted:
      return Bilingual(zh: "已报整改完成，拟复查并销号。", en: "Handed in: to be verified and closed.")
    case .verified: return Bilingual(zh: "复查合格，拟同意销号。", en: "Found mended: to be closed.")
    case .closed, .withdrawn:
      return Bilingual(zh: "\(state.name.zh)，呈阅。", en: "It is \(state.name.en); for information.")
    }
  }
}
