import Almanac

extension Hazard {
  /// What a leader's "agree" (同意) means for a hazard that waits for a decision, as it stands on a day;
  /// nil where nothing waits, or nobody is there to whom it could be given.
  public func agreement(_ bureau: Bureau, on day: Day) -> HazardCommand? {
    switch state {
    case .reported:
      guard let head = bureau.head(of: section) else { return nil }
      return .assign(to: head.id, deadline: assignmentDeadline(bureau, on: day))
    case .assigned, .rectifying:
      return requested.map { .extend(to: $0.deadline, reason: $0.reason) }
    case .submitted: return .verify()
    case .verified: return .close
    case .closed, .withdrawn: return nil
    }
  }

  /// The deadline of an assignment for which nobody names another: the present one, which may have passed
  /// where somebody decided it; else the proposed one.
  public func assignmentDeadline(_ bureau: Bureau, on day: Day) -> Day {
    if let deadline, deadline >= day || isBoundByAuthority || wasAssigned { return deadline }
    return bureau.proposedDeadline(for: report.category, severity, found: day)
  }

  /// What an agreement does, said in words to one who decides.
  public func words(of agreement: HazardCommand, by person: Person, _ bureau: Bureau) -> Bilingual {
    switch agreement {
    case .assign(let rectifier, let deadline, _):
      let name = bureau.name(rectifier)
      return Bilingual(
        zh: "交\(name)整改，期限 \(deadline)", en: "give it to \(name), due \(deadline)")
    case .extend(let day, let reason, _):
      return Bilingual(
        zh: "延期至 \(day)（\(reason)）", en: "extend to \(day) (\(reason))")
    case .verify(_, let keepOpen):
      let closes = !keepOpen && !oversight.isListed && person.may(closingAct)
      return closes
        ? Bilingual(zh: "复查合格并销号", en: "found mended, and closed")
        : Bilingual(zh: "复查合格，待销号", en: "found mended, to be closed later")
    case .close: return Bilingual(zh: "销号", en: "close it")
    case .accept, .decline, .transfer, .requestExtension, .refuseExtension, .submit, .reject,
      .withdraw, .photograph,
      .oversee, .merge, .revoke:
      return agreement.kind.name
    }
  }
}
