import Canvas
import Domain

extension HazardsScreen {
  /// Opens what can be done on paper about the hazards marked, or the one selected.
  mutating func openPapers(_ context: Context) {
    let ids =
      marked.isEmpty
      ? [selected?.id].compactMap(\.self) : chosen().map(\.id)
    papers = HazardPapers(of: ids, by: context.person)
  }

  /// Takes a key while they are open.
  mutating func pressPapers(_ key: Key, _ context: Context) -> [Step] {
    guard var open = papers else { return [] }
    let outcome = open.press(key, context)
    papers = open
    switch outcome {
    case .stay: return []
    case .close: papers = nil
    case .load(let query): return [.effect(.load(query))]
    case .show(let reports):
      papers = nil
      return [.push(DocumentScreen(reports, from: tab))]
    case .enter(let acts, let leader, let entered, let scan):
      papers = nil
      return [.effect(.enterEach(acts, for: leader, entered, scan: scan))]
    }
    return []
  }
}
