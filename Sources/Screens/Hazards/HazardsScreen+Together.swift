import Almanac
import Canvas
import Domain

/// Several hazards dealt with by one act, each judged on its own.
extension HazardsScreen {
  /// The acts that make sense for several hazards at once.
  private static let together: [HazardCommand.Kind] = [.verify, .close, .assign, .extend, .remind]

  /// Those of them that at least one of the marked hazards admits.
  func commonActs(_ context: Context) -> [HazardCommand.Kind] {
    let possible = Set(chosen().flatMap { $0.possibleActs(for: context.person) })
    return Self.together.filter(possible.contains)
  }

  /// The marked hazards in the order of the list.
  func chosen() -> [Hazard] { marked.values.sorted(in: order) }

  mutating func mark(_ context: Context) -> [Step] {
    guard let hazard = selected else { return [] }
    if marked.removeValue(forKey: hazard.id) == nil { marked[hazard.id] = hazard }
    _ = list.position.move(.down, count: count, height: listHeight(context))
    return []
  }

  /// Marks all that the filter shows; none if as many are marked.
  mutating func markAll() -> [Step] {
    guard marked.count < count else {
      marked = [:]
      return []
    }
    return [.effect(.load(.chosenHazards(.found(words: list.filter.text))))]
  }

  mutating func beginTogether(_ kind: HazardCommand.Kind, _ context: Context) -> [Step] {
    guard Self.together.contains(kind) else { return [] }
    form = HazardForm(kind, ofEach: chosen(), context)
    return []
  }

  mutating func judged(_ judgements: [Judgement], _ context: Context) -> [Step] {
    form = nil
    refusals = judgements.refused
    let refused = Set(refusals.map(\.subject))
    marked = marked.filter { refused.contains($0.key.rawValue) }
    return queries.map { .effect(.load($0)) } + [.say(judgements.outcome)]
  }
}
