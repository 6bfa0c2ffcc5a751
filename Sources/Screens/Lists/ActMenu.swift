import Almanac
import Canvas

/// What a numbered menu offers.
protocol ActChoice: Sendable {
  /// As the menu has it.
  var name: Bilingual { get }
}

/// A numbered menu of what can be done with what is selected: a digit picks, the tenth by 0; arrows choose,
/// and Enter takes.
struct ActMenu<Choice: ActChoice>: Sendable {
  enum Outcome {
    case stay
    case cancel
    case picked(Choice)
  }

  private let choices: [Choice]
  private var selected = 0

  /// A menu; nil where there is nothing to choose from.
  init?(_ choices: [Choice]) {
    guard !choices.isEmpty else { return nil }
    self.choices = choices
  }

  mutating func press(_ key: Key) -> Outcome {
    switch key {
    case .escape, .control("c"): return .cancel
    case .up: selected = (selected + choices.count - 1) % choices.count
    case .down: selected = (selected + 1) % choices.count
    case .enter: return .picked(choices[selected])
    default:
      guard let digit = key.digit, choices.indices.contains((digit + 9) % 10) else { return .stay }
      return .picked(choices[(digit + 9) % 10])
    }
    return .stay
  }

  /// Draws it over a screen.
  ///
  /// - Parameter subject: What is acted on; nil where the screen tells it anyway.
  func draw(over grid: inout Grid, about subject: String?, _ context: Context) {
    Dialog(
      title: context(Bilingual(zh: "办理（按数字）", en: "Act (a digit)")),
      lines: subject.map { [$0, ""] } ?? [], choices: choices.map { context($0.name) },
      selected: selected
    ).draw(over: &grid)
  }
}
