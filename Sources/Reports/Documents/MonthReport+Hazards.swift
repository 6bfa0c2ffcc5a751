import Almanac
import Canvas
import Domain

extension MonthReport {
  /// The month's hazards by category, section and place.
  var found: [Document.Block] {
    let heading = heading(Bilingual(zh: "四、隐患分布", en: "4. Where hazards were found"))
    let hazards = summary.figures.hazards
    let none = paragraph(
      Bilingual(zh: "本月未登记新隐患。", en: "No hazard was registered this month."))
    let start = hazards.opened == 0 ? [heading, none] : [heading]
    return start + byCategory(hazards) + bySection(hazards) + byPlace
  }

  private func byCategory(_ hazards: HazardFigures) -> [Document.Block] {
    guard !summary.byCategory.isEmpty else { return [] }
    return [
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "类别", en: "Category"), 6), foundColumn,
            numbers(Bilingual(zh: "占比", en: "Share"), 3),
          ],
          rows: summary.byCategory.map { row in
            [
              row.category.name[language], "\(row.found)",
              percentage(row.found, of: hazards.opened),
            ]
          } + [[totalLabel, "\(hazards.opened)", percentage(hazards.opened, of: hazards.opened)]],
          hasTotal: true))
    ]
  }

  private func bySection(_ hazards: HazardFigures) -> [Document.Block] {
    guard !summary.bySection.isEmpty else { return [] }
    return [
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "科室", en: "Section"), 6), foundColumn,
            numbers(Bilingual(zh: "未销号", en: "Open"), 3),
            numbers(Bilingual(zh: "其中逾期", en: "Overdue"), 3),
          ],
          rows: summary.bySection.map { row in
            [sectionName(row.section), "\(row.found)", "\(row.open)", "\(row.overdue)"]
          } + [[totalLabel, "\(hazards.opened)", "\(hazards.open)", "\(hazards.overdue)"]],
          hasTotal: true))
    ]
  }

  private var byPlace: [Document.Block] {
    guard !summary.byPlace.isEmpty else { return [] }
    return [
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "场所", en: "Place"), 6),
            words(Bilingual(zh: "科室", en: "Section"), 6), foundColumn,
          ],
          rows: summary.byPlace.map { row in
            [
              names.name(row.place), names.name(row.section),
              "\(row.found)",
            ]
          }))
    ]
  }

  private var foundColumn: Document.Column { numbers(Bilingual(zh: "登记（项）", en: "Found"), 3) }
  private var totalLabel: String { Bilingual(zh: "合计", en: "Total")[language] }

  private func sectionName(_ section: Section.ID?) -> String {
    section == nil ? Bilingual(zh: "未定科室", en: "no section")[language] : names.name(section)
  }

  /// The hazards still open, most pressing first.
  var open: [Document.Block] {
    let heading = heading(Bilingual(zh: "五、未销号隐患", en: "5. Hazards still open"))
    guard !summary.open.isEmpty else {
      return [heading, paragraph(Bilingual(zh: "期末无未销号隐患。", en: "No hazard was open at the end."))]
    }
    return [
      heading,
      .table(
        .init(
          columns: [
            marks(Bilingual(zh: "编号", en: "Number"), 10),
            words(Bilingual(zh: "场所", en: "Place"), 8),
            words(Bilingual(zh: "隐患", en: "Hazard"), 12),
            words(Bilingual(zh: "科室", en: "Section"), 10),
            words(Bilingual(zh: "责任人", en: "Person"), 8),
            days(Bilingual(zh: "期限", en: "Due"), 7, in: year),
            numbers(Bilingual(zh: "余／超", en: "Days"), 8),
            marks(Bilingual(zh: "状态", en: "State"), 11),
          ], rows: summary.open.map(openRow))),
    ]
  }

  private func openRow(_ hazard: OpenHazard) -> [String] {
    let mark =
      hazard.severity == .major
      ? Bilingual(zh: "【重大】", en: "[major] ")[language] : ""
    return [
      hazard.id.rawValue, whereabouts(hazard), mark + hazard.text,
      names.name(hazard.section), names.name(hazard.person),
      short(hazard.deadline, in: year),
      daysLeft(hazard)[language], state(hazard)[language],
    ]
  }

  private func whereabouts(_ hazard: OpenHazard) -> String {
    Hazard.whereabouts(hazard.place, hazard.spot, in: names, language)
  }

  private func daysLeft(_ hazard: OpenHazard) -> Bilingual {
    guard let deadline = hazard.deadline else {
      return Bilingual(zh: "未定", en: "none set")
    }
    let days = deadline - summary.countedOn
    if days == 0 { return Bilingual(zh: "当日", en: "that day") }
    return days < 0
      ? Bilingual(zh: "超\(-days)天", en: "\(-days) over")
      : Bilingual(zh: "余\(days)天", en: "\(days) left")
  }

  /// The state, or the day on which it was ended after the day of counting.
  private func state(_ hazard: OpenHazard) -> Bilingual {
    guard let ended = hazard.ended else { return hazard.state.name }
    let day = short(ended, in: year)
    return Bilingual(
      zh: "\(day)\(hazard.state.name.zh)", en: "\(hazard.state.name.en) \(day)")
  }
}
