import Almanac
import Domain

/// How the rooms of a round are put in order; equal ones stand as in the plan.
enum RoomOrder: CaseIterable {
  /// As the plan names them, the way one walks.
  case plan
  /// What is left to walk first, the most pressing of it before the rest.
  case state
  case section
  case number

  var name: Bilingual {
    switch self {
    case .plan: Bilingual(zh: "计划", en: "plan")
    case .state: Bilingual(zh: "状态", en: "state")
    case .section: Bilingual(zh: "科室", en: "section")
    case .number: Bilingual(zh: "编号", en: "number")
    }
  }

  /// Rooms that come as in the plan, in this order.
  func sorted(_ rooms: [Round.Room], _ bureau: Bureau) -> [Round.Room] {
    switch self {
    case .plan: rooms
    case .state: rooms.stably { Self.pressing.firstIndex(of: $0.state) ?? Self.pressing.count }
    case .section: rooms.stably { bureau.name($0.place.section) }
    case .number: rooms.stably(by: \.place.id.rawValue)
    }
  }

  private static let pressing: [OccurrenceState] = [.overdue, .missed, .open, .upcoming]
}
