import Almanac

extension HazardEvent {
  /// What a line of the timeline says beside who and when.
  public func note(_ bureau: Bureau) -> Bilingual {
    switch self {
    case .reported(let report):
      let document = report.sourceDocument.map { " " + $0 } ?? ""
      return Bilingual(
        zh: "\(report.source.name.zh)\(document) \(report.text)",
        en: "\(report.source.name.en)\(document) \(report.text)")
    case .sighted(let sighting):
      return Bilingual(verbatim: "\(sighting.inspection) \(sighting.text)")
    case .assigned(let person, let deadline, let reason):
      let name = bureau.name(person)
      let why = reason.map { Bilingual(zh: "：\($0)", en: ": \($0)") } ?? Bilingual(verbatim: "")
      return Bilingual(zh: "\(name)，期限 \(deadline)", en: "\(name), due \(deadline)") + why
    case .accepted, .closed: return Bilingual(verbatim: "")
    case .declined(let reason), .withdrawn(let reason), .extensionRefused(let reason):
      return Bilingual(verbatim: reason)
    case .transferred(let person, _, let outside, let reason):
      let party = outside.map { " (\($0))" } ?? ""
      return Bilingual(verbatim: "\(bureau.name(person))\(party): \(reason)")
    case .extensionRequested(let request):
      return Bilingual(
        zh: "至 \(request.deadline)：\(request.reason)",
        en: "to \(request.deadline): \(request.reason)")
    case .extended(let day, let reason, _):
      return Bilingual(zh: "至 \(day)：\(reason)", en: "to \(day): \(reason)")
    case .submitted(let measures, let cost, _):
      return Bilingual(verbatim: measures)
        + (cost.map { Bilingual(zh: "；费用 \($0)", en: "; cost \($0)") } ?? Bilingual(verbatim: ""))
    case .photographed(let photograph):
      return photograph.role.name + Bilingual(verbatim: " ") + photograph.particulars
    case .verified(let note): return Bilingual(verbatim: note ?? "")
    case .rejected(let reason, let deadline):
      return Bilingual(zh: "\(reason)，期限 \(deadline)", en: "\(reason), due \(deadline)")
    case .recordWithdrawn(let record, let reason), .recordCorrected(let record, let reason):
      return Bilingual(zh: "\(record)：\(reason)", en: "\(record): \(reason)")
    case .oversight(let event): return event.note(bureau)
    case .merged(let hazard): return Bilingual(zh: "并入 \(hazard)", en: "into \(hazard)")
    case .absorbed(let hazard): return Bilingual(verbatim: hazard.rawValue)
    case .revoked: return Bilingual(zh: "撤回上一步", en: "the step before")
    }
  }
}
