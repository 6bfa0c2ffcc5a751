import Almanac
import Domain

/// How a hazard is told in lists and details.
enum HazardWords {
  static func daysLeft(_ hazard: Hazard, on day: Day) -> Bilingual {
    guard let left = hazard.daysLeft(on: day) else {
      return hazard.isOpen ? Bilingual(zh: "未定期限", en: "no deadline") : hazard.state.name
    }
    if left < 0 { return Bilingual(zh: "!! 逾期\(-left)天", en: "!! \(-left) d over") }
    if left == 0 { return Bilingual(zh: "! 今天", en: "! today") }
    return Bilingual(zh: "剩\(left)天", en: "\(left) d left")
  }

  /// What a line of the timeline says beside who and when.
  static func note(_ event: HazardEvent, _ bureau: Bureau) -> Bilingual {
    switch event {
    case .reported(let report):
      let document = report.sourceDocument.map { " " + $0 } ?? ""
      return Bilingual(
        zh: "\(report.source.name.zh)\(document) \(report.text)",
        en: "\(report.source.name.en)\(document) \(report.text)")
    case .sighted(let sighting): return Bilingual(verbatim: "\(sighting.inspection) \(sighting.text)")
    case .assigned(let person, let deadline):
      return Bilingual(
        zh: "\(bureau.name(person))，期限 \(deadline)", en: "\(bureau.name(person)), due \(deadline)")
    case .accepted, .closed: return Bilingual(verbatim: "")
    case .declined(let reason), .withdrawn(let reason): return Bilingual(verbatim: reason)
    case .transferred(let person, let reason):
      return Bilingual(verbatim: "\(bureau.name(person)): \(reason)")
    case .extensionRequested(let request):
      return Bilingual(
        zh: "至 \(request.deadline)：\(request.reason)",
        en: "to \(request.deadline): \(request.reason)")
    case .extended(let day, let reason, _):
      return Bilingual(zh: "至 \(day)：\(reason)", en: "to \(day): \(reason)")
    case .submitted(let measures, _): return Bilingual(verbatim: measures)
    case .verified(let note): return Bilingual(verbatim: note ?? "")
    case .rejected(let reason, let deadline):
      return Bilingual(zh: "\(reason)，期限 \(deadline)", en: "\(reason), due \(deadline)")
    }
  }
}
