import Almanac
import Canvas
import Domain

/// Enters a weather alert by digits: the kind, then the colour or level; it counts from now.
struct AlertPanel: Sendable {
  enum Outcome {
    case stay
    case cancel
    case open(Alert)
  }

  private static let kinds: [Alert.Kind] = [
    .typhoon, .rainstorm, .heat, .cold, .lightning, .gale, .fog, .flood, .response,
  ]
  private static let levels = ["I", "II", "III", "IV"]

  private var kind: Alert.Kind?

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if key == .escape || key == .control("c") { return .cancel }
    guard let choice = dialog(context).choice(for: key) else { return .stay }
    guard let kind else {
      kind = Self.kinds[choice]
      return .stay
    }
    let stamp = context.now
    let id = Alert.newID(kind, at: stamp)
    if kind == .response {
      return .open(
        Alert(
          id: id, kind: kind, level: Self.levels[choice], issued: stamp, recorded: stamp.day))
    }
    return .open(
      Alert(
        id: id, kind: kind, colour: Alert.Colour.allCases[choice], issued: stamp,
        recorded: stamp.day))
  }

  private func dialog(_ context: Context) -> Dialog {
    guard let kind else {
      return Dialog(
        title: context(Bilingual(zh: "登记预警：按数字选种类", en: "New alert: its kind")),
        choices: Self.kinds.map { context($0.name) })
    }
    return Dialog(
      title: context(kind.name),
      choices: kind == .response ? Self.levels : Alert.Colour.allCases.map { context($0.name) })
  }

  func draw(over grid: inout Grid, _ context: Context) { dialog(context).draw(over: &grid) }
}
