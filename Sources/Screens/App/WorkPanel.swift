import Almanac
import Canvas

/// Long work while it goes on; Esc or Ctrl-C stops it.
struct WorkPanel: Overlay {
  var work: Work
  /// Whether the person has asked for it to stop.
  private(set) var isStopped = false

  init(_ work: Work) { self.work = work }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    if key == .escape || key == .control("c") { isStopped = true }
    return .stay
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let width = min(40, context.columns - 8)
    let keys = Bilingual(zh: "Esc 停止", en: "Esc stops it")
    let bar = (context.isSpoken ? nil : work.percent).map {
      [Bar.text(width * $0 / 100, width: width)]
    }
    Dialog(
      title: context(work.kind.name),
      lines: (bar.map { $0 + [context(work.progress), ""] } ?? []) + [context(keys)]
    ).draw(over: &grid)
  }
}

extension App {
  /// Whether the person has asked for the work under way to stop.
  public var wantsStop: Bool { (overlay as? WorkPanel)?.isStopped ?? false }

  /// Shows how far work has come; what was asked of its panel before stands.
  mutating func show(_ work: Work) {
    var panel = overlay as? WorkPanel ?? WorkPanel(work)
    panel.work = work
    overlay = panel
  }
}
