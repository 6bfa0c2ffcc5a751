import Almanac
import Domain

extension HazardsScreen {
  /// By what the list is ordered.
  enum Order: CaseIterable {
    case urgency
    case deadline
    case number
    case section

    var name: Bilingual {
      switch self {
      case .urgency: Bilingual(zh: "紧急", en: "urgency")
      case .deadline: Bilingual(zh: "期限", en: "deadline")
      case .number: Bilingual(zh: "编号", en: "number")
      case .section: Bilingual(zh: "科室", en: "section")
      }
    }
  }
}

extension HazardsScreen.Order {
  /// By what a hazard is put in its place; equal keys stand by number.
  func key(of hazard: Hazard, on day: Day) -> HazardsScreen.OrderKey {
    let deadline = hazard.deadline?.number ?? .max
    let id = hazard.id.rawValue
    switch self {
    case .urgency: return .init(group: hazard.urgency(on: day), deadline: deadline, id: id)
    case .deadline: return .init(deadline: deadline, id: id)
    case .number: return .init(id: id)
    case .section: return .init(section: hazard.section?.rawValue ?? "", id: id)
    }
  }
}

extension HazardsScreen {
  /// The place of a hazard in the list.
  struct OrderKey: Comparable {
    var group = 0
    var section = ""
    var deadline = 0
    var id: String

    static func < (left: Self, right: Self) -> Bool {
      (left.group, left.section, left.deadline, left.id)
        < (right.group, right.section, right.deadline, right.id)
    }
  }
}
