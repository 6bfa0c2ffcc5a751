import Almanac
import Canvas
import Domain

/// Several hazards dealt with by one act, each judged on its own.
extension HazardsScreen {
  /// The acts that make sense for several hazards at once.
  private static let together: [HazardCommand.Kind] = [.verify, .close, .assign, .extend, .remind]

  /// Those of them that at least one of the marked hazards admits.
  func commonActs(_ context: Context) -> [HazardCommand.Kind] {
    let possible = Set(chosen(context).flatMap { $0.possibleActs(for: context.person) })
    return Self.together.filter(possible.contains)
  }

  /// The marked hazards in the order of the list.
  func chosen(_ context: Context) -> [Hazard] { shown.filter { marked.contains($0.id) } }

  mutating func mark(_ context: Context) {
    guard let id = selected(context)?.id else { return }
    if marked.remove(id) == nil { marked.insert(id) }
    _ = list.position.move(.down, count: shown.count, height: listHeight(context))
  }

  /// Marks all that the filter shows; none if all are marked.
  mutating func markAll(_ context: Context) {
    let all = Set(shown.map(\.id))
    marked = marked == all ? [] : all
  }

  mutating func beginTogether(_ kind: HazardCommand.Kind, _ context: Context) -> [Step] {
    guard Self.together.contains(kind) else { return [] }
    form = HazardForm(kind, ofEach: chosen(context), context)
    return []
  }

  mutating func judged(_ judgements: [Judgement], _ context: Context) -> [Step] {
    refusals = judgements.filter { $0.refusal != nil }
    marked = Set(refusals.map { Identifier($0.subject) })
    let done = judgements.count - refusals.count
    return [
      .effect(.load(.hazards)),
      .say(
        Bilingual(
          zh: "已办 \(done) 条，未办 \(refusals.count) 条",
          en: "\(done) done, \(refusals.count) not done")),
    ]
  }

  func drawRefusals(over grid: inout Grid, _ context: Context) {
    guard !refusals.isEmpty else { return }
    Dialog(
      title: context(Bilingual(zh: "这些没有办（按任意键关闭）", en: "Not done (any key closes)")),
      lines: refusals.map { "\($0.subject)  \($0.refusal.map { context($0) } ?? "")" }
    ).draw(over: &grid)
  }
}
