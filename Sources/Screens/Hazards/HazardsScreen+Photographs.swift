import Canvas
import Domain

extension HazardsScreen {
  /// The hazard whose photographs are open.
  var pictured: Hazard? { (window?.hazards ?? []).first { $0.id == photographs?.hazard } }

  /// Opens the photographs of a hazard.
  mutating func openPhotographs(of hazard: Hazard, _ context: Context) -> [Step] {
    form = nil
    let mayAttach = hazard.possibleActs(for: context.person).contains(.photograph)
    photographs = PhotographPanel(hazard, mayAttach: mayAttach)
    return [.effect(.load(.dropFolder))]
  }

  /// Takes a key while they are open.
  mutating func pressPhotographs(_ key: Key, _ context: Context) -> [Step] {
    guard var panel = photographs, let hazard = pictured else {
      photographs = nil
      return []
    }
    let outcome = panel.press(key, hazard, context)
    photographs = panel
    switch outcome {
    case .stay: return []
    case .close:
      photographs = nil
      return []
    case .attach(let file, let role): return [.effect(.attach(hazard.id, file, role))]
    case .view(let photograph): return [.effect(.view(photograph))]
    }
  }
}

extension HazardDetail {
  /// The photographs, one a line.
  func photographs(width: Int) -> [String] {
    hazard.photographs.flatMap { attached in
      Cells.wrap(
        "[\(context(attached.photograph.role.name))] "
          + context(attached.photograph.particulars), width)
    }
  }
}
