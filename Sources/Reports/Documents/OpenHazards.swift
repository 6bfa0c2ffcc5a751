import Almanac
import Canvas
import Domain

/// The hazards open at the end of a period, as a table of its summary.
struct OpenHazards: Written {
  let hazards: [OpenHazard]
  let names: Names
  /// The day at whose end they are open.
  let countedOn: Day
  let language: Language

  var blocks: [Document.Block] {
    guard !hazards.isEmpty else {
      return [paragraph(Bilingual(zh: "期末无未销号隐患。", en: "No hazard was open at the end."))]
    }
    return [
      .table(
        .init(
          columns: [
            marks(Bilingual(zh: "编号", en: "Number"), 10),
            words(Bilingual(zh: "场所", en: "Place"), 8),
            words(Bilingual(zh: "隐患", en: "Hazard"), 12),
            words(Bilingual(zh: "科室", en: "Section"), 10),
            persons(Bilingual(zh: "责任人", en: "Person"), 8),
            days(Bilingual(zh: "期限", en: "Due"), 7, in: countedOn.year),
            numbers(Bilingual(zh: "余／超", en: "Days"), 8),
            marks(Bilingual(zh: "状态", en: "State"), 11),
          ], rows: hazards.map(row)))
    ]
  }

  private func row(_ hazard: OpenHazard) -> [String] {
    let mark =
      hazard.severity == .major
      ? Bilingual(zh: "【重大】", en: "[major] ")[language] : ""
    return [
      hazard.id.rawValue, Hazard.whereabouts(hazard.place, hazard.spot, in: names, language),
      mark + hazard.text, names.name(hazard.section), names.name(hazard.person),
      short(hazard.deadline, in: countedOn.year),
      Hazard.daysLeft(to: hazard.deadline, on: countedOn)[language],
      state(hazard)[language],
    ]
  }

  /// The state, or the day on which it was ended after the day of counting.
  private func state(_ hazard: OpenHazard) -> Bilingual {
    guard let ended = hazard.ended else { return hazard.state.name }
    let day = short(ended, in: countedOn.year)
    return Bilingual(
      zh: "\(day)\(hazard.state.name.zh)", en: "\(hazard.state.name.en) \(day)")
  }
}
