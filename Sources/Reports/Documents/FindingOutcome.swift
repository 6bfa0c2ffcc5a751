import Almanac
import Canvas
import Domain

/// What became of something found on a walk, as records of inspections tell it.
struct FindingOutcome: Written {
  let bureau: Bureau
  let language: Language

  /// How it was handled: at once, or by when it is to be mended.
  func handling(of finding: Finding, _ hazard: Hazard?) -> Bilingual {
    switch finding.handling {
    case .onTheSpot(let measures):
      Bilingual(zh: "当场整改：\(measures)", en: "Fixed on the spot: \(measures)")
    case .joins:
      Bilingual(zh: "已登记隐患，", en: "Known hazard, ") + deadline(of: hazard)
    case .rectify: deadline(of: hazard)
    }
  }

  private func deadline(of hazard: Hazard?) -> Bilingual {
    guard let hazard, let deadline = hazard.deadline else {
      return Bilingual(zh: "限期整改，期限待定", en: "to be mended, no deadline yet")
    }
    let former =
      hazard.originalDeadline.flatMap { original in
        original == deadline
          ? nil : Bilingual(zh: "（原\(original)）", en: " (at first \(original))")
      } ?? Bilingual(verbatim: "")
    return Bilingual(zh: "限\(deadline)前整改", en: "to be mended by \(deadline)") + former
  }

  /// Whether it was found mended, when and by whom; its state while it was not.
  func verification(_ hazard: Hazard) -> String {
    let returned =
      hazard.rejections == 0
      ? nil
      : Bilingual(zh: "退回\(hazard.rejections)次", en: "sent back: \(hazard.rejections)")
    let outcome =
      hazard.verified.map { step in
        let person = bureau.name(step.person, for: step.standsFor)
        return Bilingual(zh: "合格，\(step.day)，\(person.zh)", en: "mended, \(step.day), \(person.en)")
      } ?? Bilingual(zh: "未复查（\(hazard.state.name.zh)）", en: "not yet (\(hazard.state.name.en))")
    let shown =
      hazard.withdrawn.map {
        Bilingual(zh: "已作废，\($0.day)", en: "withdrawn, \($0.day)")
      } ?? outcome
    return [shown, returned].compactMap { $0?[language] }.joined(separator: "\n")
  }
}
