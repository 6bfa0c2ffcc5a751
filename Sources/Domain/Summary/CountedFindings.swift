import Almanac

/// What the walks of a period found, by the kind of danger and by place: every finding once, those that joined
/// an open hazard included, so that each adds up to ``SafetyFigures/findings``.
public struct CountedFindings: Sendable {
  /// By the category of the hazard that a finding registered or joined; other where the ledger has none.
  public let byCategory: [HazardCategory: Int]
  /// By the place walked.
  public let byPlace: [Place.ID: Int]

  /// What the category of a finding is, as it is explained on paper.
  public static let category = (
    name: Bilingual(zh: "发现问题的类别", en: "Category of a finding"),
    definition: Bilingual(
      zh: "所登记的隐患的类别，并入原有隐患的按原有隐患的类别",
      en: "that of the hazard registered, or of the one that the finding joined")
  )

  /// Where a finding was made.
  private struct Source: Hashable {
    var inspection: Inspection.ID
    var item: ItemKey
  }

  /// - Parameters:
  ///   - walks: The walks counted.
  ///   - hazards: Every hazard that was open at any time of their days.
  public init(_ walks: CountedWalks, hazards: [Hazard]) {
    let walks = walks.withFindings
    var categories: [Source: HazardCategory] = [:]
    for hazard in hazards {
      let met = hazard.sightings.map { Source(inspection: $0.inspection, item: $0.item) }
      for source in met { categories[source] = hazard.report.category }
    }
    for report in hazards.map(\.report) {
      guard let inspection = report.inspection, let item = report.item else { continue }
      categories[Source(inspection: inspection, item: item)] = report.category
    }
    byCategory = Dictionary(
      walks.flatMap { walk in
        walk.found.map { item in
          (categories[Source(inspection: walk.inspection, item: item)] ?? .other, 1)
        }
      }, uniquingKeysWith: +)
    byPlace = Dictionary(
      walks.map { ($0.occurrence.place, $0.findings) }, uniquingKeysWith: +)
  }
}
